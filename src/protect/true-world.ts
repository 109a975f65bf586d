/** The tallies as one whole-number world: counts that the office does not have are filled in as any reader could. */

import { valueAt } from '../indexes/look-up.ts';
import { findWorld } from '../solver/worlds.ts';
import { splitSystem } from '../system/blocks.ts';
import type { Row } from '../system/system.ts';
import { keysOf, type ProtectInput, ProtectionError } from './task.ts';

/** By cell of the system its count. Throws `ProtectionError` where no counts explain the tallies. */
export function completeWorld({ system, counts, lower, upper, solver }: ProtectInput): number[] {
  const { known, blocks, broken } = splitSystem(system, counts);
  const unexplained = (cells: readonly number[]) =>
    new ProtectionError('No counts explain the tallies around these cells.', keysOf(system, cells));
  if (broken.length > 0) throw unexplained(broken.map((row) => (system.rows[row] as Row).cells[0] as number));
  const world = known.map((count) => count ?? 0);
  for (const { cells, rows } of blocks) {
    const session = solver.open({
      lower: cells.map((cell) => valueAt(lower, cell)),
      upper: cells.map((cell) => valueAt(upper, cell)),
      constraints: rows,
    });
    try {
      const found = findWorld(session, [], new Map());
      if (found === undefined) throw unexplained(cells);
      for (const [column, cell] of cells.entries()) world[cell] = valueAt(found, column);
    } finally {
      session.close();
    }
  }
  return world;
}
