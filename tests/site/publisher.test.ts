// `data/site.json`: who publishes a copy of the site.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { loadPublisher } from '../../src/site/load/load-publisher.ts';
import english from '../../src/site/messages/en.json' with { type: 'json' };
import { promisePage } from '../../src/site/pages/made/promise.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-publisher-'));
  folders.push(folder);
  return folder;
}

function folderWith(json: string): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'site.json'), json);
  return folder;
}

test('loadPublisher of a folder without the file: nobody', async () => {
  expect(await loadPublisher(makeFolder())).toBeUndefined();
});

test('loadPublisher: the name and the address', async () => {
  const publisher = { name: 'Rivertown Library', url: 'https://library.example.org/' };
  expect(await loadPublisher(folderWith(JSON.stringify({ publisher })))).toEqual(publisher);
});

test.each([
  ['no JSON', '{', /site\.json/],
  ['an unknown key', '{ "publisher": { "name": "A" }, "owner": 1 }', /owner/],
  ['a name with digits', '{ "publisher": { "name": "Channel 5" } }', /without digits/],
  ['an address that is none', '{ "publisher": { "name": "A", "url": "nowhere" } }', /url/],
])('loadPublisher of a file with %s: refused with the file and why', async (_, json, why) => {
  await expect(loadPublisher(folderWith(json))).rejects.toThrow(why);
});

test('the page on tracking says first that the pages track nobody, then who can see a visit, who publishes the site or that nobody is named', () => {
  const linesWith = (publisher: { name: string; email?: string } | undefined) => {
    const page = promisePage('en', { href: '/', label: 'Programs' }, { isCounted: false, publisher });
    const [list] = page.sections.find(({ id }) => id === 'tracking')?.blocks ?? [];
    return list?.kind === 'list' ? list.items.map(sentenceText) : [];
  };
  expect(linesWith(undefined).slice(0, 3)).toEqual([
    english.promise.trackingList.nothing,
    english.promise.trackingList.server,
    english.promise.noPublisher,
  ]);
  expect(linesWith({ name: 'Rivertown Library', email: 'ids@example.org' })[2]).toBe(
    'Rivertown Library publishes this copy of the site and answers for it.',
  );
});
