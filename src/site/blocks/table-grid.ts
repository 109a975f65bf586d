/**
 * A declared table of a release as a grid for readers: which codes stand in its rows, which in its columns,
 * and the cells where they meet.
 *
 *   period x channel     rows: periods     columns: channels, total     + a row of totals
 *   period x area        rows: areas       columns: periods, total      + a row of totals
 *   month x area         rows: areas       columns: months, total       shown are the latest
 *   period x age x kind  rows: period, age columns: kinds, total
 */
import { TOTAL } from '../../program/codelist.ts';
import type { Measure, Table } from '../../program/program.ts';
import { cubeColumns, tableColumns, tableRows } from '../../release/layout.ts';
import { measureCodelists, measureOf, tableBox } from '../../system/shape.ts';
import { cellAddress } from '../figures/figures.ts';
import type { ReleaseView } from '../view.ts';

/** More codes than this make rows, not columns. */
export const MOST_COLUMNS = 8;

export interface Grid {
  readonly table: Table;
  readonly measure: Measure;
  /** Dimensions whose codes stand in the rows, in order. */
  readonly rowDimensions: readonly string[];
  /** The dimension whose codes stand in the columns; none in a table of one dimension. */
  readonly columnDimension: string | null;
  /** One list of codes per row, one code per row dimension; `_T` in rows of totals. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[];
  /** Addresses of all cells of the table, totals left out. */
  readonly inner: readonly string[];
  /** The table's overall total, if the measure adds up over periods. */
  readonly whole: string | null;
}

export function gridOf(view: ReleaseView, table: Table): Grid {
  const measure = measureOf(view.release.declaration, table.measure);
  const dimensions = tableColumns(table, measure);
  const columnDimension = chooseColumns(view, table, dimensions);
  const rowDimensions = dimensions.filter((dimension) => dimension !== columnDimension);
  const published = tableBox(table, measure, measureCodelists(measure, view.release.codelists));
  const codesOf = (dimension: string) => totalLast(published[cubeColumns(measure).indexOf(dimension)] ?? []);
  const rows = rowDimensions.reduce<string[][]>(
    (found, dimension) => found.flatMap((row) => codesOf(dimension).map((code) => [...row, code])),
    [[]],
  );
  const whole = cellAddress(
    measure.id,
    cubeColumns(measure).map(() => TOTAL),
  );
  return {
    table,
    measure,
    rowDimensions,
    columnDimension,
    rows: rowDimensions.length > 1 ? rows.filter((row) => !row.includes(TOTAL)) : rows,
    columns: columnDimension === null ? [TOTAL] : codesOf(columnDimension),
    inner: tableRows(view.release, table, measure).map((codes) => cellAddress(measure.id, codes)),
    whole: view.source.cells.has(whole) ? whole : null,
  };
}

/** In the order of the codelist, which is the city's own. */
function totalLast(codes: readonly string[]): string[] {
  const parts = codes.filter((code) => code !== TOTAL);
  return parts.length < codes.length ? [...parts, TOTAL] : parts;
}

/** The codes of the level at which a table publishes a dimension, in the order of the codelist, totals left out. */
export function levelCodes(view: ReleaseView, table: Pick<Table, 'levels'>, dimension: string): string[] {
  const codelist = view.release.codelists.find((list) => list.dimension === dimension);
  return (codelist?.codes ?? [])
    .filter(({ level }) => level === table.levels[dimension])
    .map(({ code }) => code);
}

/** The address of the cell with these codes, the total in all other dimensions. */
export function addressAt(measure: Measure, codes: ReadonlyMap<string, string>): string {
  return cellAddress(
    measure.id,
    cubeColumns(measure).map((dimension) => codes.get(dimension) ?? TOTAL),
  );
}

/** The address of the cell where a row and a column meet. */
export function addressIn(
  { measure, rowDimensions, columnDimension }: Grid,
  row: readonly string[],
  column: string,
): string {
  const codes = new Map(rowDimensions.map((dimension, index) => [dimension, row[index] ?? TOTAL]));
  if (columnDimension !== null) codes.set(columnDimension, column);
  return addressAt(measure, codes);
}

/** The last short dimension besides the periods; the periods where all others are long, of which a table shows the latest. */
function chooseColumns(view: ReleaseView, table: Table, dimensions: readonly string[]): string | null {
  if (dimensions.length < 2) return null;
  const short = dimensions.filter((dimension) => levelCodes(view, table, dimension).length <= MOST_COLUMNS);
  return short.filter((dimension) => dimension !== 'period').at(-1) ?? short[0] ?? dimensions[0] ?? null;
}
