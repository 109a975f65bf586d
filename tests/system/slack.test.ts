// What relations "at most" leave over: which cells it makes, and which of them are under the promise.
import { describe, expect, test } from 'vitest';
import { splitSystem } from '../../src/system/blocks.ts';
import { buildSystem, type System } from '../../src/system/system.ts';
import { LEAVE_RECORDS, shapeOf, WITHIN_APPLICATIONS } from './slack-tables.ts';

const BY_QUARTER = [
  ['cards-issued', 'quarter'],
  ['applications', 'quarter'],
] as const;
const RECORDS = [
  ['cards-issued', 'year'],
  ['records-held', 'year'],
] as const;

/** The cells of a role, without the name of their relation. */
const slacks = ({ cells }: System, role: string) =>
  cells
    .filter(({ measure, role: own }) => measure.startsWith('difference-of-sides:') && own === role)
    .map(({ key }) => key.slice(key.indexOf('|') + 1));

describe('buildSystem of a relation "at most"', () => {
  test('puts the difference of two published sides under the promise, of every code, total and longer period', () => {
    const system = buildSystem([shapeOf('2024-Q2', WITHIN_APPLICATIONS, BY_QUARTER)]);
    expect(slacks(system, 'difference').sort()).toEqual(
      ['..2024-06', '2024-Q1', '2024-Q2'].flatMap((period) =>
        ['_T', 'a', 'b'].map((age) => `${period}|${age}`),
      ),
    );
    expect(slacks(system, 'unpublished')).toEqual([]);
  });

  test('and none where no table tells one side', () => {
    const tables = [
      ['cards-issued', 'quarter'],
      ['applications', 'quarter', 'any'],
    ] as const;
    const system = buildSystem([shapeOf('2024-Q1', WITHIN_APPLICATIONS, tables)]);
    expect(slacks(system, 'difference')).toEqual(['2024-Q1|_T', '..2024-03|_T']);
    expect(slacks(system, 'unpublished')).toEqual(['2024-Q1|a', '2024-Q1|b']);
  });

  test('lets a stock cancel between the ends of a year', () => {
    const system = buildSystem([shapeOf('2024-Q4', LEAVE_RECORDS, RECORDS)]);
    const periods = ['2024', '..2024-12'];
    expect(slacks(system, 'difference')).toEqual(
      periods.flatMap((period) => ['a', 'b', '_T'].map((age) => `${period}|${age}`)),
    );
    expect(slacks(system, 'unpublished')).toHaveLength(8);
  });

  test('so that it follows from what is published', () => {
    const system = buildSystem([shapeOf('2024-Q4', LEAVE_RECORDS, RECORDS)]);
    const published: Readonly<Record<string, number>> = {
      'cards-issued|2024|a': 30,
      'records-held|2024|a': 37,
    };
    const { known } = splitSystem(
      system,
      system.cells.map(({ key }) => published[key]),
    );
    expect(
      known[system.cells.findIndex(({ key }) => key === 'difference-of-sides:leave-records|2024|a')],
    ).toBe(7);
  });

  test('lists what it leaves over, in all quarters and ages, as parts', () => {
    const { cells, parts } = buildSystem([shapeOf('2024-Q4', LEAVE_RECORDS, RECORDS)]);
    const own = parts.filter((cell) => cells[cell]?.key.startsWith('difference-of-sides:'));
    expect(own).toHaveLength(8);
  });

  test('keeps stocks of two dates apart: they may be the same people', () => {
    const held = {
      ...WITHIN_APPLICATIONS,
      left: [{ measure: 'cards-issued' }],
      right: [{ measure: 'records-held' }],
    };
    const system = buildSystem([
      shapeOf('2024-Q2', held, [
        ['cards-issued', 'quarter'],
        ['records-held', 'quarter'],
      ]),
    ]);
    expect(slacks(system, 'difference').filter((key) => key.startsWith('..'))).toEqual([]);
    expect(slacks(system, 'difference')).toHaveLength(6);
  });

  test('does not add up codes that one side is not told by', () => {
    const each = {
      ...WITHIN_APPLICATIONS,
      left: [{ measure: 'cards-issued' }],
      right: [{ measure: 'applications', codes: { age: 'b' } }],
    };
    const system = buildSystem([shapeOf('2024-Q1', each, BY_QUARTER)]);
    expect(slacks(system, 'difference')).toEqual(['2024-Q1|a', '2024-Q1|b', '..2024-03|a', '..2024-03|b']);
  });

  test('leaves an equality as it is', () => {
    const system = buildSystem([shapeOf('2024-Q1', { ...WITHIN_APPLICATIONS, sense: 'equal' }, BY_QUARTER)]);
    expect(slacks(system, 'difference')).toEqual([]);
    expect(system.rows.every(({ lower, upper }) => lower === 0 && upper === 0)).toBe(true);
  });
});

describe('buildSystem of a relation that names a cell twice', () => {
  const twice = (relation: object) =>
    buildSystem([shapeOf('2024-Q1', { ...WITHIN_APPLICATIONS, ...relation }, BY_QUARTER)]);
  /** Rows that hold cells of several measures, as sums. */
  const sums = ({ cells, rows }: System) =>
    rows
      .filter((row) => new Set(row.cells.map((cell) => cells[cell]?.measure)).size > 1)
      .map((row) =>
        row.cells.map((cell, term) => `${row.coefficients[term]} ${cells[cell]?.key}`).join(' + '),
      );
  const COUPLES = [{ measure: 'applications' }, { measure: 'applications' }];

  test('equal: counts it twice, in a row that has each cell once', () => {
    expect(sums(twice({ sense: 'equal', right: COUPLES }))).toEqual([
      '1 cards-issued|2024-Q1|a + -2 applications|2024-Q1|a',
      '1 cards-issued|2024-Q1|b + -2 applications|2024-Q1|b',
    ]);
  });

  test('at most: so does what it leaves over, of codes, totals and longer periods', () => {
    const system = twice({ right: COUPLES });
    expect(slacks(system, 'difference').sort()).toEqual(
      ['..2024-03', '2024-Q1'].flatMap((period) => ['_T', 'a', 'b'].map((age) => `${period}|${age}`)),
    );
    expect(sums(system)).toHaveLength(6);
    for (const sum of sums(system))
      expect(sum).toMatch(/^1 cards-issued\S+ \+ -2 applications\S+ \+ 1 difference-of-sides:\S+$/);
  });

  test('on both sides: what is left of it', () => {
    const both = { left: [...WITHIN_APPLICATIONS.left, { measure: 'applications' }], right: COUPLES };
    expect(sums(twice(both))).toEqual(sums(twice({})));
    expect(sums(twice({ left: COUPLES, right: COUPLES }))).toEqual([]);
  });
});
