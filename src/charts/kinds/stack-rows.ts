/** Stacked rows, time from top to bottom, each with its total at its end and its name beside it, or above it where it is long. */

import type { Mark, Plan, Says, Size } from '../marks.ts';
import { shownFigure, shownValue } from '../points.ts';
import type { ValueScale } from '../scales.ts';
import { scaleLinear } from '../scales.ts';
import { LINE_PX } from '../text.ts';
import { BAR_PX, besideWidth, figureRoom, placeName } from './bars.ts';
import { type PartSays, partStyle, type StackColumn, type StackPart, UNTOLD_PX } from './stack-parts.ts';

const ROW_PX = 28;
const NAME_SHARE = 0.4;

/** Ticks stand below. */
export function placeStackRows(
  columns: readonly StackColumn[],
  scale: ValueScale,
  size: Size,
  top: number,
  says: PartSays,
): Plan {
  const totals = columns.map(({ total }) => total);
  const left = besideWidth(
    totals.map(({ xLabel }) => xLabel),
    size,
    NAME_SHARE,
  );
  const namePx = left > 0 ? 0 : LINE_PX;
  const rowPx = ROW_PX + namePx;
  const right = size.widthPx - figureRoom(totals);
  const x = scaleLinear([0, scale.top], [left, right]);
  const bottom = top + columns.length * rowPx;
  const grid = scale.ticks.flatMap(({ value, text }): Mark[] => {
    const at = x(value);
    const line = {
      kind: 'line',
      style: value === 0 ? 'axis' : 'grid',
      x1: at,
      y1: top,
      x2: at,
      y2: bottom,
    } as const;
    return [
      // An axis at the edge would run through the names.
      ...(at > 0 ? [line] : []),
      { kind: 'tick', x: at, y: bottom + 15, anchor: at > 0 ? 'middle' : 'start', text },
    ];
  });
  const rows = columns.flatMap((column, position) =>
    placeRow(column, x, { left, namePx, y: top + position * rowPx + 6 }, (part) => says(part, column.total)),
  );
  return { marks: [...grid, ...rows], heightPx: bottom - top + LINE_PX + 6 };
}

function placeRow(
  { total, parts, isAbsent }: StackColumn,
  x: (value: number) => number,
  at: { left: number; namePx: number; y: number },
  saysOf: (part: StackPart) => Says,
): Mark[] {
  const y = at.y + at.namePx;
  const value = shownValue(total);
  const figure = shownFigure(total);
  const bars = parts.map((part): Mark => {
    const end = part.to === null ? x(part.from) + UNTOLD_PX : x(part.to);
    return {
      kind: 'rect',
      style: partStyle(part, total),
      says: saysOf(part),
      x: x(part.from),
      y,
      width: end - x(part.from),
      height: BAR_PX,
    };
  });
  const middle = y + BAR_PX / 2;
  const absent: Mark[] = isAbsent
    ? [{ kind: 'line', style: 'absent', x1: at.left + 2, y1: middle, x2: at.left + 16, y2: middle }]
    : [];
  const label: Mark[] =
    figure === null || value === null
      ? []
      : [{ kind: 'figure', x: x(value) + 6, y: y + 12.5, anchor: 'start', figure, words: '' }];
  return [placeName(total.xLabel, 'period', at.left, at.y), ...bars, ...absent, ...label];
}
