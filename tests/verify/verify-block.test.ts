// The certificate of one block against what the files say of it, k = 5: what is shown, and each way in which it is not.
import { describe, expect, test } from 'vitest';
import type { BlockCertificate } from '../../src/formats/certificate.ts';
import { ruleOf } from '../../src/system/rule.ts';
import { type HiddenBlock, verifyBlock } from '../../src/verify/verify-block.ts';
import {
  ALL_OPEN,
  atMost,
  blockOf,
  check,
  MANY,
  NO_PROOF,
  NO_ZERO,
  NOT_MANY,
  SIX,
  sum,
  WORLDS,
} from './checked-blocks.ts';

describe('verifyBlock', () => {
  test('shows each cell open of which worlds have 0 and k', () => {
    expect(check(SIX, { worlds: WORLDS })).toEqual(ALL_OPEN);
  });

  test('shows nothing without a certificate', () => {
    expect(check(SIX, undefined)).toEqual(['a: the block that it stands in has no certificate']);
  });

  test('wants a world of 0 and one of k of each cell: k less one will not do', () => {
    expect(check(SIX, { worlds: WORLDS.slice(0, 2) })).toEqual([`b: ${NOT_MANY}`, `c: ${NO_ZERO}`]);
    expect(check(SIX, { worlds: [...WORLDS.slice(0, 2), '2 4 0'] })).toEqual([`b: ${NOT_MANY}`]);
  });
});

describe('verifyBlock of a world', () => {
  const judge = (world: string, block: HiddenBlock = SIX) => check(block, { worlds: [...WORLDS, world] });
  const fault = (what: string) => [`world 4 of the block of a: ${what}`];

  test.for([
    ['1 two 3', 'it is not a list of whole numbers'],
    ['1.5 2.5 2', 'it is not a list of whole numbers'],
    ['-1 2 5', 'it is not a list of whole numbers'],
    ['1 5', 'it has 2 numbers for 3 cells'],
    ['1 5 0 0', 'it has 4 numbers for 3 cells'],
    ['1 2 4', 'it misses the relation c0 + c1 + c2 = 6'],
    ['1 2 2', 'it misses the relation c0 + c1 + c2 = 6'],
    ['6 0 0', 'no cell in it explains why anything is hidden'],
  ] as const)('%s: %s', ([world, what]) => {
    expect(judge(world)).toEqual(fault(what));
  });

  test('outside the limits of the files: found; at either of them: nothing', () => {
    const limited = { ...SIX, bounds: { lower: [0, 0, 0], upper: [5, 5, 5] } };
    expect(judge('6 0 0', limited)).toEqual(fault('its 6 for a is outside what is known of the cell'));
    expect(judge('5 1 0', limited)).toEqual(ALL_OPEN);
    const raised = { ...SIX, bounds: { lower: [1, 0, 0], upper: [MANY, MANY, MANY] } };
    expect(judge('1 4 1', raised)).toContain(
      'world 1 of the block of a: its 0 for a is outside what is known of the cell',
    );
  });

  test('explained at both ends of what is few, and by all limits of one explanation together', () => {
    expect(judge('5 0 1')).toEqual(ALL_OPEN);
    expect(judge('2 4 0')).toEqual(ALL_OPEN);
    const both = [0, 1].map((column) => ({ column, lower: 0, upper: 0 }));
    expect(check({ ...SIX, explains: [both] }, { worlds: ['0 0 6', '0 1 5', '1 0 5'] })).toEqual([
      ...[2, 3].map((at) => `world ${at} of the block of a: no cell in it explains why anything is hidden`),
      ...[`a: ${NOT_MANY}`, `b: ${NOT_MANY}`, `c: ${NO_ZERO}`],
    ]);
  });

  test('shows nothing where it is at fault', () => {
    const faults = check(SIX, { worlds: [...WORLDS.slice(0, 2), '1 5 1'] });
    expect(faults).toEqual([
      'world 3 of the block of a: it misses the relation c0 + c1 + c2 = 6',
      ...[`b: ${NOT_MANY}`, `c: ${NO_ZERO}`],
    ]);
  });

  test('in which a count that is at most another exceeds it: found', () => {
    const block = blockOf('abc', [atMost(0, 1, 0)]);
    const worlds = ['0 3 5', '5 9 1', '0 0 2', '1 5 0'];
    expect(check(block, { worlds })).toEqual(ALL_OPEN);
    expect(check(block, { worlds: [...worlds, '2 1 0'] })).toEqual([
      'world 5 of the block of a: it misses the relation c0 - c1 <= 0',
    ]);
  });

  test('of numbers too large to add up exactly: found', () => {
    const block = blockOf('abc', [{ ...sum([0, 1, 2], 1), coefficients: [1, 1, -1] }]);
    const huge = Number.MAX_SAFE_INTEGER;
    expect(check(block, { worlds: [`${huge} 2 ${huge}`] })[0]).toContain('it misses the relation');
    expect(check(block, { worlds: ['0 1 0'] })[0]).toBe(`a: ${NOT_MANY}`);
  });
});

describe('verifyBlock of a world that is told by what it has otherwise than the first', () => {
  const [first = '', ...others] = WORLDS;
  const judge = (world: string, block: HiddenBlock = SIX) => check(block, { worlds: [...WORLDS, world] });
  const fault = (what: string) => [`world 4 of the block of a: ${what}`];

  test('shows what it would if it were written out', () => {
    expect(check(SIX, { worlds: [first, 'c0 = 5, c1 = 0, c2 = 1', 'c0 = 1, c1 = 5, c2 = 0'] })).toEqual(
      ALL_OPEN,
    );
    expect(check(SIX, { worlds: [first, 'c0 = 5, c1 = 0, c2 = 1'] })).toEqual([
      `b: ${NOT_MANY}`,
      `c: ${NO_ZERO}`,
    ]);
  });

  test.for([
    ['c0 = 1', 'it misses the relation c0 + c1 + c2 = 6'],
    ['c1 = 2, c2 = 5', 'it misses the relation c0 + c1 + c2 = 6'],
    ['c0 = 6, c1 = 0, c2 = 0', 'no cell in it explains why anything is hidden'],
    ['c0 = 1, c0 = 2', 'it is not a list of whole numbers'],
    ['c0 = 0, c3 = 0', 'its 0 for place 3 is outside what is known of the cell'],
  ] as const)('%s: %s', ([world, what]) => {
    expect(judge(world)).toEqual(fault(what));
  });

  test('outside the limits of the files: found; at them: nothing', () => {
    const limited = { ...SIX, bounds: { lower: [0, 0, 0], upper: [5, 5, 5] } };
    expect(judge('c0 = 6, c1 = 0, c2 = 0', limited)).toEqual(
      fault('its 6 for a is outside what is known of the cell'),
    );
    expect(judge('c0 = 5, c2 = 0', limited)).toEqual(ALL_OPEN);
  });

  test('is none where the first is at fault, or is no whole world', () => {
    const none = 'the first, from which it differs, is none';
    const change = 'c0 = 5, c1 = 0, c2 = 1';
    const faulty = check(SIX, { worlds: ['0 1 6', ...others, change] });
    expect(faulty).toContain(`world 4 of the block of a: ${none}`);
    expect(check(SIX, { worlds: [change, first] })).toContain(`world 1 of the block of a: ${none}`);
  });

  test('differs from the first, whatever stands between', () => {
    const worlds = [first, '1 5 0', 'c0 = 5, c1 = 0'];
    expect(check(SIX, { worlds })).toContain(
      'world 3 of the block of a: it misses the relation c0 + c1 + c2 = 6',
    );
  });
});

test('verifyBlock without a certificate shows nothing and has no world', () => {
  const { shown, worlds, faults } = verifyBlock(SIX, undefined);
  expect([shown.size, worlds, faults.length]).toEqual([0, [], 1]);
});

/** a + b + c = 20 with b and c at most 9: a is 2 or more, so 5 or more; and d is a less 4, at least, so 1 or more. */
describe('verifyBlock of proofs', () => {
  const relations = ['c0 + c1 + c2 = 20', 'c0 - c3 <= 4'];
  const worlds = ['16 0 4 12', '17 3 0 13', '12 5 3 8', '12 3 5 8'];
  const block = blockOf('abcd', [sum([0, 1, 2], 20), atMost(0, 3, 4)], {
    bounds: { lower: [0, 0, 0, 0], upper: [MANY, 9, 9, MANY] },
  });
  const first = { cell: 0, is: 'k-or-more', proof: { add: 'r0' } } as const;
  const second = { cell: 3, is: 'k-or-more', proof: { add: '-r1' } } as const;
  const judge = (changed: Partial<BlockCertificate>) =>
    check(block, { worlds, relations, proofs: [first, second], ...changed });

  test('in which each takes what those before it show: shows these to be k or more', () => {
    expect(judge({})).toEqual(['a k-or-more', 'b open', 'c open', 'd k-or-more']);
  });

  test('in another order, or less one: found', () => {
    expect(judge({ proofs: [second, first] })).toEqual([`d: ${NO_PROOF}`, `d: ${NO_ZERO}`]);
    expect(judge({ proofs: [first] })).toEqual([`d: ${NO_ZERO}`]);
    expect(judge({ proofs: [] })).toEqual([`a: ${NO_ZERO}`, `d: ${NO_ZERO}`]);
  });

  test('of which one is the word of a solver, as in audits of before: found', () => {
    const proofs = [{ ...first, proof: { word: 'solver' } } as const, second];
    expect(judge({ proofs })).toEqual([
      ...[`a: ${NO_PROOF}`, `d: ${NO_PROOF}`],
      ...[`a: ${NO_ZERO}`, `d: ${NO_ZERO}`],
    ]);
  });

  test('from relations of which one does not hold: found, and none of the proofs is looked at', () => {
    expect(judge({ relations: ['c0 + c1 + c2 = 20', 'c0 = 7'] })).toEqual([
      'a: its certificate uses a relation that does not hold: c0 = 7',
      ...[`a: ${NO_ZERO}`, `d: ${NO_ZERO}`],
    ]);
  });

  test.for([9, -1, 0.5])('of a place that has no cell, %d: found', (cell) => {
    expect(judge({ proofs: [first, second, { ...first, cell }] })).toEqual([`place ${cell}: ${NO_PROOF}`]);
  });

  test('of a cell that can be 0: found, whatever worlds there are', () => {
    expect(judge({ proofs: [first, second, { ...first, cell: 1 }] })).toEqual([`b: ${NO_PROOF}`]);
  });

  test('beside a world in which a cell that is k or more for certain holds fewer: found', () => {
    expect(judge({ worlds: [...worlds, '4 8 8 1'] })).toEqual([
      'world 5 of the block of a: its 4 for a is outside what is known of the cell',
    ]);
  });

  test('of a count of requests: never enough, since it must be able to be 0', () => {
    const requests = { ...block, rules: () => ruleOf('legal-requests-received', 5) };
    const found = check(requests, { worlds, relations, proofs: [first] });
    expect(found).toContain(`a: ${NO_PROOF}`);
    expect(found).toContain('a: no world shows that it can be 0');
  });

  test('of what the promise does not cover: found', () => {
    const found = check({ ...block, promised: [1, 2] }, { worlds, relations, proofs: [first] });
    expect(found).toEqual([`a: ${NO_PROOF}`]);
  });

  test('case by case of what may explain the hiding: hold for k or more', () => {
    // a + b = 20: where a is 0, only b is left to be few.
    const two = blockOf('ab', [sum([0, 1], 20)]);
    const step = (cell: number) => {
      const proof = { few: [{ cell: 1 - cell, proof: { add: 'r0' } }] };
      return { cell, is: 'k-or-more', proof } as const;
    };
    const worlds = ['17 3'];
    const found = check(two, { worlds, relations: ['c0 + c1 = 20'], proofs: [step(0)] });
    expect(found).toEqual([`b: ${NO_ZERO}`]);
  });

  // a + b = 20: where one is 0 nothing is left that is few. Once both are 5 or more nothing is, and anything could be proved.
  test('of all cells, where no world is left: found', () => {
    const two = blockOf('ab', [sum([0, 1], 20)]);
    const proofs = [{ few: [{ cell: 1, proof: { add: 'r0' } }] }, { few: [] }].map(
      (proof, cell) => ({ cell, is: 'k-or-more', proof }) as const,
    );
    const none = 'a: no world shows that counts explain what is hidden around it';
    const relations = ['c0 + c1 = 20'];
    expect(check(two, { relations, proofs })).toEqual([none]);
    expect(check(two, { worlds: ['10 10'], relations, proofs })).toEqual([
      ...['world 1 of the block of a: no cell in it explains why anything is hidden', none],
    ]);
  });
});

/** z is at most w, of which the record says that it is 0; z is a difference, and w was never to be published. */
describe('verifyBlock of a cell that can only be 0', () => {
  const relations = ['c0 - c1 <= 0'];
  const worlds = ['0 0 1', '0 0 0', '0 0 5', '0 0 2'];
  const block = blockOf('zwa', [atMost(0, 1, 0)], {
    promised: [0, 2],
    withheld: new Set([2]),
    explains: [[]],
    bounds: { lower: [0, 0, 0], upper: [MANY, 0, MANY] },
  });
  const zero = { cell: 0, is: 'zero', proof: { add: '-r0' } } as const;
  const judge = (proofs: BlockCertificate['proofs'], of = block) => check(of, { worlds, relations, proofs });

  test('a difference: shown by a proof', () => {
    expect(judge([zero])).toEqual(['z open', 'a open']);
    expect(judge([])).toEqual([`z: ${NOT_MANY}`]);
  });

  test('withheld: not enough, whatever is proved', () => {
    expect(judge([zero], { ...block, withheld: new Set([0, 2]) })).toEqual([`z: ${NOT_MANY}`]);
  });

  test('by what may explain the hiding: no proof, since it must be so in every world', () => {
    expect(judge([{ ...zero, proof: { few: [] } }])).toContain(`z: ${NO_PROOF}`);
    expect(judge([{ ...zero, proof: { few: [] } }], { ...block, explains: [] })).toContain(`z: ${NO_PROOF}`);
  });

  test('that is not under the promise: nothing may be proved of it', () => {
    expect(judge([zero], { ...block, promised: [2] })).toEqual([`z: ${NO_PROOF}`]);
  });

  test('is not taken to hold k or more by the proofs that follow', () => {
    expect(judge([zero, { cell: 2, is: 'k-or-more', proof: { add: '-r0' } }])).toEqual([`a: ${NO_PROOF}`]);
  });
});
