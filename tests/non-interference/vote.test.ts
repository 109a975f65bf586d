// A vote over published worlds: no better for the true table than for any other with the same published cells.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { improveWithin } from '../../src/optimum/optimum.ts';
import { ProtectionError } from '../../src/protect/task.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import { attackSystem, certify } from '../attack/on-this-thread.ts';
import { type Counts, factsOf, tableSystem } from '../attack/small-tables.ts';
import { protect } from '../protect/protect.ts';
import { wholeWorlds } from '../verify/whole-worlds.ts';

const K = 5;
const TABLES = 60;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Inner counts of 3 x 3, small ones among them. */
const tables = fc.sample(
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 })), {
      minLength: 3,
      maxLength: 3,
    }),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  { numRuns: TABLES, seed: 12 },
);

/** Names of the inner cells that protection withholds; undefined where it can't, or where it takes totals too. */
function patternOf(counts: Counts): string[] | undefined {
  const { system, counts: all, published, namesOf } = tableSystem(counts);
  try {
    const { withheld } = protect(
      {
        system,
        k: K,
        counts: all,
        people: all,
        costs: all.map(
          (count, cell) =>
            Math.max(1, count) * (namesOf(cell).some((name) => name === 'all' || name === 'any') ? 1000 : 1),
        ),
        publishable: new Set(published),
        publishedBefore: new Set(),
        inherited: new Set(),
        lower: all.map(() => 0),
        upper: all.map(() => Number.POSITIVE_INFINITY),
        solver,
      },
      improveWithin(1000),
    );
    const names = [...withheld].map((cell) => namesOf(cell).join('|'));
    return names.some((name) => name.includes('a')) ? undefined : names;
  } catch (error) {
    if (error instanceof ProtectionError) return undefined;
    throw error;
  }
}

/** Every whole-number world of a block whose rows are sums of counts. */
function* everyWorld(
  rows: readonly Constraint[],
  size: number,
  from: readonly number[] = [],
): Generator<number[]> {
  const cell = from.length;
  const room = rows.map(
    ({ columns, upper }) => upper - columns.reduce((sum, column) => sum + (from[column] ?? 0), 0),
  );
  const mine = [...rows.keys()].filter((row) => rows[row]?.columns.includes(cell));
  if (cell === size) {
    if (room.every((left) => left === 0)) yield [...from];
    return;
  }
  const most = Math.min(...mine.map((row) => room[row] ?? 0));
  // The last cell of a row takes what the others leave.
  const least = Math.max(
    0,
    ...mine
      .filter((row) => rows[row]?.columns.every((column) => column <= cell))
      .map((row) => room[row] ?? 0),
  );
  for (let count = least; count <= most; count += 1) yield* everyWorld(rows, size, [...from, count]);
}

function mostFrequent(counts: readonly number[]): number {
  const tally = [...Map.groupBy(counts, (count) => count)].map(
    ([count, list]) => [count, list.length] as const,
  );
  return tally.sort(([one, often], [other, seldom]) => seldom - often || one - other)[0]?.[0] ?? Number.NaN;
}

/** The same relations with the sum on the left: `c0 + c1 = 27`, whatever the sign they were written with. */
function upright(row: Constraint): Constraint {
  const sign = row.coefficients[0] === -1 ? -1 : 1;
  const coefficients = row.coefficients.map((coefficient) => coefficient * sign);
  return { columns: row.columns, coefficients, lower: row.lower * sign, upper: row.upper * sign };
}

/** Per small cell: whether each kind of vote is right, and how likely it would be if nothing but the published cells were known. */
function votesOn(counts: Counts): { published: boolean; fromTruth: boolean; chance: number }[] {
  const hidden = patternOf(counts);
  if (hidden === undefined) return [];
  const table = tableSystem(counts);
  const facts = factsOf(table, hidden);
  const report = attackSystem(table.system, facts, { k: K, solver, ranges: false });
  const certificates = certify({ system: table.system, facts, report, k: K, solver });
  const { blocks } = splitSystem(table.system, facts.given);
  return blocks.flatMap(({ cells, rows }, at) => {
    const all = [...everyWorld(rows.map(upright), cells.length)];
    const truth = cells.map((cell) => table.counts[cell] ?? Number.NaN);
    const worlds = wholeWorlds(certificates[at] ?? { worlds: [] });
    const distance = (world: readonly number[]) =>
      world.reduce((sum, count, cell) => sum + Math.abs(count - (truth[cell] ?? 0)), 0);
    const nearest = all
      .toSorted((one, other) => distance(one) - distance(other))
      .slice(0, Math.max(3, worlds.length));
    return truth.flatMap((count, cell) => {
      if (count < 1 || count >= K) return [];
      const vote = mostFrequent(worlds.map((world) => world[cell] ?? Number.NaN));
      const small = all.filter((world) => (world[cell] ?? 0) >= 1 && (world[cell] ?? 0) < K);
      const chance = small.filter((world) => world[cell] === vote).length / small.length;
      const fromTruth = mostFrequent(nearest.map((world) => world[cell] ?? Number.NaN)) === count;
      return [{ published: vote === count, fromTruth, chance }];
    });
  });
}

test('certify: a vote over its worlds is right as often as chance has it, one over worlds near the true table mostly', () => {
  const votes = tables.flatMap(votesOn);
  const right = (kind: 'published' | 'fromTruth') => votes.filter((vote) => vote[kind]).length;
  const expected = votes.reduce((sum, { chance }) => sum + chance, 0);
  const spread = Math.sqrt(votes.reduce((sum, { chance }) => sum + chance * (1 - chance), 0));
  expect(votes.length).toBeGreaterThan(100);
  expect(Math.abs(right('published') - expected)).toBeLessThan(3 * spread);
  expect(right('fromTruth') - expected).toBeGreaterThan(6 * spread);
});
