// Sums of relations that no world within the bounds can keep, each added up by hand; and none where some world does.
import { describe, expect, test } from 'vitest';
import { openSumProgram } from '../../src/attack/sum-program.ts';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Session } from '../../src/solver/session.ts';

const solver = await loadSolver();
const ANY = Number.POSITIVE_INFINITY;

interface Bounds {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

function found(relations: readonly Constraint[], ...asked: readonly Bounds[]) {
  const size = asked[0]?.lower.length ?? 0;
  const program = openSumProgram(solver, relations, size);
  const sums = asked.map((bounds) => program.find(bounds));
  program.close();
  return sums;
}

/** By how much the sum is above all that counts within the bounds can come to. */
function excess(relations: readonly Constraint[], { lower, upper }: Bounds, sums: readonly number[]): number {
  const coefficients = lower.map(() => 0);
  let least = 0;
  for (const [at, times] of sums.entries()) {
    const row = relations[at] as Constraint;
    if (times !== 0) least += times * (times > 0 ? row.lower : row.upper);
    for (const [term, column] of row.columns.entries())
      coefficients[column] = (coefficients[column] as number) + times * (row.coefficients[term] as number);
  }
  const most = coefficients.map((each, cell) =>
    Math.abs(each) < 1e-9 ? 0 : each * ((each > 0 ? upper[cell] : lower[cell]) as number),
  );
  return least - most.reduce((sum, each) => sum + each, 0);
}

const sum = (columns: number[], coefficients: number[], lower: number, upper = lower): Constraint => ({
  columns,
  coefficients,
  lower,
  upper,
});

describe('openSumProgram finds', () => {
  test.each<[string, readonly Constraint[], Bounds]>([
    ['x + y = 5 of 2 and 2 at most', [sum([0, 1], [1, 1], 5)], { lower: [0, 0], upper: [2, 2] }],
    ['x + y = 3 of 2 and 2 at least', [sum([0, 1], [1, 1], 3)], { lower: [2, 2], upper: [ANY, ANY] }],
    ['x + y <= 3 of 2 and 2 at least', [sum([0, 1], [1, 1], -ANY, 3)], { lower: [2, 2], upper: [ANY, ANY] }],
    ['x - y >= 5 of 4 at most', [sum([0, 1], [1, -1], 5, ANY)], { lower: [0, 0], upper: [4, ANY] }],
    [
      'x + y = 9 and y + z = 2, of z 0 and x 6 at most',
      [sum([0, 1], [1, 1], 9), sum([1, 2], [1, 1], 2)],
      { lower: [0, 0, 0], upper: [6, ANY, ANY] },
    ],
    [
      'x + y + z = 9, x + y = 4 and z = 6 at least',
      [sum([0, 1, 2], [1, 1, 1], 9), sum([0, 1], [1, 1], 4)],
      { lower: [0, 0, 6], upper: [ANY, ANY, ANY] },
    ],
  ])('%s', (_, relations, bounds) => {
    const [sums] = found(relations, bounds);
    expect(sums).toBeDefined();
    expect(excess(relations, bounds, sums ?? [])).toBeGreaterThan(0.5);
  });
});

test('openSumProgram finds none where some counts fit, and goes by the bounds of each question', () => {
  const relations = [sum([0, 1], [1, 1], 5)];
  const narrow = { lower: [0, 0], upper: [2, 2] };
  const [none, some, again] = found(relations, { lower: [0, 0], upper: [2, 3] }, narrow, {
    lower: [0, 0],
    upper: [ANY, ANY],
  });
  expect([none, again]).toEqual([undefined, undefined]);
  expect(excess(relations, narrow, some ?? [])).toBe(1);
});

describe('openSumProgram', () => {
  const values = [2, 0.5, 0, 0, 0, 0];
  const asking = (outcome: object) => {
    const seen: unknown[][] = [];
    const session = {
      minimize: (...args: unknown[]) => {
        seen.push(args);
        return outcome;
      },
      close: () => seen.push(['closed']),
    } as unknown as Session;
    const program = openSumProgram({ open: () => session }, [sum([0, 1], [1, 1], 5)], 2);
    const sums = program.find({ lower: [1, 0], upper: [2, ANY] });
    program.close();
    return { sums, seen };
  };

  test('adds a relation as often as at its lower end, less those at its upper one', () => {
    expect(asking({ status: 'optimal', objective: -1, values }).sums).toEqual([1.5]);
    expect(asking({ status: 'optimal', objective: -1e-6, values }).sums).toEqual([1.5]);
  });

  test('finds none where the best comes to nothing, or the solver has no answer', () => {
    expect(asking({ status: 'optimal', objective: -1e-7, values }).sums).toBeUndefined();
    expect(asking({ status: 'optimal', objective: 0, values }).sums).toBeUndefined();
    expect(asking({ status: 'unbounded', objective: -1, values }).sums).toBeUndefined();
  });

  test('prices each end that there is, in fractions, shuts those that there are not, and closes its session', () => {
    const { seen } = asking({ status: 'optimal', objective: -1, values });
    const costs = new Map([
      [0, -5],
      [1, 5],
      [2, -1],
      [3, 2],
      [4, -0],
    ]);
    expect(seen).toEqual([[costs, [{ column: 5, lower: 0, upper: 0 }], false], ['closed']]);
  });

  test('closes no session where nothing was asked', () => {
    expect(() => openSumProgram({ open: () => expect.fail('opened') }, [], 0).close()).not.toThrow();
  });
});
