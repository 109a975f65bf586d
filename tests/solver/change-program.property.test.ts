// Our own simplex method against HiGHS: the same least cost, or none, whatever the program.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constraint, Limit } from '../../src/indexes/constraint.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { openDecidedProgram } from '../../src/solver/local/decided-program.ts';
import type { Leeway } from '../../src/solver/local/kinks.ts';
import { type LocalProgram, openLocalProgram } from '../../src/solver/local/local-program.ts';
import { openSplitProgram } from '../../src/solver/local/split-program.ts';
import { openTiedProgram } from '../../src/solver/local/tied-program.ts';

const STEEP = 3;
const STILL = { price: 1, rise: 0, fall: 0, drop: 0 };
/** Our prices are up to a thousandth above those asked for. */
const SPREAD = 1.001;
const solver = await loadSolver();

/** A table of rows and columns with totals, whose cells may change by whole numbers, as constraints on the changes. */
const anyProgram = fc
  .record({ height: fc.integer({ min: 1, max: 4 }), width: fc.integer({ min: 1, max: 4 }) })
  .chain(({ height, width }) => {
    const size = (height + 1) * (width + 1);
    const leeway = fc
      .record({
        price: fc.integer({ min: 0, max: 9 }),
        rise: fc.oneof(fc.nat(5), fc.constant(Number.POSITIVE_INFINITY)),
        fall: fc.nat(4),
        more: fc.nat(3),
      })
      .map(({ more, ...parts }) => ({ ...parts, drop: parts.fall + more }));
    return fc.record({
      constraints: fc
        .array(fc.nat(3), { minLength: size, maxLength: size })
        .map((slack) => tableRows(height, width, slack)),
      leeways: fc.array(leeway, { minLength: size, maxLength: size }),
      limits: fc.uniqueArray(fc.record({ column: fc.nat(size - 1), at: fc.integer({ min: -6, max: 6 }) }), {
        minLength: 1,
        maxLength: 2,
        selector: ({ column }) => column,
      }),
    });
  });

/** Cells, then their totals; the sums of rows are exact or, by `slack`, at most so far off. */
function tableRows(height: number, width: number, slack: readonly number[]): Constraint[] {
  const at = (row: number, column: number) => row * (width + 1) + column;
  const sum = (cells: number[], off: number): Constraint => ({
    columns: cells,
    coefficients: cells.map((_, term) => (term === 0 ? -1 : 1)),
    lower: -off,
    upper: off,
  });
  const across = Array.from({ length: height + 1 }, (_, row) =>
    sum(
      [at(row, width), ...Array.from({ length: width }, (_, column) => at(row, column))],
      slack[row] === 3 ? 1 : 0,
    ),
  );
  const down = Array.from({ length: width + 1 }, (_, column) =>
    sum([at(height, column), ...Array.from({ length: height }, (_, row) => at(row, column))], 0),
  );
  return [...across, ...down];
}

describe('a program of changes', () => {
  test('has the least cost that HiGHS finds, and says that there is no change where HiGHS says so', () => {
    fc.assert(
      fc.property(anyProgram, ({ constraints, leeways, limits: wanted }) => {
        const limits = wanted.map(
          ({ column, at }): Limit => ({
            column,
            lower: at > 0 ? at : Number.NEGATIVE_INFINITY,
            upper: at > 0 ? Number.POSITIVE_INFINITY : at,
          }),
        );
        const local = openLocalProgram(leeways.length, constraints, STEEP, () => {});
        const split = openSplitProgram(constraints, STEEP, solver.open);
        try {
          for (const [column, leeway] of leeways.entries()) {
            local.allow(column, leeway);
            split.allow(column, leeway);
          }
          const answer = local.ask(limits);
          const expected = split.ask(limits, false);
          expect(answer.status).toBe(expected === undefined ? 'infeasible' : 'optimal');
          if (answer.status !== 'optimal' || expected === undefined) return;
          const [own, other] = [cost(answer.changes, leeways), cost(expected, leeways)];
          expect(own).toBeLessThanOrEqual(other * SPREAD + 1e-6);
          expect(own).toBeGreaterThanOrEqual(other - 1e-6);
        } finally {
          split.close();
        }
      }),
      { numRuns: 400, seed: 20261125 },
    );
  });

  /** Columns come to a stop, and may change again, in any order: half of them stand still before each question. */
  test('of which columns are tied finds a change wherever there is one, whatever may change by then', () => {
    const anyStills = fc.array(fc.uniqueArray(fc.nat(24), { maxLength: 20 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyProgram, anyStills, ({ constraints, leeways, limits: wanted }, stills) => {
        const limits = wanted.map(({ column, at }): Limit => ({ column, lower: at, upper: at }));
        const open = (own: readonly Constraint[]) =>
          openDecidedProgram(leeways.length, own, STEEP, solver.open, () => {});
        const tied = openTiedProgram(leeways.length, constraints, open);
        for (const still of stills) {
          const own = leeways.map((leeway, column) => (still.includes(column) ? STILL : leeway));
          const fresh = open(constraints);
          allowAll(tied, own);
          allowAll(fresh, own);
          const [answer, expected] = [tied.ask(limits), fresh.ask(limits)];
          expect(answer.status).toBe(expected.status);
          expect(tied.rulesOut(limits) && expected.status === 'optimal').toBe(false);
          if (answer.status === 'optimal') expectKept(answer.changes, constraints, own);
        }
      }),
      { numRuns: 300, seed: 20261127 },
    );
  });

  test('in whole numbers keeps all constraints exactly, and is found wherever HiGHS finds one', () => {
    fc.assert(
      fc.property(anyProgram, ({ constraints, leeways, limits: wanted }) => {
        const limits = wanted.map(({ column, at }): Limit => ({ column, lower: at, upper: at }));
        const program = solver.openChanges(leeways.length, constraints, STEEP);
        const split = openSplitProgram(constraints, STEEP, solver.open);
        try {
          for (const [column, leeway] of leeways.entries()) {
            program.allow(column, leeway);
            split.allow(column, leeway);
          }
          const found = program.askWhole(limits);
          expect(found === undefined).toBe(split.ask(limits, true) === undefined);
          expect(program.tryWhole(limits)).toEqual(found);
          if (found === undefined) return;
          expect(found.cost).toBeCloseTo(cost(found.changes, leeways), 6);
          const by = (column: number) => Math.round(found.changes.get(column) ?? 0);
          for (const { columns, coefficients, lower, upper } of constraints) {
            const sum = columns.reduce(
              (total, column, term) => total + (coefficients[term] ?? 0) * by(column),
              0,
            );
            expect(sum).toBeGreaterThanOrEqual(lower);
            expect(sum).toBeLessThanOrEqual(upper);
          }
        } finally {
          program.close();
          split.close();
        }
      }),
      { numRuns: 200, seed: 20261125 },
    );
  });
});

function allowAll(program: LocalProgram, leeways: readonly Leeway[]): void {
  for (const [column, leeway] of leeways.entries()) program.allow(column, leeway);
}

function expectKept(
  changes: ReadonlyMap<number, number>,
  constraints: readonly Constraint[],
  leeways: readonly { readonly rise: number; readonly drop: number }[],
): void {
  const by = (column: number) => changes.get(column) ?? 0;
  for (const { columns, coefficients, lower, upper } of constraints) {
    const sum = columns.reduce((total, column, term) => total + (coefficients[term] ?? 0) * by(column), 0);
    expect(sum).toBeGreaterThanOrEqual(lower - 1e-6);
    expect(sum).toBeLessThanOrEqual(upper + 1e-6);
  }
  for (const [column, { rise, drop }] of leeways.entries()) {
    expect(by(column)).toBeLessThanOrEqual(rise + 1e-6);
    expect(-by(column)).toBeLessThanOrEqual(drop + 1e-6);
  }
}

function cost(
  changes: ReadonlyMap<number, number>,
  leeways: readonly { readonly price: number; readonly fall: number }[],
): number {
  let sum = 0;
  for (const [column, change] of changes) {
    const { price, fall } = leeways[column] ?? { price: 0, fall: 0 };
    const plunge = Math.max(0, -change - fall);
    sum += price * (Math.abs(change) - plunge) + STEEP * price * plunge;
  }
  return sum;
}
