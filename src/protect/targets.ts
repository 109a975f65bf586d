/** What a hidden cell must be able to be (system/rule.ts): 0, and k or more, of which a true count reaches one or none. */
import { type Rule, ruleOf } from '../system/rule.ts';
import type { SystemCell } from '../system/system.ts';
import type { ProtectInput, ProtectTask } from './task.ts';

/** What a hidden cell must be able to be. */
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
