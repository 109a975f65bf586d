// An inverse that grows and has columns replaced, against its matrix: one times the other is the unit matrix.
import { describe, expect, test } from 'vitest';
import { type Inverse, openInverse } from '../../../src/solver/local/inverse.ts';

/** By column its entries. */
type Matrix = readonly (readonly number[])[];

const places = (size: number) => [...Array(size).keys()];

/** The matrix gains a row and a column, each with the corner last. */
function grow(inverse: Inverse, row: readonly number[], column: readonly number[]): void {
  const size = row.length - 1;
  inverse.timesInverse(places(size), row.slice(0, size));
  inverse.inverseTimes(places(size), column.slice(0, size));
  const known = places(size).reduce((sum, at) => sum + (inverse.row[at] ?? 0) * (column[at] ?? 0), 0);
  inverse.grow((column[size] ?? 0) - known);
}

/** Grows row by row and column by column to this matrix. */
function growTo(inverse: Inverse, matrix: Matrix): void {
  for (const size of places(matrix.length)) {
    const row = matrix.slice(0, size + 1).map((column) => column[size] ?? 0);
    grow(inverse, row, (matrix[size] ?? []).slice(0, size + 1));
  }
}

function replace(inverse: Inverse, place: number, column: readonly number[]): void {
  inverse.inverseTimes(places(column.length), column);
  inverse.replace(place);
}

/** The inverse times each column of the matrix: unit columns. And each of its rows times the inverse: unit rows. */
function expectInverse(inverse: Inverse, matrix: Matrix): void {
  const size = matrix.length;
  for (const at of places(size)) {
    const unit = places(size).map((other) => (other === at ? 1 : 0));
    inverse.inverseTimes(places(size), matrix[at] ?? []);
    expectClose([...inverse.column.subarray(0, size)], unit);
    inverse.timesInverse(
      places(size),
      matrix.map((column) => column[at] ?? 0),
    );
    expectClose([...inverse.row.subarray(0, size)], unit);
  }
}

function expectClose(numbers: readonly number[], expected: readonly number[]): void {
  for (const [at, number] of expected.entries()) expect(numbers[at]).toBeCloseTo(number, 9);
}

/**
 *     2  1  0
 *     1 -1  3
 *     4  0  1
 */
const THREE: Matrix = [
  [2, 1, 4],
  [1, -1, 0],
  [0, 3, 1],
];

describe('an inverse', () => {
  test('that grows is the inverse of the larger matrix', () => {
    const inverse = openInverse(3);
    for (const size of [1, 2, 3]) {
      const corner = THREE.slice(0, size).map((column) => column.slice(0, size));
      inverse.clear();
      growTo(inverse, corner);
      expectInverse(inverse, corner);
    }
  });

  test.for([0, 1, 2])('of which column %i is replaced is the inverse of the other matrix', (place) => {
    const inverse = openInverse(3);
    growTo(inverse, THREE);
    replace(inverse, place, [3, 1, 2]);
    expectInverse(
      inverse,
      THREE.map((column, at) => (at === place ? [3, 1, 2] : column)),
    );
  });

  test('answers for a row or a column given by few of its entries', () => {
    const inverse = openInverse(3);
    growTo(inverse, THREE);
    inverse.inverseTimes([0, 2], [2, 4]);
    const withoutOne = [...inverse.column];
    inverse.inverseTimes([1], [1]);
    expectClose(
      withoutOne.map((entry, at) => entry + (inverse.column[at] ?? 0)),
      [1, 0, 0],
    );
  });

  test('that is cleared begins again with no places', () => {
    const inverse = openInverse(3);
    growTo(inverse, THREE);
    inverse.clear();
    growTo(inverse, [[5]]);
    expectInverse(inverse, [[5]]);
  });

  test('of forty places, more than it has room for at first, is still exact', () => {
    const entry = (row: number, column: number) => (row === column ? 9 : ((row * 7 + column * 3) % 5) / 40);
    const size = 40;
    const inverse = openInverse(size);
    const matrix = places(size).map((column) => places(size).map((row) => entry(row, column)));
    growTo(inverse, matrix);
    expectInverse(inverse, matrix);
  });
});
