// What is published leaves open of a sum: two quarters by channel, with totals each way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/program/cell.ts';
import type { CountRange } from '../../src/program/count-range.ts';
import { sumRangeOf } from '../../src/release/sum-range.ts';
import { CHANNELS, programWith, shapeOf } from '../program/ferry.ts';

const PERIODS = ['2024-Q1', '2024-Q2'];
const WHOLE: CountRange = { least: 0, most: null };
const shape = shapeOf(programWith({}));
const at = (period: string, channel: string) => `cards-issued|${period}|${channel}`;

/** Counts by quarter and channel, with the sums of rows, of columns and of all; cells of `hidden` are withheld. */
function published(counts: readonly (readonly number[])[], hidden: readonly string[], proved = WHOLE) {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const rows = [...counts, CHANNELS.map((_, channel) => sum(counts.map((row) => row[channel] ?? 0)))];
  const cells = [...PERIODS, '_T'].flatMap((period, row) =>
    [...CHANNELS, '_T'].map((channel, column): [string, PublishedCell] => {
      const key = at(period, channel);
      const count = rows[row]?.[column] ?? sum(rows[row] ?? []);
      const codes = [period, channel];
      return hidden.includes(key)
        ? [key, { codes, count: null, status: 'c', note: '' }]
        : [key, { codes, count, status: '', note: '' }];
    }),
  );
  const ranges = new Map(hidden.map((key) => [key, proved]));
  return sumRangeOf({ shape, cells: new Map(cells), ranges });
}

/** Hidden in both quarters: a rectangle, of which every cell is open. */
const CORNERS = PERIODS.flatMap((period) => [at(period, 'event'), at(period, 'online')]);
const COUNTS = [
  [21, 20, 9],
  [13, 30, 40],
];

describe('sumRangeOf', () => {
  test('of hidden cells that a published total leaves no room: the one number that it is', () => {
    const rangeOf = published(COUNTS, CORNERS, { least: 0, most: 53 });
    expect(rangeOf([at('2024-Q1', 'event'), at('2024-Q1', 'online')])).toEqual({ least: 30, most: 30 });
    expect(rangeOf([at('2024-Q1', 'online'), at('2024-Q2', 'online'), at('2024-Q1', 'counter')])).toEqual({
      least: 69,
      most: 69,
    });
    expect(rangeOf(CORNERS)).toEqual({ least: 83, most: 83 });
  });

  test('of cells with a part that stays open: what the others leave, and what was proved of that part', () => {
    const rangeOf = published(COUNTS, CORNERS, { least: 0, most: 53 });
    expect(rangeOf([at('2024-Q1', 'event'), at('2024-Q1', 'online'), at('2024-Q2', 'event')])).toEqual({
      least: 34,
      most: 64,
    });
    expect(rangeOf([at('2024-Q2', 'online')])).toEqual({ least: 19, most: 49 });
  });

  test('without a limit of the audit takes the one that totals set', () => {
    expect(published(COUNTS, CORNERS)([at('2024-Q1', 'event')])).toEqual({ least: 0, most: 30 });
  });

  test('where what was proved contradicts a total: undefined', () => {
    const rangeOf = published(COUNTS, CORNERS, { least: 16, most: 53 });
    expect(rangeOf([at('2024-Q1', 'event'), at('2024-Q1', 'online')])).toBeUndefined();
  });

  test('of nothing, and of a cell that nobody knows: undefined', () => {
    const rangeOf = published(COUNTS, CORNERS);
    expect(rangeOf([])).toBeUndefined();
    expect(rangeOf([at('2023-Q1', 'event')])).toBeUndefined();
  });

  test('holds the true sum, whatever is hidden and asked for', () => {
    const all = [...PERIODS, '_T'].flatMap((period) =>
      [...CHANNELS, '_T'].map((channel) => at(period, channel)),
    );
    const counts = fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(counts, fc.subarray(all), fc.subarray(all, { minLength: 1 }), (truth, hidden, asked) => {
        const [range, exact] = [published(truth, hidden)(asked), published(truth, [])(asked)];
        expect(range?.least).toBeLessThanOrEqual(exact?.least ?? -1);
        expect(range?.most ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(exact?.least ?? -1);
      }),
      { numRuns: 60 },
    );
  });
});
