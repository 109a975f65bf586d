// Proofs of what cannot be: by addition, by the case that explains, by halves; and what is no proof.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bounds, checkProof, type Ground } from '../../src/attack/proof.ts';
import { openProver } from '../../src/attack/prove.ts';
import type { BlockRow } from '../../src/model/blocks.ts';
import type { Proof } from '../../src/model/certificate.ts';
import { explanationsOf, ruleOf } from '../../src/model/rule.ts';
import { loadSolver, type Solver } from '../../src/solver/solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const MANY = Number.POSITIVE_INFINITY;
const few = (...cells: number[]) =>
  cells.flatMap((cell) => explanationsOf(cell, ruleOf('cards-issued', 11), []));
const equal = (columns: number[], value: number): BlockRow => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

function provenWith(
  ground: Omit<Ground, 'explained'>,
  bounds: Bounds,
  way: 'prove' | 'proveUnexplained',
): Proof {
  const prover = openProver(ground, bounds.lower.length, solver);
  try {
    return prover[way](bounds);
  } finally {
    prover.close();
  }
}

describe('a proof', () => {
  test('x + y = 30 with x at most 10 and y at most 15: by adding the relation', () => {
    const ground = { relations: [equal([0, 1], 30)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [10, 15] };
    const proof = provenWith(ground, bounds, 'prove');
    expect(proof).toEqual({ add: 'r0' });
    expect(checkProof({ ...ground, explained: false }, bounds, proof)).toBe('shown');
    expect(checkProof({ ...ground, explained: false }, { ...bounds, upper: [10, 20] }, proof)).toBe('fails');
  });

  test('x + y = 20 with x = 0: no world explains, shown case by case, and only where explaining counts', () => {
    const ground = { relations: [equal([0, 1], 20)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [0, MANY] };
    const proof = provenWith(ground, bounds, 'proveUnexplained');
    expect(proof).toEqual({ few: [{ cell: 1, proof: { add: 'r0' } }] });
    expect(checkProof({ ...ground, explained: true }, bounds, proof)).toBe('shown');
    expect(checkProof({ ...ground, explained: false }, bounds, proof)).toBe('fails');
    expect(checkProof({ ...ground, explained: true }, bounds, { few: [] })).toBe('fails');
  });

  test('x + y = y + z = x + z = 1: only in halves, since each could be a half', () => {
    const ground = { relations: [equal([0, 1], 1), equal([1, 2], 1), equal([0, 2], 1)], explains: [] };
    const bounds = { lower: [0, 0, 0], upper: [MANY, MANY, MANY] };
    const proof = provenWith(ground, bounds, 'prove');
    expect(proof).toMatchObject({
      upTo: 0,
      below: { add: expect.any(String) },
      above: { add: expect.any(String) },
    });
    expect(checkProof({ ...ground, explained: false }, bounds, proof)).toBe('shown');
    if (!('upTo' in proof)) throw new Error('not in halves');
    expect(checkProof({ ...ground, explained: false }, bounds, { ...proof, below: proof.above })).toBe(
      'fails',
    );
  });

  test('of what can be: none but the word of the solver, which is said to be no more', () => {
    const ground = { relations: [equal([0, 1], 20)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [MANY, MANY] };
    const proof = provenWith(ground, bounds, 'prove');
    expect(proof).toEqual({ word: 'solver' });
    expect(checkProof({ ...ground, explained: false }, bounds, proof)).toBe('word');
  });

  test('that adds a relation without a lower end, or one that is not there: fails', () => {
    const atMost: BlockRow = {
      columns: [0, 1],
      coefficients: [1, 1],
      lower: Number.NEGATIVE_INFINITY,
      upper: 5,
    };
    const ground = { relations: [atMost], explains: few(0), explained: false };
    const bounds = { lower: [0, 6], upper: [3, MANY] };
    expect(checkProof(ground, bounds, { add: '-r0' })).toBe('shown');
    expect(checkProof(ground, bounds, { add: 'r0' })).toBe('fails');
    expect(checkProof(ground, bounds, { add: '-r1' })).toBe('fails');
    expect(checkProof(ground, bounds, { add: 'nonsense' })).toBe('fails');
  });
});
