/**
 * The inverse of a small square matrix that gains a row and a column, or has a column replaced, kept as it is: each
 * changes it by a product of a column and a row (Golub and Van Loan 2013, ISBN 978-1-4214-0794-4, section 2.1.4).
 *
 * Places are numbered from 0. `row` and `column` hold the answer of the last question, one number a place.
 */
export interface Inverse {
  readonly row: Float64Array;
  readonly column: Float64Array;
  /** Leaves in `row` a row, given by its entries, times the inverse. */
  timesInverse(places: readonly number[], values: readonly number[]): void;
  /** Leaves in `column` the inverse times a column, given by its entries. */
  inverseTimes(places: readonly number[], values: readonly number[]): void;
  /**
   * The matrix gains a row and a column: `row` has the row times the inverse, `column` the inverse times the column, and
   * `pivot` is what the corner has beyond row x inverse x column.
   */
  grow(pivot: number): void;
  /** The column at `place` becomes another, of which `column` has inverse x it. Overwrites `row`. */
  replace(place: number): void;
  /** Back to no places. */
  clear(): void;
}

/** `most` places at most. */
export function openInverse(most: number): Inverse {
  const row = new Float64Array(most);
  const column = new Float64Array(most);
  const square = openSquare(most);
  return {
    row,
    column,
    timesInverse: (places, values) => {
      const { entries, size, width } = square;
      for (let to = 0; to < size; to++) {
        let sum = 0;
        for (let term = 0; term < places.length; term++)
          sum += (values[term] as number) * (entries[to * width + (places[term] as number)] as number);
        row[to] = sum;
      }
    },
    inverseTimes: (places, values) => {
      const { entries, size, width } = square;
      column.fill(0, 0, size);
      for (let term = 0; term < places.length; term++) {
        const at = (places[term] as number) * width;
        const value = values[term] as number;
        for (let to = 0; to < size; to++)
          column[to] = (column[to] as number) + value * (entries[at + to] as number);
      }
    },
    grow: (pivot) => grow(square, row, column, pivot),
    replace: (place) => replace(square, row, column, place),
    clear: () => {
      square.size = 0;
    },
  };
}

/** Entry (i, j) is at j x width + i; the first `size` of each are in use. */
interface Square {
  entries: Float64Array;
  size: number;
  width: number;
  /** Room for a list of places. */
  readonly places: Int32Array;
}

function openSquare(most: number): Square {
  return { entries: new Float64Array(32 * 32), size: 0, width: 32, places: new Int32Array(most) };
}

function grow(square: Square, row: Float64Array, column: Float64Array, pivot: number): void {
  if (square.size === square.width) widen(square);
  const { entries, size, width } = square;
  for (let to = 0; to < size; to++) row[to] = -(row[to] as number) / pivot;
  subtract(square, column, row);
  for (let to = 0; to < size; to++) {
    entries[to * width + size] = row[to] as number;
    entries[size * width + to] = -(column[to] as number) / pivot;
  }
  entries[size * width + size] = 1 / pivot;
  square.size += 1;
}

function replace(square: Square, row: Float64Array, column: Float64Array, place: number): void {
  const { entries, size, width } = square;
  const pivot = column[place] as number;
  column[place] = 0;
  for (let to = 0; to < size; to++) row[to] = (entries[to * width + place] as number) / pivot;
  subtract(square, column, row);
  for (let to = 0; to < size; to++) entries[to * width + place] = row[to] as number;
}

/** Subtracts column x row. In large ones nine in ten of their products are 0, so these are passed over. */
function subtract({ entries, size, width, places }: Square, column: Float64Array, row: Float64Array): void {
  let count = 0;
  for (let from = 0; from < size; from++) if (column[from] !== 0) places[count++] = from;
  for (let to = 0; to < size; to++) {
    const factor = row[to] as number;
    if (factor === 0) continue;
    const at = to * width;
    for (let term = 0; term < count; term++) {
      const from = places[term] as number;
      entries[at + from] = (entries[at + from] as number) - factor * (column[from] as number);
    }
  }
}

function widen(square: Square): void {
  const { entries, size, width } = square;
  const wider = new Float64Array(4 * width * width);
  for (let line = 0; line < size; line++)
    wider.set(entries.subarray(line * width, line * width + size), line * 2 * width);
  square.entries = wider;
  square.width = 2 * width;
}
