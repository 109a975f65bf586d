/**
 * Whole-number solutions of a linear model: the linear program first, which is whole already in two-way
 * and hierarchical tables; where it is not, the integer program, near that answer first. An answer is rounded and then checked by
 * exact addition; what does not check is no answer.
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { type LinearModel, SolverError, satisfies } from './linear-model.ts';
import type { Session } from './session.ts';

/** One whole number per column that satisfies the model and the limits exactly. */
export type World = readonly number[];

/** A world by the columns in which it differs from one written out, which many share: mostly some 50 of tens of thousands. */
export interface HeldWorld {
  readonly of: World;
  readonly changes: ReadonlyMap<number, number>;
}

export function holdWorld(of: World, world: World): HeldWorld {
  const changes = new Map<number, number>();
  for (let column = 0; column < world.length; column++)
    if (world[column] !== of[column]) changes.set(column, world[column] as number);
  return { of, changes };
}

export function wholeWorld({ of, changes }: HeldWorld): World {
  return changes.size === 0 ? of : changed(of, changes);
}

/** The world with these counts in place of its own. */
export function changed(world: World, counts: ReadonlyMap<number, number>): number[] {
  const other = world.slice();
  for (const [column, count] of counts) other[column] = count;
  return other;
}

/** The count of a column in it. */
export function heldCount({ of, changes }: HeldWorld, column: number): number {
  return changes.get(column) ?? valueAt(of, column);
}

/** All limits of at least one of these lists hold. */
export type AnyOf = readonly (readonly Limit[])[];

/** A world of least cost among the vertices tried, or undefined if there is none. */
export function findWorld(
  session: Session,
  limits: readonly Limit[],
  costs: ReadonlyMap<number, number>,
): World | undefined {
  const linear = session.minimize(costs, limits, false);
  if (linear.status === 'infeasible') return undefined;
  const rounded = linear.status === 'optimal' ? checked(session.model, limits, linear.values) : undefined;
  if (rounded !== undefined) return rounded;
  const near =
    linear.status === 'optimal' && costs.size === 0 ? wholeBeside(session, limits, linear.values) : undefined;
  if (near !== undefined) return near;
  const whole = session.minimize(linear.status === 'unbounded' ? new Map() : costs, limits, true);
  if (whole.status === 'infeasible') return undefined;
  const world = whole.status === 'optimal' ? checked(session.model, limits, whole.values) : undefined;
  if (world === undefined)
    throw new SolverError('The solver gave a whole-number answer that does not add up exactly.');
  return world;
}

/**
 * A world that also keeps one of the lists of `anyOf`: the linear program's answer or one beside it where these serve, else one looked for with
 * each list in turn, of which `isOut` may quickly see that none is within all of its limits. Whole numbers are never asked for
 * without a list: what that found would seldom keep one.
 */
export function findWorldWith(
  session: Session,
  limits: readonly Limit[],
  anyOf: AnyOf,
  isOut: (limits: readonly Limit[]) => boolean,
): World | undefined {
  const linear = session.minimize(new Map(), limits, false);
  if (linear.status === 'infeasible') return undefined;
  if (linear.status === 'optimal') {
    const free = checked(session.model, limits, linear.values);
    if (free !== undefined && hasAny(countsIn(free), anyOf)) return free;
    const kept = anyOf.find((each) => keeps(countsIn(linear.values), each));
    const both = kept && bothOf(limits, kept);
    const beside = both && wholeBeside(session, both, linear.values);
    if (beside !== undefined) return beside;
  }
  return findWith((each) => (isOut(each) ? undefined : findWorld(session, each, new Map())), limits, anyOf);
}

/** What is found within limits and one of the lists, each in turn that does not contradict them. */
export function findWith<Found>(
  find: (limits: readonly Limit[]) => Found | undefined,
  limits: readonly Limit[],
  anyOf: AnyOf,
): Found | undefined {
  for (const each of anyOf) {
    const both = bothOf(limits, each);
    const found = both && find(both);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** By column its count. */
type Counts = (column: number) => number;

export function countsIn(world: World | Float64Array | HeldWorld): Counts {
  return (column) => ('changes' in world ? heldCount(world, column) : valueAt(world, column));
}

export function hasAny(count: Counts, anyOf: AnyOf): boolean {
  return anyOf.some((each) => keeps(count, each));
}

export function keeps(count: Counts, limits: readonly Limit[]): boolean {
  return limits.every(({ column, lower, upper }) => count(column) >= lower && count(column) <= upper);
}

/** The limits of both lists, one per column; undefined where nothing can be within them. */
export function bothOf(limits: readonly Limit[], others: readonly Limit[]): Limit[] | undefined {
  const found = new Map(limits.map((limit) => [limit.column, limit]));
  for (const { column, lower, upper } of others) {
    const known = found.get(column);
    found.set(column, {
      column,
      lower: Math.max(lower, known?.lower ?? lower),
      upper: Math.min(upper, known?.upper ?? upper),
    });
  }
  const both = [...found.values()];
  return both.every(({ lower, upper }) => lower <= upper) ? both : undefined;
}

/** A world beside an answer that is not whole; undefined where none is quickly found. */
export function wholeBeside(
  session: Session,
  limits: readonly Limit[],
  values: Float64Array,
): World | undefined {
  const near = session.wholeNear(limits, values);
  return near && checked(session.model, limits, near);
}

function checked(model: LinearModel, limits: readonly Limit[], values: Float64Array): World | undefined {
  const rounded: number[] = [];
  for (let column = 0; column < values.length; column++)
    rounded.push(Math.round(values[column] as number) + 0);
  return satisfies(model, limits, rounded) ? rounded : undefined;
}
