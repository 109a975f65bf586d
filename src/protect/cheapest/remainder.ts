/** What is left of a block when cells of it become known, one after another. Cells are named by their places in the block. */
import type { Constraint } from '../../indexes/constraint.ts';
import { valueAt } from '../../indexes/look-up.ts';
import type { Block } from '../../system/blocks.ts';

export interface Remainder {
  /** Makes a cell known. Gives the cells that then follow from one relation after another, itself first. */
  publish(place: number): readonly number[];
  /** Takes back the last `publish`, which gave these. */
  hide(places: readonly number[]): void;
  /** Whether the last `publish`, which gave these, left cells that are linked no longer. */
  isParted(places: readonly number[]): boolean;
}

/** No cell is known, and all are linked. */
export function openRemainder({ cells, rows }: Block): Remainder {
  const rowsOf: Constraint[][] = cells.map(() => []);
  for (const row of rows) for (const place of row.columns) valueAt(rowsOf, place).push(row);
  const isKnown = new Uint8Array(cells.length);
  const rowsAt = (place: number) => rowsOf[place] as readonly Constraint[];
  const openIn = ({ columns }: Constraint) => columns.filter((place) => isKnown[place] === 0);
  const around = (place: number) => rowsAt(place).flatMap(openIn);
  return {
    publish: (first) => {
      const known = new Set([first]);
      isKnown[first] = 1;
      for (const place of known)
        for (const row of rowsAt(place)) {
          const [next, ...others] = openIn(row);
          if (next === undefined || others.length > 0 || row.lower !== row.upper) continue;
          isKnown[next] = 1;
          known.add(next);
        }
      return [...known];
    },
    hide: (places) => {
      for (const place of places) isKnown[place] = 0;
    },
    isParted: (places) => {
      const edge = new Set(places.flatMap(around));
      const met = new Set([...edge].slice(0, 1));
      for (const place of met) {
        edge.delete(place);
        if (edge.size === 0) break;
        for (const other of around(place)) met.add(other);
      }
      return edge.size > 0;
    },
  };
}
