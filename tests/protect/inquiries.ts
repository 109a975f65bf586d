// Inquiries into blocks for tests of protection.

import { onTestFinished } from 'vitest';
import { type BlockCheck, openBlockCheck } from '../../src/protect/audit/block-check.ts';
import { openPool } from '../../src/protect/audit/move-pool.ts';
import { openMover } from '../../src/protect/moves.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import type { NearWorld } from '../../src/solver/near-worlds.ts';

/** Into a block in which these cells are hidden, with these moves at hand. */
export function openBlock(
  task: ProtectTask,
  cells: readonly number[],
  moves: readonly NearWorld[] = [],
): BlockCheck {
  const mover = openMover(task);
  onTestFinished(() => mover.close());
  for (const cell of cells) mover.price(cell, 1);
  const pool = openPool(task);
  for (const move of moves) pool.add(move);
  return openBlockCheck({ task, mover, pool }, cells);
}
