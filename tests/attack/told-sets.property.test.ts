// Sets of people by brute force: every union of leaves of tiny tables, against the attack and the protection.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTold } from '../../src/attack/told-sets.ts';
import { TOTAL } from '../../src/program/codelist.ts';
import { ProtectionError } from '../../src/protect/task.ts';
import { protectInRounds } from '../../src/run/protect/rounds.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { inputOf } from '../protect/plans.ts';
import { WORK_LIMIT } from '../protect/protect.ts';
import { LEAVE_RECORDS, shapeOf, slackTable, WITHIN_APPLICATIONS } from '../system/slack-tables.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import { allCodes, countsOf, flat, listOf, type Table, tableOf } from './tables.ts';
import { factsOf, leafCounts, type Trial, trials } from './trials.ts';

const UNEXPLAINED = 'no counts explain what was published and what was withheld';

const pool = await openPool(1);
const { solver } = pool;

const wards = listOf('ward', {
  old: { _T: ['W1', 'W2'], W1: ['11', '12', '13'], W2: ['22', '23'] },
  new: { _T: ['N1', 'N2', 'N3'], N1: ['11'], N2: ['12', '22'], N3: ['13', '23'] },
});
const nested = listOf('area', { all: { _T: ['W', 'rest'], W: ['w1', 'w2'] } });
const bands = listOf('age', { all: { _T: ['60+', 'under 60'], '60+': ['60-64', '65+'] } });
const pairs = ['a', 'b', 'c'].map((dimension) => flat(dimension, `${dimension}0`, `${dimension}1`));

/** Tables with parts that no cell names. */
const TABLES: Readonly<Record<string, Table>> = {
  'redrawn wards': tableOf([wards], [[[TOTAL, 'W1', 'W2', 'N1', 'N2', 'N3']]]),
  'new wards without the old total': tableOf([wards], [[['W1', 'N1', 'N2', 'N3']]]),
  'nested codes in two dimensions': tableOf(
    [nested, bands],
    [
      [
        [TOTAL, 'W', 'w1'],
        [TOTAL, '60+', '65+'],
      ],
    ],
  ),
  'all pairs of three dimensions': tableOf(
    pairs,
    pairs.map((_, left) => pairs.map((list, at) => (at === left ? [TOTAL] : allCodes(list)))),
  ),
  'records by age, and cards of all ages that leave them': slackTable(
    shapeOf('2024-Q2', LEAVE_RECORDS, [
      ['cards-issued', 'quarter', 'any'],
      ['records-held', 'quarter'],
    ]),
  ),
  'applications by age, and cards of all ages within them': slackTable(
    shapeOf('2024-Q2', WITHIN_APPLICATIONS, [
      ['cards-issued', 'quarter', 'any'],
      ['applications', 'quarter'],
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(SHAPES).filter(([, { system, leafCount }]) => system.parts.length > 0 && leafCount <= 9),
  ),
};

/** Whether some union of leaves is a sum of multiples of known cells and holds 1 to k-1 people: by exact elimination. */
function addsUpToFew(table: Table, { given }: Facts, leaves: readonly number[], k: number): boolean {
  const known = given.flatMap((count, cell) => (count === undefined ? [] : [cell]));
  const basis = reduce(known.map((cell) => vectorOf(table, table.members[cell] ?? [])));
  for (let set = 1; set < 1 << table.leafCount; set += 1) {
    const members = Array.from({ length: table.leafCount }, (_, leaf) => leaf).filter(
      (leaf) => set & (1 << leaf),
    );
    const people = members.reduce((sum, leaf) => sum + (leaves[leaf] ?? 0), 0);
    if (people < 1 || people >= k) continue;
    if (isZero(remainder(basis, vectorOf(table, members)))) return true;
  }
  return false;
}

type Vector = readonly bigint[];

function vectorOf({ leafCount }: Table, members: readonly number[]): Vector {
  return Array.from({ length: leafCount }, (_, leaf) => (members.includes(leaf) ? 1n : 0n));
}

const isZero = (vector: Vector) => vector.every((entry) => entry === 0n);

/** Whole-number rows, each with a first entry where those after it have none. */
function reduce(rows: readonly Vector[]): Vector[] {
  const basis: Vector[] = [];
  for (const row of rows) {
    const left = remainder(basis, row);
    if (!isZero(left)) basis.push(left);
  }
  return basis;
}

/** Some multiple of the vector, less multiples of the rows, without fractions. */
function remainder(basis: readonly Vector[], vector: Vector): Vector {
  return basis.reduce((left, row) => {
    const at = row.findIndex((entry) => entry !== 0n);
    const [pivot, own] = [row[at] as bigint, left[at] as bigint];
    return own === 0n ? left : left.map((entry, place) => entry * pivot - (row[place] as bigint) * own);
  }, vector);
}

/** Every table of leaves that agrees with what is known. */
function* worldsOf(table: Table, { given, lower, upper }: Facts, most: number): Generator<number[]> {
  const leaves = new Array<number>(table.leafCount).fill(0);
  function* fill(leaf: number, left: number): Generator<number[]> {
    if (leaf === leaves.length) {
      const counts = countsOf(table, leaves);
      const fits = counts.every(
        (count, cell) =>
          count === (given[cell] ?? count) && count >= (lower[cell] ?? 0) && count <= (upper[cell] ?? count),
      );
      if (fits) yield [...leaves];
      return;
    }
    for (let count = 0; count <= left; count += 1) {
      leaves[leaf] = count;
      yield* fill(leaf + 1, left - count);
    }
    leaves[leaf] = 0;
  }
  yield* fill(0, most);
}

const missingCells = fc.oneof(
  fc.constant<boolean[]>([false]),
  fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }),
);

interface Missing {
  readonly trial: Trial;
  /** By published cell, counted round. */
  readonly isMissing: readonly boolean[];
}

function withMissing(table: Table, most: number): fc.Arbitrary<Missing> {
  return fc.record({
    trial: trials(table, most),
    isMissing: missingCells,
  });
}

/** Nobody counted these cells: they are neither published nor withheld. */
function without(facts: Facts, isMissing: readonly boolean[]): Facts {
  const isGone = (cell: number) => isMissing[cell % isMissing.length] === true;
  return {
    ...facts,
    given: facts.given.map((count, cell) => (isGone(cell) ? undefined : count)),
    withheld: new Set([...facts.withheld].filter((cell) => !isGone(cell))),
  };
}

/** Of these, leaves and missing cells that once went wrong: two counts are published, 4 and 3, and between them they tell of one person. */
const EXAMPLES: Readonly<Record<string, [number[], boolean[]][]>> = {
  'overlapping bands in two tables': [
    [
      [3, 0, 0, 1],
      [false, true, true],
    ],
  ],
};

for (const [name, table] of Object.entries(TABLES)) {
  test(`attack of ${name} condemns every sum and difference of published cells that counts few people`, () => {
    fc.assert(
      fc.property(trials(table, 12), (trial) => {
        const facts = factsOf(table, { ...trial, record: [] });
        if (!addsUpToFew(table, facts, trial.leaves, trial.k)) return;
        const { kept } = attackSystem(table.system, facts, { k: trial.k, solver, ranges: false });
        expect(kept).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test(`attack of ${name} condemns every such sum where counts are not available too`, () => {
    fc.assert(
      fc.property(withMissing(table, 12), ({ trial, isMissing }) => {
        const facts = without(factsOf(table, { ...trial, record: [] }), isMissing);
        if (!addsUpToFew(table, facts, trial.leaves, trial.k)) return;
        const { kept } = attackSystem(table.system, facts, { k: trial.k, solver, ranges: false });
        expect(kept).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test(`attack of ${name} names only sets that hold few people in every table that fits`, () => {
    fc.assert(
      fc.property(trials(table, 7), (trial) => {
        const { k } = trial;
        const facts = factsOf(table, { ...trial, record: [] });
        const told = openTold({ system: table.system, facts, k, solver });
        const sets = told.blocks.flatMap((at) => told.searchBlock(at, []).sets);
        if (sets.length === 0) return;
        for (const world of worldsOf(table, facts, 7)) {
          const counts = countsOf(table, world);
          for (const { cells } of sets) {
            const people = cells.reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
            expect(people).toBeGreaterThan(0);
            expect(people).toBeLessThan(k);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test(`protection of ${name} leaves nothing that the attack condemns, and no sum of published cells that counts few`, async () => {
    await fc.assert(
      fc.asyncProperty(leafCounts(table, 40), missingCells, async (leaves, isMissing) => {
        const counts = countsOf(table, leaves);
        const whole = inputOf(table, counts, { k: 3, costs: counts.map((count) => Math.max(1, count)) });
        const isGone = (cell: number) => isMissing[cell % isMissing.length] === true;
        const input = {
          ...whole,
          counts: whole.counts.map((count, cell) => (isGone(cell) ? undefined : count)),
          publishable: new Set([...whole.publishable].filter((cell) => !isGone(cell))),
        };
        const asked = { ...input, system: table.system };
        const protection = await protectInRounds(asked, pool, { workLimit: WORK_LIMIT }).catch((error) => {
          if (error instanceof ProtectionError) return undefined;
          throw error;
        });
        if (protection === undefined) return;
        const { withheld } = protection;
        const facts: Facts = {
          given: table.system.cells.map(({ role }, cell) =>
            role === 'tabled' && !withheld.has(cell) && !isGone(cell) ? counts[cell] : undefined,
          ),
          withheld,
          lower: input.lower,
          upper: input.upper,
          contradictions: [],
        };
        const { condemned } = attackSystem(table.system, facts, { k: 3, solver, ranges: false });
        // A difference may be unknown since its cells are not available, which no small count explains: a release is refused then.
        const isTold = (reason: string) => !isMissing.includes(true) || reason !== UNEXPLAINED;
        expect(condemned.filter(({ reason }) => isTold(reason))).toEqual([]);
        expect(addsUpToFew(table, facts, leaves, 3)).toBe(false);
      }),
      { numRuns: 8, examples: EXAMPLES[name] ?? [] },
    );
  });
}
