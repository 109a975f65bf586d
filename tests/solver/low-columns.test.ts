// Which columns are less than k in every solution, held against one linear program for each; and which may be k together.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { openLowColumns } from '../../src/solver/low-columns.ts';
import type { Session } from '../../src/solver/session.ts';
import { openTogether } from '../../src/solver/together.ts';

const MANY = Number.POSITIVE_INFINITY;
const K = 4;
const solver = await loadSolver();

const sum = (
  columns: readonly number[],
  total: number,
  coefficients: readonly number[] = columns.map(() => 1),
) => ({ columns, coefficients, lower: total, upper: total });

const open = (constraints: LinearModel['constraints'], width: number): LinearModel => ({
  lower: new Array<number>(width).fill(0),
  upper: new Array<number>(width).fill(MANY),
  constraints,
});

function asking<T>(model: LinearModel, ask: (session: Session) => T): T {
  const session = solver.open(model, 'presolved');
  try {
    return ask(session);
  } finally {
    session.close();
  }
}

const lowIn = (model: LinearModel, columns: readonly number[]) =>
  asking(model, (session) => openLowColumns(session, columns, K)?.lowOf(columns));

const canBeNothingIn = (model: LinearModel, columns: readonly number[]) =>
  asking(model, (session) => openLowColumns(session, columns, K)?.canBeNothing(columns));

test('lowOf columns is those that no solution makes k or more', () => {
  const model = open([sum([0, 1], 3), sum([1, 2], 9)], 3);
  expect(lowIn(model, [0, 1, 2])).toEqual([0, 1]);
  expect(lowIn(model, [2])).toEqual([]);
});

test('canBeNothing is false where low columns must hold something, true where others can hold it', () => {
  const must = open([sum([0, 1], 3), sum([1, 2], 9)], 3);
  expect(canBeNothingIn(must, [0, 1])).toBe(false);
  expect(canBeNothingIn(must, [0])).toBe(true);
  expect(canBeNothingIn(open([sum([0, 1, 2], 9)], 3), [0, 1, 2])).toBe(true);
});

test('of a model without a solution nothing is asked', () => {
  expect(lowIn(open([sum([0], 1), sum([0], 2)], 1), [0])).toBeUndefined();
});

const models = fc
  .array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }), {
    minLength: 1,
    maxLength: 5,
  })
  .chain((rows) =>
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 }).map((world): LinearModel => {
      const ends = rows.map((row) => row.reduce((total, each, at) => total + each * (world[at] ?? 0), 0));
      const columns = [0, 1, 2, 3, 4, 5];
      return open(
        rows.map((row, at) => sum(columns, ends[at] ?? 0, row)),
        6,
      );
    }),
  );

test('lowOf agrees with one program for each column, and canBeNothing with the least sum of low ones', () => {
  fc.assert(
    fc.property(models, fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), (model, columns) => {
      const reaches = (column: number) =>
        asking(model, (session) => session.minimize(new Map(), [{ column, lower: K, upper: MANY }], false))
          .status === 'optimal';
      const low = columns.filter((column) => !reaches(column));
      expect(lowIn(model, columns)).toEqual(low);
      const least = asking(model, (session) =>
        session.minimize(new Map(low.map((column) => [column, 1])), [], false),
      );
      const isNothing = least.status === 'optimal' && least.objective < 1e-6;
      if (!isNothing) expect(canBeNothingIn(model, columns)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('openTogether takes the first, and others as long as each constraint has room for them', () => {
  const model = open([sum([0, 1, 2], 9), sum([3, 4], 2), sum([2, 5], 0, [1, -1])], 6);
  const together = openTogether(model, [9, 9, 9, 2, 2, 5], K);
  expect(together([0, 1, 2])).toEqual([0, 1]);
  expect(together([2, 0, 1])).toEqual([2, 0]);
  expect(together([3, 4, 0])).toEqual([3, 0]);
  expect(together([])).toEqual([]);
});
