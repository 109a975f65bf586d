/**
 * Ten million rows, one a card, counted where they lie: in a Parquet file by DuckDB and on a PostgreSQL server of this machine, each beside
 * the bare query; and a workbook of 100,000 rows. Everything is made in the system's temporary folder and taken away again.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckDb } from '../../src/tallies/sources/query-files.ts';
import { makeWorkbook } from '../input/make-workbook.ts';
import { type Measurement, measureNode, type Run } from './measure.ts';
import { openServer } from './postgres-server.ts';

const ROWS = 10_000_000;
const SHEET_ROWS = 100_000;
const PROGRAM = 'bench';
/** Against chance: the fastest of so many, of both. */
const ROUNDS = 5;

/** A card by its day in ten years, the ward that it went to, the way in which it was asked for, and a number that is nobody's. */
const CARDS = `select date '2015-01-01' + cast(cast(i as bigint) * 7919 % 3650 as integer) as issued_on, 'ward-' || (1 + i % 50) as ward,
  case when i % 3 = 0 then 'counter' when i % 3 = 1 then 'online' else 'event' end as way, i as card`;
const PARQUET = `copy (${CARDS} from range(${ROWS}) as t(i)) to 'cards.parquet'`;
const TABLE = `create table cards as ${CARDS} from generate_series(0, ${ROWS - 1}) as t(i)`;

const WAYS = ['counter', 'online', 'event'];
/** More than cards go to: a workbook of so many rows needs them. */
const WARDS = Array.from({ length: 210 }, (_, at) => `ward-${at + 1}`);

const JSON_OF_PROGRAM = JSON.stringify({
  id: PROGRAM,
  name: 'Bench',
  city: 'Bench',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for measuring.',
  tallies: 'confidential',
  period: { from: '2015-01', levels: ['month', 'year'] },
  dimensions: [
    { id: 'channel', label: 'Way', codes: WAYS.map((code) => ({ code, label: code })) },
    { id: 'ward', label: 'Ward', codes: WARDS.map((code) => ({ code, label: code })) },
  ],
  measures: [
    {
      id: 'cards-issued',
      label: 'Cards',
      unit: 'cards',
      kind: 'flow',
      dimensions: ['channel', 'ward'],
      absentRows: 'zero',
    },
  ],
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
});

const WORK = join(import.meta.dirname, 'sources-work.ts');

/** The fastest run of each work in a process of its own; one after the other, so that what else the machine does slows them alike. */
async function fastest(folder: string, works: readonly (readonly string[])[]): Promise<Run[]> {
  const best: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, work] of works.entries()) {
      const run = await measureNode([WORK, folder, ...work], folder);
      if (run.seconds < (best[at]?.seconds ?? Number.POSITIVE_INFINITY)) best[at] = run;
    }
  return best;
}

/** Tallies from an engine beside its bare query. */
async function compare(what: string, folder: string, from: string, database: string): Promise<Measurement[]> {
  const source = { from, period: { day: 'issued_on' }, dimensions: { channel: 'way', ward: 'ward' } };
  await writeFile(
    join(folder, 'sources.json'),
    JSON.stringify({ database, measures: { 'cards-issued': source } }),
  );
  const [bare, tallied] = await fastest(folder, [['bare', database], ['tally']]);
  if (bare === undefined || tallied === undefined) throw new Error('internal error: nothing was run');
  if (Number(tallied.output) !== Number(bare.output))
    throw new Error(`${what}: ${tallied.output} rows of a tally, but ${bare.output} groups.`);
  return [
    { what: `${what}, the bare query`, value: bare.seconds, unit: 's' },
    { what: `${what}, to a tally of ${Number(tallied.output)} rows`, value: tallied.seconds, unit: 's' },
    {
      what: `${what}, times the bare query`,
      value: tallied.seconds / bare.seconds,
      unit: 'times',
      most: 1.3,
    },
    { what: `${what}, peak memory of this process`, value: tallied.peakMb, unit: 'MB' },
  ];
}

async function benchParquet(folder: string): Promise<Measurement[]> {
  if ((await loadDuckDb()) === undefined) {
    console.log('  not measured, for here is missing: DuckDB (npm run setup)');
    return [];
  }
  await measureNode([WORK, folder, 'make', PARQUET], folder);
  return await compare(`${ROWS} rows as Parquet in DuckDB`, folder, 'cards.parquet', 'duckdb');
}

async function benchPostgres(folder: string): Promise<Measurement[]> {
  const server = await openServer(folder);
  if (server === undefined) {
    console.log(
      '  not measured, for here is missing: a PostgreSQL server (Debian: apt-get install postgresql)',
    );
    return [];
  }
  try {
    await server.run(TABLE);
    await server.run('vacuum analyze cards');
    return await compare(`${ROWS} rows in PostgreSQL`, folder, 'public.cards', server.address);
  } finally {
    await server.close();
  }
}

async function benchWorkbook(folder: string): Promise<Measurement[]> {
  const months = Array.from(
    { length: 120 },
    (_, at) => `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const keys = months.flatMap((month) =>
    ['_T', ...WARDS].flatMap((ward) => ['_T', ...WAYS].map((way) => [month, way, ward] as const)),
  );
  const rows = keys.slice(0, SHEET_ROWS).map((key, at) => [...key, 11 + (at % 40)]);
  await writeFile(
    join(folder, 'cards-issued.xlsx'),
    makeWorkbook([{ name: 'Cards', rows: [['period', 'channel', 'ward', 'count'], ...rows] }]),
  );
  const { seconds, peakMb, output } = await measureNode([WORK, folder, 'workbook'], folder);
  if (Number(output) !== rows.length) throw new Error(`${output} of ${rows.length} rows were read.`);
  const what = `a workbook of ${rows.length} rows`;
  return [
    { what, value: seconds, unit: 's', most: 10 },
    { what: `${what}, peak memory`, value: peakMb, unit: 'MB', most: 500 },
  ];
}

export async function benchSources(): Promise<Measurement[]> {
  const root = await mkdtemp(join(tmpdir(), 'daylight-sources-'));
  const measured: Measurement[] = [];
  try {
    for (const [name, bench] of [
      ['parquet', benchParquet],
      ['postgres', benchPostgres],
      ['workbook', benchWorkbook],
    ] as const) {
      const folder = join(root, name);
      await mkdir(join(folder, 'programs', PROGRAM), { recursive: true });
      await writeFile(join(folder, 'programs', PROGRAM, 'program.json'), JSON_OF_PROGRAM);
      measured.push(...(await bench(folder)));
    }
    return measured;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
