// Whatever the counts: what `protect` leaves published proves nothing, by the attack and by brute force.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSmallCell } from '../../src/protect/must-hide.ts';
import { type Protection, ProtectionError } from '../../src/protect/task.ts';
import { protectInRounds } from '../../src/run/protect/rounds.ts';
import { openPool } from '../../src/run/workers/pool.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import { SHAPES } from '../attack/shapes.ts';
import { forcedCells, outcomeOf, type Plan, plans, protectOrRefuse, readerOf, solver } from './plans.ts';
import { protect, WORK_LIMIT } from './protect.ts';

const pool = await openPool(1);
const MOST_PEOPLE = 9;
const SEED = 20_251_127;

const anyPlan = fc.constantFrom(...Object.values(SHAPES)).chain((table) => plans(table, MOST_PEOPLE));

function isKept(plan: Plan, withheld: ReadonlySet<number>): boolean {
  const { k } = plan.input;
  return attackSystem(plan.table.system, readerOf(plan, withheld), { k, solver, ranges: false }).kept;
}

function without(cells: ReadonlySet<number>, cell: number): Set<number> {
  return new Set([...cells].filter((other) => other !== cell));
}

/** As a release is protected: cells, and sets of people that are told all the same. Undefined where nothing protects them. */
async function protectWhole({ table, input }: Plan, workLimit: number): Promise<Protection | undefined> {
  try {
    return await protectInRounds({ ...input, system: table.system }, pool, { workLimit });
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

describe.for([
  ['with a search for a cheaper choice', WORK_LIMIT],
  ['without one', 0],
] as const)('protect %s keeps the promise, by the attack and by brute force', ([, workLimit]) => {
  test.for(Object.entries(SHAPES))('on %s', async ([, table]) => {
    await fc.assert(
      fc.asyncProperty(plans(table, MOST_PEOPLE), async (plan) => {
        const protection = await protectWhole(plan, workLimit);
        if (protection === undefined) return;
        expect(isKept(plan, protection.withheld)).toBe(true);
        const outcome = outcomeOf(plan, protection.withheld);
        fc.pre(outcome !== undefined);
        expect(outcome).toBe('safe');
      }),
      { numRuns: 10, seed: SEED },
    );
  });
});

test('protect withholds every small cell, and says how many cells, at what cost, of how many people', () => {
  fc.assert(
    fc.property(anyPlan, ({ input, counts }) => {
      const protection = protectOrRefuse(input);
      fc.pre(protection !== undefined);
      const { withheld, primary, complementary, cost, people } = protection;
      const small = [...input.publishable].filter((cell) => isSmallCell(input, cell));
      const others = [...withheld].filter((cell) => !small.includes(cell));
      const sum = (numbers: readonly number[]) => others.reduce((all, cell) => all + (numbers[cell] ?? 0), 0);
      expect(small.filter((cell) => !withheld.has(cell))).toEqual([]);
      expect({ primary, complementary, cost, people }).toEqual({
        primary: small.length,
        complementary: others.length,
        cost: sum(input.costs),
        people: sum(counts),
      });
    }),
    { numRuns: 40, seed: SEED },
  );
});

test('protect withholds no cell that is not needed: published again, any one breaks the promise', () => {
  let needed = 0;
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const protection = protectOrRefuse(plan.input);
      fc.pre(protection !== undefined);
      const forced = forcedCells(plan);
      for (const cell of protection.withheld) {
        if (forced.has(cell)) continue;
        const outcome = outcomeOf(plan, without(protection.withheld, cell));
        expect(outcome).not.toBe('safe');
        if (outcome === 'told') expect(isKept(plan, without(protection.withheld, cell))).toBe(false);
        needed += Number(outcome === 'told');
      }
    }),
    { numRuns: 50, seed: SEED },
  );
  expect(needed, 'cells whose publication the attack finds').toBeGreaterThan(100);
});

test('attackSystem finds it when one small cell of a protected table is published', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(1000), (plan, choice) => {
      const protection = protectOrRefuse(plan.input);
      const small = [...plan.input.publishable].filter((cell) => isSmallCell(plan.input, cell));
      const leaked = small[choice % small.length];
      fc.pre(protection !== undefined && leaked !== undefined);
      expect(isKept(plan, without(protection.withheld, leaked))).toBe(false);
    }),
    { numRuns: 40, seed: SEED },
  );
});

test('protect of the same input gives the same result', () => {
  fc.assert(
    fc.property(anyPlan, ({ input }) => {
      const first = protectOrRefuse(input);
      fc.pre(first !== undefined);
      const second = protect(input);
      expect([...second.withheld]).toEqual([...first.withheld]);
      expect(second).toEqual(first);
    }),
    { numRuns: 20, seed: SEED },
  );
});
