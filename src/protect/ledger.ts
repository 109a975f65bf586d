/** What the moves at hand come to: which cells some of them take to 0, and which to k or more. */
import type { KnownMove } from './move-pool.ts';
import { isMet, type ProtectTask, type Target } from './plan.ts';

export interface Ledger {
  readonly moves: () => KnownMove[];
  keep(move: KnownMove): void;
  drop(move: KnownMove): void;
  /** Whether some move leaves the cell where the target is met. */
  serves(cell: number, target: Target): boolean;
  /** The moves that take a cell from k or more below k. */
  plunging(cell: number): readonly KnownMove[];
}

export function openLedger(task: ProtectTask): Ledger {
  const { world } = task;
  const moves = new Set<KnownMove>();
  const served = { zero: new Int32Array(world.length), many: new Int32Array(world.length) };
  const plunges = new Map<number, Set<KnownMove>>();
  const note = (move: KnownMove, by: 1 | -1) => {
    for (const target of ['zero', 'many'] as const)
      for (const cell of move[target]) served[target][cell] = (served[target][cell] as number) + by;
  };
  return {
    moves: () => [...moves],
    keep: (move) => {
      if (moves.has(move)) return;
      moves.add(move);
      note(move, 1);
      for (const cell of move.plunged) {
        const others = plunges.get(cell);
        if (others === undefined) plunges.set(cell, new Set([move]));
        else others.add(move);
      }
    },
    drop: (move) => {
      if (!moves.delete(move)) return;
      note(move, -1);
      for (const cell of move.plunged) plunges.get(cell)?.delete(move);
    },
    serves: (cell, target) => {
      if ((served[target][cell] as number) > 0) return true;
      if (!isMet(task, cell, target, world[cell] ?? 0)) return false;
      for (const { move } of moves) if (!move.has(cell)) return true;
      return false;
    },
    plunging: (cell) => [...(plunges.get(cell) ?? [])],
  };
}
