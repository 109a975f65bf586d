// The program of changes for HiGHS: `total = a1 + a2`, column 0 the total; what drops beyond its fall is 3 times as dear.

import { expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../../src/indexes/constraint.ts';
import { loadSolver } from '../../../src/solver/load-solver.ts';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { openSplitProgram } from '../../../src/solver/local/split-program.ts';

const solver = await loadSolver();
const ANY = Number.POSITIVE_INFINITY;
const LINE = { columns: [0, 1, 2], coefficients: [-1, 1, 1], lower: 0, upper: 0 };

function free(price: number, more: Partial<Leeway> = {}): Leeway {
  return { price, rise: ANY, fall: 1000, drop: 1000, ...more };
}

function open(leeways: readonly Leeway[], row = LINE) {
  const program = openSplitProgram([row], 3, solver.open);
  onTestFinished(() => program.close());
  for (const [column, leeway] of leeways.entries()) program.allow(column, leeway);
  return {
    ...program,
    by: (limits: readonly Limit[], whole = false) => {
      const changes = program.ask(limits, whole);
      return changes && Object.fromEntries(changes);
    },
  };
}

const within = (column: number, lower: number, upper: number): Limit => ({ column, lower, upper });

test('ask changes what is cheapest, and nothing where nothing is asked', () => {
  const program = open([free(5), free(1), free(2)]);
  expect(program.by([within(1, 4, ANY)])).toEqual({ 1: 4, 2: -4 });
  expect(program.by([within(1, -ANY, -4)])).toEqual({ 1: -4, 2: 4 });
  expect(program.by([])).toEqual({});
});

test('ask drops beyond the fall where that is cheaper than another, and not further than it may', () => {
  const leeways = [free(5), free(1), free(1, { fall: 2, drop: 3 })];
  expect(open(leeways).by([within(1, 4, ANY)])).toEqual({ 0: 1, 1: 4, 2: -3 });
  expect(open([free(2), ...leeways.slice(1)]).by([within(1, 4, ANY)])).toEqual({ 0: 2, 1: 4, 2: -2 });
});

test.for([
  [1, 3],
  [-2, -1],
  [-4, -3],
  [-3, -1],
  [-1, 2],
] as const)('ask within %i to %i goes to the end of it that is nearest', ([lower, upper]) => {
  const nearest = Math.min(Math.max(0, lower), upper);
  const { 1: by = 0 } =
    open([free(1), free(1, { fall: 2, drop: 9 }), free(3)]).by([within(1, lower, upper)]) ?? {};
  expect(by).toBeCloseTo(nearest, 9);
});

test('ask within a range goes no further than its other end', () => {
  const still: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };
  const pushed = (limit: Limit, by: number) =>
    open([still, free(1, { fall: 2, drop: 9 }), free(1)]).by([limit, within(2, by, by)]);
  expect(pushed(within(1, -5, 0), 5)).toEqual({ 1: -5, 2: 5 });
  expect(pushed(within(1, -4, 0), 5)).toBeUndefined();
  expect(pushed(within(1, -1, 0), 1)).toEqual({ 1: -1, 2: 1 });
  expect(pushed(within(1, -1, 0), 2)).toBeUndefined();
  expect(pushed(within(1, 0, 3), -3)).toEqual({ 1: 3, 2: -3 });
  expect(pushed(within(1, 0, 3), -4)).toBeUndefined();
});

test('ask says that there is no change where a column that nobody allowed to change would have to', () => {
  expect(open([free(1)]).by([within(0, 2, ANY)])).toBeUndefined();
  expect(open([free(1), free(1)]).by([within(0, 2, ANY)])).toEqual({ 0: 2, 1: 2 });
  expect(open([free(1), free(1)]).by([within(2, 2, ANY)])).toBeUndefined();
});

test('allow between two questions holds for the second', () => {
  const program = open([free(5), free(1), free(2)]);
  program.by([within(1, 4, ANY)]);
  program.allow(2, free(2, { fall: 1, drop: 1 }));
  expect(program.by([within(1, 4, ANY)])).toEqual({ 0: 3, 1: 4, 2: -1 });
});

test('ask rises beyond the climb where that is cheaper than another, and not further than it may', () => {
  const leeways = [free(5), free(1, { fall: 9, drop: 9 }), free(1, { rise: 3, climb: 2 })];
  expect(open(leeways).by([within(1, -4, -4)])).toEqual({ 0: -1, 1: -4, 2: 3 });
  expect(open([free(2), ...leeways.slice(1)]).by([within(1, -4, -4)])).toEqual({ 0: -2, 1: -4, 2: 2 });
  expect(open(leeways).by([within(2, 3, 3)])).toEqual({ 1: -3, 2: 3 });
  expect(open(leeways).by([within(2, 4, 4)])).toBeUndefined();
});

test('allow between two questions gives room to what had none, and takes it again', () => {
  const still: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };
  const program = open([still, free(1), free(2, { fall: 0, drop: 0 })]);
  expect(program.by([within(1, 4, ANY)])).toBeUndefined();
  expect(program.by([within(1, -4, -4)])).toEqual({ 1: -4, 2: 4 });
  program.allow(0, free(1));
  expect(program.by([within(1, 4, ANY)])).toEqual({ 0: 4, 1: 4 });
  program.allow(0, still);
  expect(program.by([within(1, 4, ANY)])).toBeUndefined();
});

test('ask for whole numbers beside an answer of halves takes cheap ones', () => {
  const program = open([free(9), free(1), free(1)], { ...LINE, coefficients: [-2, 2, 1] });
  expect(program.by([within(2, 3, ANY)])).toEqual({ 1: -1.5, 2: 3 });
  expect(program.by([within(2, 3, ANY)], true)).toEqual({ 1: -2, 2: 4 });
  expect(program.by([within(2, 3, 3)], true)).toBeUndefined();
});

/** total = 2 x a1 + 2 x a2, and the total changes by 3. */
test('ask for whole numbers finds none where only halves would do', () => {
  const program = open([free(1), free(1), free(2)], { ...LINE, coefficients: [-1, 2, 2] });
  expect(program.by([within(0, 3, 3)])).toEqual({ 0: 3, 1: 1.5 });
  expect(program.by([within(0, 3, 3)], true)).toBeUndefined();
  expect(program.by([within(0, 4, 4)], true)).toEqual({ 0: 4, 1: 2 });
});

test('ask for whole numbers looks for none where the answer has nothing else', () => {
  let looked = 0;
  const program = openSplitProgram([LINE], 3, (...model) => {
    const session = solver.open(...model);
    const wholeNear: typeof session.wholeNear = (...asked) => {
      looked += 1;
      return session.wholeNear(...asked);
    };
    return { ...session, wholeNear };
  });
  onTestFinished(() => program.close());
  for (const column of LINE.columns) program.allow(column, free(1 + column));
  expect(program.ask([within(1, 4, ANY)], true)).toEqual(program.ask([within(1, 4, ANY)], false));
  expect(looked).toBe(0);
  program.ask([within(1, 3.5, ANY)], true);
  expect(looked).toBe(1);
});

test('close before any question has nothing to close', () => {
  expect(() => openSplitProgram([LINE], 3, solver.open).close()).not.toThrow();
});
