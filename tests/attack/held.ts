// Worlds as searches keep them, and written out.
import { type HeldWorld, holdWorld, type World, wholeWorld } from '../../src/solver/worlds.ts';

export function held(worlds: readonly World[]): HeldWorld[] {
  return worlds.map((world) => holdWorld(worlds[0] ?? world, world));
}

export function whole(worlds: readonly HeldWorld[]): World[] {
  return worlds.map(wholeWorld);
}
