// What the certificate of a block must show of the categories of a sensitive dimension, k = 5.
import { describe, expect, test } from 'vitest';
import type { HiddenBlock } from '../../src/verify/verify-block.ts';
import { ALL_OPEN, atMost, blockOf, check, MANY, NO_PROOF, SIX, sum, WORLDS } from './checked-blocks.ts';

describe('verifyBlock of a category of a sensitive dimension', () => {
  const EMPTY = 'no world shows that somebody of its group can be in it';
  const category = (column: number, ...peopled: number[]) => ({
    column,
    peopled: peopled.map((group) => ({ column: group, lower: 1, upper: MANY })),
  });

  test('wants a world with somebody in it', () => {
    const block = { ...SIX, categories: [category(0), category(1)] };
    expect(check(block, { worlds: WORLDS })).toEqual(ALL_OPEN);
    expect(check({ ...block, promised: [0] }, { worlds: ['5 0 1', '0 0 6'] })).toContain(`b: ${EMPTY}`);
  });

  test('or a proof that it holds k or more, or that its group is empty', () => {
    const block = blockOf('zwa', [atMost(0, 1, 0)], {
      withheld: new Set([2]),
      promised: [0],
      bounds: { lower: [0, 0, 0], upper: [MANY, 0, MANY] },
    });
    const certificate = {
      worlds: ['0 0 1', '0 0 2'],
      relations: ['c0 - c1 <= 0'],
      proofs: [{ cell: 0, is: 'zero', proof: { add: '-r0' } } as const],
    };
    const judge = (...categories: HiddenBlock['categories']) => check({ ...block, categories }, certificate);
    expect(judge(category(1, 0))).toEqual(['z open']);
    expect(judge(category(1))).toEqual([`w: ${EMPTY}`]);
    expect(judge(category(1, 2))).toEqual([`w: ${EMPTY}`]);
    const proven = blockOf('ab', [sum([0, 1], 20)], {
      promised: [0],
      bounds: { lower: [0, 0], upper: [MANY, 9] },
      categories: [category(0)],
    });
    const proofs = [{ cell: 0, is: 'k-or-more', proof: { add: 'r0' } } as const];
    const worlds = ['17 3'];
    expect(check(proven, { worlds, relations: ['c0 + c1 = 20'], proofs })).toEqual(['a k-or-more']);
  });

  describe('of a block that the promise covers nothing of', () => {
    const block = blockOf('gab', [sum([1, 2], 0)], {
      ...{ promised: [], withheld: new Set(), explains: [[]] },
      categories: [category(1, 0), category(2, 0)],
    });
    const none = (cell: number) => ({ cell, is: 'zero', proof: { add: '-r0' } }) as const;

    test('wants a certificate all the same', () => {
      expect(check(block, undefined)).toEqual(['g: the block that it stands in has no certificate']);
    });

    test('takes no proof of a cell that is no group, also where a group is known to have people', () => {
      const relations = [sum([0], 0), sum([1, 2], 0)];
      const known = { ...block, relations, categories: [category(1), category(2)] };
      const proofs = [{ cell: 0, is: 'zero', proof: { add: '-r0' } } as const];
      const faults = check(known, { worlds: ['0 0 0'], relations: ['c0 = 0'], proofs });
      expect(faults[0]).toBe(`g: ${NO_PROOF}`);
    });

    test('takes a proof that the group is empty, and of no other cell', () => {
      const relations = [sum([0, 1], 0), sum([1, 2], 0)];
      const empty = { ...block, relations };
      const judge = (cell: number) =>
        check(empty, { worlds: ['0 0 0'], relations: ['c0 + c1 = 0'], proofs: [none(cell)] });
      expect(judge(0)).toEqual([]);
      expect(judge(1)).toEqual([`a: ${NO_PROOF}`, `a: ${EMPTY}`, `b: ${EMPTY}`]);
      const many = {
        worlds: ['0 0 0'],
        relations: ['c0 + c1 = 0'],
        proofs: [{ ...none(0), is: 'k-or-more' as const }],
      };
      expect(check(empty, many)).toContain(`g: ${NO_PROOF}`);
    });
  });
});
