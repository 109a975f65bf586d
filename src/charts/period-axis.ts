/** Periods from left to right: their slots, their labels, and what happened in them. */
import type { Plan } from './drawing.ts';
import type { ChartAnnotation, ChartPoint } from './points.ts';
import { periodLabels } from './scales.ts';
import type { Mark } from './svg.ts';
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

/** Labels under a line at `y`, each in the middle of its periods, with a stroke where a year begins. */
export function placePeriodAxis(time: TimeFrame, y: number): Plan {
  const marks = periodLabels(time.periods, slotWidth(time)).flatMap(({ from, to, text }): Mark[] => {
    const half = textWidth(text) / 2;
    const middle = slotStart(time, (from + to + 1) / 2);
    const x = Math.min(Math.max(middle, half), time.right - half);
    const label: Mark = { kind: 'words', style: 'period', x, y: y + 17, anchor: 'middle', text };
    const edge = slotStart(time, from);
    return from === to
      ? [label]
      : [{ kind: 'line', style: 'axis', x1: edge, y1: y, x2: edge, y2: y + 6 }, label];
  });
  return { marks, heightPx: LINE_PX + 12 };
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
