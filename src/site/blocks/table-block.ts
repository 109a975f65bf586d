/** A grid as a table for readers: every cell with its figure or the reason why there is none. */
import type { Figure } from '../../figures/figure.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import { isUnlimited } from '../../program/count-range.ts';
import type { Table } from '../../program/program.ts';
import { cubePath, tablePath } from '../../release/layout.ts';
import { AREA } from '../dimensions.ts';
import { cellFigure, cellsFigure, rangeFigures, sumFigure, withheldFigure } from '../figures/figures.ts';
import { closed, type Link, type Sentence } from '../figures/sentence.ts';
import type { CellProps, TableBlock, TableRow } from '../frame/page.ts';
import { fileLink } from '../routes.ts';
import { codeLabel, levelLabel, meaningOf, type ReleaseView } from '../view.ts';
import { hiddenLinks } from './hidden-links.ts';
import { addressAt, addressIn, type Grid, levelCodes, MOST_COLUMNS } from './table-grid.ts';

/** A cell that the release does not know is no cell: a table with totals of one dimension alone has such corners. */
export function cellProps({ source }: ReleaseView, address: string): CellProps {
  const figure = cellFigure(source, address) ?? null;
  return { address, figure, status: source.cells.get(address)?.status ?? 'z' };
}

/** The same; a cell known only as a range, or hidden, says between what numbers its count lies. */
export function tableCell(view: ReleaseView, address: string): CellProps {
  const cell = cellProps(view, address);
  const range = rangeWords(view, address);
  return range === undefined ? cell : { ...cell, range };
}

/** Nothing where the release gives no range, or the audit proved none: the count follows from published ones, or nothing limits it. */
function rangeWords(view: ReleaseView, address: string): Sentence | undefined {
  const { range, hiddenBetween, hiddenAtLeast } = view.messages.tables;
  const given = givenRange(view, address);
  if (given !== undefined) return range(given);
  const isHidden = view.source.cells.get(address)?.status === 'c';
  const proved = isHidden ? rangeFigures(view.source, [address]) : undefined;
  if (proved === undefined || isUnlimited(proved.range)) return undefined;
  const { least, most } = proved;
  return most === null ? hiddenAtLeast({ least }) : hiddenBetween({ least, most });
}

/** Both ends of a range that the release gives of a cell; undefined where it gives none. */
export function givenRange(
  { source }: ReleaseView,
  address: string,
): { readonly least: Figure; readonly most: Figure } | undefined {
  if (source.cells.get(address)?.range === undefined) return undefined;
  const range = rangeFigures(source, [address]);
  if (range?.most == null) throw new Error(`internal error: a range without an end at ${address}`);
  return { least: range.least, most: range.most };
}

export function tableBlock(view: ReleaseView, whole: Grid): TableBlock {
  const grid = latestColumns(whole);
  const { table, rowDimensions, columnDimension, columns } = grid;
  const { marks, tables } = view.messages;
  const { comma } = marks;
  const headings = columns.map((code) =>
    columnDimension === null ? grid.measure.unit : codeLabel(view, columnDimension, code),
  );
  const notes = [...shownNotes(view, whole), ...remarks(view, whole), ...areaNote(view, whole)];
  const period = onlyPeriod(grid);
  const from = period === undefined ? 0 : 1;
  const named = period === undefined ? [] : [comma, codeLabel(view, 'period', period)];
  return {
    kind: 'table',
    id: `table-${table.id}`,
    caption: [tables.tableOf, table.title, ...named],
    columns: [
      rowDimensions
        .slice(from)
        .map((dimension) => levelLabel(view, dimension, table.levels[dimension]))
        .join(comma),
      ...headings,
    ],
    rows: told(
      grid,
      grid.rows.map((row) => tableRow(view, grid, row, from)),
    ),
    notes:
      grid === whole
        ? notes
        : [[tables.latestAlone], ...(notes.length > 0 ? [[tables.allPeriods], ...notes] : [])],
    links: [csvLink(view, table), ...hiddenLinks(view, grid.inner)],
  };
}

/** Of more periods than columns the latest: nobody reads a table sideways through years of months. */
function latestColumns(grid: Grid): Grid {
  const periods = grid.columns.filter((code) => code !== TOTAL);
  if (grid.columnDimension !== 'period' || periods.length <= MOST_COLUMNS) return grid;
  return { ...grid, columns: periods.slice(-MOST_COLUMNS) };
}

/** Where all rows are of one period and of something else too: the caption names it, and no row. */
function onlyPeriod({ rowDimensions, rows }: Grid): string | undefined {
  const [period, ...others] = new Set(rows.map(([code = TOTAL]) => code));
  const isNamed = rowDimensions[0] === 'period' && rowDimensions.length > 1 && period !== TOTAL;
  return isNamed && others.length === 0 ? period : undefined;
}

/** Where rows stand for more than one thing, those in which nothing can be counted are left out: a remark says why. */
function told({ rowDimensions }: Grid, rows: readonly TableRow[]): readonly TableRow[] {
  if (rowDimensions.length < 2) return rows;
  return rows.filter(({ cells }) => cells.some((cell) => !('status' in cell) || cell.status !== 'z'));
}

/** A declared table has a file of its own; a margin stands in its cube. */
export function csvLink(view: ReleaseView, { id, measure }: Table): Link {
  const isDeclared = view.release.declaration.tables.some((table) => table.id === id);
  return isDeclared
    ? fileLink(view, tablePath(id), view.messages.tables.downloadCsv)
    : fileLink(view, cubePath(measure), view.messages.tables.downloadCube);
}

/** `from`: the first code of it that the heading names. */
function tableRow(view: ReleaseView, grid: Grid, row: readonly string[], from: number): TableRow {
  const labels = row.map((code, index) => codeLabel(view, grid.rowDimensions[index] ?? '', code)).slice(from);
  const { comma } = view.messages.marks;
  const heading = labels.flatMap((label, index) => (index === 0 ? [label] : [comma, label]));
  return { heading, cells: grid.columns.map((column) => tableCell(view, addressIn(grid, row, column))) };
}

/** Of areas: what one of the counted is, and that a count says nothing of how many live there. No program says how many do. */
function areaNote(view: ReleaseView, { table, measure }: Grid): Sentence[] {
  if (table.levels[AREA] === undefined) return [];
  const meaning = meaningOf(view, measure);
  return [...(meaning === undefined ? [] : [[meaning]]), [view.messages.served.noResidents]];
}

/** How many cells are hidden, how many totals beside them, and what the shown ones add up to. Nothing where none is. */
function shownNotes(view: ReleaseView, grid: Grid): Sentence[] {
  const { source, messages } = view;
  const { inner, measure } = grid;
  const shown = inner.filter((address) => source.cells.get(address)?.count != null);
  if (!inner.some((address) => source.cells.get(address)?.status === 'c')) return [];
  const hidden = messages.tables.hiddenCells({
    hidden: withheldFigure(source, inner),
    cells: cellsFigure(source, inner),
  });
  const total = totalFigure(view, grid);
  const sum = sumFigure(source, shown);
  const own = new Set(inner);
  const totals = grid.rows
    .flatMap((row) => grid.columns.map((column) => addressIn(grid, row, column)))
    .filter((address) => !own.has(address) && source.cells.get(address)?.status === 'c');
  return [
    [...hidden, ' ', messages.tables.hiddenIsNotZero],
    ...(totals.length === 0
      ? []
      : [messages.tables.hiddenTotals({ hidden: withheldFigure(source, totals) })]),
    ...(sum === undefined || total === undefined
      ? []
      : [messages.tables.shownAddTo({ sum, total, unit: measure.unit })]),
  ];
}

/** Of all that the table counts: its periods may be some of all. Nothing where the total of one of them is not published. */
function totalFigure(view: ReleaseView, { table, measure, whole }: Grid): Figure | undefined {
  const { source } = view;
  if (whole === null) return undefined;
  if (table.levels.period === undefined) return cellFigure(source, whole);
  const totals = levelCodes(view, table, 'period').map((period) =>
    addressAt(measure, new Map([['period', period]])),
  );
  const isTold = totals.every((address) => source.cells.get(address)?.count != null);
  return isTold ? sumFigure(source, totals) : undefined;
}

/** Notes of cells, each once, after what it speaks of. */
function remarks(view: ReleaseView, grid: Grid): Sentence[] {
  const { semicolon, colon, stop } = view.messages.marks;
  const noted = grid.rows
    .flatMap((row) =>
      grid.columns.flatMap((column) => view.source.cells.get(addressIn(grid, row, column)) ?? []),
    )
    .filter(({ note, status }) => note !== '' && status !== 'c');
  return [...Map.groupBy(noted, ({ note }) => note)].map(([note, cells]) => {
    const places = placesOf(view, grid, cells);
    const remark = closed(note, stop);
    const named = (places ?? []).flatMap((place, index) => (index === 0 ? [place] : [semicolon, place]));
    return places === undefined ? remark : [...named, colon, ...remark];
  });
}

/** One cell; else the codes but for the period that all of them share; else cells or such codes, if they are few. */
function placesOf(view: ReleaseView, grid: Grid, cells: readonly PublishedCell[]): string[] | undefined {
  const [whole = [], shared = []] = [0, 1].map((from) => [
    ...new Set(cells.map((cell) => remarkPlace(view, grid, cell, from))),
  ]);
  const isNamed = !shared.includes('');
  if (whole.length > 1 && shared.length === 1 && isNamed) return shared;
  if (whole.length <= MOST_PLACES) return whole;
  return shared.length <= MOST_PLACES && isNamed ? shared : undefined;
}

/** A remark on more cells than this stands without naming them. */
const MOST_PLACES = 4;

/** The codes of a cell beside totals, from the first or from the one after the period on; of the total of all the measure. */
function remarkPlace(view: ReleaseView, { measure }: Grid, { codes }: PublishedCell, from: number): string {
  const labels = ['period', ...measure.dimensions]
    .map((dimension, at) => ({ dimension, code: codes[at] ?? TOTAL, at }))
    .filter(({ code, at }) => code !== TOTAL && at >= from)
    .map(({ dimension, code }) => codeLabel(view, dimension, code));
  return labels.length === 0 && from === 0 ? measure.label : labels.join(view.messages.marks.comma);
}
