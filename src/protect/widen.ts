/**
 * Which published cells to withhold besides, so that a hidden cell gains the room that it lacks: what the cheapest
 * move from the true counts changes (Kelly, Golden and Assad 1992, doi 10.1002/net.3230220407; Fischetti and
 * Salazar 2001, doi 10.1287/mnsc.47.7.1008.9805, section 4). Published cells move at what withholding them costs,
 * hidden ones for next to nothing.
 */
import { type Demand, type Found, type Mover, openMover } from './moves.ts';
import { isSettled, type ProtectTask } from './plan.ts';

export interface Widener {
  /** The cheapest move that meets all demands, or undefined if there is none. `cells`: to withhold besides. */
  widen(demands: readonly Demand[], withheld: ReadonlySet<number>, whole: boolean): Found | undefined;
  close(): void;
}

/** What a hidden cell costs to move: so little that its moves are short, and dearer than no other way. */
const HIDDEN = 1e-3;

export function openWidener(task: ProtectTask): Widener {
  const mover = openMover(task);
  const { system, publishable, costs } = task;
  for (const cell of system.cells.keys())
    if (!isSettled(task, cell)) mover.price(cell, publishable.has(cell) ? (costs[cell] ?? 1) : HIDDEN);
  const shown = new Set(publishable);
  return {
    widen: (demands, withheld, whole) => {
      hide(mover, task, shown, withheld);
      const found = whole ? mover.findWhole(demands) : mover.find(demands);
      return found && { ...found, cells: found.cells.filter((cell) => shown.has(cell)) };
    },
    close: () => mover.close(),
  };
}

/** Prices the cells of the pattern as hidden, and all others that could be withheld as shown. */
function hide(
  mover: Mover,
  { publishable, costs }: ProtectTask,
  shown: Set<number>,
  withheld: ReadonlySet<number>,
): void {
  for (const cell of publishable) {
    if (withheld.has(cell) !== shown.has(cell)) continue;
    if (shown.delete(cell)) mover.price(cell, HIDDEN);
    else {
      shown.add(cell);
      mover.price(cell, costs[cell] ?? 1);
    }
  }
}
