// Which published cells a demand on a hidden one calls for, k = 5: a total of 40, and 3, 20, 9, 8, each at its count.

import { expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../src/indexes/constraint.ts';
import { openBlindFinder, openSecondaryFinder } from '../../src/protect/secondary-finder.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { watched } from '../attack/watched-solver.ts';
import { lineTask, solver } from './plans.ts';

const COUNTS = [3, 20, 9, 8];
const ANY = Number.POSITIVE_INFINITY;
const NOBODY: Limit = { column: 1, lower: 0, upper: 0 };

function open(task: ProtectTask) {
  const finder = openSecondaryFinder(task);
  onTestFinished(() => finder.close());
  return (demands: readonly Limit[], withheld: readonly number[], whole = false) => {
    const found = finder.findSecondary(demands, new Set(withheld), whole);
    return found && { ...found, move: found.move && Object.fromEntries(found.move) };
  };
}

test('widen gives the published cells of the cheapest move, and what moving them costs', () => {
  const findSecondary = open(lineTask(COUNTS));
  expect(findSecondary([NOBODY], [1])).toEqual({
    move: { 1: 0, 4: 11 },
    cells: [4],
    cost: expect.closeTo(3 * 8, 1),
  });
  expect(findSecondary([{ column: 1, lower: 5, upper: ANY }], [1])).toMatchObject({
    move: { 1: 5, 4: 6 },
    cells: [4],
  });
});

test('widen goes by costs, and a cell without one is our own fault', () => {
  expect(open(lineTask(COUNTS, { costs: [50, 3, 2, 9, 8] }))([NOBODY], [1])?.cells).toEqual([2]);
  expect(() => open(lineTask(COUNTS, { costs: [50, 3, 2, 9] }))).toThrow('internal error');
});

test('avoid makes one cell dear, whether it is withheld by then or not, until another is or none', () => {
  const finder = openSecondaryFinder(lineTask(COUNTS));
  onTestFinished(() => finder.close());
  const cellsOf = (withheld: readonly number[]) =>
    finder.findSecondary([NOBODY], new Set(withheld), false)?.cells;
  expect(cellsOf([1])).toEqual([4]);
  finder.avoid(4);
  expect(cellsOf([1])).toEqual([3]);
  expect(cellsOf([1, 4])).toEqual([]);
  expect(cellsOf([1])).toEqual([3]);
  finder.avoid(3);
  expect(cellsOf([1])).toEqual([4]);
  expect(cellsOf([1, 3])).toEqual([]);
  finder.avoid(undefined);
  expect(cellsOf([1, 4])).toEqual([]);
  expect(cellsOf([1])).toEqual([4]);
});

test('widen of all that is withheld already costs next to nothing', () => {
  const found = open(lineTask(COUNTS))([NOBODY], [1, 2]);
  expect(found).toEqual({ move: { 1: 0, 2: 23 }, cells: [], cost: expect.closeTo(0.006, 4) });
});

test('widen takes a cell for published again that an earlier question withheld', () => {
  const findSecondary = open(lineTask(COUNTS, { costs: [50, 3, 20, 9, 1] }));
  expect(findSecondary([NOBODY], [1, 2])?.cells).toEqual([]);
  expect(findSecondary([NOBODY], [1])?.cells).toEqual([4]);
  expect(findSecondary([NOBODY], [1, 4])?.cells).toEqual([]);
  expect(findSecondary([NOBODY], [1])).toMatchObject({ cells: [4], cost: expect.closeTo(3, 1) });
});

test('widen meets all demands at once', () => {
  const findSecondary = open(lineTask(COUNTS));
  const demands = [NOBODY, { column: 4, lower: 0, upper: 8 }];
  expect(findSecondary(demands, [1])).toMatchObject({ move: { 1: 0, 3: 12 }, cells: [3] });
});

test('widen moves no cell that an earlier release published, and finds nothing where all others are', () => {
  const publishable = (...cells: number[]) => ({ publishable: new Set([1, ...cells]) });
  const fixed = lineTask(COUNTS, { publishedBefore: new Set([0, 4]), ...publishable(2, 3) });
  expect(open(fixed)([NOBODY], [1])?.cells).toEqual([3]);
  const all = lineTask(COUNTS, { publishedBefore: new Set([0, 2, 3, 4]), ...publishable() });
  expect(open(all)([NOBODY], [1])).toBeUndefined();
});

test('widen moves no cell of the tables that cannot be published, but those that earlier releases withheld', () => {
  const publishable = new Set([0, 1, 2, 3]);
  expect(open(lineTask(COUNTS, { publishable }))([NOBODY], [1])?.cells).toEqual([3]);
  const kept = lineTask(COUNTS, { publishable, inherited: new Set([4]) });
  expect(open(kept)([NOBODY], [1])).toMatchObject({ move: { 1: 0, 4: 11 }, cells: [] });
});

test('widen moves a cell that the office does not count for next to nothing', () => {
  const task = lineTask(COUNTS);
  const uncounted = { ...task, counts: task.counts.with(4, undefined), publishable: new Set([0, 1, 2, 3]) };
  expect(open(uncounted)([NOBODY], [1])).toMatchObject({ move: { 1: 0, 4: 11 }, cells: [] });
});

/** The total is twice the sum of two cells: 8 = 2 x (1 + 3). */
test('widen for whole numbers gives a move where the cheapest has halves', () => {
  const line = lineTask([1, 3]);
  const [row] = line.system.rows;
  const system = { ...line.system, rows: row ? [{ ...row, coefficients: [-1, 2, 2] }] : [] };
  const findSecondary = open({ ...line, system, world: [8, 1, 3], counts: [8, 1, 3] });
  const demand = { column: 0, lower: 9, upper: ANY };
  expect(findSecondary([demand], [0])).toMatchObject({ move: undefined, cells: [1] });
  expect(findSecondary([demand], [0], true)).toMatchObject({ move: { 0: 10 } });
});

/** Cell 4 stands in no table, so nobody withholds it; once published it does not move. */
test('widen moves a difference of published cells for next to nothing, unless one was published', () => {
  const task = lineTask(COUNTS, { publishable: new Set([0, 1, 2, 3]) });
  const cells = task.system.cells.map((cell, at) =>
    at === 4 ? { ...cell, role: 'difference' as const } : cell,
  );
  const difference = { ...task, system: { ...task.system, cells } };
  expect(open(difference)([NOBODY], [1])).toMatchObject({ move: { 1: 0, 4: 11 }, cells: [] });
  const shown = { ...difference, publishedBefore: new Set([4]) };
  expect(open(shown)([NOBODY], [1])).toMatchObject({ move: { 1: 0, 3: 12 }, cells: [3] });
});

test('a blind finder goes by its own prices, and moves hidden cells for nothing, up and down alike', () => {
  const finder = openBlindFinder(lineTask(COUNTS), [50, 3, 2, 9, 8]);
  onTestFinished(() => finder.close());
  const found = finder.findSecondary([NOBODY], new Set([1]), false);
  expect([found?.cells, found?.cost]).toEqual([[2], expect.closeTo(3 * 2, 3)]);
  const beside = finder.findSecondary([{ column: 1, lower: 10, upper: 10 }], new Set([1, 3]), false);
  expect([beside?.cells, beside?.cost]).toEqual([[], expect.closeTo(0, 3)]);
});

test('close of a finder closes all that it opened', () => {
  const engine = watched(solver, false);
  const finder = openSecondaryFinder({ ...lineTask(COUNTS), solver: engine.solver });
  finder.findSecondary([NOBODY], new Set([1]), true);
  finder.close();
  expect(engine.open()).toBe(0);
});
