// Constraints on choices, in words.

import { expect } from 'vitest';
import type { Constraint } from '../../src/indexes/constraint.ts';
import type { Choices } from '../../src/optimum/choices.ts';

/** Cell 2 is `w2` where it is withheld and `f2` where it is provably large: `3 w2 + -1 f2 >= 4`, to six places. */
export function inWords(
  { withhold, large }: Choices,
  { columns, coefficients, lower, upper }: Constraint,
): string {
  expect(upper).toBe(Number.POSITIVE_INFINITY);
  expect(columns.toSorted((one, other) => one - other)).toEqual(columns);
  const names = new Map([
    ...[...withhold].map(([cell, column]) => [column, `w${cell}`] as const),
    ...[...large].map(([cell, column]) => [column, `f${cell}`] as const),
  ]);
  const rounded = (value: number) => Number(value.toFixed(6)) + 0;
  const terms = columns.map(
    (column, at) => `${rounded(coefficients[at] ?? Number.NaN)} ${names.get(column)}`,
  );
  return `${terms.join(' + ')} >= ${rounded(lower)}`;
}
