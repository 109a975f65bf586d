/** "What the city has about you": for residents, in plain words. */
import { expect, test } from 'vitest';
import { buildViews } from '../../src/site/built-view.ts';
import { messages as en } from '../../src/site/messages/en/messages.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import { type SiteProgram, viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureSite, RECORD, requestOnRecord, statementOnRecord } from './fixture.ts';

const onRecord: SiteProgram = {
  program: fixtureProgram({ nature: 'real' }),
  record: {
    ...RECORD,
    requests: [requestOnRecord({})],
    statements: [
      statementOnRecord({ id: 'one', statement: 'Nothing was given.' }),
      statementOnRecord({ id: 'two', statement: 'We would not say.' }),
    ],
  },
  releases: [],
  recalls: [],
  translations: new Map(),
};

test('resident page: what was handed over in dated statements side by side, then how to ask with legal help first', () => {
  const page = programPages(viewOf(onRecord, 'en')).find(({ slug }) => slug === 'records');
  expect(page?.sections.map(({ id }) => id).slice(-2)).toEqual(['handed-over', 'ask']);
  const [handed, ask] = page?.sections.slice(-2) ?? [];
  const said = handed?.blocks.flatMap((block) =>
    block.kind === 'timeline' ? block.entries.map(({ text }) => sentenceText(text)) : [],
  );
  expect(said?.map((text) => text.replace(/^.*: /, ''))).toEqual(['Nothing was given.', 'We would not say.']);
  const [steps] = ask?.blocks ?? [];
  expect(steps?.kind === 'list' && sentenceText(steps.items[0] ?? [])).toMatch(/^First get legal help/);
});

test('every page of every program leads to it', () => {
  for (const site of [onRecord, fixtureSite()]) {
    for (const { footer, path } of buildViews(site).flatMap(({ documents }) => documents)) {
      const links = footer
        .flat()
        .flatMap((part) => (typeof part !== 'string' && 'href' in part ? [part.href] : []));
      expect(
        links.some((href) => href.startsWith(`/en/${site.program.id}/`) && href.endsWith('/records/')),
        path,
      ).toBe(true);
    }
  }
});

test('no page says the word that nobody can stand for', () => {
  const words = JSON.stringify(en, (_, value) => (typeof value === 'function' ? String(value) : value));
  expect(words).not.toMatch(/\bsafe\b/i);
});
