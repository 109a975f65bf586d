// The cheapest change that meets a demand, by our own simplex method: `total = a1 + a2 + ...`, column 0 the total.
import { describe, expect, test } from 'vitest';
import type { Constraint } from '../../../src/indexes/constraint.ts';
import { type LocalProgram, openLocalProgram } from '../../../src/solver/local/local-program.ts';
import { ANY, atLeast, atMost, changesOf, free, open, STEEP, STILL, sum } from './programs.ts';

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
