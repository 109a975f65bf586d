/**
 * What a reader of the explorer has chosen, and its form in the address: `#measure=cards-issued&per=year&by=channel`.
 * Whatever an address says, the choice is one for which the release has cells.
 */
import type { ApiCode, ApiDimension, ApiIndex, ApiMeasure, ApiSplit } from '../../model/api-file.ts';
import { periodAt } from './period-at.ts';

export interface Choice {
  readonly measure: ApiMeasure;
  readonly split: ApiSplit;
  /** Codes of periods, first and last, both included. */
  readonly from: string;
  readonly to: string;
  /** Codes of the dimension that it is split by; all of them unless some were chosen. Empty where it is not split. */
  readonly codes: readonly string[];
}

/** What a form or an address asks for; whatever does not fit is left out of the choice. */
export interface Wish {
  readonly measure?: string | undefined;
  readonly per?: string | undefined;
  /** `channel`, or with its level where that is another: `area:district`. Empty for none. */
  readonly by?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly codes?: readonly string[] | undefined;
}

/** The nearest choice to a wish; undefined where the release publishes nothing by period. */
export function chooseFrom(index: ApiIndex, wish: Wish): Choice | undefined {
  const usable = index.measures.filter(({ splits }) => splits.length > 0);
  const measure = usable.find((one) => one.measure === wish.measure) ?? usable[0];
  const split = measure && chooseSplit(measure, wish);
  if (measure === undefined || split === undefined) return undefined;
  const periods = codesAt(index, 'period', split.period).map(({ code }) => code);
  const from = periodAt(index, periods, wish.from, 'first') ?? periods[0] ?? '';
  const to = periodAt(index, periods, wish.to, 'last') ?? periods.at(-1) ?? '';
  const isInOrder = periods.indexOf(from) <= periods.indexOf(to);
  const all = splitCodes(index, split).map(({ code }) => code);
  const wanted = all.filter((code) => wish.codes?.includes(code));
  return {
    measure,
    split,
    from: isInOrder ? from : to,
    to: isInOrder ? to : from,
    codes: wanted.length > 0 ? wanted : all,
  };
}

/** Of the same period and dimension; else by the same dimension; else the first. */
function chooseSplit({ splits }: ApiMeasure, { per, by }: Wish): ApiSplit | undefined {
  const fits = (split: ApiSplit) => by === undefined || byOf(split) === by;
  return (
    splits.find((split) => split.period === per && fits(split)) ??
    (by === undefined ? undefined : splits.find(fits)) ??
    splits.find((split) => split.period === per) ??
    splits[0]
  );
}

/** How an address names the dimension of a split. */
export function byOf({ dimension, level }: ApiSplit): string {
  if (dimension === null) return '';
  return dimension === level ? dimension : `${dimension}:${level}`;
}

/** The choice after a change; a range that reaches the first or the last period goes on reaching it at another level. */
export function changeChoice(index: ApiIndex, choice: Choice, change: Wish): Choice | undefined {
  const periods = codesAt(index, 'period', choice.split.period);
  const reached = {
    from: choice.from === periods[0]?.code ? undefined : choice.from,
    to: choice.to === periods.at(-1)?.code ? undefined : choice.to,
  };
  return chooseFrom(index, { ...readWish(formatChoice(index, choice)), ...reached, ...change });
}

/** What changed although nobody asked for it, because the release does not publish what was asked for otherwise. */
export function switched(
  before: Choice,
  after: Choice,
  change: Wish,
): { readonly per: boolean; readonly by: boolean } {
  return {
    per: change.per === undefined && before.split.period !== after.split.period,
    by: change.by === undefined && byOf(before.split) !== byOf(after.split),
  };
}

export function readWish(query: string): Wish {
  const parameters = new URLSearchParams(query);
  const get = (name: string) => parameters.get(name) ?? undefined;
  return {
    measure: get('measure'),
    per: get('per'),
    by: get('by'),
    from: get('from'),
    to: get('to'),
    codes: get('codes')?.split(','),
  };
}

/** The whole choice: whoever opens the address sees the same. */
export function formatChoice(index: ApiIndex, { measure, split, from, to, codes }: Choice): string {
  const isPart = codes.length < splitCodes(index, split).length;
  const pairs = [
    ['measure', measure.measure],
    ['per', split.period],
    ['by', byOf(split)],
    ['from', from],
    ['to', to],
    ...(isPart ? [['codes', codes.join(',')]] : []),
  ];
  return new URLSearchParams(pairs.map(([name = '', value = '']) => [name, value]))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':');
}

export function codesAt(index: ApiIndex, dimension: string, level: string): readonly ApiCode[] {
  return dimensionOf(index, dimension)?.codes.filter((code) => code.level === level) ?? [];
}

export function splitCodes(index: ApiIndex, { dimension, level }: ApiSplit): readonly ApiCode[] {
  return dimension === null ? [] : codesAt(index, dimension, level ?? '');
}

export function dimensionOf(index: ApiIndex, dimension: string): ApiDimension | undefined {
  return index.dimensions.find((one) => one.dimension === dimension);
}
