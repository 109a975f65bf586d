/**
 * Checks, balances and releases a docket of 100,000 requests with 500,000 events. All files are made in the
 * system's temporary folder and taken away again. Releasing has a process of its own (this module, run with a
 * folder), so that the peak of memory is that of the release.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CLOSED_OUTCOMES,
  EVENT_KINDS,
  type EventKind,
  INSTRUMENTS,
  REQUESTERS,
} from '../../src/program/request.ts';
import { readRelease } from '../../src/release/read-release.ts';
import { KEY_FILE } from '../../src/run/lottery/secret-key.ts';
import { makeRelease } from '../../src/run/release/make-release.ts';
import { EVENT_COLUMNS } from '../../src/tallies/docket/docket-events.ts';
import { REQUEST_COLUMNS } from '../../src/tallies/docket/docket-requests.ts';
import { EVENTS_FILE, REQUESTS_FILE } from '../../src/tallies/docket/docket-source.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { SOME_KEY } from '../some-key.ts';
import { type Measurement, measureNode, RELEASE_FLAGS } from './measure.ts';

const REQUESTS = 100_000;
/** Three quiet events, then a disclosure and a closure. */
const EVENTS_EACH = 5;
const DAYS = 1700;
const ID = 'bench';
const RELEASE = '2024-Q4';

const PROGRAM = {
  id: ID,
  name: 'Bench',
  city: 'Bench',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for measuring.',
  tallies: 'confidential',
  period: { from: '2020-01', levels: ['quarter', 'year'] },
  docket: {},
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

function dayAt(index: number): string {
  return new Date(Date.UTC(2020, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** One request in twenty asks about many people and has a page. */
function requestRow(index: number): string {
  const people = index % 20 === 0 ? 500 : 1 + (index % 10);
  return `r-${index},${dayAt(index % DAYS)},${pick(REQUESTERS, index * 7)},Agency,${pick(INSTRUMENTS, index * 5)},Clerk,office,vendor,Applications of the period,${people},,,`;
}

const QUIET: readonly EventKind[] = EVENT_KINDS.slice(1, 5);

function eventRows(index: number): string[] {
  const received = index % DAYS;
  const discloses = index % 3 === 0;
  const quiet = Array.from({ length: discloses ? EVENTS_EACH - 2 : EVENTS_EACH - 1 }, (_, step) =>
    [`r-${index}`, dayAt(received + step), pick(QUIET, index + step), '', '', '', '', '', ''].join(),
  );
  const last = dayAt(received + 20 + (index % 60));
  const disclosed = discloses ? [`r-${index},${last},disclosed,application_data,1,,,,`] : [];
  const outcome = discloses ? 'disclosed_in_part' : pick(CLOSED_OUTCOMES.slice(2), index);
  return [...quiet, ...disclosed, `r-${index},${last},closed,,,${outcome},,,`];
}

function csv(columns: readonly string[], rows: readonly string[]): string {
  return `${[columns.join(), ...rows].join('\n')}\n`;
}

async function writeDocket(folder: string): Promise<void> {
  const indexes = Array.from({ length: REQUESTS }, (_, index) => index);
  const program = join(folder, 'programs', ID);
  await mkdir(join(program, 'tallies'), { recursive: true });
  await writeFile(join(program, 'program.json'), JSON.stringify(PROGRAM));
  await writeFile(join(program, 'tallies', KEY_FILE), SOME_KEY);
  await writeFile(join(program, 'tallies', REQUESTS_FILE), csv(REQUEST_COLUMNS, indexes.map(requestRow)));
  await writeFile(join(program, 'tallies', EVENTS_FILE), csv(EVENT_COLUMNS, indexes.flatMap(eventRows)));
}

/** Releases the docket in `folder` and returns how many requests are listed by name; this module's work when it is run. */
async function releaseDocket(folder: string): Promise<number> {
  const places = { repository: folder, programs: join(folder, 'programs') };
  const quiet = { ...pagelessEffects(), log: () => undefined, print: () => undefined };
  await makeRelease(ID, { id: RELEASE }, quiet, places);
  const read = await readRelease(join(places.programs, ID, 'releases', RELEASE));
  return read.ok ? (read.value.requests?.docket.length ?? 0) : 0;
}

export async function benchDocket(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-bench-'));
  try {
    await writeDocket(folder);
    const args = [...RELEASE_FLAGS, import.meta.filename, folder];
    const { seconds, peakMb, output } = await measureNode(args, folder);
    if (Number(output) !== REQUESTS / 20) throw new Error(`${output} requests are listed.`);
    const what = `releasing ${REQUESTS} requests with ${REQUESTS * EVENTS_EACH} events`;
    return [
      { what, value: seconds, unit: 's', most: 60 },
      { what: `${what}, peak memory`, value: peakMb, unit: 'MB', most: 1000 },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(await releaseDocket(process.argv[2] ?? ''));
