/**
 * A dot plot: one row per thing, its dot as far along the scale as its value, with the figure beside it. Names stand
 * beside the rows, or above them where they would take too much of the width.
 *
 *   Harbor Gazette, 4 November 2019   ---o 25
 *   Old Ferry                         --------o 61
 *                                     0      50
 */
import { scaleLinear } from 'd3';
import { besideWidth, figureRoom, placeName } from './bars.ts';
import { drawSizes, placeHeading } from './drawing.ts';
import type { Mark, Plan, Size } from './marks.ts';
import { type ChartFrame, type ChartPoint, type Drawing, saysOf, shownFigure, shownValue } from './points.ts';
import { scaleTo } from './scales.ts';
import { LINE_PX } from './text.ts';

const ROW_PX = 22;

/** Points without a published value are left out: the table beside the picture has them. */
export function drawDots(frame: ChartFrame, points: readonly ChartPoint[]): Drawing {
  const shown = points.filter((point) => shownValue(point) !== null);
  return drawSizes(frame, [], (size) => planDots(frame, shown, size));
}

function planDots(frame: ChartFrame, points: readonly ChartPoint[], size: Size): Plan {
  const heading = placeHeading(frame, size);
  const left = besideWidth(
    points.map(({ xLabel }) => xLabel),
    size,
  );
  const nameStartsAt = left > 0 ? left : 4;
  const highest = Math.max(0, ...points.map((point) => shownValue(point) ?? 0));
  const scale = scaleTo(highest, frame.language, size.name === 'phone' ? 3 : 5);
  const x = scaleLinear([0, scale.top], [nameStartsAt, size.widthPx - figureRoom(points) - 4]);
  const namePx = left > 0 ? 0 : LINE_PX;
  const rowPx = ROW_PX + namePx;
  const top = heading.heightPx;
  const bottom = top + points.length * rowPx;
  const grid = scale.ticks.flatMap(({ value, text }): Mark[] => [
    { kind: 'line', style: value === 0 ? 'axis' : 'grid', x1: x(value), y1: top, x2: x(value), y2: bottom },
    { kind: 'tick', x: x(value), y: bottom + 15, anchor: value === 0 ? 'start' : 'middle', text },
  ]);
  const rows = points.flatMap((point, position): Mark[] => {
    const y = top + position * rowPx;
    const end = x(shownValue(point) ?? 0);
    const middle = y + namePx + 9;
    const figure = shownFigure(point);
    const text = { x: end + 9, y: middle + 4.5, anchor: 'start' } as const;
    const name = placeName(point.xLabel, 'name', left, y);
    return [
      left > 0 ? name : { ...name, x: nameStartsAt + 6 },
      { kind: 'line', style: 'leader', x1: nameStartsAt, y1: middle, x2: end, y2: middle },
      { kind: 'dot', style: 'dot sa', says: saysOf(frame, [], point), cx: end, cy: middle },
      ...(figure === null ? [] : [{ kind: 'figure', ...text, figure, words: '' } as const]),
    ];
  });
  return { marks: [...heading.marks, ...grid, ...rows], heightPx: bottom + LINE_PX + 6 };
}
