/**
 * Few worlds that show together what all of them show: again and again the one that shows most of what is still to be shown
 * (V. Chvatal 1979, doi 10.1287/moor.4.3.233), of equals the first. They are what takes up most of a certificate.
 */
import { valueAt } from '../indexes/look-up.ts';
import { type HeldWorld, heldCount } from '../solver/worlds.ts';

/** That a column holds `least` to `most` in some world. */
export interface Wanted {
  readonly column: number;
  readonly least: number;
  readonly most: number;
}

/** In the order of `worlds`. What none of them shows is left out. */
export function chooseWorlds(worlds: readonly HeldWorld[], wanted: readonly Wanted[]): HeldWorld[] {
  const shows = (world: HeldWorld, { column, least, most }: Wanted) => {
    const count = heldCount(world, column);
    return count >= least && count <= most;
  };
  const showing = wanted.map((want) => [...worlds.keys()].filter((at) => shows(valueAt(worlds, at), want)));
  const gains = worlds.map(() => 0);
  for (const at of showing.flat()) gains[at] = valueAt(gains, at) + 1;
  const chosen = new Set<number>();
  for (let left = new Set(showing.filter(({ length }) => length > 0)); left.size > 0; ) {
    const best = gains.indexOf(Math.max(...gains));
    chosen.add(best);
    const shown = [...left].filter((list) => list.includes(best));
    for (const list of shown) {
      left.delete(list);
      for (const at of list) gains[at] = valueAt(gains, at) - 1;
    }
  }
  return worlds.filter((_, at) => chosen.has(at));
}
