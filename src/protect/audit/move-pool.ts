/**
 * Moves found so far, kept for questions to come. A move holds in every pattern in which all cells that it
 * changes are hidden, and nothing needs to be solved to see it.
 */
import { entryOf } from '../../indexes/look-up.ts';
import type { NearWorld } from '../../solver/near-worlds.ts';
import { mayBeProvablyLarge } from '../must-hide.ts';
import { isMet, ruleFor } from '../targets.ts';
import type { ProtectTask } from '../task.ts';

/** A move, the cells that it changes, and those of them that it takes to 0, to k or more, and below k from there. */
export interface KnownMove {
  readonly move: NearWorld;
  readonly cells: readonly number[];
  readonly zero: readonly number[];
  readonly many: readonly number[];
  readonly plunged: readonly number[];
}

export interface MovePool {
  add(move: NearWorld): KnownMove;
  /** The moves that change only cells that are hidden. */
  holding(isHidden: (cell: number) => boolean): KnownMove[];
}

/** With more the older half is forgotten: to look through them takes longer than to find them again. */
const MOST_MOVES = 2_000;

/** Begins with the move that changes nothing, which stays: the true counts. */
export function openPool(task: ProtectTask): MovePool {
  const moves = [read(task, new Map())];
  return {
    add: (move) => {
      const known = read(task, move);
      if (moves.length === MOST_MOVES) moves.splice(1, MOST_MOVES / 2);
      moves.push(known);
      return known;
    },
    holding: (isHidden) => moves.filter(({ cells }) => cells.every(isHidden)),
  };
}

function read(task: ProtectTask, move: NearWorld): KnownMove {
  const cells = [...move.keys()];
  const count = (cell: number) => entryOf(move, cell);
  return {
    move,
    cells,
    zero: cells.filter((cell) => isMet(task, cell, 'zero', count(cell))),
    many: cells.filter((cell) => isMet(task, cell, 'many', count(cell))),
    plunged: cells.filter((cell) => mayBeProvablyLarge(task, cell) && count(cell) < ruleFor(task, cell).many),
  };
}
