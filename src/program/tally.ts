/**
 * Tallies as read: counts of people or acts at one combination of levels. Confidential.
 *
 * A tally may stand at any level of a dimension, so a measure's file becomes one grid for each combination
 * of levels that occurs in it, each the full product of its codes.
 */
import { valueAt } from '../indexes/look-up.ts';
import type { GivenRange } from './count-range.ts';

/** The most that any cell may count, sums and totals too: beyond it the solver gives no answers. */
export const LARGEST_SUM = 2_000_000_000;

/** Dense counts; the last dimension moves fastest. */
export interface TallyGrid {
  /** Per column of the measure, `period` first: the level, or `_T` where the rows give the total. */
  readonly levels: readonly string[];
  /** Per column: the codes of that level in codelist order, or `_T` alone. */
  readonly codes: readonly (readonly string[])[];
  /** Whole, 0 or more; -1 where the file has no row. */
  readonly counts: Int32Array;
  /** People behind each count, -1 where the file has no row; null where the measure does not carry them. */
  readonly people: Int32Array | null;
}

export interface MeasureTallies {
  readonly measure: string;
  readonly grids: readonly TallyGrid[];
  /** Cells of which a range is given in place of a count; none if left out. */
  readonly ranges?: readonly CellRange[];
}

/** A cell, by a code for each column of its measure, and between what numbers its count lies. */
export interface CellRange extends GivenRange {
  readonly codes: readonly string[];
}

/** Position of a combination of code positions in a grid. */
export function gridIndex(grid: TallyGrid, positions: readonly number[]): number {
  return positions.reduce(
    (index, position, dimension) => index * valueAt(grid.codes, dimension).length + position,
    0,
  );
}
