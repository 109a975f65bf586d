/** Which rows of a tally make up a cell, by their lines: where to look when its count is not what it was. */

import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, leafSets } from '../program/codelist.ts';
import type { Slot } from './grid-store.ts';
import type { ReadMeasure } from './read-measure.ts';

/** Ascending. `codelists` are those of the measure's columns; of a stock the rows at the end of the period count. */
export function linesBehind(
  { slots }: Pick<ReadMeasure, 'slots'>,
  codes: readonly string[],
  codelists: readonly Codelist[],
  kind: 'flow' | 'stock',
): number[] {
  const found = slots.flatMap((slot) =>
    placesBehind(slot, codes, codelists, kind)
      .map((place) => valueAt(slot.lines, place))
      .filter((line) => line > 0),
  );
  return found.sort((one, other) => one - other);
}

/** The entries of a grid that make up a cell, whether or not the file has a row of them. */
export function placesBehind(
  { grid, lines }: Slot,
  codes: readonly string[],
  codelists: readonly Codelist[],
  kind: 'flow' | 'stock',
): number[] {
  const inside = grid.codes.map((list, dimension) => {
    const isLast = kind === 'stock' && dimension === 0;
    return list.map((code) => lies(code, valueAt(codes, dimension), valueAt(codelists, dimension), isLast));
  });
  return [...lines.keys()].filter((at) => isInside(at, inside));
}

/** Whether a code lies within another; `isLast`: whether it also holds the last part of it. */
function lies(code: string, whole: string, codelist: Codelist, isLast: boolean): boolean {
  const leaves = leafSets(codelist);
  const [part, all] = [leaves.get(code), leaves.get(whole)];
  if (part === undefined || all === undefined) return code === whole;
  const last = [...all].at(-1);
  return [...part].every((leaf) => all.has(leaf)) && (!isLast || (last !== undefined && part.has(last)));
}

/** The entry of a grid at a position; the last dimension moves fastest. */
function isInside(at: number, inside: readonly (readonly boolean[])[]): boolean {
  let rest = at;
  return inside.toReversed().every((list) => {
    const position = rest % list.length;
    rest = Math.floor(rest / list.length);
    return list[position] === true;
  });
}
