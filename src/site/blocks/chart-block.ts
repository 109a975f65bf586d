/** A declared table as a chart with its title, its table, its file and its source. */
import { drawBars } from '../../charts/kinds/bars.ts';
import { drawStack } from '../../charts/kinds/stack.ts';
import {
  type ChartAnnotation,
  type ChartFrame,
  type ChartPoint,
  type ChartSeries,
  type Drawing,
  gapOf,
} from '../../charts/points.ts';
import { drawTimeSeries } from '../../charts/series/time-series.ts';
import type { Table } from '../../program/program.ts';
import { isFigure, type Sentence } from '../figures/sentence.ts';
import { chooseFinding, type Finding } from '../findings/finding.ts';
import { periodOfDay } from '../findings/forms.ts';
import { tableFindings } from '../findings/of-table.ts';
import { latestPeriod, periodBare } from '../findings/periods.ts';
import type { Block, ChartBlock, TableBlock } from '../frame/page.ts';
import { codeLabel, type ReleaseView } from '../view.ts';
import { frameOf } from './chart-frame.ts';
import { readableTable } from './readable-table.ts';
import { sourceSentence } from './sources.ts';
import { cellProps, csvLink, tableBlock } from './table-block.ts';
import { addressAt, type Grid, gridOf, levelCodes } from './table-grid.ts';

/** More series than this in one picture cannot be told apart. */
const MOST_SERIES = 6;
/** Of a mix, whose parts but the lowest have no common foot, fewer: of more the last period stands as bars. */
const MOST_PARTS = 4;

/** What a page shows of a table: `id` names what is drawn, so that a page can tell when two tables come to the same. */
export interface TableDisplay {
  readonly id: string;
  /** Why it is another table than the one that was asked for; nothing otherwise. */
  readonly before: readonly Block[];
  readonly blocks: readonly Block[];
}

/** `most` is the highest value of the charts beside it, with which it has one scale. The chart of a table with its remarks, or of a coarser one where more than half is hidden; the table alone where no chart suits it. */
export function displayTable(
  view: ReleaseView,
  table: Table,
  taken: Set<string>,
  most?: number,
): TableDisplay {
  const { messages } = view;
  const readable = readableTable(view, table);
  if (readable === undefined) {
    const text = messages.tables.tooMuchHiddenAlone({ title: table.title, file: csvLink(view, table) });
    return { id: table.id, before: [{ kind: 'prose', text }], blocks: [] };
  }
  const grid = gridOf(view, readable);
  const before: Block[] =
    readable === table
      ? []
      : [{ kind: 'prose', text: messages.tables.tooMuchHidden({ title: table.title }) }];
  return { id: readable.id, before, blocks: chartOf(view, grid, taken, most) ?? tablesByPeriod(view, grid) };
}

/** With more rows than this in each period, a table is one for the last period and folds for those before. */
const MOST_ROWS_A_PERIOD = 12;

/** `Fiscal year 2025` in sight, the years before each behind a line that opens. */
function tablesByPeriod(view: ReleaseView, grid: Grid): Block[] {
  const { table, rowDimensions, rows } = grid;
  const periods = levelCodes(view, table, 'period').toReversed();
  const isLong = rowDimensions[0] === 'period' && rows.length > periods.length * MOST_ROWS_A_PERIOD;
  const [latest, ...others] = periods;
  if (!isLong || latest === undefined) return [tableBlock(view, grid)];
  const { notes, links, ...whole } = tableBlock(view, grid);
  const blockOf = (period: string): TableBlock => {
    const own = { ...grid, rows: rows.filter(([first]) => first === period) };
    const id = `${whole.id}-${period}`;
    return { ...tableBlock(view, own), id, notes: [], links: [] };
  };
  return [
    {
      ...blockOf(latest),
      notes: notes.length === 0 ? [] : [[view.messages.tables.allPeriods], ...notes],
      links,
    },
    ...others.map((period): Block => {
      const id = `${table.id}-${period}`;
      return { kind: 'fold', id, summary: codeLabel(view, 'period', period), blocks: [blockOf(period)] };
    }),
  ];
}

function chartOf(view: ReleaseView, grid: Grid, taken: Set<string>, most?: number): Block[] | undefined {
  if (!isDrawn(view, grid)) return undefined;
  const { id } = grid.table;
  const finding = chooseFinding(tableFindings(view, grid), taken);
  const frame = frameOf(view, { id, unit: grid.measure.label }, finding.title);
  const drawing = draw(view, grid, most === undefined ? frame : { ...frame, most });
  const { notes, ...table } = tableBlock(view, grid);
  const subtitle = tableSubtitle(view, grid, finding);
  return [chartBlock(view, { id, finding, subtitle, drawing, table: { ...table, notes: [] }, notes })];
}

/** Under a title that says what the figures show: what is counted, where, when; under the table's own name only the latter two. */
function tableSubtitle(view: ReleaseView, { table }: Grid, { claim }: Finding): Sentence {
  const periods = levelCodes(view, table, 'period').map((period) => periodBare(view, period));
  const span = spanOf(view, periods);
  return claim === null ? span : view.messages.findings.subtitle({ table: table.title, place: span });
}

/** Where, and from when to when if there are periods. */
export function spanOf({ program: { city }, messages }: ReleaseView, periods: readonly string[]): Sentence {
  const [from, to = from] = [periods[0], periods.at(-1)];
  if (from === undefined || to === undefined) return [city];
  return from === to
    ? messages.findings.placeOnce({ city, period: from })
    : messages.findings.place({ city, from, to });
}

/** Whether a picture suits a table: more than one dimension beside the periods do not go into one. */
function isDrawn(view: ReleaseView, grid: Grid): boolean {
  const { table } = grid;
  const [dimension, ...others] = Object.keys(table.levels).filter((name) => name !== 'period');
  if (others.length > 0) return false;
  if (dimension === undefined || table.levels.period === undefined) return true;
  return isTogether(view, grid, dimension) || latestPeriod(view, grid) !== undefined;
}

/** A drawing with its table. Remarks stand under the picture, where nobody has to open the table to see them. */
export function chartBlock(
  view: ReleaseView,
  {
    id,
    finding,
    subtitle,
    drawing,
    table,
    notes = [],
  }: {
    readonly id: string;
    readonly finding: Finding;
    readonly subtitle: Sentence;
    readonly drawing: Drawing;
    readonly table: TableBlock;
    readonly notes?: readonly Sentence[];
  },
): ChartBlock {
  return {
    kind: 'chart',
    id: `chart-${id}`,
    ...finding,
    subtitle,
    drawing: { ...drawing, spoken: finding.title.filter(isFigure) },
    table,
    notes,
    travel: null,
    source: sourceSentence(view),
  };
}

/** Only where `isDrawn`. */
function draw(view: ReleaseView, grid: Grid, frame: ChartFrame): Drawing {
  const { table, measure } = grid;
  const dimensions = Object.keys(table.levels).filter((dimension) => dimension !== 'period');
  const [dimension] = dimensions;
  if (table.levels.period === undefined)
    return drawBars(frame, codePoints(view, grid, dimension ?? '', undefined));
  if (dimension === undefined)
    return drawTimeSeries(
      frame,
      [{ ...seriesOf(view, grid, undefined), label: measure.label }],
      annotations(view, table),
    );
  if (isTogether(view, grid, dimension)) {
    const series = countable(
      levelCodes(view, table, dimension).map((code) => seriesOf(view, grid, { dimension, code })),
    );
    if (isMix(grid))
      return drawStack(frame, series, {
        ...seriesOf(view, grid, undefined),
        label: view.messages.tables.total,
      });
    return drawTimeSeries(frame, series, annotations(view, table));
  }
  const period = latestPeriod(view, grid);
  if (period === undefined) throw new Error(`internal error: nothing to draw of table "${table.id}"`);
  return drawRanked(view, grid, frame, { dimension, period });
}

/** Whether all codes of a dimension go into one picture over time. */
function isTogether(view: ReleaseView, grid: Grid, dimension: string): boolean {
  const { length } = levelCodes(view, grid.table, dimension);
  const isTold = latestPeriod(view, grid) !== undefined;
  return length <= (isMix(grid) && isTold ? MOST_PARTS : MOST_SERIES);
}

/** Codes by their number in a period, those without one last, each with how it got there. */
function drawRanked(
  view: ReleaseView,
  grid: Grid,
  frame: ChartFrame,
  { dimension, period }: { readonly dimension: string; readonly period: string },
): Drawing {
  const { marks, served, tables } = view.messages;
  const periods = levelCodes(view, grid.table, 'period').map((code) => periodBare(view, code));
  const [from = '', to = from] = [periods[0], periods.at(-1)];
  const points = codePoints(view, grid, dimension, period).toSorted(
    (one, other) => (other.value ?? -1) - (one.value ?? -1),
  );
  const trends = new Map(
    points.map(({ x }) => [x, seriesOf(view, grid, { dimension, code: x }).points] as const),
  );
  const unit = grid.measure.label + marks.comma + codeLabel(view, 'period', period);
  const isTrend = periods.length > 1;
  return drawBars(
    { ...frame, unit: isTrend ? unit + marks.semicolon + served.trend.text({ from, to }) : unit },
    points,
    { trends: isTrend ? trends : new Map(), unranked: tables.unranked },
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

/** Without those that can count nobody at any time: a way to apply that leaves no records has no line of them. */
function countable(series: readonly ChartSeries[]): ChartSeries[] {
  const found = series.filter(({ points }) => points.some((point) => gapOf(point) !== 'absent'));
  return found.length === 0 ? [...series] : found;
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

/** Whether the program says that a count is of a part of its period. */
function isPart({ program }: ReleaseView, address: string): boolean {
  const [own, period = ''] = address.split('|');
  return program.notes.some(
    ({ at, measure, partial }) =>
      partial === true && (measure ?? own) === own && at.period?.includes(period) === true,
  );
}

export function pointAt(view: ReleaseView, address: string, x: string, xLabel: string): ChartPoint {
  const cell = view.source.cells.get(address);
  const part = isPart(view, address) ? { isPart: true } : {};
  return {
    ...part,
    x,
    xLabel,
    value: cell?.count ?? null,
    note: cell?.note ?? '',
    ...cellProps(view, address),
  };
}

/** Policy events at the periods in which they fell; the end of one that lasted is no event of its own. */
function annotations(view: ReleaseView, table: Table): ChartAnnotation[] {
  const level = table.levels.period ?? '';
  const periods = new Set(levelCodes(view, table, 'period'));
  const { events } = view.program;
  const ends = new Set(events.map(({ until }) => until));
  return events.flatMap(({ date, until, label }) => {
    const x = periodOfDay(date, level);
    const to = until === undefined ? undefined : periodOfDay(until, level);
    if (x === undefined || !periods.has(x) || ends.has(date)) return [];
    return [{ x, label, ...(to === undefined ? {} : { to }) }];
  });
}
