/**
 * Worlds put together from worlds at hand. Where x, y and z keep an equation, x + y - z keeps it too: so two worlds that each
 * differ little from a third one are mostly found in one world together,
 *
 *   z   5 5   10        x   3 7   10        y   5 4    9        x + y - z   3 6    9
 *       5 5   10            7 3   10            5 6   11                    7 4   11
 *      10 10               10 10               10 10                       10 10
 *
 * unless a count comes to lie out of its bounds. Nothing needs to be solved for it, and what does not check by addition is none.
 */
import type { Limit } from '../indexes/constraint.ts';
import { sparseAt, valueAt } from '../indexes/look-up.ts';
import { type LinearModel, satisfies } from '../solver/linear-model.ts';
import type { World } from '../solver/worlds.ts';

export interface JoinedWorlds {
  /** Takes in a world of the same block. */
  add(world: World): void;
  /** Two of those taken in, or one twice, joined to a world within the limits that fits; undefined where none is quickly found. */
  find(limits: readonly Limit[], fits: (world: World) => boolean): World | undefined;
}

/** By column what a world has more than the one at hand. */
type Difference = ReadonlyMap<number, number>;

/** Worlds that differ in more are seldom joined with others. */
const MOST_DIFFERENCES = 500;
/** Pairs to try within the limits. */
const MOST_TRIES = 2_000;

/** `base` is the third world. */
export function openJoinedWorlds(base: World, model: LinearModel): JoinedWorlds {
  const differences: Difference[] = [];
  return {
    add: (world) => {
      const difference = differenceOf(base, world);
      if (difference.size > 0 && difference.size <= MOST_DIFFERENCES) differences.push(difference);
    },
    find: (limits, fits) => {
      let tries = 0;
      for (const [one, other] of pairsWithin(base, differences, limits)) {
        tries += 1;
        if (tries > MOST_TRIES) return undefined;
        const world = joined(base, model, one, other);
        if (world !== undefined && fits(world) && satisfies(model, limits, world)) return world;
      }
      return undefined;
    },
  };
}

function differenceOf(base: World, world: World): Difference {
  const found = new Map<number, number>();
  for (let column = 0; column < base.length; column++) {
    const more = (world[column] as number) - (base[column] as number);
    if (more !== 0) found.set(column, more);
  }
  return found;
}

/**
 * Pairs that bring all limited columns within their limits, those with what was taken in last first. Where the world at hand has a
 * column out of its limits, one of the two must change it: these are few, so few pairs are gone through.
 */
function* pairsWithin(
  base: World,
  differences: readonly Difference[],
  limits: readonly Limit[],
): Generator<readonly [Difference, Difference]> {
  const ends = limits.map(({ column, lower, upper }) => {
    const count = valueAt(base, column);
    const changes = Float64Array.from(differences, (one) => sparseAt(one, column));
    return { changes, least: lower - count, most: upper - count };
  });
  const isWithin = (one: number, other: number) => {
    for (const { changes, least, most } of ends) {
      const change = (changes[one] as number) + (changes[other] as number);
      if (change < least || change > most) return false;
    }
    return true;
  };
  const outside = ends.find(({ least, most }) => least > 0 || most < 0);
  const isNeeded = (place: number) => outside === undefined || outside.changes[place] !== 0;
  const lastFirst = [...differences.keys()].reverse();
  const needed = lastFirst.filter(isNeeded);
  for (const one of lastFirst)
    for (const other of isNeeded(one) ? lastFirst : needed)
      if (other <= one && isWithin(one, other))
        yield [valueAt(differences, one), valueAt(differences, other)];
}

/** Undefined where a count that both change comes to lie out of its bounds. */
function joined(
  base: World,
  { lower, upper }: LinearModel,
  one: Difference,
  other: Difference,
): World | undefined {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  for (const [column, more] of few) {
    const count = valueAt(base, column) + more + sparseAt(many, column);
    if (count < valueAt(lower, column) || count > valueAt(upper, column)) return undefined;
  }
  const world = base.slice();
  for (const difference of [one, other])
    for (const [column, more] of difference) world[column] = valueAt(world, column) + more;
  return world;
}
