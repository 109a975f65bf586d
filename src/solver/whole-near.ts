/** Whole-number answers near one of fractions. */

import type { Highs, Model } from 'highs';
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { LinearModel } from './linear-model.ts';
import { loadModel, run } from './native-model.ts';

/** What is this close to a whole number is one. */
const ROUNDING = 1e-6;

/** Of the search tree: what takes more is better asked for without the narrower bounds. */
const MOST_NODES = 1000;

interface Near {
  readonly limits: readonly Limit[];
  /** Of the answer of fractions, by column. */
  readonly values: Float64Array;
  /** By column; any answer does where there are none. */
  readonly costs: Float64Array | undefined;
}

/**
 * Where an answer of fractions is near one of whole numbers, as it is in most tables, little is left to decide once every
 * column is held to the whole numbers around its own, and presolve sees most of that.
 */
export function wholeNear(
  highs: Highs,
  model: LinearModel,
  { limits, values, costs }: Near,
  count: (native: Model) => void,
): Float64Array | undefined {
  const lower = model.lower.map((least, column) =>
    Math.max(least, Math.floor(valueAt(values, column) + ROUNDING) - 1),
  );
  const upper = model.upper.map((most, column) =>
    Math.min(most, Math.ceil(valueAt(values, column) - ROUNDING) + 1),
  );
  for (const limit of limits) {
    lower[limit.column] = Math.max(valueAt(lower, limit.column), limit.lower);
    upper[limit.column] = Math.min(valueAt(upper, limit.column), limit.upper);
  }
  if (lower.some((least, column) => least > valueAt(upper, column))) return undefined;
  const native = loadModel(
    highs,
    { lower, upper, constraints: model.constraints },
    costs === undefined ? 'primal' : 'dual',
  );
  try {
    if (costs !== undefined) native.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    native.options.set({ presolve: 'on', mip_max_nodes: MOST_NODES });
    native.changeColsIntegrality(
      { kind: 'range', from: 0, to: lower.length - 1 },
      new Int32Array(lower.length).fill(1),
    );
    const outcome = run(highs, native);
    count(native);
    return outcome?.status === 'optimal' ? outcome.values : undefined;
  } finally {
    native.dispose();
  }
}
