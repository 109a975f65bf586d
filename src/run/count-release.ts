/** Reads everything that a release is made from and counts its cells; every fault of any input refuses. */
import { type CountedMeasure, countCells } from '../cube/count-cells.ts';
import { cutTallies } from '../cube/cut-tallies.ts';
import type { CountedRelease } from '../cube/truth.ts';
import { TOTAL } from '../model/codelist.ts';
import { declare } from '../model/declaration.ts';
import type { Docket } from '../model/docket.ts';
import { countsActs } from '../model/docket-plan.ts';
import { splitEditions } from '../model/editions.ts';
import {
  compareReleases,
  firstMonth,
  type MonthNumber,
  monthCode,
  periodMonths,
  releaseEnd,
} from '../model/period.ts';
import { type Program, programCodelists } from '../model/program.ts';
import type { ReleaseShape } from '../model/shape.ts';
import type { MeasureTallies, TallyGrid } from '../model/tally.ts';
import { readReleases } from '../release/read-release.ts';
import type { Release, SealedRelease } from '../release/release.ts';
import { ReleaseError } from '../release/release-error.ts';
import { countRequests } from '../requests/count-requests.ts';
import { listRequests } from '../requests/list-requests.ts';
import type { Batch } from '../tallies/read-corrections.ts';
import type { ReadMeasure } from '../tallies/read-measure.ts';
import type { Effects } from './effects.ts';
import { refuseFaults, sumFaults } from './input-faults.ts';
import { choiceBy, openLottery } from './open-lottery.ts';
import { findTallies, type Places } from './places.ts';
import type { Counted } from './protect-release.ts';
import { readInputs } from './read-inputs.ts';
import { orRefuse, type ProgramFolder } from './read-program.ts';
import { refuseCoincidences } from './refuse-coincidences.ts';
import { step } from './step.ts';
import { refuseTurned } from './turned-requests.ts';

export interface Request {
  readonly id: string;
  /** The folder that the operator named for the tallies. */
  readonly tallies: string | undefined;
  /** The office has a new key, and says so. */
  readonly isNewKey: boolean;
}

export interface CountedProgram extends Counted {
  readonly program: Program;
  readonly earlier: readonly SealedRelease[];
  /** Those that were read, with their lines. */
  readonly read: readonly ReadMeasure[];
  /** The same without, and those that the docket comes to. */
  readonly tallies: readonly MeasureTallies[];
  /** Null where the program keeps none. */
  readonly docket: Docket | null;
  /** Corrections that wait for a release to carry them. */
  readonly batch: Batch | null;
}

export async function countRelease(
  { program, folder }: ProgramFolder,
  { id, tallies: named, isNewKey }: Request,
  places: Places,
  effects: Effects,
): Promise<CountedProgram> {
  const end = endOf(program, id);
  const talliesFolder = await findTallies(program, folder, named, places);
  const earlier = orRefuse(
    await readReleases(folder),
    'An earlier release is not as it was sealed, or cannot be read, so nothing can be built on it. Take it from its source again.',
  );
  refuseOutOfOrder(id, earlier);
  const lottery = await openLottery(program, talliesFolder, earlier, isNewKey);
  const newest = earlier.at(-1);
  const closed = newest && releaseEnd(newest.release);
  const inputs = await readInputs({ program, folder, tallies: talliesFolder, end, closed }, effects);
  const { read, batch, record } = inputs;
  const docket = inputs.docket ?? null;
  if (docket !== null && batch?.docket != null && closed !== undefined)
    refuseTurned({ own: docket, corrected: batch.docket, k: program.k, closed });
  const shape: ReleaseShape = {
    release: id,
    declaration: declare(program),
    codelists: programCodelists(program, end),
    ...(lottery && { choice: choiceBy(lottery) }),
  };
  const tallies = [...read, ...(docket === null ? [] : talliesOf(docket, shape))];
  const counted = await step('Count cells', effects, () => countCells(program, shape, tallies));
  const measures = refuseFaults({ program, shape, inputs, tallies, counted, earlier });
  refuseShort(program, read, end, talliesFolder);
  await step('Look for counts that always agree', effects, () => refuseCoincidences(program, shape, tallies));
  const recounted = await step('Count the cells of earlier releases', effects, () =>
    (splitEditions(earlier).at(-1) ?? []).map((release) => recount(program, release, tallies)),
  );
  const requests = docket && listRequests(docket, program.k);
  const found = { read, tallies, docket, batch, measures, recounted };
  return { program, ...found, shape, requests, earlier, record, lottery, changes: [] };
}

/** What is counted of a docket. */
export function talliesOf(docket: Docket, { declaration, codelists }: ReleaseShape): MeasureTallies[] {
  const measures = declaration.measures.filter(({ id }) => countsActs(id));
  return countRequests(docket, measures, codelists, declaration.k);
}

/** The cells that an earlier release speaks of, totals to date among them. */
function recount(program: Program, release: Release, tallies: readonly MeasureTallies[]): CountedRelease {
  const periods = release.codelists.find(({ dimension }) => dimension === 'period');
  if (periods === undefined) throw new Error('internal error: a release without periods');
  return { release: release.release, measures: countShape(program, release, cutTallies(tallies, periods)) };
}

/** Counts the cells of a shape and checks the relations between measures. `name` is what the tallies are called. */
export function countShape(
  program: Program,
  shape: ReleaseShape,
  tallies: readonly MeasureTallies[],
  name = 'tallies',
): readonly CountedMeasure[] {
  const counted = countCells(program, shape, tallies);
  const [fault] = sumFaults({ shape, read: [] }, counted, name);
  if (fault === undefined) return orRefuse(counted, '');
  throw new ReleaseError('input', `${fault.says} Mend one or the other, then try again.`, fault.problems);
}

function endOf(program: Program, id: string): number {
  const end = releaseEnd(id);
  if (end === undefined)
    throw new ReleaseError(
      'release-id',
      `"${id}" is not a release id. Name the quarter that it closes: 2025-Q2, or 2025-Q2-r1 for a revision.`,
    );
  if (program.period === undefined) {
    throw new ReleaseError(
      'no-tallies',
      `Program "${program.id}" declares no periods, so there is nothing to release. Its page is built from the record.`,
    );
  }
  if (end >= firstMonth(program.period)) return end;
  throw new ReleaseError(
    'release-id',
    `Release ${id} ends before the first month of the program, ${program.period.from}. Choose a later one with --id.`,
  );
}

function refuseOutOfOrder(id: string, earlier: readonly Release[]): void {
  if (earlier.some(({ release }) => release === id))
    throw new ReleaseError(
      'exists',
      `Release ${id} exists. A release is never changed: choose another id with --id.`,
    );
  const newest = earlier.at(-1)?.release;
  if (newest === undefined || compareReleases(newest, id) < 0) return;
  throw new ReleaseError(
    'release-id',
    `Release ${newest} was made already, and ${id} would come before it. Choose a later one with --id.`,
  );
}

/** Tallies that stop before the release does would publish months that nobody counted. */
function refuseShort(
  program: Program,
  tallies: readonly MeasureTallies[],
  end: MonthNumber,
  folder: string,
): void {
  const start = program.period?.fiscalYearStartMonth ?? 1;
  if (tallies.length === 0) return;
  if (tallies.some(({ grids }) => grids.some((grid) => reaches(grid, end, start)))) return;
  const message = `No tally in ${folder} has a row for a period that ends in ${monthCode(end)}, the last month of the release.`;
  throw new ReleaseError(
    'input',
    `${message} Export the tallies again, or choose an earlier release with --id.`,
  );
}

/** Whether a grid has a row for a period that ends in month `end`. */
function reaches(
  { codes: [periods = [], ...others], counts }: TallyGrid,
  end: MonthNumber,
  fiscalYearStartMonth: number,
): boolean {
  const width = others.reduce((product, list) => product * list.length, 1);
  return periods.some((period, at) => {
    const ends = period === TOTAL ? end : periodMonths(period, fiscalYearStartMonth)?.[1];
    return ends === end && counts.subarray(at * width, (at + 1) * width).some((count) => count >= 0);
  });
}
