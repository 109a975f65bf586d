/** Relations as vectors over the finest cells of their measures, so that it can be asked what follows from what. */

import { sparseAt, valueAt } from '../../indexes/look-up.ts';
import { codelistOf, TOTAL } from '../../program/codelist.ts';
import type { Relation } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import { combinationsOf } from '../../system/relations.ts';
import type { Compared } from './compare-level.ts';
import { type Choice, leavesOf } from './series.ts';
import type { Vector } from './span.ts';

/** A code by dimension. */
export type Codes = ReadonlyMap<string, string>;

/** Of a relation one vector for every combination of the codes by which it holds. */
export function openVectors(compared: Compared): (relation: Relation) => Vector[] {
  const cellsOf = openCells(compared);
  return (relation) =>
    combinationsOf(relation.by, compared.codelists).map((at) => {
      const sum = new Map<string, number>();
      const add = (cell: string, sign: number) => sum.set(cell, sparseAt(sum, cell) + sign);
      for (const cell of cellsOf(relation.left, at)) add(cell, 1);
      for (const cell of cellsOf(relation.right, at)) add(cell, -1);
      return new Map([...sum].filter(([, value]) => value !== 0));
    });
}

/** Of a side of a relation at some codes the finest cells. Those that are always 0 have no part in it. */
export function openCells(compared: Compared): (terms: Relation['left'], at: Codes) => string[] {
  const empty = emptyCells(compared);
  return (terms, at) =>
    terms.flatMap(({ measure, codes, lag }) =>
      cellsOf(compared, measure, new Map([...at, ...Object.entries(codes)]))
        .filter((cell) => !empty.has(cell))
        .map((cell) => (lag === undefined ? cell : `${cell} before`)),
    );
}

/** The finest cells of a choice; a dimension that is left out stands at its total. */
function cellsOf(
  { measures, codelists }: Compared,
  id: string,
  choices: ReadonlyMap<string, Choice>,
): string[] {
  const compared = measures.find(({ measure }) => measure.id === id);
  if (compared === undefined) throw new Error(`internal error: no measure "${id}"`);
  const leaves = compared.measure.dimensions.map((dimension) =>
    leavesOf(choices.get(dimension) ?? TOTAL, codelistOf(codelists, dimension)),
  );
  return product(leaves).map((codes) => `${id}|${codes.join('|')}`);
}

/** Cells of choices that count nobody in any period. */
function emptyCells(compared: Compared): ReadonlySet<string> {
  return new Set(
    compared.measures.flatMap(({ measure, series }) =>
      series.all
        .filter(({ values }) => values.every((value) => value === 0))
        .flatMap(({ choices }) => {
          const chosen = measure.dimensions.map(
            (dimension, at) => [dimension, valueAt(choices, at)] as const,
          );
          return cellsOf(compared, measure.id, new Map(chosen));
        }),
    ),
  );
}
