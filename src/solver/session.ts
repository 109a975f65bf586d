/**
 * A model of HiGHS that stays in memory and is asked again with other costs and bounds, so that the simplex method
 * starts from its last answer.
 */

import type { Highs, Model } from 'highs';
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { LinearModel, Outcome } from './linear-model.ts';
import { finite, loadModel, presolve, run, type Steps, stoppedAt } from './native-model.ts';
import { wholeNear } from './whole-near.ts';

/** A model that is being asked questions. Close it: its memory lies outside the garbage collector's reach. */
export interface Session {
  readonly model: LinearModel;
  /** `ask` at these costs by column, which stay; columns left out cost nothing. */
  minimize(costs: ReadonlyMap<number, number>, limits: readonly Limit[], whole: boolean): Outcome;
  /** The least at the costs that stand. `whole` asks for whole numbers in every column. */
  ask(limits: readonly Limit[], whole: boolean): Outcome;
  /**
   * Whole numbers within the limits, each at most 1 beyond those around its own of `values`, about the cheapest at costs by column;
   * undefined where HiGHS finds none.
   */
  wholeNear(limits: readonly Limit[], values: Float64Array, costs?: Float64Array): Float64Array | undefined;
  /** Changes the costs of all columns for all questions to come: a call for each column would take a second in a large model. */
  setCosts(costs: Float64Array): void;
  /** Changes the cost of a column for all questions to come. */
  setCost(column: number, cost: number): void;
  /** Changes the bounds of a column for all questions to come. */
  setBounds(limit: Limit): void;
  /** By column: what the last answer that was not `whole` would gain by one unit more of it (its reduced cost). */
  reducedCosts(): Float64Array;
  /** Where the last answer left off; undefined where it left none. */
  basis(): Basis | undefined;
  close(): void;
}

/** Where the simplex method stands, in HiGHS's numbers: of each column and constraint whether it is basic, or at which bound. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** `count` is told of every answer. From `basis` the first question goes on, if it is of as many columns and constraints. */
export function openSession(
  highs: Highs,
  initial: LinearModel,
  { steps, basis }: { readonly steps: Steps; readonly basis?: Basis | undefined },
  count: (native: Model) => void,
): Session {
  const bounds = { lower: [...initial.lower], upper: [...initial.upper] };
  const model = { ...initial, ...bounds };
  const native = loadModel(highs, initial, steps);
  let isNew = !startFrom(basis, initial, native) && steps === 'presolved';
  const all = { kind: 'range', from: 0, to: initial.lower.length - 1 } as const;
  const apply = ({ column, lower, upper }: Limit) =>
    native.changeColBounds(column, lower, finite(highs, upper));
  const answer = (whole: boolean): Outcome => {
    const first = isNew && !whole ? presolve(highs, native) : undefined;
    isNew = false;
    const found = first ?? solve(highs, native);
    count(native);
    return steps === 'bounds' && found.status === 'infeasible' ? withRay(native) : found;
  };
  const ask = (limits: readonly Limit[], whole: boolean): Outcome => {
    const narrowed = limits.map((limit) => narrow(limit, model));
    if (narrowed.some(({ lower, upper }) => lower > upper)) return { status: 'infeasible' };
    for (const limit of narrowed) apply(limit);
    if (whole) native.changeColsIntegrality(all, new Int32Array(initial.lower.length).fill(1));
    if (steps === 'dual') native.setLogicalBasis();
    const outcome = answer(whole);
    if (whole) native.changeColsIntegrality(all, new Int32Array(initial.lower.length));
    for (const { column } of limits) apply(boundsOf(model, column));
    return outcome;
  };
  return {
    model,
    setBounds: (limit) => {
      [bounds.lower[limit.column], bounds.upper[limit.column]] = [limit.lower, limit.upper];
      apply(limit);
    },
    setCosts: (costs) => native.changeColsCost(all, costs),
    setCost: (column, cost) => native.changeColCost(column, cost),
    minimize: (costs, limits, whole) => {
      const cost = new Float64Array(initial.lower.length);
      for (const [column, each] of costs) cost[column] = each;
      native.changeColsCost(all, cost);
      return ask(limits, whole);
    },
    ask,
    wholeNear: (limits, values, costs) => wholeNear(highs, model, { limits, values, costs }, count),
    reducedCosts: () => native.getSolution().colDual,
    basis: () => basisOf(highs, native),
    close: () => native.dispose(),
  };
}

/** Whether it can: of a coarse model (coarse.ts) a basis is smaller than of the whole one, and says nothing of it. */
function startFrom(basis: Basis | undefined, { lower, constraints }: LinearModel, native: Model): boolean {
  if (basis?.columns.length !== lower.length || basis.rows.length !== constraints.length) return false;
  native.setBasis({ colStatus: basis.columns, rowStatus: basis.rows });
  return true;
}

function basisOf({ constants }: Highs, native: Model): Basis | undefined {
  if (Number(native.info.get('basis_validity')) !== constants.basisValidity.valid) return undefined;
  const { colStatus, rowStatus } = native.getBasis();
  return { columns: colStatus, rows: rowStatus };
}

/** Of a question that was found to have no answer. */
function withRay(native: Model): Outcome {
  return { status: 'infeasible', ray: native.getDualRay()?.values };
}

function boundsOf({ lower, upper }: LinearModel, column: number): Limit {
  return { column, lower: valueAt(lower, column), upper: valueAt(upper, column) };
}

function narrow({ column, lower, upper }: Limit, model: LinearModel): Limit {
  const bounds = boundsOf(model, column);
  return { column, lower: Math.max(lower, bounds.lower), upper: Math.min(upper, bounds.upper) };
}

/** From the last answer or, where that leads nowhere, from scratch. */
function solve(highs: Highs, native: Model): Outcome {
  const warm = run(highs, native);
  if (warm !== undefined) return warm;
  native.clearSolver();
  const cold = run(highs, native);
  if (cold !== undefined) return cold;
  throw stoppedAt(native.getModelStatus());
}
