/**
 * Titles of charts: what the published cells of a table show, never why. A title that would need a count
 * that is not published falls back to one that does not, and at last to the table's own title.
 */
import { TOTAL } from '../model/codelist.ts';
import { cellFigure, cellsFigure, publishedFigure, shareFigure } from './figures.ts';
import type { Sentence } from './sentence.ts';
import { addressAt, addressIn, type Grid, levelCodes } from './table-grid.ts';
import { codeLabel, type ReleaseView } from './view.ts';

export function findTitle(view: ReleaseView, grid: Grid): Sentence {
  const dimensions = [
    ...grid.rowDimensions,
    ...(grid.columnDimension === null ? [] : [grid.columnDimension]),
  ];
  const own = dimensions.filter((dimension) => dimension !== 'period');
  if (!dimensions.includes('period') || own.length > 1) return [grid.table.title];
  const [dimension] = own;
  if (grid.measure.kind === 'stock') return stockTitle(view, grid) ?? [grid.table.title];
  if (dimension === undefined) return highestPeriod(view, grid) ?? [grid.table.title];
  return largestShare(view, grid, dimension) ?? highestCode(view, grid, dimension) ?? [grid.table.title];
}

/** The last period of a table for which some count is published in this cell. */
export function latestPeriod(
  view: ReleaseView,
  { table, measure }: Pick<Grid, 'table' | 'measure'>,
): string | undefined {
  return levelCodes(view, table, 'period').findLast(
    (period) => cellFigure(view.source, addressAt(measure, new Map([['period', period]]))) !== undefined,
  );
}

function stockTitle(view: ReleaseView, grid: Grid): Sentence | undefined {
  const period = latestPeriod(view, grid);
  if (period === undefined) return undefined;
  const figure = cellFigure(view.source, addressAt(grid.measure, new Map([['period', period]])));
  return figure && view.messages.latestStock(grid.measure.label, codeLabel(view, 'period', period), figure);
}

function highestPeriod(view: ReleaseView, grid: Grid): Sentence | undefined {
  const cells = levelCodes(view, grid.table, 'period').map(
    (period) => [period, addressIn(grid, [period], TOTAL)] as const,
  );
  if (!areComparable(view, cells)) return gapTitle(view, grid, cells);
  const highest = highestOf(view, cells);
  return (
    highest &&
    view.messages.highestPeriod(grid.measure.label, codeLabel(view, 'period', highest[0]), highest[1])
  );
}

function largestShare(view: ReleaseView, grid: Grid, dimension: string): Sentence | undefined {
  const period = latestPeriod(view, grid);
  if (period === undefined || levelCodes(view, grid.table, dimension).length > MOST_SHARES) return undefined;
  const highest = highestOf(view, cellsIn(view, grid, dimension, period));
  if (highest === undefined) return undefined;
  const share = shareFigure(view.source, highest[2], addressAt(grid.measure, new Map([['period', period]])));
  return (
    share &&
    view.messages.largestShare(
      grid.measure.label,
      codeLabel(view, 'period', period),
      codeLabel(view, dimension, highest[0]),
      share,
    )
  );
}

/** Shares of more parts than this say little in one sentence. */
const MOST_SHARES = 8;

function highestCode(view: ReleaseView, grid: Grid, dimension: string): Sentence | undefined {
  const period = latestPeriod(view, grid);
  if (period === undefined) return undefined;
  const cells = cellsIn(view, grid, dimension, period);
  if (!areComparable(view, cells)) return undefined;
  const highest = highestOf(view, cells);
  return (
    highest &&
    view.messages.highestCode(
      grid.measure.label,
      codeLabel(view, 'period', period),
      codeLabel(view, dimension, highest[0]),
      highest[1],
    )
  );
}

/** A code with the address of its cell. */
type Coded = readonly [code: string, address: string];

/** The cells of one period, by the codes of a dimension. */
function cellsIn(view: ReleaseView, grid: Grid, dimension: string, period: string): Coded[] {
  return levelCodes(view, grid.table, dimension).map((code) => {
    const codes = new Map([
      ['period', period],
      [dimension, code],
    ]);
    return [code, addressAt(grid.measure, codes)];
  });
}

/** Whether so many of the counts are published that the highest of them means something. */
function areComparable({ source }: ReleaseView, cells: readonly Coded[]): boolean {
  const found = cells.flatMap(([, address]) => source.cells.get(address) ?? []);
  const countable = found.filter(({ status }) => status !== 'z');
  const published = countable.filter(({ count }) => count !== null);
  return published.length >= LEAST_PUBLISHED * countable.length;
}

const LEAST_PUBLISHED = 0.9;

/** How many of the counts of a table can be read. */
function gapTitle({ source, messages }: ReleaseView, { table }: Grid, cells: readonly Coded[]): Sentence {
  const addresses = cells.map(([, address]) => address);
  return messages.gapTitle(table.title, publishedFigure(source, addresses), cellsFigure(source, addresses));
}

/** The first of the highest published counts: its code, its figure, its address. */
function highestOf({ source }: ReleaseView, cells: readonly Coded[]) {
  let best: { readonly code: string; readonly address: string; readonly count: number } | undefined;
  for (const [code, address] of cells) {
    const count = source.cells.get(address)?.count ?? null;
    if (count !== null && count > (best?.count ?? 0)) best = { code, address, count };
  }
  const figure = best && cellFigure(source, best.address);
  return best === undefined || figure === undefined
    ? undefined
    : ([best.code, figure, best.address] as const);
}
