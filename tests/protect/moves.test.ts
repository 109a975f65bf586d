// The cheapest moves away from the counts of a line, k = 5: a total of 40, and 3, 20, 9, 8.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../src/indexes/constraint.ts';
import { type Found, openMover } from '../../src/protect/moves.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { SolverError } from '../../src/solver/linear-model.ts';
import { SHAPES } from '../attack/shapes.ts';
import { watched } from '../attack/watched-solver.ts';
import { lineTask, solver, taskOf } from './plans.ts';

const COUNTS = [3, 20, 9, 8];
const ANY = Number.POSITIVE_INFINITY;
const to = (cell: number, count: number): Limit => ({ column: cell, lower: count, upper: count });

function open(task: ProtectTask, prices: Readonly<Record<number, number>>) {
  const mover = openMover(task);
  onTestFinished(() => mover.close());
  for (const [cell, price] of Object.entries(prices)) mover.price(Number(cell), price);
  return mover;
}

function moveOf(found: Found | undefined) {
  return found?.move && Object.fromEntries(found.move);
}

describe('find', () => {
  test('gives the new counts, the cells that change, rising, and the cost', () => {
    const mover = open(lineTask(COUNTS), { 1: 1, 2: 3, 3: 2, 4: 4 });
    expect(mover.find([to(3, 4)])).toEqual({
      move: new Map([
        [1, 8],
        [3, 4],
      ]),
      cells: [1, 3],
      cost: expect.closeTo(5 + 2 * 4 + 3 * 2 * 1, 6),
    });
  });

  test('moves nothing where the counts meet the demands', () => {
    const mover = open(lineTask(COUNTS), { 1: 1, 2: 1 });
    expect(mover.find([{ column: 2, lower: 5, upper: ANY }])).toEqual({
      move: new Map(),
      cells: [],
      cost: 0,
    });
  });

  test('moves no cell without a price, nor one that lost it', () => {
    const mover = open(lineTask(COUNTS), { 1: 1, 2: 5, 4: 1 });
    expect(moveOf(mover.find([to(1, 0)]))).toEqual({ 1: 0, 4: 11 });
    mover.price(4, undefined);
    expect(moveOf(mover.find([to(1, 0)]))).toEqual({ 1: 0, 2: 23 });
    mover.price(2, undefined);
    expect(mover.find([to(1, 0)])).toBeUndefined();
  });

  test('mayMove is true of a cell from when it has a price until it has none', () => {
    const mover = open(lineTask(COUNTS), { 1: 1 });
    expect([1, 2].map(mover.mayMove)).toEqual([true, false]);
    mover.price(2, 1);
    mover.price(1, undefined);
    expect([1, 2].map(mover.mayMove)).toEqual([false, true]);
  });

  test('keeps to the bounds on the record, and to 0', () => {
    const bounded = lineTask(COUNTS, { upper: [ANY, ANY, 22, ANY, ANY], lower: [0, 0, 0, 8, 0] });
    const prices = { 1: 1, 2: 1, 3: 2, 4: 5 };
    expect(moveOf(open(bounded, prices).find([to(1, 0)]))).toEqual({ 1: 0, 2: 22, 3: 10 });
    expect(moveOf(open(bounded, prices).find([to(1, 21)]))).toEqual({ 1: 21, 2: 3, 3: 8 });
    const two = open(lineTask(COUNTS), { 1: 1, 3: 1 });
    expect(two.find([to(1, 13)])).toBeUndefined();
    expect(moveOf(two.find([to(1, 12)]))).toEqual({ 1: 12, 3: 0 });
  });

  test('takes a cell of k or more below k only where that is cheaper at three times its price', () => {
    const prices = { 1: 1, 4: 1 };
    expect(moveOf(open(lineTask(COUNTS), { ...prices, 3: 2 }).find([to(1, 8)]))).toEqual({
      1: 8,
      3: 7,
      4: 5,
    });
    expect(moveOf(open(lineTask(COUNTS), { ...prices, 3: 4 }).find([to(1, 8)]))).toEqual({ 1: 8, 4: 3 });
  });

  test('takes a cell of k or more below k at its price where fewer people are behind it', () => {
    const task = lineTask(COUNTS, { people: [40, 3, 20, 9, 4] });
    expect(moveOf(open(task, { 1: 1, 4: 1, 3: 2 }).find([to(1, 8)]))).toEqual({ 1: 8, 4: 3 });
  });

  /** 3 cards of 9 applications: no more than there are applications, and 2 at least are refused. */
  test('keeps what is to be at most another, from where it is', () => {
    const pair = lineTask([9]);
    const rows = [{ cells: [0, 1], coefficients: [1, -1], lower: Number.NEGATIVE_INFINITY, upper: -2 }];
    const mover = open({ ...pair, system: { ...pair.system, rows }, world: [3, 9] }, { 0: 1, 1: 1 });
    expect(moveOf(mover.find([to(0, 7)]))).toEqual({ 0: 7 });
    expect(moveOf(mover.find([to(0, 8)]))).toEqual({ 0: 8, 1: 10 });
    expect(moveOf(mover.find([to(1, 4)]))).toEqual({ 0: 2, 1: 4 });
    expect(moveOf(mover.find([to(1, 30)]))).toEqual({ 1: 30 });
  });

  test('keeps what is to be at least so much less than another, from where it is', () => {
    const pair = lineTask([9]);
    const rows = [{ cells: [0, 1], coefficients: [-1, 1], lower: 2, upper: ANY }];
    const mover = open({ ...pair, system: { ...pair.system, rows }, world: [3, 9] }, { 0: 1, 1: 1 });
    expect(moveOf(mover.find([to(0, 7)]))).toEqual({ 0: 7 });
    expect(moveOf(mover.find([to(0, 8)]))).toEqual({ 0: 8, 1: 10 });
  });

  test('has no move where the cheapest is not whole, and says which cells it changes', () => {
    const line = lineTask([1, 3]);
    const [row] = line.system.rows;
    const rows = row ? [{ ...row, coefficients: [-1, 2, 2] }] : [];
    const task = { ...line, system: { ...line.system, rows }, world: [8, 1, 3] };
    const mover = open(task, { 0: 1, 1: 1 });
    expect(mover.find([to(0, 9)])).toMatchObject({ move: undefined, cells: [0, 1] });
    expect(mover.findWhole([to(0, 9)])).toBeUndefined();
    expect(moveOf(mover.findWhole([{ column: 0, lower: 9, upper: 11 }]))).toEqual({ 0: 10, 1: 2 });
  });
});

describe('raise', () => {
  test('forbids that cells of k or more fall below k, and lower allows it again', () => {
    const mover = open(lineTask(COUNTS), { 1: 1, 3: 1, 4: 9 });
    expect(moveOf(mover.find([to(1, 12)]))).toEqual({ 1: 12, 3: 0 });
    mover.forbidPlunge([3]);
    expect(moveOf(mover.find([to(1, 12)]))).toEqual({ 1: 12, 3: 5, 4: 3 });
    mover.forbidPlunge([4]);
    expect(mover.find([to(1, 12)])).toBeUndefined();
    mover.allowPlunges();
    expect(moveOf(mover.find([to(1, 12)]))).toEqual({ 1: 12, 3: 0 });
  });

  test('holds for a cell of which the price changes', () => {
    const mover = open(lineTask(COUNTS), { 1: 1, 3: 1 });
    mover.forbidPlunge([3]);
    mover.price(3, 2);
    expect(mover.find([to(1, 12)])).toBeUndefined();
  });
});

/** A mover of which the solver changes `x1`, `x2`, `d1` by so much: 3, 9 and 12, and 27 of all. */
function answered(...changes: readonly number[]) {
  const table = SHAPES['a hierarchy'];
  if (table === undefined) throw new Error('no such shape');
  const cells = ['x1', 'x2', 'd1'].map((key) => table.system.index.get(key) ?? -1);
  const answer = { changes: new Map(changes.map((change, at) => [cells[at] ?? -1, change])), cost: 1 };
  const openChanges: typeof solver.openChanges = (...program) => ({
    ...solver.openChanges(...program),
    ask: () => answer,
    askWhole: () => answer,
  });
  return open(taskOf(table, [3, 9, 8, 7], { solver: { ...solver, openChanges } }), {});
}

test('find takes no answer for a move that is too little or too much in some relation', () => {
  const isMove = (...changes: number[]) => answered(...changes).find([])?.move !== undefined;
  expect(isMove(1, -1)).toBe(true);
  expect([isMove(1), isMove(-1), isMove(1, 0, 1), isMove(0, -1, -1)]).toEqual([false, false, false, false]);
});

test('findWhole of an answer that does not add up is refused', () => {
  expect(moveOf(answered(1, -1).findWhole([]))).toBeDefined();
  const message = 'The solver gave a whole-number answer that does not add up exactly.';
  expect(() => answered(1).findWhole([])).toThrow(new SolverError(message));
});

test('close closes the program', () => {
  const engine = watched(solver, false);
  const mover = openMover(lineTask(COUNTS, { solver: engine.solver }));
  expect(engine.open()).toBe(1);
  mover.close();
  expect(engine.open()).toBe(0);
});

test('rulesOut says what no move can meet, as far as it is quickly seen', () => {
  const mover = open(lineTask(COUNTS), { 1: 1, 3: 1 });
  expect([mover.rulesOut([to(3, 4)]), mover.rulesOut([to(3, 13)]), mover.rulesOut([to(2, 4)])]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a cell that lost its price stays as it is, also once others are forbidden to fall', () => {
  const mover = open(lineTask(COUNTS), { 1: 1, 2: 1, 3: 1 });
  mover.price(2, undefined);
  mover.forbidPlunge([2]);
  expect(moveOf(mover.find([to(1, 7)]))).toEqual({ 1: 7, 3: 5 });
  mover.allowPlunges();
  expect(mover.find([to(2, 19)])).toBeUndefined();
});
