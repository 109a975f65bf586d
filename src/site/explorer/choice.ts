/**
 * What a reader of the explorer has chosen: a measure, periods, up to two breakdowns, and filters. Whatever was asked for, the
 * choice is one for which the release has cells.
 */
import type { ApiCode, ApiDimension, ApiIndex, ApiMeasure, ApiSplit } from '../../formats/site/api-file.ts';
import { periodAt } from './period-at.ts';

/** A dimension at one of its levels. */
export interface Part {
  readonly dimension: string;
  readonly level: string;
}

/** A breakdown: a row or a column for each code; all codes of the level unless some were chosen. */
export interface Cut extends Part {
  readonly codes: readonly string[];
}

/** Only what has this code is counted. */
interface Filter extends Part {
  readonly code: string;
}

export interface Choice {
  readonly measure: ApiMeasure;
  /** The level of the periods. */
  readonly per: string;
  /** Codes of periods, first and last, both included. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly Cut[];
  readonly only: readonly Filter[];
  /** The first and last period as the reader chose them, at whatever level; undefined where they are the first and last that there are. */
  readonly asked: Pick<Wish, 'from' | 'to'>;
}

/** What a form or an address asks for; whatever does not fit is left out of the choice. */
export interface Wish {
  readonly measure?: string | undefined;
  readonly per?: string | undefined;
  /** `channel`, or with its level where that is another: `area:district`. */
  readonly by?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** By dimension: the codes to show of a breakdown; of another dimension, the one that is counted. */
  readonly only?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The nearest choice to a wish; undefined where the release publishes nothing by period. */
export function chooseFrom(index: ApiIndex, wish: Wish): Choice | undefined {
  const usable = index.measures.filter(({ splits }) => splits.length > 0);
  const measure = usable.find((one) => one.measure === wish.measure) ?? usable[0];
  if (measure === undefined) return undefined;
  const cuts = (wish.by ?? []).flatMap((name) => partNamed(index, name) ?? []);
  const filters = filtersIn(index, measure, wish, cuts);
  const { split, by, only } = chooseSplit(measure, wish.per, cuts, filters);
  const periods = codesAt(index, 'period', split.period).map(({ code }) => code);
  const from = periodAt(index, periods, wish.from, 'first') ?? periods[0] ?? '';
  const to = periodAt(index, periods, wish.to, 'last') ?? periods.at(-1) ?? '';
  const isInOrder = periods.indexOf(from) <= periods.indexOf(to);
  const first = wish.from === periods[0] ? undefined : wish.from;
  const last = wish.to === periods.at(-1) ? undefined : wish.to;
  return {
    measure,
    per: split.period,
    from: isInOrder ? from : to,
    to: isInOrder ? to : from,
    by: by.map((cut) => ({ ...cut, codes: shownCodes(index, cut, wish.only?.[cut.dimension]) })),
    only,
    asked: isInOrder ? { from: first, to: last } : { from: last, to: first },
  };
}

/** How an address names a dimension at a level. */
export function nameOf({ dimension, level }: Part): string {
  return dimension === level ? dimension : `${dimension}:${level}`;
}

/** Only a level that has codes. */
export function partNamed(index: ApiIndex, name: string): Part | undefined {
  const [dimension = '', level = dimension] = name.split(':');
  return codesAt(index, dimension, level).length > 0 ? { dimension, level } : undefined;
}

/** In the order of the measure's columns, each with the first of its codes that there is. */
export function filtersIn(
  index: ApiIndex,
  { columns }: ApiMeasure,
  { only = {} }: Wish,
  cuts: readonly Part[],
): Filter[] {
  return columns.flatMap((dimension): Filter[] => {
    if (cuts.some((cut) => cut.dimension === dimension)) return [];
    const found = dimensionOf(index, dimension)?.codes.find(({ code }) => only[dimension]?.includes(code));
    return found === undefined ? [] : [{ dimension, level: found.level, code: found.code }];
  });
}

/** By all that was asked for, at the same periods or at others; else without the last filter, then without the last breakdown. */
function chooseSplit(
  measure: ApiMeasure,
  per: string | undefined,
  by: readonly Part[],
  only: readonly Filter[],
) {
  for (const [at, fewer] of fewerAndFewer([...by, ...only]).entries()) {
    const fits = measure.splits.filter((split) => isSplitBy(split, fewer));
    const split = fits.find(({ period }) => period === per) ?? fits[0];
    if (split === undefined) continue;
    const left = Math.max(0, only.length - at);
    return { split, by: by.slice(0, fewer.length - left), only: only.slice(0, left) };
  }
  const [split] = measure.splits;
  if (split === undefined) throw new Error('internal error: a measure without splits');
  const all = Object.entries(split.levels).map(([dimension, level]) => ({ dimension, level }));
  return { split, by: all, only: [] };
}

/** All of them, then all but the last, and so on to none. */
function fewerAndFewer<T>(items: readonly T[]): T[][] {
  return [...items, undefined].map((_, at) => items.slice(0, items.length - at));
}

/** Whether it is by these dimensions and no others. */
export function isSplitBy({ levels }: ApiSplit, parts: readonly Part[]): boolean {
  const isIn = ({ dimension, level }: Part) => levels[dimension] === level;
  return Object.keys(levels).length === parts.length && parts.every(isIn);
}

function shownCodes(index: ApiIndex, cut: Part, wanted: readonly string[] = []): string[] {
  const all = codesOf(index, cut).map(({ code }) => code);
  const some = all.filter((code) => wanted.includes(code));
  return some.length > 0 ? some : all;
}

export function codesOf(index: ApiIndex, { dimension, level }: Part): readonly ApiCode[] {
  return codesAt(index, dimension, level);
}

export function codesAt(index: ApiIndex, dimension: string, level: string): readonly ApiCode[] {
  return dimensionOf(index, dimension)?.codes.filter((code) => code.level === level) ?? [];
}

export function dimensionOf(index: ApiIndex, dimension: string): ApiDimension | undefined {
  return index.dimensions.find((one) => one.dimension === dimension);
}
