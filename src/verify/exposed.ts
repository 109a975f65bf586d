/** What breaks the promise by published counts alone, and whatever follows from one relation after another. */

import { sparseAt, valueAt } from '../indexes/look-up.ts';
import { placeIn } from '../indexes/place-in.ts';
import type { Split } from '../system/blocks.ts';
import { isEmptyCategory, isFew, isFullCategory, ruleOf } from '../system/rule.ts';
import type { System } from '../system/system.ts';
import type { Facts } from './facts.ts';

/** A cell of the system by its key, and why the promise does not hold of it. */
export interface Exposed {
  readonly key: string;
  readonly reason: string;
}

const BROKEN = 'the published counts around it do not add up';

export function exposedCells(system: System, facts: Facts, { known, broken }: Split, k: number): Exposed[] {
  return [
    ...facts.contradictions.map((key) => ({ key, reason: 'two releases publish different counts' })),
    ...(facts.orphaned ?? []).map((key) => ({
      key,
      reason: 'a later release has not all codes of its measure',
    })),
    ...broken.map((row) => ({
      key: valueAt(system.cells, valueAt(valueAt(system.rows, row).cells, 0)).key,
      reason: BROKEN,
    })),
    ...exposedCounts(system, facts, known, k),
    ...exposedCategories(system, facts, known),
  ];
}

/** Small counts that follow exactly, of cells of no table too; and hidden cells that follow exactly, unless they are k or more. */
function exposedCounts(system: System, { withheld }: Facts, known: Split['known'], k: number): Exposed[] {
  return system.cells.flatMap(({ key, role, measure }, cell) => {
    const count = known[cell];
    if (count === undefined) return [];
    if (!Number.isSafeInteger(count) || count < 0) return [{ key, reason: BROKEN }];
    const rule = ruleOf(measure, k);
    const tellsOfFew = rule.isProvable && isFew(rule, count);
    if (tellsOfFew) return [{ key, reason: 'its count is known and fewer than k' }];
    if (role === 'unpublished') return [];
    const mayBeKnown = !withheld.has(cell) || (rule.isProvable && count >= rule.many);
    return mayBeKnown ? [] : [{ key, reason: 'its count is known exactly' }];
  });
}

/** Categories of which it is known that nobody, or everybody, of their group is in them, and those that their group hides. */
function exposedCategories(system: System, facts: Facts, known: Split['known']): Exposed[] {
  const { natural = new Set<number>() } = facts;
  const divided = dividedGroups(system, natural);
  const reasonOf = (cell: number, name: string): string | undefined => {
    const group = placeIn(system.index, name);
    const membership = { category: known[cell], group: known[group] };
    if (isEmptyCategory(membership)) return 'it is known that nobody of its group is in it';
    if (isFullCategory(membership) && sparseAt(divided, name) > 1)
      return 'it is known that everybody of its group is in it';
    const isShown = facts.given[cell] !== undefined && facts.withheld.has(group);
    return isShown ? 'its group is withheld, and it is published' : undefined;
  };
  return system.cells.flatMap(({ key, groups = [] }, cell) => {
    const reasons = natural.has(cell) ? [] : groups.flatMap((name) => reasonOf(cell, name) ?? []);
    return reasons.slice(0, 1).map((reason) => ({ key, reason }));
  });
}

/** By key of a group how many categories it has that can hold somebody. */
function dividedGroups({ cells }: System, natural: ReadonlySet<number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const [cell, { groups = [] }] of cells.entries())
    for (const group of natural.has(cell) ? [] : groups) found.set(group, sparseAt(found, group) + 1);
  return found;
}
