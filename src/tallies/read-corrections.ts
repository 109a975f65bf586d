/**
 * A batch of corrections (docs/method.md): `corrections/<measure>.csv` beside the tallies, with the columns of the
 * tally, each row in place of one of a closed period; totals of requests likewise; files of the docket
 * (corrected-docket.ts); and
 * `corrections/reason.txt`, one sentence that is published beside everything that changes. One for all, so that no
 * reason points at a row.
 */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { valueAt } from '../indexes/look-up.ts';
import { tableName } from '../input/open-table.ts';
import { countsRequests, keepsTotals } from '../program/docket-plan.ts';
import type { MonthNumber } from '../program/period.ts';
import { type Measure, type Program, programCodelists } from '../program/program.ts';
import type { MeasureTallies } from '../program/tally.ts';
import type { Fault } from '../reading/problem.ts';
import { accept, acceptAll, type Checked, type Problem, refuse } from '../reading/problem.ts';
import type { Docket } from '../requests/docket.ts';
import { measureCodelists } from '../system/shape.ts';
import { correctTallies } from './correct-tallies.ts';
import { correctedDocket, REMOVED_FOLDER } from './docket/corrected-docket.ts';
import { DOCKET_FILES, ownDocket } from './docket/docket-source.ts';
import { type DocketPlace, readDocket } from './docket/read-docket.ts';
import { readTotals, TOTALS_FILE, TOTALS_MEASURES } from './docket/request-totals.ts';
import { readMeasure } from './read-measure.ts';
import { headingsOf } from './read-tallies.ts';
import { readReason } from './reason.ts';

const CORRECTIONS_FOLDER = 'corrections';
const REASON_FILE = 'reason.txt';

export interface CorrectionsPlace {
  readonly program: Program;
  /** The folder of the tallies. */
  readonly folder: string;
  /** The last month that a release has closed; undefined where there is none. */
  readonly closed: MonthNumber | undefined;
  /** How the docket is read; null where the program keeps none. */
  readonly docket: DocketPlace | null;
}

/** A batch, carried whole or not at all. Confidential but for its reason. */
export interface Batch {
  readonly reason: string;
  /** Those that were given, with every row of the batch in place of theirs. */
  readonly tallies: readonly MeasureTallies[];
  /** The docket with the batch in it; null where the batch has nothing of it. */
  readonly docket: Docket | null;
}

/** Null where there is no batch; or every problem of every file. `tallies` are those that could be read. */
export async function readCorrections(
  place: CorrectionsPlace,
  tallies: readonly MeasureTallies[],
): Promise<Checked<Batch | null>> {
  const { program, closed } = place;
  const batch = join(place.folder, CORRECTIONS_FOLDER);
  const names = await namesIn(batch);
  if (names.length === 0) return accept(null);
  const problems = [
    ...strangers(batch, names, program),
    ...(closed === undefined ? [nothingClosed(batch)] : []),
  ];
  const reason = readReason(
    join(batch, REASON_FILE),
    names.includes(REASON_FILE) ? await readFile(join(batch, REASON_FILE)) : undefined,
    program.languages,
  );
  if (!reason.ok) problems.push(...reason.problems);
  const docket = await correctDocket(place, batch, names);
  if (!docket.ok) problems.push(...docket.problems);
  const corrected =
    closed === undefined ? accept(tallies) : await correctAll(place, batch, names, closed, tallies);
  if (!corrected.ok) problems.push(...corrected.problems);
  return problems.length > 0 || !reason.ok || !docket.ok || !corrected.ok
    ? refuse(problems)
    : accept({ reason: reason.value, tallies: corrected.value, docket: docket.value });
}

/** Every tally that could be read, with the rows of the batch in place of its own where the batch has its file. */
async function correctAll(
  { program }: CorrectionsPlace,
  batch: string,
  names: readonly string[],
  closed: MonthNumber,
  tallies: readonly MeasureTallies[],
): Promise<Checked<readonly MeasureTallies[]>> {
  const results = program.measures
    .filter(({ id }) => !countsRequests(id))
    .map((measure) => {
      const tally = tallies.find((one) => one.measure === measure.id);
      return names.map(tableName).includes(fileOf(measure.id))
        ? correctMeasure(join(batch, fileOf(measure.id)), program, closed, measure, tally)
        : accept(tally === undefined ? [] : [tally]);
    });
  const own = tallies.filter(({ measure }) => TOTALS_MEASURES.includes(measure));
  const totals = names.map(tableName).includes(TOTALS_FILE)
    ? correctTotals(batch, program, closed, own)
    : accept(own);
  const all = acceptAll(await Promise.all([...results, totals]));
  return all.ok ? accept(all.value.flat()) : all;
}

/** What came in and what was closed, of one file. */
async function correctTotals(
  folder: string,
  program: Program,
  closed: MonthNumber,
  tallies: readonly MeasureTallies[],
): Promise<Checked<readonly MeasureTallies[]>> {
  const codelists = programCodelists(program, closed);
  const rows = await readTotals({ program, codelists, folder, end: closed, late: NEVER_CLOSED });
  if (!rows.ok) return rows;
  const ranges = rows.value.flatMap((one) => one.ranges);
  if (ranges.length > 0)
    return refuse(
      ranges.map(({ line }) => ({ file: join(folder, TOTALS_FILE), line, column: 'count', ...NO_RANGE })),
    );
  return acceptAll(
    tallies.map((tally) => {
      const { slots } = valueAt(
        rows.value.filter(({ measure }) => measure === tally.measure),
        0,
      );
      return correctTallies(join(folder, TOTALS_FILE), tally, slots, true);
    }),
  );
}

/** Null where the batch has no file of the docket. */
async function correctDocket(
  { program, folder, closed, docket }: CorrectionsPlace,
  batch: string,
  names: readonly string[],
): Promise<Checked<Docket | null>> {
  const files = await filesOf(batch, names);
  if (closed === undefined || docket === null || files.length === 0) return accept(null);
  const strange = files.filter((file) => !isDocketFile(basename(file)));
  if (strange.length > 0) return refuse(strange.map((file) => atFile(join(batch, file), STRANGER)));
  const fiscalYearStartMonth = program.period?.fiscalYearStartMonth ?? 1;
  const corrections = { folder: batch, closed, fiscalYearStartMonth };
  return await readDocket(correctedDocket(ownDocket(folder), corrections), docket);
}

/** Files of the docket in the batch, and everything among those that it removes. */
async function filesOf(batch: string, names: readonly string[]): Promise<string[]> {
  const removed = names.includes(REMOVED_FOLDER) ? await namesIn(join(batch, REMOVED_FOLDER)) : [];
  return [...names.filter(isDocketFile), ...removed.map((name) => join(REMOVED_FOLDER, name))];
}

function isDocketFile(name: string): boolean {
  return DOCKET_FILES.includes(tableName(name));
}

/** Without hidden ones, and those by which a spreadsheet marks that it has a workbook open. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).filter((name) => !/^(\.|~\$)/.test(name)).sort();
}

const fileOf = (measure: string): string => `${measure}.csv`;

/** Nothing where the tally has faults of its own; the rows are checked all the same. */
async function correctMeasure(
  path: string,
  program: Program,
  closed: MonthNumber,
  measure: Measure,
  tally: MeasureTallies | undefined,
): Promise<Checked<MeasureTallies[]>> {
  const { period: plan } = program;
  if (plan === undefined) throw new Error('internal error: corrections of a program without periods');
  const codelists = measureCodelists(measure, programCodelists(program, closed));
  const headings = headingsOf(program);
  const rows = await readMeasure({
    path,
    measure,
    codelists,
    headings,
    plan,
    end: closed,
    late: NEVER_CLOSED,
  });
  if (!rows.ok) return rows;
  if (tally === undefined) return accept([]);
  const corrected = correctTallies(path, tally, rows.value.slots, measure.absentRows === 'zero');
  return corrected.ok ? accept([corrected.value]) : corrected;
}

function strangers(place: string, names: readonly string[], { measures, docket }: Program): Problem[] {
  const files = [
    ...measures.filter(({ id }) => !countsRequests(id)).map(({ id }) => fileOf(id)),
    ...docketFiles(docket),
  ];
  const isThere = names.some((name) => files.includes(tableName(name)));
  return [
    ...names
      .filter((name) => name !== REASON_FILE && !files.includes(tableName(name)))
      .map((name) => atFile(join(place, name), STRANGER)),
    ...(isThere ? [] : [atFile(place, NO_ROWS)]),
  ];
}

function docketFiles(docket: Program['docket']): readonly string[] {
  if (docket === undefined) return [];
  return keepsTotals({ docket }) ? [TOTALS_FILE] : [...DOCKET_FILES, REMOVED_FOLDER];
}

function nothingClosed(place: string): Problem {
  return atFile(place, {
    code: 'nothing-closed',
    message: 'No release has closed a period yet, so there is nothing to correct.',
    fix: 'Correct the tallies themselves and take the folder away.',
  });
}

const NEVER_CLOSED: Fault = {
  code: 'period-not-closed',
  message: 'No release has closed the period yet, so there is nothing to correct.',
  fix: 'Correct the row in the tally itself, and take it out here.',
};

const NO_RANGE: Fault = {
  code: 'range-in-correction',
  message: 'A correction is a count, and this is a range.',
  fix: 'Give the count; or take the row out: a range that was published stays, and gives way to a count within it.',
};

const STRANGER: Fault = {
  code: 'unknown-file',
  message:
    'The file is neither the reason nor named for a measure that has a tally, nor a file of a docket that the program keeps.',
  fix: 'Name it for what it corrects, such as cards-issued.csv or legal-requests.csv, or take it out of the folder.',
};

const NO_ROWS: Fault = {
  code: 'no-rows',
  message: 'The folder holds no rows.',
  fix: 'Add a file named for what it corrects, such as cards-issued.csv or legal-requests.csv, or take the folder away.',
};

function atFile(file: string, fault: Fault): Problem {
  return { file, line: 0, column: '', ...fault };
}
