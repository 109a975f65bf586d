/** "What the city has about you": for residents, in plain words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProgram } from '../../src/model/parse-program.ts';
import { buildViews } from '../../src/site/built-view.ts';
import english from '../../src/site/messages/en.json' with { type: 'json' };
import type { Block } from '../../src/site/page.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import type { SiteProgram } from '../../src/site/site-program.ts';
import { viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureSite, RECORD, requestOnRecord, statementOnRecord } from './fixture.ts';
import { readingGrade, syllables } from './reading-grade.ts';

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

const pageIn = (language: string, site = onRecord) =>
  programPages(viewOf(site, language)).find(({ slug }) => slug === 'records');
const textsOf = (page: ReturnType<typeof pageIn>, id: string): string[] =>
  proseOf(page?.sections.find((section) => section.id === id)?.blocks ?? []);

test('resident page: legal help first, then an answer for each way to apply, then what was handed over', () => {
  const page = pageIn('en');
  expect(page?.sections.slice(0, 4).map(({ id }) => id)).toEqual([
    'help',
    'way-online',
    'handed-over',
    'ask',
  ]);
  expect(textsOf(page, 'help')[0]).toMatch(/^First get legal help/);
  expect(textsOf(page, 'way-online').join(' ')).toContain('The application.');
  const said = page?.sections
    .find(({ id }) => id === 'handed-over')
    ?.blocks.flatMap((block) =>
      block.kind === 'timeline' ? block.entries.map(({ text }) => sentenceText(text)) : [],
    );
  expect(said?.map((text) => text.replace(/^.*: /, ''))).toEqual(['Nothing was given.', 'We would not say.']);
});

test('resident page in a language in which nobody has checked it: shown, with English beside what decides', () => {
  const texts = { 'The application.': 'La solicitud.' };
  const site = { ...onRecord, translations: new Map([['es', { reviewedBy: null, texts }]]) };
  const answer = textsOf(pageIn('es', site), 'way-online');
  expect(answer).toContain('La solicitud.');
  expect(answer).toContain('En inglés: The application.');
  expect(textsOf(pageIn('en', site), 'way-online').join(' ')).not.toContain('In English');
});

test('resident page of a city with guidance of its own: who helps and how to ask, in its words', () => {
  const guidance = {
    legalHelp: [{ text: 'Harbor Legal Aid', url: 'https://aid.example/' }],
    howToAsk: ['Come by.'],
  };
  const page = pageIn('en', { ...onRecord, program: fixtureProgram({ nature: 'real', guidance }) });
  expect(textsOf(page, 'help')).toContain('Harbor Legal Aid');
  expect(textsOf(page, 'ask')).toContain('Come by.');
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
  expect(JSON.stringify(english)).not.toMatch(/\bsafe\b/i);
});

test('syllables of everyday words', () => {
  const counted = ['the', 'page', 'city', 'online', 'asked', 'wanted', 'records', 'applied', 'people', 'a'];
  expect(counted.map(syllables)).toEqual([1, 1, 2, 2, 1, 2, 2, 2, 2, 1]);
});

test('readingGrade of plain and of learned prose', () => {
  expect(readingGrade(['The cat sat on the mat. It was red.'])).toBeLessThan(2);
  expect(
    readingGrade([
      'The administrative determination necessitates comprehensive consideration of numerous complicated circumstances.',
    ]),
  ).toBeGreaterThan(16);
});

/** What the site and the program say in prose of their own; quotes, sources and tables are others' words, or none. */
function proseOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'prose':
        return [sentenceText(block.text)];
      case 'list':
        return block.items.map(sentenceText);
      case 'facts':
        return block.facts.flatMap(({ term, details }) => [term, ...details].map(sentenceText));
      case 'aside':
        return [block.heading, ...proseOf(block.blocks)];
      default:
        return [];
    }
  });
}

test.each(['example-city', 'chicago-citykey', 'nyc-idnyc'])(
  'the resident page of %s asks for no more than six years of school',
  (id) => {
    const file = `data/programs/${id}/program.json`;
    const program = parseProgram(readFileSync(file, 'utf8'), file);
    if (!program.ok) throw new Error('not readable');
    const view = viewOf({ ...onRecord, program: program.value }, 'en');
    const page = programPages(view).find(({ slug }) => slug === 'records');
    const own =
      page?.sections.filter(
        ({ id: section }) => RESIDENT_SECTIONS.includes(section) || section.startsWith('way-'),
      ) ?? [];
    const texts = [sentenceText(page?.lead ?? []), ...own.flatMap(({ blocks }) => proseOf(blocks))];
    const sentences = texts.filter((text) => /[.?!]$/.test(text));
    expect(sentences.length).toBeGreaterThan(5);
    expect(readingGrade(sentences)).toBeLessThanOrEqual(6);
  },
);

/** What residents read; rules and counts for others follow below. */
const RESIDENT_SECTIONS: readonly string[] = ['help', 'ways', 'handed-over', 'ask'];
