/**
 * What a stacked column is made of, in units of its values.
 *
 *   all parts published      |aaaa|bb|c|
 *   a part hidden            |aaaa|b|///|      the rest up to the published total
 *   the total hidden too     |aaaa|b|//        as wide whatever was counted: how much more is not told
 */
import { stack } from 'd3';
import { colourOf } from '../key.ts';
import type { Says } from '../marks.ts';
import {
  type ChartFrame,
  type ChartPoint,
  type ChartSeries,
  type Gap,
  gapLabel,
  gapOf,
  isPartial,
  saysOf,
  shownValue,
} from '../points.ts';

/** `to` is null where the end is not told. */
export interface StackPart {
  readonly style:
    | { readonly kind: 'series'; readonly position: number }
    | { readonly kind: 'gap'; readonly gap: 'hidden' | 'missing' };
  readonly from: number;
  readonly to: number | null;
}

export interface StackColumn {
  /** The published total, or a point that says why there is none. */
  readonly total: ChartPoint;
  readonly parts: readonly StackPart[];
  /** Nothing can be counted here. */
  readonly isAbsent: boolean;
}

/** One column for each point of `totals`, with the parts that have the same code. */
export function stackColumns(series: readonly ChartSeries[], totals: ChartSeries): StackColumn[] {
  return totals.points.map((total) => {
    const points = series.map(({ points }) => points.find(({ x }) => x === total.x));
    const gaps = points.flatMap((point): Gap[] => {
      const gap = point === undefined ? null : gapOf(point);
      return gap === null ? [] : [gap];
    });
    const parts = publishedParts(points);
    const isAbsent =
      gaps.length === points.length && gaps.every((gap) => gap === 'absent') && shownValue(total) === null;
    return { total, parts: [...parts, ...restOf(parts.at(-1)?.to ?? 0, gaps, total)], isAbsent };
  });
}

/** By d3's stack of the one column: a part without a value has no height, and is left out. */
function publishedParts(points: readonly (ChartPoint | undefined)[]): StackPart[] {
  const values = points.map((point) => (point === undefined ? null : shownValue(point)));
  const layers = stack<unknown, readonly (number | null)[], number>()
    .keys(values.keys())
    .value((column, position) => column[position] ?? 0)([values]);
  return layers.flatMap((layer): StackPart[] => {
    const { key: position } = layer;
    const [ends] = layer;
    if (ends === undefined || values[position] === null) return [];
    return [{ style: { kind: 'series', position }, from: ends[0], to: ends[1] }];
  });
}

function restOf(from: number, gaps: readonly Gap[], total: ChartPoint): StackPart[] {
  const gap = gaps.find((one) => one === 'hidden') ?? gaps.find((one) => one === 'missing');
  if (gap !== 'hidden' && gap !== 'missing') return [];
  const whole = shownValue(total);
  return [{ style: { kind: 'gap', gap }, from, to: whole === null ? null : Math.max(whole, from) }];
}

/** The highest end that is told, at least 0. */
export function highestEnd(columns: readonly StackColumn[]): number {
  return Math.max(
    0,
    ...columns.flatMap(({ total, parts }) => [
      shownValue(total) ?? 0,
      ...parts.map(({ from, to }) => to ?? from),
    ]),
  );
}

/** How far a part reaches whose end is not told. */
export const UNTOLD_PX = 12;

/** Of a part of the column of `total`. A rest that ends at a published total has an edge there. */
export function partStyle({ style, to }: StackPart, total: ChartPoint): string {
  if (style.kind === 'series')
    return `bar part ${colourOf(style.position)}${isPartial(total) ? ' pale' : ''}`;
  return style.gap === 'hidden' && to !== null ? 'hidden closed' : style.gap;
}

export type PartSays = (part: StackPart, total: ChartPoint) => Says;

/** What a part counts, in words; of a rest only why it is not told. */
export function partSays(
  frame: ChartFrame,
  series: readonly ChartSeries[],
  { style }: StackPart,
  total: ChartPoint,
): Says {
  if (style.kind === 'gap') return [total.xLabel + frame.separators.colon + gapLabel(style.gap, frame)];
  const one = series[style.position];
  const point = one?.points.find(({ x }) => x === total.x);
  if (one === undefined || point === undefined) throw new Error('internal error: a part of no series');
  return saysOf(frame, [one.label], point);
}
