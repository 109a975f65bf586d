/** The cells of a choice: as a chart, as a table, as CSV. */

import { drawBars } from '../../charts/bars.ts';
import type { ChartFrame, ChartPoint, ChartSeries, Drawing } from '../../charts/points.ts';
import { drawTimeSeries } from '../../charts/time-series.ts';
import type { ApiCell, ApiCells, ApiIndex } from '../../model/api-file.ts';
import { TOTAL } from '../../model/codelist.ts';
import { MARK } from '../../model/csv.ts';
import { formatNumber } from '../../model/figure.ts';
import { type Choice, codesAt, dimensionOf, splitCodes } from './choice.ts';

export interface AnswerCell {
  /** Empty where there is no count. */
  readonly text: string;
  readonly cell: ApiCell;
}

export interface Answer {
  /** Of the rows: periods. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly AnswerCell[] }[];
  readonly drawing: Drawing;
  /** The label of the period that is drawn, where not all that were chosen are. */
  readonly drawnAlone: string | null;
}

/** More series than this in one picture cannot be told apart: then the last period is drawn as bars. */
const MOST_SERIES = 6;

/** What cells do not say: the words of a picture and the language of its numbers. */
export type AnswerFrame = Omit<ChartFrame, 'id' | 'title' | 'unit'> & { readonly total: string };

export function answer(index: ApiIndex, { cells }: ApiCells, choice: Choice, frame: AnswerFrame): Answer {
  const { measure, split } = choice;
  const periods = periodsOf(index, choice);
  const parts = partsOf(index, choice, frame.total);
  const known = new Map(cells.map((cell) => [cell.cell, cell]));
  const cellOf = (period: string, code: string): AnswerCell => {
    const address = measure.columns.map((column) => {
      if (column === 'period') return period;
      return column === split.dimension ? code : TOTAL;
    });
    const cell = known.get([measure.measure, ...address].join('|')) ?? UNKNOWN;
    return { cell, text: cell.count === null ? '' : formatNumber(cell.count, frame.language, WHOLE) };
  };
  const rows = periods.map(({ code, label }) => ({
    label,
    cells: parts.map((part) => cellOf(code, part.code)),
  }));
  const all = splitCodes(index, split);
  const series = parts.map((part, at): ChartSeries => {
    const points = periods.map(({ code, label }, row) =>
      pointOf(code, label, rows[row]?.cells[at] ?? { cell: UNKNOWN, text: '' }, index),
    );
    // A total stands among no codes, and has the first colour.
    const place = all.findIndex(({ code }) => code === part.code);
    return { id: part.code, label: part.label, kind: measure.nature, points, place };
  });
  const isTooMany = series.length > MOST_SERIES;
  return {
    corner: dimensionOf(index, 'period')?.label ?? '',
    columns: parts.map(({ label }) => label),
    rows,
    drawing: draw({ ...frame, id: 'explorer', title: measure.label, unit: measure.label }, series, periods),
    drawnAlone: isTooMany && periods.length > 1 ? (periods.at(-1)?.label ?? null) : null,
  };
}

const WHOLE = { percent: false, decimals: 0 };
const UNKNOWN: ApiCell = { cell: '', count: null, status: 'z', note: '' };

/** The cells as a file, with the mark of its encoding: every code and label, every status. */
export function answerCsv({ corner, columns, rows }: Answer): string {
  const lines = rows.flatMap(({ label, cells }) =>
    cells.map(({ cell: { cell, count, status, note } }, at) => [
      label,
      columns[at] ?? '',
      cell,
      String(count ?? ''),
      status,
      note,
    ]),
  );
  const all = [[corner, 'column', 'cell', 'count', 'status', 'note'], ...lines];
  return MARK + all.map((fields) => `${fields.map(quoted).join(',')}\n`).join('');
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function periodsOf(index: ApiIndex, { split, from, to }: Choice) {
  const periods = codesAt(index, 'period', split.period);
  const at = (code: string) => periods.findIndex((period) => period.code === code);
  return periods.slice(at(from), at(to) + 1);
}

/** The chosen codes, or the total alone. */
function partsOf(index: ApiIndex, { split, codes, measure }: Choice, total: string) {
  if (split.dimension === null) return [{ code: TOTAL, label: measure.unit || total }];
  return splitCodes(index, split).filter(({ code }) => codes.includes(code));
}

function pointOf(x: string, xLabel: string, { cell, text }: AnswerCell, index: ApiIndex): ChartPoint {
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

function draw(
  frame: ChartFrame,
  series: readonly ChartSeries[],
  periods: readonly { readonly label: string }[],
): Drawing {
  const last = periods.at(-1)?.label ?? '';
  if (series.length <= MOST_SERIES) return drawTimeSeries(frame, series, []);
  const points = series.flatMap(({ id, label, points }) => {
    const point = points.at(-1);
    return point === undefined ? [] : [{ ...point, x: id, xLabel: label }];
  });
  return drawBars({ ...frame, unit: frame.unit + frame.separators.comma + last }, points);
}
