/**
 * Moves found so far, kept for questions to come. A move holds in every pattern in which all cells that it
 * changes are hidden, and nothing needs to be solved to see it.
 */
import type { Move } from './moves.ts';

export interface MovePool {
  add(move: Move): void;
  /** The moves that change only cells that are hidden. */
  holding(isHidden: (cell: number) => boolean): Move[];
}

/** Begins with the move that changes nothing: the true counts. */
export function openPool(): MovePool {
  const moves: Move[] = [new Map()];
  const changed: (readonly number[])[] = [[]];
  return {
    add: (move) => {
      moves.push(move);
      changed.push([...move.keys()]);
    },
    holding: (isHidden) => moves.filter((_, at) => changed[at]?.every(isHidden)),
  };
}
