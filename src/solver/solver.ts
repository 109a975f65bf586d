/**
 * The only door to HiGHS (https://highs.dev, compiled to WebAssembly): a model stays in memory and is asked
 * again with other costs and bounds, so that the simplex method starts from its last answer.
 */
import loadHighs, { type Highs, type Model } from 'highs';
import { type Limit, type LinearModel, type Outcome, SolverError } from './linear-model.ts';

/** A model that is being asked questions. Close it: its memory lies outside the garbage collector's reach. */
export interface Session {
  readonly model: LinearModel;
  /** Cost by column; columns left out cost nothing. `whole` asks for whole numbers in every column. */
  minimize(costs: ReadonlyMap<number, number>, limits: readonly Limit[], whole: boolean): Outcome;
  /** Changes the bounds of a column for all questions to come. */
  setBounds(limit: Limit): void;
  close(): void;
}

export interface Solver {
  open(model: LinearModel): Session;
  /** Name and version, for audit.json. */
  readonly name: string;
  /** How many programs have been solved: the work units of every budget. */
  readonly solved: () => number;
}

/** Loads the solver, about 0.1 s. */
export async function loadSolver(): Promise<Solver> {
  const highs = await loadHighs();
  let solved = 0;
  return {
    name: `HiGHS ${highs.version.string}`,
    solved: () => solved,
    open: (model) =>
      openSession(highs, model, () => {
        solved += 1;
      }),
  };
}

function openSession(highs: Highs, initial: LinearModel, count: () => void): Session {
  const bounds = { lower: [...initial.lower], upper: [...initial.upper] };
  const width = initial.lower.length;
  const native = highs.createModel();
  native.options.set({ output_flag: false, presolve: 'off', random_seed: 1 });
  native.passModel({
    numCols: width,
    numRows: initial.constraints.length,
    matrix: matrixOf(initial),
    colCost: new Float64Array(width),
    colLower: bounds.lower,
    colUpper: bounds.upper.map(finite),
    rowLower: initial.constraints.map(({ lower }) => finite(lower)),
    rowUpper: initial.constraints.map(({ upper }) => finite(upper)),
  });
  const setBounds = ({ column, lower, upper }: Limit) => native.changeColBounds(column, lower, finite(upper));
  const all = { kind: 'range', from: 0, to: width - 1 } as const;
  const setWhole = (whole: boolean) => {
    if (width > 0) native.changeColsIntegrality(all, new Int32Array(width).fill(whole ? 1 : 0));
  };
  return {
    model: { ...bounds, constraints: initial.constraints },
    setBounds: (limit) => {
      [bounds.lower[limit.column], bounds.upper[limit.column]] = [limit.lower, limit.upper];
      setBounds(limit);
    },
    minimize: (costs, limits, whole) => {
      count();
      const cost = new Float64Array(width);
      for (const [column, each] of costs) cost[column] = each;
      if (width > 0) native.changeColsCost(all, cost);
      const narrowed = limits.map((limit) => narrow(limit, bounds));
      if (narrowed.some(({ lower, upper }) => lower > upper)) return { status: 'infeasible' };
      for (const limit of narrowed) setBounds(limit);
      if (whole) setWhole(true);
      const outcome = solve(highs, native);
      if (whole) setWhole(false);
      for (const { column } of limits)
        setBounds({ column, lower: bounds.lower[column] ?? 0, upper: bounds.upper[column] ?? 0 });
      return outcome;
    },
    close: () => native.dispose(),
  };

  function finite(value: number): number {
    return Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
  }
}

function narrow(
  { column, lower, upper }: Limit,
  bounds: { lower: readonly number[]; upper: readonly number[] },
): Limit {
  return {
    column,
    lower: Math.max(lower, bounds.lower[column] ?? 0),
    upper: Math.min(upper, bounds.upper[column] ?? 0),
  };
}

function matrixOf({ lower, constraints }: LinearModel) {
  const starts = [0];
  for (const { columns } of constraints) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    format: 'csr' as const,
    numRows: constraints.length,
    numCols: lower.length,
    starts,
    indices: constraints.flatMap(({ columns }) => [...columns]),
    values: constraints.flatMap(({ coefficients }) => [...coefficients]),
  };
}

function solve(highs: Highs, native: Model): Outcome {
  native.run();
  const status = native.getModelStatus();
  const known = highs.constants.modelStatus;
  if (status === known.optimal || status === known.empty) {
    return {
      status: 'optimal',
      values: [...native.getSolution().colValue],
      objective: native.getObjectiveValue(),
    };
  }
  if (status === known.infeasible) return { status: 'infeasible' };
  if (status === known.unbounded) return { status: 'unbounded' };
  throw new SolverError(
    `The solver stopped without an answer (status ${status}); nothing can be concluded from it.`,
  );
}
