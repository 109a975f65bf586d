/**
 * Shares on one scale, a row for each period and a dot for each part, so that they can be compared along the row; what is hidden
 * is hatched at the foot of the scale, as wide whatever it was.
 *
 *   Fiscal year 2024 |   o   o        o
 *   Fiscal year 2025 |/  o            o
 *                    0%     4%      8%
 *
 * Names that leave the scale too little room stand above their rows.
 */
import { ticks } from 'd3';
import { formatNumber } from '../../figures/figure.ts';
import { drawSizes, placeHeading } from '../drawing.ts';
import { colourOf, gapItems, placeKey } from '../key.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import {
  type ChartFrame,
  type ChartSeries,
  type Drawing,
  gapOf,
  saysOf,
  shownValue,
  spokenRuns,
} from '../points.ts';
import { scaleLinear } from '../scales.ts';
import { LINE_PX } from '../text.ts';
import { besideWidth, placeName } from './bars.ts';

const ROW_PX = 26;
/** From the edge to a scale that has no names beside it. */
const EDGE_PX = 12;
const HATCH_PX = 8;

/** Values are shares, 0 to 1; all series have the same periods in the same order. */
export function drawDots(frame: ChartFrame, series: readonly ChartSeries[]): Drawing {
  return drawSizes(
    frame,
    series.flatMap((one) => spokenRuns(one, frame.separators)),
    (size) => planDots(frame, series, size),
  );
}

function planDots(frame: ChartFrame, series: readonly ChartSeries[], size: Size): Plan {
  const periods = series[0]?.points ?? [];
  const points = series.flatMap((one) => one.points);
  const names = periods.map(({ xLabel }) => xLabel);
  const beside = besideWidth(names, size, 0.45);
  const left = Math.max(beside, EDGE_PX);
  const labelPx = beside > 0 ? 0 : LINE_PX;
  const heading = placeHeading(frame, size);
  const highest = Math.max(0.01, ...points.map((point) => shownValue(point) ?? 0));
  const values = ticks(0, highest, 4);
  const x = scaleLinear([0, highest], [left, size.widthPx - 24]);
  const top = heading.heightPx;
  const rowPx = labelPx + ROW_PX;
  const bottom = top + periods.length * rowPx;
  const grid = values.flatMap((value): Mark[] => [
    { kind: 'line', style: value === 0 ? 'axis' : 'grid', x1: x(value), y1: top, x2: x(value), y2: bottom },
    {
      kind: 'tick',
      x: x(value),
      y: bottom + 15,
      anchor: 'middle',
      text: formatNumber(value, frame.language, { percent: true, decimals: 0 }),
    },
  ]);
  const rows = names.flatMap((name, row) => [
    placeName(name, 'period', beside, top + row * rowPx + (labelPx > 0 ? 0 : 5)),
    ...placeRow(frame, series, row, { x, left, middle: top + row * rowPx + labelPx + ROW_PX / 2 }),
  ]);
  const items = [
    ...series.map(({ label }, position) => ({ style: colourOf(position), label })),
    ...gapItems(
      frame,
      points.filter((point) => gapOf(point) !== 'absent'),
    ),
  ];
  const key = placeKey(items, bottom + LINE_PX + 10, size.widthPx);
  return {
    marks: [...heading.marks, ...grid, ...rows, ...key.marks],
    heightPx: bottom + LINE_PX + 10 + key.heightPx,
  };
}

function placeRow(
  frame: ChartFrame,
  series: readonly ChartSeries[],
  row: number,
  at: { readonly x: (value: number) => number; readonly left: number; readonly middle: number },
): Mark[] {
  let hidden = 0;
  return series.flatMap(({ label, points }, position): Mark[] => {
    const point = points[row];
    if (point === undefined) return [];
    const says = saysOf(frame, [label], point);
    const value = shownValue(point);
    if (value !== null)
      return [{ kind: 'dot', style: `dot ${colourOf(position)}`, says, cx: at.x(value), cy: at.middle }];
    if (gapOf(point) !== 'hidden') return [];
    hidden += 1;
    const x = at.left + 3 + (hidden - 1) * (HATCH_PX + 3);
    return [
      {
        kind: 'rect',
        style: 'hidden',
        says,
        x,
        y: at.middle - HATCH_PX / 2,
        width: HATCH_PX,
        height: HATCH_PX,
      },
    ];
  });
}
