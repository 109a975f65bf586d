/** A small program and tally files written for one test. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseEnd } from '../../src/program/period.ts';
import { type Program, programSchema } from '../../src/program/program.ts';
import type { MeasureTallies } from '../../src/program/tally.ts';
import { acceptAll, type Checked, type Problem } from '../../src/reading/problem.ts';
import type { ReadMeasure } from '../../src/tallies/read-measure.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';

const AREAS = [
  { code: 'east', label: 'East', level: 'district' },
  { code: 'west', label: 'West', level: 'district' },
  { code: 'a1', label: 'Area 1', level: 'area', parents: { districts: 'east' } },
  { code: 'a2', label: 'Area 2', level: 'area', parents: { districts: 'east' } },
  { code: 'a3', label: 'Area 3', level: 'area', parents: { districts: 'west' } },
];

/** Cards by channel and area, from April 2024; months, quarters and years. `changes` replace parts of it. */
export function makeProgram(changes: Readonly<Record<string, unknown>> = {}): Program {
  return programSchema.parse({
    id: 'testville',
    name: 'Testville card',
    city: 'Testville',
    nature: 'invented',
    standing: 'Invented figures.',
    summary: 'A program for tests.',
    tallies: 'confidential',
    period: { from: '2024-04', levels: ['month', 'quarter', 'year'] },
    dimensions: [
      {
        id: 'channel',
        label: 'Channel',
        codes: [
          { code: 'event', label: 'Event' },
          { code: 'online', label: 'Online' },
        ],
      },
      { id: 'area', label: 'Area', codes: AREAS },
    ],
    measures: [
      { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel', 'area'] },
    ],
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    ...changes,
  });
}

/** A program whose one measure is changed. */
export function withMeasure(changes: Readonly<Record<string, unknown>>): Program {
  const [measure] = makeProgram().measures;
  return makeProgram({ measures: [{ ...measure, ...changes }] });
}

export const END = releaseEnd('2025-Q1') ?? 0;
const FILE = 'cards-issued.csv';

/** Reads one file as the tally of cards; problems name the file without its folder. */
export async function readCards(
  content: string | Uint8Array,
  program: Program = makeProgram(),
): Promise<Checked<ReadMeasure[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-tallies-'));
  try {
    await writeFile(join(folder, FILE), content);
    const read = acceptAll(await readTallies({ program, end: END, folder }));
    return read.ok
      ? read
      : { ok: false, problems: read.problems.map((problem) => ({ ...problem, file: FILE })) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function problemsOf(
  content: string | Uint8Array,
  program?: Program,
): Promise<readonly Problem[]> {
  const read = await readCards(content, program);
  return read.ok ? [] : read.problems;
}

/** `line column code` of each problem. */
export async function placesOf(content: string | Uint8Array, program?: Program): Promise<string[]> {
  return (await problemsOf(content, program)).map(({ line, column, code }) => `${line} ${column} ${code}`);
}

/** Every cell that has a row: its codes joined by bars, then its count. */
export function rowsOf(read: Checked<readonly MeasureTallies[]>): string[] {
  if (!read.ok) throw new Error(read.problems.map(({ code, line }) => `${code} ${line}`).join());
  return read.value.flatMap(({ grids }) =>
    grids.flatMap(({ codes, counts, people }) =>
      [...counts.entries()]
        .filter(([, count]) => count >= 0)
        .map(([at, count]) => [keyAt(codes, at), count, ...(people === null ? [] : [people[at]])].join(' ')),
    ),
  );
}

function keyAt(codes: readonly (readonly string[])[], at: number): string {
  let rest = at;
  return codes
    .toReversed()
    .map((list) => {
      const code = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return code;
    })
    .toReversed()
    .join('|');
}
