// How many people are to be expected in a cell, worked out by hand.
import { describe, expect, test } from 'vitest';
import { expectedCounts, isMargin } from '../../../src/run/lottery/expected.ts';
import type { Row, System } from '../../../src/system/system.ts';
import { flat, type Table, tableOf } from '../../attack/tables.ts';

const [a, b, c] = [flat('a', 'a1', 'a2'), flat('b', 'b1', 'b2', 'b3'), flat('c', 'c1', 'c2')];
const [A, B, C] = [
  ['_T', 'a1', 'a2'],
  ['_T', 'b1', 'b2', 'b3'],
  ['_T', 'c1', 'c2'],
];

/** By the codes of a cell what is to be expected in it, where these counts of other cells are seen. */
function expectedIn({ cells, rows }: Pick<System, 'cells' | 'rows'>, seen: Readonly<Record<string, number>>) {
  const index = new Map(cells.map(({ key }, cell) => [key, cell]));
  const found = expectedCounts({ cells, rows, index }, (cell) => seen[codesAt(cell)]);
  return (codes: string) => found[cells.findIndex((_, cell) => codesAt(cell) === codes)];
  function codesAt(cell: number): string {
    return cells[cell]?.codes.join(' ') ?? '';
  }
}

/**
 *          b1   b2   b3   all
 *   a1                     40      of three dimensions:   c1   c2   all
 *   a2                     80                             30   90   120
 *   all    12   36   72   120
 */
const SEEN = {
  '_T _T _T': 120,
  'a1 _T _T': 40,
  'a2 _T _T': 80,
  '_T b1 _T': 12,
  '_T b2 _T': 36,
  '_T b3 _T': 72,
  '_T _T c1': 30,
  '_T _T c2': 90,
};
const cube = tableOf([a, b, c], [[A, B, C]]).system;

describe('expectedCounts', () => {
  test('takes the shares of all named codes of the whole', () => {
    const expected = expectedIn(cube, SEEN);
    expect(expected('a2 b2 c1')).toBeCloseTo(120 * (80 / 120) * (36 / 120) * (30 / 120));
    expect(expected('a1 b3 _T')).toBeCloseTo(24);
    expect(expected('_T b1 c2')).toBeCloseTo(9);
  });

  test('of a margin itself is an even part of what it is a part of, however much it holds', () => {
    const expected = expectedIn(cube, SEEN);
    expect(['a1 _T _T', 'a2 _T _T', '_T b1 _T', '_T _T c2'].map(expected)).toEqual([60, 60, 40, 60]);
    expect(expected('_T _T _T')).toBe(Number.POSITIVE_INFINITY);
  });

  test('takes a margin that is not seen for an even part', () => {
    const { 'a1 _T _T': _, ...others } = SEEN;
    expect(expectedIn(cube, others)('a1 b3 _T')).toBeCloseTo((120 / 2) * (72 / 120));
    const { '_T b3 _T': __, ...rest } = SEEN;
    expect(expectedIn(cube, rest)('a1 b3 _T')).toBeCloseTo(40 / 3);
  });

  test('divides by the number of codes where the whole is not seen, or is nobody', () => {
    const { '_T _T _T': _, ...others } = SEEN;
    expect(expectedIn(cube, others)('a1 b3 _T')).toBeCloseTo(40 / 3);
    expect(expectedIn(cube, { ...SEEN, '_T _T _T': 0 })('a1 b3 c1')).toBeCloseTo(40 / 3 / 2);
  });

  test('divides by the number of codes where no table has the margin', () => {
    const { cells, rows } = cube;
    const left = cells.map((cell) => ({
      ...cell,
      measure: cell.codes.join(' ') === '_T b3 _T' ? 'other' : '',
    }));
    expect(expectedIn({ cells: left, rows }, SEEN)('a1 b3 _T')).toBeCloseTo(40 / 3);
  });

  test('is never more than the margin that it begins with, though figures of others do not fit', () => {
    expect(expectedIn(cube, { ...SEEN, '_T b3 _T': 500 })('a1 b3 _T')).toBe(40);
  });

  test('is an even part of the smallest whole where the first named code has no margin', () => {
    const { system } = tableOf([a, b], [[A, ['b1', 'b2', 'b3']]]);
    expect(expectedIn(system, { '_T b1': 12 })('a1 b1')).toBe(6);
  });

  test('takes the smallest part of several wholes, and parts of parts', () => {
    const districts = grouped();
    expect(expectedIn(districts.system, { _T: 90, d1: 20, r1: 8 })('x1')).toBe(4);
    expect(expectedIn(districts.system, { _T: 90, d1: 4, r1: 8 })('x1')).toBe(2);
    expect(expectedIn(districts.system, { _T: 90 })('x1')).toBe(22.5);
  });
});

/** Two districts and two regions of four areas: d1 = x1 + x2, r1 = x1 + x3. */
function grouped(): Table {
  const edges = { geo: { _T: ['d1', 'd2'], d1: ['x1', 'x2'], d2: ['x3', 'x4'] } };
  const regions = { _T: ['r1', 'r2'], r1: ['x1', 'x3'], r2: ['x2', 'x4'] };
  const rollups = Object.entries({ ...edges, service: regions }).flatMap(([hierarchy, tree]) =>
    Object.entries(tree).flatMap(([parent, codes]) => codes.map((code) => ({ code, parent, hierarchy }))),
  );
  const codes = [...new Set(rollups.map(({ code }) => code))].map((code) => ({
    code,
    label: code,
    level: 'x',
  }));
  const list = { dimension: 'x', codes, rollups };
  return tableOf([list], [[['_T', ...codes.map(({ code }) => code)]]]);
}

describe('expectedCounts divides a whole among its parts', () => {
  const cells = ['whole', 'one', 'two'].map((code) => ({
    key: code,
    measure: '',
    codes: [code],
    role: 'tabled' as const,
  }));
  const sum: Row = { cells: [0, 1, 2], coefficients: [-1, 1, 1], lower: 0, upper: 0 };
  const inOne = (row: Row, own = cells) => expectedIn({ cells: own, rows: [row] }, { whole: 10 })('one');

  test('in a sum, wherever the whole stands in it', () => {
    expect(inOne(sum)).toBe(5);
    expect(inOne({ ...sum, cells: [1, 0, 2], coefficients: [1, -1, 1] })).toBe(5);
  });

  test.each<[string, Partial<Row>]>([
    ['at most', { lower: Number.NEGATIVE_INFINITY }],
    ['at least', { upper: Number.POSITIVE_INFINITY }],
    ['and a number more', { lower: 3, upper: 3 }],
    ['of two wholes', { coefficients: [-1, 1, -1] }],
    ['of doubles', { coefficients: [-2, 1, 1] }],
    ['of parts alone', { coefficients: [1, 1, 1] }],
  ])('but in no relation %s', (_, other) => {
    expect(inOne({ ...sum, ...other })).toBe(Number.POSITIVE_INFINITY);
  });

  test('but not among parts of another measure', () => {
    const others = cells.map((cell, at) => ({ ...cell, measure: at === 2 ? 'other' : '' }));
    expect(inOne(sum, others)).toBe(Number.POSITIVE_INFINITY);
  });

  test('and ends where cells are parts of each other', () => {
    const circle: Row[] = [sum, { cells: [1, 0, 2], coefficients: [-1, 1, 1], lower: 0, upper: 0 }];
    expect(expectedIn({ cells, rows: circle }, {})('one')).toBe(Number.POSITIVE_INFINITY);
    expect(expectedIn({ cells, rows: circle }, { one: 8 })('two')).toBe(2);
  });
});

test('isMargin of cells with at most one dimension that is not at its total', () => {
  const cell = (...codes: readonly string[]) => ({ key: '', measure: '', codes, role: 'tabled' as const });
  expect([cell('_T', '_T'), cell('a1', '_T'), cell('_T', 'b1'), cell('a1', 'b1')].map(isMargin)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
