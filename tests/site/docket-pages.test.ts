/** The pages that a release's docket fills. */
import { expect, test } from 'vitest';
import { buildViews } from '../../src/site/built-view.ts';
import { collectPage } from '../../src/site/collect.ts';
import { buildLexicon } from '../../src/site/lexicon.ts';
import type { Block, Page, TableBlock } from '../../src/site/page.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { type Sentence, sentenceText } from '../../src/site/sentence.ts';
import { viewOf } from '../../src/site/view.ts';
import { docketSite } from './docket-site.ts';

const pageAt = (slug: string, site = docketSite()): Page => {
  const page = programPages(viewOf(site, 'en')).find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
};
const blocksOf = (page: Page, id: string): readonly Block[] =>
  page.sections.find((section) => section.id === id)?.blocks ?? [];
const tablesIn = (page: Page, id: string): TableBlock[] =>
  blocksOf(page, id).filter((block) => block.kind === 'table');
const isSentence = (cell: object): cell is Sentence => Array.isArray(cell);
const rowsOf = ({ rows }: TableBlock): string[][] =>
  rows.map(({ heading, cells }) => [
    sentenceText(heading),
    ...cells.map((cell) => (isSentence(cell) ? sentenceText(cell) : (cell.figure?.text ?? cell.status))),
  ]);

test('requests page of a docket: who signed first, then what came of it, the register, the balance', () => {
  expect(pageAt('requests').sections.map(({ id }) => id)).toEqual([
    'signature',
    'outcomes',
    'register',
    'days',
    'instruments',
    'balance',
    'zeros',
  ]);
  const [stats] = blocksOf(pageAt('requests'), 'signature');
  const shown = stats?.kind === 'stats' ? stats.stats.map(({ figure }) => figure.text) : [];
  expect(shown).toEqual(['2', '1', '1', '1']);
});

test('requests page of a docket: the balance adds up line by line', () => {
  const [years] = tablesIn(pageAt('requests'), 'balance');
  expect(years && rowsOf(years)).toEqual([
    ['2024', '0', '2', '1', '1'],
    ['To date (October to December 2024)', '0', '2', '1', '1'],
  ]);
});

test('requests page of a docket: hidden counts are hidden in every table, and who signed is not told', () => {
  const page = pageAt('requests', docketSite(['search_warrant', 'signed_by_judge', 'not_signed_by_judge']));
  const [instruments] = tablesIn(page, 'instruments');
  expect(instruments && rowsOf(instruments)[0]).toEqual(['Search warrant, signed by a judge', 'c', 'c']);
  const [stats] = blocksOf(page, 'signature');
  expect(stats?.kind === 'stats' && stats.stats.length).toBe(2);
});

test('requests page of a docket: the register leads to the pages of requests, newest first', () => {
  const [register] = tablesIn(pageAt('requests'), 'register');
  const links = register?.rows.flatMap(({ heading }) =>
    heading.flatMap((part) => (typeof part !== 'string' && 'href' in part ? [part.href] : [])),
  );
  expect(links).toEqual(['/en/port/requests/subpoena/', '/en/port/requests/warrant/']);
});

test('requests page of a docket: a certificate that has expired says so, and never zero', () => {
  const [zeros] = tablesIn(pageAt('requests'), 'zeros');
  expect(zeros && rowsOf(zeros).map((row) => row.at(-1))).toEqual([
    'None received; the certificate holds until 1 April 2025',
    'Expired on 1 October 2024: says nothing any more',
  ]);
});

test('page of a request: facts, what happened in order, what can follow, documents and how to cite', () => {
  const page = pageAt('requests/subpoena');
  expect(page.sections.map(({ id }) => id)).toEqual(['facts', 'history', 'follow', 'documents', 'cite']);
  const [facts] = blocksOf(page, 'facts');
  const known =
    facts?.kind === 'facts' ? facts.facts.map(({ details }) => sentenceText(details[0] ?? [])) : [];
  expect(known).toContain('The program as a whole');
  expect(known).toContain('Objection pending');
  const [history] = blocksOf(page, 'history');
  expect(history?.kind === 'timeline' && history.entries.map(({ accordingTo }) => accordingTo)).toEqual([
    'Notice of the clerk',
  ]);
});

test('pages of requests stand in no menu, and print no number of unknown origin', () => {
  const site = docketSite();
  const documents = buildViews(site)[0]?.documents ?? [];
  const lexicon = buildLexicon([site], 'en');
  for (const document of documents) {
    const entries = [...document.menu.items, ...document.menu.pages];
    expect(entries.filter(({ href }) => href.includes('/requests/')).map(({ label }) => label)).toEqual([
      'Who asked',
    ]);
    expect(collectPage(document.path, document, lexicon).path).toBe(document.path);
  }
});

test('requests page prints the sentence on orders of silence only where the program says so', () => {
  const site = docketSite();
  const spoken = { ...site, program: { ...site.program, docket: { nonDisclosureSentence: true } } };
  expect(pageAt('requests').sections.some(({ id }) => id === 'silence')).toBe(false);
  expect(pageAt('requests', spoken).sections.some(({ id }) => id === 'silence')).toBe(true);
});

test('every column of every table of the docket has a heading', () => {
  const tables = pageAt('requests').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'chart') return [block.table];
      return block.kind === 'table' ? [block] : [];
    }),
  );
  expect(tables.length).toBeGreaterThan(8);
  expect(tables.filter(({ columns }) => columns.includes(''))).toEqual([]);
});

test('overview of a program with a docket: how many requests came, how many are open, who signed', () => {
  const page = pageAt('');
  const [stats] = blocksOf(page, 'glance');
  const told =
    stats?.kind === 'stats' ? stats.stats.map(({ label, figure }) => [sentenceText(label), figure.text]) : [];
  expect(told.slice(0, 2)).toEqual([
    ['Requests received, 2024', '2'],
    ['Requests open, end of October to December 2024', '1'],
  ]);
  const [finding] = blocksOf(page, 'requests');
  expect(finding?.kind === 'finding' && sentenceText(finding.title)).toMatch(
    /of 2 requests, a judge signed 1$/,
  );
});
