/** A declared table as a chart with its title, its table, its file and its source. */
import { drawBars } from '../charts/bars.ts';
import type { ChartAnnotation, ChartFrame, ChartPoint, ChartSeries, Drawing } from '../charts/points.ts';
import { drawStack } from '../charts/stack.ts';
import { drawTimeSeries } from '../charts/time-series.ts';
import type { Table } from '../model/program.ts';
import { findTitle, latestPeriod } from './findings.ts';
import type { Block, ChartBlock, TableBlock } from './page.ts';
import { readableTable } from './readable-table.ts';
import { isFigure, type Sentence, sentenceText } from './sentence.ts';
import { sourceSentence } from './sources.ts';
import { cellProps, csvLink, tableBlock } from './table-block.ts';
import { addressAt, type Grid, gridOf, levelCodes } from './table-grid.ts';
import { codeLabel, type ReleaseView } from './view.ts';

/** More series than this in one picture cannot be told apart. */
const MOST_SERIES = 6;

/** What a page shows of a table: `id` names what is drawn, so that a page can tell when two tables come to the same. */
export interface TableDisplay {
  readonly id: string;
  /** Why it is another table than the one that was asked for; nothing otherwise. */
  readonly before: readonly Block[];
  readonly blocks: readonly Block[];
}

/** The chart of a table with its remarks, or of a coarser one where more than half is hidden; the table alone where no chart suits it. */
export function displayTable(view: ReleaseView, table: Table): TableDisplay {
  const { messages } = view;
  const readable = readableTable(view, table);
  if (readable === undefined) {
    const text = messages.tooMuchHiddenAlone(table.title, csvLink(view, table));
    return { id: table.id, before: [{ kind: 'prose', text }], blocks: [] };
  }
  const grid = gridOf(view, readable);
  const before: Block[] =
    readable === table ? [] : [{ kind: 'prose', text: messages.tooMuchHidden(table.title) }];
  return { id: readable.id, before, blocks: chartOf(view, grid) ?? [tableBlock(view, grid)] };
}

function chartOf(view: ReleaseView, grid: Grid): Block[] | undefined {
  const title = findTitle(view, grid);
  const drawing = draw(view, grid, frameOf(view, { id: grid.table.id, unit: grid.measure.label }, title));
  if (drawing === undefined) return undefined;
  const { notes, ...table } = tableBlock(view, grid);
  return [chartBlock(view, { id: grid.table.id, title, drawing, table: { ...table, notes: [] }, notes })];
}

/** A drawing with its table. Remarks stand under the picture, where nobody has to open the table to see them. */
export function chartBlock(
  view: ReleaseView,
  {
    id,
    title,
    drawing,
    table,
    notes = [],
  }: {
    readonly id: string;
    readonly title: Sentence;
    readonly drawing: Drawing;
    readonly table: TableBlock;
    readonly notes?: readonly Sentence[];
  },
): ChartBlock {
  return {
    kind: 'chart',
    id: `chart-${id}`,
    title,
    drawing: { ...drawing, spoken: title.filter(isFigure) },
    table,
    notes,
    travel: null,
    source: sourceSentence(view),
  };
}

/** `id` is unique on its page; `unit` says what is counted. */
export function frameOf(
  view: ReleaseView,
  { id, unit }: { readonly id: string; readonly unit: string },
  title: Sentence,
): ChartFrame {
  const { messages, language, program } = view;
  return {
    id: `drawing-${id}`,
    title: sentenceText(title),
    summary: messages.tableFollows,
    unit,
    language,
    separators: messages.marks,
    invented: program.nature === 'invented' ? messages.inventedNotice : null,
    hiddenLabel: messages.hidden,
    notAvailableLabel: messages.notAvailable,
    notApplicableLabel: messages.notApplicable,
    partialLabel: messages.partialYear,
  };
}

function draw(view: ReleaseView, grid: Grid, frame: ChartFrame): Drawing | undefined {
  const { table, measure } = grid;
  const dimensions = Object.keys(table.levels).filter((dimension) => dimension !== 'period');
  const [dimension] = dimensions;
  if (dimensions.length > 1) return undefined;
  if (table.levels.period === undefined)
    return drawBars(frame, codePoints(view, grid, dimension ?? '', undefined));
  if (dimension === undefined)
    return drawTimeSeries(
      frame,
      [{ ...seriesOf(view, grid, undefined), label: measure.label }],
      annotations(view, table),
    );
  if (levelCodes(view, table, dimension).length <= MOST_SERIES) {
    const series = levelCodes(view, table, dimension).map((code) =>
      seriesOf(view, grid, { dimension, code }),
    );
    if (isMix(grid))
      return drawStack(frame, series, { ...seriesOf(view, grid, undefined), label: view.messages.total });
    return drawTimeSeries(frame, series, annotations(view, table));
  }
  const period = latestPeriod(view, grid);
  return period === undefined
    ? undefined
    : drawBars(
        { ...frame, unit: measure.label + view.messages.marks.comma + codeLabel(view, 'period', period) },
        codePoints(view, grid, dimension, period),
      );
}

/** Parts of a whole in few periods are stacked; months are too many for that, and a stock is no sum over them. */
function isMix({ table, measure }: Grid): boolean {
  return measure.kind === 'flow' && ['year', 'fiscal-year'].includes(table.levels.period ?? '');
}

function seriesOf(
  view: ReleaseView,
  { table, measure }: Grid,
  fixed: { readonly dimension: string; readonly code: string } | undefined,
): ChartSeries {
  const points = levelCodes(view, table, 'period').map((period) => {
    const codes = new Map([
      ['period', period],
      ...(fixed === undefined ? [] : [[fixed.dimension, fixed.code] as const]),
    ]);
    return pointAt(view, addressAt(measure, codes), period, codeLabel(view, 'period', period));
  });
  const label = fixed === undefined ? measure.label : codeLabel(view, fixed.dimension, fixed.code);
  return { id: fixed?.code ?? measure.id, label, kind: measure.kind, points };
}

/** One point per code of a dimension, in its order; in one period, or over all of them. */
function codePoints(
  view: ReleaseView,
  { table, measure }: Grid,
  dimension: string,
  period: string | undefined,
): ChartPoint[] {
  return levelCodes(view, table, dimension).map((code) => {
    const codes = new Map([
      [dimension, code],
      ...(period === undefined ? [] : [['period', period] as const]),
    ]);
    return pointAt(view, addressAt(measure, codes), code, codeLabel(view, dimension, code));
  });
}

export function pointAt(view: ReleaseView, address: string, x: string, xLabel: string): ChartPoint {
  const cell = view.source.cells.get(address);
  return { x, xLabel, value: cell?.count ?? null, note: cell?.note ?? '', ...cellProps(view, address) };
}

/** Policy events at the periods in which they fell. */
function annotations(view: ReleaseView, table: Table): ChartAnnotation[] {
  const periods = new Set(levelCodes(view, table, 'period'));
  return view.program.events.flatMap(({ date, label }) => {
    const x = periodOf(date, table.levels.period ?? '');
    return x !== undefined && periods.has(x) ? [{ x, label }] : [];
  });
}

function periodOf(date: string, level: string): string | undefined {
  const match = /^(\d{4})-(\d{2})/.exec(date);
  if (match === null) return undefined;
  const [month, year = '', number = ''] = match;
  if (level === 'month') return month;
  return level === 'quarter' ? `${year}-Q${Math.ceil(Number(number) / 3)}` : undefined;
}
