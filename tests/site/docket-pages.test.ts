/** The pages that a release's docket fills. */
import { expect, test } from 'vitest';
import { buildViews } from '../../src/site/built-view.ts';
import { collectPage } from '../../src/site/figures/collect.ts';
import { buildLexicon } from '../../src/site/figures/lexicon.ts';
import { type Sentence, sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, Page, TableBlock } from '../../src/site/frame/page.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
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

test('requests page of a docket: who signed in its heading, then what came of all, of which authority, one by one', () => {
  const page = pageAt('requests');
  expect(sentenceText(page.headline?.title ?? [])).toMatch(/of 2 requests, a judge signed 1$/);
  expect(page.sections.map(({ id }) => id)).toEqual([
    'years',
    'outcomes',
    'immigration',
    'register',
    'days',
    'signature',
    'zeros',
  ]);
});

test('requests page of a docket: year by year how many came in, were signed, have a page, were closed, and what left', () => {
  const [years] = tablesIn(pageAt('requests'), 'years');
  expect(years?.columns).toEqual([
    'Period',
    'Asked, all requests',
    'Signed by a judge',
    'Asked, with a page',
    'Closed, with a page',
    'Handed over, with a page',
  ]);
  expect(years && rowsOf(years)).toEqual([['2024', '2', '1', '2', '1', 'Nothing so far, Application data']]);
});

test('requests page of a docket: a square for each request, those without a page apart', () => {
  const [chart] = blocksOf(pageAt('requests'), 'outcomes');
  if (chart?.kind !== 'chart') throw new Error('no chart');
  expect(sentenceText(chart.title)).toBe(
    '1 closed request with a page of its own: 1 got people’s records, 0 statistics or documents not about individuals, 0 nothing',
  );
  expect(chart.notes.map(sentenceText)).toContain(
    '2 requests: 2 have a page of their own, 0 have none: about few people, or nobody knows how many',
  );
  expect(rowsOf(chart.table)).toEqual([
    ['Disclosed in full', '1', '1', 'No request'],
    ['Still open', '1', 'No request', '1'],
    ['No page: about few people, or nobody knows how many', '0', 'not available', 'not available'],
  ]);
});

test('requests page of a docket: what federal immigration authorities asked for, and how much of it is hidden', () => {
  const [lead] = blocksOf(pageAt('requests'), 'immigration');
  const cited = blocksOf(pageAt('requests'), 'immigration').find(({ kind }) => kind === 'citation');
  expect(JSON.stringify(cited)).toMatch(/releases\/[^/]+\/requests\/#immigration/);
  expect(lead?.kind === 'finding' && sentenceText(lead.title)).toBe(
    '1 request has a page of its own, 0 closed; with these, nothing left the building',
  );
  const hidden = pageAt('requests', docketSite(['federal_immigration']));
  const [years] = tablesIn(hidden, 'immigration');
  expect(years && rowsOf(years)[0]?.slice(0, 4)).toEqual(['2024', 'c', '1', '0']);
  const handed = years?.rows[0]?.cells[3] ?? [];
  expect('address' in handed ? '' : sentenceText(handed)).toBe('Nothing so far');
  expect(years?.links.map(({ href }) => href)).toContain('/en/port/method/#promise');
  const [, said] = blocksOf(hidden, 'immigration');
  expect(said?.kind === 'prose' && sentenceText(said.text)).toContain(
    'never lower than the requests with a page',
  );
});

test('requests page of a docket: the balance adds up line by line', () => {
  const [years] = tablesIn(pageAt('balance'), 'sheet-years');
  expect(years && rowsOf(years)).toEqual([
    ['2024', '0', '2', '1', '1'],
    ['To date (December 2024)', '0', '2', '1', '1'],
  ]);
});

test('requests page of a docket: hidden counts are hidden in every table, and who signed is not told', () => {
  const page = pageAt('requests', docketSite(['search_warrant', 'signed_by_judge', 'not_signed_by_judge']));
  const folds = blocksOf(page, 'signature').flatMap((block) => (block.kind === 'fold' ? block.blocks : []));
  const [instruments] = folds.filter((block) => block.kind === 'table');
  expect(instruments && rowsOf(instruments)[0]).toEqual(['Search warrant, signed by a judge', 'c', 'c']);
  expect(sentenceText(page.headline?.title ?? [])).toMatch(/a judge signed is hidden/);
});

test('requests page of a docket: the register leads to the pages of requests, newest first', () => {
  const [register] = tablesIn(pageAt('requests'), 'register');
  const links = register?.rows.flatMap(({ heading }) =>
    heading.flatMap((part) => (typeof part !== 'string' && 'href' in part ? [part.href] : [])),
  );
  expect(links).toEqual(['/en/port/requests/subpoena/', '/en/port/requests/warrant/']);
});

test('requests page of a docket: a certificate that has expired says so, and never zero', () => {
  const lists = blocksOf(pageAt('requests'), 'zeros').flatMap((block) =>
    block.kind === 'list' ? [block.items.map(sentenceText)] : [],
  );
  const [[held], [expired]] = lists as [string[], string[]];
  expect(held).toMatch(/: none in .* the certificate runs out on /);
  expect(expired).toMatch(/ran out on .* and says nothing any more\.$/);
  expect(expired).not.toMatch(/none/);
});

test('page of a request: what was got in its heading, then who signed, what happened, what was given, its neighbors', () => {
  const page = pageAt('requests/subpoena');
  expect(sentenceText(page.headline?.title ?? [])).toMatch(
    /^Border Service has got nothing so far\. Last known: Objection pending/,
  );
  expect(page.sections.map(({ id }) => id)).toEqual([
    'key',
    'history',
    'asked',
    'facts',
    'documents',
    'follow',
    'cite',
    'others',
  ]);
  const known = (id: string) => {
    const [facts] = blocksOf(page, id);
    return facts?.kind === 'facts' ? facts.facts.map(({ details }) => sentenceText(details[0] ?? [])) : [];
  };
  expect(known('key')).toContain('The program as a whole');
  expect(known('asked')).toContain('Not decided yet');
  const [history] = blocksOf(page, 'history');
  expect(history?.kind === 'timeline' && history.entries.map(({ accordingTo }) => accordingTo)).toEqual([
    'Notice of the clerk',
  ]);
  const [others] = blocksOf(page, 'others');
  expect(others?.kind === 'list' && sentenceText(others.items[0] ?? [])).toMatch(/^Previous: State Attorney/);
});

test('page of a request that gave something: what, and when', () => {
  expect(sentenceText(pageAt('requests/warrant').headline?.title ?? [])).toMatch(
    /^State Attorney got: .+ \(/,
  );
});

test('a request that gave two kinds: every page that says what was given names both, on the day of the last', () => {
  const site = docketSite();
  const [release] = site.releases;
  if (release?.requests == null) throw new Error('no docket');
  const { requests } = release;
  const [first] = requests.events;
  if (first === undefined) throw new Error('no event');
  const events = [
    { ...first, date: '2024-02-20' },
    { ...first, left: 'document_images' as const },
  ];
  const docket = requests.docket.map((request) =>
    request.request === 'warrant' ? { ...request, left: 'document_images' as const } : request,
  );
  const both = { ...site, releases: [{ ...release, requests: { ...requests, docket, events } }] };
  const page = pageAt('requests/warrant', both);
  const words = 'Application data, images of documents';
  expect(sentenceText(page.headline?.title ?? [])).toBe(`State Attorney got: ${words} (March 1, 2024)`);
  const [asked] = blocksOf(page, 'asked');
  expect(
    asked?.kind === 'facts' && asked.facts.map(({ details }) => sentenceText(details[0] ?? [])),
  ).toContain(words);
  const register = tablesIn(pageAt('requests', both), 'register').flatMap(rowsOf);
  expect(register.map((row) => row.at(-1))).toContain(words);
  const [years] = tablesIn(pageAt('requests', both), 'years').map(rowsOf);
  expect(years?.[0]?.at(-1)).toBe('Nothing so far, Application data, Images of documents');
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
  const tables = [...pageAt('requests').sections, ...pageAt('balance').sections].flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'chart') return [block.table];
      return block.kind === 'table' ? [block] : [];
    }),
  );
  expect(tables.length).toBeGreaterThan(7);
  expect(tables.filter(({ columns }) => columns.includes(''))).toEqual([]);
});

test('overview of a program with a docket: how many requests came, how many are open, who signed', () => {
  const page = pageAt('');
  const [stats] = blocksOf(page, 'glance');
  const told =
    stats?.kind === 'stats' ? stats.stats.map(({ label, figure }) => [sentenceText(label), figure.text]) : [];
  expect(told.slice(0, 2)).toEqual([
    ['Requests received, 2024', '2'],
    ['Requests open, end of December 2024', '1'],
  ]);
  const [finding] = blocksOf(page, 'requests');
  expect(finding?.kind === 'finding' && sentenceText(finding.title)).toMatch(
    /of 2 requests, a judge signed 1$/,
  );
});
