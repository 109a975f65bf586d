/** A matrix that is mostly zeros, to be walked by rows and by columns. */
import type { Constraint } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';

/** Line i has `index[t]` and `value[t]` for t from `start[i]` up to `start[i + 1]`. */
export interface Lines {
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

export interface Sparse {
  readonly rows: Lines;
  readonly columns: Lines;
}

export function sparseOf(
  width: number,
  rows: readonly Pick<Constraint, 'columns' | 'coefficients'>[],
): Sparse {
  const byRow = linesOf(rows);
  const lengths = new Array<number>(width).fill(0);
  for (const column of byRow.index) lengths[column] = valueAt(lengths, column) + 1;
  const byColumn = emptyLines(lengths);
  const next = byColumn.start.slice();
  for (let row = 0; row < rows.length; row++)
    for (let term = byRow.start[row] as number; term < (byRow.start[row + 1] as number); term++) {
      const column = byRow.index[term] as number;
      const at = next[column] as number;
      byColumn.index[at] = row;
      byColumn.value[at] = byRow.value[term] as number;
      next[column] = at + 1;
    }
  return { rows: byRow, columns: byColumn };
}

/** The rows one after another. */
export function linesOf(rows: readonly Pick<Constraint, 'columns' | 'coefficients'>[]): Lines {
  const lines = emptyLines(rows.map(({ columns }) => columns.length));
  for (const [row, { columns, coefficients }] of rows.entries()) {
    lines.index.set(columns, lines.start[row]);
    lines.value.set(coefficients, lines.start[row]);
  }
  return lines;
}

function emptyLines(lengths: readonly number[]): Lines {
  const start = new Int32Array(lengths.length + 1);
  for (const [line, length] of lengths.entries()) start[line + 1] = valueAt(start, line) + length;
  const size = valueAt(start, lengths.length);
  return { start, index: new Int32Array(size), value: new Float64Array(size) };
}
