// Which columns can only change together, and what is left to keep.

import { describe, expect, test } from 'vitest';
import type { Constraint } from '../../../src/indexes/constraint.ts';
import { tieColumns } from '../../../src/solver/local/ties.ts';

const row = (terms: Readonly<Record<number, number>>, off = 0): Constraint => ({
  columns: Object.keys(terms).map(Number),
  coefficients: Object.values(terms),
  lower: 0,
  upper: off,
});

/** `+2` is tied to column 2, `-2` against it. */
function tied(width: number, constraints: readonly Constraint[], still: readonly number[] = []) {
  const ties = tieColumns(width, constraints, (column) => !still.includes(column));
  const named = [...ties.root].map((root, column) => `${ties.sign[column] === 1 ? '+' : '-'}${root}`);
  const left = ties.constraints.map(({ columns, coefficients }) =>
    columns.map((column, term) => `${coefficients[term]} x ${column}`).join(' + '),
  );
  return [named.join(' '), left];
}

describe('tieColumns', () => {
  test('ties two columns that make a constant sum against each other, and of a constant difference to each other', () => {
    expect(tied(2, [row({ 0: 1, 1: 1 })])).toEqual(['+0 -0', []]);
    expect(tied(2, [row({ 0: 1, 1: -1 })])).toEqual(['+0 +0', []]);
    expect(tied(2, [row({ 0: -3, 1: 3 })])).toEqual(['+0 +0', []]);
  });

  test('leaves columns out that may not change', () => {
    expect(tied(3, [row({ 0: 1, 1: 1, 2: 1 })])).toEqual(['+0 +1 +2', ['1 x 0 + 1 x 1 + 1 x 2']]);
    expect(tied(3, [row({ 0: 1, 1: 1, 2: 1 })], [1])).toEqual(['+0 +1 -0', []]);
    expect(tied(3, [row({ 0: 1, 1: 1, 2: 1 })], [0, 1, 2])).toEqual(['+0 +1 +2', []]);
  });

  test('does not tie by a range, nor columns of which one changes by more', () => {
    expect(tied(2, [row({ 0: 1, 1: 1 }, 2)])).toEqual(['+0 +1', ['1 x 0 + 1 x 1']]);
    expect(tied(2, [row({ 0: 1, 1: 2 })])).toEqual(['+0 +1', ['1 x 0 + 2 x 1']]);
  });

  test('goes on as ties leave fewer columns to others, whatever their order', () => {
    const rows = [row({ 0: 1, 1: 1, 2: -1 }), row({ 1: 1, 2: -1, 3: 1 }), row({ 3: 1, 4: 1 })];
    const square = [row({ 0: 1, 1: 1 }), row({ 1: 1, 2: 1 }), row({ 2: 1, 3: 1 }), row({ 0: 1, 3: 1, 4: 1 })];
    for (const way of [square, square.toReversed()])
      expect(tied(5, way)).toEqual(['+0 -0 +0 -0 +4', ['1 x 4']]);
    expect(tied(5, rows)).toEqual(['+0 +1 +2 +3 -3', ['1 x 0 + 1 x 1 + -1 x 2', '1 x 1 + -1 x 2 + 1 x 3']]);
  });

  test('keeps what a column tied against itself is left to be', () => {
    expect(tied(2, [row({ 0: 1, 1: 1 }), row({ 0: 1, 1: -1 })])).toEqual(['+0 -0', ['2 x 0']]);
  });
});
