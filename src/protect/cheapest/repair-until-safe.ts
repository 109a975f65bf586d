/** Withholds more and more cells until the promise is kept. */

import { countIn, type NearWorld } from '../../solver/near-worlds.ts';
import type { Unprotected } from '../audit/block-check.ts';
import type { PatternAudit } from '../audit/pattern-audit.ts';
import { explanation, linearRoom, wholeRoom } from '../find-secondary.ts';
import { withCategories } from '../must-hide.ts';
import type { SecondaryFinder } from '../secondary-finder.ts';
import { isMet } from '../targets.ts';
import type { ProtectTask } from '../task.ts';

/** Undefined where no cells are left that could give what is lacking. */
export function repairUntilSafe(
  task: ProtectTask,
  audit: PatternAudit,
  finder: SecondaryFinder,
  chosen: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  let withheld = new Set(chosen);
  for (;;) {
    withheld = withCategories(task, withheld);
    const unprotectedCells = audit.lacking(withheld);
    if (unprotectedCells.length === 0) return withheld;
    if (makeUpAll(task, audit, finder, withheld, unprotectedCells) === 0) return undefined;
  }
}

/**
 * Withholds what unprotected cells call for and returns how many cells that took. Room comes first: it often
 * brings an explanation with it, and whole-number moves are asked for only where linear ones add nothing. What
 * made room for one cell may serve those after it.
 */
function makeUpAll(
  task: ProtectTask,
  audit: PatternAudit,
  finder: SecondaryFinder,
  withheld: Set<number>,
  unprotectedCells: readonly Unprotected[],
): number {
  const before = withheld.size;
  for (const way of [linearRoom, wholeRoom, explanation]) {
    const moves: NearWorld[] = [];
    for (const unprotected of unprotectedCells) {
      if (moves.some((move) => protects(task, move, unprotected))) continue;
      const found = way(task, finder, withheld, unprotected);
      for (const cell of found?.cells ?? []) withheld.add(cell);
      if (found?.move === undefined) continue;
      moves.push(found.move);
      audit.learn(found.move);
    }
    if (withheld.size > before) break;
  }
  return withheld.size - before;
}

function protects(task: ProtectTask, move: NearWorld, { cell, target, provablyLarge }: Unprotected): boolean {
  const count = (other: number) => countIn(move, task.world, other);
  return (
    isMet(task, cell, target, count(cell)) &&
    provablyLarge.every((large) => isMet(task, large, 'many', count(large)))
  );
}
