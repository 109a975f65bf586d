// The site of all that ships is a function of releases and records alone: built again in another folder, time zone and language, by another user, with no tallies there,
// it is the same, byte for byte (CONTRIBUTING.md). `npm test` shows it of a small site: addresses.test.ts.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { anotherPlace, inCopy } from '../copy-repository.ts';
import { DIST } from './site.ts';

const isNoTally = (path: string): boolean => !/^data\/programs\/[^/]+\/tallies(?:\/|$)/.test(path);

/** Printed, or written, once the site is built. */
const isLater = (path: string): boolean => path.endsWith('.pdf') || path === 'build.json';

test('a build without the tallies, elsewhere, equals the build with them', async () => {
  await inCopy(isNoTally, async (folder) => {
    const all = await readFiles(DIST);
    const here = [...all].filter(([path]) => !isLater(path));
    const papers = [...all.keys()].some((path) => path.endsWith('.pdf')) ? { DAYLIGHT_PAPERS: 'pdf' } : {};
    const built = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...anotherPlace(folder), ...papers },
    });
    expect(built.status, built.stderr).toBe(0);
    const there = await readFiles(join(folder, 'dist'));
    expect([...there.keys()]).toEqual(here.map(([path]) => path));
    const different = here.filter(
      ([path, bytes]) => Buffer.compare(bytes, there.get(path) ?? new Uint8Array()) !== 0,
    );
    expect(different.map(([path]) => path)).toEqual([]);
  });
});
