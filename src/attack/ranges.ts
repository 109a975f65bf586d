/** The least and most that a hidden cell can be, by linear programs over its block. */
import type { Session } from '../solver/session.ts';

/** Whole numbers; `most` is null where nothing limits the cell. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/** Within this of a whole number, a bound is taken to be that number: the solver's own tolerance. */
const TOLERANCE = 1e-6;

/** The range of one column of a block that has a world, rounded inwards to whole numbers. */
export function rangeOf(session: Session, column: number): Range {
  const low = session.minimize(new Map([[column, 1]]), [], false);
  const high = session.minimize(new Map([[column, -1]]), [], false);
  return {
    least: low.status === 'optimal' ? Math.max(0, Math.ceil(low.objective - TOLERANCE)) : 0,
    most: high.status === 'optimal' ? Math.floor(-high.objective + TOLERANCE) : null,
  };
}
