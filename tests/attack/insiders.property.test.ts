// What insiders could tell agrees with going through every whole-number table.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Insiders } from '../../src/formats/audit-file.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { plans, protectOrRefuse, readerOf, solver } from '../protect/plans.ts';
import { blocksOf, followOneByOne, forEachTable, isPromised } from './brute-force.ts';
import { measureInsiders } from './measure-insiders.ts';
import { attackSystem } from './on-this-thread.ts';
import { SHAPES } from './shapes.ts';
import type { Table } from './tables.ts';

const RUNS = 60;
/** Small enough for every table to be gone through in no time. */
const SMALL = [
  'one line',
  'a hierarchy',
  'calendar and fiscal years without halves',
  'totals to date',
  'overlapping bands in two tables',
  'two by two',
  'two by three',
  'a path of tables',
];
const MOST_PEOPLE = 9;
const SEED = 20_251_130;

type Counts = ReadonlyMap<number, number>;

/** The counts of the cells of a block in every table that a reader who knows the promise is left with; undefined if too many. */
function worldsOf(
  table: Table,
  facts: Facts,
  k: number,
  block: readonly number[],
): readonly Counts[] | undefined {
  const found = new Map<string, Counts>();
  const ended = forEachTable(table, facts, k, (counts) => {
    const mine = new Map(block.map((cell) => [cell, counts[cell] ?? 0]));
    found.set([...mine.values()].join(), mine);
  });
  let left = [...found.values()].filter((world) =>
    [...world.values()].some((count) => count >= 1 && count < k),
  );
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    for (const cell of block)
      if (left.every((world) => world.get(cell) !== 0))
        left = left.filter((world) => (world.get(cell) ?? 0) >= k);
  }
  return ended ? left : undefined;
}

function tell(worlds: readonly Counts[], other: number, k: number) {
  const counts = worlds.map((world) => world.get(other) ?? 0);
  return {
    few: counts.every((count) => count >= 1 && count < k),
    exact: new Set(counts).size === 1,
  };
}

/** The same figures by going through every table. */
function bruteInsiders(table: Table, facts: Facts, k: number): Insiders | undefined {
  const known = followOneByOne(table, facts);
  const open = [...table.system.cells.keys()].filter(
    (cell) => isPromised(table, facts, cell) && known[cell] === undefined,
  );
  const rooms = blocksOf(table, known, open).map((block) => ({
    block,
    worlds: worldsOf(table, facts, k, block),
  }));
  if (rooms.some(({ worlds }) => worlds === undefined)) return undefined;
  const kinds = [1, 2].flatMap((people) =>
    [false, true].map((alone) => {
      const told = rooms.flatMap(({ block, worlds = [] }) =>
        block.flatMap((cell) => {
          const has = (count: number) => (alone ? count === people : count >= people);
          const left = worlds.filter((world) => has(world.get(cell) ?? 0));
          const others = block.filter((other) => other !== cell);
          return left.length === 0 ? [] : others.map((other) => tell(left, other, k));
        }),
      );
      const few = told.filter((one) => one.few).length;
      const exact = told.filter((one) => one.exact).length;
      return { people, alone, placed: told.length, few, fewAtMost: few, exact, exactAtMost: exact };
    }),
  );
  const pairs = rooms.reduce((sum, { block: { length } }) => sum + length * (length - 1), 0);
  return { pairs, asked: pairs, kinds };
}

test('measureInsiders gives the figures that brute force gives', () => {
  const seen = { compared: 0, few: 0, exact: 0, none: 0 };
  const anyPlan = fc
    .constantFrom(...SMALL.flatMap((name) => SHAPES[name] ?? []))
    .chain((table) => plans(table, MOST_PEOPLE));
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const { table, input } = plan;
      const { k } = input;
      const hidden = protectOrRefuse(input)?.withheld ?? new Set();
      const facts = readerOf(plan, hidden);
      const report = attackSystem(table.system, facts, { k, solver, ranges: true });
      // Brute force ends counts without a limit at k, so it cannot say that they are not told exactly.
      const limited = report.blocks.every(({ findings }) => findings.every(({ most }) => most !== null));
      const expected = limited ? bruteInsiders(table, facts, k) : undefined;
      if (report.blocks.length === 0 || expected === undefined) return;
      const measured = measureInsiders({ system: table.system, facts, report, k, solver });
      expect(measured).toEqual(expected);
      seen.compared += 1;
      for (const { few, exact } of measured.kinds) {
        seen.few += few;
        seen.exact += exact;
        seen.none += Number(few + exact === 0);
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});
