// Which numbers hang together.
import { expect, test } from 'vitest';
import { joinSets } from '../../src/indexes/join.ts';

function parts(size: number, sets: readonly (readonly number[])[]): number[][] {
  const find = joinSets(size, sets);
  return [...Map.groupBy(Array(size).keys(), find).values()];
}

test('joinSets of no sets, or of sets of one or none, leaves all numbers by themselves', () => {
  expect(parts(3, [])).toEqual([[0], [1], [2]]);
  expect(parts(3, [[1], []])).toEqual([[0], [1], [2]]);
});

test('joinSets joins what a set holds, and sets that share a number, in whatever order they come', () => {
  const joined = [[0, 3, 5], [1, 4], [2]];
  expect(
    parts(6, [
      [0, 3],
      [1, 4],
      [5, 3],
    ]),
  ).toEqual(joined);
  expect(
    parts(6, [
      [5, 3],
      [4, 1],
      [3, 0],
    ]),
  ).toEqual(joined);
  expect(
    parts(6, [
      [3, 5, 0],
      [1, 4, 1],
    ]),
  ).toEqual(joined);
});
