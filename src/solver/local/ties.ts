/**
 * Columns that can only change together. An equation in which two columns may change, by as much, ties one to the other,
 *
 *   x + y = 0   =>   y = -x          x - y = 0   =>   y = x
 *
 * and in all other equations the two count as one, which may tie more. Where few cells of a table are hidden, this leaves
 * about half of the columns and of the equations.
 */
import type { Constraint } from '../../indexes/constraint.ts';

export interface Ties {
  /** By column: the first of those it is tied to, and whether it changes like that one (1) or against it (-1). */
  readonly root: Int32Array;
  readonly sign: Int8Array;
  /** What is left to keep, over roots that may change. */
  readonly constraints: readonly Constraint[];
}

/** All constraints are kept where nothing changes. */
export function tieColumns(
  width: number,
  constraints: readonly Constraint[],
  mayChange: (column: number) => boolean,
): Ties {
  const roots = openRoots(width);
  const reduce = openReducer(width, roots, mayChange);
  let left = constraints.map(reduce);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const next: Constraint[] = [];
    for (const constraint of left) {
      const reduced = reduce(constraint);
      if (isTie(reduced)) roots.tie(reduced);
      else if (reduced.columns.length > 0) next.push(reduced);
    }
    left = next;
  }
  for (let column = 0; column < width; column++) roots.find(column);
  return { root: roots.root, sign: roots.sign, constraints: left };
}

/** Sets of columns, each with its first for a root (union-find with path compression, and a sign on each link). */
interface Roots extends Pick<Ties, 'root' | 'sign'> {
  /** The root of a column; `root` and `sign` of that column are as they stand then. */
  find(column: number): number;
  /** Ties the two columns of an equation, both of them roots. */
  tie(equation: Constraint): void;
}

function openRoots(width: number): Roots {
  const root = Int32Array.from({ length: width }, (_, column) => column);
  const sign = new Int8Array(width).fill(1);
  const find = (column: number): number => {
    const next = root[column] as number;
    if (next === column) return column;
    const first = find(next);
    sign[column] = (sign[column] as number) * (sign[next] as number);
    root[column] = first;
    return first;
  };
  const tie = ({ columns, coefficients: [one, other] }: Constraint) => {
    const high = Math.max(...columns);
    root[high] = Math.min(...columns);
    sign[high] = one === other ? -1 : 1;
  };
  return { root, sign, find, tie };
}

/** What a constraint says of roots that may change, each once. */
function openReducer(
  width: number,
  { find, sign }: Roots,
  mayChange: (column: number) => boolean,
): (constraint: Constraint) => Constraint {
  const sums = new Float64Array(width);
  const isMet = new Uint8Array(width);
  return ({ columns, coefficients, ...ends }) => {
    // Millions of terms are gone through, so little is made on the way.
    const met: number[] = [];
    for (let term = 0; term < columns.length; term++) {
      const column = columns[term] as number;
      if (!mayChange(column)) continue;
      const first = find(column);
      if (isMet[first] === 0) met.push(first);
      isMet[first] = 1;
      sums[first] = (sums[first] as number) + (sign[column] as number) * (coefficients[term] as number);
    }
    const left = met.filter((column) => sums[column] !== 0);
    const reduced = { columns: left, coefficients: left.map((column) => sums[column] as number), ...ends };
    for (const column of met) {
      sums[column] = 0;
      isMet[column] = 0;
    }
    return reduced;
  };
}

/** An equation of two columns that change by as much. */
function isTie({ columns, coefficients: [one, other], lower, upper }: Constraint): boolean {
  return columns.length === 2 && lower === upper && Math.abs(one as number) === Math.abs(other as number);
}
