/**
 * A program of changes (decided-program.ts) over columns that count as one where they can only change together (ties.ts). What
 * is tied stays so when columns may change no longer: most of them soon may again. It is found anew when others may, or when
 * many may not.
 */

import type { Constraint, Limit } from '../../indexes/constraint.ts';
import type { DecidedProgram } from './decided-program.ts';
import type { Leeway } from './kinks.ts';
import type { Answer } from './local-program.ts';
import { type Ties, tieColumns } from './ties.ts';

/** The program as it was tied last. */
interface Tied {
  readonly ties: Ties;
  /** By root all columns that are tied to it, itself first. */
  readonly members: ReadonlyMap<number, readonly number[]>;
  readonly program: DecidedProgram;
  /** How many columns could change then, and how many of these no longer can. */
  readonly moving: number;
  stopped: number;
}

/** As this share of the columns can change no longer, it pays to tie anew. */
const STOPPED = 0.05;
const ENDLESS = Number.POSITIVE_INFINITY;

type Leeways = ReadonlyMap<number, Leeway>;

type Way = 'ask' | 'askWhole' | 'tryWhole';

type Open = (constraints: readonly Constraint[]) => DecidedProgram;

/** `open`: the program of what is left of the constraints, over the first column of each tie. */
export function openTiedProgram(
  width: number,
  constraints: readonly Constraint[],
  open: Open,
): DecidedProgram {
  const leeways = new Map<number, Leeway>();
  let tied: Tied | undefined;
  const leave = () => {
    tied?.program.close();
    tied = undefined;
  };
  const current = (): Tied => {
    if (tied !== undefined && tied.stopped > STOPPED * tied.moving) leave();
    tied ??= tieAnew(width, constraints, leeways, open);
    return tied;
  };
  const answer = (limits: readonly Limit[], ask: Way): Answer => {
    const { ties, members, program } = current();
    const own = tieLimits(limits, ties, members);
    const found: Answer = own === undefined ? { status: 'infeasible' } : program[ask](own);
    return found.status === 'optimal' ? { ...found, changes: untie(found.changes, ties, members) } : found;
  };
  return {
    allow: (column, leeway) => {
      const [before, after] = [leeways.get(column), leeway].map(mayChange);
      if (before && !after) tied ??= tieAnew(width, constraints, leeways, open);
      leeways.set(column, leeway);
      if (tied === undefined) return;
      const own = tied.members.get(tied.ties.root[column] as number);
      if (own !== undefined) {
        tied.stopped += Number(before) - Number(after);
        tied.program.allow(own[0] as number, joinLeeways(own, tied.ties, leeways));
      } else if (after) leave();
    },
    ask: (limits) => answer(limits, 'ask'),
    askWhole: (limits) => answer(limits, 'askWhole'),
    tryWhole: (limits) => answer(limits, 'tryWhole'),
    rulesOut: (limits) => {
      const { ties, members, program } = current();
      const own = tieLimits(limits, ties, members);
      return own === undefined || program.rulesOut(own);
    },
    close: leave,
  };
}

function tieAnew(width: number, constraints: readonly Constraint[], leeways: Leeways, open: Open): Tied {
  const columns = [...leeways.keys()].sort((one, other) => one - other);
  const moving = columns.filter((column) => mayChange(leeways.get(column)));
  const isMoving = new Uint8Array(width);
  for (const column of moving) isMoving[column] = 1;
  const ties = tieColumns(width, constraints, (column) => isMoving[column] === 1);
  const members = Map.groupBy(moving, (column) => ties.root[column] as number);
  const program = open(ties.constraints);
  for (const [root, own] of members) program.allow(root, joinLeeways(own, ties, leeways));
  return { ties, members, program, moving: moving.length, stopped: 0 };
}

function mayChange(leeway: Leeway | undefined): boolean {
  return leeway !== undefined && (leeway.rise > 0 || leeway.drop > 0);
}

/** What all of them together may do; as soon as one is beyond its knee, all count as steep. */
function joinLeeways(columns: readonly number[], { sign }: Ties, leeways: Leeways): Leeway {
  const joined = { price: 0, rise: ENDLESS, climb: ENDLESS, fall: ENDLESS, drop: ENDLESS };
  for (const column of columns) {
    const { price, rise, climb = ENDLESS, fall, drop } = leeways.get(column) as Leeway;
    const [up, steepUp, down, steepDown] =
      sign[column] === 1 ? [rise, climb, drop, fall] : [drop, fall, rise, climb];
    joined.price += price;
    joined.rise = Math.min(joined.rise, up);
    joined.climb = Math.min(joined.climb, steepUp);
    joined.drop = Math.min(joined.drop, down);
    joined.fall = Math.min(joined.fall, steepDown);
  }
  return { ...joined, climb: Math.min(joined.climb, joined.rise), fall: Math.min(joined.fall, joined.drop) };
}

/** The limits on roots; undefined where a column that cannot change would have to. */
function tieLimits(
  limits: readonly Limit[],
  { root, sign }: Ties,
  members: Tied['members'],
): Limit[] | undefined {
  const found: Limit[] = [];
  for (const { column, lower, upper } of limits) {
    const first = root[column] as number;
    if (!members.has(first)) {
      if (lower > 0 || upper < 0) return undefined;
    } else
      found.push(
        sign[column] === 1
          ? { column: first, lower, upper }
          : { column: first, lower: -upper, upper: -lower },
      );
  }
  return found;
}

function untie(
  changes: ReadonlyMap<number, number>,
  { sign }: Ties,
  members: Tied['members'],
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [root, by] of changes)
    for (const column of members.get(root) ?? []) found.set(column, by * (sign[column] as number));
  return found;
}
