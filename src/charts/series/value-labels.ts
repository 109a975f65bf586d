/**
 * The figures printed on a series: all where every one fits its slot; otherwise the highest and, where there is room, the
 * last, with their periods. None stands on another value, on what has no value, or on the line of an event.
 */
import type { Mark } from '../marks.ts';
import { type ChartPoint, gapOf, shownFigure } from '../points.ts';
import { textWidth } from '../text.ts';
import { GAP_PX, type Panel, type PlacedValue } from './panel.ts';
import { slotMiddle, slotWidth } from './period-axis.ts';

const LINE_PX = 18;

interface PlacedFigure {
  readonly mark: Mark & { readonly kind: 'figure' };
  readonly left: number;
  readonly right: number;
  /** How far above its own value it stands, so as not to cover another. */
  readonly liftPx: number;
}

/** A figure further than this from its value would be read as another's. */
const MOST_LIFT_PX = 54;

/** What a figure may not cover: where it is, and its top. */
interface Obstacle {
  readonly x: number;
  readonly y: number;
}

export function placeFigures(
  values: readonly PlacedValue[],
  points: readonly ChartPoint[],
  panel: Panel,
): Mark[] {
  const slot = slotWidth(panel);
  const obstacles = [...values, ...gapTops(points, panel)];
  const texts = values.map(({ point }) => shownFigure(point)?.text ?? '');
  if (texts.every((text) => textWidth(text) + 4 <= slot))
    return values.flatMap((value) => placeFigure(value, '', obstacles, panel)?.mark ?? []);
  const top = Math.min(...values.map(({ y }) => y));
  const highest = values.find(({ y }) => y === top);
  const named = [...new Set([highest, values.at(-1)])].filter((value) => value !== undefined);
  const [first, second] = named.flatMap((value) => {
    return placeFigure(value, value.point.xLabel, obstacles, panel) ?? [];
  });
  const shown =
    first && second && isApart(first, second) && second.liftPx <= MOST_LIFT_PX ? [first, second] : [first];
  return shown.flatMap((placed) => placed?.mark ?? []);
}

function gapTops(points: readonly ChartPoint[], panel: Panel): Obstacle[] {
  return points.flatMap((point, position) => {
    const gap = gapOf(point);
    return gap === null ? [] : [{ x: slotMiddle(panel, position), y: panel.bottom - GAP_PX[gap] }];
  });
}

function isApart(one: PlacedFigure, other: PlacedFigure): boolean {
  return (
    one.left > other.right + 8 || one.right < other.left - 8 || Math.abs(one.mark.y - other.mark.y) >= LINE_PX
  );
}

/** A figure above its value and above all that it would cover, between the edges of the panel and beside the lines of events. */
function placeFigure(
  { point, ...at }: PlacedValue,
  words: string,
  obstacles: readonly Obstacle[],
  panel: Panel,
): PlacedFigure | undefined {
  const figure = shownFigure(point);
  if (figure === null) return undefined;
  const half = textWidth(words === '' ? figure.text : `${figure.text} ${words}`) / 2;
  const middle = words === '' ? at.x : besideLines(at.x, half, panel);
  const covered = obstacles.filter(({ x }) => Math.abs(x - middle) <= half + 2).map(({ y }) => y);
  const y = Math.min(at.y, ...covered) - 6;
  return {
    mark: { kind: 'figure', x: middle, y, anchor: 'middle', figure, words },
    left: middle - half,
    right: middle + half,
    liftPx: at.y - 6 - y,
  };
}

/** The place nearest to `x` at which a text of twice `half` is inside the panel and on no line; inside it, where there is none. */
function besideLines(x: number, half: number, { left, right, lines }: Panel): number {
  const inside = (middle: number) => Math.min(Math.max(middle, left + half), right - half);
  const isFree = (middle: number) => lines.every((at) => Math.abs(at - middle) >= half + 3);
  const beside = lines
    .flatMap((at) => [at - half - 4, at + half + 4])
    .filter((middle) => inside(middle) === middle);
  const free = [inside(x), ...beside].filter(isFree);
  return free.toSorted((one, other) => Math.abs(one - x) - Math.abs(other - x))[0] ?? inside(x);
}
