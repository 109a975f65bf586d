/**
 * Titles of charts: what the published cells of a table show, never why. A title that would need a count
 * that is not published falls back to one that does not, and at last to the table's own title.
 */
import { TOTAL } from '../model/codelist.ts';
import { cellFigure, shareFigure } from './figures.ts';
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
  const periods = levelCodes(view, grid.table, 'period');
  const highest = highestOf(
    view,
    periods.map((period) => [period, addressIn(grid, [period], TOTAL)] as const),
  );
  return (
    highest &&
    view.messages.highestPeriod(grid.measure.label, codeLabel(view, 'period', highest[0]), highest[1])
  );
}

function largestShare(view: ReleaseView, grid: Grid, dimension: string): Sentence | undefined {
  const period = latestPeriod(view, grid);
  const codes = levelCodes(view, grid.table, dimension);
  if (period === undefined || codes.length > MOST_SHARES) return undefined;
  const highest = highestOf(
    view,
    codes.map(
      (code) =>
        [
          code,
          addressAt(
            grid.measure,
            new Map([
              ['period', period],
              [dimension, code],
            ]),
          ),
        ] as const,
    ),
  );
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
  const codes = levelCodes(view, grid.table, dimension);
  const highest = highestOf(
    view,
    codes.map(
      (code) =>
        [
          code,
          addressAt(
            grid.measure,
            new Map([
              ['period', period],
              [dimension, code],
            ]),
          ),
        ] as const,
    ),
  );
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

/** The first of the highest published counts: its code, its figure, its address. */
function highestOf({ source }: ReleaseView, cells: readonly (readonly [code: string, address: string])[]) {
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
