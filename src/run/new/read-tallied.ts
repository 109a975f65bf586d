/** The tallies of a program that is begun, read through the same door as later by `release`. */

import { parseProgram } from '../../program/parse-program.ts';
import type { MonthNumber } from '../../program/period.ts';
import type { Program } from '../../program/program.ts';
import { acceptAll } from '../../reading/problem.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import { readTallies } from '../../tallies/read-tallies.ts';
import { orRefuse } from '../read-program.ts';
import { answersSchema, MEASURE_IDS, type MeasureId } from './answers.ts';
import { type Draft, makeProgram } from './make-program.ts';
import { matchAnswers } from './match-answers.ts';
import type { Scanned } from './tally-codes.ts';

/** A folder of tallies, and the last month of which all have rows. */
export interface Tallied {
  readonly scanned: Scanned;
  readonly folder: string;
  readonly end: MonthNumber;
}

/** Throws with every fault of the tallies that `release` would find in them, before anybody has said anything of the program. */
export async function refuseFaults(id: string, tallied: Tallied): Promise<void> {
  const { scanned } = tallied;
  const acts = Object.fromEntries(MEASURE_IDS.map((measure) => [measure, 1]));
  const said = answersSchema.parse({ ...NOTHING_SAID, actsPerPerson: acts });
  const answers = orRefuse(matchAnswers({ ...said, areas: [] }, scanned, 'answers'), FAULTS);
  await readAll(programOf(makeProgram(id, answers, scanned)), tallied);
}

const NOTHING_SAID = { name: '-', city: '-', publisher: '-', missingRows: 'unknown', docket: false } as const;
const FAULTS = 'The tallies have faults. Mend them, then try again.';

/** The tallies, and the program with nothing but them: no docket, and nothing that relates them. */
export async function readAll(
  program: Program,
  { scanned, folder, end }: Tallied,
): Promise<{ readonly program: Program; readonly read: readonly ReadMeasure[] }> {
  const { docket: _, ...rest } = program;
  const measures = program.measures.filter(({ id }) => scanned.has(id as MeasureId));
  const alone: Program = { ...rest, measures, relations: [] };
  const read = orRefuse(acceptAll(await readTallies({ program: alone, end, folder })), FAULTS);
  return { program: alone, read };
}

export function programOf(draft: Draft): Program {
  return orRefuse(
    parseProgram(JSON.stringify(draft), 'program.json (proposed)'),
    'The answers and the tallies make no program that can be read. Mend what is named in them, then try again.',
  );
}
