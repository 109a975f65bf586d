/** Pairs of series that are equal wherever both are known, most telling first. */

import { valueAt } from '../../indexes/look-up.ts';
import { type Codelist, codelistOf, codesOfLevel, TOTAL } from '../../program/codelist.ts';
import type { Measure } from '../../program/program.ts';
import { product } from '../../system/boxes.ts';
import type { Choice, Series, SeriesOf } from './series.ts';

export interface Compared {
  readonly measures: readonly { readonly measure: Measure; readonly series: SeriesOf }[];
  readonly codelists: readonly Codelist[];
}

/** `left` equals `right`, for each code of the dimensions in `by` at that level, where there are any. */
export interface Found {
  readonly left: Series;
  readonly right: Series;
  readonly by: ReadonlyMap<string, string>;
  readonly rows: number;
}

/** Of two measures, or two of one. */
export type Pair = readonly [Series, Series];

/** Bits beyond those of the pairs that were compared. */
export const MARGIN = 7;

export function compareLevel({ measures, codelists }: Compared): Found[] {
  const found = measures.flatMap((one, at) =>
    measures.slice(at).flatMap((other) => equalPairs(one, other, codelists)),
  );
  return found.sort((one, other) => rankOf(one) - rankOf(other));
}

export type Side = Compared['measures'][number];

function equalPairs(one: Side, other: Side, codelists: readonly Codelist[]): Found[] {
  const isSame = one === other;
  const needed = Math.log2(one.series.all.length) + Math.log2(other.series.all.length) + MARGIN;
  return joinEqual(one.series.all, other.series.all).flatMap(([left, right]) => {
    if (isSame && (left === right || left.isChange || right.isChange || left.summed || right.summed))
      return [];
    const pair = widen(one, other, left, right, codelists);
    return pair.bits >= needed ? [pair.found] : [];
  });
}

/** Pairs of series with the same counts in all periods for which both are known, and some count that is not 0. */
function joinEqual(ones: readonly Series[], others: readonly Series[]): Pair[] {
  const right = [...groupByKnown(others)];
  return [...groupByKnown(ones)].flatMap(([mask, left]) =>
    right.flatMap(([otherMask, candidates]) => {
      const common = [...mask].flatMap((known, at) => (known === '1' && otherMask[at] === '1' ? [at] : []));
      return joinAt(common, left, candidates);
    }),
  );
}

function joinAt(periods: readonly number[], ones: readonly Series[], others: readonly Series[]): Pair[] {
  const keyOf = ({ values }: Series) => periods.map((at) => values[at]).join(' ');
  const byKey = Map.groupBy(others, keyOf);
  return ones
    .filter(({ values }) => periods.some((at) => valueAt(values, at) !== 0))
    .flatMap((one) => (byKey.get(keyOf(one)) ?? []).map((other): Pair => [one, other]));
}

function groupByKnown(series: readonly Series[]): Map<string, Series[]> {
  return Map.groupBy(series, ({ values }) =>
    values.map((value) => (Number.isNaN(value) ? '0' : '1')).join(''),
  );
}

/** The pair for every code of the dimensions that both sides hold at one code, where it holds for each of them. */
function widen(one: Side, other: Side, left: Series, right: Series, codelists: readonly Codelist[]) {
  const shared = one.measure.dimensions.filter((dimension) => {
    const code = choiceOf(left, dimension);
    return typeof code === 'string' && code !== TOTAL && choiceOf(right, dimension) === code;
  });
  for (const dimensions of [shared, ...shared.map((dimension) => [dimension])]) {
    const by = levelsOf(left, dimensions, codelists);
    const pairs = pairsAt(one, other, [left, right], by, codelists);
    if (by.size > 0 && pairs?.every(isEqual)) return evidence(left, right, by, pairs);
  }
  return evidence(left, right, new Map(), [[left, right]]);
}

function evidence(left: Series, right: Series, by: ReadonlyMap<string, string>, pairs: readonly Pair[]) {
  const counts = pairs.flatMap(([one, other]) =>
    one.values.filter((value, at) => value > 0 && value === other.values[at]),
  );
  const bits = counts.reduce((sum, count) => sum + Math.log2(4 * Math.PI * count) / 2, 0);
  return { found: { left, right, by, rows: counts.length } satisfies Found, bits };
}

function choiceOf({ measure, choices }: Series, dimension: string): Choice | undefined {
  return choices[measure.dimensions.indexOf(dimension)];
}

function levelsOf(
  series: Series,
  dimensions: readonly string[],
  codelists: readonly Codelist[],
): Map<string, string> {
  return new Map(
    dimensions.map((dimension) => {
      const { codes } = codelistOf(codelists, dimension);
      const level = codes.find(({ code }) => code === choiceOf(series, dimension))?.level;
      if (level === undefined) throw new Error(`internal error: no code of "${dimension}"`);
      return [dimension, level];
    }),
  );
}

/** The pair at every combination of the codes of `by`, each of a dimension at its level; undefined where a series was not made. */
export function pairsAt(
  one: Side,
  other: Side,
  pair: Pair,
  by: ReadonlyMap<string, string>,
  codelists: readonly Codelist[],
): Pair[] | undefined {
  const dimensions = [...by.keys()];
  const all = product([...by].map(([dimension, level]) => codesOfLevel(codelists, dimension, level)));
  const pairs = all.map((codes) =>
    [one, other].map(({ measure, series }, side) => {
      const choices = dimensions.reduce(
        (known, dimension, at) => known.with(measure.dimensions.indexOf(dimension), valueAt(codes, at)),
        [...valueAt(pair, side).choices],
      );
      return series.find(choices, valueAt(pair, side).isChange);
    }),
  );
  return pairs.some((each) => each.includes(undefined)) ? undefined : (pairs as unknown as Pair[]);
}

/** The rows in which both are known. */
export function knownRows([one, other]: Pair): (readonly [number, number])[] {
  return one.values
    .map((value, at) => [value, valueAt(other.values, at)] as const)
    .filter((row) => !row.some(Number.isNaN));
}

/** The second is known to be more than nothing somewhere, or both are known throughout. */
export function tells(pair: Pair): boolean {
  const rows = knownRows(pair);
  return rows.length === pair[0].values.length || rows.some(([, more]) => more > 0);
}

/** Equal wherever both are known. */
function isEqual(pair: Pair): boolean {
  return tells(pair) && knownRows(pair).every(([value, beside]) => value === beside);
}

/** By all codes before by one, few codes before many, single ones before sums, levels before changes. */
function rankOf({ left, right, by }: Found): number {
  const sums = Number(left.summed) + Number(right.summed);
  return sums * 100 + left.fixed + right.fixed - 4 * by.size + Number(left.isChange || right.isChange);
}
