// `stageRelease`: the text of every file, and what a file of an invented program says of itself.
import { expect, test } from 'vitest';
import { parseDatapackage } from '../../src/formats/datapackage-file.ts';
import { sha256 } from '../../src/release/hash.ts';
import { stagedFiles } from './small-release.ts';

const files = stagedFiles();

test('stageRelease writes cubes, tables, codelists, changes and their description', () => {
  expect([...files.keys()]).toEqual([
    'cubes/cards-issued.csv',
    'tables/cards.csv',
    'codelists/period.csv',
    'codelists/channel.csv',
    'changes.csv',
    'datapackage.json',
  ]);
});

test('a table holds its own levels, without totals', () => {
  expect(files.get('tables/cards.csv')).toBe(`period,channel,count,status,note
2024-Q1,event,40,,Invented figure
2024-Q1,online,,z,Invented figure. Not open yet
2024-Q2,event,,c,Invented figure. Hidden to protect people
2024-Q2,online,,c,Invented figure. Hidden to protect people
`);
});

test('every row of every file with figures says that they are invented', () => {
  for (const path of ['cubes/cards-issued.csv', 'tables/cards.csv']) {
    const [, ...rows] = (files.get(path) ?? '').trimEnd().split('\n');
    expect(rows.filter((row) => !row.includes('Invented figure'))).toEqual([]);
  }
});

test('datapackage.json describes every other file with its size and hash', () => {
  const read = parseDatapackage(files.get('datapackage.json') ?? '', 'datapackage.json');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const described = read.value.resources.map(({ path, bytes, hash }) => ({ path, bytes, hash }));
  const expected = [...files].filter(([path]) => path !== 'datapackage.json');
  expect(described).toEqual(
    expected.map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      hash: `sha256:${sha256(text)}`,
    })),
  );
  expect([read.value.title, read.value.description]).toEqual([
    expect.stringContaining('invented'),
    expect.stringMatching(/^Invented figures\. /),
  ]);
  for (const { title } of read.value.resources) expect(title).toContain('invented figures');
});

test('every column of a resource is a column of its file, and so is its key', () => {
  const read = parseDatapackage(files.get('datapackage.json') ?? '', 'datapackage.json');
  for (const { path, schema } of read.ok ? read.value.resources : []) {
    expect(schema.fields.map(({ name }) => name).join()).toBe(files.get(path)?.split('\n')[0]);
    expect(schema.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(schema.primaryKey ?? []));
  }
});
