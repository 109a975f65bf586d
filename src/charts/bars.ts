/**
 * Horizontal bars in the order given, each with its figure. On phones the name stands above its bar, on
 * wider screens beside it:
 *
 *   Harbor      |##########  1,204
 *   Old Town    |//////////////////  hidden: the whole track, with words on it
 */
import { scaleLinear } from 'd3';
import { drawSizes, type Plan, placeHeading, type Size } from './drawing.ts';
import { gapItems, placeKey } from './key.ts';
import {
  type ChartFrame,
  type ChartPoint,
  type Drawing,
  gapLabel,
  gapOf,
  type SpokenGap,
  shownFigure,
  shownValue,
} from './points.ts';
import type { Mark } from './svg.ts';
import { LINE_PX, textWidth } from './text.ts';

export const BAR_PX = 16;

/** Where bars begin, how long the longest is, and the value that it stands for. */
export interface Track {
  readonly left: number;
  readonly width: number;
  readonly highest: number;
}

export function drawBars(frame: ChartFrame, points: readonly ChartPoint[]): Drawing {
  return drawSizes(frame, points.flatMap(spokenGap), (size) => planBars(frame, points, size));
}

function spokenGap(point: ChartPoint): SpokenGap[] {
  const gap = gapOf(point);
  return gap === null ? [] : [{ gap, where: point.xLabel }];
}

function planBars(frame: ChartFrame, points: readonly ChartPoint[], size: Size): Plan {
  const isPhone = size.name === 'phone';
  const left = isPhone
    ? 0
    : Math.min(220, Math.max(0, ...points.map(({ xLabel }) => textWidth(xLabel))) + 12);
  const track = { left, width: size.widthPx - left - figureRoom(points), highest: highestOf(points) };
  const heading = placeHeading(frame, size);
  const rowPx = isPhone ? LINE_PX + BAR_PX + 9 : BAR_PX + 9;
  const rows = points.flatMap((point, position): Mark[] => {
    const y = heading.heightPx + position * rowPx;
    const barY = isPhone ? y + LINE_PX + 1 : y;
    const label: Mark = {
      kind: 'words',
      style: 'name',
      x: isPhone ? 0 : left - 8,
      y: y + 12.5,
      anchor: isPhone ? 'start' : 'end',
      text: point.xLabel,
    };
    return [label, ...placeBar(frame, point, 'sa', { ...track, y: barY, words: '' })];
  });
  const bottom = heading.heightPx + points.length * rowPx;
  const key = placeKey(gapItems(frame, points), bottom + 6, size.widthPx);
  const axis: Mark[] = isPhone
    ? []
    : [{ kind: 'line', style: 'axis', x1: left, y1: heading.heightPx - 3, x2: left, y2: bottom - 6 }];
  return { marks: [...heading.marks, ...rows, ...axis, ...key.marks], heightPx: bottom + 6 + key.heightPx };
}

/** The highest published value, at least 1. */
export function highestOf(points: readonly ChartPoint[]): number {
  return Math.max(1, ...points.map((point) => shownValue(point) ?? 0));
}

/** Room for the widest figure at the end of a bar, with the words after it. */
export function figureRoom(
  points: readonly ChartPoint[],
  words: (point: ChartPoint) => string = () => '',
): number {
  return (
    10 + Math.max(0, ...points.map((point) => textWidth(`${shownFigure(point)?.text ?? ''} ${words(point)}`)))
  );
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
        text: withWords(gapLabel(gap, frame), at.words),
      },
    ];
  }
  if (gap !== null) {
    const width = Math.max(at.width, textWidth(withWords(gapLabel(gap, frame), at.words)) + 12);
    return [
      { kind: 'rect', style: gap, x: at.left, y: at.y, width, height: BAR_PX },
      { ...text, kind: 'words', style: 'gap', text: withWords(gapLabel(gap, frame), at.words) },
    ];
  }
  const length = Math.max(scaleLinear([0, at.highest], [0, at.width])(shownValue(point) ?? 0), 1.5);
  const figure = shownFigure(point);
  const bar: Mark = {
    kind: 'rect',
    style: `bar ${colour}`,
    x: at.left,
    y: at.y,
    width: length,
    height: BAR_PX,
  };
  return figure === null
    ? [bar]
    : [bar, { ...text, kind: 'figure', x: at.left + length + 6, figure, words: at.words }];
}

function withWords(label: string, words: string): string {
  return words === '' ? label : `${words}: ${label}`;
}
