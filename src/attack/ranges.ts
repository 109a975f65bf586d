/** The least and most that a hidden cell can be, by linear programs over its block. */
import { valueAt } from '../model/look-up.ts';
import type { Session } from '../solver/session.ts';
import type { World } from '../solver/worlds.ts';

/** Whole numbers; `most` is null where nothing limits the cell. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/** Within this of a whole number, a bound is taken to be that number: the solver's own tolerance. */
const TOLERANCE = 1e-6;

/**
 * The range of one column of a block, rounded inwards to whole numbers. A world that has it at one of its bounds shows that end; the other
 * ends are asked for. The block has a world, whether or not it is among these.
 */
export function rangeOf(session: Session, column: number, worlds: readonly World[]): Range {
  const { lower, upper } = session.model;
  const isReached = (bound: number) => worlds.some((world) => valueAt(world, column) === bound);
  const [lowest, highest] = [valueAt(lower, column), valueAt(upper, column)];
  return {
    least: isReached(lowest) ? lowest : leastOf(session, column),
    most: isReached(highest) ? highest : mostOf(session, column),
  };
}

function leastOf(session: Session, column: number): number {
  const low = session.minimize(new Map([[column, 1]]), [], false);
  return low.status === 'optimal' ? Math.max(0, Math.ceil(low.objective - TOLERANCE)) : 0;
}

function mostOf(session: Session, column: number): number | null {
  const high = session.minimize(new Map([[column, -1]]), [], false);
  return high.status === 'optimal' ? Math.floor(-high.objective + TOLERANCE) : null;
}
