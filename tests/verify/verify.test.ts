// Certificates: what the attack found adds up, and whatever is changed, left out or made up is found by addition.
import { describe, expect, test } from 'vitest';
import { formatWorld, parseSum, parseWorld } from '../../src/model/certificate.ts';
import { drawKeys, sampleCells } from '../../src/verify/sample.ts';
import { type CheckReport, checkCertificates } from '../../src/verify/verify.ts';
import { factsFrom } from '../attack/drawings.ts';
import type { Counts } from '../attack/small-tables.ts';
import { flat, tableOf } from '../attack/tables.ts';
import { attackTable } from './certified.ts';

/**
 *            c0    c1    c2   any              withheld: all but c1 of the inner cells
 *   r0        4    96    23   123
 *   r1       18   140    31   189
 *   r2       27    85    12   124
 *   all      49   321    66   436
 */
const TABLE: Counts = [
  [4, 96, 23],
  [18, 140, 31],
  [27, 85, 12],
];
const SAFE = ['r0|c0', 'r0|c2', 'r1|c0', 'r1|c2', 'r2|c0', 'r2|c2'];
const RECTANGLE = ['r0|c0', 'r0|c2', 'r2|c0', 'r2|c2'];

const faultsOf = ({ faults }: CheckReport) => faults.map(({ at, what }) => `${at}: ${what}`).join('\n');

describe('checkCertificates of the table of docs/method.md', () => {
  test('as the attack made them: nothing is at fault, nothing rests on the word of the solver', () => {
    const { check } = attackTable(TABLE, SAFE);
    expect(check({})).toEqual({ faults: [], shown: 6, onWord: [] });
  });

  test('with one number of one world changed, whichever: found', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    const [block] = claims.certificates;
    if (block === undefined) throw new Error('no certificate');
    for (const [at, text] of block.worlds.entries()) {
      const world = parseWorld(text) ?? [];
      for (const place of world.keys()) {
        const worlds = block.worlds.with(at, formatWorld(world.with(place, (world[place] ?? 0) + 1)));
        expect(faultsOf(check({ certificates: [{ ...block, worlds }] }))).toMatch(
          /misses the relation|outside/,
        );
      }
    }
  });

  test('with a world that misses one relation: found, with the relation', () => {
    const { claims, check, keyOf } = attackTable(TABLE, SAFE);
    const [block] = claims.certificates;
    if (block === undefined) throw new Error('no certificate');
    // Both ends of the first row move, so that the row adds up and its columns do not.
    const world = parseWorld(block.worlds[0] ?? '') ?? [];
    const [c0, c2] = [block.cells.indexOf(keyOf('r0|c0')), block.cells.indexOf(keyOf('r0|c2'))];
    const sign = (world[c0] ?? 0) > 0 ? -1 : 1;
    const moved = world.with(c0, (world[c0] ?? 0) + sign).with(c2, (world[c2] ?? 0) - sign);
    const worlds = block.worlds.with(0, formatWorld(moved));
    expect(faultsOf(check({ certificates: [{ ...block, worlds }] }))).toMatch(
      /world 1 .* misses the relation/,
    );
  });

  test('without any one of the worlds that a cell needs, without a proof, without a claim: found', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    const [block] = claims.certificates;
    if (block === undefined) throw new Error('no certificate');
    expect(faultsOf(check({ certificates: [{ ...block, worlds: [] }] }))).toContain('can be 0');
    expect(faultsOf(check({ certificates: [{ ...block, proofs: [] }] }))).toContain(
      'nothing shows that it is 11',
    );
    expect(faultsOf(check({ certificates: [] }))).toContain('it has no certificate');
    const [key = ''] = claims.ranges.keys();
    const fewer = new Map([...claims.ranges].filter(([other]) => other !== key));
    expect(faultsOf(check({ ranges: fewer }))).toContain(`${key}: it is hidden, but the audit says nothing`);
  });

  test('with a claim of a published cell, a block of other cells, a wrong number of cells: found', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    const ranges = new Map([...claims.ranges, ['r0|c1', { verdict: 'open', least: 0, most: 9 }] as const]);
    expect(faultsOf(check({ ranges }))).toContain('r0|c1: the audit speaks of it');
    const strange = { worlds: [], relations: [], proofs: [] };
    for (const cells of [['nowhere'], []])
      expect(faultsOf(check({ certificates: [...claims.certificates, { ...strange, cells }] }))).toBe(
        `${cells[0] ?? 'a certificate'}: its certificate is not of a block of hidden cells`,
      );
    expect(faultsOf(check({ certified: 5 }))).toContain('the sample: it has 6 cells, the audit says 5');
  });

  test('with a relation that does not hold, or a proof that adds up to nothing: found', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    const [block] = claims.certificates;
    if (block === undefined) throw new Error('no certificate');
    const relations = block.relations.with(0, 'c0 + c1 = 999');
    expect(faultsOf(check({ certificates: [{ ...block, relations }] }))).toContain('c0 + c1 = 999');
    const proofs = block.proofs.map((step) => ({ ...step, proof: { add: 'r0' } }));
    expect(faultsOf(check({ certificates: [{ ...block, proofs }] }))).toContain('does not add up');
  });

  test('with the word of the solver in the place of a proof: nothing is at fault, and the cell is named', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    const [block] = claims.certificates;
    const [step, ...steps] = block?.proofs ?? [];
    if (block === undefined || step === undefined) throw new Error('no proof');
    const proofs = [{ ...step, proof: { word: 'solver' as const } }, ...steps];
    expect(check({ certificates: [{ ...block, proofs }] })).toEqual({
      faults: [],
      shown: 5,
      onWord: [block.cells[step.cell]],
    });
  });

  test('of a table that publishes a small count: found, whatever is certified', () => {
    const { check, keyOf } = attackTable(TABLE, []);
    expect(check({}).faults).toEqual([{ at: keyOf('r0|c0'), what: 'its count is known and fewer than k' }]);
  });

  test('with an open cell called k or more, or one that is k or more called open: found', () => {
    const { claims, check } = attackTable(TABLE, SAFE);
    for (const [key, claim] of claims.ranges) {
      const verdict = claim.verdict === 'open' ? ('k-or-more' as const) : ('open' as const);
      expect(check({ ranges: new Map(claims.ranges).set(key, { ...claim, verdict }) }).faults).not.toEqual(
        [],
      );
    }
  });

  test('for the rectangle that tells too much: no certificate can be made up from the worlds of the safe pattern', () => {
    const { kept, claims, check, keyOf } = attackTable(TABLE, RECTANGLE);
    expect(kept).toBe(false);
    expect(check({}).faults).not.toEqual([]);
    const ranges = new Map(
      [...claims.ranges].map(([key, claim]) => [key, { ...claim, verdict: 'open' as const }]),
    );
    const cells = ['r0|c0', 'r0|c2', 'r2|c0', 'r2|c2'].map(keyOf);
    // Every world of the rectangle hangs on one number t; all 28 of them do not show enough.
    const worlds = Array.from({ length: 28 }, (_, t) => formatWorld([t, 27 - t, 31 - t, 8 + t]));
    const made = [{ cells, worlds, relations: [], proofs: [] }];
    expect(faultsOf(check({ ranges, certificates: made }))).toContain('no world shows that it can be');
  });
});

test('checkCertificates asks nothing of counts that were never to be published', () => {
  const table = tableOf([flat('a', 'a1', 'a2', 'a3')], [[['_T', 'a1', 'a2', 'a3']]]);
  const claims = { ranges: new Map(), certified: 0, certificates: [] };
  const check = (drawing: string) =>
    checkCertificates({ system: table.system, facts: factsFrom(table, drawing), k: 11, claims });
  expect(check('40  -  -  20')).toEqual({ faults: [], shown: 0, onWord: [] });
  expect(faultsOf(check('40  .  .  20'))).toContain('a1: it is hidden, but the audit says nothing of it');
});

describe('sampleCells', () => {
  const blocks = (size: number, cells: number) => [
    { size, keys: Array.from({ length: cells }, (_, at) => `cell-${at}`) },
  ];

  test('of few cells takes all', () => {
    expect(sampleCells(blocks(100, 90)).size).toBe(90);
  });

  test('of many cells in a large block draws by name: the same in any order, and not the first ones', () => {
    const [block] = blocks(20_000, 400);
    if (block === undefined) throw new Error('no block');
    const sample = sampleCells([block]);
    expect(sample.size).toBe(50);
    expect(sampleCells([{ ...block, keys: block.keys.toReversed() }])).toEqual(sample);
    expect([...sample].every((key) => block.keys.indexOf(key) < 50)).toBe(false);
  });
});

test('drawKeys takes the keys of the smallest hashes (FNV-1a: d e10c2473, a e40c292c, c e60c2c52, b e70c2de5), of equal ones by name', () => {
  const drawn = (most: number, ...keys: string[]) => [...drawKeys(keys, most)];
  expect(drawn(1, 'b', 'c', 'a')).toEqual(['a']);
  expect(drawn(2, 'b', 'c', 'a')).toEqual(['a', 'c']);
  expect(drawn(2, 'b', 'c', 'a', 'd')).toEqual(['d', 'a']);
  expect(drawn(1, 'liquid', 'costarring')).toEqual(['costarring']);
  expect(drawn(1, 'costarring', 'liquid')).toEqual(['costarring']);
  expect(drawn(1, 'a', 'liquid')).toEqual(['liquid']);
});

describe('parseSum and parseWorld', () => {
  test('of what is written: the same again', () => {
    expect(parseSum('-r0 + 2 r3 - 12 r1')).toEqual(
      new Map([
        [0, -1],
        [3, 2],
        [1, -12],
      ]),
    );
    expect(parseWorld('0 27 14')).toEqual([0, 27, 14]);
  });

  for (const text of ['', 'r0 r1', 'r0 + r0', '+ r0', 'r0 + 1 r1', 'r0 -r1', 'r01', 'r0 + 0 r1', 'c0'])
    test(`parseSum of "${text}" is undefined`, () => expect(parseSum(text)).toBeUndefined());
  for (const text of ['', ' 1', '1  2', '01', '-1', '1.5', '1e3', '9007199254740993'])
    test(`parseWorld of "${text}" is undefined`, () => expect(parseWorld(text)).toBeUndefined());
});
