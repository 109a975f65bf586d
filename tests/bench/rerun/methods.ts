/** The two methods on a small table: the cheapest choice by its counts, and the one that lots make. */
import { createHash } from 'node:crypto';
import { improveWithin } from '../../../src/optimum/optimum.ts';
import { type ProtectInput, ProtectionError } from '../../../src/protect/task.ts';
import type { Blindly } from '../../../src/run/lottery/lots.ts';
import { protectInRounds } from '../../../src/run/protect/rounds.ts';
import type { WorkerPool } from '../../../src/run/workers/pool.ts';
import type { Solver } from '../../../src/solver/solver.ts';
import type { PartedSystem } from '../../../src/system/system.ts';
import { protect } from '../../protect/protect.ts';
import type { SmallTable } from './small-tables.ts';
import type { World } from './worlds.ts';

/** Withheld cells after each release. */
export type Patterns = readonly ReadonlySet<number>[];

/** Enough for the least cost of most such tables. */
const WORK_LIMIT = 2_000;

/** What release `at` is made from if these are the counts, by cells of the whole table. */
export function inputOf(
  table: SmallTable,
  world: World,
  at: number,
  before: Patterns,
  solver: Solver,
): ProtectInput & { readonly system: PartedSystem } {
  const own = table.releases[at] as ReadonlySet<number>;
  const shown = table.releases[at - 1] ?? new Set();
  const last = before[at - 1] ?? new Set();
  const counts = world.map((count, cell) => (own.has(cell) ? count : undefined));
  return {
    system: at === table.releases.length - 1 ? table.system : within(table.system, own),
    k: table.k,
    counts,
    people: counts,
    costs: counts.map((count) => Math.max(1, count ?? 1)),
    publishable: new Set([...own].filter((cell) => !shown.has(cell))),
    publishedBefore: new Set([...shown].filter((cell) => !last.has(cell))),
    inherited: last,
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    solver,
  };
}

/** With no relations but those of these cells; nothing is known of all others. */
function within(system: PartedSystem, own: ReadonlySet<number>): PartedSystem {
  return {
    ...system,
    cells: system.cells.map((cell, at) => (own.has(at) ? cell : { ...cell, role: 'unpublished' })),
    rows: system.rows.filter(({ cells }) => cells.every((cell) => own.has(cell))),
  };
}

/** Undefined where nothing protects the table. */
export function leastCost(table: SmallTable, world: World, solver: Solver): Patterns | undefined {
  const patterns: ReadonlySet<number>[] = [];
  return orNothing(() => {
    for (const at of table.releases.keys())
      patterns.push(protect(inputOf(table, world, at, patterns, solver), improveWithin(WORK_LIMIT)).withheld);
    return patterns;
  });
}

/** A draw of lots for a key of this name. */
export function drawnBy(name: string, share: number): Blindly {
  const key = createHash('sha256').update(name).digest();
  const lottery = { key, program: 'table', share, earlierShare: 0, actsPerPerson: new Map() };
  return { lottery, weights: [] };
}

/** As releases are made, one after another. */
export async function byLots(
  table: SmallTable,
  how: Blindly,
  pool: WorkerPool,
): Promise<Patterns | undefined> {
  const patterns: ReadonlySet<number>[] = [];
  for (const at of table.releases.keys()) {
    const input = inputOf(table, table.counts, at, patterns, pool.solver);
    const lottery = { ...how.lottery, earlierShare: at === 0 ? 0 : how.lottery.share };
    const blindly = withWeights({ ...how, lottery }, input);
    const found = await protectInRounds(input, pool, { workLimit: 0, blindly }).catch((error: unknown) => {
      if (error instanceof ProtectionError) return undefined;
      throw error;
    });
    if (found === undefined) return undefined;
    patterns.push(found.withheld);
  }
  return patterns;
}

export function withWeights(how: Blindly, { counts }: Pick<ProtectInput, 'counts'>): Blindly {
  return { ...how, weights: counts.map(() => 1) };
}

function orNothing<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}
