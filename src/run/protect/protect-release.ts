/** From counted cells to the cells of a release: which to withhold, given all that was published before. */

import { type StandingTotal, standingTotals } from '../../cube/standing-totals.ts';
import { gatherTruth, perhapsLarge, type Truth } from '../../cube/truth.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { type CountedCell, cellKey } from '../../program/cell.ts';
import { type Protection, ProtectionError } from '../../protect/task.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import {
  editionsOf,
  joinEditions,
  type ProgramSystem,
  type PublishedRelease,
  requirePlaceOf,
} from '../../system/editions/join-editions.ts';
import { countListed } from '../../system/listed.ts';
import { systemKey } from '../../system/system.ts';
import { cellsOf, rangeBounds, recordLimits } from '../../verify/facts.ts';
import { type Counted, countedCubes, countedReleases } from '../count/counted.ts';
import type { Blindly } from '../lottery/lots.ts';
import type { WorkerPool } from '../workers/pool.ts';
import { cellCosts, cellWorths } from './cost.ts';
import { fatesOf, withStanding } from './fates.ts';
import { refuseNarrowed } from './narrowed-ranges.ts';
import { withholdCells } from './published-cells.ts';
import { type PartedInput, protectInRounds } from './rounds.ts';

/** Work units of the solver to spend at most on a cheaper choice. */
const WORK_LIMIT = 400_000;

export interface Protected {
  readonly system: ProgramSystem;
  readonly truth: Truth;
  readonly protection: Protection;
  /** As published: the listed requests are counted in. */
  readonly cubes: Release['cubes'];
}

/** Throws `RefusedError` where no choice of cells keeps the promise. */
export async function protectRelease(counted: Counted, pool: WorkerPool): Promise<Protected> {
  let refusal: ProtectionError | undefined;
  for (const standing of standingTotals(counted.measures)) {
    try {
      return await protectWith(counted, standing, pool);
    } catch (error) {
      if (!(error instanceof ProtectionError)) throw error;
      refusal = error;
    }
  }
  if (refusal === undefined) throw new Error('internal error: nothing was tried');
  throw new RefusedError('protection', `${refusal.message} ${remedyFor(refusal)}`);
}

/** The cells that it names, or what to do where it is about all of them. */
function remedyFor({ cells, hint }: ProtectionError): string {
  const named = cells.length > 0 ? someOf(cells) : 'Publish fewer or coarser tables.';
  return hint === '' ? named : `${named} ${hint}`;
}

/** Perhaps nothing had to be hidden: the tally does not say how many people stand behind sums of its rows. */
function withHint(error: unknown, system: ProgramSystem, counted: Counted): unknown {
  if (!(error instanceof ProtectionError)) return error;
  const { k } = counted.shape.declaration;
  const unsure = perhapsLarge(system, countedReleases(counted), k);
  const keys = new Set([...unsure].map((at) => valueAt(system.cells, at).key));
  if (!error.cells.some((key) => keys.has(key))) return error;
  const hint = `Of some of these the tally does not say that they stand for fewer than ${k} people: it gives people row by row. A row of its own for each, with count and people, tells (docs/operator.md, "Acts and people").`;
  return new ProtectionError(error.message, error.cells, hint);
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
  const truth = gatherTruth(system, earlier, countedReleases(counted));
  refuseMixed(system, truth);
  const own = { release: shape.release, cubes: countedCubes(counted) };
  const ranges = rangeBounds([...earlier, own]);
  const input: PartedInput = {
    system,
    k: Math.max(shape.declaration.k, ...earlier.map(({ declaration }) => declaration.k)),
    ...truth,
    costs: byCell(system, counted, cellCosts),
    ...withStanding(
      fatesOf(system, shape, measures, earlier),
      standing.map(({ measure, codes }) => requirePlaceOf(system, shape.release, measure, codes)),
    ),
    ...recordLimits(system, [...counted.record, ...ranges], countListed({ ...shape, requests })),
    solver: pool.solver,
  };
  refuseNarrowed({ ...input, system }, counted);
  const protection = await protectInRounds(input, pool, {
    workLimit: WORK_LIMIT,
    blindly: blindlyBy(counted, system),
  }).catch((error: unknown) => {
    throw withHint(error, system, counted);
  });
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
 * A change that is the other way round than all those that it is linked with cannot be one-sided. Of a count that is
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
      numbers[requirePlaceOf(system, shape.release, measure.id, codes)] = entryOf(found, cellKey(codes));
  }
  return numbers;
}
