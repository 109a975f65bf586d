/** What is known of the categories of sensitive dimensions before anything is asked of a solver. */
import { sparseAt } from '../model/look-up.ts';
import { placeIn } from '../model/place-in.ts';
import { isEmptyCategory, isFullCategory } from '../model/rule.ts';
import type { System } from '../model/system.ts';
import type { Facts } from './facts.ts';

/** Categories of which it is known that nobody, or everybody, of their group is in them, and those that their group hides. */
export function exposedCategories(
  system: System,
  facts: Facts,
  known: readonly (number | undefined)[],
): { key: string; reason: string }[] {
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
