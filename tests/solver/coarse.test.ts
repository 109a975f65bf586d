// Two months of two wards: 10 in the first and 6 in the second, and what both months have in each ward.
//
//            ward 1   ward 2          place
//   month 1     0        1      10    ward 1, both months   0   =  what stands alone   2
//   month 2     2        3       6    ward 2, both months   1
//   both        4
import { describe, expect, test } from 'vitest';
import { addedUp, coarseOf } from '../../src/solver/coarse.ts';

const equation = (columns: number[], coefficients: number[], sum: number) => ({
  columns,
  coefficients,
  lower: sum,
  upper: sum,
});
const CONSTRAINTS = [
  equation([0, 1], [1, 1], 10),
  equation([2, 3], [1, 1], 6),
  equation([0, 2, 4], [1, 1, -1], 0),
];
const ALIKE = [0, 1, 0, 1, 4];

describe('coarseOf', () => {
  test('adds up columns that are alike, and the constraints that tell them apart', () => {
    const coarse = coarseOf(5, () => ALIKE, CONSTRAINTS, 1);
    expect(coarse?.members).toEqual([[0, 2], [1, 3], [4]]);
    expect(coarse?.constraints).toEqual([equation([0, 2], [1, -1], 0), equation([0, 1], [1, 1], 16)]);
    expect(coarse?.sources).toEqual([[2], [0, 1]]);
    expect(coarse && addedUp(coarse, [1, 9, 2, 4, 3])).toEqual([3, 13, 3]);
  });

  test('takes sums apart by the constraints that tell their columns apart, and by the sums themselves', () => {
    expect(coarseOf(5, () => ALIKE, CONSTRAINTS, 1)?.pieces).toEqual([
      {
        columns: [0, 2, 1, 3],
        fixed: [0, 1],
        constraints: [
          equation([0, 2], [1, 1], 10),
          equation([1, 3], [1, 1], 6),
          equation([0, 1, 4], [1, 1, -1], 0),
          equation([2, 3, 5], [1, 1, -1], 0),
        ],
      },
    ]);
  });

  test('leaves out a constraint of one column that no other makes up for', () => {
    const coarse = coarseOf(5, () => ALIKE, [...CONSTRAINTS, equation([0, 4], [1, 1], 7)], 1);
    expect(coarse?.sources).toEqual([[2], [0, 1]]);
    expect(coarse?.pieces).toHaveLength(1);
    expect(coarse?.pieces[0]?.fixed).toEqual([0, 1, 2]);
    expect(coarse?.pieces[0]?.constraints).toHaveLength(5);
  });

  test('of sums that no constraint ties has a piece each', () => {
    const apart = [equation([0, 4], [1, 1], 7), equation([1, 3], [1, 2], 7)];
    expect(coarseOf(5, () => ALIKE, apart, 1)?.pieces.map(({ columns }) => columns)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  test('where few columns are alike: undefined', () => {
    expect(coarseOf(5, () => ALIKE, CONSTRAINTS, 3)).toBeUndefined();
    expect(coarseOf(5, () => ALIKE, CONSTRAINTS)).toBeUndefined();
    expect(coarseOf(5, () => ALIKE, CONSTRAINTS, 2)).toBeDefined();
  });
});
