/**
 * Whether the change of a local program (local-program.ts) is the cheapest where some columns are free, by the duals of its basis:
 * those at which each column of the basis has the slope of the piece that it stands on. It is if every other column stands where
 * its own slope passes what the duals of its rows sum to,
 *
 *   slope below  <=  sum of dual x coefficient  <=  slope above
 */
import { type Side, slope } from './kinks.ts';
import { type LocalState, NO_PIVOT, ROUNDING, touch } from './local-state.ts';

/** `free`: columns that cost nothing, whatever price they have. True where there is none: the simplex method ends with the cheapest. */
export function isCheapest(state: LocalState, free: ReadonlySet<number>): boolean {
  if (free.size === 0) return true;
  const { kinks, place, effect, change } = state;
  const slopeOf = (column: number, at: number, side: Side) => {
    const each = slope(kinks, column, at, side);
    return Number.isFinite(each) && free.has(column) ? 0 : each;
  };
  const isBetween = (column: number) => {
    touch(state, column);
    const [at, sum] = [change[column] as number, effect[column] as number];
    return sum >= slopeOf(column, at, -1) - ROUNDING && sum <= slopeOf(column, at, 1) + ROUNDING;
  };
  const columns = sumDuals(state, slopeOf);
  const isSo = columns.every((column) => place[column] !== -1 || isBetween(column));
  for (const column of columns) effect[column] = 0;
  return isSo;
}

/** Leaves in `effect` what the duals of each column's rows sum to, and returns the columns of these rows. */
function sumDuals(
  { matrix, inverse, basis, basisRows, effect, affected }: LocalState,
  slopeOf: (column: number, at: number, side: Side) => number,
): Int32Array {
  const { start, index, value } = matrix.rows;
  inverse.timesInverse(
    [...basis.keys()],
    basis.map(({ column, from }) => slopeOf(column, from, 1)),
  );
  const met = new Set<number>();
  for (const [at, row] of basisRows.entries()) {
    const dual = inverse.row[at] as number;
    if (Math.abs(dual) <= NO_PIVOT) continue;
    for (let term = start[row] as number; term < (start[row + 1] as number); term++) {
      const column = index[term] as number;
      if (!met.has(column)) affected[met.size] = column;
      met.add(column);
      effect[column] = (effect[column] as number) + dual * (value[term] as number);
    }
  }
  return affected.subarray(0, met.size);
}
