/**
 * Programs of yes-or-no decisions that grow while they are being solved:
 *
 *   least  sum of cost x decision,   decisions 0 or 1,   with constraints that are added as they are found
 *
 * the master problem of cut generation.
 */
import type { Highs, Model } from 'highs';
import type { Constraint } from '../indexes/constraint.ts';
import { finite, stoppedAt } from './native-model.ts';

export interface BinaryProgram {
  /** Adds `lower <= sum of coefficients x columns <= upper` for good. */
  require(constraint: Constraint): void;
  /** The linear relaxation, or undefined if even that has no solution. */
  relax(): Relaxed | undefined;
  /** Branches within the effort; undefined if there is no solution. */
  decide(effort: Effort): Decided | undefined;
  close(): void;
}

interface Relaxed {
  /** By column, 0 to 1. */
  readonly values: readonly number[];
  /** No decision costs less. */
  readonly bound: number;
}

interface Decided {
  /** By column, 0 or 1: the cheapest decisions found, or undefined if the effort ended before any was. */
  readonly values: readonly number[] | undefined;
  /** No decision costs less. */
  readonly bound: number;
}

interface Effort {
  /** Stop when the cost found is at most this share above the bound. */
  readonly gap: number;
  /** Nodes of the search tree at most. */
  readonly nodes: number;
}

/** `count` is told of every answer. */
export function openBinaryProgram(
  highs: Highs,
  costs: readonly number[],
  count: (native: Model) => void,
): BinaryProgram {
  const native = loadBinary(highs, costs);
  const run = () => {
    native.run();
    count(native);
    return native.getModelStatus();
  };
  return {
    require: ({ columns, coefficients, lower, upper }) => {
      native.addRow(finite(highs, lower), finite(highs, upper), { indices: columns, values: coefficients });
    },
    relax: () => relax(highs, native, run),
    decide: (effort) => {
      setWhole(native, costs.length, 1);
      const decided = decide(highs, native, run, effort);
      setWhole(native, costs.length, 0);
      return decided;
    },
    close: () => native.dispose(),
  };
}

function loadBinary(highs: Highs, costs: readonly number[]): Model {
  const native = highs.createModel();
  const width = costs.length;
  native.options.set({ output_flag: false, random_seed: 1 });
  native.passModel({
    numCols: width,
    numRows: 0,
    matrix: { format: 'csr', numRows: 0, numCols: width, starts: [0], indices: [], values: [] },
    colCost: costs,
    colLower: new Float64Array(width),
    colUpper: new Float64Array(width).fill(1),
    rowLower: [],
    rowUpper: [],
  });
  return native;
}

function setWhole(native: Model, width: number, value: 0 | 1): void {
  const all = { kind: 'range', from: 0, to: width - 1 } as const;
  native.changeColsIntegrality(all, new Int32Array(width).fill(value));
}

function relax({ constants }: Highs, native: Model, run: () => number): Relaxed | undefined {
  const status = run();
  if (status === constants.modelStatus.infeasible) return undefined;
  if (status !== constants.modelStatus.optimal && status !== constants.modelStatus.empty)
    throw stoppedAt(status);
  return { values: [...native.getSolution().colValue], bound: native.getObjectiveValue() };
}

function decide(
  { constants }: Highs,
  native: Model,
  run: () => number,
  { gap, nodes }: Effort,
): Decided | undefined {
  native.options.set({ mip_rel_gap: gap, mip_max_nodes: nodes });
  const status = run();
  const { infeasible, optimal, empty, solutionLimit } = constants.modelStatus;
  if (status === infeasible) return undefined;
  if (status !== optimal && status !== empty && status !== solutionLimit) throw stoppedAt(status);
  const isFound = Number(native.info.get('primal_solution_status')) === FEASIBLE;
  return {
    values: isFound ? [...native.getSolution().colValue].map(Math.round) : undefined,
    bound: Number(native.info.get('mip_dual_bound')),
  };
}

/** HiGHS's number for a solution that satisfies the program. */
const FEASIBLE = 2;
