/**
 * Horizontal bars in the order given, each with its figure. A name stands beside its bar, or above it where
 * names take too much of the width:
 *
 *   Harbor      |##########  1,204
 *   Old Town    |//  hidden to protect people      as wide whatever was counted
 *   Mill        |[]  not available
 *
 * Ranked bars have those without a value below a line of words: the last of a rank would look like the lowest.
 */
import { drawSizes, placeHeading } from '../drawing.ts';
import { gapItems, placeKey } from '../key.ts';
import type { Mark, Plan, Says, Size } from '../marks.ts';
import {
  type ChartFrame,
  type ChartPoint,
  type Drawing,
  type Gap,
  gapLabel,
  gapOf,
  isPartial,
  type SpokenGap,
  saysOf,
  shownFigure,
  shownValue,
} from '../points.ts';
import { LINE_PX, textWidth } from '../text.ts';
import { placeSpark } from './spark.ts';

export const BAR_PX = 16;
const GAP_WIDTH_PX = 18;

/** Where bars begin, how far they may reach, and how long one unit is. */
export interface Track {
  readonly left: number;
  readonly width: number;
  readonly unitPx: number;
}

/** What led to the value of a bar, by the code of its point: drawn beside it as a small line. */
type Trends = ReadonlyMap<string, readonly ChartPoint[]>;

const TREND_PX = { phone: 44, wide: 96 } as const;

/** Of bars that stand by their values, those without one last. */
export interface Ranking {
  readonly trends: Trends;
  /** Stands above those without a value. */
  readonly unranked: string;
}

export function drawBars(frame: ChartFrame, points: readonly ChartPoint[], ranking?: Ranking): Drawing {
  return drawSizes(frame, points.flatMap(spokenGap), (size) => planBars(frame, points, size, ranking));
}

function spokenGap(point: ChartPoint): SpokenGap[] {
  const gap = gapOf(point);
  return gap === null ? [] : [{ gap, where: point.xLabel }];
}

/** `points` as bars in the order given, with heading and key. */
export function planBars(
  frame: ChartFrame,
  points: readonly ChartPoint[],
  size: Size,
  ranking?: Ranking,
): Plan {
  const trends: Trends = ranking?.trends ?? new Map();
  const trendPx = trends.size === 0 ? 0 : TREND_PX[size.name];
  const left = besideWidth(
    points.map(({ xLabel }) => xLabel),
    size,
  );
  const track = trackFor(
    left,
    { ...size, widthPx: size.widthPx - trendPx - (trendPx > 0 ? 12 : 0) },
    points.map((point) => ({ point, words: '' })),
    frame.most,
  );
  const heading = placeHeading(frame, size);
  const labelPx = left > 0 ? 0 : LINE_PX + 1;
  const rowPx = labelPx + BAR_PX + 9;
  const { topOf, bottom, spans, words } = layOut(points, ranking, heading.heightPx, rowPx);
  const rows = points.flatMap((point, position): Mark[] => {
    const y = topOf(position);
    const name = placeName(point.xLabel, 'name', left, y);
    const box = { x: size.widthPx - trendPx, y: y + labelPx, width: trendPx - 4, height: BAR_PX };
    // Where there is no bar, words stand there instead.
    const trend = gapOf(point) === null ? placeSpark(trends.get(point.x) ?? [], box) : [];
    return [name, ...placeBar(frame, point, 'sa', { ...track, y: y + labelPx, words: '' }), ...trend];
  });
  const key = placeKey(gapItems(frame, points), bottom + 6, size.widthPx);
  const axes = spans.map(
    ([y1, y2]): Mark => ({ kind: 'line', style: 'axis', x1: left, y1: y1 - 3, x2: left, y2: y2 - 6 }),
  );
  return {
    marks: [...heading.marks, ...words, ...rows, ...(left > 0 ? axes : []), ...key.marks],
    heightPx: bottom + 6 + key.heightPx,
  };
}

interface Layout {
  /** Of the row of a point, by its place. */
  readonly topOf: (position: number) => number;
  readonly bottom: number;
  /** From where to where rows follow each other. */
  readonly spans: readonly (readonly [top: number, bottom: number])[];
  /** Above those without a rank. */
  readonly words: readonly Mark[];
}

function layOut(
  points: readonly ChartPoint[],
  ranking: Ranking | undefined,
  top: number,
  rowPx: number,
): Layout {
  const unranked = firstUnranked(points, ranking);
  const plainTop = (position: number) => top + position * rowPx;
  if (unranked === undefined || ranking === undefined) {
    const bottom = plainTop(points.length);
    return { topOf: plainTop, bottom, spans: [[top, bottom]], words: [] };
  }
  const end = plainTop(unranked);
  const topOf = (position: number) => plainTop(position) + (position < unranked ? 0 : LINE_PX + 8);
  const [next, bottom] = [topOf(unranked), topOf(points.length)];
  const spans = [[top, end] as const, [next, bottom] as const];
  return { topOf, bottom, spans, words: [placeName(ranking.unranked, 'gap', 0, end + 4)] };
}

/** The place of the first point without a value, where others have one. */
function firstUnranked(points: readonly ChartPoint[], ranking: Ranking | undefined): number | undefined {
  const at = points.findIndex((point) => gapOf(point) !== null);
  return ranking === undefined || at <= 0 ? undefined : at;
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

/** The longest track on which every bar has room for its own figure and words; `most` is the value that it must hold besides. */
export function trackFor(
  left: number,
  { widthPx }: Size,
  bars: readonly { readonly point: ChartPoint; readonly words: string }[],
  most = 0,
): Track {
  const space = widthPx - left;
  const units = bars.flatMap(({ point, words }) => {
    const value = shownValue(point) ?? 0;
    return value > 0 ? [(space - figureRoom([point], words)) / value] : [];
  });
  const widest = figureRoom(bars.map(({ point }) => point));
  const shared = most > 0 ? [(space - widest) / most] : [];
  const unitPx = Math.min(space, ...units, ...shared);
  const width = unitPx * Math.max(0, ...bars.map(({ point }) => shownValue(point) ?? 0));
  return { left, unitPx, width: width > 0 ? width : space };
}

/** Room for the widest figure at the end of a bar, with the words after it. */
export function figureRoom(points: readonly ChartPoint[], words = ''): number {
  return 10 + Math.max(0, ...points.map((point) => textWidth(`${shownFigure(point)?.text ?? ''} ${words}`)));
}

/** One bar with its figure, or why there is none. What it counts is the frame's unit. */
export function placeBar(
  frame: ChartFrame,
  point: ChartPoint,
  colour: string,
  at: Track & { readonly y: number; readonly words: string },
): Mark[] {
  const gap = gapOf(point);
  const text = { x: at.left + 6, y: at.y + 12.5, anchor: 'start' } as const;
  const says = saysOf(frame, [], point);
  if (gap !== null) {
    const words = namedGap(frame, gap, at.words);
    return [
      placeGap(gap, at, says),
      { ...text, kind: 'words', style: 'gap', x: at.left + GAP_WIDTH_PX + 8, text: words },
    ];
  }
  const length = Math.max((shownValue(point) ?? 0) * at.unitPx, 1.5);
  const figure = shownFigure(point);
  const bar: Mark = {
    kind: 'rect',
    style: isPartial(point) ? `bar ${colour} pale` : `bar ${colour}`,
    says,
    x: at.left,
    y: at.y,
    width: length,
    height: BAR_PX,
  };
  return figure === null
    ? [bar]
    : [bar, { ...text, kind: 'figure', x: at.left + length + 6, figure, words: at.words }];
}

/** What has no value is as wide whatever was counted: hidden is hatched, missing an empty outline, absent a stroke. */
function placeGap(gap: Gap, { left, y }: { left: number; y: number }, says: Says): Mark {
  const middle = y + BAR_PX / 2;
  if (gap === 'absent')
    return { kind: 'line', style: gap, x1: left + 2, y1: middle, x2: left + 16, y2: middle };
  if (gap === 'hidden')
    return { kind: 'rect', style: gap, says, x: left, y, width: GAP_WIDTH_PX, height: BAR_PX };
  return { kind: 'rect', style: gap, says, x: left + 1, y: y + 3, width: 10, height: BAR_PX - 6 };
}

/** Room for what stands in place of a bar without a figure: its mark and its words. */
export function gapWidth(frame: ChartFrame, point: ChartPoint, words: string): number {
  const gap = gapOf(point);
  return gap === null ? 0 : GAP_WIDTH_PX + 8 + textWidth(namedGap(frame, gap, words));
}

function namedGap(frame: ChartFrame, gap: Gap, words: string): string {
  const label = gapLabel(gap, frame);
  return words === '' ? label : words + frame.separators.colon + label;
}
