/** A docket on disk: two requests of the invented port, one that was declined and one from which something left. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEnd } from '../../src/program/period.ts';
import type { Checked, Problem } from '../../src/reading/problem.ts';
import type { Docket } from '../../src/requests/docket.ts';
import { ownDocket } from '../../src/tallies/docket/docket-source.ts';
import { readDocket } from '../../src/tallies/docket/read-docket.ts';

const REQUESTS = `request,received_on,requester,agency,instrument,department,served_on,held_by,asks_for,people_asked_about,due_on,documents,under_non_disclosure_order
r-1,2024-02-05,federal_immigration,Border Service,administrative_subpoena,Clerk,office,vendor,"All applications, with papers",program,2024-03-01,https://port.example/a https://port.example/b,
r-2,2024-03-11,local_police,Port Police,search_warrant,Clerk,office,vendor,One application,1,,,no
`;

const EVENTS = `request,date,kind,what_left,people_left,outcome,office,statement,source
r-2,2024-03-20,disclosed,application_data,1,,,,
r-2,2024-03-20,closed,,,disclosed_in_full,,,
r-1,2024-02-05,received,,,,,,
r-1,2024-02-20,statement,,,,City Clerk,A subpoena has come.,Notice of the clerk
r-1,2024-02-28,closed,,,declined,,,
`;

const ZEROS = `period,instrument,requester,signed_on,signed_by,expires_on
2024-Q1,civil_subpoena,_T,2024-04-03,City Clerk,2024-10-01
`;

export const FILES: Readonly<Record<string, string>> = {
  'legal-requests.csv': REQUESTS,
  'legal-request-events.csv': EVENTS,
  'certified-zeros.csv': ZEROS,
};

/** Reads the docket with some files as they are given here, as of the end of a release. */
export async function readFiles(
  changed: Readonly<Record<string, string | undefined>> = {},
  release = '2024-Q2',
): Promise<Checked<Docket>> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-docket-'));
  try {
    for (const [name, text] of Object.entries({ ...FILES, ...changed }))
      if (text !== undefined) await writeFile(join(folder, name), text);
    const read = await readDocket(ownDocket(folder), {
      from: '2024-01',
      end: releaseEnd(release) ?? 0,
      fiscalYearStartMonth: 7,
    });
    return read.ok ? read : { ok: false, problems: read.problems.map((problem) => shorten(problem, folder)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function shorten(problem: Problem, folder: string): Problem {
  return { ...problem, file: problem.file.slice(folder.length + 1) };
}

/** One file with a piece of its text replaced; the piece must be there once. */
export function edit(name: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = FILES[name] ?? '';
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand once in ${name}`);
  return { [name]: text.replace(from, to) };
}
