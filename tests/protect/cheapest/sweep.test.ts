// What the first widening asks for, for any widener, k = 5: a total of 36, and 3, 4, 0, 9, 20.

import { expect, test } from 'vitest';
import type { Limit } from '../../../src/indexes/constraint.ts';
import { sweep } from '../../../src/protect/cheapest/sweep.ts';
import type { Found } from '../../../src/protect/moves.ts';
import { lineTask } from '../plans.ts';

const task = lineTask([3, 4, 0, 9, 20]);

/** Finds these one after another, and tells what it was asked: cell, least of the demand, all that was withheld. */
function sweptBy(forced: readonly number[], ...found: readonly (Partial<Found> | undefined)[]) {
  const asked: [cell: number, lower: number, withheld: readonly number[]][] = [];
  const findSecondary = (
    demands: readonly Limit[],
    withheld: ReadonlySet<number>,
    whole: boolean,
  ): Found | undefined => {
    expect(whole).toBe(false);
    for (const { column, lower } of demands) asked.push([column, lower, [...withheld].sort()]);
    const next = found[asked.length - 1];
    return next && { move: undefined, cells: [], cost: 1, ...next };
  };
  return {
    ...sweep({ ...task, forced: new Set(forced) }, { findSecondary, avoid: () => {}, close: () => {} }),
    asked,
  };
}

test('sweep asks of every cell that it can be nobody and k, dearest first, but not of zero that it can be zero', () => {
  const forced = [1, 2, 3];
  const { asked, withheld, moves } = sweptBy(forced);
  expect(asked).toEqual([
    [2, 0, forced],
    [2, 5, forced],
    [1, 0, forced],
    [1, 5, forced],
    [3, 5, forced],
  ]);
  expect(withheld).toEqual(new Set(forced));
  expect(moves).toEqual([]);
});

test('sweep of equally dear cells begins with the first', () => {
  const even = lineTask([4, 4, 4]);
  const asked: number[] = [];
  const findSecondary = ([demand]: readonly Limit[]) => {
    asked.push(demand?.column ?? 0);
    return undefined;
  };
  sweep({ ...even, forced: new Set([3, 1, 2]) }, { findSecondary, avoid: () => {}, close: () => {} });
  expect(asked).toEqual([1, 1, 2, 2, 3, 3]);
});

test('sweep withholds what each question calls for, before the next is asked', () => {
  const { asked, withheld } = sweptBy([1], { cells: [5, 4] }, { cells: [3] });
  expect(asked).toEqual([
    [1, 0, [1]],
    [1, 5, [1, 4, 5]],
  ]);
  expect(withheld).toEqual(new Set([1, 3, 4, 5]));
});

test('sweep does not ask for what a move that it found does already, and gives the moves', () => {
  const move = new Map([
    [2, 0],
    [1, 5],
  ]);
  const { asked, moves } = sweptBy([1, 2, 4], { cells: [] }, { move, cells: [] });
  expect(asked.map(([cell, lower]) => [cell, lower])).toEqual([
    [4, 0],
    [4, 5],
    [2, 5],
    [1, 0],
  ]);
  expect(moves).toEqual([move]);
});

test('sweep takes a cell that a move leaves at k or more for served', () => {
  const { asked } = sweptBy([1, 4], { move: new Map([[1, 12]]) });
  expect(asked.map(([cell, lower]) => [cell, lower])).toEqual([
    [4, 0],
    [1, 0],
  ]);
});
