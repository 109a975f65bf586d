// The least and most of a hidden cell, as linear programs have them.
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { rangesOf } from '../../src/attack/ranges.ts';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { World } from '../../src/solver/worlds.ts';
import { held } from './held.ts';
import { watched } from './watched-solver.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

/** The range of the first column. */
function rangeIn(model: LinearModel) {
  return rangesIn(model, [0]).get(0);
}

function rangesIn(model: LinearModel, columns: readonly number[], worlds: readonly World[] = []) {
  const session = solver.open(model);
  onTestFinished(() => session.close());
  return rangesOf(solver, session, columns, held(worlds));
}

/** Column 0 is the sum of four, any two of which add up to between `lower` and `upper`. */
function pairsOfFour(lower: number, upper: number): LinearModel {
  const pairs = [1, 2, 3, 4].flatMap((one) => [2, 3, 4].filter((two) => two > one).map((two) => [one, two]));
  return {
    lower: [0, 0, 0, 0, 0],
    upper: [MANY, MANY, MANY, MANY, MANY],
    constraints: [
      { columns: [0, 1, 2, 3, 4], coefficients: [-1, 1, 1, 1, 1], lower: 0, upper: 0 },
      ...pairs.map((columns) => ({ columns, coefficients: [1, 1], lower, upper })),
    ],
  };
}

test('rangesOf rounds inwards: twice a count that is 3 to 8 is 2 to 4 each', () => {
  const twice = { columns: [0], coefficients: [2], lower: 3, upper: 9 };
  expect(rangeIn({ lower: [0], upper: [MANY], constraints: [twice] })).toEqual({ least: 2, most: 4 });
});

test('rangesOf sets no limit where nothing does', () => {
  expect(rangeIn({ lower: [3], upper: [MANY], constraints: [] })).toEqual({ least: 3, most: null });
});

// Whole numbers: of four that make at most 1 two by two, one can be 1; four halves make 2. Of four that make 1 or more
// two by two, one can be 0 and the others 1; four halves make 2.
test('rangesOf is what linear programs show, which can be wider than what whole numbers can be', () => {
  expect(rangeIn(pairsOfFour(0, 1))).toEqual({ least: 0, most: 2 });
  expect(rangeIn(pairsOfFour(1, MANY))).toEqual({ least: 2, most: null });
});

/** How often the solver is asked in a block of this model whole, and what comes of it. */
function askedOf(model: LinearModel, columns: readonly number[], worlds: readonly World[] = []) {
  const { solver: own, asked } = watched(solver, false);
  const session = own.open(model);
  onTestFinished(() => session.close());
  const ranges = rangesOf(solver, session, columns, held(worlds));
  return { asked: asked(), ranges: columns.map((column) => ranges.get(column)) };
}

test('rangesOf asks nothing of an end that a world reaches, or one near it', () => {
  const sum = { columns: [0, 1], coefficients: [1, 1], lower: 9, upper: 9 };
  const model = { lower: [1, 0], upper: [5, MANY], constraints: [sum] };
  const worlds = [
    [1, 8],
    [5, 4],
  ];
  const range = { least: 1, most: 5 };
  expect(askedOf(model, [0], worlds)).toEqual({ asked: 0, ranges: [range] });
  expect(askedOf(model, [0], worlds.slice(0, 1))).toEqual({ asked: 0, ranges: [range] });
  expect(askedOf(model, [0])).toEqual({ asked: 2, ranges: [range] });
});

/** Hidden cells by twos that make 9, and one more beside each sum that no table has: it leaves all of them as they are. */
const twos: LinearModel = {
  lower: new Array<number>(9).fill(0),
  upper: new Array<number>(9).fill(MANY),
  constraints: [
    ...[0, 2, 4, 6].map((at) => ({ columns: [at, at + 1], coefficients: [1, 1], lower: 9, upper: 9 })),
    { columns: [0, 2, 4, 6, 8], coefficients: [1, 1, 1, 1, -1], lower: 0, upper: 0 },
  ],
};

test('rangesOf asks for many ends at once, of cells that no relation of hidden cells joins', () => {
  const columns = [0, 1, 2, 3, 4, 5, 6, 7];
  const { asked, ranges } = askedOf(twos, columns);
  expect(ranges).toEqual(columns.map(() => ({ least: 0, most: 9 })));
  expect(asked).toBeLessThanOrEqual(4);
});

test('rangesOf asks by itself for an end that not all of a group come to, and for one without end', () => {
  const joint = { columns: [0, 2, 8], coefficients: [1, 1, 1], lower: 12, upper: 12 };
  const columns = [0, 2, 8];
  const tied = { ...twos, constraints: [...twos.constraints.slice(0, 4), joint] };
  expect(askedOf(tied, [0, 1, 2, 3]).ranges).toEqual([0, 1, 2, 3].map(() => ({ least: 0, most: 9 })));
  expect(askedOf(tied, columns).ranges).toEqual([
    { least: 0, most: 9 },
    { least: 0, most: 9 },
    { least: 0, most: 12 },
  ]);
  expect(askedOf({ ...twos, constraints: [] }, [0, 1]).ranges).toEqual([
    { least: 0, most: null },
    { least: 0, most: null },
  ]);
});

test('rangesOf closes what it opens, with a world to begin from and without', () => {
  const counts = [4, 5, 4, 5, 4, 5, 4, 5, 16];
  for (const worlds of [[], [counts]]) {
    const { solver: own, open } = watched(solver, false);
    const session = own.open(twos);
    rangesOf(own, session, [0, 1, 2, 3], held(worlds));
    expect(open()).toBe(1);
    session.close();
    expect(open()).toBe(0);
  }
});

/** A table of 4 x 4 with its lines; some of its cells are asked about, and lines are all that relations have. */
const asked = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 16, maxLength: 16 }),
  columns: fc.subarray([...Array(16).keys()], { minLength: 2 }),
  shown: fc.subarray([...Array(16).keys()], { maxLength: 10 }),
});

test('rangesOf has what a program for each end has', () => {
  fc.assert(
    fc.property(asked, ({ counts, columns, shown }) => {
      const lines = [0, 1, 2, 3].flatMap((line) => [
        [0, 1, 2, 3].map((at) => 4 * line + at),
        [0, 1, 2, 3].map((at) => 4 * at + line),
      ]);
      const sumOf = (line: readonly number[]) => line.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
      const model: LinearModel = {
        lower: counts.map((count, at) => (shown.includes(at) ? count : 0)),
        upper: counts.map((count, at) => (shown.includes(at) ? count : MANY)),
        constraints: lines.map((line) => {
          const sum = sumOf(line);
          return { columns: line, coefficients: [1, 1, 1, 1], lower: sum, upper: sum };
        }),
      };
      const session = solver.open(model);
      try {
        const end = (column: number, cost: number) => {
          const outcome = session.minimize(new Map([[column, cost]]), [], false);
          return outcome.status === 'optimal' ? Math.round(outcome.objective * cost) + 0 : undefined;
        };
        const each = columns.map((column) => [column, { least: end(column, 1), most: end(column, -1) }]);
        expect([...rangesOf(solver, session, columns, held([counts]))]).toEqual(each);
      } finally {
        session.close();
      }
    }),
    { numRuns: 60 },
  );
});
