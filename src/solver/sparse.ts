/** A matrix that is mostly zeros, to be walked by rows and by columns. */
import { valueAt } from '../model/look-up.ts';
import type { Constraint } from './linear-model.ts';

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
  const byRow = emptyLines(rows.map(({ columns }) => columns.length));
  const lengths = new Array<number>(width).fill(0);
  for (const { columns } of rows)
    for (const column of columns) lengths[column] = valueAt(lengths, column) + 1;
  const byColumn = emptyLines(lengths);
  const next = byColumn.start.slice();
  for (const [row, { columns, coefficients }] of rows.entries())
    for (const [term, column] of columns.entries()) {
      const value = valueAt(coefficients, term);
      put(byRow, valueAt(byRow.start, row) + term, column, value);
      put(byColumn, valueAt(next, column), row, value);
      next[column] = valueAt(next, column) + 1;
    }
  return { rows: byRow, columns: byColumn };
}

function emptyLines(lengths: readonly number[]): Lines {
  const start = new Int32Array(lengths.length + 1);
  for (const [line, length] of lengths.entries()) start[line + 1] = valueAt(start, line) + length;
  const size = valueAt(start, lengths.length);
  return { start, index: new Int32Array(size), value: new Float64Array(size) };
}

function put({ index, value }: Lines, at: number, line: number, coefficient: number): void {
  index[at] = line;
  value[at] = coefficient;
}
