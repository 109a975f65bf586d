/**
 * Values along one line, a dot for each, those that would touch one above the other; the middle one is marked.
 *
 *            o
 *      o  o oo|  o        o   o
 *   |--------25|---------------------|
 */
import { drawSizes, placeHeading } from '../drawing.ts';
import type { Mark, Plan, Says, Size } from '../marks.ts';
import { type ChartFrame, type ChartPoint, type Drawing, shownFigure, shownValue } from '../points.ts';
import { scaleLinear, scaleTo } from '../scales.ts';
import { LINE_PX } from '../text.ts';

const DOT_PX = 8;

/** `median` is drawn as a line with its figure and name; points without a value are left out. */
export function drawStrip(frame: ChartFrame, points: readonly ChartPoint[], median: ChartPoint): Drawing {
  const shown = points
    .filter((point) => shownValue(point) !== null)
    .toSorted((one, other) => (shownValue(one) ?? 0) - (shownValue(other) ?? 0));
  return drawSizes(frame, [], (size) => planStrip(frame, shown, median, size));
}

function planStrip(frame: ChartFrame, points: readonly ChartPoint[], median: ChartPoint, size: Size): Plan {
  const heading = placeHeading(frame, size);
  const highest = Math.max(0, ...points.map((point) => shownValue(point) ?? 0));
  const scale = scaleTo(highest, frame.language, size.name === 'phone' ? 4 : 8);
  const x = scaleLinear([0, scale.top], [6, size.widthPx - 16]);
  const piles = pile(points.map((point) => x(shownValue(point) ?? 0)));
  const top = heading.heightPx + LINE_PX + 6;
  const bottom = top + (Math.max(0, ...piles.map(({ level }) => level)) + 1) * DOT_PX + 10;
  const middle = x(shownValue(median) ?? 0);
  const figure = shownFigure(median);
  const dots = piles.map(
    ({ at, level }, position): Mark => ({
      kind: 'dot',
      style: 'dot sa',
      says: saysOf(frame, points[position]),
      cx: at,
      cy: bottom - 8 - level * DOT_PX,
    }),
  );
  const marks: Mark[] = [
    { kind: 'line', style: 'axis', x1: 0, y1: bottom, x2: size.widthPx, y2: bottom },
    ...scale.ticks.map(
      ({ value, text }): Mark => ({ kind: 'tick', x: x(value), y: bottom + 16, anchor: 'middle', text }),
    ),
    { kind: 'line', style: 'leader', x1: middle, y1: top - 2, x2: middle, y2: bottom },
    ...dots,
    ...(figure === null
      ? []
      : [
          {
            kind: 'figure',
            x: middle + 4,
            y: top - 6,
            anchor: 'start',
            figure,
            words: median.xLabel,
          } as const,
        ]),
  ];
  return { marks: [...heading.marks, ...marks], heightPx: bottom + LINE_PX + 6 };
}

/** Of which thing, and its value. */
function saysOf({ separators }: ChartFrame, point: ChartPoint | undefined): Says {
  const figure = point === undefined ? null : shownFigure(point);
  return point === undefined || figure === null ? [] : [point.xLabel, separators.colon, figure];
}

/** Where each dot stands: the lowest level on which it touches no other; `xs` ascend. */
function pile(xs: readonly number[]): { readonly at: number; readonly level: number }[] {
  const ends: number[] = [];
  return xs.map((at) => {
    const free = ends.findIndex((end) => at - end >= DOT_PX);
    const level = free < 0 ? ends.length : free;
    ends[level] = at;
    return { at, level };
  });
}
