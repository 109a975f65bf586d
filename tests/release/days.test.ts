// On which day a release went out: as it was noted, or nothing at all.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatPublished } from '../../src/formats/published-file.ts';
import { publishedPath, readDays } from '../../src/release/days.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-days-'));
  await mkdir(join(folder, 'releases'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (release: string, text: string) => writeFile(publishedPath(folder, release), text);

test('readDays has the day of every release of which it was noted, and of no other', async () => {
  await write('2024-Q4', formatPublished({ release: '2024-Q4', published: '2025-02-14' }));
  await mkdir(join(folder, 'releases/2025-Q1'));
  expect(await readDays(folder)).toEqual({ ok: true, value: new Map([['2024-Q4', '2025-02-14']]) });
});

test('readDays of a program that never released has none', async () => {
  expect(await readDays(join(folder, 'nowhere'))).toEqual({ ok: true, value: new Map() });
});

test.each([
  ['a file of another release', { release: '2024-Q3', published: '2025-02-14' }, 'release'],
  ['a day before the release closes', { release: '2024-Q4', published: '2024-12-30' }, 'published'],
  ['a day that is in no calendar', { release: '2024-Q4', published: '2025-02-30' }, 'published'],
  ['a time of day', { release: '2024-Q4', published: '2025-02-14T10:00:00Z' }, 'published'],
])('readDays refuses %s, with the file and what to do', async (_, told, column) => {
  await write('2024-Q4', formatPublished(told));
  const file = publishedPath(folder, '2024-Q4');
  expect(await readDays(folder)).toMatchObject({
    ok: false,
    problems: [{ file, column, fix: expect.stringContaining('again') }],
  });
});
