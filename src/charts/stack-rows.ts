/** Stacked rows, time from top to bottom, each with its total at its end. */
import { scaleLinear } from 'd3';
import { BAR_PX, figureRoom } from './bars.ts';
import { shownFigure, shownValue } from './points.ts';
import type { ValueScale } from './scales.ts';
import { partStyle, type StackColumn } from './stack-parts.ts';
import type { Mark, Plan, Size } from './svg.ts';
import { LINE_PX, textWidth } from './text.ts';

const ROW_PX = 28;
const LONGEST_NAME_PX = 120;

/** Ticks stand below; an end that is not told is the right edge. */
export function placeStackRows(
  columns: readonly StackColumn[],
  scale: ValueScale,
  { widthPx }: Size,
  top: number,
): Plan {
  const totals = columns.map(({ total }) => total);
  const left = Math.min(LONGEST_NAME_PX, Math.max(0, ...totals.map(({ xLabel }) => textWidth(xLabel)))) + 10;
  const right = widthPx - figureRoom(totals);
  const x = scaleLinear([0, scale.top], [left, right]);
  const bottom = top + columns.length * ROW_PX;
  const grid = scale.ticks.flatMap(({ value, text }): Mark[] => [
    { kind: 'line', style: value === 0 ? 'axis' : 'grid', x1: x(value), y1: top, x2: x(value), y2: bottom },
    { kind: 'tick', x: x(value), y: bottom + 15, anchor: 'middle', text },
  ]);
  const rows = columns.flatMap((column, position) =>
    placeRow(column, x, { left, right, y: top + position * ROW_PX + 6 }),
  );
  return { marks: [...grid, ...rows], heightPx: bottom - top + LINE_PX + 6 };
}

function placeRow(
  { total, parts, isAbsent }: StackColumn,
  x: (value: number) => number,
  at: { left: number; right: number; y: number },
): Mark[] {
  const baseline = at.y + 12.5;
  const value = shownValue(total);
  const figure = shownFigure(total);
  const bars = parts.map((part): Mark => {
    const end = part.to === null ? at.right : x(part.to);
    return {
      kind: 'rect',
      style: partStyle(part),
      x: x(part.from),
      y: at.y,
      width: end - x(part.from),
      height: BAR_PX,
    };
  });
  const middle = at.y + BAR_PX / 2;
  const absent: Mark[] = isAbsent
    ? [{ kind: 'line', style: 'absent', x1: at.left + 2, y1: middle, x2: at.left + 16, y2: middle }]
    : [];
  const label: Mark[] =
    figure === null || value === null
      ? []
      : [{ kind: 'figure', x: x(value) + 6, y: baseline, anchor: 'start', figure, words: '' }];
  return [
    { kind: 'words', style: 'period', x: at.left - 8, y: baseline, anchor: 'end', text: total.xLabel },
    ...bars,
    ...absent,
    ...label,
  ];
}
