/**
 * A share as a hundred squares, as many filled as it has whole percent; at least one where it is not zero, and never all where
 * it is not everything.
 *
 *   # # # . . . . . . . . . . . . . . . . .      3.1%: three of a hundred
 */
import { drawSizes, placeHeading } from '../drawing.ts';
import type { Mark, Plan, Says, Size } from '../marks.ts';
import type { ChartFrame, Drawing } from '../points.ts';

const SQUARES = 100;
const COLUMNS = 20;
const MOST_PX = 22;
const GAP_PX = 3;

/** What the filled and the other squares stand for. */
export interface SquareSays {
  readonly filled: Says;
  readonly others: Says;
}

/** `share` is 0 to 1, of what is kept. */
export function drawSquares(frame: ChartFrame, share: number, says: SquareSays): Drawing {
  return drawSizes(frame, [], (size) => planSquares(frame, filledSquares(share), says, size));
}

/** How many of a hundred squares stand for a share. */
export function filledSquares(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : SQUARES;
  return Math.min(SQUARES - 1, Math.max(1, Math.round(share * SQUARES)));
}

function planSquares(frame: ChartFrame, filled: number, says: SquareSays, size: Size): Plan {
  const heading = placeHeading(frame, size);
  const step = Math.min(MOST_PX, size.widthPx / COLUMNS);
  const marks = Array.from({ length: SQUARES }, (_, at): Mark => {
    const row = Math.floor(at / COLUMNS);
    return {
      kind: 'rect',
      style: at < filled ? 'bar sb' : 'bar sf pale',
      says: at < filled ? says.filled : says.others,
      x: (at % COLUMNS) * step,
      y: heading.heightPx + row * step,
      width: step - GAP_PX,
      height: step - GAP_PX,
    };
  });
  return {
    marks: [...heading.marks, ...marks],
    heightPx: heading.heightPx + (SQUARES / COLUMNS) * step,
  };
}
