/**
 * Linear and integer programs as data:
 *
 *   least  sum of cost x column,   with  lower <= columns <= upper
 *                                        lower <= sum of coefficient x column <= upper   for each constraint
 */
import type { Constraint, Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { Coarse } from './coarse.ts';

export interface LinearModel {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly constraints: readonly Constraint[];
  /** What is asked first where it is given (coarse.ts). */
  readonly coarse?: Coarse | undefined;
}

/** What a solve proved. Anything else that a solver may say throws `SolverError`. */
export type Outcome =
  | { readonly status: 'optimal'; readonly values: Float64Array; readonly objective: number }
  /** `ray`: by constraint how often to add it for a sum that the bounds cannot give, up to its sign, where that was asked for. */
  | { readonly status: 'infeasible'; readonly ray?: Float64Array | undefined }
  | { readonly status: 'unbounded' };

/** The solver stopped before it had an answer; nothing may be concluded, so nothing is released. */
export class SolverError extends Error {}

/** Whether whole numbers satisfy the model and the limits exactly, by addition alone. */
export function satisfies(
  { lower, upper, constraints }: LinearModel,
  limits: readonly Limit[],
  values: readonly number[],
): boolean {
  if (values.length > lower.length || values.length > upper.length)
    throw new Error('internal error: counts for more columns than the model has');
  // Millions of terms are gone through, so nothing is made on the way.
  for (let column = 0; column < values.length; column++) {
    const value = values[column] as number;
    const isWithin = value >= (lower[column] as number) && value <= (upper[column] as number);
    if (!isWithin || !Number.isSafeInteger(value)) return false;
  }
  const isLimited = limits.every(
    ({ column, lower: least, upper: most }) =>
      (values[column] ?? Number.NaN) >= least && (values[column] ?? Number.NaN) <= most,
  );
  return isLimited && constraints.every((constraint) => isKept(constraint, values));
}

/** A column that is not there has no count, so that the sum is NaN and keeps nothing. */
function isKept({ columns, coefficients, lower, upper }: Constraint, values: readonly number[]): boolean {
  let sum = 0;
  for (let term = 0; term < columns.length; term++)
    sum += (coefficients[term] as number) * (values[columns[term] as number] as number);
  return sum >= lower && sum <= upper;
}

/** By exact addition; a column without a count keeps nothing. */
export function holds(
  { columns, coefficients, lower, upper }: Constraint,
  count: (column: number) => number | undefined,
): boolean {
  let sum = 0;
  for (const [term, column] of columns.entries())
    sum += valueAt(coefficients, term) * (count(column) ?? Number.NaN);
  return sum >= lower && sum <= upper;
}
