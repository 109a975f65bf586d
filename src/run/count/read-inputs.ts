/** Reads everything that a release is made from besides what was released: every fault of every input in one pass. */
import { join } from 'node:path';
import type { RecordBound } from '../../formats/record-bound.ts';
import { hasTable } from '../../input/open-table.ts';
import { keepsTotals } from '../../program/docket-plan.ts';
import type { MonthNumber } from '../../program/period.ts';
import type { Program } from '../../program/program.ts';
import { accept, acceptAll, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import { readRecord } from '../../record/read-record.ts';
import { cellBounds } from '../../record/record-bounds.ts';
import type { Docket } from '../../requests/docket.ts';
import { DOCKET_FILES, ownDocket } from '../../tallies/docket/docket-source.ts';
import { type DocketPlace, readDocket } from '../../tallies/docket/read-docket.ts';
import { type Batch, readCorrections } from '../../tallies/read-corrections.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import { formatNote } from '../../tallies/read-notes.ts';
import { readTallies } from '../../tallies/read-tallies.ts';
import type { Effects } from '../effects.ts';
import { step } from '../step.ts';

export interface InputPlaces {
  readonly program: Program;
  /** The folder of the program, and that of its tallies. */
  readonly folder: string;
  readonly tallies: string;
  /** The last month that the release closes, and the last that an earlier one has closed. */
  readonly end: MonthNumber;
  readonly closed: MonthNumber | undefined;
}

export interface Inputs {
  /** The tallies in which no fault was found. */
  readonly read: readonly ReadMeasure[];
  /** Null where the program keeps none, empty where it keeps totals alone; undefined where it has faults. */
  readonly docket: Docket | null | undefined;
  readonly batch: Batch | null;
  /** Of now. */
  readonly record: readonly RecordBound[];
  /** By what is at fault, as it stands in a sentence. */
  readonly faults: readonly InputFaults[];
}

export interface InputFaults {
  /** `The tallies have faults.` */
  readonly says: string;
  readonly problems: readonly Problem[];
}

export async function readInputs(places: InputPlaces, effects: Effects): Promise<Inputs> {
  const { program, folder, tallies: from, end, closed } = places;
  const tallies = await step('Read tallies', effects, () => readTallies({ program, end, folder: from }));
  const read = tallies.flatMap((tally) => (tally.ok ? [tally.value] : []));
  for (const { notes } of read) for (const note of notes) effects.log(`    ${formatNote(note)}`);
  const place = docketPlace(program, end);
  const docket = await readOwnDocket(program, place, from, effects);
  const batch = await readCorrections({ program, folder: from, closed, docket: place }, read);
  const record = await readRecord({ folder: join(folder, 'record'), program });
  return {
    read,
    docket: docket.ok ? docket.value : undefined,
    batch: batch.ok ? batch.value : null,
    record: record.ok ? cellBounds(record.value) : [],
    faults: [
      ...faultsOf(acceptAll(tallies), 'The tallies have faults.'),
      ...faultsOf(batch, 'The corrections have faults.'),
      ...faultsOf(docket, 'The docket has faults.'),
      ...faultsOf(record, 'The record has faults.'),
    ],
  };
}

/** How the docket is read; null where the program keeps none, or totals alone. */
function docketPlace({ docket, period }: Program, end: MonthNumber): DocketPlace | null {
  if (docket === undefined || period === undefined || keepsTotals({ docket })) return null;
  return { from: period.from, end, fiscalYearStartMonth: period.fiscalYearStartMonth };
}

async function readOwnDocket(
  program: Program,
  place: DocketPlace | null,
  folder: string,
  effects: Effects,
): Promise<Checked<Docket | null>> {
  if (keepsTotals(program)) return refuseDocket(folder);
  if (place === null) return accept(null);
  return await step('Read the docket', effects, () => readDocket(ownDocket(folder), place));
}

/** Of totals no request is known one by one: the docket is empty, and its files would be read by nobody. */
function refuseDocket(folder: string): Checked<Docket> {
  const found = DOCKET_FILES.filter((name) => hasTable(join(folder, name)));
  if (found.length === 0) return accept({ requests: [], zeros: [] });
  return refuse(found.map((name) => ({ file: join(folder, name), line: 0, column: '', ...NOT_READ })));
}

const NOT_READ: Fault = {
  code: 'docket-and-totals',
  message:
    'The file is of a docket, and by program.json the office keeps totals alone, so nobody would read it.',
  fix: 'Take the file away; or take "from" out of "docket", and give the docket in place of the totals.',
};

function faultsOf(checked: Checked<unknown>, says: string): InputFaults[] {
  return checked.ok ? [] : [{ says, problems: checked.problems }];
}
