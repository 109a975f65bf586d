// Four columns: 0 and 1 make 10, 1 and 2 make 4, 2 and 3 at most 9.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { openOwnRelations } from '../../src/solver/own-relations.ts';

const NONE = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

const MODEL: LinearModel = {
  lower: [0, 0, 0, 0],
  upper: [NONE, NONE, NONE, NONE],
  constraints: [
    { columns: [0, 1], coefficients: [1, 1], lower: 10, upper: 10 },
    { columns: [1, 2], coefficients: [1, 1], lower: 4, upper: 4 },
    { columns: [2, 3], coefficients: [1, 1], lower: Number.NEGATIVE_INFINITY, upper: 9 },
  ],
};

function open(columns: readonly number[], model = MODEL) {
  const own = openOwnRelations(solver, model, columns);
  onTestFinished(() => own?.close());
  return own;
}

const is = (column: number, lower: number, upper = lower) => ({ column, lower, upper });

describe('openOwnRelations', () => {
  test('of columns that no constraint is of alone: undefined', () => {
    expect(open([0, 2])).toBeUndefined();
    expect(open([])).toBeUndefined();
  });

  test('rules out what the constraints among the columns do, and nothing that takes another', () => {
    const own = open([2, 1]);
    expect(own?.ask([is(1, 5, NONE)]).status).toBe('infeasible');
    expect(own?.ask([is(1, 1), is(2, 2)]).status).toBe('infeasible');
    expect(own?.ask([is(1, 4)]).status).toBe('optimal');
    expect(own?.ask([is(0, 5), is(1, 4)]).status).toBe('optimal');
    expect(own?.ask([is(3, 10)]).status).toBe('optimal');
  });

  test('keeps the bounds of the model, and those that are set later', () => {
    const own = open([1, 2], { ...MODEL, upper: [NONE, 3, NONE, NONE], lower: [0, 1, 0, 0] });
    expect([0, 1, 4].map((count) => own?.ask([is(2, count)]).status)).toEqual([
      'infeasible',
      'optimal',
      'infeasible',
    ]);
    own?.setBounds(is(2, 2, NONE));
    own?.setBounds(is(0, 99));
    expect([1, 2].map((count) => own?.ask([is(2, count)]).status)).toEqual(['infeasible', 'optimal']);
  });

  test('says by constraint of the whole model how often to add it', () => {
    const outcome = open([1, 2])?.ask([is(1, 5, NONE)]);
    if (outcome?.status !== 'infeasible') throw new Error('it is not ruled out');
    expect([...(outcome.ray ?? [])].map((share) => share !== 0)).toEqual([false, true, false]);
  });

  test('of a column that the model does not have: an error of our own', () => {
    expect(() => openOwnRelations(solver, MODEL, [1, 4])).toThrow('internal error');
  });
});
