// Which pages a build makes, and which it takes from the last one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFiles } from '../../../src/gate/read-files.ts';
import { buildPages } from '../../../src/run/build/build-pages.ts';

let root = '';
/** Slugs of the pages of the latest release and of those as they were published. */
let slugs: readonly string[] = ['cards/'];
beforeEach(async () => {
  slugs = ['cards/'];
  root = await mkdtemp(join(tmpdir(), 'daylight-pages-'));
  for (const file of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await write(file, file);
  await write('data/programs/town/program.json', '{}');
  await release('2024-Q3');
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function release(id: string): Promise<void> {
  return write(`data/programs/town/releases/${id}/SHA256SUMS`, id);
}

/** What was built, one word for each time: the releases of which pages were made. */
async function build(): Promise<{
  made: string[];
  taken: number;
  files: readonly string[];
  hashes: string[];
}> {
  const made: string[] = [];
  const [dist, manifests] = [join(root, 'dist'), join(root, 'dist-figures')];
  const releases = await readdir(join(root, 'data/programs/town/releases'));
  const places = { repository: root, data: join(root, 'data'), site: '', papers: false };
  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const { taken, checked, noteChecked } = await buildPages(
    { ...places, dist, manifests, cache: join(root, '.cache') },
    (leftOut) => {
      for (const folder of [dist, manifests]) rmSync(folder, { recursive: true, force: true });
      const own = releases.filter((id) => !leftOut.split(' ').includes(`town/${id}`));
      made.push(own.join(' '));
      for (const slug of slugs) put(join(dist, 'en/town', slug, 'index.html'), 'latest');
      for (const id of own) {
        put(join(manifests, 'en/town/releases', id, 'figures.json'), id);
        put(join(dist, 'en/town/releases', id, 'cards/index.html'), `${id} ${slugs.join()}`);
      }
    },
  );
  await noteChecked();
  const hashes = Object.keys(JSON.parse(await readFile(checked, 'utf8')));
  return { made, taken, files: [...(await readFiles(dist)).keys()], hashes };
}

const pageOf = (id: string) => `en/town/releases/${id}/cards/index.html`;

test('buildPages makes each release once, and puts it into every later site with its manifest', async () => {
  expect(await build()).toMatchObject({ made: ['2024-Q3'], taken: 0, hashes: [] });
  await release('2024-Q4');
  const again = await build();
  expect(again).toMatchObject({ made: ['2024-Q4'], taken: 1 });
  expect(again.files).toEqual(['en/town/cards/index.html', pageOf('2024-Q3'), pageOf('2024-Q4')]);
  expect(again.hashes).toEqual([pageOf('2024-Q3'), 'en/town/releases/2024-Q3/figures.json']);
  expect([...(await readFiles(join(root, 'dist-figures'))).keys()]).toHaveLength(2);
});

test('buildPages makes a release again whose key is another, and forgets what it was', async () => {
  await build();
  await write('src/page.ts', 'new');
  expect(await build()).toMatchObject({ made: ['2024-Q3'], taken: 0 });
  expect(await readdir(join(root, '.cache/town/2024-Q3'))).toHaveLength(1);
  await rm(join(root, 'data/programs/town/releases/2024-Q3'), { recursive: true });
  expect(await build()).toMatchObject({ made: [''], taken: 0 });
  expect(await readdir(join(root, '.cache/town/2024-Q3'))).toEqual([]);
});

test('buildPages takes nothing of which a byte is another than it kept, or a file more', async () => {
  await build();
  const [key = ''] = await readdir(join(root, '.cache/town/2024-Q3'));
  const kept = join(root, '.cache/town/2024-Q3', key, 'site');
  await appendFile(join(kept, pageOf('2024-Q3')), ' ');
  expect(await build()).toMatchObject({ made: ['2024-Q3'], taken: 0 });
  await writeFile(join(kept, 'more.html'), '');
  expect(await build()).toMatchObject({ made: ['2024-Q3'], taken: 0 });
  expect(await build()).toMatchObject({ made: [''], taken: 1 });
});

test('buildPages makes a release again where the latest lacks a page to which one of its pages led', async () => {
  await build();
  slugs = [''];
  const { made, taken } = await build();
  expect({ made, taken }).toEqual({ made: ['', '2024-Q3'], taken: 0 });
  expect(await readFile(join(root, 'dist', pageOf('2024-Q3')), 'utf8')).toBe('2024-Q3 ');
});
