// Proofs of what cannot be: by addition, by the case that explains, by halves; and what is no proof.

import { beforeAll, describe, expect, test } from 'vitest';
import { openProver } from '../../src/attack/prove.ts';
import type { Proof } from '../../src/formats/certificate.ts';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { explanationsOf, ruleOf } from '../../src/system/rule.ts';
import { type Bounds, type Ground, isProven } from '../../src/verify/proof.ts';
import { watched } from './watched-solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const MANY = Number.POSITIVE_INFINITY;
const few = (...cells: number[]) =>
  cells.flatMap((cell) => explanationsOf(cell, ruleOf('cards-issued', 11), []));
const equal = (columns: number[], value: number): Constraint => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

function provenWith(
  ground: Omit<Ground, 'explained'>,
  bounds: Bounds,
  way: 'prove' | 'proveUnexplained',
): Proof | undefined {
  const prover = openProver(ground, bounds.lower.length, solver);
  try {
    return prover[way](bounds);
  } finally {
    prover.close();
  }
}

const isShown = (ground: Ground, bounds: Bounds, proof: Proof | undefined) =>
  proof !== undefined && isProven(ground, bounds, proof);

describe('a proof', () => {
  test('x + y = 30 with x at most 10 and y at most 15: by adding the relation', () => {
    const ground = { relations: [equal([0, 1], 30)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [10, 15] };
    const proof = provenWith(ground, bounds, 'prove');
    expect(proof).toEqual({ add: 'r0' });
    expect(isShown({ ...ground, explained: false }, bounds, proof)).toBe(true);
    expect(isShown({ ...ground, explained: false }, { ...bounds, upper: [10, 20] }, proof)).toBe(false);
  });

  test('x + y = 20 with x = 0: no world explains, shown case by case, and only where explaining counts', () => {
    const ground = { relations: [equal([0, 1], 20)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [0, MANY] };
    const proof = provenWith(ground, bounds, 'proveUnexplained');
    expect(proof).toEqual({ few: [{ cell: 1, proof: { add: 'r0' } }] });
    expect(isShown({ ...ground, explained: true }, bounds, proof)).toBe(true);
    expect(isShown({ ...ground, explained: false }, bounds, proof)).toBe(false);
    expect(isProven({ ...ground, explained: true }, bounds, { few: [] })).toBe(false);
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
    expect(isShown({ ...ground, explained: false }, bounds, proof)).toBe(true);
    if (proof === undefined || !('upTo' in proof)) throw new Error('not in halves');
    expect(isProven({ ...ground, explained: false }, bounds, { ...proof, below: proof.above })).toBe(false);
  });

  test('of what can be: none', () => {
    const ground = { relations: [equal([0, 1], 20)], explains: few(0, 1) };
    const bounds = { lower: [0, 0], upper: [MANY, MANY] };
    const proof = provenWith(ground, bounds, 'prove');
    expect(proof).toBeUndefined();
  });

  test('that adds a relation without a lower end, or one that is not there: fails', () => {
    const atMost: Constraint = {
      columns: [0, 1],
      coefficients: [1, 1],
      lower: Number.NEGATIVE_INFINITY,
      upper: 5,
    };
    const ground = { relations: [atMost], explains: few(0), explained: false };
    const bounds = { lower: [0, 6], upper: [3, MANY] };
    expect(isProven(ground, bounds, { add: '-r0' })).toBe(true);
    expect(isProven(ground, bounds, { add: 'r0' })).toBe(false);
    expect(isProven(ground, bounds, { add: '-r1' })).toBe(false);
    expect(isProven(ground, bounds, { add: 'nonsense' })).toBe(false);
  });
});

/** A solver that gives other rays than it finds. */
const spoiling = (spoil: (ray: Float64Array) => Float64Array | undefined): Solver => ({
  ...solver,
  open: (model, steps) => {
    const session = solver.open(model, steps);
    const minimize: typeof session.minimize = (...question) => {
      const outcome = session.minimize(...question);
      return outcome.status === 'infeasible'
        ? { ...outcome, ray: spoil(outcome.ray ?? new Float64Array()) }
        : outcome;
    };
    return { ...session, minimize };
  },
});

describe('openProver', () => {
  const proven = (
    relations: readonly Constraint[],
    bounds: Bounds,
    way: 'prove' | 'proveUnexplained' = 'prove',
  ) => provenWith({ relations, explains: few(0, 1) }, bounds, way);

  test('adds relations as often as it takes, in the smallest whole numbers', () => {
    // 2 a + b = 20 and 3 a + c = 10: three of the first less two of the second leave 3 b - 2 c = 40, and b is 3 at most.
    const relations = [
      { ...equal([0, 1], 20), coefficients: [2, 1] },
      { ...equal([0, 2], 10), coefficients: [3, 1] },
    ];
    expect(proven(relations, { lower: [0, 0, 0], upper: [MANY, 3, MANY] })).toEqual({ add: '3 r0 - 2 r1' });
  });

  test('adds relations that have one end', () => {
    const [atLeast, atMost] = [
      { ...equal([0, 1], 30), upper: MANY },
      { ...equal([0, 1], 5), lower: Number.NEGATIVE_INFINITY },
    ];
    expect(proven([atLeast], { lower: [0, 0], upper: [10, 15] })).toEqual({ add: 'r0' });
    expect(proven([atMost], { lower: [0, 6], upper: [3, MANY] })).toEqual({ add: '-r0' });
    expect(proven([atLeast], { lower: [20, 20], upper: [MANY, MANY] })).toBeUndefined();
    expect(proven([atMost], { lower: [0, 0], upper: [1, 1] })).toBeUndefined();
  });

  test('names no cases where no world lies within the bounds at all', () => {
    const bounds = { lower: [0, 0], upper: [10, 15] };
    expect(proven([equal([0, 1], 30)], bounds, 'proveUnexplained')).toEqual({ add: 'r0' });
  });

  test('gives nothing where one of the cases cannot be ruled out', () => {
    const bounds = { lower: [0, 0], upper: [MANY, MANY] };
    expect(proven([equal([0, 1], 20)], bounds, 'proveUnexplained')).toBeUndefined();
  });

  // Twice some columns of 0 or 1 each are never odd; halves do, as long as one column is left open.
  test('divides 64 times and no more', () => {
    const odd = (width: number) => {
      const columns = Array.from({ length: width }, (_, column) => column);
      const relation = { ...equal(columns, width), coefficients: columns.map(() => 2) };
      const bounds = { lower: columns.map(() => 0), upper: columns.map(() => 1) };
      const proof = proven([relation], bounds);
      return isShown({ relations: [relation], explains: [], explained: false }, bounds, proof);
    };
    expect([odd(3), odd(5), odd(9)]).toEqual([true, true, false]);
  });

  test('divides no more than that for all cases together', () => {
    const columns = [...Array(9).keys()];
    const relation = { ...equal(columns, 9), coefficients: columns.map(() => 2) };
    const bounds = { lower: columns.map(() => 0), upper: columns.map(() => 1) };
    expect(proven([relation], bounds, 'proveUnexplained')).toBeUndefined();
  });

  test('divides below and above what the solver takes a cell for', () => {
    const proof = proven([{ ...equal([0], 3), coefficients: [2] }], {
      lower: [0, 0],
      upper: [MANY, MANY],
    });
    expect(proof).toEqual({ cell: 0, upTo: 1, below: { add: 'r0' }, above: { add: '-r0' } });
  });

  test('gives nothing where one half can be, though the other cannot', () => {
    const relation = { ...equal([0, 1], 3), coefficients: [2, 1] };
    expect(proven([relation], { lower: [0, 0], upper: [MANY, 1] })).toBeUndefined();
  });

  test('leaves out relations that the proof does not need', () => {
    const bounds = { lower: [0, 0, 0], upper: [10, 15, MANY] };
    expect(proven([equal([1, 2], 20), equal([0, 1], 30)], bounds)).toEqual({ add: 'r1' });
  });

  test('asks for no sum and no case where no count at all is left to some cell', () => {
    expect(proven([equal([0, 1], 20)], { lower: [0, 0, 9], upper: [MANY, MANY, 0] })).toEqual({ few: [] });
  });

  // 7 a + b = 7001 with b = 0 makes a more than 1000, and 11 a + c = 11,000 no more: 11 of the first less 7 of the second.
  test('adds relations in whatever ratio they must be', () => {
    const relations = [
      { ...equal([0, 1], 7001), coefficients: [7, 1] },
      { ...equal([0, 2], 11_000), coefficients: [11, 1] },
    ];
    const bounds = { lower: [0, 0, 0], upper: [MANY, 0, MANY] };
    expect(proven(relations, bounds)).toEqual({ add: '11 r0 - 7 r1' });
  });

  test('asks once where there is a world in whole numbers', () => {
    const engine = watched(solver, false);
    const prover = openProver({ relations: [equal([0, 1], 20)], explains: [] }, 2, engine.solver);
    expect(prover.prove({ lower: [0, 0], upper: [MANY, MANY] })).toBeUndefined();
    expect(engine.asked()).toBe(1);
    prover.close();
  });

  test('asks the relations among the cells under the promise first, and all only where these do not tell', () => {
    const relations = [equal([0, 1], 30), equal([1, 2], 20)];
    const asked = (bounds: Bounds, proof: Proof) => {
      const engine = watched(solver, false);
      const prover = openProver({ relations, explains: few(0, 1) }, 3, engine.solver);
      expect(prover.prove(bounds)).toEqual(proof);
      prover.close();
      return engine.asked();
    };
    expect(asked({ lower: [0, 0, 0], upper: [10, 15, MANY] }, { add: 'r0' })).toBe(1);
    expect(asked({ lower: [0, 0, 0], upper: [MANY, 15, 4] }, { add: 'r1' })).toBe(2);
  });

  test.for([
    ['no ray', () => undefined],
    ['a ray that does not add up', (ray: Float64Array) => ray.map(() => 1)],
  ] as const)('gives nothing where the solver gives %s', ([, spoil]) => {
    const relations = [equal([0, 1], 30), equal([0, 2], 5)];
    const bounds = { lower: [0, 0, 0], upper: [MANY, 10, MANY] };
    const prover = openProver({ relations, explains: [] }, 3, spoiling(spoil));
    expect(prover.prove(bounds)).toBeUndefined();
    prover.close();
  });

  // x + y = 20 with y at most 4 and x = 0: the first relation alone.
  test.for([
    ['a ray found before', [2, 0], 1],
    ['one that does not add up', [0, 2], 2],
  ] as const)('given %s, asks the whole block only where it must', ([, ray, asked]) => {
    const relations = [equal([0, 1], 20), equal([1, 2], 30)];
    const bounds = { lower: [0, 0, 0], upper: [0, 4, MANY] };
    const engine = watched(solver, false);
    const prover = openProver({ relations, explains: few(0, 2) }, 3, engine.solver);
    expect(prover.proveUnexplained(bounds, Float64Array.from(ray))).toEqual({ add: 'r0' });
    expect(engine.asked()).toBe(asked - 1);
    prover.close();
  });

  test('closes all of its models', () => {
    const engine = watched(solver, false);
    const relations = [equal([0, 1], 30), equal([0, 2], 5)];
    const prover = openProver({ relations, explains: few(0, 1) }, 3, engine.solver);
    expect(engine.open()).toBe(2);
    prover.close();
    expect(engine.open()).toBe(0);
  });
});
