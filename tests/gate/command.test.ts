// `npm run gate` as an operator runs it, on a site of one page and a program that stands on the record alone.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { siteFiles } from '../../src/catalogs/catalog-files.ts';
import { parseProgram } from '../../src/program/parse-program.ts';

const COMMAND = resolve(import.meta.dirname, '../../scripts/gate.ts');
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";
const PROGRAM = {
  id: 'small-town',
  name: 'Small Town ID',
  city: 'Small Town',
  nature: 'real',
  standing: 'From the press.',
  summary: 'A card.',
  tallies: 'none',
  licence: { name: 'CC BY', url: 'https://creativecommons.org/licenses/by/4.0/' },
};
const RECORD = `id,topic,figure,value,qualifier,unit,period,source_title,source_url,how_read,note,derived,cell
launch,people,Residents who signed up on the first day,500,about,people,2018-05-01,"Herald, 2 May 2018",,Read in full,,,
`;
const FIGURE = {
  text: '500',
  origin: { kind: 'record', program: 'small-town', formula: 'count', figures: ['launch'], decimals: 0 },
  times: 1,
};

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-gate-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function writeSite(body: string): Promise<void> {
  await write('data/programs/small-town/program.json', JSON.stringify(PROGRAM));
  await write('data/programs/small-town/record/figures.csv', RECORD);
  await write('dist/small-town/record/figures.csv', RECORD);
  const catalog = {
    site: undefined,
    programs: [{ program: programOf(), releases: [], record: ['figures.csv'], days: new Map() }],
  };
  for (const [path, text] of siteFiles(catalog)) await write(`dist/${path}`, text);
  await write(
    'dist-figures/en/small-town/figures.json',
    JSON.stringify({
      pages: [{ path: '/en/small-town/', figures: [FIGURE], ticks: [], words: [], claims: [] }],
    }),
  );
  await write(
    'dist/en/small-town/index.html',
    `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>x</title></head><body><p>${body}</p></body></html>`,
  );
}

function programOf() {
  const read = parseProgram(JSON.stringify(PROGRAM), 'program.json');
  if (!read.ok) throw new Error('the program is not of the form');
  return read.value;
}

function gate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, DAYLIGHT_DATA: 'data', DAYLIGHT_SITE: '' };
  return spawnSync(process.execPath, [COMMAND, ...args], { cwd: root, encoding: 'utf8', env });
}

test('gate exits 0 and says how much it read where every number has an origin', async () => {
  await writeSite('500 signed up');
  expect(gate()).toMatchObject({ status: 0, stdout: 'Every number in 6 files has an origin.\n' });
});

test('gate exits 1 with a line for every finding', async () => {
  await writeSite('501 signed up');
  const { status, stdout } = gate('dist');
  expect(status).toBe(1);
  expect(stdout).toBe(
    [
      'en/small-town/index.html: html > body:nth-child(2) > p: "501": The number has no origin: no figure or word of the manifest reads like this.',
      'en/small-town/index.html: "500": The manifest lists this figure or word 1 times, but the page prints it 0 times.',
      '2 findings in 6 files.\n',
    ].join('\n'),
  );
});

test('gate exits 2 where there is nothing to check or it is called wrongly', () => {
  expect(gate('nowhere')).toMatchObject({
    status: 2,
    stdout: 'There is no folder nowhere. Build the site first: npm run build.\n',
  });
  expect(gate('--help')).toMatchObject({ status: 2, stderr: 'Usage: npm run gate [-- DIST]\n' });
  expect(gate('one', 'two').status).toBe(2);
});

test('gate refuses a manifest in dist, and says where there is none beside it', async () => {
  await writeSite('500 signed up');
  await rename(join(root, 'dist-figures/en/small-town/figures.json'), join(root, 'dist/figures.json'));
  await rm(join(root, 'dist-figures'), { recursive: true });
  const lacking = gate();
  expect(lacking.status).toBe(2);
  expect(lacking.stdout).toContain('There is no folder dist-figures');
  await writeSite('500 signed up');
  const published = gate();
  expect(published.status).toBe(1);
  expect(published.stdout).toContain('figures.json: A manifest lies beside the site and is no part of it.');
});

test('gate refuses in dist what lies beside the record and is none of it', async () => {
  const stray = 'small-town/record/letter-from-the-agency.txt';
  await writeSite('');
  await write(`data/programs/${stray}`, 'Not for the public.');
  await write(`dist/${stray}`, 'Not for the public.');
  const { status, stdout } = gate();
  expect(status).toBe(1);
  expect(stdout).toContain(stray);
});
