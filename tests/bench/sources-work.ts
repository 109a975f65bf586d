/** The work of `sources.ts`, each in a process of its own: `FOLDER make SQL`, `FOLDER bare DATABASE`, `FOLDER tally`, `FOLDER workbook`. Prints how many rows came of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { releaseEnd } from '../../src/program/period.ts';
import { programSchema } from '../../src/program/program.ts';
import { tallyCommand } from '../../src/run/commands/tally-command.ts';
import { readTallies } from '../../src/tallies/read-tallies.ts';
import { duckdb, IN_FILES, POSTGRES } from '../../src/tallies/sources/engine.ts';
import { parseSources } from '../../src/tallies/sources/source-file.ts';
import { pagelessEffects } from '../pageless-effects.ts';

const MEASURE = 'cards-issued';
const [folder = '', work, argument = ''] = process.argv.slice(2);
const END = releaseEnd('2024-Q4') ?? 0;

const program = async () =>
  programSchema.parse(JSON.parse(await readFile(join(folder, 'programs', 'bench', 'program.json'), 'utf8')));

async function inDuckDb(sql: string): Promise<number> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  return (await connection.runAndReadAll(sql)).currentRowCount;
}

async function inPostgres(sql: string, address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rowCount } = await client.query(sql).finally(() => client.end());
  return rowCount ?? 0;
}

/** The GROUP BY as anybody would write it, and nothing around it. */
async function bareQuery(database: string): Promise<number> {
  const sources = parseSources(
    await readFile(join(folder, 'sources.json'), 'utf8'),
    'sources.json',
    await program(),
  );
  const source = sources.ok ? sources.value.measures[MEASURE] : undefined;
  if (source === undefined) throw new Error('internal error: no source');
  const isInFiles = database === IN_FILES;
  const from = (isInFiles ? duckdb(folder) : POSTGRES).from(source.from);
  const sql = `select extract(year from issued_on), extract(month from issued_on), way, ward, count(*) from ${from} group by 1, 2, 3, 4`;
  return isInFiles ? await inDuckDb(sql) : await inPostgres(sql, database);
}

async function tally(): Promise<number> {
  const places = { repository: join(folder, 'nowhere'), programs: join(folder, 'programs') };
  const lines: string[] = [];
  const effects = {
    ...pagelessEffects(),
    log: (line: string) => void lines.push(line),
    print: () => undefined,
  };
  const code = await tallyCommand(['bench', '--tallies', folder, '--replace'], effects, places);
  if (code !== 0) throw new Error(lines.join('\n'));
  return (await readFile(join(folder, `${MEASURE}.csv`), 'utf8')).trimEnd().split('\n').length - 1;
}

async function workbook(): Promise<number> {
  const [read] = await readTallies({ program: await program(), end: END, folder });
  if (read?.ok !== true) throw new Error(JSON.stringify(read?.problems.slice(0, 3)));
  return read.value.grids.reduce((rows, { counts }) => rows + counts.filter((count) => count >= 0).length, 0);
}

const WORKS: Readonly<Record<string, () => Promise<number>>> = {
  make: () => inDuckDb(argument),
  bare: () => bareQuery(argument),
  tally,
  workbook,
};
console.log(await WORKS[work ?? '']?.());
