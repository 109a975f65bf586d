/** What the moves at hand come to: which cells some of them take to 0, and which to k or more. */
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { isMet, type Target } from '../targets.ts';
import type { ProtectTask } from '../task.ts';
import type { KnownMove } from './move-pool.ts';

export interface Ledger {
  keep(move: KnownMove): void;
  drop(move: KnownMove): void;
  isEmpty(): boolean;
  /** Whether some move leaves the cell where the target is met. */
  serves(cell: number, target: Target): boolean;
  readonly moves: () => readonly KnownMove[];
  /** The moves that change a cell. */
  changing(cell: number): readonly KnownMove[];
  /** The moves that take a cell from k or more below k. */
  plunging(cell: number): readonly KnownMove[];
  /** Begins an attempt; what it returns keeps all again that has been dropped since. */
  attempt(): () => void;
}

export function openLedger(task: ProtectTask): Ledger {
  const { world } = task;
  const moves = new Set<KnownMove>();
  const count = () => new Int32Array(world.length);
  const moved = { zero: count(), many: count(), cells: count() };
  const changing = new Map<number, Set<KnownMove>>();
  let dropped: KnownMove[] = [];
  const note = (move: KnownMove, by: 1 | -1) => {
    for (const what of ['zero', 'many', 'cells'] as const)
      for (const cell of move[what]) moved[what][cell] = (moved[what][cell] as number) + by;
  };
  const keep = (move: KnownMove) => {
    if (moves.has(move)) return;
    moves.add(move);
    note(move, 1);
    for (const cell of move.cells) {
      const others = changing.get(cell);
      if (others === undefined) changing.set(cell, new Set([move]));
      else others.add(move);
    }
  };
  return {
    keep,
    drop: (move) => {
      if (!moves.delete(move)) return;
      dropped.push(move);
      note(move, -1);
      for (const cell of move.cells) entryOf(changing, cell).delete(move);
    },
    isEmpty: () => moves.size === 0,
    moves: () => [...moves],
    serves: (cell, target) => {
      if ((moved[target][cell] as number) > 0) return true;
      return isMet(task, cell, target, valueAt(world, cell)) && (moved.cells[cell] as number) < moves.size;
    },
    changing: (cell) => [...(changing.get(cell) ?? [])],
    plunging: (cell) => [...(changing.get(cell) ?? [])].filter(({ plunged }) => plunged.includes(cell)),
    attempt: () => {
      dropped = [];
      return () => {
        for (const move of dropped) keep(move);
      };
    },
  };
}
