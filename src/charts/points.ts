/**
 * What a chart is given: published values with their figures, in words that are ready to print.
 *
 * A point without a published value is drawn as such (docs/formats.md): nothing here or below looks at
 * `value` where the status says that there is none.
 */

import type { Figure } from '../figures/figure.ts';
import { hasNoCount, type Status } from '../program/cell.ts';
import type { Plan, Says, Size } from './marks.ts';

export interface ChartPoint {
  /** Code: `2025-04`, `2025-Q2`, `2025`, an area, a channel. Unique in its series. */
  readonly x: string;
  /** As readers see it: `April 2025`, `Harbor`. */
  readonly xLabel: string;
  readonly value: number | null;
  /** The value as printed; null exactly where `value` is. */
  readonly figure: Figure | null;
  readonly status: Status;
  readonly note: string;
  /** Its count is of a part of its period, as where a source lacks a month. */
  readonly isPart?: boolean;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** A flow is drawn as columns, a stock as a line over an area. */
  readonly kind: 'flow' | 'stock';
  readonly points: readonly ChartPoint[];
  /** For its colour: its place among all that could stand here, where only some do. */
  readonly place?: number;
}

/** One row of `drawPairs`: a channel, whom it served and what the city keeps of them. */
export interface ChartPair {
  readonly label: string;
  readonly served: ChartPoint;
  readonly kept: ChartPoint;
}

export interface ChartAnnotation {
  /** The code of the point that it stands at. */
  readonly x: string;
  /** The code of the last point, where it lasted: the periods between are shaded. */
  readonly to?: string;
  readonly label: string;
}

/** What stands between words in the language of a picture, with the blanks that belong to it. */
export interface Separators {
  readonly comma: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
}

export interface ChartFrame {
  /** Unique on its page; ids inside the picture begin with it. */
  readonly id: string;
  /** What the picture shows, spoken; not drawn. */
  readonly title: string;
  /** What a reader sees in it, spoken; not drawn. The parts that are hidden or missing are added to it. */
  readonly summary: string;
  /** What one unit is: `Cards issued per month`. Drawn above the scale. */
  readonly unit: string;
  /** The highest value of all pictures that stand side by side and are to be compared: they have one scale. */
  readonly most?: number;
  readonly language: string;
  /** A picture for readers from right to left is the mirror of the other. */
  readonly direction: 'ltr' | 'rtl';
  readonly separators: Separators;
  /** Text to print in the picture of an invented program. */
  readonly invented: string | null;
  readonly hiddenLabel: string;
  readonly notAvailableLabel: string;
  readonly notApplicableLabel: string;
  /** Of a period that is not over: `Part of a year`. */
  readonly partialLabel: string;
}

/** A chart, ready to print: `Picture.tsx` makes elements of it. */
export interface Drawing {
  /** Unique on its page; ids inside the picture begin with it. */
  readonly id: string;
  readonly language: string;
  /** Spoken, as the description is. */
  readonly title: string;
  readonly description: string;
  /** One for phones and one for wider columns. */
  readonly plans: readonly SizedPlan[];
}

export interface SizedPlan extends Plan {
  readonly size: Size;
}

/** How a point without a published value is told apart. */
export type Gap = 'hidden' | 'missing' | 'absent';

/** Whether it is a part of a year that stands among whole ones: `2024-01..2024-06`, or a year of which a part is counted. */
export function isPartial({ x, isPart }: ChartPoint): boolean {
  return isPart === true || x.includes('..');
}

/** The published value, or null: a number beside a status that has none is never looked at. */
export function shownValue({ status, value }: ChartPoint): number | null {
  return hasNoCount(status) ? null : value;
}

/** The figure of a published value, or null. */
export function shownFigure(point: ChartPoint): Figure | null {
  return shownValue(point) === null ? null : point.figure;
}

/** Why a point has no value; null where it has one. */
export function gapOf(point: ChartPoint): Gap | null {
  if (shownValue(point) !== null) return null;
  if (point.status === 'c') return 'hidden';
  return point.status === 'z' ? 'absent' : 'missing';
}

export function gapLabel(gap: Gap, frame: ChartFrame): string {
  switch (gap) {
    case 'hidden':
      return frame.hiddenLabel;
    case 'missing':
      return frame.notAvailableLabel;
    case 'absent':
      return frame.notApplicableLabel;
  }
}

/** `Cards issued, Online, April 2024: 920`, or why there is no figure. `names` say what the point belongs to. */
export function saysOf(frame: ChartFrame, names: readonly string[], point: ChartPoint): Says {
  const { comma, colon } = frame.separators;
  const value = shownFigure(point) ?? gapLabel(gapOf(point) ?? 'missing', frame);
  return [[frame.unit, ...names, point.xLabel].filter((name) => name !== '').join(comma) + colon, value];
}

/** Neighbours that lack a value for the same reason; `from` and `to` are positions, both included. */
export interface GapRun {
  readonly gap: Gap;
  readonly from: number;
  readonly to: number;
}

export function gapRuns(points: readonly ChartPoint[]): GapRun[] {
  const gaps = points.map(gapOf);
  return gaps.flatMap((gap, from) => {
    if (gap === null || gaps[from - 1] === gap) return [];
    const next = gaps.findIndex((other, position) => position > from && other !== gap);
    return [{ gap, from, to: next < 0 ? gaps.length - 1 : next - 1 }];
  });
}

/** Something hidden, missing or not applicable, and where: `Online, April 2024`. */
export interface SpokenGap {
  readonly gap: Gap;
  readonly where: string;
}

/** The gaps of a series in words, neighbours taken together. */
export function spokenRuns({ label, points }: ChartSeries, { comma }: Separators): SpokenGap[] {
  return gapRuns(points).map(({ gap, ...run }) => ({ gap, where: label + comma + nameRun(points, run) }));
}

/** `April 2024 – June 2024`. */
export function nameRun(points: readonly ChartPoint[], { from, to }: Omit<GapRun, 'gap'>): string {
  return [...new Set([points[from]?.xLabel, points[to]?.xLabel])].join(' \u2013 ');
}
