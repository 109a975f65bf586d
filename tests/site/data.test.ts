// The page on data: everything in one file, who publishes it, and lines that draw a chart again, run where there is what runs them.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipFiles } from '../../src/release/forms/archive.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Page } from '../../src/site/frame/page.ts';
import { dataPage } from '../../src/site/pages/data.ts';
import { viewOf } from '../../src/site/view.ts';
import { figureOnRecord, fixtureProgram, fixtureSite, RECORD } from './fixture.ts';
import { signedSite } from './signed-site.ts';

const site = fixtureSite();
const view = viewOf(site, 'en');
const page = dataPage(view) as Page;
const textOf = (id: string) => JSON.stringify(page.sections.find((section) => section.id === id));

test('the page on data: everything first, at an address that stays and at one that never changes', () => {
  expect(page.sections[0]?.id).toBe('everything');
  expect(textOf('everything')).toContain('/quay-card/everything.zip');
  expect(textOf('everything')).toContain('/quay-card/releases/2024-Q4/files.zip');
});

test('the page on data says whether its files are signed', () => {
  expect(textOf('everything')).toContain('Nobody signed this release');
  expect(JSON.stringify(dataPage(viewOf(signedSite(), 'en'))?.sections[0])).toContain('Office of the Clerk');
});

test('the page on data says on which day the newest release went out, or that nobody noted it', () => {
  const leadOf = (one: typeof view) => sentenceText(dataPage(one)?.lead ?? []);
  expect(leadOf(view)).toContain('On which day it came out is not noted.');
  const noted = { ...site, days: new Map([['2024-Q4', '2025-02-14']]) };
  expect(leadOf(viewOf(noted, 'en'))).toContain('It came out on February 14, 2025.');
  expect(leadOf(viewOf(noted, 'es'))).toContain('Se publicó el 14 de febrero de 2025.');
  expect(leadOf(viewOf(noted, 'en', '2024-Q4'))).not.toContain('came out');
});

test('every file at its permanent address, and of the newest release at the latest too', () => {
  expect(textOf('files')).toContain('/quay-card/releases/2024-Q4/files/tables/cards-by-month.csv');
  expect(textOf('files')).toContain('/quay-card/latest/tables/cards-by-month.csv');
  expect(JSON.stringify(dataPage(viewOf(site, 'en', '2023-Q4')))).not.toContain('/latest/');
});

test('a program on the record alone: its files and one zip of them', () => {
  const record = { ...RECORD, figures: [figureOnRecord({})] };
  const own = dataPage(
    viewOf({ ...site, program: fixtureProgram({ nature: 'real' }), record, releases: [] }, 'en'),
  );
  expect(JSON.stringify(own)).toContain('/quay-card/record/figures.csv');
  expect(JSON.stringify(own)).not.toContain('requests.csv');
  expect(JSON.stringify(own)).toContain('/quay-card/everything.zip');
  expect(dataPage(viewOf({ ...site, releases: [] }, 'en'))).toBeUndefined();
});

test('zipFiles: the same bytes in whatever order, and in whatever time zone', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const files: [string, Uint8Array][] = [
    ['b/two.csv', bytes('2')],
    ['a.csv', bytes('1')],
  ];
  const zip = zipFiles(new Map(files));
  expect(Object.keys(unzipSync(zip))).toEqual(['a.csv', 'b/two.csv']);
  expect(Buffer.compare(zip, zipFiles(new Map(files.toReversed())))).toBe(0);
  // A zone is that of a process: one of its own, in another zone, makes the zip again.
  const code = `import { zipFiles } from '${new URL('../../src/release/forms/archive.ts', import.meta.url)}';
    const files = new Map(['b/two.csv', 'a.csv'].map((path, at) => [path, Buffer.from(String(2 - at))]));
    process.stdout.write(zipFiles(files));`;
  const env = { ...process.env, TZ: 'Pacific/Auckland' };
  const elsewhere = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env }).stdout;
  expect(Buffer.compare(zip, elsewhere)).toBe(0);
});

/** The lines of the example, and an invented table for them. */
const blocks = page.sections.find(({ id }) => id === 'rebuild')?.blocks ?? [];
const [python = [], r = []] = blocks.flatMap((block) => (block.kind === 'commands' ? [block.lines] : []));
const CSV =
  'period,channel,count,status,note\n2023,event,30,,\n2023,online,,c,Hidden\n2024,event,41,,\n2024,online,0,,\n';

describe('lines that draw a chart again', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'daylight-'));
    await writeFile(join(folder, 'table.csv'), CSV);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const has = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;
  const run = (command: string, args: readonly string[]): string =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8' }).stdout.replaceAll('"', '').trim();
  const ours = (line: string | undefined) => (line ?? '').replace(/tables\/[\w-]+\.csv/, 'table.csv');
  const divided = (line: string) =>
    line.replace('index="period", values', 'index="period", columns="channel", values');

  test('are three of each, of a file of the release', () => {
    expect([python.length, r.length]).toEqual([3, 3]);
    const [, path = ''] = /read_csv\("([^"]+)"/.exec(python[1] ?? '') ?? [];
    expect(r[0]).toContain(`"${path}"`);
    expect(textOf('files')).toContain(path);
  });

  test.skipIf(!has('python3', ['-c', 'import pandas']))(
    'in Python give the cells of the table, a hidden one empty',
    () => {
      const pivot = divided(ours(python[2])).replace(/\.plot\.bar.*/, '.to_csv()');
      const script = ['import pandas', ours(python[1]), `print(${pivot})`].join('\n');
      expect(run('python3', ['-c', script]).split('\n')).toEqual([
        'period,event,online',
        '2023,30.0,',
        '2024,41.0,0.0',
      ]);
    },
  );

  test.skipIf(!has('Rscript', ['--version']))(
    'in R give the cells of the table, a hidden one missing',
    () => {
      const counts = ours(r[1]).replace('table["period"]', 'table[c("channel", "period")]');
      const script = [ours(r[0]), counts, 'write.csv(counts)'].join('\n');
      expect(run('Rscript', ['-e', script]).split('\n')).toEqual([
        ',2023,2024',
        'event,30,41',
        'online,NA,0',
      ]);
    },
  );

  test('name columns and cells that the shipped tables have, wherever nothing runs them', async () => {
    const file = 'data/programs/nyc-idnyc/releases/2024-Q2/tables/cards-by-year.csv';
    const [header = ''] = (await readFile(file, 'utf8')).split('\n');
    for (const column of ['period', 'count']) expect(header.split(',')).toContain(column);
    expect(python.join('\n')).toMatch(/index="period".*values="count"/);
    expect(r.join('\n')).toMatch(/tapply\(table\$count, table\["period"\]/);
  });
});
