// What changing a column by one more costs, at a price of 2, 6 where it drops beyond 3 or rises beyond 7; it may go from -5
// to 9.
//
//     at       -5      -3       0       7       9
//     up       -6      -2      +2      +6     end          what one unit more costs
//     down    end      -6      -2      +2      +6          what one unit more cost
import { describe, expect, test } from 'vitest';
import { type Kinks, nextKink, slope } from '../../../src/solver/local/kinks.ts';

const kinks: Kinks = {
  price: Float64Array.of(99, 2),
  fall: Float64Array.of(99, 3),
  climb: Float64Array.of(99, 7),
  lower: Float64Array.of(-99, -5),
  upper: Float64Array.of(99, 9),
  steep: 3,
};
const END = Number.POSITIVE_INFINITY;

describe('slope', () => {
  test.for([
    [-5, -6],
    [-4, -6],
    [-3, -2],
    [-1, -2],
    [0, 2],
    [6, 2],
    [7, 6],
    [8, 6],
    [9, END],
    [10, END],
  ] as const)('up from %i is %d', ([at, expected]) => {
    expect(slope(kinks, 1, at, 1)).toBe(expected);
  });

  test.for([
    [10, 6],
    [9, 6],
    [8, 6],
    [7, 2],
    [1, 2],
    [0, -2],
    [-2, -2],
    [-3, -6],
    [-4, -6],
    [-5, -END],
    [-6, -END],
  ] as const)('down from %i is %d', ([at, expected]) => {
    expect(slope(kinks, 1, at, -1)).toBe(expected);
  });
});

describe('nextKink', () => {
  test.for([
    [-5, -3],
    [-4, -3],
    [-3, 0],
    [-1, 0],
    [0, 7],
    [2, 7],
    [7, 9],
    [8, 9],
  ] as const)('up from %i is %i', ([at, expected]) => {
    expect(nextKink(kinks, 1, at, 1)).toBeCloseTo(expected, 12);
  });

  test.for([
    [9, 7],
    [8, 7],
    [7, 0],
    [1, 0],
    [0, -3],
    [-2, -3],
    [-3, -5],
    [-4, -5],
  ] as const)('down from %i is %i', ([at, expected]) => {
    expect(nextKink(kinks, 1, at, -1)).toBeCloseTo(expected, 12);
  });

  test('is where a question ends, if that comes before', () => {
    const narrow = { ...kinks, lower: Float64Array.of(-99, -2), upper: Float64Array.of(99, -1) };
    expect(nextKink(narrow, 1, -2, 1)).toBe(-1);
    expect(nextKink(narrow, 1, -1, -1)).toBe(-2);
    expect(nextKink({ ...kinks, upper: Float64Array.of(99, -4) }, 1, -5, 1)).toBe(-4);
    expect(nextKink({ ...kinks, lower: Float64Array.of(-99, 2) }, 1, 4, -1)).toBe(2);
    expect(nextKink({ ...kinks, upper: Float64Array.of(99, 5) }, 1, 2, 1)).toBe(5);
    expect(nextKink({ ...kinks, lower: Float64Array.of(-99, 8) }, 1, 9, -1)).toBe(8);
  });
});
