/**
 * Columns that can only change together. An equation in which two columns may change, by as much, ties one to the other,
 *
 *   x + y = 0   =>   y = -x          x - y = 0   =>   y = x
 *
 * and in all other equations the two count as one, which may tie more. Where few cells of a table are hidden, this leaves
 * about half of the columns and of the equations.
 */
import type { Constraint } from './linear-model.ts';

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
  const root = Int32Array.from({ length: width }, (_, column) => column);
  const sign = new Int8Array(width).fill(1);
  const follow = (column: number): number => {
    const next = root[column] as number;
    if (next === column) return column;
    const first = follow(next);
    sign[column] = (sign[column] as number) * (sign[next] as number);
    root[column] = first;
    return first;
  };
  const tie = ([one, other]: readonly number[], [first, second]: readonly number[]) => {
    const [low, high] = [Math.min(one as number, other as number), Math.max(one as number, other as number)];
    root[high] = low;
    sign[high] = first === second ? -1 : 1;
  };
  const sums = new Float64Array(width);
  const reduce = ({ columns, coefficients, ...ends }: Constraint): Constraint => {
    const met: number[] = [];
    for (const [term, column] of columns.entries()) {
      if (!mayChange(column)) continue;
      const first = follow(column);
      if (!met.includes(first)) met.push(first);
      sums[first] = (sums[first] as number) + (sign[column] as number) * (coefficients[term] ?? 0);
    }
    const left = met.filter((column) => sums[column] !== 0);
    const reduced = { columns: left, coefficients: left.map((column) => sums[column] as number), ...ends };
    for (const column of met) sums[column] = 0;
    return reduced;
  };
  let left = constraints.map(reduce);
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const next: Constraint[] = [];
    for (const constraint of left) {
      const reduced = reduce(constraint);
      if (isTie(reduced)) tie(reduced.columns, reduced.coefficients);
      else if (reduced.columns.length > 0) next.push(reduced);
    }
    left = next;
  }
  for (let column = 0; column < width; column++) follow(column);
  return { root, sign, constraints: left };
}

/** An equation of two columns that change by as much. */
function isTie({ columns, coefficients: [one, other], lower, upper }: Constraint): boolean {
  return columns.length === 2 && lower === upper && Math.abs(one as number) === Math.abs(other as number);
}
