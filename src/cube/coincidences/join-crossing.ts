/**
 * Equalities that were found for each code of one dimension, and for each of another, and may hold for both together: then
 * they are proposed so, since two would be refused (program/crossing-relations.ts).
 *
 *   approved = cards, by area;   approved = cards, by channel;   no tally has both     ->    by area and channel
 */
import { TOTAL } from '../../program/codelist.ts';
import type { Crosses, Crossing } from '../../program/crossing-relations.ts';
import type { Relation } from '../../program/program.ts';
import { combinationsOf, IS_EQUALITY } from '../../system/relations.ts';
import type { Compared } from './compare-level.ts';

/** The relation together with the first of `others` that it crosses and may hold together with; undefined where there is none. */
export function joinedWith(
  relation: Relation,
  others: readonly Relation[],
  level: Compared,
  crosses: Crosses,
): { readonly other: Relation; readonly joined: Relation } | undefined {
  for (const other of others) {
    const crossing = IS_EQUALITY[other.sense] ? crosses(other, relation) : undefined;
    const joined = crossing && joint(crossing);
    if (joined !== undefined && !isBroken(joined, level)) return { other, joined };
  }
  return undefined;
}

/** By what either is told; undefined where codes or periods of one do not divide those of the other. */
function joint({ one, other, finer }: Crossing): Relation | undefined {
  if (one.period !== other.period || [...finer.values()].includes('neither')) return undefined;
  const by = [...finer].flatMap(([dimension, side]) => {
    const level = (side === 'one' ? one : other).by[dimension];
    return level === undefined ? [] : [[dimension, level] as const];
  });
  return { ...other, by: Object.fromEntries(by) };
}

/** Whether some row in which all is known says otherwise. */
function isBroken({ by, left, right }: Relation, { measures, codelists }: Compared): boolean {
  return combinationsOf(by, codelists).some((at) => {
    const [less, more] = [left, right].map((terms) => sumsOf(terms, at, measures)) as [number[], number[]];
    return less.some((sum, row) => Math.abs(sum - (more[row] ?? Number.NaN)) > 0);
  });
}

/** By period, as far as every term has counts; NaN where one is not known. */
function sumsOf(
  terms: Relation['left'],
  at: ReadonlyMap<string, string>,
  measures: Compared['measures'],
): number[] {
  const [first, ...others] = terms.map((term) => valuesOf(term, at, measures));
  return (first ?? []).map((value, row) =>
    others.reduce((sum, list) => sum + (list[row] ?? Number.NaN), value),
  );
}

/** Of a term its counts by period, moved on by its lag; none where nobody counted them. */
function valuesOf(
  { measure: id, codes, lag }: Relation['left'][number],
  at: ReadonlyMap<string, string>,
  measures: Compared['measures'],
): readonly number[] {
  const found = measures.find(({ measure }) => measure.id === id);
  if (found === undefined) throw new Error(`internal error: no measure "${id}"`);
  const choices = found.measure.dimensions.map((dimension) => codes[dimension] ?? at.get(dimension) ?? TOTAL);
  const values = found.series.find(choices, false)?.values ?? [];
  return lag === undefined ? values : [Number.NaN, ...values];
}
