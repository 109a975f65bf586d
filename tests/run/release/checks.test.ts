// The last checks before a release is sealed: what is not there is our own fault, and never passes.
import { expect, test } from 'vitest';
import type { AttackReport } from '../../../src/attack/attack.ts';
import type { Counted } from '../../../src/run/count/counted.ts';
import type { Protected } from '../../../src/run/protect/protect-release.ts';
import { refuseFalseProof, refuseUnverified } from '../../../src/run/release/checks.ts';

const K = 5;

/** Of one cell, `cards|a`, found to hold k or more. */
function check(key: string, truth: { count?: number; people?: number }) {
  const finding = { key, verdict: 'k-or-more', least: K, most: null, zeroWorld: null, manyWorld: 0 } as const;
  const report: AttackReport = {
    kept: true,
    condemned: [],
    undecided: 0,
    blocks: [{ cells: [key], worlds: [], findings: [finding], floors: [key], empties: [] }],
  };
  const cell = { key: 'cards|a', measure: 'cards', codes: ['a'], role: 'published' } as const;
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
