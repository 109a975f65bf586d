// A way of applying of which the city has not said yet what it keeps: pages say so, in every language, and say nothing else for it.
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { LANGUAGES } from '../../src/site/messages/languages.ts';
import { messagesIn } from '../../src/site/messages/messages.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureSite } from './fixture.ts';

const channels = [{ id: 'online', label: 'Online', accordingTo: 'Quay City Clerk' }];

test.each(LANGUAGES.map(({ code }) => code))(
  'what is kept, and for how long, is not stated yet in %s',
  (language) => {
    const program = fixtureProgram({ channels, languages: ['en', language] });
    const view = viewOf({ ...fixtureSite(), program }, language);
    const page = programPages(view).find(({ slug }) => slug === 'records');
    const blocks = page?.sections.find(({ id }) => id === 'way-online')?.blocks ?? [];
    const said = blocks
      .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
      .flatMap(({ details }) => details.map(sentenceText));
    const words = messagesIn(language).record;
    expect(said.filter((one) => one === words.notStated)).toHaveLength(2);
    expect(said.join()).toContain(words.leavesRecords['not-on-the-record']);
    expect(said.join()).not.toContain('undefined');
  },
);
