/**
 * A first choice of secondary cells: room for every cell that must be withheld, dearest first, each with all that is withheld
 * already for next to nothing. What one calls for often serves those after it, which then are not asked for.
 */
import { valueAt } from '../../indexes/look-up.ts';
import { countIn, type NearWorld } from '../../solver/near-worlds.ts';
import { demandOf } from '../audit/block-check.ts';
import type { SecondaryFinder } from '../secondary-finder.ts';
import { isMet, type Target, targetsOf } from '../targets.ts';
import type { ProtectTask } from '../task.ts';

export interface Sweep {
  readonly withheld: ReadonlySet<number>;
  /** The moves that made the room. */
  readonly moves: readonly NearWorld[];
}

export function sweep(task: ProtectTask, finder: SecondaryFinder): Sweep {
  const withheld = new Set(task.forced);
  const moves: NearWorld[] = [];
  const count = (cell: number) => valueAt(task.world, cell);
  const isServed = (cell: number, target: Target) =>
    moves.some((move) => isMet(task, cell, target, countIn(move, task.world, cell)));
  const dearest = [...task.forced].sort((one, other) => count(other) - count(one) || one - other);
  for (const [cell, target] of dearest.flatMap((each) =>
    targetsOf(task, each).map((to) => [each, to] as const),
  )) {
    if (isServed(cell, target)) continue;
    const found = finder.findSecondary([demandOf(task, cell, target)], withheld, false);
    for (const other of found?.cells ?? []) withheld.add(other);
    if (found?.move !== undefined) moves.push(found.move);
  }
  return { withheld, moves };
}
