/**
 * By what a hidden cell explains that it is hidden, and so that its block is: it stands for few people, or nobody of a
 * group that has people is in it (system/rule.ts).
 */
import { explanationsOf, isFew } from '../../system/rule.ts';
import type { Demand } from '../moves.ts';
import { type ProtectTask, ruleFor } from '../plan.ts';

type Explained = Pick<ProtectTask, 'system' | 'k' | 'groups'>;

/** Whether one of these cells explains it where counts are these. */
export function explainsHiding(
  task: Explained,
  cells: readonly number[],
  count: (cell: number) => number,
): boolean {
  return cells.some((cell) => {
    if (isSet(task, cell)) return false;
    const own = count(cell);
    return isFew(ruleFor(task, cell), own) || (own === 0 && holdsSome(task.groups.get(cell), count));
  });
}

function holdsSome(groups: readonly number[] | undefined, count: (cell: number) => number): boolean {
  return groups?.some((group) => count(group) > 0) === true;
}

/** Readers look for cells as the reason of a hiding, not for sets of them. */
export function isSet({ system }: Pick<ProtectTask, 'system'>, cell: number): boolean {
  return system.cells[cell]?.role === 'set';
}

/** The demands besides `wanted` for each way in which the cell explains it, both together; none where they contradict. */
export function explainedDemands(
  task: Explained,
  cell: number,
  wanted: readonly Demand[],
): (readonly Demand[])[] {
  if (isSet(task, cell)) return [];
  const somebody = (column: number) => [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }];
  const ways = explanationsOf(cell, ruleFor(task, cell), (task.groups.get(cell) ?? []).map(somebody));
  return ways
    .map((limits) =>
      joinDemands([...wanted, ...limits.map(({ column, ...limit }) => ({ cell: column, ...limit }))]),
    )
    .filter((demands) => demands.every(({ lower, upper }) => lower <= upper));
}

/** One demand for each cell. */
function joinDemands(demands: readonly Demand[]): Demand[] {
  return [...Map.groupBy(demands, ({ cell }) => cell)].map(([cell, own]) => ({
    cell,
    lower: Math.max(...own.map(({ lower }) => lower)),
    upper: Math.min(...own.map(({ upper }) => upper)),
  }));
}
