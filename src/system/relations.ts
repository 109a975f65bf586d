/**
 * The relations between measures that `program.json` declares, as sums over cells.
 *
 *   equal     applications approved  =  cards new + cards renewed          in every month
 *   stock     held at the end        =  held before + taken in             in every month (`lag: 1` is "before")
 *   at most   cards issued online    <= applications online                in every year
 */

import { entryOf, valueAt } from '../indexes/look-up.ts';
import { type Codelist, codesAtLevel, codesOfLevel, TOTAL } from '../program/codelist.ts';
import type { Declaration } from '../program/declaration.ts';
import type { Measure, Relation } from '../program/program.ts';
import type { Box } from './boxes.ts';
import { measureOf } from './shape.ts';

export interface RelationTerm {
  readonly measure: string;
  readonly codes: readonly string[];
  /** More than 0 on the left, less on the right; 2 where a cell stands there twice. */
  readonly coefficient: number;
}

/** The least that the terms of a relation may add up to, left side less right; the most is 0 in every case. */
export const LEAST_SUM: Readonly<Record<Relation['sense'], number>> = {
  equal: 0,
  'at-most': Number.NEGATIVE_INFINITY,
};

/** Whether it holds the other way round too: a new sense has to say. */
export const IS_EQUALITY: Readonly<Record<Relation['sense'], boolean>> = { equal: true, 'at-most': false };

/** `sum of terms = 0` or `<= 0` (`LEAST_SUM`). */
export interface RelationRow {
  readonly relation: Relation;
  /** The period, and a code for each dimension of `by`. */
  readonly at: readonly string[];
  readonly terms: readonly RelationTerm[];
  readonly sense: Relation['sense'];
}

/** One row for each period and combination of codes for which a relation is declared to hold. */
export function relationRows(
  { relations, measures }: Pick<Declaration, 'relations' | 'measures'>,
  codelists: readonly Codelist[],
): RelationRow[] {
  return relations.flatMap((relation) => {
    const periods = codesOfLevel(codelists, 'period', relation.period);
    return combinationsOf({ period: relation.period, ...relation.by }, codelists).flatMap((at) => {
      const terms = termsAt(relation, at, measures, periods);
      return terms === undefined || terms.length === 0
        ? []
        : [{ relation, at: [...at.values()], terms, sense: relation.sense }];
    });
  });
}

/** The cells of `measure` that a relation speaks of, as boxes; a fixed code brings the codes of its level. */
export function relationBoxes(relation: Relation, measure: Measure, codelists: readonly Codelist[]): Box[] {
  const terms = [...relation.left, ...relation.right].filter((term) => term.measure === measure.id);
  return terms.map(({ codes }) =>
    codelists.map((codelist) => {
      const { dimension } = codelist;
      if (dimension === 'period') return codesOfLevel(codelists, dimension, relation.period);
      const fixed = codelist.codes.find(({ code }) => code === codes[dimension]);
      const level = fixed?.level ?? relation.by[dimension];
      return level === undefined ? [TOTAL] : [...codesAtLevel(codelist, level), TOTAL];
    }),
  );
}

/** By dimension a code of its level: every combination. */
export function combinationsOf(
  levels: Readonly<Record<string, string>>,
  codelists: readonly Codelist[],
): ReadonlyMap<string, string>[] {
  return Object.entries(levels).reduce<ReadonlyMap<string, string>[]>(
    (found, [dimension, level]) =>
      found.flatMap((at) =>
        codesOfLevel(codelists, dimension, level).map((code) => new Map([...at, [dimension, code]])),
      ),
    [new Map()],
  );
}

/** Undefined where a lag reaches before the first period, unless nothing stood there: then that term is left out. */
export function termsAt(
  { left, right, opening }: Relation,
  at: ReadonlyMap<string, string>,
  measures: readonly Measure[],
  periods: readonly string[],
): RelationTerm[] | undefined {
  const now = periods.indexOf(entryOf(at, 'period'));
  const signed = [
    ...left.map((term) => ({ ...term, coefficient: 1 })),
    ...right.map((term) => ({ ...term, coefficient: -1 })),
  ];
  const known = signed.filter(({ lag }) => now >= (lag ?? 0));
  if (known.length < signed.length && opening === undefined) return undefined;
  const terms = known.map(({ measure, codes, lag, coefficient }) => {
    const others = measureOf({ measures }, measure).dimensions.map(
      (dimension) => codes[dimension] ?? at.get(dimension) ?? TOTAL,
    );
    return { measure, codes: [valueAt(periods, now - (lag ?? 0)), ...others], coefficient };
  });
  return addedUp(terms);
}

/** Each cell once: `couples + couples` is twice the couples. What stands on both sides alike is left out. */
export function addedUp(terms: readonly RelationTerm[]): RelationTerm[] {
  const alike = Map.groupBy(terms, ({ measure, codes }) => [measure, ...codes].join('|'));
  return [...alike.values()]
    .map((group) => ({
      ...valueAt(group, 0),
      coefficient: group.reduce((sum, { coefficient }) => sum + coefficient, 0),
    }))
    .filter(({ coefficient }) => coefficient !== 0);
}
