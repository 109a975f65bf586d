/** The key of a chart: which colour is which series, and how hidden and missing values are drawn. */

import type { Mark, Plan } from './marks.ts';
import { type ChartFrame, type ChartPoint, type Gap, gapLabel, gapOf, isPartial } from './points.ts';
import { LINE_PX, textWidth, wrapText } from './text.ts';

export interface KeyItem {
  /** Style of the mark that it explains. */
  readonly style: string;
  readonly label: string;
}

/** Blues and greys. Orange, `sb`, is no colour of a series: it says that a record exists, or that something left the building. */
const COLOURS = ['sa', 'sf', 'sc', 'sd', 'se', 'sg'] as const;
const SWATCH_PX = 14;
const ROW_PX = LINE_PX + 5;

/** The colour class of the series at a position; the seventh starts again, and what has no position has the first. */
export function colourOf(position: number): string {
  return COLOURS[position % COLOURS.length] ?? 'sa';
}

/** An item for every kind of gap that occurs, in a fixed order, and one for what counts a part of a year. */
export function gapItems(frame: ChartFrame, points: readonly ChartPoint[]): KeyItem[] {
  const partial = points.some((point) => isPartial(point) && gapOf(point) === null);
  const kinds: readonly Gap[] = ['hidden', 'missing', 'absent'];
  const found = new Set(points.map(gapOf));
  const gaps = kinds.filter((gap) => found.has(gap));
  return [
    ...(partial ? [{ style: 'pale', label: frame.partialLabel }] : []),
    ...gaps.map((gap) => ({ style: gap, label: gapLabel(gap, frame) })),
  ];
}

/** Items side by side from `top` down, in as many rows as they need; one that is wider than the picture in lines. */
export function placeKey(items: readonly KeyItem[], top: number, widthPx: number): Plan {
  let x = 0;
  let y = top;
  const marks = items.flatMap(({ style, label }): Mark[] => {
    const width = SWATCH_PX + 6 + textWidth(label);
    if (x > 0 && x + width > widthPx) {
      x = 0;
      y += ROW_PX;
    }
    const text = { kind: 'words', style: 'key', x: x + SWATCH_PX + 6, anchor: 'start' } as const;
    const lines = wrapText(label, widthPx - SWATCH_PX - 6);
    const placed: Mark[] = [
      swatch(style, x, y),
      ...lines.map((line, row): Mark => ({ ...text, y: y + 12 + row * LINE_PX, text: line })),
    ];
    x += width + 16;
    y += (lines.length - 1) * LINE_PX;
    return placed;
  });
  return { marks, heightPx: items.length === 0 ? 0 : y - top + ROW_PX };
}

function swatch(style: string, x: number, y: number): Mark {
  if (style === 'absent' || style.startsWith('line '))
    return { kind: 'line', style, x1: x, y1: y + 7, x2: x + SWATCH_PX, y2: y + 7 };
  return {
    kind: 'rect',
    style: swatchStyle(style),
    x,
    y,
    width: SWATCH_PX,
    height: SWATCH_PX,
  };
}

function swatchStyle(style: string): string {
  if (style === 'pale') return 'bar sa pale';
  return COLOURS.some((colour) => colour === style) ? `bar ${style}` : style;
}
