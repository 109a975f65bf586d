/**
 * Worlds near one at hand, as far as the bounds of a model let each column go. All differences are equally dear, up and down.
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import { type Near, type NearWorld, openNearWorlds } from '../solver/near-worlds.ts';
import type { Solver } from '../solver/solver.ts';
import { changed, countsIn, keeps, type World } from '../solver/worlds.ts';

export interface Nearby {
  /** The nearest within the limits, undefined if there is none. */
  find(limits: readonly Limit[]): Near | undefined;
  /** One of whole numbers, about the nearest, undefined where our own method finds none. */
  tryWhole(limits: readonly Limit[]): Near | undefined;
  /** Takes in that the bounds of a column have changed. */
  allow(column: number): void;
  close(): void;
}

/** One price, and no dearer beyond it. */
const FLAT = 1;

/** The model's bounds may change. */
export function openNearby(solver: Pick<Solver, 'openChanges'>, model: LinearModel, world: World): Nearby {
  const near = openNearWorlds(solver, world, model.constraints, FLAT, model.coarse);
  const allow = (column: number) => {
    const count = valueAt(world, column);
    const drop = count - valueAt(model.lower, column);
    near.allow(column, { price: 1, rise: valueAt(model.upper, column) - count, fall: drop, drop });
  };
  for (const column of world.keys()) allow(column);
  return { find: near.find, tryWhole: near.tryWhole, allow, close: near.close };
}

/**
 * Our method's word is not taken for it that a world fits: relations that a move touches were added up when it was found, others
 * stay as they were in a world that fits (solver/near-worlds.ts); bounds and limits are gone through here. Undefined where it does not.
 */
export function movedTo(
  model: Pick<LinearModel, 'lower' | 'upper'>,
  world: World,
  limits: readonly Limit[],
  move: NearWorld,
): World | undefined {
  const moved = changed(world, move);
  return isWithin(model, move) && keeps(countsIn(moved), limits) ? moved : undefined;
}

/** Whether what it changes stays within the bounds. */
export function isWithin({ lower, upper }: Pick<LinearModel, 'lower' | 'upper'>, move: NearWorld): boolean {
  return [...move].every(
    ([column, count]) => count >= valueAt(lower, column) && count <= valueAt(upper, column),
  );
}
