/**
 * Tables that the tallies can carry. For each measure its totals, each dimension at each of its levels and each two of
 * them are protected alone, at the finest periods first; taken is the finest of which no more than a third is withheld. What is taken is
 * then protected together, and the table that hides most goes until that holds for all. Confidential: what is withheld
 * comes from the counts, and is for the operator's terminal alone.
 */

import { valueAt } from '../../indexes/look-up.ts';
import { declare } from '../../program/declaration.ts';
import { type MonthNumber, monthCode } from '../../program/period.ts';
import { type Program, programCodelists, type Table } from '../../program/program.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import { tryShape } from '../compare/try-variant.ts';
import type { Lottery } from '../lottery/lots.ts';
import type { WorkerPool } from '../workers/pool.ts';

/** What a table would withhold; undefined where no choice of cells keeps the promise. */
export interface Candidate {
  readonly table: Table;
  readonly cells: number;
  readonly withheld: number | undefined;
  readonly taken: boolean;
}

export interface Ground {
  readonly program: Program;
  readonly end: MonthNumber;
  readonly read: readonly ReadMeasure[];
  readonly lottery: Lottery;
}

/** Of a table's cells, at most so many are withheld. */
const MOST_WITHHELD = 1 / 3;
const MOST_PAIRS = 6;

export async function proposeTables(ground: Ground, pool: WorkerPool): Promise<Candidate[]> {
  const tried: Candidate[] = [];
  for (const measure of ground.program.measures.filter(({ id }) =>
    ground.read.some((one) => one.measure === id),
  ))
    for (const split of splitsOf(levelsOf(ground.program, measure.dimensions))) {
      let isTaken = false;
      for (const period of ground.program.period?.levels ?? []) {
        if (isTaken) continue;
        const table = tableOf(measure, period, split);
        const candidate = await tryTables(ground, [table], table, pool);
        isTaken = carries(candidate);
        tried.push({ ...candidate, taken: isTaken });
      }
    }
  return await together(ground, tried, pool);
}

/** A dimension at one of its levels. `title` is that of the level. */
interface DimensionLevel {
  readonly dimension: string;
  readonly level: string;
  readonly title: string;
}

/** Of these dimensions in their order, each level from the finest. */
export function levelsOf(
  { dimensions }: Pick<Program, 'dimensions'>,
  ids: readonly string[],
): DimensionLevel[] {
  return ids.flatMap((id) => {
    const {
      label,
      codes,
      levels = {},
    } = valueAt(
      dimensions.filter((one) => one.id === id),
      0,
    );
    const coarsestFirst = [...new Set(codes.map(({ level }) => level ?? id))];
    return coarsestFirst
      .toReversed()
      .map((level) => ({ dimension: id, level, title: levels[level] ?? label }));
  });
}

/** None, each, and each two of other dimensions. */
function splitsOf(levels: readonly DimensionLevel[]): DimensionLevel[][] {
  const pairs = levels.flatMap((one, at) =>
    levels.slice(at + 1).flatMap((other) => (other.dimension === one.dimension ? [] : [[one, other]])),
  );
  return [[], ...levels.map((one) => [one]), ...pairs.slice(0, MOST_PAIRS)];
}

export function tableOf(
  { id, label }: { readonly id: string; readonly label: string },
  period: string,
  split: readonly DimensionLevel[],
): Table {
  const titles = [period, ...split.map(({ title }) => title.toLowerCase())];
  const by = titles.length === 1 ? period : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`;
  return {
    id: [id, 'by', period, ...split.map(({ level }) => level)].join('-'),
    measure: id,
    title: `${label} by ${by}`,
    levels: { period, ...Object.fromEntries(split.map(({ dimension, level }) => [dimension, level])) },
    weight: 1,
  };
}

function carries({ cells, withheld }: Pick<Candidate, 'cells' | 'withheld'>): boolean {
  return withheld !== undefined && withheld <= cells * MOST_WITHHELD;
}

/** Protects tables as a first release, and says what becomes of all cells. */
async function tryTables(
  { program, end, read, lottery }: Ground,
  tables: readonly Table[],
  table: Table,
  pool: WorkerPool,
): Promise<Omit<Candidate, 'taken'>> {
  const quarter = Math.floor((end % 12) / 3) + 1;
  const shape = {
    release: `${monthCode(end).slice(0, 4)}-Q${quarter}`,
    declaration: declare({ ...program, tables: [...tables] }),
    codelists: programCodelists(program, end),
  };
  const none = {
    requests: null,
    earlier: [],
    recounted: [],
    changes: [],
    record: [],
    docket: null,
    batch: null,
  };
  const counted = { ...none, program, shape, measures: [], read, tallies: read, lottery };
  const tried = await tryShape(counted, shape, pool);
  if (!tried.ok) return { table, cells: 0, withheld: undefined };
  return { table, cells: tried.trade.cells, withheld: tried.trade.withheld };
}

/** Leaves out the table that hides most by itself until what is left carries all of it. */
async function together(ground: Ground, tried: readonly Candidate[], pool: WorkerPool): Promise<Candidate[]> {
  const taken = tried.filter((one) => one.taken);
  if (taken.length < 2) return [...tried];
  const tables = taken.map(({ table }) => table);
  const [first] = tables;
  if (first === undefined) return [...tried];
  if (carries(await tryTables(ground, tables, first, pool))) return [...tried];
  const worst = taken.toSorted((one, other) => shareOf(other) - shareOf(one))[0];
  return await together(
    ground,
    tried.map((one) => (one === worst ? { ...one, taken: false } : one)),
    pool,
  );
}

function shareOf({ cells, withheld }: Candidate): number {
  return (withheld ?? cells) / Math.max(1, cells);
}
