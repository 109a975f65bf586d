/**
 * Runs the query of a measure with DuckDB in this process, over files of any size. It may read the folder of the file and
 * nothing else, loads nothing from elsewhere, keeps nothing on the disk, and answers one statement. What it says in words
 * stays unsaid, since it may quote a row: faults go by their kind. The package is not always there: it is heavy, and some
 * machines have none of it.
 */
import type { Fault } from '../../reading/problem.ts';
import { literal } from './engine.ts';
import { type Groups, groupsOf } from './group-limits.ts';
import type { Query } from './write-query.ts';

export interface Files {
  /** The folder that may be read. */
  readonly folder: string;
  readonly timeoutSeconds: number;
}

/** What of the package is used. */
interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly extractStatements: (sql: string) => Promise<{
    readonly count: number;
    readonly prepare: (at: number) => Promise<{
      readonly runAndReadAll: () => Promise<{ readonly getRows: () => unknown[][] }>;
    }>;
  }>;
  readonly interrupt: () => void;
  readonly closeSync: () => void;
}

interface DuckDb {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{
      readonly connect: () => Promise<Connection>;
      readonly closeSync: () => void;
    }>;
  };
}

/** Not a literal: types are checked where the package is not installed, too. */
const PACKAGE: string = '@duckdb/node-api';

/** Undefined where the package is not installed, or has nothing for this machine. */
export async function loadDuckDb(): Promise<DuckDb | undefined> {
  return await import(PACKAGE).catch(() => undefined);
}

export async function queryFiles(
  { folder, timeoutSeconds }: Files,
  query: Query,
  load = loadDuckDb,
): Promise<Groups | Fault> {
  const duckDb = await load();
  if (duckDb === undefined) return NOT_INSTALLED;
  const instance = await duckDb.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const timer = setTimeout(() => connection.interrupt(), timeoutSeconds * 1000);
  try {
    for (const setting of SETTINGS) await connection.run(`set ${setting}`);
    await connection.run(`set allowed_directories = [${literal(`${folder}/`)}]`);
    for (const setting of LOCKS) await connection.run(`set ${setting}`);
    return groupsOf(await ask(connection, query.sql), query.dimensions.length);
  } catch (error) {
    return faultOf(error, timeoutSeconds);
  } finally {
    clearTimeout(timer);
    connection.closeSync();
    instance.closeSync();
  }
}

/** Nothing is fetched, and rows are never written to the disk, however many there are. */
const SETTINGS = [
  "temp_directory = ''",
  'autoinstall_known_extensions = false',
  'autoload_known_extensions = false',
];
const LOCKS = ['enable_external_access = false', 'lock_configuration = true'];

/** Every value as text, as PostgreSQL sends it. */
async function ask(connection: Connection, sql: string): Promise<Groups> {
  const statements = await connection.extractStatements(
    `select cast(columns(*) as varchar) from (\n${sql}\n) as g`,
  );
  if (statements.count !== 1) throw new Error('Parser Error: more than one statement');
  const prepared = await statements.prepare(0);
  return (await prepared.runAndReadAll()).getRows() as (string | null)[][];
}

const NOT_INSTALLED: Fault = {
  code: 'no-duckdb',
  message: 'DuckDB, which counts in files, is not installed here.',
  fix: 'Install it: npm install --no-save @duckdb/node-api@1.5.6-r.1. Or load the files into PostgreSQL, or count them elsewhere and give tallies as CSV.',
};

/** By the words with which DuckDB's messages begin; what comes after them is never repeated. */
const FAULTS: readonly (readonly [begin: RegExp, message: string, fix: string])[] = [
  [
    /^IO Error/,
    'The file is not there, or cannot be read.',
    'Correct "from" in sources.json: a path from the folder of sources.json.',
  ],
  [
    /^Permission Error/,
    'An expression reads something besides the file.',
    'Take it out: "from" alone names what is read.',
  ],
  [
    /^(Binder|Catalog) Error/,
    'A column is not there, or is of another type than its use.',
    'See which columns of the file sources.json names. Columns of a CSV are text: cast them in expressions.',
  ],
  [
    /^Conversion Error/,
    'A value cannot be read as what it is used as.',
    'See what --print-sql prints; "day" must be a day such as 2024-01-31.',
  ],
  [
    /Parser Error/,
    'An expression is not SQL.',
    'See what --print-sql prints, and mend the expression in sources.json.',
  ],
  [
    /^Invalid Input Error/,
    'The file is not of its kind, or a row has more or fewer fields than the others.',
    'Export it again. Its ending says what it is: .csv, .tsv, .parquet, .json, .jsonl, .ndjson.',
  ],
  [
    /^INTERRUPT Error/,
    'The query took too long and was stopped.',
    'Raise "timeoutSeconds" in sources.json, or give Parquet in place of CSV.',
  ],
  [
    /^Out of Memory Error/,
    'The query needs more memory than there is.',
    'Group by fewer columns, or count where there is more.',
  ],
];

function faultOf(error: unknown, timeoutSeconds: number): Fault {
  const text = error instanceof Error ? error.message : '';
  const [, message, fix] = FAULTS.find(([begin]) => begin.test(text)) ?? [
    /^/,
    'The query failed.',
    `Try what --print-sql prints in duckdb. A query may take ${timeoutSeconds} s.`,
  ];
  return { code: 'database', message, fix };
}
