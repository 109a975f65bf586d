// Leaving out idle totals changes nothing that anybody can conclude.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Range, rangesOf } from '../../src/attack/ranges.ts';
import { TOTAL } from '../../src/program/codelist.ts';
import { holds } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { findWorld } from '../../src/solver/worlds.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import { idleTotals, withoutCells } from '../../src/system/idle-totals.ts';
import type { System } from '../../src/system/system.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { boundsOf } from '../../src/verify/question.ts';
import { attackSystem } from './on-this-thread.ts';
import { flat, listOf, type Table, tableOf } from './tables.ts';
import { factsOf, trials } from './trials.ts';

const RUNS = 150;
const MOST_PEOPLE = 60;
const SEED = 20_261_128;
const solver = await loadSolver();

const years = listOf('period', { calendar: { [TOTAL]: ['1', '2'], 1: ['1a', '1b'], 2: ['2a', '2b'] } });
const fiscal = listOf('period', {
  calendar: { [TOTAL]: ['1', '2'], 1: ['1a', '1b'], 2: ['2a', '2b'] },
  fiscal: { [TOTAL]: ['1a', 'F', '2b'], F: ['1b', '2a'] },
});
const [a, b] = [flat('a', 'a1', 'a2'), flat('b', 'b1', 'b2')];
const HALVES = ['1a', '1b', '2a', '2b', TOTAL];
const [A, B] = [
  ['a1', 'a2', TOTAL],
  ['b1', 'b2', TOTAL],
];

/** What is published by half-year of one dimension each, and by year of both. */
const TABLES: Readonly<Record<string, Table>> = {
  'years of both': tableOf(
    [years, a, b],
    [
      [HALVES, A, [TOTAL]],
      [HALVES, [TOTAL], B],
      [['1', '2'], A, B],
    ],
  ),
  'calendar and fiscal years of both': tableOf(
    [fiscal, a, b],
    [
      [HALVES, A, [TOTAL]],
      [['1', '2'], A, B],
      [['F'], A, B],
    ],
  ),
  'halves of one, years of the other': tableOf(
    [years, a, b],
    [
      [HALVES, A, [TOTAL]],
      [['1', '2', TOTAL], [TOTAL], B],
      [
        ['1', '2'],
        ['a1', 'a2'],
        ['b1', 'b2'],
      ],
    ],
  ),
};

/** The same facts of a system with fewer cells. */
function factsOn({ cells }: System, { index }: System, facts: Facts): Facts {
  const pick = <T>(values: readonly T[]) => cells.map(({ key }) => values[index.get(key) ?? -1] as T);
  return {
    ...facts,
    given: pick(facts.given),
    lower: pick(facts.lower),
    upper: pick(facts.upper),
    withheld: new Set(
      [...cells.keys()].filter((cell) => facts.withheld.has(index.get(cells[cell]?.key ?? '') ?? -1)),
    ),
  };
}

/** Without its idle totals, as `joinEditions` leaves it; a record speaks of the cells that have bounds. */
function leanOf(system: System, { lower, upper }: Facts): { lean: System; gone: ReadonlySet<number> } {
  const isNamed = (key: string) => {
    const cell = system.index.get(key) ?? -1;
    return (lower[cell] ?? 0) > 0 || Number.isFinite(upper[cell]);
  };
  const gone = idleTotals(system, isNamed);
  const { cells, rows } = withoutCells(system, gone);
  return { lean: { cells, rows, index: new Map(cells.map(({ key }, at) => [key, at])) }, gone };
}

/** By key what each unknown cell can be, and one world of all of them. */
function solve(system: System, facts: Facts): { ranges: Map<string, Range>; world: Map<string, number> } {
  const { known, blocks } = splitSystem(system, facts.given);
  const keyOf = (cell: number) => system.cells[cell]?.key ?? '';
  const world = new Map(known.flatMap((count, cell) => (count === undefined ? [] : [[keyOf(cell), count]])));
  const ranges = new Map<string, Range>();
  for (const block of blocks) {
    const session = solver.open({ ...boundsOf(facts, block), constraints: block.rows });
    const found = findWorld(session, [], new Map()) ?? [];
    const ends = rangesOf(solver, session, [...block.cells.keys()], []);
    for (const [column, cell] of block.cells.entries()) {
      ranges.set(keyOf(cell), ends.get(column) as Range);
      world.set(keyOf(cell), found[column] ?? Number.NaN);
    }
    session.close();
  }
  return { ranges, world };
}

const drawn = fc
  .constantFrom(...Object.values(TABLES))
  .chain((table) =>
    trials(table, MOST_PEOPLE).map((trial) => ({ table, k: trial.k, facts: factsOf(table, trial) })),
  );

test('without idle totals every cell that is left can be the same, and whoever fills it in has filled in all', () => {
  let left = 0;
  fc.assert(
    fc.property(drawn, ({ table: { system }, facts }) => {
      const { lean, gone } = leanOf(system, facts);
      left += gone.size;
      const [whole, part] = [solve(system, facts), solve(lean, factsOn(lean, system, facts))];
      for (const [key, range] of part.ranges) expect([key, range]).toEqual([key, whole.ranges.get(key)]);
      const count = (cell: number): number | undefined =>
        part.world.get(system.cells[cell]?.key ?? '') ?? sumOver(system, cell, part.world);
      for (const row of system.rows) expect(holds({ ...row, columns: row.cells }, count)).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(left).toBeGreaterThan(RUNS);
});

/** What a total comes to by its own sum. */
function sumOver(system: System, cell: number, world: ReadonlyMap<string, number>): number | undefined {
  const row = system.rows.find(
    ({ cells, coefficients }) =>
      coefficients[cells.indexOf(cell)] === -1 &&
      cells.every((one) => one === cell || world.has(system.cells[one]?.key ?? '')),
  );
  return row?.cells.reduce(
    (sum, one) => sum + (one === cell ? 0 : (world.get(system.cells[one]?.key ?? '') ?? 0)),
    0,
  );
}

test('without idle totals the attack condemns whatever it condemned, and finds the same worlds possible', () => {
  let condemned = 0;
  fc.assert(
    fc.property(drawn, ({ table: { system }, facts, k }) => {
      const { lean } = leanOf(system, facts);
      const options = { k, solver, ranges: false };
      const before = attackSystem({ ...system, parts: [] }, facts, options);
      const after = attackSystem({ ...lean, parts: [] }, factsOn(lean, system, facts), options);
      const keys = after.condemned.map(({ key }) => key);
      const left = before.condemned.filter(({ key }) => lean.index.has(key));
      for (const { key } of left) expect(keys).toContain(key);
      condemned += before.condemned.length;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(condemned).toBeGreaterThan(0);
});
