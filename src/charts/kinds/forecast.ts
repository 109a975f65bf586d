/**
 * How many are left at the end of each year: today's rule as a line, what-ifs dashed. Where a count is hidden, the room
 * between the least and the most is hatched. The years stand below, the first, the middle and the last with their names.
 *
 *   9,422 o----o\                      o  today's rule
 *         :  \   \o----o 702 to 820    -  what-if, dashed
 *       June 2025  June 2034
 *
 * Lines of the same counts are one line with one name.
 */
import { area, line } from 'd3';
import type { Figure } from '../../figures/figure.ts';
import { drawSizes, placeHeading } from '../drawing.ts';
import { placeKey } from '../key.ts';
import type { Mark, Plan, Size } from '../marks.ts';
import type { ChartFrame, Drawing } from '../points.ts';
import { scaleLinear, scaleTo, type ValueScale } from '../scales.ts';
import { LINE_PX, textWidth } from '../text.ts';

/** What is known of a count at a time; `most` is null where nothing limits it. */
interface ForecastPoint {
  readonly least: number;
  readonly most: number | null;
  /** Null where nobody is counted. */
  readonly figures: { readonly least: Figure; readonly most: Figure | null } | null;
}

export interface ForecastLine {
  readonly label: string;
  readonly isWhatIf: boolean;
  /** One for each time. */
  readonly points: readonly ForecastPoint[];
}

/** What stands between the ends of a range, and behind one that has no limit. */
export interface ForecastFrame extends ChartFrame {
  readonly to: string;
  readonly orMore: string;
}

const PLOT_PX = { phone: 190, wide: 240 } as const;
/** Of what-ifs, in order; the line of today's rule tells of records that exist. */
const WHAT_IF = ['sa', 'sf', 'sd'] as const;

/** `times` name the points of every line, in order. */
export function drawForecast(
  frame: ForecastFrame,
  times: readonly Figure[],
  lines: readonly ForecastLine[],
): Drawing {
  const drawn = joined(lines, frame);
  const hidden = lines.flatMap(({ label, points }) =>
    points.some(({ least, most }) => most !== least) ? [{ gap: 'hidden' as const, where: label }] : [],
  );
  return drawSizes(frame, hidden, (size) => planForecast(frame, times, drawn, size));
}

/** What-ifs that come to the same, as one. */
function joined(lines: readonly ForecastLine[], { separators }: ChartFrame): ForecastLine[] {
  const alike = Map.groupBy(lines, ({ isWhatIf, points }) =>
    [isWhatIf, ...points.flatMap(({ least, most }) => [least, most])].join(' '),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, label: [first, ...others].map(({ label }) => label).join(separators.semicolon) }],
  );
}

function planForecast(
  frame: ForecastFrame,
  times: readonly Figure[],
  lines: readonly ForecastLine[],
  size: Size,
): Plan {
  const heading = placeHeading(frame, size);
  const points = lines.flatMap((one) => one.points);
  const scale = scaleTo(Math.max(0, ...points.map(({ least, most }) => most ?? least)), frame.language, 4);
  const left = Math.max(...scale.ticks.map(({ text }) => textWidth(text))) + 8;
  const top = heading.heightPx + LINE_PX;
  const bottom = top + PLOT_PX[size.name];
  const place = {
    x: scaleLinear(
      [0, Math.max(1, times.length - 1)],
      [left + 6, size.widthPx - END_PX - endWidth(lines, frame)],
    ),
    y: scaleLinear([0, scale.top], [bottom, top]),
  };
  const styles = lines.map(({ isWhatIf }, at) => styleOf(isWhatIf, lines.slice(0, at)));
  const isHidden = points.some((point) => rangePx(point, place, top) >= LEAST_HATCH_PX);
  const key = placeKey(
    [
      ...lines.map(({ label }, at) => ({ style: styles[at] ?? '', label })),
      ...(isHidden ? [{ style: 'hidden', label: frame.hiddenLabel }] : []),
    ],
    bottom + LINE_PX + 16,
    size.widthPx,
  );
  return {
    marks: [
      ...heading.marks,
      ...placeScale(scale, place, left, size.widthPx),
      ...lines.flatMap(({ points: own }) => placeRange(own, place, top)),
      ...lines.flatMap(({ points: own }, at) => placeLine(own, styles[at] ?? '', place)),
      ...placeEnds(lines[0]?.points ?? [], frame, place),
      ...placeTimes(times, place, bottom, size),
      ...key.marks,
    ],
    heightPx: bottom + LINE_PX + 16 + key.heightPx,
  };
}

interface Place {
  readonly x: (time: number) => number;
  readonly y: (count: number) => number;
}

function styleOf(isWhatIf: boolean, before: readonly ForecastLine[]): string {
  if (!isWhatIf) return 'line sb';
  const position = before.filter((one) => one.isWhatIf).length;
  return `line dashed ${WHAT_IF[position % WHAT_IF.length]}`;
}

function placeScale({ ticks }: ValueScale, { y }: Place, left: number, right: number): Mark[] {
  return ticks.flatMap(({ value, text }): Mark[] => [
    { kind: 'line', style: value === 0 ? 'axis' : 'grid', x1: left, y1: y(value), x2: right, y2: y(value) },
    { kind: 'tick', x: left - 6, y: y(value) + 4, anchor: 'end', text },
  ]);
}

/** A lower hatch than this is a part of its line, and no reader looks for it in the key. */
const LEAST_HATCH_PX = 4;

function rangePx({ least, most }: ForecastPoint, { y }: Place, top: number): number {
  return y(least) - (most === null ? top : y(most));
}

/** Hatched between the least and the most, where they differ. */
function placeRange(points: readonly ForecastPoint[], { x, y }: Place, top: number): Mark[] {
  if (points.every(({ least, most }) => least === most)) return [];
  const shape = area<ForecastPoint>()
    .x((_, at) => x(at))
    .y0(({ least }) => y(least))
    .y1(({ most }) => (most === null ? top : y(most)))
    .digits(1);
  return [{ kind: 'path', style: 'hidden', d: shape(points) ?? '' }];
}

function placeLine(points: readonly ForecastPoint[], style: string, { x, y }: Place): Mark[] {
  const path = line<ForecastPoint>()
    .x((_, at) => x(at))
    .y(({ least }) => y(least))
    .digits(1);
  return [{ kind: 'path', style, d: path(points) ?? '' }];
}

/** From the dot at the end of a line to the figure beside it. */
const END_PX = 10;

/** A count as it is printed at an end of today's line: with the other end of its range. */
function endOf(point: ForecastPoint | undefined, { to, orMore }: ForecastFrame): EndFigure | null {
  if (point === undefined || point.figures === null) return null;
  const { least, most } = point.figures;
  if (point.least === point.most) return { figure: least, words: '' };
  return most === null ? { figure: least, words: orMore } : { figure: least, words: to, to: most };
}

type EndFigure = Pick<Mark & { readonly kind: 'figure' }, 'figure' | 'words' | 'to'>;

/** What the last figure of today's line needs beside it, in pixels. */
function endWidth(lines: readonly ForecastLine[], frame: ForecastFrame): number {
  const end = endOf(lines[0]?.points.at(-1), frame);
  if (end === null) return 0;
  return textWidth([end.figure.text, end.words, end.to?.text].filter(Boolean).join(' '));
}

/** The first count of today's line above its end, the last beside it, where no line runs. */
function placeEnds(points: readonly ForecastPoint[], frame: ForecastFrame, { x, y }: Place): Mark[] {
  const last = points.length - 1;
  return [0, last].flatMap((at): Mark[] => {
    const point = points[at];
    const end = endOf(point, frame);
    if (point === undefined || end === null) return [];
    const place =
      at === last
        ? { x: x(at) + END_PX, y: y(point.least) + 5 }
        : { x: x(at), y: y(point.most ?? point.least) - 8 };
    return [
      { kind: 'dot', style: 'dot sb', cx: x(at), cy: y(point.least) },
      { kind: 'figure', ...place, anchor: 'start', ...end },
    ];
  });
}

function placeTimes(times: readonly Figure[], { x }: Place, bottom: number, { name }: Size): Mark[] {
  const last = times.length - 1;
  const shown = new Set(name === 'phone' ? [0, last] : [0, Math.floor(last / 2), last]);
  return [...shown].flatMap((at): Mark[] => {
    const figure = times[at];
    if (figure === undefined) return [];
    const anchor = at === 0 ? 'start' : 'middle';
    return [
      {
        kind: 'figure',
        x: x(at),
        y: bottom + 17,
        anchor: at === last ? 'end' : anchor,
        figure,
        words: '',
        isQuiet: true,
      },
    ];
  });
}
