// Moves away from the counts of a line, kept for other patterns, k = 5: a total of 19, and 3, 7, 0, 9.
import { expect, test } from 'vitest';
import { openPool } from '../../../src/protect/audit/move-pool.ts';
import { lineTask } from '../plans.ts';

const task = lineTask([3, 7, 0, 9]);

test('openPool begins with the move that changes nothing, which holds though nothing is hidden', () => {
  const held = openPool(task).holding(() => false);
  expect(held).toEqual([{ move: new Map(), cells: [], zero: [], many: [], plunged: [] }]);
});

test('add reads which cells a move takes to 0, to k or more, and below k from there', () => {
  const counts = new Map([
    [0, 25],
    [1, 5],
    [2, 4],
    [3, 16],
    [4, 0],
  ]);
  expect(openPool(task).add(counts)).toEqual({
    move: counts,
    cells: [0, 1, 2, 3, 4],
    zero: [4],
    many: [0, 1, 3],
    plunged: [2, 4],
  });
});

test('add of a move that leaves a cell at k or more, or few where they were few, plunges none', () => {
  const few = [
    [1, 1],
    [2, 5],
    [3, 4],
  ] as const;
  expect(openPool(task).add(new Map(few)).plunged).toEqual([]);
});

test('add forgets the older half of two thousand moves, but not that nothing changes', () => {
  const pool = openPool(task);
  const [none] = pool.holding(() => true);
  const moves = Array.from({ length: 2_000 }, () => pool.add(new Map([[1, 0]])));
  expect(pool.holding(() => true)).toEqual([none, ...moves.slice(-1_000)]);
});

test('holding gives the moves that change only hidden cells, in the order in which they came', () => {
  const pool = openPool(task);
  const [none] = pool.holding(() => true);
  const one = pool.add(new Map([[1, 0]]));
  const both = pool.add(new Map([...one.move, [2, 10]]));
  expect(pool.holding(() => true)).toEqual([none, one, both]);
  expect(pool.holding((cell) => cell === 1)).toEqual([none, one]);
  expect(pool.holding((cell) => cell === 2)).toEqual([none]);
});
