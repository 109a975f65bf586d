// The attack agrees with a reader who goes through every whole-number table (brute-force.ts).

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AttackReport } from '../../src/attack/attack.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { type BruteVerdict, judge } from './brute-force.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import type { Table } from './tables.ts';
import { factsOf, trials } from './trials.ts';

/** Tables of each shape, and the people in each at most. */
const RUNS = 40;
const MOST_PEOPLE = 8;
const SEED = 20_251_125;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Of cells under the promise. Sets of people, and cells of no table that count few, have a test of their own (told-sets). */
function isPromised({ system }: Table, key: string): boolean {
  const role = system.cells[system.index.get(key) ?? -1]?.role;
  return role === 'tabled' || role === 'difference';
}

/** The attack's verdicts on cells in the words of the brute force, by key. */
function verdictsOf(table: Table, { blocks, condemned }: AttackReport): Map<string, BruteVerdict> {
  const acquitted = blocks.flatMap(({ findings }) =>
    findings.flatMap(({ key, verdict }) =>
      verdict === 'open' || verdict === 'k-or-more' ? [[key, verdict] as const] : [],
    ),
  );
  const broken = condemned.filter(({ key }) => isPromised(table, key));
  return new Map([...acquitted, ...broken.map(({ key }) => [key, 'broken'] as const)]);
}

/** The verdicts on cells of which the attack reports: those known rightly are in no block. */
function named({ system }: Table, verdicts: ReadonlyMap<number, BruteVerdict>): Map<string, BruteVerdict> {
  const told = [...verdicts].filter(([, verdict]) => verdict !== 'known');
  return new Map(told.map(([cell, verdict]) => [system.cells[cell]?.key ?? '', verdict]));
}

describe('attackSystem gives the verdicts that brute force gives', () => {
  test.for(Object.entries(SHAPES))('on %s', ([, table]) => {
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(trials(table, MOST_PEOPLE), (trial) => {
        const facts = factsOf(table, trial);
        const expected = judge(table, facts, trial.k);
        fc.pre(expected !== undefined);
        const report = attackSystem(table.system, facts, { k: trial.k, solver, ranges: false });
        expect(verdictsOf(table, report)).toEqual(named(table, expected.verdicts));
        const tellsOfSets = report.condemned.some(({ key }) => !isPromised(table, key));
        expect(report.kept).toBe(expected.kept && !tellsOfSets);
        seen.add(report.kept);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(seen, 'patterns that keep the promise and patterns that break it').toEqual(new Set([true, false]));
  });
});
