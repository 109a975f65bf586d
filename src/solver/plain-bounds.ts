/**
 * What each column of a model can be at least and at most, as constraints tell it one after another: where a sum is at most
 * something, so is each of its terms beside the least of the others. It takes additions alone, and need not be all that can be told.
 */
import type { Constraint, Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { LinearModel } from './linear-model.ts';

/** Times that all constraints are gone through at most. */
const MOST_ROUNDS = 8;

/** By column. */
export interface PlainBounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function plainBounds({ lower, upper, constraints }: LinearModel): PlainBounds {
  const bounds = { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
  for (let round = 0, isNew = true; isNew && round < MOST_ROUNDS; round += 1) {
    isNew = false;
    for (const constraint of constraints) isNew = narrowBy(constraint, bounds) || isNew;
  }
  return bounds;
}

/** What is this little beyond a bound may be rounding. */
const ROUNDING = 1e-6;

/** Whether the bounds leave nothing within the limits. */
export function isOutside(bounds: PlainBounds, limits: readonly Limit[]): boolean {
  return limits.some(
    ({ column, lower, upper }) =>
      upper < valueAt(bounds.lower, column) - ROUNDING || lower > valueAt(bounds.upper, column) + ROUNDING,
  );
}

/** Whether it tells more of some column than was known: sum <= upper, and -sum <= -lower. */
function narrowBy({ columns, coefficients, lower, upper }: Constraint, bounds: PlainBounds): boolean {
  const above = narrowTerms(columns, coefficients, 1, upper, bounds);
  const below = narrowTerms(columns, coefficients, -1, -lower, bounds);
  return above || below;
}

/** By sign x sum of coefficient x column <= most. */
function narrowTerms(
  columns: Constraint['columns'],
  coefficients: Constraint['coefficients'],
  sign: 1 | -1,
  most: number,
  { lower, upper }: PlainBounds,
): boolean {
  if (!Number.isFinite(most)) return false;
  const leastOf = (term: number) => {
    const times = sign * valueAt(coefficients, term);
    return times * valueAt(times > 0 ? lower : upper, valueAt(columns, term));
  };
  let least = 0;
  for (const term of columns.keys()) least += leastOf(term);
  if (!Number.isFinite(least)) return false;
  let isNew = false;
  for (const [term, column] of columns.entries()) {
    const times = sign * valueAt(coefficients, term);
    if (times === 0) continue;
    const [from, bounds] = times > 0 ? [lower, upper] : [upper, lower];
    const bound = (most - least) / times + valueAt(from, column);
    if (times > 0 ? bound >= valueAt(bounds, column) : bound <= valueAt(bounds, column)) continue;
    bounds[column] = bound;
    isNew = true;
  }
  return isNew;
}
