// The cheapest change that meets a demand, by our own simplex method: `total = a1 + a2 + ...`, column 0 the total.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Constraint, Limit } from '../../../src/indexes/constraint.ts';
import { loadSolver } from '../../../src/solver/load-solver.ts';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { type Answer, type LocalProgram, openLocalProgram } from '../../../src/solver/local/local-program.ts';
import { openSplitProgram } from '../../../src/solver/local/split-program.ts';

const solver = await loadSolver();
const ANY = Number.POSITIVE_INFINITY;
const STEEP = 3;
const STILL: Leeway = { price: 0, rise: 0, fall: 0, drop: 0 };

function free(price: number, more: Partial<Leeway> = {}): Leeway {
  return { price, rise: ANY, fall: 1000, drop: 1000, ...more };
}

/** What the first column holds is the sum of the others, or differs from it by `off` at most. */
function sum(columns: readonly number[], off = 0): Constraint {
  return {
    columns,
    coefficients: columns.map((_, term) => (term === 0 ? -1 : 1)),
    lower: -off,
    upper: off,
  };
}

function open(constraints: readonly Constraint[], leeways: readonly Leeway[]): LocalProgram {
  const program = openLocalProgram(leeways.length, constraints, STEEP, () => {});
  for (const [column, leeway] of leeways.entries()) program.allow(column, leeway);
  return program;
}

const atLeast = (column: number, lower: number): Limit => ({ column, lower, upper: ANY });
const atMost = (column: number, upper: number): Limit => ({ column, lower: -ANY, upper });

/** The changes, rounded, by column. */
function changesOf(answer: Answer): Record<number, number> | string {
  if (answer.status !== 'optimal') return answer.status;
  return Object.fromEntries([...answer.changes].map(([at, by]) => [at, Math.round(by * 1e6) / 1e6]));
}

describe('ask of a line', () => {
  const LINE = [sum([0, 1, 2, 3])];

  test('changes nothing where nothing is asked, or what is asked is so already', () => {
    const program = open(LINE, [free(9), free(1), free(1), free(1)]);
    expect(changesOf(program.ask([]))).toEqual({});
    expect(changesOf(program.ask([atLeast(1, -2), atMost(2, 0)]))).toEqual({});
  });

  test('makes up for a demand where that is cheapest', () => {
    const program = open(LINE, [free(9), free(1), free(4), free(2)]);
    expect(changesOf(program.ask([atLeast(1, 5)]))).toEqual({ 1: 5, 3: -5 });
    expect(changesOf(program.ask([atMost(1, -5)]))).toEqual({ 1: -5, 3: 5 });
    expect(changesOf(program.ask([atLeast(0, 5)]))).toEqual({ 0: 5, 1: 5 });
  });

  test('goes on with the next cheapest where one may go no further', () => {
    const leeways = [free(9), free(1), free(4), free(2, { rise: 1, fall: 3, drop: 3 })];
    expect(changesOf(open(LINE, leeways).ask([atLeast(1, 5)]))).toEqual({ 1: 5, 2: -2, 3: -3 });
    expect(changesOf(open(LINE, leeways).ask([atMost(1, -5)]))).toEqual({ 1: -5, 2: 4, 3: 1 });
  });

  test('falls below the fall only where that is cheaper than another', () => {
    const steep = free(2, { fall: 3, drop: 9 });
    const program = open(LINE, [free(9), free(1), free(5), steep]);
    expect(changesOf(program.ask([atLeast(1, 5)]))).toEqual({ 1: 5, 2: -2, 3: -3 });
    program.allow(2, free(7));
    expect(changesOf(program.ask([atLeast(1, 5)]))).toEqual({ 1: 5, 3: -5 });
  });

  test('says that there is no change where others may not go so far together', () => {
    const few = free(1, { fall: 2, drop: 2 });
    const program = open(LINE, [STILL, free(1), few, few]);
    expect(changesOf(program.ask([atLeast(1, 4)]))).toEqual({ 1: 4, 2: -2, 3: -2 });
    expect(changesOf(program.ask([atLeast(1, 5)]))).toBe('infeasible');
  });

  test('says that there is no change where limits contradict what a column may become, or each other', () => {
    const program = open(LINE, [free(9), free(1, { rise: 4 }), free(1), free(1)]);
    expect(changesOf(program.ask([atLeast(1, 5)]))).toBe('infeasible');
    expect(changesOf(program.ask([atLeast(2, 5), atMost(2, 4)]))).toBe('infeasible');
    expect(changesOf(program.ask([atLeast(1, 4)]))).toMatchObject({ 1: 4 });
  });

  test('asks afresh each time, whatever was asked before', () => {
    const program = open(LINE, [free(9), free(1), free(4), free(2)]);
    for (const _ of [1, 2]) {
      expect(changesOf(program.ask([atLeast(1, 5), atLeast(3, 5)]))).toEqual({ 1: 5, 2: -10, 3: 5 });
      expect(changesOf(program.ask([atMost(2, -1)]))).toEqual({ 1: 1, 2: -1 });
    }
  });
});

describe('ask of several rows', () => {
  /**
   *     0 | 1  2        each line and column has its total
   *     3 | 4  5
   *     6 | 7  8
   */
  const SQUARE = [
    sum([0, 1, 2]),
    sum([3, 4, 5]),
    sum([6, 7, 8]),
    sum([0, 3, 6]),
    sum([1, 4, 7]),
    sum([2, 5, 8]),
  ];
  const inside = [4, 5, 7, 8];

  test('goes round where totals stay', () => {
    const leeways = [...Array(9).keys()].map((column) => (inside.includes(column) ? free(1) : STILL));
    expect(changesOf(open(SQUARE, leeways).ask([atLeast(4, 3)]))).toEqual({ 4: 3, 5: -3, 7: -3, 8: 3 });
    expect(changesOf(open(SQUARE, leeways).ask([atLeast(4, 3), atLeast(5, 0)]))).toBe('infeasible');
  });

  test('takes a way by the totals where that is cheaper', () => {
    const leeways = [...Array(9).keys()].map((column) => free([0, 1, 3].includes(column) ? 1 : 9));
    expect(changesOf(open(SQUARE, leeways).ask([atLeast(4, 3)]))).toEqual({ 0: 3, 1: 3, 3: 3, 4: 3 });
  });

  test('leaves a sum that need not be exact as far off as it may be, for nothing', () => {
    const program = open([sum([0, 1, 2], 2)], [STILL, free(1), free(1)]);
    expect(changesOf(program.ask([atLeast(1, 2)]))).toEqual({ 1: 2 });
    expect(changesOf(program.ask([atLeast(1, 5)]))).toEqual({ 1: 5, 2: -3 });
    expect(changesOf(program.ask([atMost(1, -5)]))).toEqual({ 1: -5, 2: 3 });
  });

  test('keeps sums that are to be at most others, each by so much', () => {
    const below = (columns: readonly number[], lower: number, upper: number) => ({
      ...sum(columns),
      lower,
      upper,
    });
    const program = open(
      [below([0, 1], -4, 0), below([2, 3], -ANY, 2)],
      [free(2), free(1), free(2), free(1)],
    );
    expect(changesOf(program.ask([atMost(1, -3)]))).toEqual({ 1: -3 });
    expect(changesOf(program.ask([atMost(1, -6)]))).toEqual({ 0: -2, 1: -6 });
    expect(changesOf(program.ask([atLeast(1, 3)]))).toEqual({ 0: 3, 1: 3 });
    expect(changesOf(program.ask([atMost(3, -9)]))).toEqual({ 3: -9 });
    expect(changesOf(program.ask([atLeast(3, 9)]))).toEqual({ 2: 7, 3: 9 });
  });
});

describe('ask of what is moved once, and then on', () => {
  /**
   *     x + other = moved + more        moved = -1 asks that x drop by 1,
   *             more = asked            and what is asked then moves x on
   */
  const [X, OTHER, MOVED, MORE, ASKED] = [0, 1, 2, 3, 4];
  const rows: Constraint[] = [
    { columns: [X, OTHER, MOVED, MORE], coefficients: [1, 1, -1, -1], lower: 0, upper: 0 },
    { columns: [MORE, ASKED], coefficients: [1, -1], lower: 0, upper: 0 },
  ];
  const x = free(1, { rise: 3, fall: 2, drop: 5 });

  test.for([
    ['drops it beyond its fall', atMost(ASKED, -3), 9, { [X]: -4, [MORE]: -3, [ASKED]: -3 }],
    [
      'ends its drop at its fall where another is cheaper',
      atMost(ASKED, -3),
      2,
      { [X]: -2, [OTHER]: -2, [MORE]: -3, [ASKED]: -3 },
    ],
    [
      'ends its drop where it may go no further',
      atMost(ASKED, -7),
      9,
      { [X]: -5, [OTHER]: -3, [MORE]: -7, [ASKED]: -7 },
    ],
    ['raises it above where it stood', atLeast(ASKED, 3), 9, { [X]: 2, [MORE]: 3, [ASKED]: 3 }],
    [
      'ends its rise where it stood if another is cheaper',
      atLeast(ASKED, 3),
      0.5,
      { [OTHER]: 2, [MORE]: 3, [ASKED]: 3 },
    ],
    [
      'ends its rise where it may go no further',
      atLeast(ASKED, 7),
      9,
      { [X]: 3, [OTHER]: 3, [MORE]: 7, [ASKED]: 7 },
    ],
  ] as const)('%s', ([, asked, price, expected]) => {
    const program = open(rows, [x, free(price), free(1), free(1), free(1)]);
    const moved = { column: MOVED, lower: -1, upper: -1 };
    expect(changesOf(program.ask([moved, asked]))).toEqual({ [MOVED]: -1, ...expected });
  });
});

/** Each column is the one before: `rows` rows, all of which a change touches. */
function openChain(rows: number, count: (steps: number) => void = () => {}): LocalProgram {
  const constraints = [...Array(rows).keys()].map((row) => sum([row, row + 1]));
  const program = openLocalProgram(rows + 1, constraints, STEEP, count);
  for (let column = 0; column <= rows; column++) program.allow(column, free(1));
  return program;
}

test('ask of what touches 300 rows answers, and of 301 decides nothing', () => {
  const answer = openChain(300).ask([atLeast(0, 2)]);
  expect(answer.status === 'optimal' && [...answer.changes.values()]).toEqual(Array(301).fill(2));
  expect(openChain(301).ask([atLeast(0, 2)])).toEqual({ status: 'undecided' });
});

test('ask tells of its steps: one for each row that comes to be violated, and one to see that none is', () => {
  const counts: number[] = [];
  const program = openChain(7, (steps) => counts.push(steps));
  program.ask([atLeast(0, 2)]);
  program.ask([]);
  program.ask([atLeast(7, 2)]);
  expect(counts).toEqual([8, 1, 8]);
});

describe('ask of a table of 7 x 7 with its totals', () => {
  const SIDE = 8;
  const at = (row: number, column: number) => row * SIDE + column;
  const lines = [...Array(SIDE).keys()];
  /** One row need not be exact; in another, cells count twice. */
  const constraints = lines.flatMap((line): Constraint[] => {
    const across = sum(
      lines.map((other) => at(line, other)),
      line === 3 ? 2 : 0,
    );
    const twice = { ...across, coefficients: across.coefficients.map((each) => (each === 1 ? 2 : -1)) };
    return [line === 5 ? twice : across, sum(lines.map((other) => at(other, line)))];
  });
  const mixed = (seed: number, most: number) => (Math.imul(seed + 1, 0x9e3779b1) >>> 8) % (most + 1);
  const leeways = [...Array(SIDE * SIDE).keys()].map((column): Leeway => {
    const fall = mixed(3 * column, 6);
    return {
      price: 1 + mixed(3 * column + 1, 8),
      rise: mixed(3 * column + 2, 9) + 1,
      fall,
      drop: fall + (column % 4),
    };
  });
  const program = open(constraints, leeways);
  const questions = [...Array(60).keys()].map((seed) =>
    [0, 1, 2].slice(0, 1 + (seed % 3)).map((each): Limit => {
      const column = mixed(10 * seed + each, SIDE * SIDE - 1);
      const by = mixed(10 * seed + 5 + each, 3) + 1;
      return mixed(10 * seed + 7 + each, 1) === 1 ? atLeast(column, by) : atMost(column, -by);
    }),
  );

  /** HiGHS's least cost, undefined where it finds no change. */
  function openPeer() {
    const peer = openSplitProgram(constraints, STEEP, solver.open);
    onTestFinished(() => peer.close());
    for (const [column, leeway] of leeways.entries()) peer.allow(column, leeway);
    return (limits: readonly Limit[]) => {
      const changes = peer.ask(limits, false);
      return changes && costOf(changes);
    };
  }

  function costOf(changes: ReadonlyMap<number, number>): number {
    return [...changes].reduce((total, [column, by]) => {
      const { price, fall } = leeways[column] ?? STILL;
      return total + price * (Math.abs(by) + (STEEP - 1) * Math.max(0, -by - fall));
    }, 0);
  }

  /** By how much a change breaks what it must keep, at most. */
  function offOf(changes: ReadonlyMap<number, number>, limits: readonly Limit[]): number {
    const by = (column: number) => changes.get(column) ?? 0;
    const own = leeways.map(({ rise, drop }, column) => ({ column, lower: -drop, upper: rise }));
    return Math.max(
      ...[...own, ...limits].map(({ column, lower, upper }) =>
        Math.max(lower - by(column), by(column) - upper),
      ),
      ...constraints.map(({ columns, coefficients, lower, upper }) => {
        const total = columns.reduce(
          (part, column, term) => part + (coefficients[term] ?? 0) * by(column),
          0,
        );
        return Math.max(lower - total, total - upper);
      }),
    );
  }

  test('costs the least, and breaks nothing; or there is no change', () => {
    const leastCost = openPeer();
    let changed = 0;
    for (const limits of questions) {
      const answer = program.ask(limits);
      const least = leastCost(limits);
      expect(answer.status).toBe(least === undefined ? 'infeasible' : 'optimal');
      if (answer.status !== 'optimal') continue;
      changed += 1;
      expect(offOf(answer.changes, limits)).toBeLessThanOrEqual(1e-6);
      expect(costOf(answer.changes)).toBeLessThanOrEqual((least ?? 0) * 1.001 + 1e-6);
    }
    expect(changed).toBeGreaterThan(30);
    expect(changed).toBeLessThan(60);
  });
});
