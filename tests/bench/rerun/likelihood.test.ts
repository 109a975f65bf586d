// What all sets of decoys make of a small table, against each set covered by itself; and against whole choices by many keys.
import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../scripts/seed/random.ts';
import { chooseBlindly, coverAll } from '../../../src/protect/blind/choose-blindly.ts';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import { withGroups } from '../../../src/protect/groups.ts';
import { completeWorld } from '../../../src/protect/true-world.ts';
import { drawLots } from '../../../src/run/lottery/lots.ts';
import { openPool, type WorkerPool } from '../../../src/run/workers/pool.ts';
import { openDecoySets } from './decoy-sets.ts';
import { isSame, likelihoods } from './likelihood.ts';
import { byLots, drawnBy, inputOf, type Patterns, withWeights } from './methods.ts';
import { type SmallTable, smallTables } from './small-tables.ts';
import { type World, worldsThatFit } from './worlds.ts';

const SHARE = 0.1;
let pool: WorkerPool;
beforeAll(async () => {
  pool = await openPool(1);
});

async function drawnTable(
  at: number,
): Promise<{ table: SmallTable; patterns: Patterns; pattern: ReadonlySet<number> }> {
  const table = smallTables(at + 1)[at] as SmallTable;
  const patterns = await byLots(table, drawnBy(`table ${at}`, SHARE), pool);
  if (patterns === undefined) throw new Error(`nothing protects table ${at}`);
  return { table, patterns, pattern: patterns.at(-1) as ReadonlySet<number> };
}

describe('openDecoySets', () => {
  test.for([0, 5])('table %i: adds up to the chance of every set of decoys that stays inside', async (at) => {
    const { table, patterns, pattern } = await drawnTable(at);
    const input = inputOf(table, table.counts, 0, patterns, pool.solver);
    const task = withGroups(input, completeWorld(input));
    const cells = [...pattern];
    const rates = new Map(cells.map((cell, place) => [cell, 0.1 + 0.07 * place]));
    for (let key = 0; key < 8; key += 1) {
      const draw = drawLots(input, withWeights(drawnBy(`key ${key}`, SHARE), input), pattern);
      const small = new Set(cells.filter((_, place) => (key >> (place % 4)) % 2 === 1));
      const coverer = openCoverer(task, draw, pool.solver);
      let all = 0;
      const coveredBy = (decoys: ReadonlySet<number>) =>
        coverAll(task, draw, new Set([...small, ...decoys]), coverer);
      for (let set = 0; set < 2 ** cells.length; set += 1) {
        const decoys = new Set(cells.filter((_, place) => (set >> place) % 2 === 1));
        const isInside = [...coveredBy(decoys)].every((cell) => pattern.has(cell));
        const chances = [...rates].map(([cell, rate]) => (decoys.has(cell) ? rate : 1 - rate));
        if (isInside) all += chances.reduce((chance, each) => chance * each, 1);
      }
      const sets = openDecoySets({ task, draw, rates, solver: pool.solver, random: seededRandom(key) });
      const way = sets.follow(small, new Map());
      expect(way?.chance ?? 0).toBeCloseTo(all, 12);
      if (way !== undefined) {
        const decoys = new Set(cells.filter((cell) => way.decided.get(cell) === true));
        expect(isSame(way.covered, coveredBy(decoys))).toBe(true);
      }
      sets.close();
      coverer.close();
    }
  });
});

describe('likelihoods', () => {
  test('is the share of keys whose whole choice makes the pattern, world by world', async () => {
    const { table, patterns, pattern } = await drawnTable(6);
    const worlds = worldsThatFit(table, pattern, 8, () => true, pool.solver);
    const found = likelihoods({ table, patterns, worlds, share: SHARE, solver: pool.solver }) ?? [];
    const often = worlds.map((world) => timesMade(table, world, patterns, 300) / 300);
    expect(found).toHaveLength(worlds.length);
    // Two samples, of 200 and of 300 keys: three standard errors apart at most.
    for (const [at, share] of found.entries())
      expect(Math.abs(share - (often[at] as number))).toBeLessThanOrEqual(share === 0 ? 0 : 0.12);
    expect(found.filter((share) => share > 0.2).length).toBe(5);
  });
});

/** How many of so many keys make the pattern of these counts, where no decoy is drawn outside of it. */
function timesMade(table: SmallTable, world: World, patterns: Patterns, keys: number): number {
  const pattern = patterns.at(-1) as ReadonlySet<number>;
  const input = inputOf(table, world, 0, patterns, pool.solver);
  const task = withGroups(input, completeWorld(input));
  return Array.from({ length: keys }, (_, key) => {
    const lots = drawLots(input, withWeights(drawnBy(`other key ${key}`, SHARE), input), pattern);
    const decoys = new Set([...lots.decoys].filter((cell) => pattern.has(cell)));
    const choice = chooseBlindly(task, { ...lots, decoys }, pool.solver);
    return 'withheld' in choice && isSame(choice.withheld, pattern);
  }).filter(Boolean).length;
}
