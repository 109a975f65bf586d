/** Periods from left to right: their slots, and their labels. */

import type { Mark, Plan } from '../marks.ts';
import type { ChartPoint } from '../points.ts';
import { LINE_PX, textWidth } from '../text.ts';

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
  readonly isShort: boolean;
  readonly x: number;
  readonly half: number;
}

const IN_YEAR = /^(\d{4})-(?:\d{2}|[QH]\d)$/;

/** A stroke where each year begins, and labels under a line at `y`, each in the middle of its periods. */
export function placePeriodAxis(time: TimeFrame, y: number): Plan {
  const labels = periodLabels(time);
  const strokes = (isWithinYears(time.periods) ? labels : []).map(({ from }): Mark => {
    const edge = slotStart(time, from);
    return { kind: 'line', style: 'axis', x1: edge, y1: y, x2: edge, y2: y + 6 };
  });
  const words = shownLabels(labels, time).map(({ text, x, isShort }): Mark => {
    const place = { x, y: y + 17, anchor: 'middle', text } as const;
    return isShort ? { kind: 'tick', ...place } : { kind: 'words', style: 'period', ...place };
  });
  return { marks: [...strokes, ...words], heightPx: LINE_PX + 12 };
}

/** Years under months and quarters, otherwise each point's own label. */
function periodLabels(time: TimeFrame): PeriodLabel[] {
  const { periods } = time;
  if (!isWithinYears(periods))
    return periods.map(({ xLabel }, at) => placeLabel(time, { from: at, to: at, text: xLabel }));
  return yearSpans(periods).map((span) => placeLabel(time, span));
}

function isWithinYears(periods: readonly ChartPoint[]): boolean {
  return periods.length > 2 && periods.every(({ x }) => IN_YEAR.test(x));
}

function placeLabel(
  time: TimeFrame,
  { from, to, text, isShort = false }: Pick<PeriodLabel, 'from' | 'to' | 'text'> & { isShort?: boolean },
): PeriodLabel {
  const half = textWidth(text) / 2;
  const middle = slotStart(time, (from + to + 1) / 2);
  return { from, to, text, isShort, half, x: Math.min(Math.max(middle, half), time.right - half) };
}

function yearSpans(periods: readonly ChartPoint[]) {
  const years = [...new Set(periods.map(({ x }) => x.slice(0, 4)))];
  return years.map((year) => {
    const within = periods.flatMap(({ x }, position) => (x.startsWith(year) ? [position] : []));
    return { from: within[0] ?? 0, to: within.at(-1) ?? 0, text: year };
  });
}

/** All of them, years as `’24` where they need to be; else every second, every third and so on, the last always. */
function shownLabels(labels: readonly PeriodLabel[], time: TimeFrame): readonly PeriodLabel[] {
  if (areApart(labels)) return labels;
  const short = labels.map((label) =>
    placeLabel(time, { ...label, text: `’${label.text.slice(-2)}`, isShort: true }),
  );
  if (isWithinYears(time.periods) && areApart(short)) return short;
  const every = (step: number) => labels.filter((_, at) => (labels.length - 1 - at) % step === 0);
  const steps = labels.map((_, at) => at + 1);
  return every(steps.find((step) => areApart(every(step))) ?? labels.length);
}

/** Two years closer than this read as one number. */
const GAP_PX = 8;

function areApart(labels: readonly PeriodLabel[]): boolean {
  return labels.every((label, at) => {
    const next = labels[at + 1];
    return next === undefined || next.x - label.x >= next.half + label.half + GAP_PX;
  });
}

/** Whether every period has room for its own label. */
export function fitsLabels(time: TimeFrame): boolean {
  return areApart(periodLabels(time));
}
