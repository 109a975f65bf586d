// What one block lacks, asked step by step, k = 5: a total of 40, and 3, 20, 9, 8.
import { describe, expect, test } from 'vitest';
import { classify, demandOf, findUnreached, unprotectedIn } from '../../../src/protect/audit/block-check.ts';
import type { NearWorld } from '../../../src/solver/near-worlds.ts';
import { openBlock } from '../inquiries.ts';
import { lineTask } from '../plans.ts';

const line = lineTask([3, 20, 9, 8]);

const open = (cells: readonly number[], task = line, moves: readonly NearWorld[] = []) =>
  openBlock(task, cells, moves);

function missesOf(...of: Parameters<typeof open>): string[] {
  return [...findUnreached(open(...of))].map(({ cell, target, provablyLarge }) =>
    `${cell} ${target} ${provablyLarge.join()}`.trim(),
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

  test('names cells that cannot be nobody, and then those that cannot be k beside the provably large', () => {
    expect(missesOf([1, 3])).toEqual(['1 zero', '1 many 3']);
  });

  test('names cells that only worlds served in which what is provably large by now was less than k', () => {
    expect(missesOf([1, 3, 4], recorded)).toEqual(['1 zero 3,4', '1 many 3,4']);
  });

  test('goes by no move at hand in which nothing explains the hiding', () => {
    const few = lineTask([2, 4, 9, 8]);
    const counts = (...move: readonly (readonly [number, number])[]) => [new Map(move)];
    expect(missesOf([1, 3], line, counts([1, 0], [3, 12]))).toEqual(['1 zero', '1 many 3']);
    expect(missesOf([1, 2], few, counts([1, 0], [2, 6]))).toEqual(['1 zero', '2 zero']);
  });

  /** 20 + 9 = 29 and 0 + 29 = 29 look the same: where 9 is nobody nothing explains the hiding, and so where 20 is. */
  test('asks of a choice by lots the same, whatever a cell holds that is 0 in some world', () => {
    const [some, none] = [line, lineTask([3, 0, 29, 8])].map((task) => ({
      ...task,
      mustBeOpen: new Set<number>(),
    }));
    expect(missesOf([2, 3], some)).toEqual(['2 zero', '3 zero']);
    expect(missesOf([2, 3], none)).toEqual(['2 zero', '3 zero']);
    expect(missesOf([2, 3], { ...line, mustBeOpen: new Set([2]) })).toEqual(['2 zero', '3 zero']);
  });

  test('lets the count of a cell say that it is k or more where that is conceded', () => {
    const conceded = { ...line, mustBeOpen: new Set<number>(), conceded: new Set([3]) };
    expect(missesOf([2, 3], conceded)).toEqual(['2 zero', '2 many 3']);
  });

  test('finds a cell k or more, by lots too, that is 0 in no world', () => {
    const bounded = lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 6, 0] });
    const check = open([1, 3, 4], { ...bounded, mustBeOpen: new Set([1]) });
    expect([...findUnreached(check)]).toEqual([]);
    expect([...check.provablyLarge]).toEqual([3]);
  });

  /** 20 + 9 = 29: where one is nobody the other is not few, so both are k or more, and nothing explains the hiding. */
  test('names a provably large cell where all are and no world explains the hiding', () => {
    expect(missesOf([2, 3])).toEqual(['2 many 2,3']);
    expect(unprotectedIn(open([2, 3]))).toBe(2);
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

describe('missedIn', () => {
  /** The second time it is told from worlds at hand. */
  test('is undefined of a block that keeps the promise, and leaves its provably large cells behind', () => {
    for (const [cells, task, provablyLarge] of [
      [[1, 3, 4], line, []],
      [[1, 2, 3, 4], line, []],
      [[0, 1, 3, 4], line, [0]],
      [[1, 3, 4], lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 6, 0] }), [3]],
      [[], line, []],
    ] as const) {
      const check = open(cells, task);
      for (const _ of [1, 2]) {
        expect(unprotectedIn(check)).toBeUndefined();
        expect([...check.provablyLarge]).toEqual(provablyLarge);
      }
    }
  });

  test('names a cell of fewer than k that lacks something', () => {
    expect(unprotectedIn(open([1, 3]))).toBe(1);
    expect(unprotectedIn(open([1, 2], lineTask([2, 2, 9, 8])))).toBe(1);
    expect(unprotectedIn(open([1, 3, 4], recorded))).toBe(1);
  });

  test('names first what is quickly seen to be out of reach', () => {
    const task = lineTask([3, 0, 9, 8], { upper: [99, 99, 4, 99, 99] });
    expect(missesOf([1, 2, 3, 4], task)).toEqual(['2 many']);
    const check = open([1, 2, 3, 4], task);
    expect(unprotectedIn(check)).toBe(2);
    expect(check.ledger.moves()).toHaveLength(1);
  });

  /** 6 is 8 at most and 5 is 5 at least: where 6 is k or more neither is few. */
  test('names a cell of k or more that is explained in no world in which it is, but no provably large cell', () => {
    const bounded = lineTask([20, 6, 5], { upper: [99, 99, 8, 99], lower: [0, 0, 0, 5] });
    expect(unprotectedIn(open([2, 3], bounded))).toBe(2);
  });

  test('does not name a difference that can be 0 alone', () => {
    const bound = lineTask([3, 20, 9, 0], { upper: [99, 99, 99, 99, 0] });
    const cells = bound.system.cells.map((cell, at) =>
      at === 4 ? { ...cell, role: 'difference' as const } : cell,
    );
    const of = (task: typeof bound) => unprotectedIn(open([1, 2, 3, 4], task));
    expect(of(bound)).toBe(4);
    expect(of({ ...bound, system: { ...bound.system, cells } })).toBeUndefined();
  });
});

describe('classify', () => {
  test('says whether room or an explanation is missing', () => {
    const check = open([1, 3]);
    expect(classify(check, { cell: 1, target: 'zero', provablyLarge: [] }).lacks).toBe('explanation');
    const small = open([1, 2], lineTask([2, 2, 9, 8]));
    expect(classify(small, { cell: 1, target: 'many', provablyLarge: [2] })).toEqual({
      cell: 1,
      target: 'many',
      provablyLarge: [2],
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
    classify(open([0, 1], { ...twice, upper: [upper, 99, 99] }), {
      cell: 0,
      target: 'many',
      provablyLarge: [],
    }).lacks;
  expect([lacks(6), lacks(5)]).toEqual(['explanation', 'room']);
});

test('demandOf a target asks for nobody, or for k at least', () => {
  expect(demandOf(line, 1, 'zero')).toEqual({ column: 1, lower: 0, upper: 0 });
  expect(demandOf(line, 1, 'many')).toEqual({ column: 1, lower: 5, upper: Number.POSITIVE_INFINITY });
});
