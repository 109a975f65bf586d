/**
 * Which files a release holds and which cells stand in each, from what it declares alone (docs/formats.md).
 */

import { cellKey } from '../program/cell.ts';
import { codesAtLevel } from '../program/codelist.ts';
import { keepsDocket, listsRequests } from '../program/docket-plan.ts';
import type { Measure, Table } from '../program/program.ts';
import { product } from '../system/boxes.ts';
import { measureCodelists, type ReleaseShape, tableBox } from '../system/shape.ts';

export const DATAPACKAGE = 'datapackage.json';
export const CHANGES = 'changes.csv';
export const AUDIT = 'audit.json';
/** The release before, by the hash of its `SUMS`; a first release has none. */
export const PREVIOUS = 'PREVIOUS';
export const SUMS = 'SHA256SUMS';

export const DOCKET = 'requests/docket.csv';
export const EVENTS = 'requests/events.csv';
export const BALANCE = 'requests/balance.csv';
export const ZEROS = 'requests/certified-zeros.csv';

export const cubePath = (measure: string): string => `cubes/${measure}.csv`;
export const tablePath = (table: string): string => `tables/${table}.csv`;
export const codelistPath = (dimension: string): string => `codelists/${dimension}.csv`;

/** The measures that some table publishes; the others have no cube. */
export function publishedMeasures({ declaration }: ReleaseShape): Measure[] {
  return declaration.measures.filter(({ id }) => declaration.tables.some(({ measure }) => measure === id));
}

/** The dimensions that have a codelist file, `period` first. */
export function codelistDimensions({ period, dimensions }: ReleaseShape['declaration']): string[] {
  return [...(period === undefined ? [] : ['period']), ...dimensions.map(({ id }) => id)];
}

export function cubeColumns(measure: Measure): string[] {
  return ['period', ...measure.dimensions];
}

/** The columns of a table's file: the dimensions that it splits, in the order of the cube. */
export function tableColumns(table: Table, measure: Measure): string[] {
  return cubeColumns(measure).filter((dimension) => table.levels[dimension] !== undefined);
}

/** The codes of every row of a measure's cube, in order: table by table, a shared cell where it first stands. */
export function cubeRows({ declaration, codelists }: ReleaseShape, measure: Measure): string[][] {
  const lists = measureCodelists(measure, codelists);
  const rows = new Map<string, string[]>();
  for (const table of declaration.tables) {
    if (table.measure !== measure.id) continue;
    for (const codes of product(tableBox(table, measure, lists))) {
      const key = cellKey(codes);
      if (!rows.has(key)) rows.set(key, codes);
    }
  }
  return [...rows.values()];
}

/** The cube's codes for every row of a table's file: its own levels, without the totals that come with them. */
export function tableRows({ codelists }: ReleaseShape, table: Table, measure: Measure): string[][] {
  const lists = measureCodelists(measure, codelists);
  const whole = tableBox(table, measure, lists);
  const own = lists.map((list, index) => {
    const level = table.levels[list.dimension];
    return level === undefined ? (whole[index] ?? []) : codesAtLevel(list, level);
  });
  return product(own);
}

/** Where the office keeps totals alone there is the sheet, and nothing is listed. */
function requestPaths(declaration: ReleaseShape['declaration']): string[] {
  if (!keepsDocket(declaration)) return [];
  return listsRequests(declaration) ? [DOCKET, EVENTS, BALANCE, ZEROS] : [BALANCE];
}

/** The paths of all files that `datapackage.json` describes. */
export function describedPaths(shape: ReleaseShape): string[] {
  return [
    ...publishedMeasures(shape).map(({ id }) => cubePath(id)),
    ...shape.declaration.tables.map(({ id }) => tablePath(id)),
    ...codelistDimensions(shape.declaration).map(codelistPath),
    ...requestPaths(shape.declaration),
    CHANGES,
  ];
}
