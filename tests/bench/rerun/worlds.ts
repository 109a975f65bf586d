/**
 * Ways to fill in what a small table withholds, drawn evenly: a random walk from the true counts (Metropolis 1953) along
 * covering moves of the withheld cells, each step taken if no count falls below 0. It visits all equally often.
 */
import { seededRandom } from '../../../scripts/seed/random.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import type { SmallTable } from './small-tables.ts';

/** By cell its count; undefined where no table shows it. */
export type World = readonly (number | undefined)[];

const SEED = 1016;
const MOVES = 300;
const STEPS_BETWEEN = 60;
const LONGEST_STEP = 4;

/** `most` steps of the walk, those alone that `isOpen`; no two alike. */
export function worldsThatFit(
  table: SmallTable,
  withheld: ReadonlySet<number>,
  most: number,
  isOpen: (world: World) => boolean,
  solver: Solver,
): World[] {
  const random = seededRandom(SEED);
  const moves = movesOf(table, withheld, random, solver);
  const found = new Map<string, World>();
  let world = [...table.counts];
  const cells = [...withheld];
  for (let drawn = 0; drawn < most; drawn += 1) {
    for (let step = 0; step < STEPS_BETWEEN && moves.length > 0; step += 1) {
      const move = moves[Math.floor(random() * moves.length)] as ReadonlyMap<number, number>;
      const by = (1 + Math.floor(random() * LONGEST_STEP)) * (random() < 0.5 ? 1 : -1);
      const next = [...world];
      for (const [cell, change] of move) next[cell] = (next[cell] as number) + by * change;
      if ([...move.keys()].every((cell) => (next[cell] as number) >= 0)) world = next;
    }
    if (isOpen(world)) found.set(cells.map((cell) => world[cell]).join(), [...world]);
  }
  return [...found.values()];
}

/** Circuits of the relations that only withheld cells change, as prices drawn by chance call for them. */
function movesOf(
  { system, counts }: SmallTable,
  withheld: ReadonlySet<number>,
  random: () => number,
  { openChanges }: Solver,
): ReadonlyMap<number, number>[] {
  const rows = system.rows.filter(({ cells }) => cells.every((cell) => counts[cell] !== undefined));
  const program = openChanges(
    counts.length,
    rows.map(({ cells, ...row }) => ({ columns: cells, ...row })),
    1,
  );
  const cells = [...withheld];
  const found = new Map<string, ReadonlyMap<number, number>>();
  for (let at = 0; at < MOVES; at += 1) {
    for (const cell of cells)
      program.allow(cell, { price: 0.01 - Math.log(1 - random()), rise: 1e6, fall: 1e6, drop: 1e6 });
    const cell = cells[at % cells.length];
    const change = cell === undefined ? undefined : program.ask([{ column: cell, lower: 1, upper: 1 }]);
    if (change === undefined) continue;
    const move = new Map([...change.changes].map(([one, by]) => [one, Math.round(by)]));
    found.set(
      [...move]
        .map(([one, by]) => `${one}:${by}`)
        .sort()
        .join(),
      move,
    );
  }
  program.close();
  return [...found.values()];
}
