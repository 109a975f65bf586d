// What `protect` does with lines of counts: `total a1 a2 ...`, k = 5.

import { expect, test } from 'vitest';
import { improveWithin } from '../../src/optimum/optimum.ts';
import type { Improve } from '../../src/protect/cheapest/choose-cheaply.ts';
import { type ProtectInput, ProtectionError } from '../../src/protect/task.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { SHAPES } from '../attack/shapes.ts';
import { countsOf, flat, tableOf } from '../attack/tables.ts';
import { watched } from '../attack/watched-solver.ts';
import { inputOf, readerOf, solver } from './plans.ts';
import { protect } from './protect.ts';

const K = 5;

/** A line of these counts; cell 0 is its total. */
function lineOf(counts: readonly number[], more: Partial<ProtectInput> = {}) {
  const codes = counts.map((_, part) => `a${part + 1}`);
  const table = tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);
  const all = countsOf(table, counts);
  const costs = all.map((count) => Math.max(1, count));
  return { table, counts: all, input: inputOf(table, all, { k: K, costs, ...more }) };
}

function withheldOf({ input }: ReturnType<typeof lineOf>, improve?: Improve): string[] {
  const { withheld } = protect(input, improve);
  return [...withheld].map((cell) => input.system.cells[cell]?.key ?? '').sort();
}

function refusalOf(input: ProtectInput): ProtectionError {
  try {
    protect(input);
  } catch (error) {
    if (error instanceof ProtectionError) return error;
    throw error;
  }
  throw new Error('It was protected.');
}

test('protect of a table with nobody in 1 to k-1 withholds nothing', () => {
  expect(protect(lineOf([7, 0, 5]).input)).toEqual({
    withheld: new Set(),
    reasons: new Map(),
    primary: 0,
    unnamed: 0,
    decoys: 0,
    complementary: 0,
    cost: 0,
    bound: 0,
    people: 0,
  });
});

test('protect of one small count withholds the two cheapest that let it be 0 and k', () => {
  expect(withheldOf(lineOf([3, 20, 9, 8]))).toEqual(['a1', 'a3', 'a4']);
});

test('protect tells the operator how many cells it withheld, what that cost, and how many people are behind it', () => {
  const people = [40, 3, 20, 11, 10];
  const { bound, ...counted } = protect(lineOf([3, 20, 9, 8], { people }).input);
  expect(counted).toEqual({
    withheld: new Set([1, 3, 4]),
    reasons: new Map([
      [1, 'small'],
      [3, 'protects'],
      [4, 'protects'],
    ]),
    primary: 1,
    unnamed: 0,
    decoys: 0,
    complementary: 2,
    cost: 17,
    people: 21,
  });
  expect(bound).toBeCloseTo(17, 5);
});

test('protect tells the operator of each cell whether it is small, was drawn, or was withheld before', () => {
  const draw = { decoys: new Set([1, 2, 4]), lots: [0.1, 0.2, 0.3, 0.4, 0.5], prices: [1, 1, 9, 1, 1] };
  const { reasons } = protect(lineOf([3, 20, 9, 8], { inherited: new Set([1, 4]), draw }).input);
  expect(reasons).toEqual(
    new Map<number, string>([
      [1, 'small'],
      [2, 'decoy'],
      [4, 'earlier'],
    ]),
  );
});

test('protect withholds what costs less, though more people are behind it', () => {
  const costs = [90, 3, 1, 9, 2];
  expect(withheldOf(lineOf([3, 20, 9, 8], { costs }))).toEqual(['a1', 'a2', 'a4']);
});

test('protect of a count of k with fewer than k people behind it withholds it', () => {
  const people = [40, 4, 20, 9, 8];
  expect(withheldOf(lineOf([5, 20, 9, 8], { people }))).toContain('a1');
  expect(withheldOf(lineOf([5, 20, 9, 8]))).toEqual([]);
});

test('protect keeps withheld what an earlier release withheld, and published what one published', () => {
  const kept = withheldOf(lineOf([7, 20, 9, 8, 6], { inherited: new Set([1, 2, 3]) }));
  expect(kept).toEqual(expect.arrayContaining(['a1', 'a2', 'a3']));
  const published = new Set([3, 4]);
  const publishable = new Set([0, 1, 2, 5]);
  expect(withheldOf(lineOf([3, 20, 9, 8, 30], { publishedBefore: published, publishable }))).toEqual([
    'a1',
    'a2',
    'a5',
  ]);
});

test('protect of a table that nothing can protect names its cells', () => {
  const table = SHAPES['one line without its total'];
  if (table === undefined) throw new Error('no such shape');
  const counts = countsOf(table, [3, 9, 9]);
  const { message, cells } = refusalOf(inputOf(table, counts, { k: K, costs: counts }));
  expect(message).toBe('No cells are left that could protect these.');
  expect(cells).toContain('a1');
});

test('protect of a small count that an earlier release published names it', () => {
  const published = new Set([0, 1, 2, 3, 4]);
  const { message, cells } = refusalOf(lineOf([3, 20, 9, 8], { publishedBefore: published }).input);
  expect(message).toBe('An earlier release publishes cells that stand for fewer than k people.');
  expect(cells).toEqual(['a1']);
});

test('protect that stops at its work limit knows a worse bound, and still keeps the promise', () => {
  const table = SHAPES['three by three'];
  if (table === undefined) throw new Error('no such shape');
  const counts = countsOf(table, [3, 20, 9, 8, 11, 2, 30, 14, 6]);
  const input = inputOf(table, counts, {
    k: K,
    costs: counts.map((count) => Math.max(1, count)),
  });
  const { withheld, bound, cost } = protect(input, improveWithin(0));
  const facts = readerOf({ table, counts, input }, withheld);
  expect(bound).toBeLessThan(cost - 1);
  expect(protect(input).bound).toBeGreaterThan(bound);
  expect(attackSystem(table.system, facts, { k: K, solver, ranges: false }).kept).toBe(true);
});

//          b1  b2  b3  all
//    a1     0   .   .   11     What is withheld at first for 2 and 2 is too much: a2 b1, say, is not needed.
//    a2     6   .   .   20
//    a3    20   .   .   36
//   all    26  13  28   67
test('protect that stops at its work limit still publishes again what is not needed', () => {
  const table = SHAPES['three by three'];
  if (table === undefined) throw new Error('no such shape');
  const counts = countsOf(table, [0, 2, 9, 6, 2, 12, 20, 9, 7]);
  const costs = counts.map((count) => Math.max(1, count));
  const input = inputOf(table, counts, { k: K, costs });
  expect(withheldOf({ table, counts, input }, improveWithin(0))).toEqual(
    ['a1', 'a2', 'a3'].flatMap((row) => [`${row}|b2`, `${row}|b3`]),
  );
});

/** Alone 9 + 8 = 17: where one is nobody the other is not few, so both are k or more, and nothing is left to hide. */
test('protect of counts of k or more that an earlier release withheld gives their hiding a reason', () => {
  const line = lineOf([20, 9, 8, 0], { inherited: new Set([2, 3]) });
  const { withheld } = protect(line.input);
  expect(withheld.size).toBeGreaterThan(2);
  const facts = readerOf(line, withheld);
  expect(attackSystem(line.table.system, facts, { k: K, solver, ranges: false }).kept).toBe(true);
});

test('protect closes all that it opens, also where it refuses', () => {
  const engine = watched(solver, false);
  protect(lineOf([3, 20, 9, 8], { solver: engine.solver }).input);
  expect(engine.open()).toBe(0);
  const fixed = { publishedBefore: new Set([0, 2]), publishable: new Set([1]) };
  refusalOf(lineOf([3, 20], { solver: engine.solver, ...fixed }).input);
  expect(engine.open()).toBe(0);
});
