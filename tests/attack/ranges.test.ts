// The least and most of a hidden cell, as linear programs have them.
import { expect, onTestFinished, test } from 'vitest';
import { rangeOf } from '../../src/attack/ranges.ts';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

/** The range of the first column. */
function rangeIn(model: LinearModel) {
  const session = solver.open(model);
  onTestFinished(() => session.close());
  return rangeOf(session, 0, []);
}

/** Column 0 is the sum of four, any two of which add up to between `lower` and `upper`. */
function pairsOfFour(lower: number, upper: number): LinearModel {
  const pairs = [1, 2, 3, 4].flatMap((one) => [2, 3, 4].filter((two) => two > one).map((two) => [one, two]));
  return {
    lower: [0, 0, 0, 0, 0],
    upper: [MANY, MANY, MANY, MANY, MANY],
    constraints: [
      { columns: [0, 1, 2, 3, 4], coefficients: [-1, 1, 1, 1, 1], lower: 0, upper: 0 },
      ...pairs.map((columns) => ({ columns, coefficients: [1, 1], lower, upper })),
    ],
  };
}

test('rangeOf rounds inwards: twice a count that is 3 to 8 is 2 to 4 each', () => {
  const twice = { columns: [0], coefficients: [2], lower: 3, upper: 9 };
  expect(rangeIn({ lower: [0], upper: [MANY], constraints: [twice] })).toEqual({ least: 2, most: 4 });
});

test('rangeOf sets no limit where nothing does', () => {
  expect(rangeIn({ lower: [3], upper: [MANY], constraints: [] })).toEqual({ least: 3, most: null });
});

// Whole numbers: of four that make at most 1 two by two, one can be 1; four halves make 2. Of four that make 1 or more
// two by two, one can be 0 and the others 1; four halves make 2.
test('rangeOf is what linear programs show, which can be wider than what whole numbers can be', () => {
  expect(rangeIn(pairsOfFour(0, 1))).toEqual({ least: 0, most: 2 });
  expect(rangeIn(pairsOfFour(1, MANY))).toEqual({ least: 2, most: null });
});

test('rangeOf asks nothing of an end that a world reaches', () => {
  const sum = { columns: [0, 1], coefficients: [1, 1], lower: 9, upper: 9 };
  const session = solver.open({ lower: [1, 0], upper: [5, MANY], constraints: [sum] });
  onTestFinished(() => session.close());
  const before = solver.work();
  const worlds = [
    [1, 8],
    [5, 4],
  ];
  expect(rangeOf(session, 0, worlds)).toEqual({ least: 1, most: 5 });
  expect(solver.work()).toBe(before);
  expect(rangeOf(session, 0, worlds.slice(0, 1))).toEqual({ least: 1, most: 5 });
  expect(solver.work()).toBeGreaterThan(before);
});
