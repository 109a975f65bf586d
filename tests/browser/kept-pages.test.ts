// A site whose older pages are taken from the last build is, byte for byte, the site that is built from nothing. What a later release corrects is built anew.
import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { copyRepository } from '../copy-repository.ts';
import { release, type Town } from '../run/town.ts';
import { buildCorrected, correct, translate } from '../site/corrected-town.ts';

const NEXT = '2025-Q1';
const NEXT_CORRECTED = '2025-Q1-r1';
const NEXT_MONTHS = ['2025-01', '2025-02', '2025-03'];

let folder = '';
let town: Town;
beforeAll(async () => {
  folder = await copyRepository((path) => !path.startsWith('data/'));
  town = await buildCorrected();
});
afterAll(() => {
  for (const one of [folder, town.root]) rmSync(one, { recursive: true });
});

/** What `npm run build` said. */
function build(): string {
  const env = {
    ...process.env,
    DAYLIGHT_DATA: town.places.repository,
    DAYLIGHT_SITE: 'https://ids.example.org',
  };
  const built = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: folder, encoding: 'utf8', env });
  expect(built.status, built.stdout + built.stderr).toBe(0);
  return built.stdout;
}

/** A release of another quarter, which corrects nothing. */
async function addQuarter(from: Town): Promise<void> {
  const add = (file: string, rows: readonly string[]) =>
    appendFileSync(join(from.folder, 'tallies', file), rows.map((row) => `${row}\n`).join(''));
  add(
    'cards-issued.csv',
    NEXT_MONTHS.flatMap((month) => [`${month},event,310`, `${month},online,170`]),
  );
  add(
    'records-held.csv',
    NEXT_MONTHS.map((month) => `${month},500`),
  );
  expect(await release(from, [basename(from.folder), '--id', NEXT])).toMatchObject({ code: 0 });
  await translate(from);
}

test('a build after a new release takes the pages of the one before, checks the whole, and differs in no byte', async () => {
  expect(build()).not.toContain('from the last build');
  await addQuarter(town);
  const said = build();
  expect(said).toContain('Took the pages of 1 release from the last build');
  expect(said).toMatch(/Every number in \d+ files has an origin\. \d+ of them are as an earlier build left/);
  const taken = await readFiles(join(folder, 'dist'));
  rmSync(join(folder, '.cache'), { recursive: true });
  expect(build()).not.toContain('from the last build');
  const made = await readFiles(join(folder, 'dist'));
  expect([...taken.keys()]).toEqual([...made.keys()]);
  const different = [...made].filter(
    ([path, bytes]) => Buffer.compare(bytes, taken.get(path) ?? new Uint8Array()) !== 0,
  );
  expect(different.map(([path]) => path)).toEqual([]);
});

test('a build after a release that corrects what earlier ones say makes their pages anew', async () => {
  expect(await correct(town, NEXT_CORRECTED, [['2024-02', 'event', 290]])).toBe(true);
  expect(build()).not.toContain('from the last build');
});
