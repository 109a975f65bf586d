import { expect, test } from 'vitest';
import { type LinearModel, satisfies } from '../../src/solver/linear-model.ts';

/** 2 <= x + 2 y <= 8,   0 <= x <= 5,   1 <= y. */
const MODEL: LinearModel = {
  lower: [0, 1],
  upper: [5, Number.POSITIVE_INFINITY],
  constraints: [{ columns: [0, 1], coefficients: [1, 2], lower: 2, upper: 8 }],
};

test.for([
  { values: [0, 1], holds: true, why: 'a sum on its lower bound' },
  { values: [2, 3], holds: true, why: 'a sum on its upper bound' },
  { values: [5, 1], holds: true, why: 'a column on its upper bound' },
  { values: [3, 3], holds: false, why: 'a sum above' },
  { values: [6, 1], holds: false, why: 'a column above' },
  { values: [4, 0], holds: false, why: 'a column below' },
  { values: [1.5, 1], holds: false, why: 'a fraction' },
  { values: [Number.NaN, 1], holds: false, why: 'no number' },
  { values: [2], holds: false, why: 'a column left out' },
])('satisfies of $why gives $holds', ({ values, holds }) => {
  expect(satisfies(MODEL, [], values)).toBe(holds);
});

test('satisfies of a sum below gives false', () => {
  const model = { ...MODEL, lower: [0, 0] };
  expect(satisfies(model, [], [1, 0])).toBe(false);
  expect(satisfies(model, [], [2, 0])).toBe(true);
});

test('satisfies of a number too large to add exactly gives false', () => {
  const model: LinearModel = { lower: [0], upper: [Number.POSITIVE_INFINITY], constraints: [] };
  expect(satisfies(model, [], [Number.MAX_SAFE_INTEGER])).toBe(true);
  expect(satisfies(model, [], [Number.MAX_SAFE_INTEGER + 1])).toBe(false);
});

test('satisfies keeps to limits besides the bounds of the model', () => {
  const limit = { column: 0, lower: 1, upper: 3 };
  expect(satisfies(MODEL, [limit], [0, 1])).toBe(false);
  expect(satisfies(MODEL, [limit], [1, 1])).toBe(true);
  expect(satisfies(MODEL, [limit], [3, 1])).toBe(true);
  expect(satisfies(MODEL, [limit], [4, 1])).toBe(false);
  expect(satisfies(MODEL, [{ column: 2, lower: 0, upper: 9 }], [1, 1])).toBe(false);
});
