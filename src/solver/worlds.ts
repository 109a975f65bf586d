/**
 * Whole-number solutions of a linear model: the linear program first, which is whole already in two-way
 * and hierarchical tables; where it is not, the integer program, near that answer first. An answer is rounded and then checked by
 * exact addition; what does not check is no answer.
 */
import { valueAt } from '../indexes/look-up.ts';
import { type Limit, type LinearModel, SolverError, satisfies } from './linear-model.ts';
import type { Session } from './session.ts';

/** One whole number per column that satisfies the model and the limits exactly. */
export type World = readonly number[];

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
    if (free !== undefined && hasAny(free, anyOf)) return free;
    const kept = anyOf.find((each) => keeps(linear.values, each));
    const beside = kept && wholeBeside(session, bothOf(limits, kept), linear.values);
    if (beside !== undefined) return beside;
  }
  return findWith((each) => (isOut(each) ? undefined : findWorld(session, each, new Map())), limits, anyOf);
}

/** What is found within limits and one of the lists, each in turn. */
export function findWith(
  find: (limits: readonly Limit[]) => World | undefined,
  limits: readonly Limit[],
  anyOf: AnyOf,
): World | undefined {
  for (const each of anyOf) {
    const world = find(bothOf(limits, each));
    if (world !== undefined) return world;
  }
  return undefined;
}

export function hasAny(world: World, anyOf: AnyOf): boolean {
  return anyOf.some((each) => keeps(world, each));
}

export function keeps(world: World | Float64Array, limits: readonly Limit[]): boolean {
  return limits.every(
    ({ column, lower, upper }) => valueAt(world, column) >= lower && valueAt(world, column) <= upper,
  );
}

/** The limits of both lists, one per column. */
function bothOf(limits: readonly Limit[], others: readonly Limit[]): Limit[] {
  const found = new Map(limits.map((limit) => [limit.column, limit]));
  for (const { column, lower, upper } of others) {
    const known = found.get(column);
    found.set(column, {
      column,
      lower: Math.max(lower, known?.lower ?? lower),
      upper: Math.min(upper, known?.upper ?? upper),
    });
  }
  return [...found.values()];
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
