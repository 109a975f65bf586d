// What a trial build reads of a program: what is published, the city's sign among it, and nothing that lies beside it.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyPublished } from '../../../src/run/review/node-review.ts';

test('copyPublished takes the papers, the logo and the releases, never tallies or what is unfinished', async () => {
  const root = await mkdtemp(join(tmpdir(), 'daylight-'));
  try {
    const program = join(root, 'quay-card');
    const sealed = join(program, 'releases', '.trial');
    for (const folder of [
      'record',
      'translations',
      'tallies',
      'corrections',
      'releases/2024-Q4',
      'releases/.trial',
    ])
      await mkdir(join(program, folder), { recursive: true });
    for (const file of ['program.json', 'logo.svg', 'secret.key', 'releases/.trial/SHA256SUMS'])
      await writeFile(join(program, file), '');
    await copyPublished({ program, release: '2025-Q1', sealed }, join(root, 'data'));
    const copy = join(root, 'data', 'programs', 'quay-card');
    expect((await readdir(copy)).sort()).toEqual([
      'logo.svg',
      'program.json',
      'record',
      'releases',
      'translations',
    ]);
    expect((await readdir(join(copy, 'releases'))).sort()).toEqual(['2024-Q4', '2025-Q1']);
    expect(await readdir(join(copy, 'releases', '2025-Q1'))).toEqual(['SHA256SUMS']);
  } finally {
    await rm(root, { recursive: true });
  }
});
