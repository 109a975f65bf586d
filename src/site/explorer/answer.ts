/** The cells of a choice: as a chart, as a table, as CSV. */

import { drawBars } from '../../charts/kinds/bars.ts';
import type { ChartFrame, ChartPoint, ChartSeries, Drawing } from '../../charts/points.ts';
import { drawTimeSeries } from '../../charts/series/time-series.ts';
import { formatNumber } from '../../figures/figure.ts';
import type { ApiCell, ApiCode, ApiIndex } from '../../formats/site/api-file.ts';
import { type CellsFile, type ListedCell, tellCell } from '../../formats/site/cells-file.ts';
import { TOTAL } from '../../program/codelist.ts';
import { isUnlimited, RANGE_COLUMNS } from '../../program/count-range.ts';
import { MARK } from '../../reading/csv.ts';
import { fill } from '../island-words.ts';
import { type Choice, type Cut, codesAt, codesOf, dimensionOf } from './choice.ts';
import { partLabel } from './title.ts';
import type { ExplorerWords, RangeWord } from './words.ts';

export interface AnswerCell {
  /** The count, or between what numbers it lies; empty where neither is known. */
  readonly text: string;
  readonly cell: ApiCell;
}

export interface Answer {
  /** Of the rows: periods, and the codes of a second breakdown. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly AnswerCell[] }[];
  readonly drawing: Drawing;
  /** The label of the period that is drawn, where not all that were chosen are. */
  readonly drawnAlone: string | null;
}

/** More series than this in one picture are too many panels: then the last period is drawn as bars. */
const MOST_SERIES = 9;

/** What cells do not say: the words of a picture and the language of its numbers. */
export type AnswerFrame = Omit<ChartFrame, 'id' | 'title' | 'unit'> &
  Pick<ExplorerWords, 'total' | RangeWord>;

/** Where some codes meet, one of a dimension each: a column, a row, a series. */
interface Place {
  readonly codes: ReadonlyMap<string, string>;
  readonly label: string;
}

export function answer(index: ApiIndex, { cells }: CellsFile, choice: Choice, frame: AnswerFrame): Answer {
  const { measure, by } = choice;
  const { comma } = frame.separators;
  const [first, ...others] = by;
  const whole = { codes: new Map(), label: measure.unit || frame.total };
  const columns = first === undefined ? [whole] : placesOf(index, first);
  const below = others.map((cut) => placesOf(index, cut));
  const periods = periodsOf(index, choice);
  const rowPlaces = [placesOfCodes('period', periods), ...below].reduce((all, next) =>
    cross(all, next, comma),
  );
  const seriesPlaces = below.reduce((all, next) => cross(all, next, comma), columns);
  const cellAt = cellFinder(cells, choice, frame);
  const rows = rowPlaces.map((row) => ({
    label: row.label,
    cells: columns.map((column) => cellAt([...row.codes, ...column.codes])),
  }));
  const series = seriesPlaces.map(({ codes, label }): ChartSeries => {
    const points = periods.map((period) =>
      pointOf(period, cellAt([...codes, ['period', period.code]]), index),
    );
    const id = [...codes.values()].join(' ') || TOTAL;
    return { id, label, kind: measure.nature, points, place: colourPlace(index, first, codes) };
  });
  const isTooMany = series.length > MOST_SERIES;
  return {
    corner: [
      dimensionOf(index, 'period')?.label ?? 'period',
      ...others.map((cut) => partLabel(index, cut, frame)),
    ].join(comma),
    columns: columns.map(({ label }) => label),
    rows,
    drawing: draw({ ...frame, id: 'explorer', title: measure.label, unit: measure.label }, series, periods),
    drawnAlone: isTooMany && periods.length > 1 ? (periods.at(-1)?.label ?? null) : null,
  };
}

function periodsOf(index: ApiIndex, { per, from, to }: Choice): readonly ApiCode[] {
  const periods = codesAt(index, 'period', per);
  const at = (code: string) => periods.findIndex((period) => period.code === code);
  return periods.slice(at(from), at(to) + 1);
}

/** One for each code that is shown. */
function placesOf(index: ApiIndex, cut: Cut): Place[] {
  const shown = codesOf(index, cut).filter(({ code }) => cut.codes.includes(code));
  return placesOfCodes(cut.dimension, shown);
}

function placesOfCodes(dimension: string, codes: readonly ApiCode[]): Place[] {
  return codes.map(({ code, label }) => ({ codes: new Map([[dimension, code]]), label }));
}

/** Every one with every other: for each of the first all of the second. */
function cross(places: readonly Place[], others: readonly Place[], comma: string): Place[] {
  return places.flatMap((place) =>
    others.map((other) => ({
      codes: new Map([...place.codes, ...other.codes]),
      label: place.label + comma + other.label,
    })),
  );
}

const WHOLE = { percent: false, decimals: 0 };
const UNKNOWN: ApiCell = { cell: '', count: null, status: 'z', note: '' };

/** The cell with these codes and those of the filters, the total in all other dimensions. */
function cellFinder(
  cells: readonly ListedCell[],
  { measure, only }: Choice,
  frame: Pick<AnswerFrame, RangeWord | 'language'>,
) {
  const known = new Map(cells.map((cell) => [cell.cell, cell]));
  const fixed = only.map(({ dimension, code }) => [dimension, code] as const);
  return (codes: Iterable<readonly [string, string]>): AnswerCell => {
    const all = new Map([...fixed, ...codes]);
    const address = [measure.measure, ...measure.columns.map((column) => all.get(column) ?? TOTAL)].join('|');
    const found = known.get(address);
    const cell = found === undefined ? UNKNOWN : tellCell(found, measure.notes);
    return { cell, text: textOf(cell, frame) };
  };
}

function textOf({ count, range, status }: ApiCell, frame: Pick<AnswerFrame, RangeWord | 'language'>): string {
  const told = (number: number) => formatNumber(number, frame.language, WHOLE);
  if (range === undefined || isUnlimited(range)) return count === null ? '' : told(count);
  const least = told(range.least);
  if (range.most === null) return fill(frame.hiddenAtLeast, { least });
  return fill(status === 'c' ? frame.hiddenBetween : frame.range, { least, most: told(range.most) });
}

/** A code keeps its colour when others are left out. A total stands among no codes, and has the first. */
function colourPlace(index: ApiIndex, first: Cut | undefined, codes: Place['codes']): number {
  if (first === undefined) return 0;
  return codesOf(index, first).findIndex(({ code }) => code === codes.get(first.dimension));
}

function pointOf(
  { code: x, label: xLabel }: ApiCode,
  { cell, text }: AnswerCell,
  index: ApiIndex,
): ChartPoint {
  const { count, status, note } = cell;
  if (count === null) return { x, xLabel, value: null, figure: null, status, note };
  const origin = {
    kind: 'cells',
    program: index.program,
    release: index.release,
    formula: 'count',
    cells: [cell.cell],
    decimals: 0,
  } as const;
  return { x, xLabel, value: count, figure: { text, origin }, status, note };
}

function draw(frame: ChartFrame, series: readonly ChartSeries[], periods: readonly ApiCode[]): Drawing {
  const last = periods.at(-1)?.label ?? '';
  if (series.length <= MOST_SERIES) return drawTimeSeries(frame, series, []);
  const points = series.flatMap(({ id, label, points }) => {
    const point = points.at(-1);
    return point === undefined ? [] : [{ ...point, x: id, xLabel: label }];
  });
  return drawBars({ ...frame, unit: frame.unit + frame.separators.comma + last }, points);
}

/** The cells as a file, with the mark of its encoding: every code and label, every status; both ends of ranges, if there are any. */
export function answerCsv({ corner, columns, rows }: Answer): string {
  const withRanges = rows.some(({ cells }) => cells.some(({ cell }) => cell.range !== undefined));
  const lines = rows.flatMap(({ label, cells }) =>
    cells.map(({ cell: { cell, count, range, status, note } }, at) => [
      label,
      columns[at] ?? '',
      cell,
      String(count ?? ''),
      ...(withRanges ? [range?.least, range?.most].map((end) => String(end ?? '')) : []),
      status,
      note,
    ]),
  );
  const all = [
    [corner, 'column', 'cell', 'count', ...(withRanges ? RANGE_COLUMNS : []), 'status', 'note'],
    ...lines,
  ];
  return MARK + all.map((fields) => `${fields.map(quoted).join(',')}\n`).join('');
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
