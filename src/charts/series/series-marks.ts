/** One series in its panel: grid, gaps, columns or line, and the figures that are printed on it. */
import type { Mark } from '../marks.ts';
import {
  type ChartFrame,
  type ChartPoint,
  type ChartSeries,
  gapLabel,
  gapRuns,
  isPartial,
  nameRun,
  saysOf,
  shownValue,
} from '../points.ts';
import { scaleLinear } from '../scales.ts';
import { GAP_PX, type Panel, type PlacedValue } from './panel.ts';
import { slotMiddle, slotStart, slotWidth } from './period-axis.ts';
import { placeFigures } from './value-labels.ts';

const LABEL_ROOM_PX = 18;

/** `name` is that of the series where there are several, else empty. */
export function placeSeries(
  frame: ChartFrame,
  { kind, points }: ChartSeries,
  { name, colour }: { readonly name: string; readonly colour: string },
  panel: Panel,
): Mark[] {
  const y = scaleLinear([0, panel.scale.top], [panel.bottom, panel.top + LABEL_ROOM_PX]);
  const values = points.flatMap((point, position): PlacedValue[] => {
    const value = shownValue(point);
    return value === null ? [] : [{ position, point, x: slotMiddle(panel, position), y: y(value) }];
  });
  const says = (point: ChartPoint) => saysOf(frame, [name], point);
  return [
    ...placeGrid(panel, y),
    ...placeGaps(frame, name, points, panel),
    ...(kind === 'flow' ? placeColumns(values, colour, panel, says) : placeLine(values, colour, panel, says)),
    { kind: 'line', style: 'axis', x1: panel.left, y1: panel.bottom, x2: panel.right, y2: panel.bottom },
    ...placeAbsent(points, panel),
    ...placeFigures(values, points, panel),
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

/** Their width tells when, their height nothing. */
function placeGaps(frame: ChartFrame, name: string, points: readonly ChartPoint[], panel: Panel): Mark[] {
  const { comma, colon } = frame.separators;
  return gapRuns(points).flatMap(({ gap, from, to }): Mark[] => {
    if (gap === 'absent') return [];
    const x = slotStart(panel, from) + 0.5;
    const height = GAP_PX[gap];
    const names = [frame.unit, name, nameRun(points, { from, to })].filter((one) => one !== '');
    return [
      {
        kind: 'rect',
        style: gap,
        says: [names.join(comma) + colon + gapLabel(gap, frame)],
        x,
        y: panel.bottom - height,
        width: slotStart(panel, to + 1) - 0.5 - x,
        height,
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

type SaysOf = (point: ChartPoint) => ReturnType<typeof saysOf>;

/** A zero is a column that is just to be seen. */
function placeColumns(values: readonly PlacedValue[], colour: string, panel: Panel, says: SaysOf): Mark[] {
  const slot = slotWidth(panel);
  const width = Math.min(Math.max(slot * 0.8, slot - 6), 56);
  return values.map(({ point, x, y }) => {
    const height = Math.max(panel.bottom - y, 1.5);
    return {
      kind: 'rect',
      style: isPartial(point) ? `bar ${colour} pale` : `bar ${colour}`,
      says: says(point),
      x: x - width / 2,
      y: panel.bottom - height,
      width,
      height,
    };
  });
}

/** Broken at every gap; a value with none beside it is a dot, as the last is. Each value can be pointed at over the whole height. */
function placeLine(values: readonly PlacedValue[], colour: string, panel: Panel, says: SaysOf): Mark[] {
  const stretches = stretchesOf(values);
  const lone = stretches.flatMap((stretch) => (stretch.length === 1 ? stretch : []));
  const dots = new Set([...lone, ...values.slice(-1)]);
  const joined = stretches.filter((stretch) => stretch.length > 1);
  const paths: Mark[] =
    joined.length === 0
      ? []
      : [
          { kind: 'path', style: `area ${colour}`, d: joined.map((one) => groundOf(one, panel)).join('') },
          { kind: 'path', style: `line ${colour}`, d: joined.map(edgeOf).join('') },
        ];
  return [
    ...paths,
    ...[...dots].map(({ x, y }): Mark => ({ kind: 'dot', style: `dot ${colour}`, cx: x, cy: y })),
    ...values.map(
      ({ point, position }): Mark => ({
        kind: 'rect',
        style: 'hit',
        says: says(point),
        x: slotStart(panel, position),
        y: panel.top,
        width: slotWidth(panel),
        height: panel.bottom - panel.top,
      }),
    ),
  ];
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

/** By hand: d3-shape is one file, of which the explorer would load every curve to draw straight lines. */
function edgeOf(stretch: readonly PlacedValue[]): string {
  return `M${stretch.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}`;
}

/** The edge, and back along the foot of the panel. */
function groundOf(stretch: readonly PlacedValue[], { bottom }: Panel): string {
  const foot = stretch.toReversed().map(({ x }) => `${tenth(x)},${tenth(bottom)}`);
  return `${edgeOf(stretch)}L${foot.join('L')}Z`;
}

function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}
