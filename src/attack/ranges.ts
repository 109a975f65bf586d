/**
 * The least and most that hidden cells of a block can be, by linear programs over it. Most ends take no program of their own:
 *
 *   additions alone (solver/plain-bounds.ts) tell what no end lies beyond, and some world at hand comes to that; or
 *   mostly a world near one at hand does (nearby.ts), found with little work however large the block is
 *   of what is left, one program for many cells, of which no two stand in one relation of hidden cells, takes most there at once
 */
import type { Constraint } from '../indexes/constraint.ts';
import { entryOf, valueAt } from '../indexes/look-up.ts';
import { plainBounds } from '../solver/plain-bounds.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import { type HeldWorld, heldCount, wholeWorld } from '../solver/worlds.ts';
import { isWithin, openNearby } from './nearby.ts';

/** Whole numbers; `most` is null where nothing limits the cell. */
export interface Range {
  readonly least: number;
  readonly most: number | null;
}

/** Within this of a whole number, a bound is taken to be that number: the solver's own tolerance. */
const TOLERANCE = 1e-6;

/** The lower ends, or the upper ones: what is as small as can be is the sign times the count. */
export type Sign = 1 | -1;

/**
 * The ranges of some columns of a block, rounded inwards to whole numbers. The block has a world, whether or not it is among
 * these.
 */
export function rangesOf(
  solver: Pick<Solver, 'openChanges'>,
  session: Session,
  columns: readonly number[],
  worlds: readonly HeldWorld[],
): ReadonlyMap<number, Range> {
  const [least, most] = ([1, -1] as const).map((sign) => endsOf(solver, session, sign, columns, worlds));
  return new Map(
    columns.map((column) => [
      column,
      rangeBetween(entryOf(least as Ends, column), entryOf(most as Ends, column)),
    ]),
  );
}

/** From the ends of one column: `least` of its count, `most` of minus its count. */
export function rangeBetween(least: number, most: number): Range {
  return { least: Math.max(0, least), most: Number.isFinite(most) ? 0 - most : null };
}

interface Asked {
  readonly solver: Pick<Solver, 'openChanges'>;
  readonly session: Session;
  readonly sign: Sign;
}

/** By column the least of sign x count, in whole numbers; without end where nothing limits it. */
export type Ends = Map<number, number>;

export function endsOf(
  solver: Pick<Solver, 'openChanges'>,
  session: Session,
  sign: Sign,
  columns: readonly number[],
  worlds: readonly HeldWorld[],
): Ends {
  const asked = { solver, session, sign };
  const plain = plainBounds(session.model);
  const ends: Ends = new Map();
  const reaches = (column: number, end: number) =>
    worlds.some((world) => sign * heldCount(world, column) === end);
  const bounds: Ends = new Map();
  for (const column of columns) {
    const end = roundedUp(sign * valueAt(sign === 1 ? plain.lower : plain.upper, column));
    if (reaches(column, end)) ends.set(column, end);
    else bounds.set(column, end);
  }
  reachNearby(asked, worlds, bounds, ends);
  const hidden = new Set(columns);
  const own = session.model.constraints.filter((each) => each.columns.every((column) => hidden.has(column)));
  while (bounds.size > 0) askTogether(asked, apart(own, [...bounds.keys()]), bounds, ends);
  return ends;
}

/** Ends that a world near one at hand comes to. It is whole, so that nobody has to believe a solver. */
function reachNearby(
  { solver, session: { model }, sign }: Asked,
  [held]: readonly HeldWorld[],
  bounds: Ends,
  ends: Ends,
): void {
  if (held === undefined || bounds.size === 0) return;
  const world = wholeWorld(held);
  const nearby = openNearby(solver, model, world);
  try {
    for (const [column, end] of bounds) {
      if (!Number.isFinite(end)) continue;
      const move = nearby.find([{ column, lower: sign * end, upper: sign * end }])?.move;
      if (move === undefined || !isWithin(model, move)) continue;
      for (const [other, count] of move) {
        const bound = bounds.get(other);
        if (bound !== sign * count) continue;
        ends.set(other, bound);
        bounds.delete(other);
      }
    }
  } finally {
    nearby.close();
  }
}

/**
 * Asks for the ends of all of a group at once, and of each that does not come as far as it may by itself. Whichever others come
 * as far in an answer are settled too.
 */
function askTogether(asked: Asked, group: readonly number[], bounds: Ends, ends: Ends): void {
  const settle = (column: number, end: number) => {
    ends.set(column, end);
    bounds.delete(column);
  };
  const settleReached = (values: Float64Array) => {
    for (const [column, bound] of bounds)
      if (roundedUp(asked.sign * valueAt(values, column)) === bound) settle(column, bound);
  };
  const together = group.length > 1 ? leastOf(asked, group) : undefined;
  if (together !== undefined) settleReached(together.values);
  for (const column of group) {
    if (!bounds.has(column)) continue;
    const alone = leastOf(asked, [column]);
    settle(column, alone === undefined ? Number.NEGATIVE_INFINITY : roundedUp(alone.objective));
    if (alone !== undefined) settleReached(alone.values);
  }
}

/** The answer in which the sum of sign x count of these is least; undefined where there is no least. */
function leastOf({ session, sign }: Asked, columns: readonly number[]) {
  const outcome = session.minimize(new Map(columns.map((column) => [column, sign])), [], false);
  return outcome.status === 'optimal' ? outcome : undefined;
}

/** Some of the columns, no two of them in one of the constraints: the first that still may, in turn. */
function apart(constraints: readonly Constraint[], columns: readonly number[]): number[] {
  const joined = new Set<number>();
  return columns.filter((column) => {
    if (joined.has(column)) return false;
    for (const each of constraints)
      if (each.columns.includes(column)) for (const other of each.columns) joined.add(other);
    return true;
  });
}

function roundedUp(value: number): number {
  return Math.ceil(value - TOLERANCE) + 0;
}
