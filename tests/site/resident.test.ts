/** "What is kept": for residents, in plain words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProgram } from '../../src/program/parse-program.ts';
import type { Program } from '../../src/program/program.ts';
import { parseTranslations } from '../../src/program/translation.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block } from '../../src/site/frame/page.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import english from '../../src/site/messages/en.json' with { type: 'json' };
import { promisePage } from '../../src/site/pages/made/promise.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { type View, viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureSite, RECORD, requestOnRecord, statementOnRecord } from './fixture.ts';
import { readingGrade, spanishEase } from './reading-grade.ts';

const NO_RECORD: SiteProgram['record'] = { ...RECORD, figures: [], requests: [], statements: [] };

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
  days: new Map(),
  translations: new Map(),
};

const pageIn = (language: string, site = onRecord) =>
  programPages(viewOf(site, language)).find(({ slug }) => slug === 'records');
const textsOf = (page: ReturnType<typeof pageIn>, id: string): string[] =>
  proseOf(page?.sections.find((section) => section.id === id)?.blocks ?? []);

test('resident page: legal help first, then an answer for each way to apply, then what was handed over', () => {
  const page = pageIn('en');
  expect(page?.sections.slice(0, 5).map(({ id }) => id)).toEqual([
    'help',
    'way-online',
    'handed-over',
    'told',
    'ask',
  ]);
  expect(textsOf(page, 'told').join(' ')).toMatch(/^That is not known\./);
  expect(textsOf(page, 'help')[0]).toMatch(/^First get legal help/);
  expect(textsOf(page, 'way-online').join(' ')).toContain('The application.');
  const said = page?.sections
    .find(({ id }) => id === 'handed-over')
    ?.blocks.flatMap((block) =>
      block.kind === 'timeline' ? block.entries.map(({ text }) => sentenceText(text)) : [],
    );
  expect(said?.map((text) => text.replace(/^.*: /, ''))).toEqual(['We would not say.', 'Nothing was given.']);
  expect(textsOf(page, 'handed-over')[0]).toMatch(
    /^The city says no: declined .*\. Asked for by .*: All applications\.$/,
  );
});

test('resident page: that nothing is kept is the city’s word, never a fact, and each way says by what one knows it', () => {
  const [channel] = fixtureProgram({}).channels;
  if (channel === undefined) throw new Error('the fixture has no way to apply');
  const event = { ...channel, id: 'event', label: 'At an event', leavesRecords: 'no' as const };
  const channels = [{ ...event, meaning: 'You came to an event.' }, channel];
  const page = pageIn('en', { ...onRecord, program: fixtureProgram({ nature: 'real', channels }) });
  expect(textsOf(page, 'ways')[0]).toBe(
    'At an event: The city says that your application is not kept. You came to an event.',
  );
  expect(textsOf(page, 'way-event').join(' ')).toContain('has checked it');
  expect(sentenceText(page?.headline?.title ?? [])).toContain(
    'At an event: the city says that your application is not kept.',
  );
});

test('resident page: where requests are listed and none is of an immigration authority, it says so, and no more than that', () => {
  const state = requestOnRecord({ requester: 'state', agency: 'Two legislators' });
  const told = (requests: SiteProgram['record']['requests']) =>
    textsOf(pageIn('en', { ...onRecord, record: { ...onRecord.record, requests } }), 'handed-over').join(' ');
  expect(told([state])).toContain('None of the requests listed here is from an immigration authority');
  expect(told([state, requestOnRecord({})])).not.toContain('None of the requests');
  expect(told([])).not.toContain('None of the requests');
});

test('resident page: a request for counts, or for a paper about nobody, is none for records of people', () => {
  const counts = requestOnRecord({ id: 'counts-2023', agency: 'A newspaper', aboutPeople: false });
  const site = { ...onRecord, record: { ...onRecord.record, requests: [requestOnRecord({}), counts] } };
  for (const section of ['way-online', 'handed-over'])
    expect(textsOf(pageIn('en', site), section).join(' ')).not.toContain('A newspaper');
});

test('resident page: where nobody is named who helps, it says so, and who can tell', () => {
  expect(textsOf(pageIn('en'), 'help').join(' ')).toContain('We found no list of free legal help');
  expect(textsOf(pageIn('en'), 'ask').join(' ')).toContain('do not say where you can ask in person');
});

test('resident page: what somebody said stands in English with its sense in the reader’s language', () => {
  const statements = [statementOnRecord({ statement: 'Spoke.', quote: 'no data was given' })];
  const texts = { 'no data was given': 'no se entregó ningún dato' };
  const site = {
    ...onRecord,
    record: { ...onRecord.record, statements },
    translations: new Map([['es', { reviewedBy: null, texts }]]),
  };
  const said = pageIn('es', site)
    ?.sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'timeline' ? block.entries.map(({ text }) => sentenceText(text)) : [],
    );
  expect(said?.join(' ')).toContain('“no data was given” (es decir: “no se entregó ningún dato”)');
});

test('resident page in a language in which nobody has checked it: shown, and what decides in English behind a line', () => {
  const texts = { 'The application.': 'La solicitud.' };
  const site = { ...onRecord, translations: new Map([['es', { reviewedBy: null, texts }]]) };
  const page = pageIn('es', site);
  expect(textsOf(page, 'way-online')).toContain('La solicitud.');
  const folds = page?.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'fold')) ?? [];
  expect(proseOf(folds.flatMap((fold) => ('blocks' in fold ? fold.blocks : [])))).toContain(
    'The application.',
  );
  expect(textsOf(pageIn('en', site), 'way-online').join(' ')).not.toContain('in English');
});

test('resident page of a city with guidance of its own: who helps and how to ask, in its words', () => {
  const guidance = {
    legalHelp: [{ text: 'Harbor Legal Aid', url: 'https://aid.example/', phone: '1-555-010-0199' }],
    howToAsk: ['Come by.'],
  };
  const page = pageIn('en', { ...onRecord, program: fixtureProgram({ nature: 'real', guidance }) });
  expect(textsOf(page, 'help')).toContain('Harbor Legal Aid. Call');
  expect(JSON.stringify(page)).toContain('tel:1-555-010-0199');
  expect(textsOf(page, 'ask')).toContain('Come by.');
});

test('resident page: until when an online application is kept, worked out by month and age', () => {
  const program = parseProgram(
    readFileSync('data/programs/chicago-citykey/program.json', 'utf8'),
    'program.json',
  );
  if (!program.ok) throw new Error('not readable');
  const { keptShare: _, ...papers } = program.value;
  const page = pageIn('en', { ...onRecord, program: { ...papers, series: [] }, record: NO_RECORD });
  const online = page?.sections.find(({ id }) => id === 'way-online');
  const table = online?.blocks.find((block) => block.kind === 'table');
  const rows = table?.kind === 'table' ? table.rows : [];
  const texts = rows.map(({ heading, cells }) =>
    [heading, ...cells].map((cell) => ('address' in cell ? '' : sentenceText(cell))),
  );
  expect(texts).toContainEqual(['February 2025', 'February 2030', 'February 2033']);
  const notes = table?.kind === 'table' ? table.notes.map(sentenceText) : [];
  expect(notes[0]).toMatch(/^65.*: always kept$/);
  expect(texts.map(([month]) => month).at(0)).toBe('December 2024');
  expect(texts).toHaveLength(7);
});

test.each(['chicago-citykey', 'nyc-idnyc', 'sf-city-id', 'elm-city-card'])(
  'who gives legal help to residents of %s is first somebody else than the city that holds the file',
  (id) => {
    const { guidance } = JSON.parse(readFileSync(`data/programs/${id}/program.json`, 'utf8')) as Program;
    expect(guidance?.legalHelp?.[0]?.text).not.toMatch(/^(?:City|State) of/);
    expect(guidance?.legalHelp?.[0]?.url).toMatch(/^https:/);
  },
);

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
      default:
        return [];
    }
  });
}

/** Every whole sentence of the page for residents; `tell` makes the view of a program. */
function residentSentences(id: string, tell: (program: Program) => View): string[] {
  const file = `data/programs/${id}/program.json`;
  const program = parseProgram(readFileSync(file, 'utf8'), file);
  if (!program.ok) throw new Error('not readable');
  const { keptShare: _, ...papers } = program.value;
  const page = programPages(tell({ ...papers, series: [] })).find(({ slug }) => slug === 'records');
  const own =
    page?.sections.filter(
      ({ id: section }) => RESIDENT_SECTIONS.includes(section) || section.startsWith('way-'),
    ) ?? [];
  const texts = [sentenceText(page?.lead ?? []), ...own.flatMap(({ blocks }) => proseOf(blocks))];
  return texts.filter((text) => /[.?!]$/.test(text));
}

const READ_BY_RESIDENTS = ['example-city', 'chicago-citykey', 'nyc-idnyc'];

test.each(READ_BY_RESIDENTS)('the resident page of %s asks for no more than six years of school', (id) => {
  const sentences = residentSentences(id, (program) => viewOf({ ...onRecord, program }, 'en'));
  expect(sentences.length).toBeGreaterThan(5);
  expect(readingGrade(sentences)).toBeLessThanOrEqual(6);
});

test.each(READ_BY_RESIDENTS)('the resident page of %s in Spanish is read with six years of school', (id) => {
  const sentences = residentSentences(id, (program) => {
    const file = `data/programs/${id}/translations/es.json`;
    const told = parseTranslations(readFileSync(file, 'utf8'), file);
    if (!told.ok) throw new Error('not readable');
    return viewOf(
      { ...onRecord, program, record: NO_RECORD, translations: new Map([['es', told.value]]) },
      'es',
    );
  });
  expect(sentences.length).toBeGreaterThan(5);
  expect(spanishEase(sentences)).toBeGreaterThanOrEqual(70);
});

const NOBODY = { isCounted: false, publisher: undefined };

const textsOfPromise = (language: string): string[] => {
  const { lead, sections } = promisePage(language, { href: '/', label: 'Programs' }, NOBODY);
  const items = sections.flatMap(({ blocks }) => proseOf(blocks));
  return [sentenceText(lead), ...items];
};

test('the page on what the site never tells is read with six years of school, in English and in Spanish', () => {
  expect(textsOfPromise('en').length).toBeGreaterThan(12);
  expect(readingGrade(textsOfPromise('en'))).toBeLessThanOrEqual(6);
  expect(spanishEase(textsOfPromise('es'))).toBeGreaterThanOrEqual(70);
});

test('what the site never tells says that no city counts with it as long as none does', () => {
  const said = (isCounted: boolean) =>
    JSON.stringify(promisePage('en', { href: '/', label: 'Programs' }, { ...NOBODY, isCounted }));
  expect(said(false)).toContain(english.promise.noCity);
  expect(said(true)).not.toContain(english.promise.noCity);
});

test('a request is told under every way to apply, also under one of which the city says that it keeps nothing', () => {
  const [online] = onRecord.program.channels;
  if (online === undefined) throw new Error('no way to apply');
  const event = { ...online, id: 'event', label: 'At an event', leavesRecords: 'no' as const };
  const site = { ...onRecord, program: { ...onRecord.program, channels: [online, event] } };
  const page = programPages(viewOf(site, 'en')).find(({ slug }) => slug === 'records');
  const of = (id: string) => JSON.stringify(page?.sections.find((section) => section.id === id));
  expect(of('way-online')).toContain('Border Inspection Service');
  expect(of('way-event')).toContain('Border Inspection Service');
  expect(of('way-event')).toContain(english.whatIsKept.onItsWord);
});

test('every page of a program leads to what the site never tells, and the one on what is kept does so in its text', () => {
  const documents = buildViews(onRecord, new Map())[0]?.documents ?? [];
  expect(documents.length).toBeGreaterThan(2);
  for (const { footer } of documents)
    expect(footer).toEqual(
      expect.arrayContaining([
        [{ href: '/en/promise/', label: english.promise.name }],
        [{ href: '/en/promise/#tracking', label: english.promise.tracking }],
      ]),
    );
  expect(textsOf(pageIn('en'), 'ask')).toContain(english.promise.name);
});

/** What residents read; rules and counts for others follow below. */
const RESIDENT_SECTIONS: readonly string[] = ['help', 'ways', 'handed-over', 'told', 'ask'];

test('the first page and each request for records of people lead to legal help before anything else', () => {
  const pages = programPages(viewOf(onRecord, 'en'));
  const first = pages.find(({ slug }) => slug === '');
  const asked = pages.filter(({ slug }) => slug.startsWith('requests/'));
  expect(asked.length).toBeGreaterThan(0);
  for (const page of [first, ...asked]) {
    expect(page?.sections[0]?.id).toBe('help-first');
    expect(JSON.stringify(page?.sections[0])).toContain('records/#help');
  }
});
