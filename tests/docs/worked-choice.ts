// All ways to fill in what the worked example withholds, and what the protection would withhold for each of them.
import { WORKED_EXAMPLE } from '../../src/figures/worked-example.ts';
import type { Case } from '../../src/run/case/case-file.ts';
import { CASE_WORK_LIMIT, protectCase } from '../../src/run/case/protect-case.ts';
import type { WorkerPool } from '../../src/run/workers/pool.ts';

export const AREAS = ['north', 'middle', 'south'];
export const AGES = ['under 14', '14 to 64', '65 and over'];

/** By area the two withheld counts: under 14, and 65 and over. */
export type Filling = readonly (readonly number[])[];

/** The table with these counts, by area and age. */
export function caseOf(counts: readonly (readonly number[])[]): Case {
  return {
    dims: [
      { name: 'area', total: 'all', hierarchies: [{ edges: AREAS.map((area) => ['all', area]) }] },
      { name: 'age', total: 'any', hierarchies: [{ edges: AGES.map((age) => ['any', age]) }] },
    ],
    tables: [['area', 'age']],
    rows: AREAS.flatMap((area, row) =>
      AGES.map((age, column) => ({ leaves: [area, age], count: counts[row]?.[column] ?? Number.NaN })),
    ),
  };
}

/** Every filling that agrees with all that is published. */
export function waysToFill(): Filling[] {
  const { left, table } = WORKED_EXAMPLE;
  const children = table[3][0];
  return upTo(left[0]).flatMap((north) =>
    upTo(left[1])
      .map((middle) => [north, middle, children - north - middle])
      .filter(([, , south = -1]) => south >= 0 && south <= left[2])
      .map((young) => young.map((count, area) => [count, (left[area] ?? Number.NaN) - count])),
  );
}

/** The inner cells that would be withheld if this were the table: `north|under 14`. */
export async function choiceFor(filling: Filling, pool: WorkerPool): Promise<string[]> {
  const counts = filling.map(([young = Number.NaN, old = Number.NaN], area) => [
    young,
    WORKED_EXAMPLE.table[area]?.[1] ?? Number.NaN,
    old,
  ]);
  const options = { k: WORKED_EXAMPLE.k, workLimit: CASE_WORK_LIMIT };
  const { csv } = await protectCase(caseOf(counts), options, pool, {
    clock: () => 0,
    log: () => undefined,
  });
  return csv
    .split('\n')
    .filter((line) => line.endsWith(',c'))
    .map((line) => line.split(',').slice(0, 2).join('|'));
}

function upTo(most: number): number[] {
  return Array.from({ length: most + 1 }, (_, count) => count);
}
