// Blocks of hidden cells, and what is found of their certificates, k = 5.

import type { BlockRow } from '../../src/model/blocks.ts';
import type { BlockCertificate } from '../../src/model/certificate.ts';
import { explanationsOf, ruleOf } from '../../src/model/rule.ts';
import { type Claim, checkBlock, type HiddenBlock } from '../../src/verify/verify-block.ts';

export const MANY = Number.POSITIVE_INFINITY;

export const sum = (columns: number[], value: number): BlockRow => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

/** One count less another is at most `most`. */
export const atMost = (one: number, other: number, most: number): BlockRow => ({
  columns: [one, other],
  coefficients: [1, -1],
  lower: Number.NEGATIVE_INFINITY,
  upper: most,
});

/** A block of hidden cells a, b, c, ... with these relations, all of them withheld, and no limits known. */
export function blockOf(
  keys: string,
  relations: readonly BlockRow[],
  more: Partial<HiddenBlock> = {},
): HiddenBlock {
  const cells = [...keys];
  const rules = () => ruleOf('cards-issued', 5);
  return {
    keys: cells,
    relations,
    promised: [...cells.keys()],
    withheld: new Set(cells.keys()),
    rules,
    explains: [...cells.keys()].flatMap((cell) => explanationsOf(cell, rules(), [])),
    categories: [],
    bounds: { lower: cells.map(() => 0), upper: cells.map(() => MANY) },
    ...more,
  };
}

export const open: Claim = { verdict: 'open', least: 0, most: null };
export const many: Claim = { verdict: 'k-or-more', least: 0, most: null };

export interface Asked {
  readonly claims?: readonly Claim[];
  /** The keys of the cells that must be shown; all where nothing is said. */
  readonly sample?: string;
}

/** What is found of a certificate: faults as `at: what`, then the cells that rest on a word. */
export function check(
  block: HiddenBlock,
  certificate: Partial<BlockCertificate> | undefined,
  { claims = block.keys.map(() => open), sample = block.keys.join('') }: Asked = {},
): string[] {
  const whole = { cells: [...block.keys], worlds: [], relations: [], proofs: [], ...certificate };
  const { faults, onWord } = checkBlock(block, {
    ranges: new Map(block.keys.flatMap((key, at) => (claims[at] ? [[key, claims[at]] as const] : []))),
    certificates: certificate === undefined ? [] : [whole],
    sample: new Set(sample),
  });
  return [...faults.map(({ at, what }) => `${at}: ${what}`), ...onWord.map((key) => `${key} on word`)];
}

export const NO_PROOF = 'the proof of what it must be does not add up';
export const NO_ZERO = 'no world shows that it can be 0';
export const NOT_MANY = 'no world shows that it can be 5 or more';

/** a + b + c = 6: three worlds show each of them as 0 and as 5. */
export const SIX = blockOf('abc', [sum([0, 1, 2], 6)]);
export const WORLDS = ['0 1 5', '5 0 1', '1 5 0'];
