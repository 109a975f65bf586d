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

/** `when`: how far the dual has moved by then. */
interface Candidate extends Entering {
  readonly when: number;
}

/** `columns` are those that bear on the violation. Undefined if they cannot make up for it all together. */
export function chooseEntering(
  state: LocalState,
  violation: Violation,
  columns: readonly number[],
): Choice | undefined {
  const own = ownKink(state, violation);
  const outside = columns.filter((column) => bearsOn(state, column));
  if (own === undefined && reachOf(state, violation, outside) < violation.by - ROUNDING) return undefined;
  const candidates: Candidate[] = own === undefined ? [] : [own];
  for (const column of outside) {
    const candidate = candidateAt(state, violation, column, state.change[column] as number);
    if (candidate !== undefined) candidates.push(candidate);
  }
  return walk(state, violation, candidates, own);
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
function reachOf(state: LocalState, violation: Violation, columns: readonly number[]): number {
  const { kinks, change, effect } = state;
  let reach = 0;
  for (const column of columns) {
    const end = (sideOf(state, violation, column) === 1 ? kinks.upper : kinks.lower)[column] as number;
    const room = Math.abs(end - (change[column] as number));
    if (room > 0) reach += room * Math.abs(effect[column] as number);
  }
  return reach;
}

/** Undefined where the column may not go further. */
function candidateAt(
  state: LocalState,
  violation: Violation,
  column: number,
  at: number,
): Candidate | undefined {
  const { kinks, dual, effect } = state;
  const side = sideOf(state, violation, column);
  const until = Math.abs(slope(kinks, column, at, side) - (dual[column] as number));
  return Number.isFinite(until)
    ? { column, at, side, when: until / Math.abs(effect[column] as number) }
    : undefined;
}

/** Where the column that is off comes to a kink of its own, if it may go on there. */
function ownKink({ kinks, dual, basis }: LocalState, { place, side }: Violation): Candidate | undefined {
  const basic = basis[place];
  if (basic === undefined) return undefined;
  const at = side === 1 ? basic.to : basic.from;
  const when = Math.abs(slope(kinks, basic.column, at, side) - (dual[basic.column] as number));
  return Number.isFinite(when) ? { column: basic.column, at, side, when } : undefined;
}

function walk(
  state: LocalState,
  violation: Violation,
  candidates: Candidate[],
  own: Candidate | undefined,
): Choice | undefined {
  const changes = new Map<number, number>();
  let left = violation.by;
  let by = 0;
  for (let first = takeFirst(state, candidates); first !== undefined; first = takeFirst(state, candidates)) {
    const { column, at, side } = first;
    by = Math.max(by, first.when);
    if (first === own) return { by, changes, entering: undefined };
    const kink = nextKink(state.kinks, column, at, side);
    left -= Math.abs((state.effect[column] as number) * (kink - at));
    changes.set(column, left > ROUNDING ? kink : at);
    if (left <= ROUNDING) return { by, changes, entering: first };
    const next = candidateAt(state, violation, column, kink);
    if (next !== undefined) candidates.push(next);
  }
  return undefined;
}

/** The candidate that comes first; of several, the one that bears most on the violation, for exactness. */
function takeFirst({ effect }: LocalState, candidates: Candidate[]): Candidate | undefined {
  const bears = ({ column }: Candidate) => Math.abs(effect[column] as number);
  let best = 0;
  for (let at = 1; at < candidates.length; at++) {
    const [one, first] = [candidates[at] as Candidate, candidates[best] as Candidate];
    const later = one.when - first.when;
    if (later < -NO_PIVOT || (later < NO_PIVOT && bears(one) > bears(first))) best = at;
  }
  const first = candidates[best];
  const last = candidates.pop();
  if (last !== undefined && best < candidates.length) candidates[best] = last;
  return first;
}
