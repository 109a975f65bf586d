// In a sensitive dimension: the attack agrees with going through every table, and finds each zero or full cell that is shown.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { judge } from './brute-force.ts';
import { attackSystem } from './on-this-thread.ts';
import { SENSITIVE_SHAPES } from './shapes.ts';
import { factsOf, trials } from './trials.ts';

const RUNS = 60;
const MOST_PEOPLE = 8;
const SEED = 20_251_131;

const solver = await loadSolver();

describe('attackSystem keeps to the verdict of brute force on the categories of groups', () => {
  test.for(Object.entries(SENSITIVE_SHAPES))('on %s', ([, table]) => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(trials(table, MOST_PEOPLE), (trial) => {
        const facts = factsOf(table, trial);
        const expected = judge(table, facts, trial.k);
        fc.pre(expected !== undefined);
        const report = attackSystem(table.system, facts, { k: trial.k, solver, ranges: false });
        expect(report.kept).toBe(expected.kept);
        seen.add(report.kept);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(seen).toEqual(new Set([true, false]));
  });
});
