/**
 * Which published cells to withhold besides, so that a hidden cell gains the room that it lacks: what the cheapest
 * move from the true counts changes (Kelly, Golden and Assad 1992, doi 10.1002/net.3230220407; Fischetti and
 * Salazar 2001, doi 10.1287/mnsc.47.7.1008.9805, section 4). Published cells move at what withholding them costs,
 * hidden ones for next to nothing.
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { type Found, type Mover, openMover } from './moves.ts';
import { isSettled } from './must-hide.ts';
import type { ProtectTask } from './task.ts';

export interface SecondaryFinder {
  /** The cheapest move that meets all demands, or undefined if there is none. `cells`: to withhold besides. */
  findSecondary(demands: readonly Limit[], withheld: ReadonlySet<number>, whole: boolean): Found | undefined;
  /** From now on a cell that is not withheld costs many times as much; none if undefined. */
  avoid(cell: number | undefined): void;
  close(): void;
}

/** How many times as much a cell costs that is to be avoided. */
const AVOIDED = 50;
/** What a hidden cell costs to move: so little that its moves are short, and dearer than no other way. */
const HIDDEN = 1e-3;

export function openSecondaryFinder(task: ProtectTask): SecondaryFinder {
  return openPriced(task, openMover(task), task.costs, HIDDEN);
}

/**
 * A finder at other prices by cell, where hidden cells move for nothing, up and down alike: so what is to be withheld follows
 * from what is published, whatever the hidden counts.
 */
export function openBlindFinder(task: ProtectTask, prices: readonly number[]): SecondaryFinder {
  return openPriced(task, openMover(task, 1), prices, 0);
}

function openPriced(
  task: ProtectTask,
  mover: Mover,
  costs: readonly number[],
  hidden: number,
): SecondaryFinder {
  const { system, publishable } = task;
  for (const cell of system.cells.keys())
    if (!isSettled(task, cell)) mover.price(cell, publishable.has(cell) ? valueAt(costs, cell) : hidden);
  const shown = new Set(publishable);
  let avoided: number | undefined;
  const show = (cell: number) => mover.price(cell, valueAt(costs, cell) * (cell === avoided ? AVOIDED : 1));
  const follow = (withheld: ReadonlySet<number>) => {
    for (const cell of publishable) {
      if (withheld.has(cell) !== shown.has(cell)) continue;
      if (shown.delete(cell)) mover.price(cell, hidden);
      else {
        shown.add(cell);
        show(cell);
      }
    }
  };
  return {
    findSecondary: (demands, withheld, whole) => {
      follow(withheld);
      const found = whole ? mover.findWhole(demands) : mover.find(demands);
      return found && { ...found, cells: found.cells.filter((cell) => shown.has(cell)) };
    },
    avoid: (cell) => {
      const before = avoided;
      avoided = cell;
      for (const each of [before, cell]) if (each !== undefined && shown.has(each)) show(each);
    },
    close: () => mover.close(),
  };
}
