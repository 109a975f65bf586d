/** "Who asked" of a program that keeps totals of its requests alone: all that it counts, and that it lists none. */
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { foresee } from '../../src/site/pages/foreseen.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { pageAt, textOf, totalsSite } from './totals-site.ts';

test('requests page of totals: what came of them, who asked, why none is listed, who signed', () => {
  const page = pageAt('requests', totalsSite());
  expect(sentenceText(page.lead)).toContain('The city keeps only totals of them, and lists none.');
  expect(page.sections.map(({ id }) => id).slice(0, 4)).toEqual([
    'outcomes',
    'requesters',
    'register',
    'signature',
  ]);
});

test('no page of totals speaks of requests that have a page', () => {
  const text = textOf(totalsSite());
  for (const words of [
    'with_page',
    'with a page',
    'pages of their own',
    'Requests listed one by one',
    'Some requests ask about a few people',
    'requests/docket.csv',
    'requests/events.csv',
  ])
    expect(text).not.toContain(words);
  expect(text).toContain('requests/balance.csv');
});

test.each([[[]], [['requester']], [['outcome']], [['instrument']]])(
  'pages of totals that are told apart by %j can be made',
  (by) => {
    const page = pageAt('requests', totalsSite(by));
    const ids = page.sections.map(({ id }) => id);
    expect(ids.includes('signature')).toBe(by.includes('instrument'));
    expect(page.headline).toBeDefined();
    expect(JSON.stringify(pageAt('balance', totalsSite(by)))).toContain('open_at_end');
  },
);

test('what is told by its total alone is offered by nothing else', () => {
  const texts = (by: readonly string[]) =>
    pageAt('requests', totalsSite(by))
      .sections.slice(0, 2)
      .flatMap(({ heading, blocks }) =>
        [heading, ...blocks.map((block) => (block.kind === 'table' ? block.caption : []))].map(sentenceText),
      );
  expect(texts([])).toEqual(['Requests closed', 'Requests closed', 'Requests received', 'Requests received']);
  expect(texts(['requester'])).toContain('Requests received, by requester');
  expect(texts(['outcome'])).toContain('Requests closed, by outcome');
});

test('how to cite names the dimensions that are told, and no other', () => {
  const dictionary = (by: readonly string[]) =>
    JSON.stringify(pageAt('cite', totalsSite(by)).sections.find(({ id }) => id === 'dictionary'));
  expect(dictionary([])).not.toMatch(/Asked by|most that was handed over|Legal means/);
  expect(dictionary(['requester'])).toContain('Asked by');
  expect(dictionary(['requester'])).not.toContain('most that was handed over');
});

test('a stock of a quarter is as of its last month', () => {
  const text = textOf(totalsSite());
  expect(text).toContain('December 2024');
  expect(text).not.toMatch(/end of October to December/i);
});

test('a dry run says that no request has a page', () => {
  expect(foresee(totalsSite())).toContainEqual(
    expect.stringMatching(
      /^Requests: the office keeps totals alone, so none has a page\. Requests received to date/,
    ),
  );
});

test('the total stands in every table, whatever else is told', () => {
  const tables = totalsSite([]).releases[0]?.declaration.tables.map(({ levels }) => Object.keys(levels));
  expect(new Set(tables?.map((dimensions) => dimensions.join()))).toEqual(new Set(['period']));
});

test.each([
  ['en', '0 to 1,249', 'Some counts are known only as ranges'],
  ['es', '0 a 1,249', 'Algunas cifras solo se conocen como intervalos'],
  ['pl', '0 do 1249', 'Niekt\u00f3re liczby s\u0105 znane tylko jako przedzia\u0142y'],
  ['zh-Hans', '0 \u81f3 1,249', '\u6709\u4e9b\u6570\u76ee\u53ea\u77e5\u9053\u8303\u56f4'],
  [
    'ar',
    '0 \u0625\u0644\u0649 1,249',
    '\u0628\u0639\u0636 \u0627\u0644\u0623\u0639\u062f\u0627\u062f \u0644\u0627 \u062a\u064f\u0639\u0631\u0641 \u0625\u0644\u0627 \u0643\u0646\u0637\u0627\u0642\u0627\u062a',
  ],
])('a count that is known only as a range stands as one in words: %s', (language, words, says) => {
  const page = programPages(viewOf(totalsSite(), language)).find(({ slug }) => slug === 'requests');
  const tables = page?.sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === 'table' ? [one] : [])),
  );
  const told = tables
    ?.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
    .flatMap((cell) => ('range' in cell && cell.range !== undefined ? [sentenceText(cell.range)] : []));
  expect(told).toContain(words);
  expect(JSON.stringify(page)).toContain(says);
});

test('half-years are named by their months, and the balance stands by them', () => {
  const site = totalsSite(undefined, 'half-year');
  const text = JSON.stringify(pageAt('requests', site)) + JSON.stringify(pageAt('balance', site));
  expect(text).toMatch(/January[^"]{1,12}June 2024/);
  expect(text).toContain('By half-year');
  expect(text).not.toContain('By quarter');
});

test.each(['2024-Q1', '2024-Q3'])(
  'pages of %s, which closes half of a half-year, show nothing to date',
  (id) => {
    const text = textOf(totalsSite(undefined, 'half-year', id));
    expect(text).not.toContain('balance|_T|');
  },
);
