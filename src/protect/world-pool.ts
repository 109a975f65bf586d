/**
 * Worlds found so far, kept for questions to come. A world is remembered by the cells in which it was asked
 * for; all others stand at their true counts. Whether it still holds once other cells are withheld or
 * published is a matter of addition, not of solving.
 */
import type { Block } from '../model/blocks.ts';
import { type LinearModel, satisfies } from '../solver/linear-model.ts';
import type { World } from '../solver/worlds.ts';

export interface WorldPool {
  add(block: Block, world: World): void;
  /** The worlds, the true one among them, that hold in a block; a number per cell of the block. */
  inBlock(block: Block, model: LinearModel): World[];
}

/** `counts` are the true counts by cell of the system, undefined where the office gave none. */
export function openPool(counts: readonly (number | undefined)[]): WorldPool {
  const moved: ReadonlyMap<number, number>[] = [new Map()];
  return {
    add: (block, world) => {
      moved.push(new Map(block.cells.map((cell, column) => [cell, world[column] ?? 0])));
    },
    inBlock: (block, model) =>
      moved
        .map((world) => block.cells.map((cell) => world.get(cell) ?? counts[cell] ?? Number.NaN))
        .filter((world) => satisfies(model, [], world)),
  };
}
