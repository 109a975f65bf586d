/** "What is kept": for residents, in plain words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProgram } from '../../src/model/parse-program.ts';
import type { Program } from '../../src/model/program.ts';
import { parseTranslations } from '../../src/model/translation.ts';
import { buildViews } from '../../src/site/built-view.ts';
import english from '../../src/site/messages/en.json' with { type: 'json' };
import type { Block } from '../../src/site/page.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import type { SiteProgram } from '../../src/site/site-program.ts';
import { type View, viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureSite, RECORD, requestOnRecord, statementOnRecord } from './fixture.ts';
import { readingGrade, spanishEase, spanishSyllables, syllables } from './reading-grade.ts';

const NO_RECORD: SiteProgram['record'] = {
  ...RECORD,
  figures: [],
  requests: [],
  statements: [],
};

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
  }).filter((text) => !text.startsWith('En inglés'));
  expect(sentences.length).toBeGreaterThan(5);
  expect(spanishEase(sentences)).toBeGreaterThanOrEqual(70);
});

test('syllables of everyday words in Spanish, and the ease of plain and of learned prose', () => {
  const counted = ['ciudad', 'guarda', 'expediente', 'quien', 'día', 'leer', 'muy', 'gratuita', 'solicitó'];
  expect(counted.map(spanishSyllables)).toEqual([2, 2, 4, 1, 2, 2, 1, 3, 4]);
  expect(spanishEase(['El gato duerme al sol. La casa es roja.'])).toBeGreaterThan(90);
  expect(
    spanishEase(['La determinación administrativa necesita la consideración exhaustiva de circunstancias.']),
  ).toBeLessThan(20);
});

/** What residents read; rules and counts for others follow below. */
const RESIDENT_SECTIONS: readonly string[] = ['help', 'ways', 'handed-over', 'ask'];
