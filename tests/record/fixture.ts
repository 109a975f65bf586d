/** A folder of record files written for one test. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Program, programSchema } from '../../src/program/program.ts';
import type { Checked } from '../../src/reading/problem.ts';
import { readRecord } from '../../src/record/read-record.ts';
import type { PublicRecord } from '../../src/record/record.ts';

export const FIGURES =
  'id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell\n';
export const REQUESTS =
  'id,title,received,requester,agency,instrument,department,served_on,held_by,asks_for,about_people,due,context,people,source_title,source_url,how_read,note\n';
export const STATES = 'request,date,kind,outcome,left,what,note,source_title,source_url,how_read\n';
export const STATEMENTS = 'id,request,date,date_note,office,statement,quote,source_title,source_url\n';
export const TIMELINE = 'date,date_label,event,source_title,source_url\n';

/** Rows of figures.csv that differ from a sound one in some columns. */
export function figure(changes: Readonly<Record<string, string>> = {}): string {
  return row(FIGURES, {
    id: 'cards-2024',
    topic: 'cards',
    figure: 'Cards issued',
    value: '145825',
    unit: 'cards',
    period: '2024',
    source_title: 'Testville Courier',
    ...changes,
  });
}

export function request(changes: Readonly<Record<string, string>> = {}): string {
  return row(REQUESTS, {
    id: 'agency-2025',
    received: '2025-04-17',
    requester: 'federal_immigration',
    agency: 'An agency',
    instrument: 'administrative_subpoena',
    department: 'City Clerk',
    asks_for: 'All applications',
    source_title: 'Testville Courier',
    how_read: 'Read whole',
    ...changes,
  });
}

export function state(changes: Readonly<Record<string, string>> = {}): string {
  return row(STATES, {
    request: 'agency-2025',
    date: '2025-06-13',
    kind: 'closed',
    outcome: 'declined',
    source_title: 'Testville Courier',
    how_read: 'Read whole',
    ...changes,
  });
}

export function statement(changes: Readonly<Record<string, string>> = {}): string {
  return row(STATEMENTS, {
    id: 'clerk-1',
    request: 'agency-2025',
    date: '2025-06-06',
    office: 'City Clerk',
    statement: 'No data was given.',
    source_title: 'Testville Courier',
    ...changes,
  });
}

export function event(changes: Readonly<Record<string, string>> = {}): string {
  return row(TIMELINE, {
    date: '2025-06',
    date_label: 'June 2025',
    event: 'The portal pauses.',
    source_title: 'Testville Courier',
    ...changes,
  });
}

function row(header: string, values: Readonly<Record<string, string>>): string {
  const fields = header
    .trim()
    .split(',')
    .map((column) => values[column] ?? '');
  return `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n`;
}

export const PROGRAM: Program = programSchema.parse({
  id: 'testville',
  name: 'Testville card',
  city: 'Testville',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for tests.',
  tallies: 'confidential',
  period: { from: '2019-01', levels: ['month', 'quarter', 'year', 'fiscal-year'], fiscalYearStartMonth: 7 },
  dimensions: [{ id: 'channel', label: 'Channel', codes: [{ code: 'online', label: 'Online' }] }],
  measures: [
    { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel'] },
    { id: 'records-held', label: 'Records', unit: 'people', kind: 'stock', dimensions: [] },
  ],
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
});

export async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  program: Program = PROGRAM,
): Promise<Checked<PublicRecord>> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-record-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await readRecord({ folder, program });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `file:line column code` of each problem. */
export async function placesOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  program?: Program,
): Promise<string[]> {
  const checked = await read(files, program);
  const problems = checked.ok ? [] : checked.problems;
  return problems.map(({ file, line, column, code }) => `${basename(file)}:${line} ${column} ${code}`);
}
