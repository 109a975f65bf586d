// Certificates: what the attack found adds up, and whatever is changed, left out or made up is found by addition.
import { describe, expect, test } from 'vitest';
import type { AttackReport } from '../../src/attack/attack.ts';
import type { Audit } from '../../src/formats/audit-file.ts';
import { type BlockCertificate, formatWorlds, parseSum, parseWorld } from '../../src/formats/certificate.ts';
import { type Claim, claimFaults, type Verified, verify, verifyAudit } from '../../src/verify/verify.ts';
import { factsFrom } from '../attack/drawings.ts';
import type { Counts } from '../attack/small-tables.ts';
import { flat, tableOf } from '../attack/tables.ts';
import { attackTable } from './certified.ts';
import { wholeWorlds } from './whole-worlds.ts';

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

const faultsOf = ({ faults }: Pick<Verified, 'faults'>) =>
  faults.map(({ at, what }) => `${at}: ${what}`).join('\n');

describe('verify of the table of docs/method.md', () => {
  const { certificates, check, keyOf } = attackTable(TABLE, SAFE);
  const [block] = certificates;
  if (block === undefined) throw new Error('no certificate');
  const changed = (change: Partial<BlockCertificate>) => faultsOf(check([{ ...block, ...change }]));

  test('as the attack made them: all cells are shown, one of them to be k or more', () => {
    const { faults, asked, shown } = check();
    expect([faults, asked]).toEqual([[], 6]);
    expect(Object.fromEntries([...shown].map(([key, { as }]) => [key, as]))).toEqual(
      Object.fromEntries(SAFE.map((name) => [keyOf(name), name === 'r1|c2' ? 'k-or-more' : 'open'])),
    );
  });

  test('with one number of one world changed, up or down, whichever: found', () => {
    for (const [at, world] of wholeWorlds(block).entries()) {
      for (const place of world.keys())
        for (const by of [1, -1, 0.5]) {
          const worlds = block.worlds.with(at, world.with(place, (world[place] ?? 0) + by).join(' '));
          expect(changed({ worlds })).toMatch(/misses the relation|outside|no list|not a list/);
        }
    }
  });

  test('with a world that misses one relation: found, with the relation', () => {
    // Both ends of the first row move, so that the row adds up and its columns do not.
    const [world = []] = wholeWorlds(block);
    const [c0, c2] = [block.cells.indexOf(keyOf('r0|c0')), block.cells.indexOf(keyOf('r0|c2'))];
    const sign = (world[c0] ?? 0) > 0 ? -1 : 1;
    const moved = world.with(c0, (world[c0] ?? 0) + sign).with(c2, (world[c2] ?? 0) - sign);
    expect(changed({ worlds: block.worlds.with(0, moved.join(' ')) })).toMatch(
      /world 1 .* misses the relation/,
    );
  });

  test('without any one of its worlds: found, since none is there that is not needed', () => {
    for (const at of block.worlds.keys())
      expect(changed({ worlds: block.worlds.toSpliced(at, 1) })).toContain('no world shows that it can be');
  });

  test('without worlds, without a proof, without a certificate: found', () => {
    expect(changed({ worlds: [] })).toContain('no world shows that counts explain');
    expect(changed({ proofs: [] })).toContain('no proof that it is 11');
    expect(faultsOf(check([]))).toContain('has no certificate');
  });

  test('with a number of a cell too many or too few, or cells in another order: found', () => {
    expect(changed({ worlds: block.worlds.map((world) => `${world} 0`) })).toContain('numbers for 6 cells');
    expect(changed({ worlds: block.worlds.map((world) => world.replace(/ \d+$/, '')) })).toContain(
      '5 numbers',
    );
    const [one = '', other = '', ...rest] = block.cells;
    expect(changed({ cells: [other, one, ...rest] })).toContain('has no certificate');
    expect(changed({ cells: rest })).toContain('is not of a block');
  });

  test('with another certificate beside it, of other cells or of the same: found', () => {
    const strange = { worlds: [], relations: [], proofs: [] };
    for (const cells of [['nowhere'], []])
      expect(faultsOf(check([block, { ...strange, cells }]))).toBe(
        `${cells[0] ?? 'a certificate'}: its certificate is not of a block of hidden cells, or a second one`,
      );
    expect(faultsOf(check([block, block]))).toContain('or a second one');
  });

  test('with a relation that does not hold, or a proof that adds up to nothing: found', () => {
    const relations = block.relations.with(0, 'c0 + c1 = 999');
    expect(changed({ relations })).toContain('c0 + c1 = 999');
    const proofs = block.proofs.map((step) => ({ ...step, proof: { add: 'r0' } }));
    expect(changed({ proofs })).toContain('does not add up');
  });

  test('of the same table with other counts, as in another release: found', () => {
    const other = attackTable([[4, 96, 24], ...TABLE.slice(1)], SAFE);
    expect(faultsOf(other.check(certificates))).toContain('misses the relation');
  });

  test('of the same table with another pattern: found', () => {
    const other = attackTable(TABLE, [...SAFE, 'r0|c1', 'r1|c1']);
    expect(faultsOf(other.check(certificates))).toContain('has no certificate');
  });
});

test('verify of a table that publishes a small count: found, whatever is certified', () => {
  const { check, keyOf } = attackTable(TABLE, []);
  expect(check().faults).toEqual([{ at: keyOf('r0|c0'), what: 'its count is known and fewer than k' }]);
});

test('verify of the rectangle that tells too much: no certificate can be made up from all of its worlds', () => {
  const { kept, check, keyOf } = attackTable(TABLE, RECTANGLE);
  expect(kept).toBe(false);
  expect(check().faults).not.toEqual([]);
  const cells = RECTANGLE.map(keyOf);
  // Every world of the rectangle hangs on one number t.
  const worlds = formatWorlds(Array.from({ length: 28 }, (_, t) => [t, 27 - t, 31 - t, 8 + t]));
  const made = [{ cells, worlds, relations: [], proofs: [] }];
  expect(faultsOf(check(made))).toContain('no world shows that it can be');
});

// Each of the four, if it were 0, would leave nothing to explain the hiding, once those before it are known to be 11 or more.
test('verify of the rectangle with a proof that each of its cells is 11 or more: found, since no world is left', () => {
  const { check, keyOf } = attackTable(TABLE, RECTANGLE);
  const cells = RECTANGLE.map(keyOf);
  const relations = ['c0 + c1 = 27', 'c2 + c3 = 39', 'c0 + c2 = 31', 'c1 + c3 = 35'];
  const faults = faultsOf(check([{ cells, worlds: [], relations, proofs: [] }]));
  expect(faults).toContain('no world shows that counts explain what is hidden around it');
});

test('verify asks nothing of counts that were never to be published', () => {
  const { system } = tableOf([flat('a', 'a1', 'a2', 'a3')], [[['_T', 'a1', 'a2', 'a3']]]);
  const table = { system, leafCount: 0, members: [] };
  const check = (drawing: string) =>
    verify({ system, facts: factsFrom(table, drawing), k: 11, certificates: [] });
  expect(check('40  -  -  20')).toMatchObject({ faults: [], asked: 0 });
  expect(faultsOf(check('40  .  .  20'))).toContain('a1: the block that it stands in has no certificate');
});

/** As an audit has them: the key in two, measure and cell. */
function claimedRanges({ blocks }: AttackReport): Audit['ranges'] {
  return blocks.flatMap(({ findings }) =>
    findings.map(({ key, verdict, least, most }) => {
      const [measure = '', ...codes] = key.split('|');
      if (verdict !== 'open' && verdict !== 'k-or-more') throw new Error('not kept');
      return { measure, cell: codes.join('|'), verdict, least, most };
    }),
  );
}

test('verifyAudit asks the certificates first, and of what the audit says beside them only where these show all', () => {
  const { report, known, certificates, check } = attackTable(TABLE, SAFE);
  const ranges = claimedRanges(report);
  const [first, ...others] = ranges;
  if (first === undefined) throw new Error('no range');
  const judge = (said: typeof ranges, shown = certificates) =>
    verifyAudit(known, { ranges: said, certificates: [...shown] });
  expect(judge(ranges)).toEqual(check());
  const moved = { ...first, least: 1000, most: null };
  expect(faultsOf(judge([moved, ...others]))).toContain('outside the range');
  expect(faultsOf(judge(others))).toContain('says nothing of it');
  expect(faultsOf(judge([moved], []))).toBe(faultsOf(check([])));
});

describe('claimFaults of what an audit says beside its certificates', () => {
  const { report, check } = attackTable(TABLE, SAFE);
  const verified = check();
  const claims = new Map(
    report.blocks.flatMap(({ findings }) =>
      findings.map(({ key, verdict, least, most }): [string, Claim] => [
        key,
        { verdict: verdict === 'k-or-more' ? verdict : 'open', least, most },
      ]),
    ),
  );
  const [key = ''] = claims.keys();
  const faultsWith = (others: ReadonlyMap<string, Claim>) =>
    faultsOf({ faults: claimFaults(verified, others) });

  test('as the attack made it: nothing', () => {
    expect(claimFaults(verified, claims)).toEqual([]);
  });

  test('that leaves a cell out, or speaks of one that is published: found', () => {
    const fewer = new Map([...claims].filter(([other]) => other !== key));
    expect(faultsWith(fewer)).toBe(`${key}: it is hidden, but the audit says nothing of it`);
    const more = new Map(claims).set('r0|c1', { verdict: 'open', least: 0, most: 9 });
    expect(faultsWith(more)).toBe('r0|c1: the audit speaks of it, but nothing is shown of it');
  });

  test('that calls an open cell k or more, or one that is k or more open: found', () => {
    for (const [at, claim] of claims) {
      const verdict = claim.verdict === 'open' ? 'k-or-more' : 'open';
      expect(faultsWith(new Map(claims).set(at, { ...claim, verdict }))).toBe(
        `${at}: the audit calls it ${verdict}, and it is shown to be ${claim.verdict}`,
      );
    }
  });

  test('that gives a range which a world leaves: found; none that a world reaches the end of', () => {
    for (const [at, claim] of claims) {
      const counts = verified.shown.get(at)?.counts ?? [];
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      expect(faultsWith(new Map(claims).set(at, { ...claim, least, most }))).toBe('');
      expect(faultsWith(new Map(claims).set(at, { ...claim, least, most: null }))).toBe('');
      for (const range of [
        { least: least + 1, most },
        { least, most: most - 1 },
      ])
        expect(faultsWith(new Map(claims).set(at, { ...claim, ...range }))).toContain('outside the range');
    }
  });
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
    expect(parseWorld('0 27 14')).toEqual({ whole: [0, 27, 14] });
    expect(parseWorld('c0 = 3, c12 = 24')).toEqual({
      changes: new Map([
        [0, 3],
        [12, 24],
      ]),
    });
  });

  for (const text of ['', 'r0 r1', 'r0 + r0', '+ r0', 'r0 + 1 r1', 'r0 -r1', 'r01', 'r0 + 0 r1', 'c0'])
    test(`parseSum of "${text}" is undefined`, () => expect(parseSum(text)).toBeUndefined());
  for (const text of [
    ...['', ' 1', '1  2', '01', '-1', '1.5', '1e3', '9007199254740993', '1, 2', 'c1', 'c1 = ', 'c1 = 2 = 3'],
    ...[
      'c1 = 2, c1 = 3',
      'c1 = -2',
      'c-1 = 2',
      'c1 = 2,c3 = 4',
      'c01 = 2',
      'c1 = 02',
      '1 = 2',
      'c1 = 2, 3 = 4',
    ],
  ])
    test(`parseWorld of "${text}" is undefined`, () => expect(parseWorld(text)).toBeUndefined());
});
