/**
 * What a hidden cell must be able to be, by what it counts (DESIGN sections 3 and 6).
 *
 *   people      0, and k or more, unless it is k or more for certain;   1 to k-1 explains that it is hidden
 *   requests    0, and at least 2, whatever is certain;                 any request explains it, since one may ask about few
 */
import { countsActs } from './docket-plan.ts';

export interface Rule {
  /** The least count that tells of nobody: k, or 2 requests. */
  readonly many: number;
  /** The largest count for which a cell may be hidden for its own sake. */
  readonly mostFew: number;
  /** Whether a count that is `many` for certain may be hidden all the same. */
  readonly isProvable: boolean;
}

/** `measure` is the id of the cell's measure, `k` the threshold of the program. */
export function ruleOf(measure: string, k: number): Rule {
  return countsActs(measure)
    ? { many: 2, mostFew: Number.POSITIVE_INFINITY, isProvable: false }
    : { many: k, mostFew: k - 1, isProvable: true };
}

/** Whether a count explains by itself that its cell is hidden. */
export function isFew({ mostFew }: Rule, count: number): boolean {
  return count >= 1 && count <= mostFew;
}
