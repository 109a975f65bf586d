/** A model as HiGHS holds it in memory. */

import type { Highs, Model } from 'highs';
import { type LinearModel, type Outcome, SolverError } from './linear-model.ts';
import { linesOf } from './sparse.ts';

/**
 * How the simplex method goes from one question to the next: `primal` from the last answer, for questions that differ
 * in their costs; `presolved` likewise, but the first answer, at no cost, by presolve and the dual simplex method, which takes a
 * large model less than half the time; `dual` from columns at their bounds, for questions at the same costs, none negative, that
 * ask for little change; `bounds` from the last answer, for questions at no cost that differ in their bounds, of which each
 * that has no answer is to say why.
 */
export type Steps = 'primal' | 'presolved' | 'dual' | 'bounds';

/** HiGHS's numbers for its simplex methods. */
const SIMPLEX: Readonly<Record<Steps, number>> = { dual: 1, primal: 4, presolved: 4, bounds: 1 };

/** Dispose of it: its memory lies outside the garbage collector's reach. */
export function loadModel(highs: Highs, { lower, upper, constraints }: LinearModel, steps: Steps): Model {
  const native = highs.createModel();
  native.options.set({
    output_flag: false,
    presolve: 'off',
    random_seed: 1,
    simplex_strategy: SIMPLEX[steps],
    mip_rel_gap: steps === 'dual' ? 0.2 : 1e-4,
  });
  native.passModel({
    numCols: lower.length,
    numRows: constraints.length,
    matrix: matrixOf(lower.length, constraints),
    colCost: new Float64Array(lower.length),
    colLower: lower,
    colUpper: upper.map((value) => finite(highs, value)),
    rowLower: constraints.map((constraint) => finite(highs, constraint.lower)),
    rowUpper: constraints.map((constraint) => finite(highs, constraint.upper)),
  });
  return native;
}

/** Answers a first question by presolve and the dual simplex method; what comes after starts from its answer. */
export function presolve(highs: Highs, native: Model): Outcome | undefined {
  native.options.set({ presolve: 'on', simplex_strategy: SIMPLEX.dual });
  const outcome = run(highs, native);
  native.options.set({ presolve: 'off', simplex_strategy: SIMPLEX.presolved });
  return outcome;
}

/** Undefined where the solver says neither an optimum nor that there is none. */
export function run(highs: Highs, native: Model): Outcome | undefined {
  native.run();
  const status = native.getModelStatus();
  const known = highs.constants.modelStatus;
  if (status === known.optimal || status === known.empty) {
    return {
      status: 'optimal',
      values: native.getSolution().colValue,
      objective: native.getObjectiveValue(),
    };
  }
  if (status === known.infeasible) return { status: 'infeasible' };
  return status === known.unbounded ? { status: 'unbounded' } : undefined;
}

/** HiGHS says neither what is best nor that there is nothing. */
export function stoppedAt(status: number): SolverError {
  return new SolverError(
    `The solver stopped without an answer (status ${status}); nothing can be concluded from it.`,
  );
}

/** An end as HiGHS has it. */
export function finite(highs: Highs, value: number): number {
  return Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
}

function matrixOf(width: number, constraints: LinearModel['constraints']) {
  const { start, index, value } = linesOf(constraints);
  return {
    format: 'csr' as const,
    numRows: constraints.length,
    numCols: width,
    starts: start,
    indices: index,
    values: value,
  };
}
