// What one block lacks, asked step by step, k = 5: a total of 40, and 3, 20, 9, 8.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openHiding } from '../../src/protect/hiding.ts';
import { openPool } from '../../src/protect/move-pool.ts';
import { type Move, openMover } from '../../src/protect/moves.ts';
import type { ProtectTask } from '../../src/protect/plan.ts';
import {
  classify,
  demandOf,
  findFloors,
  findMisses,
  judgeAtOnce,
  openInquiry,
  withoutCells,
} from '../../src/protect/reach.ts';
import { lineTask } from './plans.ts';

const line = lineTask([3, 20, 9, 8]);

/** Of a block in which these cells are hidden, with these moves at hand. */
function open(
  cells: readonly number[],
  task: ProtectTask = line,
  certain: readonly number[] = [],
  moves: readonly Move[] = [],
) {
  const mover = openMover(task);
  onTestFinished(() => mover.close());
  const hiding = openHiding(mover);
  for (const cell of cells) hiding.hide(cell);
  const pool = openPool(task);
  for (const move of moves) pool.add(move);
  return openInquiry({ task, mover, hiding, pool }, cells, certain, (cell) => cells.includes(cell));
}

function missesOf(...of: Parameters<typeof open>): string[] {
  return [...findMisses(open(...of))].map(({ cell, target, floors }) =>
    `${cell} ${target} ${floors.join()}`.trim(),
  );
}

/** 3, 9 and 8 are 20; the record says that 9 and 8 are not 0, so both are k or more, and 3 neither 0 nor k. */
const recorded = lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 1, 1] });

test('openInquiry asks first about cells that are fewer than k', () => {
  expect(open([0, 1, 3, 4]).promised).toEqual([1, 0, 3, 4]);
});

describe('findMisses', () => {
  test('of a block that keeps the promise is empty', () => {
    expect(missesOf([1, 3, 4])).toEqual([]);
  });

  test('names cells that cannot be nobody, and then those that cannot be k beside the floors', () => {
    expect(missesOf([1, 3])).toEqual(['1 zero', '1 many 3']);
    expect(missesOf([1, 3], line, [3])).toEqual(['1 zero 3', '1 many 3']);
  });

  test('names cells that only worlds served in which what is a floor by now was less than k', () => {
    expect(missesOf([1, 3, 4], recorded)).toEqual(['1 zero 3,4', '1 many 3,4']);
  });

  test('goes by no move at hand in which nothing explains the hiding', () => {
    const few = lineTask([2, 4, 9, 8]);
    const counts = (...move: readonly (readonly [number, number])[]) => [new Map(move)];
    expect(missesOf([1, 3], line, [], counts([1, 0], [3, 12]))).toEqual(['1 zero', '1 many 3']);
    expect(missesOf([1, 2], few, [], counts([1, 0], [2, 6]))).toEqual(['1 zero', '2 zero']);
  });

  /** 20 + 9 = 29: where one is nobody the other is not few, so both are k or more, and nothing explains the hiding. */
  test('names a floor where all are floors and no world explains the hiding', () => {
    expect(missesOf([2, 3])).toEqual(['2 many 2,3']);
    expect(judgeAtOnce(open([2, 3]))).toBe('unsure');
  });

  test('of two small counts that together are fewer than k names both', () => {
    expect(missesOf([1, 2], lineTask([2, 2, 9, 8]))).toEqual(['1 many', '2 many']);
  });

  /** 3 + 0 = 3: the other may be 3, but neither may be 5. */
  test('does not ask of a zero that it can be zero, but that it can be k', () => {
    expect(missesOf([1, 3], lineTask([3, 20, 0, 8]))).toEqual(['1 many', '3 many']);
  });

  test('leaves out a difference that is 0 whatever the others are, but of a group that may have people', () => {
    const bound = lineTask([3, 20, 9, 0], { upper: [99, 99, 99, 99, 0] });
    const cells = bound.system.cells.map((cell, at) =>
      at === 4 ? { ...cell, role: 'difference' as const } : cell,
    );
    const difference = { ...bound, system: { ...bound.system, cells } };
    expect(missesOf([1, 2, 3, 4], bound)).toEqual(['4 many']);
    expect(missesOf([1, 2, 3, 4], difference)).toEqual([]);
    expect(missesOf([1, 2, 3, 4], { ...difference, groups: new Map([[4, [3]]]) })).toEqual(['4 many']);
    expect(missesOf([1, 2, 3, 4], { ...difference, upper: bound.upper.with(4, 3) })).toEqual(['4 many']);
  });
});

describe('findFloors', () => {
  test('gives the cells that every reader knows to be k or more', () => {
    expect(findFloors(open([1, 2, 3, 4], line))).toEqual([]);
    expect(findFloors(open([0, 1, 3, 4]))).toEqual([0]);
    const kept = lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 6, 0] });
    expect(findFloors(open([1, 3, 4], kept))).toEqual([3]);
  });

  test('is empty where a small count cannot be nobody', () => {
    expect(findFloors(open([1, 3]))).toEqual([]);
  });

  test('begins with what is certain', () => {
    expect(findFloors(open([1, 2, 3, 4], line, [2]))).toEqual([2]);
  });
});

describe('judgeAtOnce', () => {
  test('of a block that keeps the promise, whatever its floors, is `safe`', () => {
    expect(judgeAtOnce(open([1, 3, 4]))).toBe('safe');
    expect(judgeAtOnce(open([1, 3, 4], lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 6, 0] })))).toBe('safe');
  });

  test('names a cell with a target that cannot be reached even without floors', () => {
    expect(judgeAtOnce(open([1, 3]))).toEqual({ missed: 1 });
    expect(judgeAtOnce(open([1, 2], lineTask([2, 2, 9, 8])))).toEqual({ missed: 1 });
  });

  test('of a block without a cell that the promise covers is `safe`', () => {
    expect(judgeAtOnce(open([]))).toBe('safe');
  });

  /** 6 is 8 at most and 5 is 5 at least: where 6 is k or more neither is few. */
  test('names a cell of k or more that is explained in no world in which it is, but no floor', () => {
    const bounded = lineTask([20, 6, 5], { upper: [99, 99, 8, 99], lower: [0, 0, 0, 5] });
    expect(judgeAtOnce(open([2, 3], bounded))).toEqual({ missed: 2 });
    expect(judgeAtOnce(open([2, 3], line, [2, 3]))).toBe('unsure');
  });

  test('is `unsure` where floors take worlds away, and names a cell that lacks them if the floors are certain', () => {
    expect(judgeAtOnce(open([1, 3, 4], recorded))).toBe('unsure');
    expect(judgeAtOnce(open([1, 3, 4], recorded, [3, 4]))).toEqual({ missed: 1 });
  });
});

describe('classify', () => {
  test('says whether room or an explanation is missing', () => {
    const inquiry = open([1, 3]);
    expect(classify(inquiry, { cell: 1, target: 'zero', floors: [] }).lacks).toBe('explanation');
    const small = open([1, 2], lineTask([2, 2, 9, 8]));
    expect(classify(small, { cell: 1, target: 'many', floors: [2] })).toEqual({
      cell: 1,
      target: 'many',
      floors: [2],
      lacks: 'room',
    });
  });
});

/** Twice the parts is the whole, 4 = 2 x 1 + 2 x 1: it may be 6, never 5. */
test('classify asks for whole counts', () => {
  const pair = lineTask([1, 1]);
  const rows = pair.system.rows.map((row) => ({ ...row, coefficients: [-1, 2, 2] }));
  const twice = { ...pair, system: { ...pair.system, rows }, counts: [4, 1, 1], world: [4, 1, 1] };
  const lacks = (upper: number) =>
    classify(open([0, 1], { ...twice, upper: [upper, 99, 99] }), { cell: 0, target: 'many', floors: [] })
      .lacks;
  expect([lacks(6), lacks(5)]).toEqual(['explanation', 'room']);
});

test('demandOf a target asks for nobody, or for k at least', () => {
  expect(demandOf(line, 1, 'zero')).toEqual({ cell: 1, lower: 0, upper: 0 });
  expect(demandOf(line, 1, 'many')).toEqual({ cell: 1, lower: 5, upper: Number.POSITIVE_INFINITY });
});

describe('withoutCells', () => {
  test('goes on with the block where it still keeps the promise', () => {
    const inquiry = open([1, 2, 3, 4]);
    expect(judgeAtOnce(inquiry)).toBe('safe');
    const { less, missed } = withoutCells(inquiry, [3]);
    expect(missed).toBeUndefined();
    if (less === undefined) throw new Error('It lacks something.');
    expect(less.promised.toSorted()).toEqual([1, 2, 4]);
    expect(withoutCells(less, [4])).toEqual({ less: undefined, missed: 1 });
    expect(judgeAtOnce(less)).toBe('safe');
  });

  /** 20 + 9 = 29 alone, and nobody few among them: what the 3 explained it explains no more. */
  test('asks anew where worlds were explained by a cell that is known now', () => {
    const inquiry = open([1, 2, 3]);
    expect(judgeAtOnce(inquiry)).toBe('safe');
    expect(withoutCells(inquiry, [1]).less).toBeUndefined();
    expect(judgeAtOnce(inquiry)).toBe('safe');
  });

  test('leaves all as it was where it does not', () => {
    const inquiry = open([1, 3, 4]);
    expect(judgeAtOnce(inquiry)).toBe('safe');
    const before = inquiry.ledger.changing(1);
    expect(before.length).toBeGreaterThan(0);
    const floors = [...inquiry.floors];
    for (const cell of [3, 4]) expect(withoutCells(inquiry, [cell]).less).toBeUndefined();
    expect([...inquiry.floors]).toEqual(floors);
    expect(inquiry.ledger.changing(1)).toEqual(expect.arrayContaining([...before]));
    expect(judgeAtOnce(inquiry)).toBe('safe');
    expect([...findMisses(inquiry)]).toEqual([]);
  });

  test('lets cells move as before where it does not', () => {
    const inquiry = open([1, 3, 4]);
    expect(judgeAtOnce(inquiry)).toBe('safe');
    expect([...inquiry.floors]).toEqual([4]);
    expect(withoutCells(inquiry, [3]).less).toBeUndefined();
    const canBe = (cell: number, count: number) =>
      inquiry.mover.find([{ cell, lower: count, upper: count }]) !== undefined;
    expect([canBe(3, 10), canBe(4, 5), canBe(4, 4)]).toEqual([true, true, false]);
  });

  /** Without the fifth what is left is the line on the record. */
  test('takes back the floors that it raised where it does not', () => {
    const inquiry = open([1, 3, 4, 5], lineTask([3, 20, 9, 8, 7], { lower: [0, 0, 0, 1, 1, 0] }));
    expect(withoutCells(inquiry, [5])).toEqual({ less: undefined, missed: undefined });
    expect([...inquiry.floors]).toEqual([]);
  });

  /** 20 and 9 are 29: both are floors, and nothing explains the hiding. */
  test('lets cells fall below k again that were floors only then', () => {
    const inquiry = open([2, 3, 4]);
    expect(withoutCells(inquiry, [4])).toEqual({ less: undefined, missed: undefined });
    expect(inquiry.mover.find([{ cell: 2, lower: 4, upper: 4 }])).toBeDefined();
  });
});
