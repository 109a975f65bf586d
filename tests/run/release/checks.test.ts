// The last checks before a release is sealed: what is not there is our own fault, and never passes.
import { expect, test } from 'vitest';
import type { AttackReport } from '../../../src/attack/attack.ts';
import type { Status } from '../../../src/program/cell.ts';
import type { Release } from '../../../src/release/release.ts';
import type { Counted } from '../../../src/run/count/counted.ts';
import type { Protected } from '../../../src/run/protect/protect-release.ts';
import { refuseFalseProof, refuseFewPeople, refuseUnverified } from '../../../src/run/release/checks.ts';

const K = 5;

/** Of one cell, `cards|a`, found to hold k or more. */
function check(key: string, truth: { count?: number; people?: number }) {
  const finding = { key, verdict: 'k-or-more', least: K, most: null, zeroWorld: null, manyWorld: 0 } as const;
  const report: AttackReport = {
    kept: true,
    condemned: [],
    undecided: 0,
    blocks: [{ cells: [key], worlds: [], findings: [finding], provablyLarge: [key], empties: [] }],
  };
  const cell = { key: 'cards|a', measure: 'cards', codes: ['a'], role: 'tabled' } as const;
  const system = {
    cells: [cell],
    index: new Map([['cards|a', 0]]),
    rows: [],
    parts: [],
    renamed: new Map(),
    changes: [],
  };
  const counted = { shape: { declaration: { k: K } } } as Counted;
  refuseFalseProof(report, counted, {
    system,
    truth: { counts: [truth.count], people: [truth.people] },
  } satisfies Pick<Protected, 'system' | 'truth'>);
}

test('refuseFalseProof passes a cell of k people or more, and one that no tally counts', () => {
  expect(() => check('cards|a', { count: 9, people: K })).not.toThrow();
  expect(() => check('cards|a', {})).not.toThrow();
});

test('refuseFalseProof refuses a cell of fewer people, or of a smaller count where people are not known', () => {
  expect(() => check('cards|a', { count: 9, people: K - 1 })).toThrow('would have to conclude');
  expect(() => check('cards|a', { count: K - 1 })).toThrow('would have to conclude');
});

test('refuseFalseProof takes a cell that is not in the system for our own fault', () => {
  expect(() => check('cards|b', { count: 9, people: 9 })).toThrow('internal error');
});

test('refuseUnverified refuses whatever is not shown by addition, and names it', () => {
  const verified = { asked: 1, shown: new Map() };
  expect(() => refuseUnverified({ ...verified, faults: [] })).not.toThrow();
  const faults = [{ at: 'cards|a', what: 'no world shows that it can be 0' }];
  expect(() => refuseUnverified({ ...verified, faults })).toThrow(
    expect.objectContaining({ code: 'attack', message: expect.stringContaining('cards|a (no world shows') }),
  );
});

/** One cell as it was counted, and as the files have it. */
function publish(counted: { count: number; people: number | null }, count: number | null) {
  const status: Status = count === null ? 'c' : '';
  const cell = { codes: ['a'], status: '' as const, note: '' };
  const measures = [{ measure: { id: 'cards' }, cells: [{ ...cell, ...counted }] }];
  const cubes = new Map([['cards', [{ ...cell, status, count }]]]);
  refuseFewPeople({ measures } as unknown as Counted, { cubes } as unknown as Release, K);
}

test('refuseFewPeople refuses a count that is published and stands for few people, however large it is', () => {
  for (const counted of [
    { count: 30, people: K - 1 },
    { count: 1, people: 1 },
    { count: K - 1, people: null },
  ]) {
    expect(() => publish(counted, counted.count)).toThrow('cards|a.');
    expect(() => publish(counted, null)).not.toThrow();
  }
});

test('refuseFewPeople passes counts of nobody and of k people or more', () => {
  for (const counted of [
    { count: 0, people: 0 },
    { count: 30, people: K },
    { count: K, people: null },
  ])
    expect(() => publish(counted, counted.count)).not.toThrow();
});
