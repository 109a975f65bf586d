/**
 * What a hidden cell must be able to be, 0, and k or more, of which its true count reaches one or none; and by what hidden cells
 * explain that their block is hidden: one stands for few people, or nobody of a group that has people is in it (system/rule.ts).
 */
import { valueAt } from '../indexes/look-up.ts';
import { type Explanation, explanationsOf, type Rule, ruleOf } from '../system/rule.ts';
import type { SystemCell } from '../system/system.ts';
import type { ProtectInput, ProtectTask } from './task.ts';

/** What holds of a cell by what it counts. */
export function ruleFor({ system, k }: Pick<ProtectInput, 'system' | 'k'>, cell: number): Rule {
  return ruleOf((system.cells[cell] as SystemCell).measure, k);
}

/** A way in which a hidden cell must be able to be something else: 0, or k or more. */
export type Target = 'zero' | 'many';

/** What a cell that must be hidden has to reach; its true count reaches one of these if it is 0. */
export function targetsOf({ world }: ProtectTask, cell: number): readonly Target[] {
  return world[cell] === 0 ? ['many'] : ['zero', 'many'];
}

/** Whether a count reaches the target of a cell. */
export function isMet(task: ProtectTask, cell: number, target: Target, count: number): boolean {
  return target === 'zero' ? count === 0 : count >= ruleFor(task, cell).many;
}

/** By what these cells explain that they are hidden: each way by itself, cell after cell. */
export function explanationsIn(
  task: Pick<ProtectTask, 'system' | 'k' | 'groups'>,
  cells: readonly number[],
): Explanation[] {
  const somebody = (column: number) => [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }];
  return cells
    .filter((cell) => !isSet(task, cell))
    .flatMap((cell) =>
      explanationsOf(cell, ruleFor(task, cell), (task.groups.get(cell) ?? []).map(somebody)),
    );
}

/** Readers look for cells as the reason of a hiding, not for sets of them. */
export function isSet({ system }: Pick<ProtectTask, 'system'>, cell: number): boolean {
  return valueAt(system.cells, cell).role === 'set';
}
