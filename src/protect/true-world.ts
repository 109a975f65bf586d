/** The tallies as one whole-number world: counts that the office does not have are filled in as any reader could. */
import { splitSystem } from '../model/blocks.ts';
import { findWorld } from '../solver/worlds.ts';
import { type ProtectInput, ProtectionError } from './plan.ts';

/** By cell of the system its count. Throws `ProtectionError` where no counts explain the tallies. */
export function completeWorld({ system, counts, lower, upper, solver }: ProtectInput): number[] {
  const { known, blocks, broken } = splitSystem(system, counts);
  const unexplained = (cells: readonly number[]) =>
    new ProtectionError(
      'No counts explain the tallies around these cells.',
      cells.map((cell) => system.cells[cell]?.key ?? ''),
    );
  if (broken.length > 0) throw unexplained(broken.map((row) => system.rows[row]?.cells[0] ?? -1));
  const world = known.map((count) => count ?? 0);
  for (const { cells, rows } of blocks) {
    const session = solver.open({
      lower: cells.map((cell) => lower[cell] ?? 0),
      upper: cells.map((cell) => upper[cell] ?? Number.POSITIVE_INFINITY),
      constraints: rows,
    });
    try {
      const found = findWorld(session, [], new Map());
      if (found === undefined) throw unexplained(cells);
      for (const [column, cell] of cells.entries()) world[cell] = found[column] ?? 0;
    } finally {
      session.close();
    }
  }
  return world;
}
