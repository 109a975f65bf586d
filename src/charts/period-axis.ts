/** Periods from left to right: their slots, and their labels. */

import type { Mark, Plan } from './marks.ts';
import type { ChartPoint } from './points.ts';
import { LINE_PX, textWidth } from './text.ts';

/** The width that periods share evenly, in the order given. */
export interface TimeFrame {
  readonly left: number;
  readonly right: number;
  readonly periods: readonly ChartPoint[];
}

/** As d3's `scaleBand` has it without padding; asked for with every mark, so that no scale is made for it. */
export function slotWidth({ left, right, periods }: TimeFrame): number {
  return (right - left) / Math.max(1, periods.length);
}

/** Where the slot of a position begins; that of the position after the last is the right edge. */
export function slotStart(time: TimeFrame, position: number): number {
  return time.left + position * slotWidth(time);
}

export function slotMiddle(time: TimeFrame, position: number): number {
  return slotStart(time, position + 0.5);
}

/** A label under the periods from `from` to `to`, positions both included, with the room that it takes. */
interface PeriodLabel {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly x: number;
  readonly half: number;
}

const IN_YEAR = /^(\d{4})-(?:\d{2}|Q\d)$/;

/** Labels under a line at `y`, each in the middle of its periods, with a stroke where a year begins. */
export function placePeriodAxis(time: TimeFrame, y: number): Plan {
  const marks = apart(periodLabels(time)).flatMap(({ from, to, text, x }): Mark[] => {
    const label: Mark = { kind: 'words', style: 'period', x, y: y + 17, anchor: 'middle', text };
    const edge = slotStart(time, from);
    return from === to
      ? [label]
      : [{ kind: 'line', style: 'axis', x1: edge, y1: y, x2: edge, y2: y + 6 }, label];
  });
  return { marks, heightPx: LINE_PX + 12 };
}

/** Years under months and quarters, otherwise each point's own label. */
function periodLabels(time: TimeFrame): PeriodLabel[] {
  const { periods, right } = time;
  const isWithinYears = periods.length > 2 && periods.every(({ x }) => IN_YEAR.test(x));
  const spans = isWithinYears
    ? yearSpans(periods)
    : periods.map(({ xLabel }, at) => ({ from: at, to: at, text: xLabel }));
  return spans.map((span) => {
    const half = textWidth(span.text) / 2;
    const middle = slotStart(time, (span.from + span.to + 1) / 2);
    return { ...span, x: Math.min(Math.max(middle, half), right - half), half };
  });
}

function yearSpans(periods: readonly ChartPoint[]) {
  const years = [...new Set(periods.map(({ x }) => x.slice(0, 4)))];
  return years.map((year) => {
    const within = periods.flatMap(({ x }, position) => (x.startsWith(year) ? [position] : []));
    return { from: within[0] ?? 0, to: within.at(-1) ?? 0, text: year };
  });
}

/** Labels that do not touch: the last always, and from there back whatever has room. */
function apart(labels: readonly PeriodLabel[]): PeriodLabel[] {
  const kept: PeriodLabel[] = [];
  for (const label of labels.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || next.x - label.x >= next.half + label.half + 6) kept.push(label);
  }
  return kept;
}

/** Whether every period has room for its own label. */
export function fitsLabels(time: TimeFrame): boolean {
  const labels = periodLabels(time);
  return apart(labels).length === labels.length;
}
