/**
 * Horizontal bars in the order given, each with its figure. A name stands beside its bar, or above it where
 * names take too much of the width:
 *
 *   Harbor      |##########  1,204
 *   Old Town    |//////////////////  hidden: the whole track, with words on it
 */
import { drawSizes, placeHeading } from './drawing.ts';
import { gapItems, placeKey } from './key.ts';
import type { Mark, Plan, Size } from './marks.ts';
import {
  type ChartFrame,
  type ChartPoint,
  type Drawing,
  type Gap,
  gapLabel,
  gapOf,
  isPartial,
  type SpokenGap,
  shownFigure,
  shownValue,
} from './points.ts';
import { LINE_PX, textWidth } from './text.ts';

export const BAR_PX = 16;

/** Where bars begin, how far they may reach, and how long one unit is. */
export interface Track {
  readonly left: number;
  readonly width: number;
  readonly unitPx: number;
}

export function drawBars(frame: ChartFrame, points: readonly ChartPoint[]): Drawing {
  return drawSizes(frame, points.flatMap(spokenGap), (size) => planBars(frame, points, size));
}

function spokenGap(point: ChartPoint): SpokenGap[] {
  const gap = gapOf(point);
  return gap === null ? [] : [{ gap, where: point.xLabel }];
}

/** `points` as bars in the order given, with heading and key. */
export function planBars(frame: ChartFrame, points: readonly ChartPoint[], size: Size): Plan {
  const left = besideWidth(
    points.map(({ xLabel }) => xLabel),
    size,
  );
  const track = trackFor(
    left,
    size,
    points.map((point) => ({ point, words: '' })),
  );
  const heading = placeHeading(frame, size);
  const labelPx = left > 0 ? 0 : LINE_PX + 1;
  const rowPx = labelPx + BAR_PX + 9;
  const rows = points.flatMap((point, position): Mark[] => {
    const y = heading.heightPx + position * rowPx;
    const name = placeName(point.xLabel, 'name', left, y);
    return [name, ...placeBar(frame, point, 'sa', { ...track, y: y + labelPx, words: '' })];
  });
  const bottom = heading.heightPx + points.length * rowPx;
  const key = placeKey(gapItems(frame, points), bottom + 6, size.widthPx);
  const axis: Mark = {
    kind: 'line',
    style: 'axis',
    x1: left,
    y1: heading.heightPx - 3,
    x2: left,
    y2: bottom - 6,
  };
  return {
    marks: [...heading.marks, ...rows, ...(left > 0 ? [axis] : []), ...key.marks],
    heightPx: bottom + 6 + key.heightPx,
  };
}

/** Room for names beside their bars, or 0 where the longest takes more than `share` of the width and they stand above. */
export function besideWidth(names: readonly string[], { widthPx }: Size, share = 0.36): number {
  const room = Math.max(0, ...names.map(textWidth)) * 1.05 + 12;
  return room <= widthPx * share ? room : 0;
}

/** The name of a row whose bars begin at `left`; `y` is the top of the row. */
export function placeName(
  text: string,
  style: string,
  left: number,
  y: number,
): Extract<Mark, { kind: 'words' }> {
  return {
    kind: 'words',
    style,
    x: Math.max(0, left - 8),
    y: y + 12.5,
    anchor: left > 0 ? 'end' : 'start',
    text,
  };
}

/** The longest track on which every bar has room for its own figure and words. */
export function trackFor(
  left: number,
  { widthPx }: Size,
  bars: readonly { readonly point: ChartPoint; readonly words: string }[],
): Track {
  const space = widthPx - left;
  const units = bars.flatMap(({ point, words }) => {
    const value = shownValue(point) ?? 0;
    return value > 0 ? [(space - figureRoom([point], words)) / value] : [];
  });
  const unitPx = Math.min(space, ...units);
  const width = unitPx * Math.max(0, ...bars.map(({ point }) => shownValue(point) ?? 0));
  return { left, unitPx, width: width > 0 ? width : space };
}

/** Room for the widest figure at the end of a bar, with the words after it. */
export function figureRoom(points: readonly ChartPoint[], words = ''): number {
  return 10 + Math.max(0, ...points.map((point) => textWidth(`${shownFigure(point)?.text ?? ''} ${words}`)));
}

/** One bar with its figure, or the whole track where nothing is published. */
export function placeBar(
  frame: ChartFrame,
  point: ChartPoint,
  colour: string,
  at: Track & { readonly y: number; readonly words: string },
): Mark[] {
  const gap = gapOf(point);
  const text = { x: at.left + 6, y: at.y + 12.5, anchor: 'start' } as const;
  if (gap === 'absent') {
    const middle = at.y + BAR_PX / 2;
    return [
      { kind: 'line', style: 'absent', x1: at.left + 2, y1: middle, x2: at.left + 16, y2: middle },
      {
        ...text,
        kind: 'words',
        style: 'gap',
        x: at.left + 22,
        text: namedGap(frame, gap, at.words),
      },
    ];
  }
  if (gap !== null) {
    const width = Math.max(at.width, textWidth(namedGap(frame, gap, at.words)) + 12);
    return [
      { kind: 'rect', style: gap, x: at.left, y: at.y, width, height: BAR_PX },
      { ...text, kind: 'words', style: 'gap', text: namedGap(frame, gap, at.words) },
    ];
  }
  const length = Math.max((shownValue(point) ?? 0) * at.unitPx, 1.5);
  const figure = shownFigure(point);
  const bar: Mark = {
    kind: 'rect',
    style: isPartial(point) ? `bar ${colour} pale` : `bar ${colour}`,
    x: at.left,
    y: at.y,
    width: length,
    height: BAR_PX,
  };
  return figure === null
    ? [bar]
    : [bar, { ...text, kind: 'figure', x: at.left + length + 6, figure, words: at.words }];
}

/** Room for what stands in place of a bar without a figure: its mark and its words. */
export function gapWidth(frame: ChartFrame, point: ChartPoint, words: string): number {
  const gap = gapOf(point);
  return gap === null ? 0 : textWidth(namedGap(frame, gap, words)) + 22;
}

function namedGap(frame: ChartFrame, gap: Gap, words: string): string {
  const label = gapLabel(gap, frame);
  return words === '' ? label : words + frame.separators.colon + label;
}
