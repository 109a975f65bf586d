/**
 * Whole-number solutions of a linear model: the linear program first, which is whole already in two-way
 * and hierarchical tables, the integer program where it is not. An answer is rounded and then checked by
 * exact addition; what does not check is no answer.
 */
import { type Limit, type LinearModel, SolverError, satisfies } from './linear-model.ts';
import type { Session } from './solver.ts';

/** One whole number per column that satisfies the model and the limits exactly. */
export type World = readonly number[];

/** At least one of these columns lies within `lower` to `upper`. */
export interface AnyOf {
  readonly columns: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

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
  const whole = session.minimize(linear.status === 'unbounded' ? new Map() : costs, limits, true);
  if (whole.status === 'infeasible') return undefined;
  const world = whole.status === 'optimal' ? checked(session.model, limits, whole.values) : undefined;
  if (world === undefined)
    throw new SolverError('The solver gave a whole-number answer that does not add up exactly.');
  return world;
}

/** A world in which also at least one of the columns of `anyOf` lies in its range: the free answer first, then each in turn. */
export function findWorldWith(
  session: Session,
  limits: readonly Limit[],
  costs: ReadonlyMap<number, number>,
  anyOf: AnyOf,
): World | undefined {
  const free = findWorld(session, limits, costs);
  if (free === undefined || hasAny(free, anyOf)) return free;
  for (const column of anyOf.columns) {
    if (limits.some((limit) => limit.column === column)) continue;
    const world = findWorld(session, [...limits, { column, lower: anyOf.lower, upper: anyOf.upper }], costs);
    if (world !== undefined) return world;
  }
  return undefined;
}

export function hasAny(world: World, { columns, lower, upper }: AnyOf): boolean {
  return columns.some((column) => (world[column] ?? -1) >= lower && (world[column] ?? -1) <= upper);
}

function checked(model: LinearModel, limits: readonly Limit[], values: readonly number[]): World | undefined {
  const rounded = values.map((value) => Math.round(value) + 0);
  return satisfies(model, limits, rounded) ? rounded : undefined;
}
