/**
 * Whether it follows from relations that one sum is never more than another: from one after another, at each code by itself.
 *
 *   cards (new) <= cards (new or renewed) = applications (approved) <= applications
 */

import { valueAt } from '../../indexes/look-up.ts';
import { codesAtLevel, TOTAL } from '../../program/codelist.ts';
import type { Relation } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import type { Compared } from './compare-level.ts';
import { cellsOf, emptyCells, listOf } from './leaf-vectors.ts';

/** The finest cells that are added up; those that are always 0 have no part in it. */
type Sum = ReadonlySet<string>;

interface Step {
  readonly less: Sum;
  readonly more: Sum;
}

type Codes = ReadonlyMap<string, string>;

/** Whether `relation`, of the kind "at most", follows from others, whatever their periods. */
export function openKnownSizes(
  compared: Compared,
): (relation: Relation, known: readonly Relation[]) => boolean {
  const empty = emptyCells(compared);
  const sumOf = (terms: Relation['left'], at: Codes): Sum =>
    new Set(
      terms
        .flatMap(({ measure, codes }) =>
          cellsOf(compared, measure, new Map([...at, ...Object.entries(codes)])),
        )
        .filter((cell) => !empty.has(cell)),
    );
  const stepsAt = ({ left, right, sense, by }: Relation, at: Codes): Step[] => {
    const own = new Map(Object.keys(by).map((dimension) => [dimension, at.get(dimension) ?? TOTAL] as const));
    const [less, more] = [sumOf(left, own), sumOf(right, own)];
    const there = { less, more };
    return sense === 'equal' ? [there, { less: more, more: less }] : [there];
  };
  return (relation, known) => {
    const usable = known.filter(({ left, right }) =>
      [...left, ...right].every(({ lag }) => lag === undefined),
    );
    return codesOf(relation, compared).every((at) => {
      const [asked] = stepsAt(relation, at);
      if (asked === undefined) throw new Error('internal error: a relation that says nothing');
      return reaches(
        asked,
        usable.flatMap((each) => stepsAt(each, at)),
      );
    });
  };
}

/** The codes for which a relation holds, each combination by itself. */
function codesOf({ by }: Relation, compared: Compared): Codes[] {
  const dimensions = Object.keys(by);
  const lists = Object.entries(by).map(([dimension, level]) =>
    codesAtLevel(listOf(compared, dimension), level),
  );
  return product(lists).map((codes) => new Map(dimensions.map((each, at) => [each, valueAt(codes, at)])));
}

function reaches({ less, more }: Step, steps: readonly Step[]): boolean {
  const reached = new Set([less]);
  for (const sum of reached) for (const step of steps) if (isPartOf(sum, step.less)) reached.add(step.more);
  return [...reached].some((sum) => isPartOf(sum, more));
}

function isPartOf(part: Sum, all: Sum): boolean {
  return part.size <= all.size && [...part].every((cell) => all.has(cell));
}
