// A paper is taken from an earlier build as long as its page, what the page asked for and the browser are the same.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropPapers, findPaper, keepPaper, paperKey } from '../../src/print/kept-papers.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-papers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HTML = Buffer.from('<p>12 cards</p>');
const PDF = Buffer.from('%PDF-1.4 of 12 cards');
const SITE = new Map([['_astro/page.css', 'aa']]);
const hashes = (site: ReadonlyMap<string, string>) => (path: string) =>
  Promise.resolve(site.get(path) ?? null);
const ASKED = new Map([
  ['_astro/page.css', 'aa'],
  ['x/logo.svg', null],
]);
const cacheBy = (by: string) => ({ folder, by });
const keyOf = (by = 'browser 1', site = '', html = HTML) =>
  paperKey(cacheBy(by), site, 'en/x/briefing/index.html', html);

test('findPaper gives what keepPaper kept', async () => {
  const cache = cacheBy('browser 1');
  expect(await findPaper(cache, keyOf(), hashes(SITE))).toBeUndefined();
  await keepPaper(cache, keyOf(), ASKED, PDF);
  expect(await findPaper(cache, keyOf(), hashes(SITE))).toEqual(PDF);
});

test.each([
  ['another style sheet', new Map([['_astro/page.css', 'bb']])],
  ['no style sheet', new Map()],
  ['a logo where there was none', new Map([...SITE, ['x/logo.svg', 'cc']])],
])('findPaper finds nothing beside %s', async (_, site) => {
  await keepPaper(cacheBy('browser 1'), keyOf(), ASKED, PDF);
  expect(await findPaper(cacheBy('browser 1'), keyOf(), hashes(site))).toBeUndefined();
});

test('paperKey is another for another browser, address or page', () => {
  const keys = [
    keyOf(),
    keyOf('browser 2'),
    keyOf('browser 1', 'https://ids.example.org/'),
    keyOf('browser 1', '', Buffer.from('<p>')),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('findPaper finds nothing where the paper was changed', async () => {
  await keepPaper(cacheBy('browser 1'), keyOf(), ASKED, PDF);
  await writeFile(join(folder, `${keyOf()}.pdf`), 'other');
  expect(await findPaper(cacheBy('browser 1'), keyOf(), hashes(SITE))).toBeUndefined();
});

test('dropPapers keeps those of pages that there are', async () => {
  await keepPaper(cacheBy('browser 1'), keyOf(), ASKED, PDF);
  await keepPaper(cacheBy('browser 1'), keyOf('browser 2'), ASKED, PDF);
  await dropPapers(cacheBy('browser 1'), [keyOf()]);
  expect((await readdir(folder)).sort()).toEqual([`${keyOf()}.json`, `${keyOf()}.pdf`]);
  expect(await readFile(join(folder, `${keyOf()}.pdf`))).toEqual(PDF);
});
