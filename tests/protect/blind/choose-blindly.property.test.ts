// Whatever the counts and the key: what lots leave published proves nothing, and covering moves tell of no count by which they hide.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBlindly, coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { Draw } from '../../../src/protect/blind/draw.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import { openProtection } from '../../../src/protect/protect.ts';
import { ProtectionError } from '../../../src/protect/task.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import { protectInRounds } from '../../../src/run/protect/rounds.ts';
import { openPool } from '../../../src/run/workers/pool.ts';
import { attackSystem } from '../../attack/on-this-thread.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../../attack/shapes.ts';
import { countsOf, type Table } from '../../attack/tables.ts';
import { forcedCells, inputOf, outcomeOf, type Plan, plans, readerOf, solver, taskOf } from '../plans.ts';
import { drawnBy, keyNames } from './drawn.ts';

const pool = await openPool(1);
const ALL_SHAPES = { ...SHAPES, ...SENSITIVE_SHAPES };
const MOST_PEOPLE = 9;
const SEED = 20_261_128;
const SHARE = 0.3;

async function protectByLots({ table, input }: Plan, name: string): Promise<ReadonlySet<number> | undefined> {
  try {
    const how = { workLimit: 0, blindly: drawnBy(name, SHARE, input.counts.length) };
    return (await protectInRounds({ ...input, system: table.system }, pool, how)).withheld;
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

describe('lots keep the promise, by the attack and by brute force, which ask for a reason of every hiding', () => {
  test.for(Object.entries(ALL_SHAPES))('on %s', async ([, table]) => {
    await fc.assert(
      fc.asyncProperty(plans(table, MOST_PEOPLE), keyNames, async (plan, name) => {
        const withheld = await protectByLots(plan, name);
        fc.pre(withheld !== undefined);
        expect([...forcedCells(plan)].filter((cell) => !withheld?.has(cell))).toEqual([]);
        const facts = readerOf(plan, withheld ?? new Set());
        const options = { k: plan.input.k, solver, ranges: false };
        expect(attackSystem(table.system, facts, options).condemned).toEqual([]);
        expect(['safe', undefined]).toContain(outcomeOf(plan, withheld ?? new Set()));
      }),
      { numRuns: 6, seed: SEED },
    );
  });
});

/** What covering moves hide of a table whose cells must be hidden for these counts, if these are the cells to cover. */
function coveredIn(
  table: Table,
  leaves: readonly number[],
  draw: Draw,
  covered: ReadonlySet<number>,
): ReadonlySet<number> {
  const counts = countsOf(table, leaves);
  const costs = counts.map(() => 1);
  const { parts } = openProtection({ ...inputOf(table, counts, { k: 5, costs }), draw });
  return new Set(
    parts.flatMap(({ cells, task }) => {
      const own = task.draw as Draw;
      const coverer = openCoverer(task, own, solver);
      const seeds = [...cells.keys()].filter((place) => covered.has(cells[place] as number));
      const found = coverAll(task, own, new Set(seeds), coverer);
      coverer.close();
      return [...found].map((place) => cells[place] as number);
    }),
  );
}

test('coverAll of the same cells by the same lots hides the same, whatever the counts, and whichever of them are decoys', () => {
  const tables = Object.values(ALL_SHAPES);
  fc.assert(
    fc.property(
      fc.constantFrom(...tables).chain((table) =>
        fc.record({
          table: fc.constant(table),
          one: leaves(table.leafCount),
          other: leaves(table.leafCount),
          seeds: fc.uniqueArray(fc.nat(table.system.cells.length - 1), { maxLength: 4 }),
          name: keyNames,
        }),
      ),
      ({ table, one, other, seeds, name }) => {
        const how = drawnBy(name, SHARE, table.system.cells.length);
        const draw = drawLots(taskOf(table, one), how, new Set(table.system.cells.keys()));
        const open = new Set(seeds);
        expect(coveredIn(table, one, draw, open)).toEqual(coveredIn(table, other, draw, open));
      },
    ),
    { numRuns: 120, seed: SEED },
  );
});

test('chooseBlindly with decoys is refused nothing that it is not refused without', () => {
  const seen = { dropped: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(ALL_SHAPES)).chain((table) => plans(table, MOST_PEOPLE)),
      keyNames,
      ({ input, counts }, name) => {
        const task = withGroups(input, counts);
        const draw = drawLots(task, drawnBy(name, 1, counts.length), new Set());
        const [without, drawn] = [new Set<number>(), draw.decoys].map((decoys) =>
          chooseBlindly(task, { ...draw, decoys }, solver),
        );
        if (without === undefined || 'unprotected' in without) return;
        expect(drawn).toHaveProperty('withheld');
        if (drawn && 'withheld' in drawn)
          seen.dropped += [...draw.decoys].filter(
            (cell) => task.publishable.has(cell) && !drawn.withheld.has(cell),
          ).length;
      },
    ),
    { numRuns: 60, seed: SEED },
  );
  expect(seen.dropped).toBeGreaterThan(0);
});

function leaves(size: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size });
}
