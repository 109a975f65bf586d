/** Two builds of the site in two folders: how long they take, what pages weigh, and whether they are the same. */
import { join } from 'node:path';
import { readFiles } from '../../src/gate/read-files.ts';
import { hasIsland, isHome, LIMITS, type PageWeight, weighPages, weighStyles } from '../browser/weigh.ts';
import { inCopy } from '../copy-repository.ts';
import { type Measurement, measureNode } from './measure.ts';

type Files = Awaited<ReturnType<typeof readFiles>>;

export async function benchSite(): Promise<Measurement[]> {
  const first = await buildElsewhere();
  const second = await buildElsewhere();
  return [
    { what: 'site, build', value: first.seconds, unit: 's', most: 60 },
    { what: 'site, second build elsewhere', value: second.seconds, unit: 's', most: 60 },
    { what: 'site, peak memory of a build', value: first.peakMb, unit: 'MB' },
    ...first.weights,
    {
      what: 'files that differ between builds',
      value: countDifferent(first.files, second.files),
      unit: 'files',
      most: 0,
    },
  ];
}

function buildElsewhere() {
  return inCopy(
    () => true,
    async (folder) => {
      const { seconds, peakMb } = await measureNode(['scripts/astro.mjs', 'build'], folder);
      const dist = join(folder, 'dist');
      return { seconds, peakMb, weights: measureWeights(dist), files: await readFiles(dist) };
    },
  );
}

function measureWeights(dist: string): Measurement[] {
  const pages = weighPages(dist);
  const others = pages.filter(({ path }) => !hasIsland(path));
  return [
    weighHeaviest(
      'heaviest home page',
      pages.filter(({ path }) => isHome(path)),
      'bytes',
      LIMITS.home,
    ),
    weighHeaviest('heaviest page without an island', others, 'bytes', LIMITS.page),
    weighHeaviest('heaviest page', pages, 'bytes', LIMITS.page),
    weighHeaviest('most script without an island', others, 'scriptBytes', LIMITS.script),
    { what: 'style sheets, brotli', value: weighStyles(dist) / 1000, unit: 'kB', most: LIMITS.styles },
    {
      what: 'requests of a page, at most',
      value: Math.max(...pages.map(({ requests }) => requests)),
      unit: 'requests',
      most: LIMITS.requests,
    },
  ];
}

function weighHeaviest(
  what: string,
  pages: readonly PageWeight[],
  part: 'bytes' | 'scriptBytes',
  most: number,
): Measurement {
  const [heaviest] = pages.toSorted((one, other) => other[part] - one[part]);
  if (heaviest === undefined) throw new Error('The build has no page.');
  return { what: `${what} (${heaviest.path}), brotli`, value: heaviest[part] / 1000, unit: 'kB', most };
}

function countDifferent(one: Files, other: Files): number {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => {
    const [here, there] = [one.get(path), other.get(path)];
    return here === undefined || there === undefined || Buffer.compare(here, there) !== 0;
  }).length;
}
