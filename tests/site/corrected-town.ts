// A town whose months are published by way of applying, told in two languages, and releases that correct it.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRelease } from '../../src/release/read-release.ts';
import type { Effects } from '../../src/run/effects.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { translationGaps } from '../../src/site/translate/site-program.ts';
import { buildTown, PROGRAM as FERRY, release, type Town } from '../run/town.ts';

export const FIRST = '2024-Q4';
export const SECOND = '2024-Q4-r1';
export const MONTHS = [...Array(12).keys()].map((month) => `2024-${String(month + 1).padStart(2, '0')}`);
const CHANNELS = ['event', 'online'];

const PROGRAM = {
  ...FERRY,
  k: 11,
  period: { from: '2024-01', levels: ['month', 'quarter', 'year'] },
  dimensions: [{ id: 'channel', label: 'Channel', codes: CHANNELS.map((code) => ({ code, label: code })) }],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards issued',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel'],
      absentRows: 'zero',
    },
    { id: 'records-held', label: 'Records held', unit: 'records', kind: 'stock', dimensions: [] },
  ],
  tables: [
    { id: 'cards-by-month', measure: 'cards-issued', title: 'Cards by month', levels: { period: 'month' } },
    {
      id: 'cards-by-month-channel',
      measure: 'cards-issued',
      title: 'Cards by month and channel',
      levels: { period: 'month', channel: 'channel' },
    },
    {
      id: 'cards-by-quarter',
      measure: 'cards-issued',
      title: 'Cards by quarter',
      levels: { period: 'quarter' },
    },
    {
      id: 'cards-by-year-channel',
      measure: 'cards-issued',
      title: 'Cards by year and channel',
      levels: { period: 'year', channel: 'channel' },
    },
    {
      id: 'records-by-month',
      measure: 'records-held',
      title: 'Records held by month',
      levels: { period: 'month' },
    },
  ],
  relations: [],
  notes: [],
  releases: [FIRST],
};
const LANGUAGE = 'es';

/** Months of some hundreds, so that a count is written without a separator: as a file writes it. */
const count = (month: number, channel: string): number =>
  channel === 'event' ? 200 + ((month * 37) % 90) + (month === 4 ? 320 : 0) : 40 + month * 9;

const TALLIES = {
  'cards-issued.csv': `period,channel,count\n${MONTHS.flatMap((month, at) => CHANNELS.map((channel) => `${month},${channel},${count(at, channel)}\n`)).join('')}`,
  'records-held.csv': `period,count\n${MONTHS.map((month, at) => `${month},${120 + at * 31}\n`).join('')}`,
};

/** The town after its first release, with all that it says in its second language. */
export async function buildCorrected(tallies: Readonly<Record<string, string>> = {}): Promise<Town> {
  const town = await buildTown(PROGRAM, { ...TALLIES, ...tallies });
  await accepted(town, FIRST);
  await translate(town);
  return town;
}

/** Makes a release that corrects the rows, and puts them into the tallies: whether it carried them. */
export async function correct(
  town: Town,
  id: string,
  rows: readonly (readonly [month: string, channel: string, count: number])[],
  change: Partial<Effects> = {},
  flags: readonly string[] = [],
): Promise<boolean> {
  const folder = join(town.folder, 'tallies', 'corrections');
  const tally = join(town.folder, 'tallies', 'cards-issued.csv');
  const before = await readFile(tally, 'utf8');
  const changed = rows.filter((row) => !before.includes(`${row.join()}\n`));
  if (changed.length === 0) return false;
  await mkdir(folder);
  await writeFile(
    join(folder, 'cards-issued.csv'),
    `period,channel,count\n${changed.map((row) => `${row.join()}\n`).join('')}`,
  );
  await writeFile(join(folder, 'reason.txt'), 'A box of forms was found\n');
  await accepted(town, id, change, flags);
  await rm(folder, { recursive: true });
  const isCarried = (await changesOf(town, id)) > 0;
  if (isCarried)
    await writeFile(
      tally,
      changed.reduce(
        (text, [month, channel, now]) =>
          text.replace(new RegExp(`^${month},${channel},\\d+$`, 'm'), `${month},${channel},${now}`),
        before,
      ),
    );
  await translate(town);
  return isCarried;
}

/** Everything that the program says by now, and `more`, in the second language: as it is, since names and numbers are all that matters here. */
export async function translate({ folder, places }: Town, more: readonly string[] = []): Promise<void> {
  const file = join(folder, 'program.json');
  await writeFile(file, JSON.stringify(PROGRAM));
  const [site] = await readPrograms(places.repository);
  if (site === undefined) throw new Error('there is no program');
  const { missing } = translationGaps(site, LANGUAGE, { reviewedBy: null, texts: {} });
  const texts = Object.fromEntries([...missing, ...more].map((text) => [text, `${text} (${LANGUAGE})`]));
  await mkdir(join(folder, 'translations'), { recursive: true });
  await writeFile(
    join(folder, 'translations', `${LANGUAGE}.json`),
    JSON.stringify({ reviewedBy: null, texts }),
  );
  await writeFile(file, JSON.stringify({ ...PROGRAM, languages: ['en', LANGUAGE] }));
}

async function accepted(
  town: Town,
  id: string,
  change: Partial<Effects> = {},
  flags: readonly string[] = [],
): Promise<void> {
  const { code, said } = await release(town, [PROGRAM.id, '--id', id, ...flags], change);
  if (code !== 0) throw new Error(said);
}

async function changesOf({ folder }: Town, id: string): Promise<number> {
  const made = await readRelease(join(folder, 'releases', id));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.changes.length;
}
