// Whatever the counts and the key: what lots leave published proves nothing, and tells of no count by which cells it hides.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attackSystem } from '../../../src/attack/attack.ts';
import { coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import { isSensitiveCell, ProtectionError } from '../../../src/protect/plan.ts';
import { openCrew } from '../../../src/run/crew/crew.ts';
import { protectSets } from '../../../src/run/hide-sets.ts';
import { drawLots } from '../../../src/run/lots.ts';
import { SHAPES } from '../../attack/shapes.ts';
import { outcomeOf, type Plan, plans, readerOf, solver, taskOf } from '../plans.ts';
import { drawnBy, keyNames } from './drawn.ts';

const crew = await openCrew(1);
const MOST_PEOPLE = 9;
const SEED = 20_261_128;
const SHARE = 0.3;

async function protectByLots({ table, input }: Plan, name: string): Promise<ReadonlySet<number> | undefined> {
  try {
    const how = drawnBy(name, SHARE, input.counts.length);
    return (await protectSets({ ...input, system: table.system }, crew, how)).withheld;
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

describe('lots keep the promise where nothing needs to explain a hiding, by the attack and by brute force', () => {
  test.for(Object.entries(SHAPES))('on %s', async ([, table]) => {
    await fc.assert(
      fc.asyncProperty(plans(table, MOST_PEOPLE), keyNames, async (plan, name) => {
        const withheld = await protectByLots(plan, name);
        fc.pre(withheld !== undefined);
        const sensitive = [...plan.input.publishable].filter((cell) => isSensitiveCell(plan.input, cell));
        expect(sensitive.every((cell) => withheld?.has(cell))).toBe(true);
        const facts = { ...readerOf(plan, withheld ?? new Set()), isBlind: true };
        const options = { k: plan.input.k, solver, ranges: false };
        expect(attackSystem(table.system, facts, options).condemned).toEqual([]);
        const draw = { decoys: new Set<number>(), lots: [], prices: [], explained: false };
        const outcome = outcomeOf({ ...plan, input: { ...plan.input, draw } }, withheld ?? new Set());
        expect(['safe', undefined]).toContain(outcome);
      }),
      { numRuns: 6, seed: SEED },
    );
  });
});

test('coverAll of the same cells by the same lots gives the same cells, whatever the counts', () => {
  const tables = Object.values(SHAPES);
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
        const chosen = [one, other].map((counts) => {
          const task = taskOf(table, counts);
          const asked = { ...task, telling: new Set<number>(), withheld: new Set<number>() };
          const coverer = openCoverer(asked, draw, solver);
          const open = new Set(seeds.filter((cell) => asked.publishable.has(cell)));
          const found = coverAll(asked, draw, open, coverer);
          coverer.close();
          return [...found].sort((a, b) => a - b);
        });
        expect(chosen[0]).toEqual(chosen[1]);
      },
    ),
    { numRuns: 60, seed: SEED },
  );
});

function leaves(size: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size });
}
