// Shares of relations in a sum, as whole numbers.
import { expect, test } from 'vitest';
import { wholeShares } from '../../src/attack/whole-shares.ts';

test.for([
  [[], []],
  [[0.25], [1]],
  [
    [1, -2, 0.5],
    [2, -4, 1],
  ],
  [
    [11 / 13, 7 / 13],
    [11, 7],
  ],
  [
    [1 / 3, -1 / 7, 2],
    [7, -3, 42],
  ],
  [
    [1 / 6, 0.5, 123],
    [1, 3, 738],
  ],
  [
    [0.333333333, 1],
    [1, 3],
  ],
] as const)('wholeShares of %j', ([shares, whole]) => {
  expect(wholeShares(shares)).toEqual(whole);
});

test('wholeShares of what is in no ratios of whole numbers of seven digits: none', () => {
  expect(wholeShares([1, Math.SQRT2 * 1e-3, Math.PI, Math.E])).toBeUndefined();
});

test('wholeShares of shares that are whole only together beyond a million: none', () => {
  expect(wholeShares([1, 1 + 1 / 997, 1 + 1 / 991])).toEqual([988_027, 989_018, 989_024]);
  expect(wholeShares([1, 1 + 1 / 1009, 1 + 1 / 1013])).toBeUndefined();
});
