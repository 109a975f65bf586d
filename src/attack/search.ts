/**
 * The search for worlds of one block that explain the hiding. The first comes from HiGHS; each other is the nearest to one at
 * hand, which takes little work however large the block is (solver/near-worlds.ts). That there is none HiGHS must confirm:
 * a fault in our own simplex method can cost time, and conclude nothing.
 */
import { type Limit, type LinearModel, satisfies } from '../solver/linear-model.ts';
import { findMove, type NearWorlds, openNearWorlds } from '../solver/near-worlds.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import { type AnyOf, findWith, findWorldWith, keeps, type World } from '../solver/worlds.ts';

export interface Search {
  /** Those found that are left. */
  readonly worlds: () => readonly World[];
  /** Takes in a world that was found elsewhere and explains the hiding. */
  add(world: World): void;
  /** Whether some world is within the limits. Where none at hand is, one is looked for, and joins them. */
  reaches(limits: readonly Limit[]): boolean;
  /** Narrows a column to `least` or more for good, in the session too. */
  raise(column: number, least: number): void;
  close(): void;
}

/** A world at hand, and those near it. */
interface Base {
  readonly world: World;
  readonly near: NearWorlds;
}

/** All differences are equally dear, up and down: one price, and no dearer beyond it. */
const FLAT = 1;

export function openSearch(solver: Pick<Solver, 'openChanges'>, session: Session, explains: AnyOf): Search {
  let worlds: World[] = [];
  let base: Base | undefined;
  let isEmpty = false;
  const close = () => {
    base?.near.close();
    base = undefined;
  };
  const start = (): Base | undefined => {
    if (worlds.length === 0 && !isEmpty) {
      const first = findWorldWith(session, [], new Map(), explains);
      isEmpty = first === undefined;
      worlds.push(...(first === undefined ? [] : [first]));
    }
    const [world] = worlds;
    return world && openBase(solver, session, world);
  };
  return {
    worlds: () => worlds,
    add: (world) => {
      worlds.push(world);
    },
    reaches: (limits) => {
      base ??= start();
      if (base === undefined) return false;
      if (worlds.some((world) => keeps(world, limits))) return true;
      const own = base;
      const world =
        findWith((each) => nearest(own, session.model, each), limits, explains) ??
        findWorldWith(session, limits, new Map(), explains);
      if (world !== undefined) worlds.push(world);
      return world !== undefined;
    },
    raise: (column, least) => {
      const { lower, upper } = session.model;
      session.setBounds({ column, lower: Math.max(least, lower[column] ?? 0), upper: upper[column] ?? 0 });
      worlds = worlds.filter((world) => (world[column] ?? 0) >= least);
      if (base === undefined) return;
      if ((base.world[column] ?? 0) < least) close();
      else allow(base, session, column);
    },
    close,
  };
}

function openBase(solver: Pick<Solver, 'openChanges'>, session: Session, world: World): Base {
  const base = { world, near: openNearWorlds(solver, world, session.model.constraints, FLAT) };
  for (const column of world.keys()) allow(base, session, column);
  return base;
}

/** As far as the model lets it. */
function allow({ world, near }: Base, { model }: Session, column: number): void {
  const count = world[column] ?? 0;
  const drop = count - (model.lower[column] ?? 0);
  near.allow(column, { price: 1, rise: (model.upper[column] ?? 0) - count, fall: drop, drop });
}

/** Our method's word is not taken for it that a world fits: bounds, limits and relations are gone through one by one. */
function nearest({ world, near }: Base, model: LinearModel, limits: readonly Limit[]): World | undefined {
  const move = findMove(near, limits);
  const found = move && world.map((count, column) => move.get(column) ?? count);
  return found !== undefined && satisfies(model, limits, found) ? found : undefined;
}
