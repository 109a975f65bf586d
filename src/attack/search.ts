/**
 * The search for worlds of one block that explain the hiding. The first comes from HiGHS; each other is the nearest to one at
 * hand, which takes little work however large the block is (solver/near-worlds.ts), or two of these joined
 * (joined-worlds.ts). That there is none HiGHS must confirm:
 * a fault in our own simplex method can cost time, and conclude nothing; unless additions alone rule it out
 * (solver/plain-bounds.ts). It is asked about the relations among promised columns alone first, where these are not all:
 * they rule out most of what is ruled out (solver/own-relations.ts). Then it is asked about all (refuter.ts).
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { openOwnRelations } from '../solver/own-relations.ts';
import { isOutside, plainBounds } from '../solver/plain-bounds.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import {
  type AnyOf,
  changed,
  countsIn,
  findWith,
  findWorldWith,
  type HeldWorld,
  hasAny,
  heldCount,
  holdWorld,
  keeps,
  type World,
  wholeBeside,
  wholeWorld,
} from '../solver/worlds.ts';
import type { Question } from '../verify/question.ts';
import { type JoinedWorlds, openJoinedWorlds } from './joined-worlds.ts';
import { movedTo, type Nearby, openNearby } from './nearby.ts';
import { openRefuter, type Refuter } from './refuter.ts';

export interface Search {
  /** Those found that are left. */
  readonly worlds: () => readonly HeldWorld[];
  /** Takes in a world that was found elsewhere and explains the hiding. */
  add(world: HeldWorld): void;
  /** Whether some world is within the limits. Where none at hand is, one is looked for, and joins them. */
  reaches(limits: readonly Limit[]): boolean;
  /** Why nothing is within the limits asked about last, where the relations of the whole block were asked for it (refuter.ts). */
  ray(limits: readonly Limit[]): Float64Array | undefined;
  /** Narrows a column to `least` or more for good, in the session too. */
  raise(column: number, least: number): void;
  close(): void;
}

/** A world at hand, those near it, and what others found near it can be joined to. */
interface Base {
  readonly world: World;
  readonly near: Nearby;
  readonly joined: JoinedWorlds;
}

export function openSearch(
  solver: Pick<Solver, 'open' | 'openChanges'>,
  session: Session,
  { explains, promised }: Pick<Question, 'explains' | 'promised'>,
): Search {
  const plain = openPlain(solver, session, promised);
  const { isOut } = plain;
  const refuter = openRefuter(solver, session);
  let worlds: HeldWorld[] = [];
  let base: Base | undefined;
  let isEmpty = false;
  const leaveBase = () => {
    base?.near.close();
    base = undefined;
  };
  const keep = (world: HeldWorld) => {
    worlds.push(world);
    base?.joined.add(wholeWorld(world));
  };
  const start = (): Base | undefined => {
    if (worlds.length === 0 && !isEmpty) {
      const first = findWorldWith(session, [], explains, isOut);
      isEmpty = first === undefined;
      if (first !== undefined) worlds.push(holdWorld(first, first));
    }
    const [world] = worlds;
    return world && openBase(solver, session, wholeWorld(world), worlds);
  };
  return {
    worlds: () => worlds,
    add: keep,
    reaches: (limits) => {
      base ??= start();
      if (base === undefined) return false;
      if (worlds.some((world) => keeps(countsIn(world), limits))) return true;
      const world = isOut(limits) ? undefined : findFrom(base, { session, explains, isOut, refuter }, limits);
      if (world !== undefined) keep(holdWorld(base.world, world));
      return world !== undefined;
    },
    ray: refuter.ray,
    raise: (column, least) => {
      const raised = raisedBounds(session, column, least);
      for (const each of [session, plain, refuter]) each.setBounds(raised);
      worlds = worlds.filter((world) => heldCount(world, column) >= least);
      if (base !== undefined && valueAt(base.world, column) < least) leaveBase();
      base?.near.allow(column);
    },
    close: () => {
      leaveBase();
      for (const each of [plain, refuter]) each.close();
    },
  };
}

/** What is quickly ruled out: by additions, or by the relations among promised columns, where these are not all. */
function openPlain(
  solver: Pick<Solver, 'open'>,
  { model }: Session,
  promised: readonly number[],
): Pick<Refuter, 'setBounds' | 'close'> & Pick<Asked, 'isOut'> {
  const bounds = plainBounds(model);
  const areAll = promised.length === model.lower.length;
  const own = areAll ? undefined : openOwnRelations(solver, model, promised);
  return {
    isOut: (limits) => isOutside(bounds, limits) || own?.ask(limits).status === 'infeasible',
    setBounds: (limit) => own?.setBounds(limit),
    close: () => own?.close(),
  };
}

interface Asked {
  readonly session: Session;
  readonly explains: AnyOf;
  readonly isOut: (limits: readonly Limit[]) => boolean;
  readonly refuter: Refuter;
}

/** Two worlds joined, one near that at hand, or any. */
function findFrom(
  base: Base,
  { session, explains, isOut, refuter }: Asked,
  limits: readonly Limit[],
): World | undefined {
  const both = base.joined.find(limits, (world) => hasAny(countsIn(world), explains));
  if (both !== undefined) return both;
  const near = (each: readonly Limit[]) => nearest(base, session, each);
  const found = findNear(near, limits, explains, isOut);
  if (found !== undefined) return found;
  return refuter.refutes(limits) ? undefined : findWorldWith(session, limits, explains, isOut);
}

/** A world near the one at hand: the free answer if it explains the hiding, else one with each explanation in turn. */
function findNear(
  near: (limits: readonly Limit[]) => World | undefined,
  limits: readonly Limit[],
  explains: AnyOf,
  isOut: (limits: readonly Limit[]) => boolean,
): World | undefined {
  const free = near(limits);
  if (free === undefined || hasAny(countsIn(free), explains)) return free;
  return findWith((each) => (isOut(each) ? undefined : near(each)), limits, explains);
}

function raisedBounds({ model: { lower, upper } }: Session, column: number, least: number): Limit {
  return { column, lower: Math.max(least, valueAt(lower, column)), upper: valueAt(upper, column) };
}

function openBase(
  solver: Pick<Solver, 'openChanges'>,
  session: Session,
  world: World,
  worlds: readonly HeldWorld[],
): Base {
  const near = openNearby(solver, session.model, world);
  const base = { world, near, joined: openJoinedWorlds(world, session.model) };
  for (const other of worlds) base.joined.add(wholeWorld(other));
  return base;
}

/**
 * Where the nearest is not whole, whole numbers are looked for by our own method, and then beside it: any will do, and to have HiGHS
 * find the nearest of these can take minutes.
 */
function nearest({ world, near }: Base, session: Session, limits: readonly Limit[]): World | undefined {
  const found = near.find(limits);
  if (found === undefined) return undefined;
  const move = found.move ?? near.tryWhole(limits)?.move;
  return move === undefined
    ? wholeBeside(session, limits, Float64Array.from(changed(world, found.counts)))
    : movedTo(session.model, world, limits, move);
}
