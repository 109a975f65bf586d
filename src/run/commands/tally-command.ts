/**
 * `npm run tally -- <program> --tallies DIR [--print-sql] [--replace]`: counts in the office's database or files, as `sources.json`
 * in the folder says, and writes the tallies there. With --print-sql it prints the queries and asks nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import { hasTable } from '../../input/open-table.ts';
import type { PeriodLevel } from '../../program/period.ts';
import { dimensionCodelist, type Measure, type Program } from '../../program/program.ts';
import { formatCsv } from '../../reading/csv.ts';
import type { Problem } from '../../reading/problem.ts';
import { RefusedError } from '../../release/refused-error.ts';
import { tallyColumns } from '../../tallies/read-measure.ts';
import { duckdb, folderOf, IN_FILES, POSTGRES } from '../../tallies/sources/engine.ts';
import { queryFiles } from '../../tallies/sources/query-files.ts';
import { runQuery } from '../../tallies/sources/run-query.ts';
import { parseSources, SOURCES_FILE, type Source, type Sources } from '../../tallies/sources/source-file.ts';
import { tallyOfGroups } from '../../tallies/sources/tally-of-groups.ts';
import { type Query, writeQuery } from '../../tallies/sources/write-query.ts';
import { type ExitCode, endWith, readArgs, UsageError } from '../command.ts';
import { type Effects, writeWhole } from '../effects.ts';
import { findTallies, type Places, shippedPlaces } from '../places.ts';
import { orRefuse, readProgram } from '../read-program.ts';
import { step } from '../step.ts';

export function tallyCommand(
  args: readonly string[],
  effects: Effects,
  places: Places = shippedPlaces,
): Promise<ExitCode> {
  return endWith(() => run(parse(args), effects, places), 'tally', effects);
}

function parse(args: readonly string[]) {
  const { values, positionals } = readArgs(args, {
    tallies: { type: 'string' },
    'print-sql': { type: 'boolean' },
    replace: { type: 'boolean' },
  });
  const [program, ...surplus] = positionals;
  if (program === undefined || surplus.length > 0)
    throw new UsageError('Name one program, and with --tallies the folder that has sources.json.');
  return {
    program,
    tallies: values.tallies,
    printSql: values['print-sql'] === true,
    replace: values.replace === true,
  };
}

interface Counting {
  readonly measure: Measure;
  readonly source: Source;
  readonly level: PeriodLevel;
  readonly query: Query;
}

async function run(
  { program: id, tallies, printSql, replace }: ReturnType<typeof parse>,
  effects: Effects,
  places: Places,
): Promise<ExitCode> {
  const { program, folder: home } = await readProgram(id, places);
  const folder = await findTallies(program, home, tallies, places);
  const file = join(folder, SOURCES_FILE);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new RefusedError(
      'input',
      `There is no ${file}. It says where the database counts what: docs/formats.md, "sources.json".`,
    );
  const sources = orRefuse(
    parseSources(text, file, program),
    `${file} has faults. Mend them, then try again.`,
  );
  const countings = Object.entries(sources.measures).map(([measure, source]) =>
    openCounting(program, measure, source, sources, folder),
  );
  if (printSql) {
    for (const { measure, query } of countings) effects.print(`-- ${measure.id}\n${query.sql};\n`);
    return 0;
  }
  await refuseKept(countings, folder, replace, effects);
  // Every measure is counted before any file is written.
  const counted: { path: string; text: string; rows: number }[] = [];
  for (const counting of countings) counted.push(await count(counting, program, sources, folder, effects));
  for (const { path, text: csv, rows } of counted) {
    await writeWhole(path, csv, effects);
    effects.print(`Wrote ${path}: ${rows} rows.`);
  }
  return 0;
}

function openCounting(
  program: Program,
  id: string,
  source: Source,
  { database }: Sources,
  folder: string,
): Counting {
  const measure = program.measures.find((one) => one.id === id);
  const [level] = program.period?.levels ?? [];
  if (measure === undefined || level === undefined) throw new Error('internal error: a source of no measure');
  const dialect = database === IN_FILES ? duckdb(folder) : POSTGRES;
  return { measure, source, level, query: writeQuery(source, level, measure.dimensions, dialect) };
}

/** A tally that has rows is written over only where that is meant: somebody may have filled it by hand. */
async function refuseKept(
  countings: readonly Counting[],
  folder: string,
  replace: boolean,
  { disk }: Effects,
): Promise<void> {
  for (const { measure } of countings) {
    const path = join(folder, `${measure.id}.csv`);
    const text = await disk.readIfThere(path);
    const isOther = hasTable(path) && text === undefined;
    if (isOther || (!replace && text !== undefined && text.trim().includes('\n')))
      throw new RefusedError(
        'exists',
        `There is a tally of ${measure.id} in ${folder} that has rows. Move it away, or say --replace if it is a CSV file that came from here.`,
      );
  }
}

async function count(
  { measure, source, level, query }: Counting,
  { dimensions }: Program,
  { database, timeoutSeconds }: Sources,
  folder: string,
  effects: Effects,
) {
  const place: Pick<Problem, 'file' | 'line'> = {
    file: `${join(folder, SOURCES_FILE)}: ${measure.id}`,
    line: 0,
  };
  const where = database === IN_FILES ? 'files' : 'the database';
  const found = await step(`Count ${measure.id} in ${where}`, effects, () =>
    database === IN_FILES
      ? queryFiles({ folder: folderOf(folder, source.from), timeoutSeconds }, query)
      : runQuery({ address: database, timeoutSeconds }, query),
  );
  if ('code' in found)
    throw new RefusedError('input', `There are no counts from ${where}, and nothing was written.`, [
      { ...place, column: '', ...found },
    ]);
  const codelists = measure.dimensions.map((name) => {
    const at = dimensions.findIndex(({ id }) => id === name);
    return dimensionCodelist(valueAt(dimensions, at));
  });
  const rows = orRefuse(
    tallyOfGroups(found, query, source, level, codelists, place),
    `What was counted in ${where} is not what the program declares, and nothing was written.`,
  );
  const csv = formatCsv({ header: tallyColumns(measure), rows });
  return { path: join(folder, `${measure.id}.csv`), text: csv, rows: rows.length };
}
