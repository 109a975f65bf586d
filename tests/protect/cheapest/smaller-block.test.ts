// Blocks of which some cells become known, k = 5: a total of 40, and 3, 20, 9, 8.
import { describe, expect, test } from 'vitest';
import { type BlockCheck, findUnreached, unprotectedIn } from '../../../src/protect/audit/block-check.ts';
import { removeCells } from '../../../src/protect/cheapest/smaller-block.ts';
import { openBlock } from '../inquiries.ts';
import { lineTask } from '../plans.ts';

const line = lineTask([3, 20, 9, 8]);
/** The record says of the 9 that it is not 0. */
const recorded = lineTask([3, 20, 9, 8], { lower: [0, 0, 0, 1, 0] });

/** An inquiry into a block that lacks nothing. */
function openSafe(...of: Parameters<typeof openBlock>): BlockCheck {
  const check = openBlock(...of);
  expect(unprotectedIn(check)).toBeUndefined();
  return check;
}

describe('withoutCells', () => {
  test('goes on with the block where it still keeps the promise', () => {
    const tried = removeCells(openSafe(line, [1, 2, 3, 4]), [3]);
    if (!('smaller' in tried)) throw new Error('It lacks something.');
    expect(tried.smaller.promised.toSorted()).toEqual([1, 2, 4]);
    expect(removeCells(tried.smaller, [4])).toEqual({ unprotected: 1 });
    expect(unprotectedIn(tried.smaller)).toBeUndefined();
  });

  test('goes on without several cells at once', () => {
    const task = lineTask([3, 20, 9, 8, 7]);
    const tried = removeCells(openSafe(task, [1, 2, 3, 4, 5]), [2, 5]);
    if (!('smaller' in tried)) throw new Error('It lacks something.');
    expect(tried.smaller.promised.toSorted()).toEqual([1, 3, 4]);
  });

  /** 20 + 9 = 29 alone, and nobody few among them: what the 3 explained it explains no more. */
  test('asks anew where worlds were explained by a cell that is known now', () => {
    const check = openSafe(line, [1, 2, 3]);
    expect(removeCells(check, [1])).toEqual({ unprotected: 2 });
    expect(unprotectedIn(check)).toBeUndefined();
    expect(removeCells(openSafe(line, [1, 2, 3, 4]), [1, 4])).toEqual({ unprotected: 2 });
  });

  test('leaves all as it was where it does not', () => {
    const check = openSafe(line, [1, 3, 4]);
    const before = check.ledger.changing(1);
    expect(before.length).toBeGreaterThan(0);
    for (const cell of [3, 4]) expect(removeCells(check, [cell])).toEqual({ unprotected: 1 });
    expect([...check.provablyLarge]).toEqual([]);
    expect(check.ledger.changing(1)).toEqual(expect.arrayContaining([...before]));
    expect([...findUnreached(check)]).toEqual([]);
  });

  test('lets cells move as before where it does not: no provably large cell below k', () => {
    const check = openSafe(recorded, [1, 3, 4]);
    expect(removeCells(check, [4])).toEqual({ unprotected: 1 });
    expect([...check.provablyLarge]).toEqual([3]);
    const canBe = (cell: number, count: number) =>
      check.mover.find([{ column: cell, lower: count, upper: count }]) !== undefined;
    expect([canBe(4, 0), canBe(3, 5), canBe(3, 4)]).toEqual([true, true, false]);
  });

  /** 20 and 9 are 29: where one is nobody the other is not few, so both are provably large, and nothing explains the hiding. */
  test('lets cells fall below k again that were provably large only then', () => {
    const check = openBlock(line, [2, 3, 4]);
    expect(removeCells(check, [4])).toEqual({ unprotected: 2 });
    expect([...check.provablyLarge]).toEqual([]);
    expect(check.mover.find([{ column: 2, lower: 4, upper: 4 }])).toBeDefined();
  });
});
