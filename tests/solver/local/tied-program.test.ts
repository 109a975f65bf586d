// The cheapest change over tied columns: pairs make constant sums, 0 + 1 = 0 and 2 + 3 = 0, and 0 + 2 + 4 is constant too.

import { describe, expect, test } from 'vitest';
import type { Constraint, Limit } from '../../../src/indexes/constraint.ts';
import { loadSolver } from '../../../src/solver/load-solver.ts';
import { openDecidedProgram } from '../../../src/solver/local/decided-program.ts';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { openTiedProgram } from '../../../src/solver/local/tied-program.ts';
import { ANY, changesOf, STEEP, STILL } from './programs.ts';

const solver = await loadSolver();
const free = (price: number, more: Partial<Leeway> = {}): Leeway => ({
  price,
  rise: ANY,
  fall: 100,
  drop: 100,
  ...more,
});
const sum = (...columns: number[]): Constraint => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: 0,
  upper: 0,
});
const PAIRS = [sum(0, 1), sum(2, 3), sum(0, 2, 4)];
const is = (column: number, count: number): Limit => ({ column, lower: count, upper: count });

function open(leeways: readonly Leeway[], constraints = PAIRS) {
  let steps = 0;
  const count = (each: number) => {
    steps += each;
  };
  const program = openTiedProgram(leeways.length, constraints, (own) =>
    openDecidedProgram(leeways.length, own, STEEP, solver.open, count),
  );
  for (const [column, leeway] of leeways.entries()) program.allow(column, leeway);
  return { ...program, stepsOf: (question: () => unknown) => [question(), steps].at(1) };
}

const five = (more: Partial<Record<number, Leeway>> = {}) =>
  [1, 1, 1, 1, 1].map((price, column) => more[column] ?? free(price));

describe('ask', () => {
  test('changes what is tied together, one against the other', () => {
    const { ask } = open(five({ 4: STILL }));
    expect(changesOf(ask([is(0, 3)]))).toEqual({ 0: 3, 1: -3, 2: -3, 3: 3 });
    expect(changesOf(ask([is(1, 3)]))).toEqual({ 0: -3, 1: 3, 2: 3, 3: -3 });
    expect(changesOf(ask([]))).toEqual({});
  });

  test('takes the price of all that change together', () => {
    expect(changesOf(open(five({ 4: free(1.9) })).ask([is(0, 3)]))).toEqual({ 0: 3, 1: -3, 4: -3 });
    expect(changesOf(open(five({ 4: free(2.1) })).ask([is(0, 3)]))).toEqual({ 0: 3, 1: -3, 2: -3, 3: 3 });
    expect(changesOf(open(five({ 3: free(0.5), 4: free(1.9) })).ask([is(0, 3)]))).toEqual({
      ...{ 0: 3, 1: -3, 2: -3, 3: 3 },
    });
  });

  test('goes no further than any of what changes together may, on either side', () => {
    const { ask } = open(five({ 4: STILL, 2: free(1, { rise: 2 }), 3: free(1, { fall: 4, drop: 4 }) }));
    expect(changesOf(ask([is(0, -2)]))).toEqual({ 0: -2, 1: 2, 2: 2, 3: -2 });
    expect(ask([is(0, -3)]).status).toBe('infeasible');
    expect(changesOf(ask([is(0, 9)]))).toMatchObject({ 0: 9, 3: 9 });
    const other = open(five({ 4: STILL, 3: free(1, { rise: 2 }), 2: free(1, { fall: 1, drop: 1 }) }));
    expect(changesOf(other.ask([is(0, 1)]))).toEqual({ 0: 1, 1: -1, 2: -1, 3: 1 });
    expect(other.ask([is(0, 2)]).status).toBe('infeasible');
  });

  test('finds all dear as soon as one of what changes together is beyond its knee, down or up', () => {
    const knee = { fall: 2, drop: 100 };
    const dear = (more: Partial<Record<number, Leeway>>, count: number) =>
      changesOf(open(five({ 4: free(3), ...more })).ask([is(0, count)]));
    expect(dear({}, 4)).toEqual({ 0: 4, 1: -4, 2: -4, 3: 4 });
    expect(dear({ 2: free(1, knee) }, 4)).toEqual({ 0: 4, 1: -4, 2: -2, 3: 2, 4: -2 });
    expect(dear({ 3: free(1, knee) }, -4)).toEqual({ 0: -4, 1: 4, 2: 2, 3: -2, 4: 2 });
    expect(dear({ 2: free(1, { climb: 2 }) }, -4)).toEqual({ 0: -4, 1: 4, 2: 2, 3: -2, 4: 2 });
    expect(dear({ 3: free(1, { climb: 2 }) }, 4)).toEqual({ 0: 4, 1: -4, 2: -2, 3: 2, 4: -2 });
  });

  test('of a column that may not change is answered by whether it need not', () => {
    const { ask, rulesOut } = open(five({ 1: STILL }));
    const within = (lower: number, upper: number): Limit[] => [{ column: 1, lower, upper }];
    for (const [lower, upper, expected] of [
      [0, 0, {}],
      [-2, 0, {}],
      [0, 2, {}],
      [1, 2, 'infeasible'],
      [-2, -1, 'infeasible'],
    ] as const) {
      expect(changesOf(ask(within(lower, upper)))).toEqual(expected);
      expect(rulesOut(within(lower, upper))).toBe(expected === 'infeasible');
    }
    expect(ask([is(0, 1)]).status).toBe('infeasible');
    expect(changesOf(ask([is(1, 0), is(2, 5)]))).toEqual({ 2: 5, 3: -5, 4: -5 });
  });

  test('of a column that may only drop, or only rise, lets it', () => {
    const down = open(five({ 0: free(1, { rise: 0 }), 4: STILL }));
    expect(changesOf(down.ask([is(0, -1)]))).toEqual({ 0: -1, 1: 1, 2: 1, 3: -1 });
    expect(down.ask([is(0, 1)]).status).toBe('infeasible');
    const up = open(five({ 0: free(1, { fall: 0, drop: 0 }), 4: STILL }));
    expect(changesOf(up.ask([is(0, 1)]))).toMatchObject({ 0: 1, 1: -1 });
    expect(up.ask([is(0, -1)]).status).toBe('infeasible');
  });
});

test('rulesOut is true only of what is out of reach', () => {
  const { rulesOut } = open(five({ 4: STILL, 2: free(1, { rise: 2 }) }));
  expect([-3, -2, 2].map((count) => rulesOut([is(0, count)]))).toEqual([true, false, false]);
});

describe('allow', () => {
  test('between questions stops a column, and with it all that is tied to it, and lets them go again', () => {
    const { ask, allow } = open(five());
    expect(changesOf(ask([is(2, 3)]))).toEqual({ 2: 3, 3: -3, 4: -3 });
    allow(3, STILL);
    expect(ask([is(2, 3)]).status).toBe('infeasible');
    expect(changesOf(ask([is(0, 3)]))).toEqual({ 0: 3, 1: -3, 4: -3 });
    allow(3, free(1));
    expect(changesOf(ask([is(2, 3)]))).toEqual({ 2: 3, 3: -3, 4: -3 });
    allow(4, free(9));
    expect(changesOf(ask([is(2, 3)]))).toEqual({ 0: -3, 1: 3, 2: 3, 3: -3 });
  });

  test('lets columns change that could not before', () => {
    const { ask, allow } = open(five({ 0: STILL, 1: STILL, 4: STILL }));
    expect(ask([is(2, 3)]).status).toBe('infeasible');
    allow(4, free(1));
    expect(changesOf(ask([is(2, 3)]))).toEqual({ 2: 3, 3: -3, 4: -3 });
  });

  /** Each of forty columns is tied to the next where the one that stands in all sums with them does not change. */
  test('ties anew where more than a twentieth of the columns has stopped: that takes fewer steps', () => {
    const sums = Array.from({ length: 39 }, (_, at) => sum(at, at + 1, 40));
    const leeways = Array.from({ length: 43 }, () => free(1));
    const stepsAfter = (stopped: readonly number[]) => {
      const { ask, allow, stepsOf } = open(leeways, sums);
      ask([]);
      const before = Number(stepsOf(() => undefined));
      for (const column of stopped) allow(column, STILL);
      return Number(stepsOf(() => ask([is(1, 1)]))) - before;
    };
    const [few, many] = [stepsAfter([40, 41]), stepsAfter([40, 41, 42])];
    expect(few).toBeGreaterThan(20);
    expect(many).toBeLessThan(5);
  });
});
