/**
 * Whether it follows from relations that one sum is never more than another: from one after another, at each code by itself.
 *
 *   cards (new) <= cards (new or renewed) = applications (approved) <= applications
 *   cards + records before <= applications + records before = records
 */

import { TOTAL } from '../../program/codelist.ts';
import type { Relation } from '../../program/program.ts';
import { combinationsOf, IS_EQUALITY } from '../../system/relations.ts';
import type { Compared } from './compare-level.ts';
import { type Codes, openCells } from './leaf-vectors.ts';

/** The finest cells that are added up; those that are always 0 have no part in it. */
type Sum = ReadonlySet<string>;

interface Step {
  readonly less: Sum;
  readonly more: Sum;
}

/** Whether `relation`, of the kind "at most", follows from others, whatever their periods. */
export function openKnownSizes(
  compared: Compared,
): (relation: Relation, known: readonly Relation[]) => boolean {
  const cellsOf = openCells(compared);
  const stepsAt = ({ left, right, sense, by }: Relation, at: Codes): Step[] => {
    const own = new Map(Object.keys(by).map((dimension) => [dimension, at.get(dimension) ?? TOTAL] as const));
    const [less, more] = [left, right].map((side): Sum => new Set(cellsOf(side, own))) as [Sum, Sum];
    const there = { less, more };
    return IS_EQUALITY[sense] ? [there, { less: more, more: less }] : [there];
  };
  return (relation, known) =>
    codesOf(relation, compared).every((at) => {
      const [asked] = stepsAt(relation, at);
      if (asked === undefined) throw new Error('internal error: a relation that says nothing');
      return reaches(
        asked,
        known.flatMap((each) => stepsAt(each, at)),
      );
    });
}

/** The codes for which a relation holds, each combination by itself, with those that all of its terms stand at. */
function codesOf(relation: Relation, compared: Compared): Codes[] {
  const [first, ...others] = [...relation.left, ...relation.right].map(({ codes }) => codes);
  const common = Object.entries(first ?? {}).filter(([dimension, code]) =>
    others.every((codes) => codes[dimension] === code),
  );
  return combinationsOf(relation.by, compared.codelists).map((at) => new Map([...common, ...at]));
}

/** More sums than this are not tried: what does not follow from these is asked about. */
const MOST_SUMS = 1000;

function reaches({ less, more }: Step, steps: readonly Step[]): boolean {
  const reached = new Map([[nameOf(less), less]]);
  for (const sum of reached.values()) {
    if (isPartOf(sum, more)) return true;
    for (const step of reached.size < MOST_SUMS ? steps : []) {
      const next = replaced(sum, step);
      if (next !== undefined) reached.set(nameOf(next), next);
    }
  }
  return false;
}

/** The sum with what of it is in `less` replaced by `more`; undefined where nothing is, or where a cell would be counted twice. */
function replaced(sum: Sum, { less, more }: Step): Sum | undefined {
  const others = [...sum].filter((cell) => !less.has(cell));
  if (others.length === sum.size || others.some((cell) => more.has(cell))) return undefined;
  return new Set([...others, ...more]);
}

function nameOf(sum: Sum): string {
  return [...sum].sort().join('\n');
}

function isPartOf(part: Sum, all: Sum): boolean {
  return part.size <= all.size && [...part].every((cell) => all.has(cell));
}
