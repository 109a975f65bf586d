/**
 * Which table readers see: one of which more than half is hidden tells little and looks like much, so the
 * finest coarser one that is declared stands in for it.
 */
import type { Table } from '../../program/program.ts';
import type { ReleaseView } from '../view.ts';
import { gridOf, levelCodes } from './table-grid.ts';

/** The table itself, or a coarser one of the same measure and dimensions; undefined if there is none to read. */
export function readableTable(view: ReleaseView, table: Table): Table | undefined {
  if (isReadable(view, table)) return table;
  const coarser = view.release.declaration.tables.filter(
    (other) => isCoarser(view, other, table) && isReadable(view, other),
  );
  return coarser.sort((one, other) => cellCount(view, other) - cellCount(view, one))[0];
}

function isReadable(view: ReleaseView, table: Table): boolean {
  const { inner } = gridOf(view, table);
  const hidden = inner.filter((address) => view.source.cells.get(address)?.status === 'c');
  return hidden.length * 2 <= inner.length;
}

/** Same measure, same dimensions, and no dimension at a level with more codes. */
function isCoarser(view: ReleaseView, other: Table, table: Table): boolean {
  const dimensions = Object.keys(table.levels);
  if (other.id === table.id || other.measure !== table.measure) return false;
  if (dimensions.length !== Object.keys(other.levels).length) return false;
  return dimensions.every(
    (dimension) =>
      other.levels[dimension] !== undefined &&
      levelCodes(view, other, dimension).length <= levelCodes(view, table, dimension).length,
  );
}

function cellCount(view: ReleaseView, table: Table): number {
  return gridOf(view, table).inner.length;
}
