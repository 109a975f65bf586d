/**
 * A model of HiGHS that stays in memory and is asked again with other costs and bounds, so that the simplex method
 * starts from its last answer.
 */
import type { Highs, Model } from 'highs';
import { type Limit, type LinearModel, type Outcome, SolverError } from './linear-model.ts';

/** A model that is being asked questions. Close it: its memory lies outside the garbage collector's reach. */
export interface Session {
  readonly model: LinearModel;
  /** `ask` at these costs by column, which stay; columns left out cost nothing. */
  minimize(costs: ReadonlyMap<number, number>, limits: readonly Limit[], whole: boolean): Outcome;
  /** The least at the costs that stand. `whole` asks for whole numbers in every column. */
  ask(limits: readonly Limit[], whole: boolean): Outcome;
  /** Changes the cost of a column for all questions to come. */
  setCost(column: number, cost: number): void;
  /** Changes the bounds of a column for all questions to come. */
  setBounds(limit: Limit): void;
  /** By column: what the last answer that was not `whole` would gain by one unit more of it (its reduced cost). */
  reducedCosts(): Float64Array;
  close(): void;
}

/**
 * How the simplex method goes from one question to the next: `primal` from the last answer, for questions that differ
 * in their costs; `dual` from columns at their bounds, for questions at the same costs, none negative, that
 * ask for little change.
 */
export type Steps = 'primal' | 'dual';

/** `count` is told of every answer. */
export function openSession(
  highs: Highs,
  initial: LinearModel,
  steps: Steps,
  count: (native: Model) => void,
): Session {
  const bounds = { lower: [...initial.lower], upper: [...initial.upper] };
  const model = { ...bounds, constraints: initial.constraints };
  const native = loadModel(highs, initial, steps);
  const all = { kind: 'range', from: 0, to: initial.lower.length - 1 } as const;
  const apply = ({ column, lower, upper }: Limit) =>
    native.changeColBounds(column, lower, finite(highs, upper));
  const ask = (limits: readonly Limit[], whole: boolean): Outcome => {
    const narrowed = limits.map((limit) => narrow(limit, model));
    if (narrowed.some(({ lower, upper }) => lower > upper)) return { status: 'infeasible' };
    for (const limit of narrowed) apply(limit);
    if (whole) native.changeColsIntegrality(all, new Int32Array(initial.lower.length).fill(1));
    if (steps === 'dual') native.setLogicalBasis();
    const outcome = solve(highs, native);
    count(native);
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
    setCost: (column, cost) => {
      native.changeColCost(column, cost);
    },
    minimize: (costs, limits, whole) => {
      const cost = new Float64Array(initial.lower.length);
      for (const [column, each] of costs) cost[column] = each;
      native.changeColsCost(all, cost);
      return ask(limits, whole);
    },
    ask,
    reducedCosts: () => native.getSolution().colDual,
    close: () => native.dispose(),
  };
}

/** HiGHS's numbers for its simplex methods. */
const SIMPLEX: Readonly<Record<Steps, number>> = { dual: 1, primal: 4 };

function loadModel(highs: Highs, { lower, upper, constraints }: LinearModel, steps: Steps): Model {
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

function finite(highs: Highs, value: number): number {
  return Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
}

function boundsOf({ lower, upper }: LinearModel, column: number): Limit {
  return { column, lower: lower[column] ?? 0, upper: upper[column] ?? 0 };
}

function narrow({ column, lower, upper }: Limit, model: LinearModel): Limit {
  const bounds = boundsOf(model, column);
  return { column, lower: Math.max(lower, bounds.lower), upper: Math.min(upper, bounds.upper) };
}

function matrixOf(width: number, constraints: LinearModel['constraints']) {
  const starts = [0];
  for (const { columns } of constraints) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    format: 'csr' as const,
    numRows: constraints.length,
    numCols: width,
    starts,
    indices: constraints.flatMap(({ columns }) => [...columns]),
    values: constraints.flatMap(({ coefficients }) => [...coefficients]),
  };
}

/** From the last answer or, where that leads nowhere, from scratch. */
function solve(highs: Highs, native: Model): Outcome {
  const warm = run(highs, native);
  if (warm !== undefined) return warm;
  native.clearSolver();
  const cold = run(highs, native);
  if (cold !== undefined) return cold;
  throw new SolverError(
    `The solver stopped without an answer (status ${native.getModelStatus()}); nothing can be concluded from it.`,
  );
}

/** Undefined where the solver says neither an optimum nor that there is none. */
function run(highs: Highs, native: Model): Outcome | undefined {
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
