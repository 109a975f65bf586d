// Which proofs add up, by hand: sums, cases, and bounds that leave nothing.

import { describe, expect, test } from 'vitest';
import type { Proof } from '../../src/formats/certificate.ts';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { explanationsOf, ruleOf } from '../../src/system/rule.ts';
import { addUp, type Bounds, isProven, narrowed } from '../../src/verify/proof.ts';

const MANY = Number.POSITIVE_INFINITY;
const few = (...cells: number[]) =>
  cells.flatMap((cell) => explanationsOf(cell, ruleOf('cards-issued', 11), []));
const equal = (columns: number[], value: number): Constraint => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

describe('isProven', () => {
  const add = (sum: string): Proof => ({ add: sum });
  const proven = (relations: readonly Constraint[], bounds: Bounds, proof: Proof) =>
    isProven({ relations, explains: [], explained: false }, bounds, proof);
  const atLeast = (lower: number): Constraint => ({ ...equal([0, 1], lower), upper: MANY });

  test('of a sum that needs its lower ends alone: shown', () => {
    expect(proven([atLeast(30)], { lower: [0, 0], upper: [10, 15] }, add('r0'))).toBe(true);
    expect(proven([atLeast(25)], { lower: [0, 0], upper: [10, 15] }, add('r0'))).toBe(false);
  });

  test('of a sum in which a cell without a limit falls out: shown', () => {
    const relations = [equal([0, 1], 30), equal([0, 2], 5)];
    const bounds = { lower: [0, 0, 0], upper: [MANY, 10, MANY] };
    expect(proven(relations, bounds, add('r0 - r1'))).toBe(true);
    expect(proven(relations, { ...bounds, upper: [MANY, 25, MANY] }, add('r0 - r1'))).toBe(false);
  });

  test('of a relation that counts a cell twice: counts it twice', () => {
    const twice: Constraint = { ...equal([0, 1], 30), coefficients: [2, 1] };
    expect(proven([twice], { lower: [0, 0], upper: [10, 10] }, add('r0'))).toBe(false);
    expect(proven([twice], { lower: [0, 0], upper: [10, 9] }, add('r0'))).toBe(true);
  });

  test('of sums too large to be exact: fails', () => {
    const large = 2 ** 60;
    expect(proven([equal([0, 1], large)], { lower: [0, 0], upper: [1, 1] }, add('r0'))).toBe(false);
    const difference: Constraint = { ...equal([0, 1], 0), coefficients: [1, -1] };
    expect(proven([difference], { lower: [0, large], upper: [0, MANY] }, add('r0'))).toBe(false);
  });

  test('of cases: holds only with a proof for each, in order; the word of a solver, as in audits of before, is none', () => {
    const ground = { relations: [equal([0, 1, 2], 90)], explains: few(0, 1), explained: true };
    const bounds = { lower: [0, 0, 0], upper: [30, 30, 20] };
    const [first, second] = [0, 1].map((cell) => ({ cell, proof: add('r0') }));
    if (first === undefined || second === undefined) throw new Error('no cases');
    const standing = (...cases: (typeof first)[]) => isProven(ground, bounds, { few: cases });
    expect(standing(first, second)).toBe(true);
    expect(standing(second, first)).toBe(false);
    expect(standing(first)).toBe(false);
    expect(standing(first, second, second)).toBe(false);
    expect(standing(first, { ...second, cell: 2 })).toBe(false);
    expect(standing(first, { ...second, proof: add('-r0') })).toBe(false);
    expect(standing(first, { ...second, proof: { word: 'solver' } })).toBe(false);
  });

  // 2^60 r0 - 2^60 r1 + r2 counts a cell 2^60 - 2^60 + 1 times, of which doubles make 0, 1 or 2^60 by the order of adding.
  test('of sums that come out small but are too large on the way: fails', () => {
    const huge = 2 ** 60;
    const relations = [equal([0], 1), equal([0], 1), equal([0], 1)];
    for (const sum of [`${huge} r0 + r1 - ${huge} r2`, `r1 + ${huge} r0 - ${huge} r2`])
      expect(proven(relations, { lower: [0], upper: [9] }, add(sum))).toBe(false);
    const exact = [equal([0], 3), equal([0], 2)];
    expect(proven(exact, { lower: [0], upper: [9] }, add('r0 - r1'))).toBe(true);
  });

  test('of halves: holds with a proof for each, of a cell that there is and at a whole number', () => {
    const odd: Constraint = { ...equal([0], 3), coefficients: [2] };
    const halves = { cell: 0, upTo: 1, below: add('r0'), above: add('-r0') };
    const standing = (changed: object) =>
      proven([odd], { lower: [0], upper: [MANY] }, { ...halves, ...changed });
    expect(standing({})).toBe(true);
    for (const changed of [{ cell: -1 }, { cell: 1 }, { cell: 0.5 }, { upTo: 0 }, { upTo: 2 }])
      expect(standing(changed), JSON.stringify(changed)).toBe(false);
    // 2 x = 2 has a world; at most one half, and one and a half or more, leave it out.
    const even: Constraint = { ...equal([0], 2), coefficients: [2] };
    const between = { ...halves, upTo: 0.5 };
    expect(proven([even], { lower: [0], upper: [MANY] }, between)).toBe(false);
  });

  test('of what is no proof at all: fails', () => {
    for (const proof of [{}, { word: 'solver' }])
      expect(proven([equal([0], 3)], { lower: [0], upper: [2] }, proof as Proof)).toBe(false);
  });

  test('of cases: none is asked for in which one of its limits cannot hold', () => {
    const explains = explanationsOf(0, ruleOf('cards-issued', 11), [[{ column: 1, lower: 1, upper: MANY }]]);
    const ground = { relations: [], explains, explained: true };
    expect(isProven(ground, { lower: [0, 0], upper: [0, 0] }, { few: [] })).toBe(true);
    expect(isProven(ground, { lower: [0, 0], upper: [0, 9] }, { few: [] })).toBe(false);
  });
});

test('isProven of bounds that leave a cell no count: none of the cases is asked for', () => {
  const ground = { relations: [], explains: few(0, 1) };
  const bounds = { lower: [9, 0], upper: [0, MANY] };
  expect(isProven({ ...ground, explained: true }, bounds, { few: [] })).toBe(true);
  expect(isProven({ ...ground, explained: true }, { ...bounds, upper: [9, MANY] }, { few: [] })).toBe(false);
  expect(isProven({ ...ground, explained: false }, bounds, { few: [] })).toBe(true);
  expect(isProven({ ...ground, explained: false }, { ...bounds, upper: [9, MANY] }, { few: [] })).toBe(false);
});

test('isProven of what is no sum, or of a relation that is not there: not shown', () => {
  const ground = { relations: [equal([0, 1], 30)], explains: [], explained: false };
  const bounds = { lower: [0, 0], upper: [9, 9] };
  expect(isProven(ground, bounds, { add: 'r0' })).toBe(true);
  for (const add of ['', 'r', 'r0 + r0', '2r0', 'r1', '-r1', 'r0 + r1', 'r0 - r1'])
    expect(isProven(ground, bounds, { add })).toBe(false);
});

test('isProven by cases of a hiding that asks for no reason: no case speaks of a cell', () => {
  const ground = { relations: [equal([0], 30)], explains: [[]], explained: true };
  const bounds = { lower: [0], upper: [9] };
  expect(isProven(ground, bounds, { add: 'r0' })).toBe(true);
  expect(isProven(ground, bounds, { few: [{ cell: 0, proof: { add: 'r0' } }] })).toBe(false);
});

test('narrowed keeps what is stricter already', () => {
  const bounds = { lower: [5, 0], upper: [9, MANY] };
  expect(narrowed(bounds, 0, 3, 20)).toEqual(bounds);
  expect(narrowed(bounds, 0, 6, 8)).toEqual({ lower: [6, 0], upper: [8, MANY] });
});

describe('addUp', () => {
  test('of whole numbers: their sum', () => {
    expect(addUp([], [])).toBe(0);
    expect(addUp([2, -1, 0], [3, 4, -7])).toBe(2);
  });

  test('of lists of which one is longer: no number', () => {
    expect(addUp([2, 1], [3])).toBeNaN();
    expect(addUp([2], [3, 1])).toBeNaN();
  });

  test.for([
    [
      [1, 0.5],
      [1, 0.5],
    ],
    [[0.5, 2]],
    [
      [1, Number.MAX_SAFE_INTEGER],
      [1, 1],
      [-1, 1],
    ],
    [[2 ** 27, 2 ** 27]],
    [
      [2 ** 60, 1],
      [-(2 ** 60), 1],
    ],
    [[1, Number.POSITIVE_INFINITY]],
    [[1, Number.NaN]],
    [[0, Number.POSITIVE_INFINITY]],
  ] as [number, number][][])('of %j, which is not exact on the way: no number', (terms) => {
    expect(
      addUp(
        terms.map(([times]) => times),
        terms.map(([, value]) => value),
      ),
    ).toBeNaN();
  });
});
