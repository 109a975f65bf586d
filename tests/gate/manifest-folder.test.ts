// Where the manifests of a built site lie: beside it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestFolder, takeManifests } from '../../src/gate/manifest-folder.ts';
import { readFiles } from '../../src/gate/read-files.ts';

async function write(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, path);
}

test('takeManifests leaves pages in the site, and of manifests beside it only those of this build', async () => {
  const root = await mkdtemp(join(tmpdir(), 'daylight-manifests-'));
  try {
    const dist = join(root, 'dist');
    expect(manifestFolder(`${dist}/`)).toBe(join(root, 'dist-figures'));
    await write(join(root, 'dist-figures/pl/figures.json'));
    for (const path of ['en/figures.json', 'en/town/releases/2024-Q4/figures.json', 'en/index.html'])
      await write(join(dist, path));
    await takeManifests(`${dist}/`);
    expect([...(await readFiles(root)).keys()]).toEqual([
      'dist-figures/en/figures.json',
      'dist-figures/en/town/releases/2024-Q4/figures.json',
      'dist/en/index.html',
    ]);
  } finally {
    await rm(root, { recursive: true });
  }
});
