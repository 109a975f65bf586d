// A small program in a folder of its own, and releases of it made from tallies that a test gives.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Files } from '../../src/gate/read-files.ts';
import { readFiles } from '../../src/gate/read-files.ts';
import { RefusedError } from '../../src/release/refused-error.ts';
import { KEY_FILE } from '../../src/run/lottery/secret-key.ts';
import { makeRelease } from '../../src/run/release/make-release.ts';
import { pagelessEffects } from '../pageless-effects.ts';
import { SOME_KEY } from '../some-key.ts';

export const CHANNELS = ['online', 'in-person', 'by-post'] as const;
export const AGES = ['young', 'grown', 'old'] as const;
export const YEARS = ['2023', '2024'] as const;

/** Counts by year, channel, age. */
export type Counts = readonly (readonly (readonly number[])[])[];

const PROGRAM = {
  id: 'small-town',
  name: 'Small Town ID',
  city: 'Small Town',
  nature: 'invented',
  standing: 'Every figure is invented.',
  summary: 'A card.',
  tallies: 'confidential',
  k: 5,
  period: { from: '2023-01', levels: ['year'] },
  dimensions: [
    { id: 'channel', label: 'Channel', codes: CHANNELS.map((code) => ({ code, label: code })) },
    { id: 'age', label: 'Age', codes: AGES.map((code) => ({ code, label: code })) },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards issued',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'age'],
    },
  ],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'year', channel: 'channel', age: 'age' },
    },
  ],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
};

/** All files of the release that these counts make; undefined where no pattern keeps the promise. */
export async function releaseFrom(counts: Counts): Promise<Files | undefined> {
  const root = await mkdtemp(join(tmpdir(), 'daylight-'));
  try {
    const [programs, tallies] = [join(root, 'repository', 'programs'), join(root, 'tallies')];
    await mkdir(join(programs, PROGRAM.id, 'record'), { recursive: true });
    await mkdir(tallies);
    await writeFile(join(programs, PROGRAM.id, 'program.json'), JSON.stringify(PROGRAM));
    await writeFile(join(tallies, 'cards-issued.csv'), formatTally(counts));
    await writeFile(join(tallies, KEY_FILE), SOME_KEY);
    const effects = { ...pagelessEffects(), log: () => undefined, print: () => undefined };
    await makeRelease(PROGRAM.id, { id: '2024-Q4', tallies }, effects, {
      repository: join(root, 'repository'),
      programs,
    });
    return await readFiles(join(programs, PROGRAM.id, 'releases', '2024-Q4'));
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'protection') return undefined;
    throw error;
  } finally {
    await rm(root, { recursive: true });
  }
}

function formatTally(counts: Counts): string {
  const rows = YEARS.flatMap((year, at) =>
    CHANNELS.flatMap((channel, row) =>
      AGES.map((age, column) => [year, channel, age, counts[at]?.[row]?.[column] ?? 0].join()),
    ),
  );
  return `period,channel,age,count\n${rows.join('\n')}\n`;
}
