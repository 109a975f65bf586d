/** Withholds more and more cells until the promise is kept. */

import { valueAt } from '../indexes/look-up.ts';
import type { Move } from '../solver/near-worlds.ts';
import type { PatternJudge } from './audit/pattern.ts';
import type { Shortfall } from './audit/reach.ts';
import { withCategories } from './groups.ts';
import { explanation, linearRoom, wholeRoom } from './make-up.ts';
import { isMet, type ProtectTask } from './plan.ts';
import type { Widener } from './widen.ts';

/** Undefined where no cells are left that could make up what is lacking. */
export function widenUntilSafe(
  task: ProtectTask,
  judge: PatternJudge,
  widener: Widener,
  chosen: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  let withheld = new Set(chosen);
  for (;;) {
    withheld = withCategories(task, withheld);
    const shortfalls = judge.lacking(withheld);
    if (shortfalls.length === 0) return withheld;
    if (makeUpAll(task, judge, widener, withheld, shortfalls) === 0) return undefined;
  }
}

/**
 * Withholds what the shortfalls call for and returns how many cells that took. Room comes first: it often
 * brings an explanation with it, and whole-number moves are asked for only where linear ones add nothing. What
 * made room for one cell may serve those after it.
 */
function makeUpAll(
  task: ProtectTask,
  judge: PatternJudge,
  widener: Widener,
  withheld: Set<number>,
  shortfalls: readonly Shortfall[],
): number {
  const before = withheld.size;
  for (const way of [linearRoom, wholeRoom, explanation]) {
    const moves: Move[] = [];
    for (const shortfall of shortfalls) {
      if (moves.some((move) => makesUp(task, move, shortfall))) continue;
      const found = way(task, widener, withheld, shortfall);
      for (const cell of found?.cells ?? []) withheld.add(cell);
      if (found?.move === undefined) continue;
      moves.push(found.move);
      judge.learn(found.move);
    }
    if (withheld.size > before) break;
  }
  return withheld.size - before;
}

function makesUp(task: ProtectTask, move: Move, { cell, target, floors }: Shortfall): boolean {
  const count = (other: number) => move.get(other) ?? valueAt(task.world, other);
  return (
    isMet(task, cell, target, count(cell)) &&
    floors.every((floor) => isMet(task, floor, 'many', count(floor)))
  );
}
