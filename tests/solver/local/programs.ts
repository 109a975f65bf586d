// Small programs of changes for tests of our own simplex method: `total = a1 + a2 + ...`, column 0 the total.
import type { Constraint, Limit } from '../../../src/indexes/constraint.ts';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { type Answer, type LocalProgram, openLocalProgram } from '../../../src/solver/local/local-program.ts';

export const ANY = Number.POSITIVE_INFINITY;
export const STEEP = 3;
export const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };

export function free(price: number, more: Partial<Leeway> = {}): Leeway {
  return { price, rise: ANY, fall: 1000, drop: 1000, ...more };
}

/** What the first column holds is the sum of the others, or differs from it by `off` at most. */
export function sum(columns: readonly number[], off = 0): Constraint {
  return {
    columns,
    coefficients: columns.map((_, term) => (term === 0 ? -1 : 1)),
    lower: -off,
    upper: off,
  };
}

export function open(constraints: readonly Constraint[], leeways: readonly Leeway[]): LocalProgram {
  const program = openLocalProgram(leeways.length, constraints, STEEP, () => {});
  for (const [column, leeway] of leeways.entries()) program.allow(column, leeway);
  return program;
}

export const atLeast = (column: number, lower: number): Limit => ({ column, lower, upper: ANY });
export const atMost = (column: number, upper: number): Limit => ({ column, lower: -ANY, upper });

/** The changes, rounded, by column. */
export function changesOf(answer: Answer): Record<number, number> | string {
  if (answer.status !== 'optimal') return answer.status;
  return Object.fromEntries([...answer.changes].map(([at, by]) => [at, Math.round(by * 1e6) / 1e6]));
}
