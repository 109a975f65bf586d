/**
 * A batch of corrections (DESIGN section 3): `corrections/<measure>.csv` beside the tallies, with the columns of the
 * tally, each row in place of one of a closed period; and `corrections/reason.txt`, one sentence that is published
 * beside every figure that changes. One for all, so that no reason points at a row.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsActs } from '../model/docket-plan.ts';
import type { MonthNumber } from '../model/period.ts';
import type { Fault } from '../model/problem.ts';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';
import { type Program, programCodelists } from '../model/program.ts';
import { measureCodelists } from '../model/shape.ts';
import type { MeasureTallies } from '../model/tally.ts';
import { correctTallies } from './correct-tallies.ts';
import { readMeasure } from './read-measure.ts';
import { readReason } from './reason.ts';

const CORRECTIONS_FOLDER = 'corrections';
const REASON_FILE = 'reason.txt';

export interface CorrectionsPlace {
  readonly program: Program;
  /** The folder of the tallies. */
  readonly folder: string;
  /** The last month that a release has closed; undefined where there is none. */
  readonly closed: MonthNumber | undefined;
}

/** A batch, carried whole or not at all. Confidential but for its reason. */
export interface Batch {
  readonly reason: string;
  /** Those that were given, with every row of the batch in place of theirs. */
  readonly tallies: readonly MeasureTallies[];
}

/** Null where there is no batch; or every problem of every file. `tallies` are those that the batch corrects. */
export async function readCorrections(
  { program, folder, closed }: CorrectionsPlace,
  tallies: readonly MeasureTallies[],
): Promise<Checked<Batch | null>> {
  const place = join(folder, CORRECTIONS_FOLDER);
  const names = (await readdir(place).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  if (names.length === 0) return accept(null);
  const problems = [
    ...strangers(place, names, program),
    ...(closed === undefined ? [nothingClosed(place)] : []),
  ];
  const reason = readReason(
    join(place, REASON_FILE),
    names.includes(REASON_FILE) ? await readFile(join(place, REASON_FILE)) : undefined,
  );
  if (!reason.ok) problems.push(...reason.problems);
  const corrected: MeasureTallies[] = [];
  for (const tally of tallies) {
    if (closed === undefined || !names.includes(fileOf(tally.measure))) corrected.push(tally);
    else {
      const result = await correctMeasure(join(place, fileOf(tally.measure)), program, closed, tally);
      if (result.ok) corrected.push(result.value);
      else problems.push(...result.problems);
    }
  }
  return problems.length > 0 || !reason.ok
    ? refuse(problems)
    : accept({ reason: reason.value, tallies: corrected });
}

const fileOf = (measure: string): string => `${measure}.csv`;

async function correctMeasure(
  path: string,
  program: Program,
  closed: MonthNumber,
  tally: MeasureTallies,
): Promise<Checked<MeasureTallies>> {
  const measure = program.measures.find(({ id }) => id === tally.measure);
  const { period: plan } = program;
  if (measure === undefined || plan === undefined)
    throw new Error('internal error: a tally that nothing declares');
  const codelists = measureCodelists(measure, programCodelists(program, closed));
  const rows = await readMeasure({ path, measure, codelists, plan, end: closed, late: NEVER_CLOSED });
  return rows.ok ? correctTallies(path, tally, rows.value.slots, measure.absentRows === 'zero') : rows;
}

function strangers(place: string, names: readonly string[], { measures }: Program): Problem[] {
  const files = measures.filter(({ id }) => !countsActs(id)).map(({ id }) => fileOf(id));
  const isThere = names.some((name) => files.includes(name));
  return [
    ...names
      .filter((name) => ![REASON_FILE, ...files].includes(name))
      .map((name) => atFile(join(place, name), STRANGER)),
    ...(isThere ? [] : [atFile(place, NO_ROWS)]),
  ];
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

const STRANGER: Fault = {
  code: 'unknown-file',
  message: 'The file is neither the reason nor named for a measure that has a tally.',
  fix: 'Name it for its measure, such as cards-issued.csv, or take it out of the folder. The docket is not corrected here.',
};

const NO_ROWS: Fault = {
  code: 'no-rows',
  message: 'The folder holds no rows.',
  fix: 'Add a file named for its measure, such as cards-issued.csv, or take the folder away.',
};

function atFile(file: string, fault: Fault): Problem {
  return { file, line: 0, column: '', ...fault };
}
