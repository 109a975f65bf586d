/**
 * Worlds found so far, kept for questions to come: each as the cells that it moves away from the true world.
 * A world holds in every pattern in which none of these is known, and nothing needs to be solved to see it.
 */
import type { World } from '../solver/worlds.ts';

export interface WorldPool {
  /** The true world first. */
  readonly worlds: readonly World[];
  add(world: World): void;
  /** The worlds that move only cells that are hidden. */
  holding(isHidden: (cell: number) => boolean): World[];
}

export function openPool(truth: World): WorldPool {
  const worlds: World[] = [truth];
  const moved: (readonly number[])[] = [[]];
  return {
    worlds,
    add: (world) => {
      worlds.push(world);
      moved.push([...truth.keys()].filter((cell) => world[cell] !== truth[cell]));
    },
    holding: (isHidden) => worlds.filter((_, at) => moved[at]?.every(isHidden)),
  };
}
