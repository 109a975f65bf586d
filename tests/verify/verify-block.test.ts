// The certificate of one block against what the files say of it, k = 5: what is shown, and each way in which it is not.
import { describe, expect, test } from 'vitest';
import type { BlockCertificate } from '../../src/model/certificate.ts';
import { ruleOf } from '../../src/model/rule.ts';
import type { HiddenBlock } from '../../src/verify/verify-block.ts';
import {
  type Asked,
  atMost,
  blockOf,
  check,
  MANY,
  many,
  NO_PROOF,
  NO_ZERO,
  NOT_MANY,
  open,
  SIX,
  sum,
  WORLDS,
} from './checked-blocks.ts';

describe('checkBlock', () => {
  test('finds nothing where worlds show that each cell can be 0 and k', () => {
    expect(check(SIX, { worlds: WORLDS })).toEqual([]);
  });

  test('asks only for the cells of the sample, and for no certificate where there are none', () => {
    expect(check(SIX, undefined)).toEqual(['a', 'b', 'c'].map((key) => `${key}: it has no certificate`));
    expect(check(SIX, undefined, { sample: 'b' })).toEqual(['b: it has no certificate']);
    expect(check(SIX, { worlds: ['9 9 9'] }, { sample: '' })).toEqual([]);
    expect(check(SIX, { worlds: WORLDS.slice(0, 1) }, { sample: 'b' })).toEqual([`b: ${NO_ZERO}`]);
  });

  test('takes the certificate of the same cells in the same order alone', () => {
    expect(check(SIX, { worlds: WORLDS, cells: ['a', 'c', 'b'] })).toContain('a: it has no certificate');
  });

  test('wants a world of 0 and one of k of each cell: k less one will not do', () => {
    expect(check(SIX, { worlds: WORLDS.slice(0, 2) })).toEqual([`b: ${NOT_MANY}`, `c: ${NO_ZERO}`]);
    expect(check(SIX, { worlds: [...WORLDS.slice(0, 2), '2 4 0'] })).toEqual([`b: ${NOT_MANY}`]);
  });
});

describe('checkBlock of a world', () => {
  const judge = (world: string, block: HiddenBlock = SIX, asked: Asked = {}) =>
    check(block, { worlds: [...WORLDS, world] }, asked);
  const fault = (what: string) => [`world 4 of the block of a: ${what}`];

  test.for([
    ['1 two 3', 'it is not a list of whole numbers'],
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
    expect(judge('5 1 0', limited)).toEqual([]);
  });

  test('outside a claimed range: found; at either end: nothing', () => {
    const claims = [{ ...open, most: 5 }, open, open];
    expect(judge('5 1 0', SIX, { claims })).toEqual([]);
    const strict = [{ ...open, most: 4 }, open, open];
    expect(judge('4 2 0', SIX, { claims: strict })).toContain(`a: ${NOT_MANY}`);
    expect(judge('0 2 4', SIX, { claims: [{ ...open, least: 1 }] })).toContain(
      fault('its 0 for a is outside what is known of the cell')[0],
    );
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
    expect(check(block, { worlds })).toEqual([]);
    expect(check(block, { worlds: [...worlds, '2 1 0'] })).toEqual([
      'world 5 of the block of a: it misses the relation c0 - c1 <= 0',
    ]);
  });
});

const NOT_SHOWN = 'nothing shows that it is 5 or more';

/** a + b + c = 20 with b and c at most 9: a is 2 or more, so 5 or more; and d is a less 4, at least, so 1 or more. */
describe('checkBlock of proofs', () => {
  const relations = ['c0 + c1 + c2 = 20', 'c0 - c3 <= 4'];
  const worlds = ['16 0 4 12', '17 3 0 13', '12 5 3 8', '12 3 5 8'];
  const block = blockOf('abcd', [sum([0, 1, 2], 20), atMost(0, 3, 4)], {
    bounds: { lower: [0, 0, 0, 0], upper: [MANY, 9, 9, MANY] },
  });
  const claims = [many, open, open, many];
  const first = { cell: 0, is: 'k-or-more', proof: { add: 'r0' } } as const;
  const second = { cell: 3, is: 'k-or-more', proof: { add: '-r1' } } as const;
  const judge = (changed: Partial<BlockCertificate>, asked: Asked = {}) =>
    check(block, { worlds, relations, proofs: [first, second], ...changed }, { claims, ...asked });

  test('in which each takes what those before it show: nothing is at fault', () => {
    expect(judge({})).toEqual([]);
  });

  test('in another order, or less one: found', () => {
    expect(judge({ proofs: [second, first] })).toEqual([`d: ${NO_PROOF}`, `d: ${NOT_SHOWN}`]);
    expect(judge({ proofs: [first] })).toEqual([`d: ${NOT_SHOWN}`]);
    expect(judge({ proofs: [] })).toEqual([`a: ${NOT_SHOWN}`, `d: ${NOT_SHOWN}`]);
  });

  test('that rest on a word: named, where they are asked for', () => {
    const proofs = [{ ...first, proof: { word: 'solver' } } as const, second];
    expect(judge({ proofs })).toEqual(['a on word']);
    expect(judge({ proofs }, { sample: 'd' })).toEqual([]);
  });

  test('from relations of which one does not hold: found, and none of the proofs is looked at', () => {
    expect(judge({ relations: ['c0 + c1 + c2 = 20', 'c0 = 7'] })).toEqual([
      'a: its certificate uses a relation that does not hold: c0 = 7',
      ...[`a: ${NOT_SHOWN}`, `d: ${NOT_SHOWN}`],
    ]);
  });

  test('of a place that has no cell: found', () => {
    expect(judge({ proofs: [first, second, { ...first, cell: 9 }] })).toEqual([`place 9: ${NO_PROOF}`]);
  });

  test('of a cell that is claimed to be open: its worlds are asked for all the same', () => {
    expect(judge({}, { claims: [open, open, open, many] })).toEqual([`a: ${NO_ZERO}`]);
    expect(judge({}, { claims: [] })).toEqual([`a: ${NO_ZERO}`, `d: ${NO_ZERO}`]);
  });

  test('beside a world in which a cell that is k or more for certain holds fewer: found', () => {
    const few = { worlds: [...worlds, '4 8 8 1'] };
    expect(judge(few)).toEqual([
      'world 5 of the block of a: its 4 for a is outside what is known of the cell',
    ]);
    const claimed = (least: number) => ({ claims: [{ ...many, least }, open, open, many] });
    expect(judge({}, claimed(12))).toEqual([]);
    expect(judge({}, claimed(13))).toContain(
      'world 3 of the block of a: its 12 for a is outside what is known of the cell',
    );
  });

  test('of a count of requests: never enough, since it must be able to be 0', () => {
    const requests = { ...block, rules: () => ruleOf('legal-requests-received', 5) };
    expect(check(requests, { relations, proofs: [first] }, { claims, sample: 'a' })).toEqual([
      'a: nothing shows that it is 2 or more',
    ]);
  });

  test('case by case of what may explain the hiding: hold for k or more', () => {
    // a + b = 20: where a is 0, only b is left to be few.
    const two = blockOf('ab', [sum([0, 1], 20)]);
    const proof = { few: [{ cell: 1, proof: { add: 'r0' } }] };
    const proofs = [{ cell: 0, is: 'k-or-more', proof } as const];
    const found = check(two, { relations: ['c0 + c1 = 20'], proofs }, { claims: [many], sample: 'a' });
    expect(found).toEqual([]);
  });
});

/** z is at most w, of which the record says that it is 0; z is a difference, and w was never to be published. */
describe('checkBlock of a cell that can only be 0', () => {
  const relations = ['c0 - c1 <= 0'];
  const worlds = ['0 0 1', '0 0 0'];
  const block = blockOf('zwa', [atMost(0, 1, 0)], {
    promised: [0, 2],
    withheld: new Set([2]),
    bounds: { lower: [0, 0, 0], upper: [MANY, 0, MANY] },
  });
  const zero = { cell: 0, is: 'zero', proof: { add: '-r0' } } as const;
  const judge = (proofs: BlockCertificate['proofs'], of = block, sample = 'z') =>
    check(of, { worlds: worlds.slice(0, 1), relations, proofs }, { sample });

  test('a difference: shown by a proof', () => {
    expect(judge([zero])).toEqual([]);
    expect(judge([])).toEqual([`z: ${NOT_MANY}`]);
  });

  test('withheld: not enough, whatever is proved', () => {
    expect(judge([zero], { ...block, withheld: new Set([0, 2]) })).toEqual([`z: ${NOT_MANY}`]);
  });

  test('by what may explain the hiding: no proof, since it must be so in every world', () => {
    expect(judge([{ ...zero, proof: { few: [] } }], { ...block, explains: [[]] })).toContain(
      `z: ${NO_PROOF}`,
    );
    expect(judge([{ ...zero, proof: { few: [] } }], { ...block, explains: [] })).toContain(`z: ${NO_PROOF}`);
  });

  test('that is not under the promise: nothing may be proved of it', () => {
    const all = { ...block, bounds: { ...block.bounds, upper: [0, 0, MANY] } };
    expect(judge([zero], { ...all, promised: [2] }, 'a')).toContain(`z: ${NO_PROOF}`);
  });

  test('is not taken to hold k or more by the proofs that follow', () => {
    expect(judge([zero, { cell: 2, is: 'k-or-more', proof: { add: '-r0' } }])).toEqual([`a: ${NO_PROOF}`]);
  });
});
