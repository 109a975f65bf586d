// What `readRelease` refuses: any file that does not fit the others, though each may be well-formed.
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listReleases, readRelease, readReleases } from '../../src/release/read-release.ts';
import { writeStaged } from '../../src/release/seal.ts';
import { verifyRelease } from '../../src/release/verify-release.ts';
import { nodeDisk } from '../../src/run/effects.ts';
import { CUBES, SHAPE, stagedFiles } from './small-release.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
  folder = join(root, 'releases', '2024-Q2');
  await writeStaged(folder, stagedFiles(), nodeDisk);
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function problemsOf(): Promise<string[]> {
  const read = await readRelease(folder);
  return read.ok
    ? []
    : read.problems.map(({ file, line, code }) => `${file.slice(folder.length + 1)}:${line} ${code}`);
}

async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, path), text.replace(from, to));
}

test('a staged release reads back as what was staged, without an audit', async () => {
  const read = await readRelease(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.value).toMatchObject({
    release: '2024-Q2',
    declaration: SHAPE.declaration,
    codelists: SHAPE.codelists,
    audit: null,
    changes: [],
  });
  expect(read.value.cubes).toEqual(CUBES);
});

test('a missing file is named', async () => {
  await rm(join(folder, 'codelists/channel.csv'));
  expect(await problemsOf()).toEqual(['codelists/channel.csv:0 unreadable-file']);
});

test('a cube without one of its rows is refused at the first line that is not as declared', async () => {
  await change('cubes/cards-issued.csv', '2024-Q1,online,,z,Invented figure. Not open yet\n', '');
  expect(await problemsOf()).toEqual(['cubes/cards-issued.csv:3 rows']);
});

test('a table that does not repeat its cube is refused', async () => {
  await change('tables/cards.csv', '2024-Q1,event,40', '2024-Q1,event,41');
  expect(await problemsOf()).toEqual(['tables/cards.csv:0 table', 'tables/cards.csv:0 hash']);
});

test('a figure changed in cube and table alike is refused by its hash', async () => {
  await change('cubes/cards-issued.csv', '2024-Q1,event,40', '2024-Q1,event,41');
  await change('tables/cards.csv', '2024-Q1,event,40', '2024-Q1,event,41');
  expect(await problemsOf()).toEqual(['cubes/cards-issued.csv:0 hash', 'tables/cards.csv:0 hash']);
});

test('a row of an invented program that does not say so is refused', async () => {
  await change('cubes/cards-issued.csv', '2024-Q1,event,40,,Invented figure', '2024-Q1,event,40,,');
  expect(await problemsOf()).toEqual(['cubes/cards-issued.csv:2 cell']);
});

test('a count beside a withheld cell is refused', async () => {
  await change('cubes/cards-issued.csv', '2024-Q2,online,,c', '2024-Q2,online,3,c');
  expect(await problemsOf()).toEqual(['cubes/cards-issued.csv:6 cell']);
});

test('a release under another name is refused', async () => {
  const other = join(dirname(folder), '2024-Q3');
  await cp(folder, other, { recursive: true });
  const read = await readRelease(other);
  expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['release-id']);
});

test('bytes that are no UTF-8 are refused', async () => {
  await appendFile(join(folder, 'changes.csv'), Buffer.from([0xff, 0x0a]));
  expect(await problemsOf()).toContain('changes.csv:0 unreadable-file');
});

test('listReleases gives release folders alone, oldest first', async () => {
  for (const name of ['2023-Q4', '2024-Q2-r1', '2024-Q10', '.tmp-2024-Q3-9', 'notes'])
    await mkdir(join(root, 'releases', name));
  expect(await listReleases(root)).toEqual(['2023-Q4', '2024-Q2', '2024-Q2-r1']);
});

test('readReleases of a program without releases gives none', async () => {
  expect(await readReleases(join(root, 'nobody'))).toEqual({ ok: true, value: [] });
});

test('verifyRelease of a folder without hashes says that it is not sealed', async () => {
  expect(await verifyRelease(folder)).toMatchObject({ ok: false, problems: [{ code: 'missing-file' }] });
});
