/** Periods from left to right: their slots, their labels, and what happened in them. */

import type { Mark, Plan } from './marks.ts';
import type { ChartAnnotation, ChartPoint } from './points.ts';
import { LINE_PX, textWidth, wrapText } from './text.ts';

/** The width that periods share evenly, in the order given. */
export interface TimeFrame {
  readonly left: number;
  readonly right: number;
  readonly periods: readonly ChartPoint[];
}

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

/** Labels that do not touch: those of the longest spans first, then the latest. */
function apart(labels: readonly PeriodLabel[]): PeriodLabel[] {
  const kept: PeriodLabel[] = [];
  const ranked = labels.toReversed().sort((one, other) => other.to - other.from - (one.to - one.from));
  for (const label of ranked) {
    const isFree = kept.every(({ x, half }) => Math.abs(x - label.x) >= half + label.half + 6);
    if (isFree) kept.push(label);
  }
  return kept;
}

/** Whether every period has room for its own label. */
export function fitsLabels(time: TimeFrame): boolean {
  const labels = periodLabels(time);
  return apart(labels).length === labels.length;
}

export interface Annotations extends Plan {
  /** The lines from each label down to `bottom`; drawn first, below everything. */
  readonly leaders: (bottom: number) => Mark[];
}

/**
 * Labels of events above the panels, each on lines of its own, beside a line down to its period. On the left
 * half the first comes first, on the right half the last, so that few labels cross a line.
 */
export function placeAnnotations(
  annotations: readonly ChartAnnotation[],
  time: TimeFrame,
  top: number,
): Annotations {
  const marks: Mark[] = [];
  const starts: { x: number; y: number }[] = [];
  let y = top;
  for (const { at, isRightward, label } of inLanes(annotations, time)) {
    const lines = wrapText(label, (isRightward ? time.right - at : at) - 6);
    starts.push({ x: at, y: y + 2 });
    marks.push(
      ...lines.map((text, row): Mark => {
        const baseline = y + row * LINE_PX + 13;
        return {
          kind: 'words',
          style: 'annotation',
          x: isRightward ? at + 5 : at - 5,
          y: baseline,
          anchor: isRightward ? 'start' : 'end',
          text,
        };
      }),
    );
    y += lines.length * LINE_PX;
  }
  return {
    marks,
    heightPx: y - top + (starts.length > 0 ? 4 : 0),
    leaders: (bottom) =>
      starts.map(
        (start): Mark => ({
          kind: 'line',
          style: 'leader',
          x1: start.x,
          y1: start.y,
          x2: start.x,
          y2: bottom,
        }),
      ),
  };
}

function inLanes(annotations: readonly ChartAnnotation[], time: TimeFrame) {
  const placed = annotations.flatMap(({ x, label }) => {
    const position = time.periods.findIndex((period) => period.x === x);
    const at = slotMiddle(time, position);
    return position < 0 ? [] : [{ at, isRightward: time.right - at >= at, label }];
  });
  const sorted = placed.toSorted((one, other) => one.at - other.at);
  return [
    ...sorted.filter(({ isRightward }) => isRightward),
    ...sorted.filter(({ isRightward }) => !isRightward).reverse(),
  ];
}
