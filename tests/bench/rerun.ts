/**
 * What a reader learns who has the code, everything that was published and every key to try: of small tables, by what factor
 * the pattern of withheld cells moves the odds that a cell holds some people and fewer than k. Worlds that fit and that the
 * promise leaves open are drawn evenly, and equally likely before. For the cheapest choice, by its counts, and for lots.
 */

import { openPool, type WorkerPool } from '../../src/run/workers/pool.ts';
import type { Solver } from '../../src/solver/solver.ts';
import type { Facts } from '../../src/verify/facts.ts';
import { attackSystem } from '../attack/on-this-thread.ts';
import type { Measurement } from './measure.ts';
import { type Asked, isSame, likelihoods } from './rerun/likelihood.ts';
import { byLots, drawnBy, leastCost, type Patterns } from './rerun/methods.ts';
import { isSmall, type SmallTable, smallTables } from './rerun/small-tables.ts';
import { type World, worldsThatFit } from './rerun/worlds.ts';

const TABLES = 60;
const WORLDS = 60;
/** The share of decoys that a program draws where it says nothing else (`decoyShare`). */
const SHARE = 0.1;
/** So many keys draw each table for what it withholds; for the odds, which take long, the first of them. */
const KEYS = 10;
const GOALS = { told: 0, most: 4, mean: 2, cells: 1.3 };

/** Of truly small cells: odds after over odds before, infinity where the pattern decides. */
interface Moved {
  readonly factors: number[];
  skipped: number;
  /** Withheld cells, of all keys. */
  cells: number;
}

export async function benchRerun([
  count = String(TABLES),
  decoyShare = String(SHARE),
  keys = '1',
]: readonly string[]): Promise<Measurement[]> {
  const share = Number(decoyShare);
  if (!(share > 0 && share <= 1)) throw new Error('SHARE is the share of decoys, more than 0 and at most 1.');
  const pool = await openPool(1);
  const [least, lots]: [Moved, Moved] = [none(), none()];
  for (const [at, table] of smallTables(Number(count)).entries()) {
    const cheap = leastCost(table, table.counts, pool.solver);
    if (cheap === undefined) continue;
    moveByCost(table, cheap, pool.solver, least);
    for (const [key, patterns] of await byKeys(table, `table ${at}`, share, pool)) {
      least.cells += sizeOf(cheap);
      lots.cells += sizeOf(patterns);
      if (key >= Number(keys)) continue;
      const own = moveByLots({ table, patterns, share, solver: pool.solver }, lots);
      console.log(
        `  ${at + 1}. ${table.shape}, k = ${table.k}: ${sizeOf(cheap)} and ${sizeOf(patterns)} cells; ${own.map((factor) => factor.toFixed(1)).join(' ')}`,
      );
    }
  }
  return [
    ...measured('cheapest choice', least, {}),
    ...measured('lots', lots, GOALS),
    {
      what: `cells withheld by lots of ${KEYS} keys, against the cheapest choice`,
      value: lots.cells / least.cells,
      unit: 'times',
      most: GOALS.cells,
    },
  ];
}

/** What each key makes of a table; none of those by which nothing protects it. */
async function byKeys(
  table: SmallTable,
  name: string,
  share: number,
  pool: WorkerPool,
): Promise<[key: number, patterns: Patterns][]> {
  const made: [number, Patterns][] = [];
  for (let key = 0; key < KEYS; key += 1) {
    const own = key === 0 ? name : `${name} key ${key}`;
    const patterns = await byLots(table, drawnBy(own, share), pool);
    if (patterns !== undefined) made.push([key, patterns]);
  }
  return made;
}

const none = (): Moved => ({ factors: [], skipped: 0, cells: 0 });
const sizeOf = (patterns: Patterns) => (patterns.at(-1) as ReadonlySet<number>).size;

function moveByCost(table: SmallTable, patterns: Patterns, solver: Solver, moved: Moved): void {
  const worlds = openWorlds(table, patterns, solver);
  const leads = (world: World) => {
    const other = leastCost(table, world, solver);
    return other?.every((pattern, at) => isSame(pattern, patterns[at] as ReadonlySet<number>)) === true;
  };
  note(
    table,
    patterns,
    worlds,
    worlds.map((world) => Number(leads(world))),
    moved,
  );
}

/** Returns the factors of this table. */
function moveByLots(drawn: Omit<Asked, 'worlds'>, moved: Moved): readonly number[] {
  const { table, patterns, solver } = drawn;
  const before = moved.factors.length;
  const worlds = openWorlds(table, patterns, solver);
  const found = likelihoods({ ...drawn, worlds });
  if (found === undefined) moved.skipped += 1;
  else note(table, patterns, worlds, found, moved);
  return moved.factors.slice(before);
}

function note(
  table: SmallTable,
  patterns: Patterns,
  worlds: readonly World[],
  likely: readonly number[],
  moved: Moved,
): void {
  for (const cell of patterns.at(-1) as ReadonlySet<number>) {
    if (!isSmall(table, table.counts[cell])) continue;
    const mean = (small: boolean) => {
      const mine = likely.filter((_, at) => isSmall(table, worlds[at]?.[cell]) === small);
      return mine.reduce((sum, each) => sum + each, 0) / mine.length;
    };
    const factor = mean(true) / mean(false);
    if (!Number.isNaN(factor)) moved.factors.push(factor);
  }
}

/** Worlds that fit and in which cells known to be k or more are so. */
function openWorlds(table: SmallTable, patterns: Patterns, solver: Solver): World[] {
  const withheld = patterns.at(-1) as ReadonlySet<number>;
  const given = table.counts.map((count, cell) => (withheld.has(cell) ? undefined : count));
  const facts: Facts = {
    given,
    withheld,
    lower: given.map(() => 0),
    upper: given.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
  const { kept, blocks } = attackSystem(table.system, facts, { k: table.k, solver, ranges: false });
  if (!kept) throw new Error(`The attack on a table of ${table.shape} succeeds.`);
  const provablyLarge = blocks.flatMap((block) =>
    block.provablyLarge.map((key) => table.system.index.get(key) as number),
  );
  const isOpen = (world: World) => provablyLarge.every((cell) => (world[cell] as number) >= table.k);
  return worldsThatFit(table, withheld, WORLDS, isOpen, solver);
}

function measured(name: string, { factors, skipped }: Moved, goals: Partial<typeof GOALS>): Measurement[] {
  const told = factors.filter((factor) => factor === Number.POSITIVE_INFINITY).length;
  const moves = factors.map((factor) => Math.max(factor, 1 / factor)).filter(Number.isFinite);
  const rising = moves.sort((one, other) => one - other);
  const mean = rising.reduce((sum, each) => sum + each, 0) / rising.length;
  const most = (limit: number | undefined) => (limit === undefined ? {} : { most: limit });
  return [
    { what: `${name}: small hidden counts`, value: factors.length, unit: 'cells' },
    { what: `${name}: patterns too large or too unlikely to be measured`, value: skipped, unit: 'ways' },
    { what: `${name}: told for certain`, value: told, unit: 'cells', ...most(goals.told) },
    { what: `${name}: odds moved, worst`, value: rising.at(-1) ?? 1, unit: 'times' },
    {
      what: `${name}: odds moved, 95th percentile`,
      value: rising[Math.floor(0.95 * rising.length)] ?? 1,
      unit: 'times',
      ...most(goals.most),
    },
    { what: `${name}: odds moved, mean`, value: mean, unit: 'times', ...most(goals.mean) },
  ];
}
