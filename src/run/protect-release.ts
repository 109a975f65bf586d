/** From counted cells to the cells of a release: which to withhold, given all that was published before. */

import type { CountedMeasure } from '../cube/count-cells.ts';
import { type StandingTotal, standingTotals } from '../cube/standing-totals.ts';
import { type CountedRelease, gatherTruth, type Truth } from '../cube/truth.ts';
import { type CountedCell, cellKey, hasNoCount, type PublishedCell, WITHHELD_NOTE } from '../model/cell.ts';
import type { Change } from '../model/changes-file.ts';
import {
  editionsOf,
  joinEditions,
  type ProgramSystem,
  type PublishedRelease,
  placeOf,
  splitEditions,
} from '../model/editions.ts';
import { addListed, countListed, type Listing } from '../model/listed.ts';
import { entryOf, valueAt } from '../model/look-up.ts';
import type { ReleaseShape } from '../model/shape.ts';
import { systemKey } from '../model/system.ts';
import { cellCosts, cellWorths } from '../protect/cost.ts';
import { type ProtectInput, type Protection, ProtectionError } from '../protect/plan.ts';
import type { Release } from '../release/release.ts';
import { ReleaseError } from '../release/release-error.ts';
import { cellsOf, type RecordBound, recordLimits } from '../verify/facts.ts';
import { type PartedInput, protectSets } from './hide-sets.ts';
import type { Blindly, Lottery } from './lots.ts';
import { revisionsOf } from './revisions.ts';
import type { WorkerPool } from './workers/pool.ts';

/** Work units of the solver to spend at most on a cheaper choice. */
const WORK_LIMIT = 400_000;

/** A counted release and what it must fit. Confidential. */
export interface Counted {
  readonly shape: ReleaseShape;
  /** Of requests: those without a page of their own. */
  readonly measures: readonly CountedMeasure[];
  /** The requests that are listed by name; null where the program keeps no docket. */
  readonly requests: Listing | null;
  readonly earlier: readonly Release[];
  /** The cells of the earlier releases of the last edition, counted from the tallies that it was made from. */
  readonly recounted: readonly CountedRelease[];
  /** Figures of the release before that this one changes; with any, it begins an edition. */
  readonly changes: readonly Change[];
  readonly record: readonly RecordBound[];
  /** What lots are drawn with; null where the counts are public, and the cheapest choice will do. */
  readonly lottery: Lottery | null;
}

export interface Protected {
  readonly system: ProgramSystem;
  readonly truth: Truth;
  readonly protection: Protection;
  /** As published: the listed requests are counted in. */
  readonly cubes: Release['cubes'];
}

/** Every cell of the release with its count, as it would be published if nothing were withheld. */
export function countedCubes({
  shape,
  measures,
  requests,
}: Pick<Counted, 'shape' | 'measures' | 'requests'>): ReadonlyMap<string, readonly CountedCell[]> {
  const cubes = new Map(measures.map(({ measure, cells }) => [measure.id, cells]));
  return addListed({ ...shape, requests }, cubes);
}

/** Throws `ReleaseError` where no choice of cells keeps the promise. */
export async function protectRelease(counted: Counted, pool: WorkerPool): Promise<Protected> {
  const tries = standingTotals(counted.measures);
  for (const standing of tries.slice(0, -1)) {
    try {
      return await protectWith(counted, standing, pool);
    } catch (error) {
      if (!(error instanceof ProtectionError)) throw error;
    }
  }
  try {
    return await protectWith(counted, tries.at(-1) ?? [], pool);
  } catch (error) {
    if (error instanceof ProtectionError)
      throw new ReleaseError('protection', `${error.message} ${remedyFor(error)}`);
    throw error;
  }
}

/** The cells that it names, or what to do where it is about all of them. */
function remedyFor({ cells }: ProtectionError): string {
  return cells.length > 0 ? someOf(cells) : 'Publish fewer or coarser tables.';
}

/** Throws `ProtectionError` where no choice of cells keeps the promise while these totals stand. */
async function protectWith(
  counted: Counted,
  standing: readonly StandingTotal[],
  pool: WorkerPool,
): Promise<Protected> {
  const { shape, measures, requests, earlier, changes } = counted;
  const system = joinEditions(
    editionsOf([...earlier, { ...shape, changes, requests, cubes: settledCells(counted) }]),
    cellsOf(counted.record),
  );
  const truth = gatherTruth(system, splitEditions(earlier).slice(0, -1).flat(), [
    ...counted.recounted,
    { release: shape.release, measures },
  ]);
  refuseMixed(system, truth);
  const input: PartedInput = {
    system,
    k: Math.max(shape.declaration.k, ...earlier.map(({ declaration }) => declaration.k)),
    ...truth,
    costs: byCell(system, counted, cellCosts),
    ...withStanding(
      rolesOf(system, shape, measures, earlier),
      standing.map(({ measure, codes }) => indexOf(system, shape, measure, codes)),
    ),
    ...recordLimits(system, counted.record, countListed({ ...shape, requests })),
    solver: pool.solver,
    workLimit: WORK_LIMIT,
  };
  const protection = await protectSets(input, pool, blindlyBy(counted, system));
  return { system, truth, protection, cubes: withholdCells(system, counted, protection.withheld) };
}

/** Undefined where the choice may go by counts. */
function blindlyBy(counted: Counted, system: ProgramSystem): Blindly | undefined {
  const { lottery } = counted;
  return lottery === null ? undefined : { lottery, weights: byCell(system, counted, cellWorths) };
}

/** Cells that an earlier release published, with their counts of now: these stand, whatever is withheld. */
function settledCells(counted: Counted): PublishedRelease['cubes'] {
  const { shape, earlier } = counted;
  const published = new Set(
    earlier.flatMap(({ release, cubes }) =>
      [...cubes].flatMap(([measure, cells]) =>
        cells
          .filter(({ count, status }) => count !== null || status === 'z')
          .map(({ codes }) => systemKey(release, measure, codes)),
      ),
    ),
  );
  const isSettled = (measure: string) => (cell: CountedCell) =>
    published.has(systemKey(shape.release, measure, cell.codes));
  return new Map([...countedCubes(counted)].map(([id, cells]) => [id, cells.filter(isSettled(id))]));
}

/**
 * A change that is the other way round than all those that it hangs together with cannot be one-sided. Of a count that is
 * not known there is none.
 */
function refuseMixed({ cells, changes }: ProgramSystem, { counts }: Truth): void {
  const mixed = changes.filter(({ change }) => {
    const count = counts[change];
    return count !== undefined && count < 0;
  });
  if (mixed.length === 0) return;
  const keys = mixed.map(({ change }) => valueAt(cells, change).key);
  throw new ProtectionError(
    'The correction adds people and takes others away where figures hang together.',
    keys,
  );
}

/** Totals that must stand are as good as published, unless an earlier release withheld them. */
function withStanding(
  { published, publishable, withheld, natural }: Roles,
  standing: readonly number[],
): Roles {
  const fixed = new Set(standing.filter((cell) => !withheld.has(cell)));
  return {
    withheld,
    natural,
    published: new Set([...published, ...fixed]),
    publishable: new Set([...publishable].filter((cell) => !fixed.has(cell))),
  };
}

const NAMED_CELLS = 20;

/** Up to twenty names, and how many more there are. */
export function someOf(cells: readonly string[]): string {
  const rest = cells.length - NAMED_CELLS;
  return `${cells.slice(0, NAMED_CELLS).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
}

/** What `numbersOf` gives to each cell of the release, in the order of the system; 1 for all cells of earlier releases. */
function byCell(system: ProgramSystem, { shape, measures }: Counted, numbersOf: typeof cellCosts): number[] {
  const numbers = system.cells.map(() => 1);
  for (const { measure, cells } of measures) {
    const found = numbersOf(shape, measure, cells);
    for (const { codes } of cells)
      numbers[indexOf(system, shape, measure.id, codes)] = entryOf(found, cellKey(codes));
  }
  return numbers;
}

function indexOf(
  system: ProgramSystem,
  { release }: Pick<ReleaseShape, 'release'>,
  measure: string,
  codes: readonly string[],
): number {
  const at = placeOf(system, release, measure, codes);
  if (at === undefined)
    throw new Error(`internal error: ${measure} ${cellKey(codes)} of ${release} is not in the system`);
  return at;
}

type Roles = Required<Pick<ProtectInput, 'publishable' | 'published' | 'withheld' | 'natural'>>;

/**
 * What earlier releases said stays said, in this edition too, though a count may be corrected; a cell that cannot be
 * otherwise is as good as published.
 */
function rolesOf(
  system: ProgramSystem,
  shape: ReleaseShape,
  measures: readonly CountedMeasure[],
  earlier: readonly Release[],
): Roles {
  const before = earlier.flatMap((release) =>
    [...release.cubes].flatMap(([measure, cells]) =>
      cells.flatMap((cell) => {
        const now = system.index.get(systemKey(release.release, measure, cell.codes));
        const own = indexOf(system, release, measure, cell.codes);
        return [...new Set([own, now ?? own])].map((at) => ({ at, cell }));
      }),
    ),
  );
  const now = measures.flatMap(({ measure, cells }) =>
    cells.map((cell) => ({ at: indexOf(system, shape, measure.id, cell.codes), cell })),
  );
  const published = new Set([
    ...before.filter(({ cell }) => cell.status === 'z' || cell.count !== null).map(({ at }) => at),
    ...now.filter(({ cell }) => cell.status === 'z').map(({ at }) => at),
  ]);
  const open = (at: number) => !published.has(at);
  return {
    published,
    publishable: new Set(
      now.filter(({ at, cell }) => open(at) && !hasNoCount(cell.status)).map(({ at }) => at),
    ),
    withheld: new Set(before.filter(({ at, cell }) => open(at) && cell.status === 'c').map(({ at }) => at)),
    natural: new Set([...before, ...now].filter(({ cell }) => cell.status === 'z').map(({ at }) => at)),
  };
}

function withholdCells(
  system: ProgramSystem,
  counted: Counted,
  withheld: ReadonlySet<number>,
): Release['cubes'] {
  const { shape, earlier, changes } = counted;
  const revisions = revisionsOf([...earlier, { release: shape.release, changes }]);
  return new Map(
    [...countedCubes(counted)].map(([measure, cells]) => [
      measure,
      cells.map((cell) =>
        withheld.has(indexOf(system, shape, measure, cell.codes))
          ? withholdCell(cell)
          : publishCell(cell, revisions.get(systemKey(shape.release, measure, cell.codes)) ?? []),
      ),
    ]),
  );
}

/** The same for every withheld cell, whatever it holds. */
function withholdCell({ codes }: CountedCell): PublishedCell {
  return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
}

/** With the reasons for which it was revised, if it was. */
function publishCell({ codes, count, status, note }: CountedCell, reasons: readonly string[]): PublishedCell {
  if (reasons.length === 0 || hasNoCount(status)) return { codes, count, status, note };
  return { codes, count, status: 'r', note: [note, ...reasons].filter((text) => text !== '').join(' ') };
}
