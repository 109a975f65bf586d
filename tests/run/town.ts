// A small program in a folder of its own, with everything that a release is made from: Old Ferry and its cards.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { releaseCommand } from '../../src/run/commands/release-command.ts';
import type { Effects } from '../../src/run/effects.ts';
import type { Places } from '../../src/run/places.ts';
import { pagelessEffects } from '../pageless-effects.ts';

const CHANNELS = ['event', 'online'];
const AGES = ['young', 'grown', 'old'];

/** Two channels, three ages, quarters and years; online cards come from online applications. */
export const PROGRAM = {
  id: 'old-ferry',
  name: 'Ferry Card',
  city: 'Old Ferry',
  nature: 'real',
  standing: 'Made for tests.',
  summary: 'A card.',
  tallies: 'public',
  k: 5,
  period: { from: '2024-01', levels: ['quarter', 'year'] },
  dimensions: [
    { id: 'channel', label: 'Channel', codes: CHANNELS.map((code) => ({ code, label: code })) },
    { id: 'age', label: 'Age', codes: AGES.map((code) => ({ code, label: code })) },
  ],
  measures: [
    { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['channel', 'age'] },
    {
      id: 'applications',
      label: 'Applications',
      unit: 'applications',
      kind: 'flow',
      dimensions: ['channel'],
    },
  ],
  tables: [
    {
      id: 'cards',
      measure: 'cards-issued',
      title: 'Cards',
      levels: { period: 'quarter', channel: 'channel', age: 'age' },
    },
    {
      id: 'applications',
      measure: 'applications',
      title: 'Applications',
      levels: { period: 'quarter', channel: 'channel' },
    },
  ],
  relations: [
    {
      id: 'cards-within-applications',
      why: 'Every card comes from an application.',
      sense: 'at-most',
      period: 'quarter',
      by: { channel: 'channel' },
      left: [{ measure: 'cards-issued' }],
      right: [{ measure: 'applications' }],
    },
  ],
  notes: [
    { at: { period: ['2024-Q1'], channel: ['online'] }, status: 'z', note: 'The portal opened in April' },
  ],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  releases: ['2024-Q2', '2024-Q3'],
};

/**
 *   cards        event                 online
 *             young  grown  old     young  grown  old
 *   2024-Q1      12     40   20         -      -    -
 *   2024-Q2      14     38   22         3     25    9
 *   2024-Q3      11     44   17         2     31   12
 */
const CARDS = [
  '2024-Q1,event,12,40,20',
  '2024-Q2,event,14,38,22',
  '2024-Q2,online,3,25,9',
  '2024-Q3,event,11,44,17',
  '2024-Q3,online,2,31,12',
];
const APPLICATIONS = [
  '2024-Q1,event,80',
  '2024-Q2,event,81',
  '2024-Q2,online,40',
  '2024-Q3,event,75',
  '2024-Q3,online,50',
];

export const TALLIES: Readonly<Record<string, string>> = {
  'cards-issued.csv': `period,channel,age,count\n${CARDS.map(spreadAges).join('')}`,
  'applications.csv': `period,channel,count\n${APPLICATIONS.map((row) => `${row}\n`).join('')}`,
};

/** The same with more people who got no card: nobody is few there, so nothing is hidden because of them. */
export const MORE_APPLY: typeof TALLIES = {
  ...TALLIES,
  'applications.csv': (TALLIES['applications.csv'] ?? '').replace('2024-Q2,online,40', '2024-Q2,online,60'),
};

function spreadAges(row: string): string {
  const [period, channel, ...counts] = row.split(',');
  return AGES.map((age, column) => `${period},${channel},${age},${counts[column]}\n`).join('');
}

export interface Town {
  readonly root: string;
  readonly places: Places;
  /** The program's folder. */
  readonly folder: string;
}

export async function buildTown(
  program: object = PROGRAM,
  tallies: Readonly<Record<string, string>> = TALLIES,
): Promise<Town> {
  const root = await mkdtemp(join(tmpdir(), 'daylight-'));
  const repository = join(root, 'repository');
  const folder = join(repository, 'programs', PROGRAM.id);
  await mkdir(join(folder, 'tallies'), { recursive: true });
  await writeFile(join(folder, 'program.json'), JSON.stringify(program));
  for (const [name, text] of Object.entries(tallies)) await writeFile(join(folder, 'tallies', name), text);
  return { root, folder, places: { repository, programs: join(repository, 'programs') } };
}

/**
 * The same town where nothing is small, and so nothing hidden: for what writes, shows or signs a release, whatever is in it.
 * The same files are written without a search for what to hide.
 */
export function buildPlenty(program: object = PROGRAM): Promise<Town> {
  const cards = TALLIES['cards-issued.csv'] ?? '';
  return buildTown(program, { ...TALLIES, 'cards-issued.csv': cards.replaceAll(/,[23]$/gm, ',6') });
}

/** Gives the work a town and takes it down again. */
export async function inTown<T>(
  work: (town: Town) => Promise<T>,
  ...what: Parameters<typeof buildTown>
): Promise<T> {
  return await takenDown(await buildTown(...what), work);
}

/** The same with a town where nothing is hidden. */
export async function inPlenty<T>(work: (town: Town) => Promise<T>, program?: object): Promise<T> {
  return await takenDown(await buildPlenty(program), work);
}

async function takenDown<T>(town: Town, work: (town: Town) => Promise<T>): Promise<T> {
  try {
    return await work(town);
  } finally {
    await rm(town.root, { recursive: true, force: true });
  }
}

/** How `npm run release` ends, and all that it says. */
export async function release(
  { places }: Town,
  args: readonly string[],
  change: Partial<Effects> = {},
): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await releaseCommand(args, { ...pagelessEffects(), log: say, print: say, ...change }, places);
  return { code, said: lines.join('\n') };
}

/** Every file under a folder by its path, hidden ones too. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      paths.map(async (path) => [relative(folder, path), await readFile(path, 'utf8')] as const),
    ),
  );
}

/** Whatever stands where releases go: names of release folders, locks, temporary folders. */
export async function releasesOf({ folder }: Town): Promise<string[]> {
  return (await readdir(join(folder, 'releases')).catch(() => [])).sort();
}

/** Writes tallies or `program.json` again. */
export async function rewrite(town: Town, path: string, change: (text: string) => string): Promise<void> {
  const file = join(town.folder, path);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The same town elsewhere, so that one release may serve several tests. */
export async function copyTown({ root }: Town): Promise<Town> {
  const copy = await mkdtemp(join(tmpdir(), 'daylight-'));
  await cp(root, copy, { recursive: true, verbatimSymlinks: true });
  const repository = join(copy, 'repository');
  return {
    root: copy,
    folder: join(repository, 'programs', PROGRAM.id),
    places: { repository, programs: join(repository, 'programs') },
  };
}
