/** Reads everything that a release is made from and counts its cells; every fault of any input refuses. */
import { type CountedMeasure, countCells } from '../../cube/count-cells.ts';
import { cutTallies } from '../../cube/cut-tallies.ts';
import type { CountedRelease } from '../../cube/truth.ts';
import type { RecordBound } from '../../formats/record-bound.ts';
import { codelistOf, TOTAL } from '../../program/codelist.ts';
import { declare } from '../../program/declaration.ts';
import { countsRequests, keepsTotals } from '../../program/docket-plan.ts';
import { type MonthNumber, monthCode, periodMonths, releaseEnd } from '../../program/period.ts';
import { type Program, programCodelists } from '../../program/program.ts';
import type { MeasureTallies, TallyGrid } from '../../program/tally.ts';
import { accept, type Checked } from '../../reading/problem.ts';
import { readReleases } from '../../release/read-release.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { countRequests } from '../../requests/count-requests.ts';
import type { Docket } from '../../requests/docket.ts';
import { listRequests } from '../../requests/list-requests.ts';
import { splitEditions } from '../../system/editions/join-editions.ts';
import { publicZeros } from '../../system/public-zeros.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { everOnRecord } from '../../verify/ever-on-record.ts';
import type { Effects } from '../effects.ts';
import { choiceBy, openLottery } from '../lottery/open-lottery.ts';
import { findTallies, type Places } from '../places.ts';
import { orRefuse, type ProgramFolder } from '../read-program.ts';
import { step } from '../step.ts';
import { countTotals } from './count-totals.ts';
import type { CountedProgram } from './counted.ts';
import { refuseCrossing, refuseOtherDimensions, refuseOtherRules } from './earlier-declarations.ts';
import { figureLines } from './figure-lines.ts';
import { refuseFaults, sumFaults } from './input-faults.ts';
import { hasRows, missingMonths } from './missing-months.ts';
import { monthClosedBy, refuseLowerThreshold, refuseOutOfOrder } from './next-release.ts';
import { readInputs } from './read-inputs.ts';
import { refuseCoincidences } from './refuse-coincidences.ts';
import { refuseTurned } from './turned-requests.ts';

export interface AskedRelease {
  readonly id: string;
  /** The folder that the operator named for the tallies. */
  readonly tallies: string | undefined;
  /** The office has a new key, and says so. */
  readonly isNewKey: boolean;
}

export async function countRelease(
  { program, folder }: ProgramFolder,
  { id, tallies: named, isNewKey }: AskedRelease,
  places: Places,
  effects: Effects,
): Promise<CountedProgram> {
  const end = monthClosedBy(program, id);
  const talliesFolder = await findTallies(program, folder, named, places);
  const earlier = orRefuse(
    await readReleases(folder),
    'An earlier release is not as it was sealed, or cannot be read, so nothing can be built on it. Take it from its source again.',
  );
  refuseOutOfOrder(id, earlier);
  refuseLowerThreshold(program, earlier);
  refuseOtherDimensions(program, earlier);
  refuseOtherRules(program, earlier);
  refuseCrossing(program, earlier);
  const lottery = await openLottery(program, talliesFolder, earlier, isNewKey);
  const newest = earlier.at(-1);
  const closed = newest && releaseEnd(newest.release);
  const inputs = await readInputs({ program, folder, tallies: talliesFolder, end, closed }, effects);
  const { read, batch } = inputs;
  const docket = inputs.docket ?? null;
  if (docket !== null && batch?.docket != null && closed !== undefined)
    refuseTurned({ own: docket, corrected: batch.docket, k: program.k, closed });
  const shape: ReleaseShape = {
    release: id,
    declaration: declare(program),
    codelists: programCodelists(program, end),
    ...(lottery && { choice: choiceBy(lottery) }),
  };
  const record = everKnown([...inputs.record, ...zerosKnown(program, shape, earlier)], earlier, effects);
  const summed = withRequests(read, docket, program, shape);
  const tallies = summed.ok ? summed.value : read.filter(({ measure }) => !countsRequests(measure));
  const counted = await step('Count cells', effects, () =>
    summed.ok ? countCells(program, shape, tallies) : summed,
  );
  const measures = refuseFaults({ program, shape, inputs, tallies, counted, earlier });
  refuseShort(program, read, end, { folder: talliesFolder, log: effects.log });
  await step('Look for counts that always agree', effects, () => refuseCoincidences(program, shape, tallies));
  const recounted = await step('Count the cells of earlier releases', effects, () =>
    (splitEditions(earlier).at(-1) ?? []).map((release) => recount(program, release, tallies)),
  );
  const requests = docket && listRequests(docket, program.k);
  const found = { read, tallies, docket, batch, measures, recounted };
  return { program, ...found, shape, requests, earlier, record, lottery, changes: [] };
}

/** Everything that is known as a figure on the record is, `now` or by an earlier release. */
function everKnown(
  now: readonly RecordBound[],
  earlier: readonly Release[],
  { log }: Effects,
): RecordBound[] {
  for (const line of figureLines(earlier, now)) log(`    ${line}`);
  return everOnRecord(earlier, now);
}

/** What `program.json` says to be 0, as a figure on the record would say it. */
function zerosKnown(program: Program, shape: ReleaseShape, earlier: readonly ReleaseShape[]): RecordBound[] {
  return publicZeros(program, shape, earlier).map((cell) => ({ cell, lower: 0, upper: 0 }));
}

/** The tallies, with what is counted of requests, from a docket or from totals; none of a docket that has faults. */
export function withRequests(
  read: readonly MeasureTallies[],
  docket: Docket | null,
  program: Program,
  shape: ReleaseShape,
): Checked<readonly MeasureTallies[]> {
  if (!keepsTotals(program)) return accept([...read, ...(docket === null ? [] : talliesOf(docket, shape))]);
  const [totals, others] = [true, false].map((acts) =>
    read.filter(({ measure }) => countsRequests(measure) === acts),
  ) as [MeasureTallies[], MeasureTallies[]];
  if (totals.length === 0) return accept(others);
  const counted = countTotals(totals, program, shape.codelists);
  return counted.ok ? accept([...others, ...counted.value]) : counted;
}

/** What is counted of a docket. */
function talliesOf(docket: Docket, { declaration, codelists }: ReleaseShape): MeasureTallies[] {
  const measures = declaration.measures.filter(({ id }) => countsRequests(id));
  return countRequests(docket, measures, codelists, declaration.k);
}

/** The cells that an earlier release speaks of, totals to date among them. */
function recount(program: Program, release: Release, tallies: readonly MeasureTallies[]): CountedRelease {
  const periods = codelistOf(release.codelists, 'period');
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
  throw new RefusedError('input', `${fault.says} Mend one or the other, then try again.`, fault.problems);
}

/** Tallies that stop before the release does would publish months that nobody counted; of one that does beside others, or that lacks months between, it is said. */
function refuseShort(
  { period, measures }: Program,
  read: readonly MeasureTallies[],
  end: MonthNumber,
  { folder, log }: { readonly folder: string } & Pick<Effects, 'log'>,
): void {
  const start = period?.fiscalYearStartMonth ?? 1;
  const meaningOf = ({ measure }: MeasureTallies) =>
    measures.some(({ id, absentRows }) => id === measure && absentRows === 'zero')
      ? 'Nobody was counted then, as "absentRows" says'
      : 'It is not available then';
  const counting = read.filter(({ measure }) => !countsRequests(measure));
  const tallies = counting.length > 0 ? counting : read;
  for (const tally of tallies) {
    const missing = missingMonths(tally, start);
    if (missing !== undefined)
      log(
        `    ${tally.measure}: no row for ${missing}, between others. ${meaningOf(tally)}: look whether that is so.`,
      );
  }
  const short = tallies.filter(({ grids }) => !grids.some((grid) => reaches(grid, end, start)));
  if (short.length === 0) return;
  if (short.length === tallies.length)
    throw new RefusedError(
      'input',
      `No tally in ${folder} has a row for a period that ends in ${monthCode(end)}, the last month of the release. Export the tallies again, or choose an earlier release with --id.`,
    );
  for (const tally of short)
    log(
      `    ${tally.measure}: no row for a period that ends in ${monthCode(end)}. ${meaningOf(tally)}: look whether that is so.`,
    );
}

/** Whether a grid has a row for a period that ends in month `end`. */
function reaches(grid: TallyGrid, end: MonthNumber, fiscalYearStartMonth: number): boolean {
  const [periods = []] = grid.codes;
  return periods.some((period, at) => {
    const ends = period === TOTAL ? end : periodMonths(period, fiscalYearStartMonth)?.[1];
    return ends === end && hasRows(grid, at);
  });
}
