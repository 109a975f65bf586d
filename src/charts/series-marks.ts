/** One series in its panel: grid, gaps, columns or line, and the figures that are printed on it. */
import { scaleLinear } from 'd3';
import type { Mark } from './marks.ts';
import { slotMiddle, slotStart, slotWidth, type TimeFrame } from './period-axis.ts';
import { type ChartPoint, type ChartSeries, gapRuns, isPartial, shownFigure, shownValue } from './points.ts';
import type { ValueScale } from './scales.ts';
import { textWidth } from './text.ts';

/** `top` to `bottom` is the panel; values use it up to the room for one line of text at the top. */
export interface Panel extends TimeFrame {
  readonly top: number;
  readonly bottom: number;
  readonly scale: ValueScale;
}

const LABEL_ROOM_PX = 18;

/** A published value in its place. */
interface PlacedValue {
  readonly position: number;
  readonly point: ChartPoint;
  readonly x: number;
  readonly y: number;
}

export function placeSeries({ kind, points }: ChartSeries, colour: string, panel: Panel): Mark[] {
  const y = scaleLinear([0, panel.scale.top], [panel.bottom, panel.top + LABEL_ROOM_PX]);
  const values = points.flatMap((point, position): PlacedValue[] => {
    const value = shownValue(point);
    return value === null ? [] : [{ position, point, x: slotMiddle(panel, position), y: y(value) }];
  });
  return [
    ...placeGrid(panel, y),
    ...placeGaps(points, panel),
    ...(kind === 'flow' ? placeColumns(values, colour, panel) : placeLine(values, colour, panel)),
    { kind: 'line', style: 'axis', x1: panel.left, y1: panel.bottom, x2: panel.right, y2: panel.bottom },
    ...placeAbsent(points, panel),
    ...placeFigures(values, panel),
  ];
}

function placeGrid({ left, right, scale }: Panel, y: (value: number) => number): Mark[] {
  return scale.ticks.flatMap(({ value, text }): Mark[] => [
    ...(value === 0
      ? []
      : [{ kind: 'line', style: 'grid', x1: left, y1: y(value), x2: right, y2: y(value) } as const]),
    { kind: 'tick', x: left - 6, y: y(value) + 4, anchor: 'end', text },
  ]);
}

/** Bands over the full height: their size tells when, never how much. */
function placeGaps(points: readonly ChartPoint[], panel: Panel): Mark[] {
  return gapRuns(points).flatMap(({ gap, from, to }): Mark[] => {
    if (gap === 'absent') return [];
    const x = slotStart(panel, from);
    return [
      {
        kind: 'rect',
        style: gap,
        x,
        y: panel.top,
        width: slotStart(panel, to + 1) - x,
        height: panel.bottom - panel.top,
      },
    ];
  });
}

function placeAbsent(points: readonly ChartPoint[], panel: Panel): Mark[] {
  return gapRuns(points).flatMap(({ gap, from, to }): Mark[] =>
    gap === 'absent'
      ? [
          {
            kind: 'line',
            style: gap,
            x1: slotStart(panel, from) + 1,
            y1: panel.bottom,
            x2: slotStart(panel, to + 1) - 1,
            y2: panel.bottom,
          },
        ]
      : [],
  );
}

/** A zero is a column that is just to be seen. */
function placeColumns(values: readonly PlacedValue[], colour: string, panel: Panel): Mark[] {
  const slot = slotWidth(panel);
  const width = Math.min(Math.max(slot * 0.8, slot - 6), 56);
  return values.map(({ point, x, y }) => {
    const height = Math.max(panel.bottom - y, 1.5);
    return {
      kind: 'rect',
      style: isPartial(point) ? `bar ${colour} pale` : `bar ${colour}`,
      x: x - width / 2,
      y: panel.bottom - height,
      width,
      height,
    };
  });
}

/** Values with neighbours on the next position, in stretches. */
function stretchesOf(values: readonly PlacedValue[]): PlacedValue[][] {
  const stretches: PlacedValue[][] = [];
  for (const value of values) {
    const last = stretches.at(-1);
    if (last?.at(-1)?.position === value.position - 1) last.push(value);
    else stretches.push([value]);
  }
  return stretches;
}

/** Broken at every gap; a value with none beside it is a dot. */
function placeLine(values: readonly PlacedValue[], colour: string, panel: Panel): Mark[] {
  const stretches = stretchesOf(values);
  const drawn = stretches.flatMap((stretch): Mark[] => {
    const [first] = stretch;
    if (first === undefined) return [];
    if (stretch.length === 1) return [{ kind: 'dot', style: `dot ${colour}`, cx: first.x, cy: first.y }];
    return [
      { kind: 'path', style: `area ${colour}`, d: `${edgeOf(stretch)}L${baseOf(stretch, panel)}Z` },
      { kind: 'path', style: `line ${colour}`, d: edgeOf(stretch) },
    ];
  });
  const last = values.at(-1);
  const isDrawn = last === undefined || stretches.at(-1)?.length === 1;
  return isDrawn ? drawn : [...drawn, { kind: 'dot', style: `dot ${colour}`, cx: last.x, cy: last.y }];
}

/** All figures where every one fits its slot; otherwise the highest and, where there is room, the last, with their periods. */
function placeFigures(values: readonly PlacedValue[], panel: Panel): Mark[] {
  const slot = slotWidth(panel);
  const texts = values.map(({ point }) => shownFigure(point)?.text ?? '');
  if (texts.every((text) => textWidth(text) + 4 <= slot)) {
    return values.flatMap((value) => placeFigure(value, '', values, panel)?.mark ?? []);
  }
  const top = Math.min(...values.map(({ y }) => y));
  const highest = values.find(({ y }) => y === top);
  const named = [...new Set([highest, values.at(-1)])].filter((value) => value !== undefined);
  const [first, second] = named.flatMap(
    (value) => placeFigure(value, value.point.xLabel, values, panel) ?? [],
  );
  return [first, first && second && isApart(first, second) ? second : undefined].flatMap(
    (placed) => placed?.mark ?? [],
  );
}

interface PlacedFigure {
  readonly mark: Mark & { readonly kind: 'figure' };
  readonly left: number;
  readonly right: number;
  /** How far above its own value it stands, so as not to cover another. */
  readonly liftPx: number;
}

function isApart(one: PlacedFigure, other: PlacedFigure): boolean {
  return (
    one.left > other.right + 8 ||
    one.right < other.left - 8 ||
    Math.abs(one.mark.y - other.mark.y) >= LABEL_ROOM_PX
  );
}

/** A figure above its value and above every other that it would cover, kept between the edges of the panel. */
function placeFigure(
  { point, ...at }: PlacedValue,
  words: string,
  values: readonly PlacedValue[],
  panel: Panel,
): PlacedFigure | undefined {
  const figure = shownFigure(point);
  if (figure === null) return undefined;
  const half = textWidth(words === '' ? figure.text : `${figure.text} ${words}`) / 2;
  const middle = Math.min(Math.max(at.x, panel.left + half), panel.right - half);
  const covered = values.filter((value) => Math.abs(value.x - middle) <= half + 2).map(({ y }) => y);
  const y = Math.min(at.y, ...covered) - 6;
  return {
    mark: { kind: 'figure', x: middle, y, anchor: 'middle', figure, words },
    left: middle - half,
    right: middle + half,
    liftPx: at.y - 6 - y,
  };
}

/** The path of a straight line from value to value. */
function edgeOf(stretch: readonly PlacedValue[]): string {
  return `M${stretch.map(({ x, y }) => point(x, y)).join('L')}`;
}

/** Back along the foot of the panel. */
function baseOf(stretch: readonly PlacedValue[], { bottom }: Panel): string {
  return stretch
    .map(({ x }) => point(x, bottom))
    .reverse()
    .join('L');
}

function point(x: number, y: number): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
