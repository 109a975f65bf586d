/** What the steps of a local program (local-program.ts) work on: one change under way, and its basis. */

import type { Constraint, Limit } from '../../indexes/constraint.ts';
import { type Sparse, sparseOf } from '../sparse.ts';
import { type Inverse, openInverse } from './inverse.ts';
import type { Kinks } from './kinks.ts';
import { openQueue, type Queue } from './queue.ts';

export interface LocalState {
  readonly matrix: Sparse;
  readonly kinks: Kinks;
  /** What a column may become where a question does not limit it. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** By column: its change, what the duals of its rows sum to, and its place in the basis or -1. */
  readonly change: Float64Array;
  readonly dual: Float64Array;
  readonly place: Int32Array;
  /** By row: what its terms sum to, which is to be 0, and its place in the basis or -1. */
  readonly sum: Float64Array;
  readonly rowPlace: Int32Array;
  readonly basis: Basic[];
  readonly basisRows: number[];
  readonly inverse: Inverse;
  /** By column how it bears on what is violated; 0 but within a step. */
  readonly effect: Float64Array;
  /** Room for lists of columns within a step: those that have an effect, those of them outside the basis, and their kinks. */
  readonly affected: Int32Array;
  readonly outside: Int32Array;
  readonly queue: Queue;
  /** Columns and rows that are not as they were to begin with. */
  readonly columns: Marks;
  readonly rows: Marks;
}

/** A column of the basis and the kinks that its dual value puts it between. */
export interface Basic {
  column: number;
  from: number;
  to: number;
}

/** A set of small numbers that is emptied at the cost of its size. */
interface Marks {
  readonly isMarked: Uint8Array;
  readonly list: number[];
}

/** Rows of a basis at most. */
export const MOST_ROWS = 300;
/** What is this little off is rounding. */
export const ROUNDING = 1e-7;
/** What bears on another thing less than this does not bear on it. */
export const NO_PIVOT = 1e-9;

/** A constraint that is no equation has its sum as one more column, which costs nothing to change. */
export function openState(width: number, constraints: readonly Constraint[], steep: number): LocalState {
  const ranges = constraints.flatMap(({ lower, upper }, row) =>
    lower === upper ? [] : [{ row, lower, upper }],
  );
  const slackOf = new Map(ranges.map(({ row }, at) => [row, width + at]));
  const equations = constraints.map(({ columns, coefficients }, row) => {
    const slack = slackOf.get(row);
    return slack === undefined
      ? { columns, coefficients }
      : { columns: [...columns, slack], coefficients: [...coefficients, -1] };
  });
  const all = width + ranges.length;
  const state: LocalState = {
    matrix: sparseOf(all, equations),
    kinks: { ...zeros(all, 'price', 'fall', 'climb', 'lower', 'upper'), steep },
    ...zeros(all, 'least', 'most', 'change', 'dual', 'effect'),
    ...zeros(constraints.length, 'sum'),
    place: new Int32Array(all).fill(-1),
    rowPlace: new Int32Array(constraints.length).fill(-1),
    basis: [],
    basisRows: [],
    inverse: openInverse(MOST_ROWS + 1),
    affected: new Int32Array(all),
    outside: new Int32Array(all),
    queue: openQueue(all),
    columns: noMarks(all),
    rows: noMarks(constraints.length),
  };
  for (const [at, { lower, upper }] of ranges.entries()) {
    state.least[width + at] = lower;
    state.most[width + at] = upper;
    state.kinks.fall[width + at] = -lower;
    state.kinks.climb[width + at] = upper;
  }
  return state;
}

function zeros<Name extends string>(size: number, ...names: readonly Name[]): Record<Name, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<
    Name,
    Float64Array
  >;
}

function noMarks(size: number): Marks {
  return { isMarked: new Uint8Array(size), list: [] };
}

/** Readies a column for the question: it may change as far as it ever may. */
export function touch({ kinks, least, most, columns }: LocalState, column: number): void {
  if (!mark(columns, column)) return;
  kinks.lower[column] = least[column] as number;
  kinks.upper[column] = most[column] as number;
}

/** False if it was marked before. */
function mark({ isMarked, list }: Marks, at: number): boolean {
  if (isMarked[at] === 1) return false;
  isMarked[at] = 1;
  list.push(at);
  return true;
}

/** Narrows what a column may become, and takes it there. False where that is impossible. */
export function limit(state: LocalState, { column, lower, upper }: Limit): boolean {
  touch(state, column);
  const { kinks, change } = state;
  kinks.lower[column] = Math.max(kinks.lower[column] as number, lower);
  kinks.upper[column] = Math.min(kinks.upper[column] as number, upper);
  const [least, most] = [kinks.lower[column] as number, kinks.upper[column] as number];
  if (least > most) return false;
  moveTo(state, column, Math.min(Math.max(change[column] as number, least), most));
  return true;
}

/** Changes a column, and the sums of its rows with it. */
export function moveTo(state: LocalState, column: number, to: number): void {
  const { change, sum, rows, matrix } = state;
  const { start, index, value } = matrix.columns;
  const by = to - (change[column] as number);
  if (by === 0) return;
  touch(state, column);
  change[column] = to;
  for (let term = start[column] as number; term < (start[column + 1] as number); term++) {
    const row = index[term] as number;
    mark(rows, row);
    sum[row] = (sum[row] as number) + by * (value[term] as number);
  }
}

/** Back to the beginning. */
export function reset({
  columns,
  rows,
  change,
  dual,
  place,
  sum,
  rowPlace,
  basis,
  basisRows,
  inverse,
}: LocalState): void {
  for (const column of columns.list) {
    change[column] = 0;
    dual[column] = 0;
    place[column] = -1;
    columns.isMarked[column] = 0;
  }
  for (const row of rows.list) {
    sum[row] = 0;
    rowPlace[row] = -1;
    rows.isMarked[row] = 0;
  }
  for (const list of [columns.list, rows.list, basis, basisRows]) list.length = 0;
  inverse.clear();
}
