/**
 * What the categories of sensitive dimensions call for (system/groups.ts, system/rule.ts): a cell that tells of
 * everybody in a group is withheld, and where a group is withheld, so are its categories (must-hide.ts).
 */
import { placeIn } from '../indexes/place-in.ts';
import { isEmptyCategory, isFullCategory } from '../system/rule.ts';
import { forcedCells } from './must-hide.ts';
import type { ProtectInput, ProtectTask } from './task.ts';

/** By category, none of them zero by nature, its groups. */
type Groups = ProtectTask['groups'];

/**
 * The task with all that is forced. Groups of which earlier releases showed a category are as good as published by them, as
 * far as earlier releases allow. `world` is the true world.
 */
export function withGroups(input: ProtectInput, world: readonly number[]): ProtectTask {
  const groups = groupsOf(input);
  const disclosing = disclosingCells(groups, input, world);
  const forced = forcedCells(input, { groups, disclosing });
  const shown = shownGroups(groups, input.publishedBefore);
  return {
    ...input,
    world,
    groups,
    disclosing,
    forced,
    publishedBefore: new Set([...input.publishedBefore, ...[...shown].filter((group) => !forced.has(group))]),
    publishable: new Set([...input.publishable].filter((cell) => !shown.has(cell) || forced.has(cell))),
  };
}

function groupsOf({ system, natural }: Pick<ProtectInput, 'system' | 'natural'>): Groups {
  return new Map(
    [...system.cells.entries()].flatMap(([cell, { groups = [] }]) =>
      groups.length === 0 || natural?.has(cell)
        ? []
        : [[cell, groups.map((key) => placeIn(system.index, key))]],
    ),
  );
}

/**
 * Categories that nobody of a group with people is in, and those that all are in if some other is of the first kind.
 * `world` has what the office counts and what follows; a group that the office does not count may have people.
 */
function disclosingCells(
  groups: Groups,
  { counts }: Pick<ProtectInput, 'counts'>,
  world: readonly number[],
): ReadonlySet<number> {
  const memberships = [...groups].flatMap(([at, own]) =>
    own.map((of) => ({
      at,
      of,
      category: world[at],
      group: counts[of] === undefined ? undefined : world[of],
    })),
  );
  const empty = memberships.filter(isEmptyCategory);
  const divided = new Set(empty.map(({ of }) => of));
  const full = memberships.filter((one) => isFullCategory(one) && divided.has(one.of));
  return new Set([...empty, ...full].map(({ at }) => at));
}

/** All groups, and groups of groups, of categories that earlier releases showed. */
function shownGroups(groups: Groups, publishedBefore: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [...groups.keys()].filter((cell) => publishedBefore.has(cell));
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    const fresh = (groups.get(cell) ?? []).filter(
      (group) => !found.has(group) && !publishedBefore.has(group),
    );
    for (const group of fresh) found.add(group);
    queue.push(...fresh);
  }
  return found;
}

/** Withheld groups of which a category is published. */
export function groupsDisclosed(
  task: Pick<ProtectTask, 'groups' | 'publishable' | 'publishedBefore'>,
  withheld: ReadonlySet<number>,
): number[] {
  return disclosedCategories(task, withheld).flatMap((category) =>
    (task.groups.get(category) ?? []).filter((group) => withheld.has(group)),
  );
}

/** Published categories of which a group is withheld. */
export function disclosedCategories(
  { groups, publishable, publishedBefore }: Pick<ProtectTask, 'groups' | 'publishable' | 'publishedBefore'>,
  withheld: ReadonlySet<number>,
): number[] {
  const isShown = (cell: number) =>
    !withheld.has(cell) && (publishable.has(cell) || publishedBefore.has(cell));
  return [...groups].flatMap(([category, own]) =>
    isShown(category) && own.some((group) => withheld.has(group)) ? [category] : [],
  );
}
