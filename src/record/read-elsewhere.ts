/**
 * Reads `data/elsewhere/`: requests of immigration authorities, and of others in their cause, for records that bodies hold
 * which run no program here, and what became of each. It is context: nothing of it is in a total of a program.
 */
import { join } from 'node:path';
import { z } from 'astro/zod';
import { INSTRUMENTS, REQUESTERS } from '../program/request.ts';
import { accept, type Checked, refuse } from '../reading/problem.ts';
import * as field from './fields.ts';
import { repeatedIds, rowsOf, strayFiles } from './file-checks.ts';
import { readRecordFile } from './read-record-file.ts';
import { type Standing, standingOf, stateProblems, stateSchema } from './states.ts';

/** `data/elsewhere/requests.csv` */
const elsewhereSchema = z.object({
  id: field.idText,
  received: field.date,
  /** City, county or state. */
  place: field.someText,
  requester: field.oneOf(REQUESTERS),
  agency: field.someText,
  instrument: field.oneOf(INSTRUMENTS),
  /** Who was asked. */
  department: field.someText,
  asksFor: field.someText,
  due: field.dateOrNothing,
  sourceTitle: field.sourceTitle,
  sourceUrl: field.sourceUrl,
  howRead: field.someText,
  note: field.anyText,
});
export type ElsewhereRequest = z.infer<typeof elsewhereSchema> & Standing;

/** The folder beside that of the programs, and the name under which its figures and files stand. No program may bear it. */
export const ELSEWHERE = 'elsewhere';

/** The files of the folder; whatever else lies beside them is none of it. */
export const ELSEWHERE_FILES: readonly string[] = ['requests.csv', 'states.csv'];

/** All requests, latest first, or every problem of both files. The folder may be missing. */
export async function readElsewhere(folder: string): Promise<Checked<readonly ElsewhereRequest[]>> {
  const [requests, states] = await Promise.all([
    readRecordFile(join(folder, 'requests.csv'), elsewhereSchema),
    readRecordFile(join(folder, 'states.csv'), stateSchema),
  ]);
  const problems = [
    ...(await strayFiles(folder, ELSEWHERE_FILES)),
    ...requests.problems,
    ...states.problems,
    ...repeatedIds(requests),
    ...stateProblems(states, requests),
  ];
  if (problems.length > 0) return refuse(problems);
  const all = rowsOf(requests).map((request) => ({
    ...request,
    ...standingOf(request.id, request.received, rowsOf(states)),
  }));
  return accept(all.toSorted((one, other) => (one.received < other.received ? 1 : -1)));
}
