/** `tables/<table>.csv`: the reader's table, cut out of the cube. */

import { formatCells, formOf } from '../formats/cube-file.ts';
import { valueAt } from '../indexes/look-up.ts';
import { cellKey, type PublishedCell } from '../program/cell.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { cubeColumns, tableColumns, tableRows } from './layout.ts';
import type { Release } from './release.ts';

/** A table's file: its rows out of the cube, without the dimensions that it does not split. */
export function formatTable(shape: ReleaseShape, cubes: Release['cubes'], id: string): string {
  const { declaration } = shape;
  const table = declaration.tables.find((one) => one.id === id);
  const measure = declaration.measures.find((one) => one.id === table?.measure);
  if (table === undefined || measure === undefined) throw new Error(`internal error: no table "${id}"`);
  const cells = new Map((cubes.get(measure.id) ?? []).map((cell) => [cellKey(cell.codes), cell]));
  const columns = cubeColumns(measure);
  const own = tableColumns(table, measure);
  const rows = tableRows(shape, table, measure).map((codes): PublishedCell => {
    const cell = cells.get(cellKey(codes));
    if (cell === undefined) throw new Error(`internal error: no cell ${cellKey(codes)} of ${measure.id}`);
    return { ...cell, codes: own.map((dimension) => valueAt(codes, columns.indexOf(dimension))) };
  });
  return formatCells(own, rows, formOf(declaration, measure.id));
}
