/**
 * Must a cell be hidden? One function a question.
 *
 *   by what it holds       isSmallCell      do some people and fewer than k stand behind it?
 *                          isEmptyOfGroup   does it tell that nobody of a group that has people is in it?
 *                          isSecret         is it one of both?
 *
 *   before the choice      isSettled        does every reader know it whatever is decided?
 *                          forcedCells      which cells must be withheld, whatever is chosen?   (`forced` of a task)
 *                          primaryCells     which of these not only because an earlier release withheld them?
 *                          secretCells      which cells hold a secret, and so must be able to be anything?
 *
 *   of a choice            withCategories   which categories must be withheld with the groups in it?
 *                          isPromised       is the cell under the promise, where readers do not know it?
 *                          needsHiding      must it not be known, where readers can work it out?
 *                          mayBeProvablyLarge   may they know that it is k or more?
 */
import { valueAt } from '../indexes/look-up.ts';
import type { SystemCell } from '../system/system.ts';
import { ruleFor } from './targets.ts';
import type { ProtectInput, ProtectTask, TaskData } from './task.ts';

/** Small: at least one and fewer than k people are behind a cell that has a count. */
export function isSmallCell({ people, k }: Pick<ProtectInput, 'people' | 'k'>, cell: number): boolean {
  const behind = people[cell];
  return behind !== undefined && behind >= 1 && behind < k;
}

/** Nobody of a group that has people is in this category: a secret, though it stands for no people. */
export function isEmptyOfGroup({ disclosing, world }: ProtectTask, cell: number): boolean {
  return world[cell] === 0 && disclosing.has(cell);
}

/** What it holds must not be told. */
export function isSecret(task: ProtectTask, cell: number): boolean {
  return isSmallCell(task, cell) || isEmptyOfGroup(task, cell);
}

/** Whether the cell is under the promise though no table shows it: a difference of published cells, or a set of people. */
export function isUnnamed({ system }: Pick<ProtectInput, 'system'>, cell: number): boolean {
  const { role } = system.cells[cell] as SystemCell;
  return role === 'difference' || role === 'set';
}

/** Whether every reader knows the cell whatever is decided: an earlier release published it, or a table that is not to change. */
export function isSettled(
  { system, counts, publishable, publishedBefore, forced }: TaskData,
  cell: number,
): boolean {
  if (forced.has(cell)) return false;
  const isTabled = valueAt(system.cells, cell).role === 'tabled';
  return publishedBefore.has(cell) || (isTabled && !publishable.has(cell) && counts[cell] !== undefined);
}

/**
 * Small cells, those that tell of everybody in a group (`disclosing`), what earlier releases withheld, and the categories of
 * the groups among all these.
 */
export function forcedCells(
  input: ProtectInput,
  { groups, disclosing }: Pick<ProtectTask, 'groups' | 'disclosing'>,
): ReadonlySet<number> {
  const own = [...input.publishable].filter((cell) => disclosing.has(cell) || isSmallCell(input, cell));
  return withCategories({ ...input, groups }, new Set([...own, ...input.inherited]));
}

/** Forced for what they hold or for their group, whether or not an earlier release withheld them. */
export function primaryCells(task: TaskData): ReadonlySet<number> {
  const { publishable, forced, disclosing, inherited } = task;
  const isOwn = (cell: number) => isSmallCell(task, cell) || disclosing.has(cell) || !inherited.has(cell);
  return new Set([...publishable].filter((cell) => forced.has(cell) && isOwn(cell)));
}

/**
 * Small cells, those that tell of everybody in a group, and differences and sets that hold a secret. What is forced for an
 * earlier release or for its group alone holds none.
 */
export function secretCells(task: ProtectTask): ReadonlySet<number> {
  const { publishable, forced, disclosing, world } = task;
  const isNamed = (cell: number) => publishable.has(cell) || forced.has(cell);
  const holdsSecret = (cell: number) =>
    isNamed(cell)
      ? isSmallCell(task, cell) || disclosing.has(cell)
      : isUnnamed(task, cell) && isSecret(task, cell);
  return new Set([...world.keys()].filter(holdsSecret));
}

/** The cells, and the categories of the groups among them as far as these may be withheld. */
export function withCategories(
  { groups, publishable }: Pick<ProtectTask, 'groups' | 'publishable'>,
  withheld: ReadonlySet<number>,
): Set<number> {
  const found = new Set(withheld);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [category, own] of groups)
      if (publishable.has(category) && own.some((group) => found.has(group))) found.add(category);
  }
  return found;
}

/** Whether the promise covers a cell that readers do not know: no table shows the rest. */
export function isPromised(task: ProtectTask, withheld: ReadonlySet<number>, cell: number): boolean {
  return withheld.has(cell) || isUnnamed(task, cell);
}

/** A withheld cell may follow from others if it is k or more: then everybody knows so, rightly. */
export function needsHiding(task: ProtectTask, withheld: ReadonlySet<number>, cell: number): boolean {
  if (withheld.has(cell)) return !mayBeProvablyLarge(task, cell);
  return isUnnamed(task, cell) && isSecret(task, cell);
}

/** If every reader concludes that the cell holds k or more, that is so. */
export function mayBeProvablyLarge(task: ProtectTask, cell: number): boolean {
  const { many, isProvable } = ruleFor(task, cell);
  if (task.mustBeOpen?.has(cell)) return false;
  return isProvable && valueAt(task.world, cell) >= many && !isSmallCell(task, cell);
}
