/**
 * A whole and its parts as one bar, each part as long as its share; a small one stays in sight. Names and figures stand below,
 * in the order of the parts.
 *
 *   |################################################|#|
 *   [ ] 84,446 In person: nothing kept   [#] 2,717 Online: kept
 */
import type { Figure } from '../../figures/figure.ts';
import { drawSizes, placeHeading } from '../drawing.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import type { ChartFrame, Drawing } from '../points.ts';
import { LINE_PX, wrapText } from '../text.ts';

export interface ChartPart {
  /** What it is, and what is kept of it. */
  readonly label: string;
  readonly value: number;
  readonly figure: Figure;
  /** Whether records of it exist: these alone are drawn in the colour of records. */
  readonly isKept: boolean;
}

const BAR_PX = 40;
const LEAST_PX = 5;
const SWATCH_PX = 14;
const GAP_PX = 2;

export function drawParts(frame: ChartFrame, parts: readonly ChartPart[]): Drawing {
  return drawSizes(frame, [], (size) => planParts(frame, parts, size));
}

function planParts(frame: ChartFrame, parts: readonly ChartPart[], size: Size): Plan {
  const heading = placeHeading(frame, size);
  const top = heading.heightPx;
  const widths = partWidths(parts, size.widthPx);
  const bars = parts.map((part, at): Mark => {
    const x = widths.slice(0, at).reduce((sum, width) => sum + width + GAP_PX, 0);
    const says = [part.label, frame.separators.colon, part.figure];
    return {
      kind: 'rect',
      style: styleOf(part),
      says,
      x,
      y: top,
      width: partWidth(widths, at),
      height: BAR_PX,
    };
  });
  let y = top + BAR_PX + 10;
  const names = parts.flatMap((part): Mark[] => {
    const x = SWATCH_PX + 8;
    const lines = wrapText(part.label, size.widthPx - x);
    const placed: Mark[] = [
      { kind: 'rect', style: styleOf(part), x: 0, y: y + 2, width: SWATCH_PX, height: SWATCH_PX },
      { kind: 'figure', x, y: y + 14, anchor: 'start', figure: part.figure, words: '' },
      ...lines.map(
        (text, row): Mark => ({
          kind: 'words',
          style: 'key',
          x,
          y: y + 14 + (row + 1) * LINE_PX,
          anchor: 'start',
          text,
        }),
      ),
    ];
    y += (lines.length + 1) * LINE_PX + 10;
    return placed;
  });
  return { marks: [...heading.marks, ...bars, ...names], heightPx: y };
}

function partWidth(widths: readonly number[], at: number): number {
  const width = widths[at];
  if (width === undefined) throw new Error('internal error: a part without a width');
  return width;
}

function styleOf({ isKept }: ChartPart): string {
  return isKept ? 'bar sb' : 'bar sa';
}

/** In units of the picture; what a small part is given beyond its share, the others lose by their own. */
function partWidths(parts: readonly ChartPart[], widthPx: number): number[] {
  const room = widthPx - GAP_PX * (parts.length - 1);
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const least = parts.map(({ value }) => Math.max(LEAST_PX, (room * value) / whole));
  const surplus = least.reduce((sum, width) => sum + width, 0) - room;
  const widest = Math.max(...least);
  return least.map((width) => (width === widest ? width - surplus : width));
}
