/**
 * A square for every act, in rows by what became of it; those of which no more may be told are hatched in a row of their
 * own. Names stand beside their rows, or above them where they would take too much of the width.
 *
 *   Disclosed in part     [#][#][ ]  3
 *   Declined              [ ]  1
 *   About few people      [/][/][/][/][/]  22
 */
import type { Figure } from '../../figures/figure.ts';
import { drawSizes, placeHeading } from '../drawing.ts';
import { type KeyItem, placeKey } from '../key.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import type { ChartFrame, Drawing } from '../points.ts';
import { LINE_PX, textWidth } from '../text.ts';
import { besideWidth, placeName } from './bars.ts';

export interface SquareRow {
  readonly label: string;
  /** How many squares. */
  readonly figure: Figure;
  /** The style of each square: a colour, or `hidden closed`. */
  readonly squares: readonly string[];
}

const SQUARE_PX = 15;
const STEP_PX = 19;

export function drawActs(frame: ChartFrame, rows: readonly SquareRow[], key: readonly KeyItem[]): Drawing {
  const hidden = rows
    .filter(({ squares }) => squares.some(isHidden))
    .map(({ label }) => ({ gap: 'hidden' as const, where: label }));
  return drawSizes(frame, hidden, (size) => planActs(frame, rows, key, size));
}

const isHidden = (style: string): boolean => style.startsWith('hidden');

function planActs(
  frame: ChartFrame,
  rows: readonly SquareRow[],
  items: readonly KeyItem[],
  size: Size,
): Plan {
  const heading = placeHeading(frame, size);
  const left = besideWidth(
    rows.map(({ label }) => label),
    size,
    size.name === 'phone' ? 0 : 0.5,
  );
  let y = heading.heightPx;
  const marks = rows.flatMap((row): Mark[] => {
    const placed = placeRow(row, left, y, size.widthPx);
    y += placed.heightPx;
    return [...placed.marks];
  });
  const key = placeKey(items, y + 4, size.widthPx);
  return { marks: [...heading.marks, ...marks, ...key.marks], heightPx: y + 4 + key.heightPx };
}

/** The squares of a row in as many lines as they need, and behind the last their number. */
function placeRow({ label, figure, squares }: SquareRow, left: number, y: number, widthPx: number): Plan {
  const top = y + (left > 0 ? 0 : LINE_PX + 3);
  const room = widthPx - left - textWidth(figure.text) - 10;
  const perLine = Math.max(1, Math.floor(room / STEP_PX));
  const at = (position: number) => ({
    x: left + (position % perLine) * STEP_PX,
    y: top + Math.floor(position / perLine) * STEP_PX,
  });
  const drawn = squares.map(
    (style, position): Mark => ({
      kind: 'rect',
      style: isHidden(style) ? style : `bar ${style}`,
      says: [label],
      ...at(position),
      width: SQUARE_PX,
      height: SQUARE_PX,
    }),
  );
  const lines = Math.max(1, Math.ceil(squares.length / perLine));
  const inLast = squares.length - (lines - 1) * perLine;
  const count: Mark = {
    kind: 'figure',
    x: left + inLast * STEP_PX + 4,
    y: top + (lines - 1) * STEP_PX + 12.5,
    anchor: 'start',
    figure,
    words: '',
  };
  return {
    marks: [placeName(label, 'name', left, y), ...drawn, count],
    heightPx: top - y + lines * STEP_PX + 7,
  };
}
