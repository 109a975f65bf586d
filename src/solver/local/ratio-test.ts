/**
 * How far the dual of a violation moves (local-step.ts), and what enters the basis: the ratio test that walks past kinks
 * (Fourer 1985, A simplex algorithm for piecewise-linear programming I, Mathematical Programming 33).
 *
 * As the dual moves, each column outside the basis comes, one after another, to where its cost has the slope of its own
 * dual. It then goes on to its next kink, which makes up for a part of the violation; the one that would make up for more
 * than what is left enters the basis.
 */
import { nextKink, type Side, slope } from './kinks.ts';
import { type LocalState, NO_PIVOT, ROUNDING, touch } from './local-state.ts';
import { push, type Queue, take } from './queue.ts';

/** `by`: how far off, more than 0. `side`: to which its dual goes. */
export interface Violation {
  readonly by: number;
  readonly side: Side;
  /** The row that is off, or -1. */
  readonly row: number;
  /** The place in the basis of the column that is off, or -1. */
  readonly place: number;
}

/** A column at a kink, about to leave it. */
export interface Entering {
  readonly column: number;
  readonly at: number;
  readonly side: Side;
}

export interface Choice {
  /** How far the dual moves. */
  readonly by: number;
  /** By column that goes on to a kink, and for the one that enters, where it is then. */
  readonly changes: ReadonlyMap<number, number>;
  /** Undefined where the column that is off comes to a kink of its own and stays in the basis, beyond it. */
  readonly entering: Entering | undefined;
}

/** `columns` are those that bear on the violation. Undefined if they cannot make up for it all together. */
export function chooseEntering(
  state: LocalState,
  violation: Violation,
  columns: Int32Array,
): Choice | undefined {
  const { queue } = state;
  queue.size = 0;
  const own = addOwnKink(state, violation);
  const outside = bearing(state, columns);
  if (own === -1 && reachOf(state, violation, outside) < violation.by - ROUNDING) return undefined;
  for (let place = 0; place < outside.length; place++) {
    const column = outside[place] as number;
    addCandidate(state, violation, column, state.change[column] as number);
  }
  return walk(state, violation, own);
}

/** Those that bear on the violation, at the front of the list that they came in. */
function bearing(state: LocalState, columns: Int32Array): Int32Array {
  const { outside } = state;
  let size = 0;
  for (let place = 0; place < columns.length; place++) {
    const column = columns[place] as number;
    if (bearsOn(state, column)) outside[size++] = column;
  }
  return outside.subarray(0, size);
}

function bearsOn(state: LocalState, column: number): boolean {
  if (Math.abs(state.effect[column] as number) < NO_PIVOT || state.place[column] !== -1) return false;
  touch(state, column);
  return true;
}

function sideOf({ effect }: LocalState, { side }: Violation, column: number): Side {
  return side * (effect[column] as number) > 0 ? 1 : -1;
}

/** How much of the violation the columns make up for if each goes as far as it may. */
function reachOf(state: LocalState, violation: Violation, columns: Int32Array): number {
  const { kinks, change, effect } = state;
  let reach = 0;
  for (let place = 0; place < columns.length; place++) {
    const column = columns[place] as number;
    const end = (sideOf(state, violation, column) === 1 ? kinks.upper : kinks.lower)[column] as number;
    const room = Math.abs(end - (change[column] as number));
    if (room > 0) reach += room * Math.abs(effect[column] as number);
  }
  return reach;
}

/** Adds when the column comes to leave where it is; nothing where it may not go further. */
function addCandidate(state: LocalState, violation: Violation, column: number, at: number): void {
  const { kinks, dual, effect, queue } = state;
  const side = sideOf(state, violation, column);
  const until = Math.abs(slope(kinks, column, at, side) - (dual[column] as number));
  if (Number.isFinite(until)) push(queue, column, at, side, until / Math.abs(effect[column] as number));
}

/** Adds when the column that is off comes to a kink of its own, if it may go on there; returns that column, or -1. */
function addOwnKink({ kinks, dual, basis, queue }: LocalState, { place, side }: Violation): number {
  const basic = basis[place];
  if (basic === undefined) return -1;
  const { column } = basic;
  const at = side === 1 ? basic.to : basic.from;
  const when = Math.abs(slope(kinks, column, at, side) - (dual[column] as number));
  if (!Number.isFinite(when)) return -1;
  push(queue, column, at, side, when);
  return column;
}

/** `own`: the column that is off, where it has a kink to come to; it is none of the others. */
function walk(state: LocalState, violation: Violation, own: number): Choice | undefined {
  const { queue, effect, kinks } = state;
  const changes = new Map<number, number>();
  let left = violation.by;
  let by = 0;
  while (queue.size > 0) {
    const first = firstIn(queue, effect);
    const column = queue.column[first] as number;
    const at = queue.at[first] as number;
    const side = queue.side[first] as Side;
    by = Math.max(by, queue.when[first] as number);
    if (column === own) return { by, changes, entering: undefined };
    take(queue, first);
    const kink = nextKink(kinks, column, at, side);
    left -= Math.abs((effect[column] as number) * (kink - at));
    changes.set(column, left > ROUNDING ? kink : at);
    if (left <= ROUNDING) return { by, changes, entering: { column, at, side } };
    addCandidate(state, violation, column, kink);
  }
  return undefined;
}

/** Where the candidate stands that comes first; of several, the one that bears most on the violation, for exactness. */
function firstIn({ size, column, when }: Queue, effect: Float64Array): number {
  let best = 0;
  for (let place = 1; place < size; place++) {
    const later = (when[place] as number) - (when[best] as number);
    if (later >= NO_PIVOT) continue;
    const more =
      Math.abs(effect[column[place] as number] as number) -
      Math.abs(effect[column[best] as number] as number);
    if (later < -NO_PIVOT || more > 0) best = place;
  }
  return best;
}
