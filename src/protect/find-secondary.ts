/** The secondary cells that protect one unprotected cell. */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { bothOf } from '../solver/worlds.ts';
import { demandOf, type Unprotected } from './audit/block-check.ts';
import type { Found } from './moves.ts';
import type { SecondaryFinder } from './secondary-finder.ts';
import { explanationsIn } from './targets.ts';
import type { ProtectTask } from './task.ts';

/** Cells that may serve as the one that explains the hiding, cheapest first, are tried up to this many. */
const CANDIDATES = 16;

/** A way to protect a cell; undefined if it is not for this one or finds nothing. */
type Way = (
  task: ProtectTask,
  finder: SecondaryFinder,
  withheld: ReadonlySet<number>,
  unprotected: Unprotected,
) => Found | undefined;

/** Room, which may not be whole numbers, or must be. */
const roomIn =
  (whole: boolean): Way =>
  (task, finder, withheld, unprotected) =>
    unprotected.lacks === 'room'
      ? finder.findSecondary(demandsOf(task, unprotected), withheld, whole)
      : undefined;

export const linearRoom = roomIn(false);
export const wholeRoom = roomIn(true);

/** The cheapest of the moves that reach the target while some cell around it explains the hiding. */
export const explanation: Way = (task, finder, withheld, unprotected) =>
  unprotected.lacks === 'room'
    ? undefined
    : cheapest(
        candidates(task, withheld, unprotected).flatMap((cell) =>
          explainedBy(task, finder, withheld, demandsOf(task, unprotected), cell),
        ),
      );

/** The target itself, and what every reader knows besides. */
export function demandsOf(task: ProtectTask, unprotected: Unprotected): Limit[] {
  return [
    demandOf(task, unprotected.cell, unprotected.target),
    ...unprotected.provablyLarge.map((cell) => demandOf(task, cell, 'many')),
  ];
}

/** The moves that reach the target while `cell` explains the hiding. */
function explainedBy(
  task: ProtectTask,
  finder: SecondaryFinder,
  withheld: ReadonlySet<number>,
  demands: readonly Limit[],
  cell: number,
): Found[] {
  return explanationsIn(task, [cell]).flatMap((limits) => {
    const explained = bothOf(demands, limits);
    const found = explained && finder.findSecondary(explained, withheld, true);
    if (found === undefined) return [];
    const cells = withheld.has(cell) ? found.cells : [...new Set([...found.cells, cell])];
    const cost = found.cost + (withheld.has(cell) ? 0 : valueAt(task.costs, cell));
    return cells.length === 0 ? [] : [{ ...found, cells, cost }];
  });
}

/** Cells of the rows around a hidden cell and around the hidden cells that share them, cheapest to withhold first. */
function candidates(
  task: ProtectTask,
  withheld: ReadonlySet<number>,
  { cell, provablyLarge }: Unprotected,
): number[] {
  const block = new Set([cell]);
  const around = new Set<number>();
  for (let before = -1; before !== block.size; ) {
    before = block.size;
    for (const { cells } of task.system.rows) {
      if (!cells.some((other) => block.has(other))) continue;
      for (const other of cells) (withheld.has(other) ? block : around).add(other);
    }
  }
  const price = (other: number) => (withheld.has(other) ? 0 : valueAt(task.costs, other));
  return [...block, ...around]
    .filter(
      (other) =>
        (other !== cell || task.groups.has(cell)) &&
        !provablyLarge.includes(other) &&
        (withheld.has(other) || task.publishable.has(other)),
    )
    .sort((one, other) => price(one) - price(other) || one - other)
    .slice(0, CANDIDATES);
}

function cheapest(ways: readonly Found[]): Found | undefined {
  return ways.reduce<Found | undefined>(
    (best, one) => (best === undefined || one.cost < best.cost ? one : best),
    undefined,
  );
}
