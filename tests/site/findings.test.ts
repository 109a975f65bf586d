// Titles of charts never make more of what is published than it says.
import { expect, test } from 'vitest';
import { fractionNear } from '../../src/figures/fraction.ts';
import type { PublishedCell } from '../../src/program/cell.ts';
import type { Program } from '../../src/program/program.ts';
import { gridOf } from '../../src/site/blocks/table-grid.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { chooseFinding, plainTitle } from '../../src/site/findings/finding.ts';
import { tableFindings } from '../../src/site/findings/of-table.ts';
import { overviewPage } from '../../src/site/pages/overview.ts';
import { viewOf, withCells } from '../../src/site/view.ts';
import { fixtureProgram, fixtureRelease, fixtureSite } from './fixture.ts';

const MISSING = { count: null, status: 'x', note: '' } as const;

/** The fixture with other cells in its latest release. */
function viewWith(change: (cell: PublishedCell) => PublishedCell, program: Partial<Program> = {}) {
  const release = fixtureRelease(fixtureProgram(), '2024-Q4');
  const cubes = new Map([...release.cubes].map(([id, cells]) => [id, cells.map(change)]));
  const site = fixtureSite();
  const changed = { ...site, program: { ...site.program, ...program }, releases: [{ ...release, cubes }] };
  const view = withCells(viewOf(changed, 'en'));
  if (view === undefined) throw new Error('no release');
  return view;
}

function titlesOf(
  id: string,
  change: (cell: PublishedCell) => PublishedCell,
  program: Partial<Program> = {},
): string[] {
  const view = viewWith(change, program);
  const table = view.release.declaration.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return tableFindings(view, gridOf(view, table)).map(({ title }) => sentenceText(title));
}

/** Of 24 months, the last so many are not available. */
const withoutMonths = (months: number) => (cell: PublishedCell) => {
  const [period = ''] = cell.codes;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  const place = month === null ? 0 : (Number(month[1]) - 2023) * 12 + Number(month[2]);
  return place > 24 - months ? { ...cell, ...MISSING } : cell;
};

const titleOf = (id: string, change: (cell: PublishedCell) => PublishedCell) => titlesOf(id, change)[0];
const asIs = (cell: PublishedCell) => cell;
/** With so many cards in these periods in all. */
const withTotals = (totals: Readonly<Record<string, number>>) => (cell: PublishedCell) => {
  const [period = '', ...others] = cell.codes;
  const count = others.every((code) => code === '_T') ? totals[period] : undefined;
  return count === undefined ? cell : { ...cell, count };
};

test('tableFindings of months: the last whole year beside the year before it', () => {
  expect(titleOf('cards-by-month', withTotals({ 2023: 4000, 2024: 4500 }))).toBe(
    'Cards issued: 4,500 in 2024, 12.5% more than in 2023',
  );
  expect(titleOf('cards-by-month', withTotals({ 2023: 4500, 2024: 4000 }))).toBe(
    'Cards issued: 4,000 in 2024, 11.1% fewer than in 2023',
  );
});

test('tableFindings of a change of few, or of hardly anything, says by how many', () => {
  expect(titleOf('cards-by-month', withTotals({ 2023: 40, 2024: 45 }))).toBe(
    'Cards issued: 45 in 2024, 5 more than in 2023',
  );
  expect(titleOf('cards-by-month', withTotals({ 2023: 40_000, 2024: 40_001 }))).toBe(
    'Cards issued: 40,001 in 2024, 1 more than in 2023',
  );
  expect(titleOf('cards-by-month', withTotals({ 2023: 4000, 2024: 4000 }))).toBe(
    'Cards issued: 4,000 in 2024, as many as in 2023',
  );
});

test('tableFindings compares no year that has a remark of its own, and none with a hidden one', () => {
  const remarked = (cell: PublishedCell) =>
    cell.codes[0] === '2024' ? { ...cell, note: 'Ten months' } : cell;
  const hidden = (cell: PublishedCell): PublishedCell =>
    cell.codes[0] === '2023' ? { ...cell, count: null, status: 'c' } : cell;
  for (const change of [remarked, hidden])
    expect(
      titlesOf('cards-by-month', change).filter((title) => / (?:more|fewer) than in 2023$/.test(title)),
    ).toEqual([]);
});

test('tableFindings where fewer than half of the months can be read says so, and nothing else', () => {
  expect(titleOf('cards-by-month', withoutMonths(12))).not.toMatch(/could be read/);
  expect(titlesOf('cards-by-month', withoutMonths(13))).toEqual([
    'Cards issued: only 11 of 24 months could be read',
    'Cards by month',
  ]);
});

test('tableFindings of months that cannot be otherwise than zero does not count them as missing', () => {
  const title = titleOf('cards-by-month', (cell) =>
    withoutMonths(20)(cell).status === 'x' ? { ...cell, count: null, status: 'z' } : cell,
  );
  expect(title).not.toMatch(/could be read/);
});

test('tableFindings of areas of which one is hidden names none as the one with most', () => {
  const hide = (cell: PublishedCell): PublishedCell =>
    cell.codes[2] === 'cedar' ? { ...cell, count: null, status: 'c' } : cell;
  expect(titleOf('cards-by-year-area', asIs)).toMatch(/, the most of all$/);
  expect(titlesOf('cards-by-year-area', hide).filter((title) => /the most/.test(title))).toEqual([]);
});

test('tableFindings of ways to apply: first the one that leaves records, in words where a fraction is near', () => {
  const fifth = (cell: PublishedCell): PublishedCell => {
    const [period, channel, area] = cell.codes;
    if (period !== '2024' || area !== '_T') return cell;
    return { ...cell, status: '', count: { _T: 1000, online: 207 }[channel ?? ''] ?? 793 };
  };
  expect(titleOf('cards-by-year-channel', fifth)).toBe('Online: one in five cards in 2024 (20.7%)');
});

test('tableFindings of shares names what leaves records and the highest, and no other', () => {
  const namedOf = (online: number) => {
    const shares = (cell: PublishedCell): PublishedCell => {
      const [period, channel, area] = cell.codes;
      if (period !== '2024' || area !== '_T') return cell;
      return { ...cell, status: '', count: { _T: 1000, online }[channel ?? ''] ?? 1000 - online };
    };
    const titles = titlesOf('cards-by-year-channel', shares).filter((title) => /cards in 2024/.test(title));
    return titles.map((title) => title.split(':')[0]);
  };
  expect(namedOf(390)).toEqual(['Online', 'At an event']);
  expect(namedOf(610)).toEqual(['Online']);
});

test('tableFindings of what stands at a date: how many, and how many more than a year before', () => {
  const held = (cell: PublishedCell): PublishedCell =>
    cell.codes.length > 1 ? cell : { ...cell, status: '', count: cell.codes[0] === '2023-12' ? 50 : 80 };
  expect(titleOf('records-by-month', held)).toBe(
    'Records held: 80 at the end of December 2024, 30 more than a year before',
  );
});

test('tableFindings of what stood the same from an event on: since when, until when, and what happened', () => {
  const events = [{ date: '2024-03-18', label: 'Portal paused', accordingTo: 'Quay Courier' }];
  const heldFrom = (counts: Readonly<Record<string, number>>) => (cell: PublishedCell) => {
    const month = Number(cell.codes[0]?.slice(5));
    return cell.codes.length > 1
      ? cell
      : { ...cell, status: '' as const, count: counts[cell.codes[0] ?? ''] ?? 80 + month };
  };
  const steady = (counts: Readonly<Record<string, number>>) =>
    titlesOf('records-by-month', heldFrom(counts), { events }).filter((title) => /no change/.test(title));
  expect(steady({ '2024-03': 80, '2024-04': 80, '2024-05': 80 })).toEqual([
    'Records held: 80 from March 2024 to May 2024, no change (Portal paused)',
  ]);
  expect(steady({ '2024-03': 80, '2024-04': 80, '2024-05': 79, '2024-06': 79 })).toEqual([]);
  expect(steady({ '2024-06': 80, '2024-07': 80 })).toEqual([]);
  expect(steady({})).toEqual([]);
});

test('chooseFinding of a page: never form and subject twice', () => {
  const claim = { form: 'change', subject: 'a', program: '', release: '', cells: [], says: 'more' } as const;
  const [first, second] = [
    { title: ['one'], claim },
    { title: ['two'], claim: { ...claim, subject: 'b' } },
  ];
  const taken = new Set<string>();
  const chosen = [1, 2, 3].map(() => chooseFinding([first, second, plainTitle('a name')], taken).title[0]);
  expect(chosen).toEqual(['one', 'two', 'a name']);
});

test.each([
  [0.207, 'fifth'],
  [0.21, undefined],
  [0.5, 'half'],
  [0.91, 'nine-tenths'],
  [0.02, undefined],
])('fractionNear of %s: %s', (share, name) => {
  expect(fractionNear(share)).toBe(name);
});

test('key figures of the overview say of which period, and how it was a year before', () => {
  const page = overviewPage(viewWith(withTotals({ 2023: 4000, 2024: 4500 })));
  const stats = page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'stats' ? block.stats : [])),
  );
  expect(
    stats.map(({ label, figure, change = [] }) => [label, [figure], change].map(sentenceText)),
  ).toContainEqual(['Cards issued, 2024', '4,500', '12.5% more than in 2023']);
});

test('key figures of what is held compare the ends of two periods, not what happened in them', () => {
  const held = (cell: PublishedCell) => {
    const count = { '2023-12': 70, '2024-12': 82 }[cell.codes[0] ?? ''];
    return cell.codes.length > 1 || count === undefined
      ? cell
      : { ...cell, count, status: '' as const, note: '' };
  };
  const stats = overviewPage(viewWith(held)).sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'stats' ? block.stats : [])),
  );
  expect(stats.map(({ label, change = [] }) => [label, change].map(sentenceText))).toContainEqual([
    'Records held, end of December 2024',
    '12 more than at the end of December 2023',
  ]);
});
