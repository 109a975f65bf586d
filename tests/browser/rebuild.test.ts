// The site is a function of releases and records alone: built again in another folder and time zone, with no tallies there,
// it is the same, byte for byte (DESIGN section 2).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { inCopy } from '../copy-repository.ts';
import { DIST } from './site.ts';

const isNoTally = (path: string): boolean => !/^data\/programs\/[^/]+\/tallies(?:\/|$)/.test(path);

const isPaper = (path: string): boolean => path.endsWith('.pdf');

test('a build without the tallies, elsewhere, equals the build with them', async () => {
  await inCopy(isNoTally, async (folder) => {
    const all = await readFiles(DIST);
    const here = [...all].filter(([path]) => !isPaper(path));
    const papers = here.length < all.size ? { DAYLIGHT_PAPERS: 'pdf' } : {};
    const built = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Auckland', ...papers },
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
