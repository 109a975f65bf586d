/** Pairs of series that are equal wherever both are known, most telling first. */

import { valueAt } from '../../indexes/look-up.ts';
import type { Codelist } from '../../program/codelist.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { Measure } from '../../program/program.ts';
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

/** Bits beyond those of the pairs that were compared. */
export const MARGIN = 7;

export function compareLevel({ measures, codelists }: Compared): Found[] {
  const found = measures.flatMap((one, at) =>
    measures.slice(at).flatMap((other) => equalPairs(one, other, codelists)),
  );
  return found.sort((one, other) => rankOf(one) - rankOf(other));
}

type Side = Compared['measures'][number];

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
    const pairs = pairsBy(one, other, left, right, dimensions, codelists);
    if (dimensions.length > 0 && pairs?.every(isEqual))
      return evidence(left, right, levelsOf(left, dimensions, codelists), pairs);
  }
  return evidence(left, right, new Map(), [[left, right]]);
}

type Pair = readonly [Series, Series];

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
      const codes = codelists.find((list) => list.dimension === dimension)?.codes ?? [];
      const level = codes.find(({ code }) => code === choiceOf(series, dimension))?.level;
      if (level === undefined) throw new Error(`internal error: no code of "${dimension}"`);
      return [dimension, level];
    }),
  );
}

/** The pairs at every code of these dimensions; undefined where one of them was not made. */
function pairsBy(
  one: Side,
  other: Side,
  left: Series,
  right: Series,
  dimensions: readonly string[],
  codelists: readonly Codelist[],
): Pair[] | undefined {
  const levels = levelsOf(left, dimensions, codelists);
  let pairs: Pair[] = [[left, right]];
  for (const [dimension, level] of levels) {
    const codes = codelists
      .find((list) => list.dimension === dimension)
      ?.codes.filter((code) => code.level === level);
    const next = pairs.flatMap((pair) =>
      (codes ?? []).map(({ code }) =>
        [one, other].map(({ measure, series }, at) => {
          const from = pair[at] as Series;
          return series.find(from.choices.with(measure.dimensions.indexOf(dimension), code), from.isChange);
        }),
      ),
    );
    if (next.some((pair) => pair.includes(undefined))) return undefined;
    pairs = next as unknown as Pair[];
  }
  return pairs;
}

/** Equal wherever both are known; and more than nothing somewhere, unless both are known to be nothing throughout. */
function isEqual([one, other]: Pair): boolean {
  const rows = one.values.map((value, at) => [value, other.values[at] ?? Number.NaN] as const);
  const known = rows.filter((row) => !row.some(Number.isNaN));
  const tells = known.length === rows.length || known.some(([value]) => value > 0);
  return tells && known.every(([value, beside]) => value === beside);
}

/** By all codes before by one, few codes before many, single ones before sums, levels before changes. */
function rankOf({ left, right, by }: Found): number {
  const sums = Number(left.summed) + Number(right.summed);
  return sums * 100 + left.fixed + right.fixed - 4 * by.size + Number(left.isChange || right.isChange);
}
