// Which proofs add up, by hand: sums, cases, and bounds that leave nothing.
import { describe, expect, test } from 'vitest';
import type { BlockRow } from '../../src/model/blocks.ts';
import type { Proof } from '../../src/model/certificate.ts';
import { explanationsOf, ruleOf } from '../../src/model/rule.ts';
import { type Bounds, checkProof, narrowed } from '../../src/verify/proof.ts';

const MANY = Number.POSITIVE_INFINITY;
const few = (...cells: number[]) =>
  cells.flatMap((cell) => explanationsOf(cell, ruleOf('cards-issued', 11), []));
const equal = (columns: number[], value: number): BlockRow => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

describe('checkProof', () => {
  const add = (sum: string): Proof => ({ add: sum });
  const standingOf = (relations: readonly BlockRow[], bounds: Bounds, proof: Proof) =>
    checkProof({ relations, explains: [], explained: false }, bounds, proof);
  const atLeast = (lower: number): BlockRow => ({ ...equal([0, 1], lower), upper: MANY });

  test('of a sum that needs its lower ends alone: shown', () => {
    expect(standingOf([atLeast(30)], { lower: [0, 0], upper: [10, 15] }, add('r0'))).toBe('shown');
    expect(standingOf([atLeast(25)], { lower: [0, 0], upper: [10, 15] }, add('r0'))).toBe('fails');
  });

  test('of a sum in which a cell without a limit falls out: shown', () => {
    const relations = [equal([0, 1], 30), equal([0, 2], 5)];
    const bounds = { lower: [0, 0, 0], upper: [MANY, 10, MANY] };
    expect(standingOf(relations, bounds, add('r0 - r1'))).toBe('shown');
    expect(standingOf(relations, { ...bounds, upper: [MANY, 25, MANY] }, add('r0 - r1'))).toBe('fails');
  });

  test('of a relation that counts a cell twice: counts it twice', () => {
    const twice: BlockRow = { ...equal([0, 1], 30), coefficients: [2, 1] };
    expect(standingOf([twice], { lower: [0, 0], upper: [10, 10] }, add('r0'))).toBe('fails');
    expect(standingOf([twice], { lower: [0, 0], upper: [10, 9] }, add('r0'))).toBe('shown');
  });

  test('of sums too large to be exact: fails', () => {
    const large = 2 ** 60;
    expect(standingOf([equal([0, 1], large)], { lower: [0, 0], upper: [1, 1] }, add('r0'))).toBe('fails');
    const difference: BlockRow = { ...equal([0, 1], 0), coefficients: [1, -1] };
    expect(standingOf([difference], { lower: [0, large], upper: [0, MANY] }, add('r0'))).toBe('fails');
  });

  test('of cases: shown only with a proof for each, in order, and on the word of the solver if one is', () => {
    const ground = { relations: [equal([0, 1, 2], 90)], explains: few(0, 1), explained: true };
    const bounds = { lower: [0, 0, 0], upper: [30, 30, 20] };
    const [first, second] = [0, 1].map((cell) => ({ cell, proof: add('r0') }));
    if (first === undefined || second === undefined) throw new Error('no cases');
    const standing = (...cases: (typeof first)[]) => checkProof(ground, bounds, { few: cases });
    expect(standing(first, second)).toBe('shown');
    expect(standing(second, first)).toBe('fails');
    expect(standing(first)).toBe('fails');
    expect(standing(first, second, second)).toBe('fails');
    expect(standing(first, { ...second, cell: 2 })).toBe('fails');
    expect(standing(first, { ...second, proof: add('-r0') })).toBe('fails');
    expect(standing(first, { ...second, proof: { word: 'solver' } })).toBe('word');
  });

  test('of cases: none is asked for in which one of its limits cannot hold', () => {
    const explains = explanationsOf(0, ruleOf('cards-issued', 11), [[{ column: 1, lower: 1, upper: MANY }]]);
    const ground = { relations: [], explains, explained: true };
    expect(checkProof(ground, { lower: [0, 0], upper: [0, 0] }, { few: [] })).toBe('shown');
    expect(checkProof(ground, { lower: [0, 0], upper: [0, 9] }, { few: [] })).toBe('fails');
  });
});

test('checkProof of bounds that leave a cell no count: none of the cases is asked for', () => {
  const ground = { relations: [], explains: few(0, 1) };
  const bounds = { lower: [9, 0], upper: [0, MANY] };
  expect(checkProof({ ...ground, explained: true }, bounds, { few: [] })).toBe('shown');
  expect(checkProof({ ...ground, explained: true }, { ...bounds, upper: [9, MANY] }, { few: [] })).toBe(
    'fails',
  );
  expect(checkProof({ ...ground, explained: false }, bounds, { few: [] })).toBe('shown');
  expect(checkProof({ ...ground, explained: false }, { ...bounds, upper: [9, MANY] }, { few: [] })).toBe(
    'fails',
  );
});

test('narrowed keeps what is stricter already', () => {
  const bounds = { lower: [5, 0], upper: [9, MANY] };
  expect(narrowed(bounds, 0, 3, 20)).toEqual(bounds);
  expect(narrowed(bounds, 0, 6, 8)).toEqual({ lower: [6, 0], upper: [8, MANY] });
});
