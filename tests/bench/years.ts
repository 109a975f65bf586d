/**
 * A site of ten years: the invented city alone, in five languages, with 40 releases. Each is as large as the last that ships, which
 * covers six years: more than the mean of a city that publishes from its first quarter to the end of its tenth year. (The city has
 * 24 quarters, so 16 of them have two releases.) All but the last are built from nothing; then it comes, and the site is built again.
 */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listFiles } from '../../src/run/list-files.ts';
import { inCopy } from '../copy-repository.ts';
import { type Measurement, measureNode } from './measure.ts';
import { addRelease, nameReleases } from './more-releases.ts';

const PROGRAM = 'example-city';
const RELEASES = 40;
const MODEL = resolve(import.meta.dirname, '../../data/programs', PROGRAM, 'releases/2025-Q2');
const MOST_MB = 400;
const MOST_S = 180;

export function benchYears([asked = String(RELEASES)]: readonly string[]): Promise<Measurement[]> {
  const count = Number(asked);
  return inCopy(isNeeded, async (folder) => {
    const releases = join(folder, 'data/programs', PROGRAM, 'releases');
    const names = nameReleases('2019-Q3', '2025-Q2', RELEASES - 24).slice(-count);
    for (const [at, release] of names.slice(0, -1).entries())
      await addRelease(MODEL, releases, { release, before: names[at - 1] });
    const first = await buildSite(folder);
    await addRelease(MODEL, releases, { release: names.at(-1) ?? '', before: names.at(-2) });
    const again = await buildSite(folder);
    const isFull = count >= RELEASES;
    return [
      { what: `${count - 1} releases, built from nothing`, value: first, unit: 's' },
      { what: 'one release more, built again', value: again, unit: 's', ...(isFull && { most: MOST_S }) },
      ...(await weigh(join(folder, 'dist'), count, isFull)),
    ];
  });
}

const isNeeded = (path: string): boolean =>
  !/^data\/(?:elsewhere|programs\/(?!example-city(?:\/|$))|programs\/[^/]+\/(?:tallies|releases))/.test(path);

/** By `npm run build`, briefings and gate included. */
async function buildSite(folder: string): Promise<number> {
  const { seconds, output } = await measureNode(['scripts/build.ts'], folder);
  for (const line of output.split('\n').filter((one) => /^(?:Took|Printed|Every)/.test(one)))
    console.log(`  ${line}`);
  return seconds;
}

async function weigh(dist: string, count: number, isFull: boolean): Promise<Measurement[]> {
  const paths = await listFiles(dist);
  const sizes = await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await stat(join(dist, path))).size })),
  );
  const sum = (isCounted: (path: string) => boolean) =>
    sizes.filter(({ path }) => isCounted(path)).reduce((total, { bytes }) => total + bytes, 0) / 1e6;
  const isFrozen = (path: string) => path.includes('/releases/2');
  return [
    {
      what: `site of ${count} releases`,
      value: sum(() => true),
      unit: 'MB',
      ...(isFull && { most: MOST_MB }),
    },
    { what: 'of it, of each release', value: sum(isFrozen) / count, unit: 'MB' },
    { what: 'its files', value: paths.length, unit: 'files' },
  ];
}
