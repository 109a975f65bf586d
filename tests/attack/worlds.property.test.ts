// The worlds and ranges that the attack reports can be checked by addition alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlockFindings } from '../../src/attack/attack.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { followOneByOne } from './brute-force.ts';
import { whole } from './held.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import type { Table } from './tables.ts';
import { factsOf, trials } from './trials.ts';

const RUNS = 400;
const MOST_PEOPLE = 30;
const SEED = 20_251_126;

interface Attacked {
  readonly table: Table;
  readonly facts: Facts;
  readonly k: number;
  readonly blocks: readonly BlockFindings[];
}

const solver = await loadSolver();
const attacked: fc.Arbitrary<Attacked> = fc.constantFrom(...Object.values(SHAPES)).chain((table) =>
  trials(table, MOST_PEOPLE).map((trial) => {
    const facts = factsOf(table, trial);
    const { k } = trial;
    return { table, facts, k, blocks: attackSystem(table.system, facts, { k, solver, ranges: true }).blocks };
  }),
);

/** Calls `check` with every block of many attacks, and says how many times. */
function forEachBlock(check: (attack: Attacked, block: BlockFindings) => void): number {
  let blocks = 0;
  fc.assert(
    fc.property(attacked, (attack) => {
      for (const block of attack.blocks) check(attack, block);
      blocks += attack.blocks.length;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  return blocks;
}

/** The numbers of a block's worlds for one of its cells. */
function countsOf({ cells, worlds }: BlockFindings, key: string): number[] {
  return whole(worlds).map((world) => world[cells.indexOf(key)] ?? Number.NaN);
}

function addsUp({ table, facts }: Attacked, { cells }: BlockFindings, world: readonly number[]): boolean {
  const counts = followOneByOne(table, facts);
  for (const [column, key] of cells.entries()) counts[table.system.index.get(key) ?? -1] = world[column];
  const rows = table.system.rows.filter((row) => row.cells.every((cell) => counts[cell] !== undefined));
  return rows.every(({ cells, coefficients, lower, upper }) => {
    const sum = cells.reduce((all, cell, term) => all + (coefficients[term] ?? 0) * (counts[cell] ?? 0), 0);
    return sum >= lower && sum <= upper;
  });
}

test('attackSystem shows worlds of whole numbers that keep every relation and bound', () => {
  const blocks = forEachBlock((attack, block) => {
    for (const world of whole(block.worlds)) {
      expect(addsUp(attack, block, world)).toBe(true);
      for (const [column, key] of block.cells.entries()) {
        const cell = attack.table.system.index.get(key) ?? -1;
        expect(world[column]).toSatisfy(Number.isInteger);
        expect(world[column]).toBeGreaterThanOrEqual(attack.facts.lower[cell] ?? 0);
        expect(world[column]).toBeLessThanOrEqual(attack.facts.upper[cell] ?? 0);
      }
    }
  });
  expect(blocks).toBeGreaterThan(RUNS / 2);
});

test('attackSystem shows worlds each of which explains why the block was hidden', () => {
  forEachBlock(({ k }, block) => {
    for (const world of whole(block.worlds)) {
      const counts = block.findings.map(({ key }) => world[block.cells.indexOf(key)] ?? 0);
      expect(counts.some((count) => count >= 1 && count < k)).toBe(true);
    }
  });
});

test('attackSystem points to a world of 0 and to one of k or more', () => {
  forEachBlock(({ k }, block) => {
    for (const { key, verdict, zeroWorld, manyWorld } of block.findings) {
      const counts = countsOf(block, key);
      if (zeroWorld !== null) expect(counts[zeroWorld]).toBe(0);
      if (manyWorld !== null) expect(counts[manyWorld]).toBeGreaterThanOrEqual(k);
      if (verdict === 'k-or-more') expect(zeroWorld).toBeNull();
    }
  });
});

test('attackSystem has both worlds for every withheld cell that is open', () => {
  let open = 0;
  forEachBlock(({ table, facts }, { findings }) => {
    const withheld = findings.filter(({ key }) => facts.withheld.has(table.system.index.get(key) ?? -1));
    for (const { verdict, zeroWorld, manyWorld } of withheld) {
      if (verdict !== 'open') continue;
      expect([zeroWorld, manyWorld]).not.toContain(null);
      open += 1;
    }
  });
  expect(open).toBeGreaterThan(RUNS);
});

test('attackSystem gives ranges that every world lies within, from k up where a cell is k or more', () => {
  forEachBlock(({ k }, block) => {
    for (const { key, verdict, least, most } of block.findings) {
      const outside = countsOf(block, key).filter((count) => count < least || count > (most ?? Infinity));
      expect(outside).toEqual([]);
      if (verdict === 'k-or-more') expect(least).toBeGreaterThanOrEqual(k);
    }
  });
});
