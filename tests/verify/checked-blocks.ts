// Blocks of hidden cells, and what is found of their certificates, k = 5.

import type { BlockCertificate } from '../../src/formats/certificate.ts';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { explanationsOf, ruleOf } from '../../src/system/rule.ts';
import { type HiddenBlock, verifyBlock } from '../../src/verify/verify-block.ts';

export const MANY = Number.POSITIVE_INFINITY;

export const sum = (columns: number[], value: number): Constraint => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

/** One count less another is at most `most`. */
export const atMost = (one: number, other: number, most: number): Constraint => ({
  columns: [one, other],
  coefficients: [1, -1],
  lower: Number.NEGATIVE_INFINITY,
  upper: most,
});

/** A block of hidden cells a, b, c, ... with these relations, all of them withheld, and no limits known. */
export function blockOf(
  keys: string,
  relations: readonly Constraint[],
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

/** What is found of a certificate: faults as `at: what`; where there are none, what each cell is shown to be. */
export function check(block: HiddenBlock, certificate: Partial<BlockCertificate> | undefined): string[] {
  const whole = { cells: [...block.keys], worlds: [], relations: [], proofs: [], ...certificate };
  const { faults, shown } = verifyBlock(block, certificate === undefined ? undefined : whole);
  if (faults.length > 0) return faults.map(({ at, what }) => `${at}: ${what}`);
  return [...shown].map(([cell, as]) => `${block.keys[cell]} ${as}`);
}

export const NO_PROOF = 'the proof of what it must be does not add up';
export const NO_ZERO = 'no world shows that it can be 0, no proof that it is 5 or more';
export const NOT_MANY = 'no world shows that it can be 5 or more';

/** a + b + c = 6: three worlds show each of them as 0 and as 5. */
export const SIX = blockOf('abc', [sum([0, 1, 2], 6)]);
export const WORLDS = ['0 1 5', '5 0 1', '1 5 0'];
export const ALL_OPEN = ['a open', 'b open', 'c open'];
