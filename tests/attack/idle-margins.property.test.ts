// Leaving out margins of joint counts that nobody publishes changes nothing that anybody can conclude.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOTAL } from '../../src/program/codelist.ts';
import { holds } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { leaveOutMargins } from '../../src/system/idle-margins.ts';
import { withoutCells } from '../../src/system/idle-totals.ts';
import type { PartedSystem } from '../../src/system/system.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { factsOn, fillIn, solve } from './lean-systems.ts';
import { attackSystem } from './on-this-thread.ts';
import { flat, listOf, type Table, tableOf } from './tables.ts';
import { factsOf, trials } from './trials.ts';

const RUNS = 120;
const MOST_PEOPLE = 60;
const SEED = 20_261_130;
const solver = await loadSolver();

const years = listOf('period', { calendar: { [TOTAL]: ['1', '2'], 1: ['1a', '1b'], 2: ['2a', '2b'] } });
const [a, b, w] = [flat('a', 'a1', 'a2'), flat('b', 'b1', 'b2'), flat('w', 'w1', 'w2')];
const HALVES = ['1a', '1b', '2a', '2b', TOTAL];
const YEARS = ['1', '2'];
const [A, B, W, ANY] = [['a1', 'a2', TOTAL], ['b1', 'b2', TOTAL], ['w1', 'w2', TOTAL], [TOTAL]];

/** Tables that are tied together by joint counts of three codes and more, on one level of time and on several. */
const TABLES: Readonly<Record<string, Table>> = {
  'a triangle': tableOf(
    [a, b, w],
    [
      [A, B, ANY],
      [A, ANY, W],
      [ANY, B, W],
    ],
  ),
  'halves of one, years of two': tableOf(
    [years, a, b, w],
    [
      [HALVES, A, ANY, ANY],
      [HALVES, ANY, B, ANY],
      [YEARS, A, ANY, W],
      [YEARS, ANY, B, W],
    ],
  ),
  'years of two, and halves by ward': tableOf(
    [years, a, b, w],
    [
      [HALVES, A, ANY, ANY],
      [HALVES, ANY, ANY, ['w1', 'w2']],
      [YEARS, A, B, ANY],
      [YEARS, ANY, B, W],
    ],
  ),
};

/** A record speaks of the cells that have bounds. */
function leanOf(system: PartedSystem, { lower, upper }: Facts) {
  const isNamed = (cell: number) => (lower[cell] ?? 0) > 0 || Number.isFinite(upper[cell]);
  const { gone, rows: written } = leaveOutMargins(system, system.parts, isNamed);
  const { cells, rows, places } = withoutCells({ cells: system.cells, rows: written }, gone);
  const lean: PartedSystem = {
    cells,
    rows,
    index: new Map(cells.map(({ key }, at) => [key, at])),
    parts: system.parts.filter((cell) => !gone.has(cell)).map((cell) => places.get(cell) ?? -1),
  };
  return { lean, gone };
}

const drawn = fc
  .constantFrom(...Object.values(TABLES))
  .chain((table) =>
    trials(table, MOST_PEOPLE).map((trial) => ({ table, k: trial.k, facts: factsOf(table, trial) })),
  );

test('without idle margins every cell that is left can be the same, and whoever fills it in has filled in all', () => {
  let left = 0;
  fc.assert(
    fc.property(drawn, ({ table: { system }, facts }) => {
      const { lean, gone } = leanOf(system, facts);
      left += gone.size;
      const [whole, part] = [solve(system, facts), solve(lean, factsOn(lean, system, facts))];
      for (const [key, range] of part.ranges) {
        const known = whole.world.get(key) ?? Number.NaN;
        expect([key, range]).toEqual([key, whole.ranges.get(key) ?? { least: known, most: known }]);
      }
      for (const row of lean.rows)
        expect(
          holds({ ...row, columns: row.cells }, (cell) => whole.world.get(lean.cells[cell]?.key ?? '')),
        ).toBe(true);
      fillIn(system, part.world);
      for (const row of system.rows)
        expect(
          holds({ ...row, columns: row.cells }, (cell) => part.world.get(system.cells[cell]?.key ?? '')),
        ).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(left).toBeGreaterThan(RUNS);
});

test('without idle margins the attack condemns the same cells and sets', () => {
  const condemned = { cells: 0, sets: 0 };
  fc.assert(
    fc.property(drawn, ({ table: { system }, facts, k }) => {
      const { lean } = leanOf(system, facts);
      const options = { k, solver, ranges: false };
      const before = attackSystem(system, facts, options);
      const after = attackSystem(lean, factsOn(lean, system, facts), options);
      const namesOf = ({ condemned: all }: typeof before) => all.map(({ key }) => key).sort();
      expect(namesOf(after)).toEqual(namesOf(before));
      for (const { key } of before.condemned) condemned[system.index.has(key) ? 'cells' : 'sets'] += 1;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(condemned.cells).toBeGreaterThan(0);
  expect(condemned.sets).toBeGreaterThan(0);
});
