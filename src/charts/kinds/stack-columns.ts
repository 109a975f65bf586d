/** Stacked columns, time from left to right, each with its total above it. */
import type { Mark, Plan, Says, Size } from '../marks.ts';
import { shownFigure, shownValue } from '../points.ts';
import type { ValueScale } from '../scales.ts';
import { scaleLinear } from '../scales.ts';
import { LINE_PX, textWidth } from '../text.ts';
import { type PartSays, partStyle, type StackColumn, type StackPart, UNTOLD_PX } from './stack-parts.ts';

const PLOT_PX = 250;

/** Whether every total and period fits the width of its column. */
export function fitsColumns(columns: readonly StackColumn[], scale: ValueScale, { widthPx }: Size): boolean {
  const slot = (widthPx - tickRoom(scale)) / Math.max(1, columns.length);
  return columns.every(({ total }) =>
    [total.xLabel, shownFigure(total)?.text ?? ''].every((text) => textWidth(text) + 6 <= slot),
  );
}

function tickRoom({ ticks }: ValueScale): number {
  return Math.max(...ticks.map(({ text }) => textWidth(text))) + 8;
}

/** Values use the plot up to the room for a total at its top; where none is above 0 there is nothing to measure, and no field for it. */
export function placeStackColumns(
  columns: readonly StackColumn[],
  scale: ValueScale,
  { widthPx }: Size,
  top: number,
  says: PartSays,
): Plan {
  const left = tickRoom(scale);
  const plotPx = scale.ticks.length > 1 ? PLOT_PX : LINE_PX + UNTOLD_PX;
  const bottom = top + plotPx;
  const y = scaleLinear([0, scale.top], [bottom, top + LINE_PX]);
  const slot = (widthPx - left) / Math.max(1, columns.length);
  const grid = scale.ticks.flatMap(({ value, text }): Mark[] => [
    { kind: 'line', style: value === 0 ? 'axis' : 'grid', x1: left, y1: y(value), x2: widthPx, y2: y(value) },
    { kind: 'tick', x: left - 6, y: y(value) + 4, anchor: 'end', text },
  ]);
  const marks = columns.flatMap((column, position) => {
    const place = { middle: left + (position + 0.5) * slot, width: Math.min(slot * 0.7, 64), bottom };
    return placeColumn(column, y, place, (part) => says(part, column.total));
  });
  return { marks: [...grid, ...marks], heightPx: plotPx + LINE_PX + 8 };
}

interface Place {
  readonly middle: number;
  readonly width: number;
  readonly bottom: number;
}

function placeColumn(
  { total, parts, isAbsent }: StackColumn,
  y: (value: number) => number,
  { middle, width, bottom }: Place,
  saysOf: (part: StackPart) => Says,
): Mark[] {
  const x = middle - width / 2;
  const value = shownValue(total);
  const figure = shownFigure(total);
  const bars = parts.map((part): Mark => {
    const end = part.to === null ? y(part.from) - UNTOLD_PX : y(part.to);
    const height = y(part.from) - end;
    return { kind: 'rect', style: partStyle(part, total), says: saysOf(part), x, y: end, width, height };
  });
  const absent: Mark[] = isAbsent
    ? [{ kind: 'line', style: 'absent', x1: x, y1: bottom, x2: x + width, y2: bottom }]
    : [];
  const label: Mark[] =
    figure === null || value === null
      ? []
      : [{ kind: 'figure', x: middle, y: y(value) - 5, anchor: 'middle', figure, words: '' }];
  return [
    ...bars,
    ...absent,
    ...label,
    { kind: 'words', style: 'period', x: middle, y: bottom + 17, anchor: 'middle', text: total.xLabel },
  ];
}
