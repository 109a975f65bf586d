// On what the pages of a release as it was published hang: what changes their key, and what does not.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyReleases } from '../../../src/run/build/page-keys.ts';

const FIRST = '2024-Q3';
const SECOND = '2024-Q4';
const TOWN = 'data/programs/town';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-keys-'));
  for (const file of [
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'src/page.ts',
  ])
    await write(file, file);
  await write(`${TOWN}/program.json`, JSON.stringify({ id: 'town', name: 'Card', releases: [FIRST] }));
  await write(`${TOWN}/record/figures.csv`, 'id,value\nlaunch,500\n');
  await translate({ Card: 'Tarjeta', Subpoena: 'Citación' });
  await release(FIRST, 'id,asks_for\none,Subpoena\n');
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function translate(texts: Readonly<Record<string, string>>): Promise<void> {
  return write(`${TOWN}/translations/es.json`, JSON.stringify({ reviewedBy: null, texts }));
}

async function release(id: string, docket: string): Promise<void> {
  await write(`${TOWN}/releases/${id}/SHA256SUMS`, `${id} ${docket}`);
  await write(`${TOWN}/releases/${id}/requests/docket.csv`, docket);
}

async function keyOf(id: string, site = ''): Promise<string | undefined> {
  const places = { repository: root, data: join(root, 'data'), site, papers: false };
  return (await keyReleases(places)).find((one) => one.release === id)?.key;
}

test('keyReleases of a release whose program publishes another, with texts of its own: the same key', async () => {
  const before = await keyOf(FIRST);
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  await release(SECOND, 'id,asks_for\none,Subpoena\ntwo,Warrant\n');
  await translate({ Card: 'Tarjeta', Subpoena: 'Citación', Warrant: 'Orden' });
  await write(
    `${TOWN}/program.json`,
    JSON.stringify({ id: 'town', name: 'Card', releases: [FIRST, SECOND] }),
  );
  expect(await keyOf(FIRST)).toBe(before);
  expect(await keyOf(SECOND)).not.toBe(before);
  const second = await keyOf(SECOND);
  await translate({ Card: 'Tarjeta', Subpoena: 'Citación', Warrant: 'Mandato' });
  expect(await keyOf(FIRST)).toBe(before);
  expect(await keyOf(SECOND)).not.toBe(second);
});

const CHANGES: readonly (readonly [what: string, change: () => Promise<void>])[] = [
  ['the code', () => write('src/page.ts', 'another')],
  ['a new file of the code', () => write('src/more.ts', '')],
  ['the packages', () => write('package-lock.json', 'another')],
  ['a file that is served as it is', () => write('public/favicon.svg', '<svg/>')],
  ['the papers', () => write(`${TOWN}/program.json`, JSON.stringify({ id: 'town', name: 'Town Card' }))],
  ['the record', () => write(`${TOWN}/record/figures.csv`, 'id,value\nlaunch,501\n')],
  ['the sign', () => write(`${TOWN}/logo.svg`, '<svg/>')],
  ['a translation of its papers', () => translate({ Card: 'Carné', Subpoena: 'Citación' })],
  ['a translation of what it says', () => translate({ Card: 'Tarjeta', Subpoena: 'Orden' })],
  ['its seal', () => write(`${TOWN}/releases/${FIRST}/SHA256SUMS`, 'another')],
  ['a signature', () => write(`${TOWN}/releases/${FIRST}/SHA256SUMS.clerk.sig`, 'signed')],
  ['requests elsewhere', () => write('data/elsewhere/requests.csv', 'id\n')],
  ['another program', () => write('data/programs/village/program.json', '{}')],
];

test.each(CHANGES)('keyReleases changes with %s', async (_, change) => {
  const before = await keyOf(FIRST);
  await change();
  expect(await keyOf(FIRST)).not.toBe(before);
});

test('keyReleases changes with the address, and with a text of the papers that a later release says too', async () => {
  const before = await keyOf(FIRST);
  expect(await keyOf(FIRST, 'https://ids.example.org')).not.toBe(before);
  await release(SECOND, 'id,asks_for\ntwo,Card\n');
  expect(await keyOf(FIRST)).toBe(before);
  await translate({ Card: 'Carné', Subpoena: 'Citación' });
  expect(await keyOf(FIRST)).not.toBe(before);
});

test('keyReleases changes with what a later release corrects of it, and with nothing else that one corrects', async () => {
  await write(`${TOWN}/releases/${FIRST}/cubes/cards.csv`, 'period,channel,count\n2024-Q3,online,20\n');
  const corrects = async (...rows: readonly string[]) => {
    await release(SECOND, 'id,asks_for\none,Subpoena\n');
    const header = 'measure,cell,before,after,reason';
    await write(`${TOWN}/releases/${SECOND}/changes.csv`, [header, ...rows, ''].join('\n'));
    return await keyOf(FIRST);
  };
  const before = await keyOf(FIRST);
  expect(await corrects()).toBe(before);
  expect(await corrects('cards,2024-Q4|online,30,31,Found', 'requests/docket,two|asks_for,a,b,Found')).toBe(
    before,
  );
  const figure = await corrects('cards,2024-Q3|online,20,21,Found');
  expect(figure).not.toBe(before);
  const request = await corrects('requests/docket,one|asks_for,a,b,Found');
  expect(new Set([before, figure, request]).size).toBe(3);
});
