// The site is a function of releases and records alone: built again in another folder and time zone, with no tallies there,
// it is the same, byte for byte (DESIGN section 2).
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { DIST } from './site.ts';

const ROOT = resolve(DIST, '..');
const NEEDED = ['src', 'public', 'data', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

async function copyWithoutTallies(folder: string): Promise<void> {
  for (const name of NEEDED) {
    await cp(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => basename(path) !== 'tallies' || path.includes(join('src', 'tallies')),
    });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

test('a build without the tallies, elsewhere, equals the build with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-'));
  try {
    await copyWithoutTallies(folder);
    const built = spawnSync(process.execPath, ['scripts/astro.mjs', 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    });
    expect(built.status, built.stderr).toBe(0);
    const [here, there] = await Promise.all([readFiles(DIST), readFiles(join(folder, 'dist'))]);
    expect([...there.keys()]).toEqual([...here.keys()]);
    const different = [...here].filter(
      ([path, bytes]) => Buffer.compare(bytes, there.get(path) ?? new Uint8Array()) !== 0,
    );
    expect(different.map(([path]) => path)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 300_000);
