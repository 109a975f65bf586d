// A system and the same with fewer cells: what is known of either, and what solves it.

import { type Range, rangesOf } from '../../src/attack/ranges.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { findWorld } from '../../src/solver/worlds.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import type { System } from '../../src/system/system.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { boundsOf } from '../../src/verify/question.ts';

const solver = await loadSolver();

/** The same facts of a system with fewer cells. */
export function factsOn({ cells }: System, { index }: System, facts: Facts): Facts {
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

/** By key what each unknown cell can be, and one world of all of them. */
export function solve(
  system: System,
  facts: Facts,
): { ranges: Map<string, Range>; world: Map<string, number> } {
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

/** Adds the cells that a world lacks, each as what one of its own sums comes to. */
export function fillIn({ cells, rows }: System, world: Map<string, number>): void {
  const keyOf = (cell: number) => cells[cell]?.key ?? '';
  for (let before = -1; before !== world.size; ) {
    before = world.size;
    for (const row of rows) {
      const whole = row.cells[row.coefficients.indexOf(-1)] ?? -1;
      const parts = row.cells.filter((cell) => cell !== whole).map((cell) => world.get(keyOf(cell)));
      if (world.has(keyOf(whole)) || row.lower !== 0 || parts.includes(undefined)) continue;
      world.set(
        keyOf(whole),
        parts.reduce((sum: number, part) => sum + (part ?? Number.NaN), 0),
      );
    }
  }
}
