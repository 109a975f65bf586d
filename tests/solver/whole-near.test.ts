// Whole numbers near an answer of fractions: x + y = y + z = x + z = `total`, which halves solve.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../src/indexes/constraint.ts';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';

const NONE = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

const triangle = (total: number): LinearModel => ({
  lower: [0, 0, 0],
  upper: [NONE, NONE, NONE],
  constraints: [
    [0, 1],
    [1, 2],
    [0, 2],
  ].map((columns) => ({ columns, coefficients: [1, 1], lower: total, upper: total })),
});

function near(
  model: LinearModel,
  values: readonly number[],
  limits: readonly Limit[] = [],
  costs?: readonly number[],
) {
  const session = solver.open(model);
  onTestFinished(() => session.close());
  const found = session.wholeNear(limits, Float64Array.from(values), costs && Float64Array.from(costs));
  return found && [...found].map(Math.round);
}

describe('wholeNear', () => {
  test('gives whole numbers within 1 of those around each', () => {
    expect(near(triangle(8), [4.4, 3.6, 4])).toEqual([4, 4, 4]);
    expect(near(triangle(8), [5, 3, 4])).toEqual([4, 4, 4]);
    expect(near(triangle(8), [5.2, 2.8, 4])).toEqual([4, 4, 4]);
  });

  test('gives the cheapest of them at costs', () => {
    const pair: LinearModel = {
      lower: [0, 0],
      upper: [9, 9],
      constraints: [{ columns: [0, 1], coefficients: [1, 1], lower: 9, upper: 9 }],
    };
    expect(near(pair, [4.5, 4.5], [], [0, 9])).toEqual([6, 3]);
    expect(near(pair, [4.5, 4.5], [], [9, 0])).toEqual([3, 6]);
  });

  test('gives undefined where none is so near, or none at all', () => {
    expect(near(triangle(8), [6, 2, 4])).toBeUndefined();
    expect(near(triangle(7), [3.5, 3.5, 3.5])).toBeUndefined();
  });

  test('keeps the bounds of the model and the limits', () => {
    const line: LinearModel = {
      lower: [0, 3],
      upper: [5, NONE],
      constraints: [{ columns: [0, 1], coefficients: [1, 1], lower: 8, upper: 8 }],
    };
    expect(near(line, [5.5, 2.5])).toEqual([5, 3]);
    expect(near(line, [4.5, 3.5], [{ column: 1, lower: 5, upper: NONE }])).toEqual([3, 5]);
    expect(near(line, [4.5, 3.5], [{ column: 1, lower: 6, upper: NONE }])).toBeUndefined();
  });
});
