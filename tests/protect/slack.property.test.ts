// Whatever the counts: of those whom a relation "at most" leaves over nobody can tell that they are some and fewer than k.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Protection, ProtectionError } from '../../src/protect/task.ts';
import { protectInRounds } from '../../src/run/protect/rounds.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { forEachTable } from '../attack/brute-force.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { LEAVE_RECORDS, shapeOf, slackTable, WITHIN_APPLICATIONS } from '../system/slack-tables.ts';
import { outcomeOf, type Plan, plans, readerOf, solver } from './plans.ts';

const pool = await openPool(1);
const SEED = 20_261_130;

const TABLES = {
  'of counts that are published': slackTable(
    shapeOf('2024-Q1', WITHIN_APPLICATIONS, [
      ['cards-issued', 'quarter'],
      ['applications', 'quarter'],
    ]),
  ),
  'of which one side is told as a whole': slackTable(
    shapeOf('2024-Q1', WITHIN_APPLICATIONS, [
      ['cards-issued', 'quarter'],
      ['applications', 'quarter', 'any'],
    ]),
  ),
  'of cards and records of a year': slackTable(
    shapeOf('2024-Q4', LEAVE_RECORDS, [
      ['cards-issued', 'year'],
      ['records-held', 'year'],
    ]),
  ),
};

async function protectWhole({ table, input }: Plan): Promise<Protection | undefined> {
  try {
    return await protectInRounds({ ...input, system: table.system }, pool, { workLimit: 0 });
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

/** Sets of those left over, by the leaves that make them up, that are 1 to k-1 in every table that fits; undefined where these are too many. */
function toldSets(plan: Plan, withheld: ReadonlySet<number>): number[][] | undefined {
  const { table, input } = plan;
  const leftOver = Array.from({ length: table.leafCount / 2 }, (_, at) => at * 2 + 1);
  const sets = Array.from({ length: 2 ** leftOver.length - 1 }, (_, at) =>
    leftOver.filter((_leaf, bit) => ((at + 1) >> bit) % 2 === 1),
  );
  const cells = leftOver.map((leaf) => table.members.findIndex((own) => own.length === 1 && own[0] === leaf));
  let told = sets;
  const ended = forEachTable(table, readerOf(plan, withheld), input.k, (counts) => {
    told = told.filter((set) => {
      const sum = set.reduce((all, leaf) => all + (counts[cells[leftOver.indexOf(leaf)] ?? -1] ?? 0), 0);
      return sum >= 1 && sum < input.k;
    });
  });
  return ended ? told : undefined;
}

describe('protect of a relation "at most"', () => {
  test.for(Object.entries(TABLES))('%s keeps the promise of whom it leaves over', async ([, table]) => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(plans(table, 6), async (plan) => {
        const protection = await protectWhole(plan);
        if (protection === undefined) return;
        const told = toldSets(plan, protection.withheld);
        const outcome = outcomeOf(plan, protection.withheld);
        fc.pre(told !== undefined && outcome !== undefined);
        expect(told).toEqual([]);
        expect(outcome).toBe('safe');
        asked += 1;
      }),
      { numRuns: 20, seed: SEED },
    );
    expect(asked).toBeGreaterThan(10);
  });

  test.for(Object.entries(TABLES))(
    '%s is condemned by the attack where brute force tells a set',
    ([, table]) => {
      let found = 0;
      fc.assert(
        fc.property(plans(table, 6), (plan) => {
          const told = toldSets(plan, new Set());
          fc.pre(told !== undefined);
          const { kept } = attackSystem(table.system, readerOf(plan, new Set()), {
            k: plan.input.k,
            solver,
            ranges: false,
          });
          if (told.length > 0) {
            found += 1;
            expect(kept).toBe(false);
          }
        }),
        { numRuns: 40, seed: SEED },
      );
      expect(found).toBeGreaterThan(0);
    },
  );
});
