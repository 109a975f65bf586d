/**
 * What a hidden cell must be able to be, by what it counts (docs/method.md).
 *
 *   people      0, and k or more, unless it is k or more for certain;   1 to k-1 explains that it is hidden
 *   requests    0, and at least 2, whatever is certain;                 any request explains it, since one may ask about few
 *
 * In a sensitive dimension (groups.ts) a cell is hidden for its own sake too where it tells of everybody in its group:
 *
 *   nobody of a group that has people is in it     it must be able to hold somebody;     this explains that it is hidden
 *   all of them are                                some other category must be so;       and so does that category
 *
 * and where the group is hidden, so are all its categories.
 */
import type { Limit } from '../indexes/constraint.ts';
import { countsRequests } from '../program/docket-plan.ts';

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
  return countsRequests(measure)
    ? { many: 2, mostFew: Number.POSITIVE_INFINITY, isProvable: false }
    : { many: k, mostFew: k - 1, isProvable: true };
}

/** Whether a count explains by itself that its cell is hidden. */
export function isFew({ mostFew }: Rule, count: number): boolean {
  return count >= 1 && count <= mostFew;
}

/** What a group and one of its categories hold: undefined where nobody knows. */
export interface Membership {
  readonly category: number | undefined;
  readonly group: number | undefined;
}

/** Whether nobody of a group is in the category while the group has people, or may have for all that is known. */
export function isEmptyCategory({ category, group }: Membership): boolean {
  return category === 0 && group !== 0;
}

/** Whether everybody of a group that has people is in the category. */
export function isFullCategory({ category, group }: Membership): boolean {
  return category !== undefined && category > 0 && category === group;
}

/** Limits on cells of which all hold together. */
export type Explanation = readonly Limit[];

/**
 * By what a hidden cell explains that it is: it holds few, or nobody of a group that has people. `peopled`: for each of
 * its groups that may have people, the limits under which it has.
 */
export function explanationsOf(
  column: number,
  { mostFew }: Rule,
  peopled: readonly Explanation[],
): Explanation[] {
  const empty = { column, lower: 0, upper: 0 };
  return [[{ column, lower: 1, upper: mostFew }], ...peopled.map((limits) => [empty, ...limits])];
}
