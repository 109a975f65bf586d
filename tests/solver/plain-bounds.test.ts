// What columns can be at least and at most, as constraints tell it one after another; the linear program never allows more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { isOutside, plainBounds } from '../../src/solver/plain-bounds.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();
const plainMost = (model: LinearModel) => plainBounds(model).upper;

const sum = (
  columns: readonly number[],
  lower: number,
  upper: number,
  coefficients = columns.map(() => 1),
) => ({
  columns,
  coefficients,
  lower,
  upper,
});

test('plainMost of parts of a sum is the sum less what the others hold at the least', () => {
  const model = { lower: [0, 2, 3], upper: [MANY, MANY, 4], constraints: [sum([0, 1, 2], 9, 9)] };
  expect([...plainMost(model)]).toEqual([4, 6, 4]);
});

test('plainMost goes on from one constraint to the next, in any order of them', () => {
  const chain = [sum([1, 2], 0, 0, [1, -1]), sum([0, 1], 0, 0, [1, -1]), sum([2, 3], 7, 7)];
  for (const constraints of [chain, chain.toReversed()])
    expect([...plainMost({ lower: [0, 0, 0, 0], upper: [MANY, MANY, MANY, MANY], constraints })]).toEqual([
      7, 7, 7, 7,
    ]);
});

test('plainMost tells nothing where a sum has no end, or others may be below any number', () => {
  const free = { lower: [0, Number.NEGATIVE_INFINITY], upper: [MANY, MANY] };
  expect([...plainMost({ ...free, constraints: [sum([0, 1], 1, 5)] })]).toEqual([MANY, MANY]);
  expect([...plainMost({ lower: [0], upper: [MANY], constraints: [sum([0], 1, MANY)] })]).toEqual([MANY]);
});

test('plainMost takes both ends of a constraint: -x - y of -9 or more', () => {
  const model = { lower: [0, 4], upper: [MANY, MANY], constraints: [sum([0, 1], -9, MANY, [-1, -1])] };
  expect([...plainMost(model)]).toEqual([5, 9]);
});

const models = fc
  .array(fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((rows) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }).map((world): LinearModel => {
      const ends = rows.map((row) => row.reduce((total, each, at) => total + each * (world[at] ?? 0), 0));
      return {
        lower: [0, 0, 0, 0],
        upper: [MANY, MANY, MANY, MANY],
        constraints: rows.map((row, at) => sum([0, 1, 2, 3], ends[at] ?? 0, ends[at] ?? 0, row)),
      };
    }),
  );

test('plainBounds are at the least what is left of a sum where the others are as large as they can be', () => {
  const model = { lower: [0, 0, 0], upper: [2, 3, MANY], constraints: [sum([0, 1, 2], 9, 20)] };
  expect([...plainBounds(model).lower]).toEqual([0, 0, 4]);
  const difference = { lower: [7, 0], upper: [MANY, 50], constraints: [sum([0, 1], -MANY, 2, [1, -1])] };
  expect([...plainBounds(difference).lower]).toEqual([7, 5]);
  expect([...plainBounds({ ...model, upper: [2, MANY, MANY] }).lower]).toEqual([0, 0, 0]);
});

test('isOutside tells of limits that leave nothing between the bounds', () => {
  const bounds = { lower: Float64Array.of(0, 4), upper: Float64Array.of(9, MANY) };
  const is = (column: number, lower: number, upper: number) => isOutside(bounds, [{ column, lower, upper }]);
  expect([is(1, 0, 3), is(0, 10, MANY), isOutside(bounds, [])]).toEqual([true, true, false]);
  expect([is(1, 0, 4), is(0, 9, MANY), is(1, 100, MANY)]).toEqual([false, false, false]);
});

test('plainBounds allow all that the linear program does', () => {
  fc.assert(
    fc.property(models, (model) => {
      const { lower, upper } = plainBounds(model);
      const session = solver.open(model);
      const most = (column: number, sign: 1 | -1) => {
        const outcome = session.minimize(new Map([[column, -sign]]), [], false);
        return outcome.status === 'optimal' ? -outcome.objective : MANY;
      };
      try {
        for (const column of model.lower.keys()) {
          expect(upper[column]).toBeGreaterThanOrEqual(most(column, 1) - 1e-6);
          expect(lower[column]).toBeLessThanOrEqual(-most(column, -1) + 1e-6);
        }
      } finally {
        session.close();
      }
    }),
    { numRuns: 100 },
  );
});
