/**
 * By what hidden cells explain that they are hidden, and so that their block is: one stands for few people, or nobody of a
 * group that has people is in it (system/rule.ts).
 */
import { valueAt } from '../../indexes/look-up.ts';
import { type Explanation, explanationsOf } from '../../system/rule.ts';
import { ruleFor } from '../targets.ts';
import type { ProtectTask } from '../task.ts';

/** Each way by itself, cell after cell. */
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
