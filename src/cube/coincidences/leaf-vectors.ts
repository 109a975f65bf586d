/** Relations as vectors over the finest cells of their measures, so that it can be asked what follows from what. */

import { sparseAt, valueAt } from '../../indexes/look-up.ts';
import { type Codelist, codesAtLevel, TOTAL } from '../../program/codelist.ts';
import type { Measure, Relation } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import type { Compared } from './compare-level.ts';
import { type Choice, leavesOf } from './series.ts';
import type { Vector } from './span.ts';

interface LeafVectors {
  /** One for every combination of the codes by which the relation holds. Cells that are always 0 have no part in it. */
  readonly ofRelation: (relation: Relation) => Vector[];
}

export function leafVectors(compared: Compared): LeafVectors {
  const empty = emptyCells(compared);
  const vectorAt = ({ left, right }: Relation, at: ReadonlyMap<string, string>): Vector => {
    const sum = new Map<string, number>();
    const add = (name: string, sign: number) => sum.set(name, sparseAt(sum, name) + sign);
    const namesOf = ({ measure, codes, lag }: Relation['left'][number]) =>
      cellsOf(compared, measure, new Map([...at, ...Object.entries(codes)]))
        .filter((cell) => !empty.has(cell))
        .map((cell) => (lag === undefined ? cell : `${cell} before`));
    for (const name of left.flatMap(namesOf)) add(name, 1);
    for (const name of right.flatMap(namesOf)) add(name, -1);
    return new Map([...sum].filter(([, value]) => value !== 0));
  };
  return {
    ofRelation: (relation) => {
      const levels = Object.entries(relation.by);
      const codes = product(
        levels.map(([dimension, level]) => codesAtLevel(listOf(compared, dimension), level)),
      );
      return codes.map((each) =>
        vectorAt(relation, new Map(levels.map(([dimension], at) => [dimension, valueAt(each, at)]))),
      );
    },
  };
}

export function listOf({ codelists }: Pick<Compared, 'codelists'>, dimension: string): Codelist {
  const list = codelists.find((each) => each.dimension === dimension);
  if (list === undefined) throw new Error(`internal error: no codelist "${dimension}"`);
  return list;
}

/** The finest cells of a choice; a dimension that is left out stands at its total. */
export function cellsOf(compared: Compared, id: string, choices: ReadonlyMap<string, Choice>): string[] {
  const leaves = measureOf(compared, id).dimensions.map((dimension) =>
    leavesOf(choices.get(dimension) ?? TOTAL, listOf(compared, dimension)),
  );
  return product(leaves).map((codes) => `${id}|${codes.join('|')}`);
}

function measureOf({ measures }: Compared, id: string): Measure {
  const found = measures.find(({ measure }) => measure.id === id);
  if (found === undefined) throw new Error(`internal error: no measure "${id}"`);
  return found.measure;
}

/** Cells of choices that count nobody in any period. */
export function emptyCells(compared: Compared): ReadonlySet<string> {
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
