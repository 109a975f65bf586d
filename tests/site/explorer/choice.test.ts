// What the explorer shows when its reader changes something: no period gets lost.
import { expect, test } from 'vitest';
import { periodCodelist } from '../../../src/program/period.ts';
import { formatChoice, readWish } from '../../../src/site/explorer/address.ts';
import { changeChoice, wishAfter } from '../../../src/site/explorer/change-choice.ts';
import { chooseFrom, type Wish } from '../../../src/site/explorer/choice.ts';
import { notPublished } from '../../../src/site/explorer/not-published.ts';
import { cardIndex, words } from './card-index.ts';

const LEVELS = ['month', 'quarter', 'year', 'fiscal-year'] as const;

/** Periods from July 2019 to June 2025, so that neither the first nor the last calendar year is whole. */
const { codes, rollups } = periodCodelist(
  { from: '2019-07', levels: [...LEVELS], fiscalYearStartMonth: 7, partialYear: false },
  2025 * 12 + 5,
);

/** The first and last month, as the codelist's rollups have them. */
function spanOf(code: string): { span?: [string, string] } {
  const monthsOf = (one: string): string[] => {
    const parts = rollups.filter(({ parent }) => parent === one).flatMap((rollup) => monthsOf(rollup.code));
    return parts.length === 0 ? [one] : parts;
  };
  const months = monthsOf(code).sort();
  return months.length > 1 ? { span: [months[0] ?? '', months.at(-1) ?? ''] } : {};
}

const index = cardIndex({ columns: ['period'], splits: LEVELS.map((period) => ({ period, levels: {} })) }, [
  {
    dimension: 'period',
    label: 'Period',
    codes: codes.map(({ code, label, level }) => ({ code, label, level, ...spanOf(code) })),
  },
]);

function rangeOf(query: string): [from: string, to: string] {
  const choice = chooseFrom(index, readWish(query));
  return [choice?.from ?? '', choice?.to ?? ''];
}

/** What the address says after each change of the level, one after another. */
function after(query: string, ...levels: readonly string[]): string {
  let choice = chooseFrom(index, readWish(query));
  for (const per of levels) choice = choice && changeChoice(index, choice, { per });
  return choice === undefined ? '' : formatChoice(index, choice);
}

test('a range at one level becomes the range at another that holds all of it', () => {
  expect(rangeOf('per=month&from=2024-Q4&to=2025-Q2')).toEqual(['2024-10', '2025-06']);
  expect(rangeOf('per=quarter&from=2024-11&to=2025-04')).toEqual(['2024-Q4', '2025-Q2']);
  expect(rangeOf('per=fiscal-year&from=2020&to=2021')).toEqual(['FY2020', 'FY2022']);
  expect(rangeOf('per=year&from=FY2021&to=FY2022')).toEqual(['2020', '2022']);
});

test('a range that ends in a year that is not whole ends with the last one that is', () => {
  expect(rangeOf('per=year&from=2023-01&to=2025-06')).toEqual(['2023', '2024']);
  expect(rangeOf('per=year&from=2019-08&to=2021-02')).toEqual(['2020', '2021']);
});

test('a range that reaches both ends reaches them at every level, there and back', () => {
  const all = 'measure=cards-issued&per=month&by=&from=2019-07&to=2025-06';
  expect(after('', 'year', 'month')).toBe(all);
  expect(after('', 'fiscal-year', 'quarter', 'year', 'month')).toBe(all);
  expect(after('per=month&from=2024-04', 'year', 'month')).toBe(
    'measure=cards-issued&per=month&by=&from=2024-04&to=2025-06',
  );
});

test('a range that a reader chose is what every level is derived from, whatever was looked at between', () => {
  const chosen = 'per=month&from=2024-07&to=2025-06';
  expect(after(chosen, 'quarter', 'year', 'fiscal-year')).toContain('from=FY2025&to=FY2025');
  expect(after(chosen, 'quarter', 'year', 'fiscal-year', 'month')).toContain('from=2024-07&to=2025-06');
  expect(after('per=month&from=2024-07&to=2024-08', 'year', 'quarter')).toContain('from=2024-Q3&to=2024-Q3');
});

test('an end that is chosen anew at another level leaves the other as it was chosen', () => {
  const start = chooseFrom(index, readWish('per=month&from=2023-09&to=2025-02'));
  const years = start && changeChoice(index, start, { per: 'fiscal-year' });
  const later = years && changeChoice(index, years, { from: 'FY2023' });
  const months = later && changeChoice(index, later, { per: 'month' });
  expect(months && formatChoice(index, months)).toContain('from=2022-07&to=2025-02');
});

test('years from an address typed by hand take in all that begins with them', () => {
  expect(rangeOf('per=month&from=2020&to=2024')).toEqual(['2020-01', '2024-12']);
  expect(rangeOf('per=fiscal-year&from=2019&to=2025')).toEqual(['FY2020', 'FY2025']);
  expect(rangeOf('per=quarter&from=2025&to=2025')).toEqual(['2025-Q1', '2025-Q2']);
});

test('what is no period leaves the range whole, and one in the wrong order is turned', () => {
  expect(rangeOf('per=year&from=zeppelin&to=')).toEqual(['2020', '2024']);
  expect(rangeOf('per=year&from=2024&to=2021')).toEqual(['2021', '2024']);
});

test('notPublished says what no table has and what is shown instead, of a change and of an address alike', () => {
  const [measure] = index.measures;
  if (measure === undefined) throw new Error('no measure');
  const byArea = { period: 'fiscal-year', levels: { area: 'area' } };
  const measures = [{ ...measure, columns: ['period', 'area'], splits: [...measure.splits, byArea] }];
  const areas = {
    dimension: 'area',
    label: 'Area',
    codes: [{ code: 'mills', label: 'Mills', level: 'area' }],
  };
  const split = { ...index, measures, dimensions: [...index.dimensions, areas] };
  const said = (wish: Wish) => {
    const choice = chooseFrom(split, wish);
    return choice && notPublished(split, wish, choice, words, 'en');
  };
  const before = chooseFrom(split, readWish('per=month'));
  if (before === undefined) throw new Error('no choice');
  const sentence = 'Cards issued by month and area: not published. Shown instead: by fiscal year and area.';
  expect(said(wishAfter(split, before, { by: ['area'] }))).toBe(sentence);
  expect(said(readWish('per=month&by=area'))).toBe(sentence);
  expect(said(readWish('per=fiscal-year&by=area'))).toBe('');
  expect(said(readWish('by=area'))).toBe('');
  expect(said(wishAfter(split, before, { from: '2024-01' }))).toBe('');
});
