/** A grid as a table for readers: every cell with its figure or the reason why there is none. */
import type { Figure } from '../../figures/figure.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { Table } from '../../program/program.ts';
import { cubePath, tablePath } from '../../release/layout.ts';
import { AREA } from '../dimensions.ts';
import { cellFigure, cellsFigure, rangeFigures, sumFigure, withheldFigure } from '../figures/figures.ts';
import { closed, type Link, type Sentence } from '../figures/sentence.ts';
import type { CellProps, TableBlock, TableRow } from '../frame/page.ts';
import { fileLink } from '../routes.ts';
import { codeLabel, levelLabel, type ReleaseView } from '../view.ts';
import { hiddenLinks } from './hidden-links.ts';
import { addressIn, type Grid } from './table-grid.ts';

/** A cell that the release does not know is no cell: a table with totals of one dimension alone has such corners. */
export function cellProps({ source }: ReleaseView, address: string): CellProps {
  const figure = cellFigure(source, address) ?? null;
  return { address, figure, status: source.cells.get(address)?.status ?? 'z' };
}

/** The same; a cell known only as a range says between what numbers its count lies. */
export function tableCell(view: ReleaseView, address: string): CellProps {
  const range = givenRange(view, address);
  const cell = cellProps(view, address);
  return range === undefined ? cell : { ...cell, range: view.messages.tables.range(range) };
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

export function tableBlock(view: ReleaseView, grid: Grid): TableBlock {
  const { table, rowDimensions, columnDimension, columns } = grid;
  const headings = columns.map((code) =>
    columnDimension === null ? grid.measure.unit : codeLabel(view, columnDimension, code),
  );
  return {
    kind: 'table',
    id: `table-${table.id}`,
    caption: [view.messages.tables.tableOf, table.title],
    columns: [
      rowDimensions
        .map((dimension) => levelLabel(view, dimension, table.levels[dimension]))
        .join(view.messages.marks.comma),
      ...headings,
    ],
    rows: told(
      grid,
      grid.rows.map((row) => tableRow(view, grid, row)),
    ),
    notes: [...shownNotes(view, grid), ...remarks(view, grid), ...areaNote(view, grid)],
    links: [csvLink(view, table), ...hiddenLinks(view, grid.inner)],
  };
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

function tableRow(view: ReleaseView, grid: Grid, row: readonly string[]): TableRow {
  const labels = row.map((code, index) => codeLabel(view, grid.rowDimensions[index] ?? '', code));
  const { comma } = view.messages.marks;
  const heading = labels.flatMap((label, index) => (index === 0 ? [label] : [comma, label]));
  return { heading, cells: grid.columns.map((column) => tableCell(view, addressIn(grid, row, column))) };
}

/** Of areas: that a count says nothing of how many live there. No program says how many do. */
function areaNote({ messages }: ReleaseView, { table }: Grid): Sentence[] {
  return table.levels[AREA] === undefined ? [] : [[messages.served.noResidents]];
}

/** How many cells are hidden, how many totals beside them, and what the shown ones add up to. Nothing where none is. */
function shownNotes(view: ReleaseView, grid: Grid): Sentence[] {
  const { source, messages } = view;
  const { inner, whole, measure } = grid;
  const shown = inner.filter((address) => source.cells.get(address)?.count != null);
  if (!inner.some((address) => source.cells.get(address)?.status === 'c')) return [];
  const hidden = messages.tables.hiddenCells({
    hidden: withheldFigure(source, inner),
    cells: cellsFigure(source, inner),
  });
  const total = whole === null ? undefined : cellFigure(source, whole);
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

/** Notes of cells, each once, after the codes that they speak of. */
function remarks(view: ReleaseView, grid: Grid): Sentence[] {
  const { comma, colon, stop } = view.messages.marks;
  const found = new Map<string, string[]>();
  for (const row of grid.rows) {
    for (const column of grid.columns) {
      const cell = view.source.cells.get(addressIn(grid, row, column));
      if (cell === undefined || cell.note === '' || cell.status === 'c') continue;
      const spoken = found.get(cell.note) ?? [];
      found.set(cell.note, [...spoken, remarkPlace(view, grid, cell)].slice(0, MOST_PLACES + 1));
    }
  }
  return [...found].map(([note, places]) => {
    const named = [...new Set(places)]
      .slice(0, MOST_PLACES)
      .flatMap((place, index) => (index === 0 ? [place] : [comma, place]));
    const remark = closed(note, stop);
    return places.length > MOST_PLACES ? remark : [...named, colon, ...remark];
  });
}

/** A remark on more cells than this stands without naming them. */
const MOST_PLACES = 4;

function remarkPlace(
  view: ReleaseView,
  { measure }: Grid,
  { codes: [period = TOTAL] }: PublishedCell,
): string {
  return period === TOTAL ? measure.label : codeLabel(view, 'period', period);
}
