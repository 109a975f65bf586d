/** What counts: a PostgreSQL server by its address, or DuckDB in this process over files beside `sources.json`. */
import { dirname, extname, resolve } from 'node:path';

/** How SQL is written for it. */
export interface Dialect {
  /** What stands behind `from`. */
  readonly from: (source: string) => string;
  /** A day as a date, whatever the column holds. */
  readonly day: (sql: string) => string;
}

export const IN_FILES = 'duckdb';

export const POSTGRES: Dialect = {
  from: (source) => source.split('.').map(quote).join('.'),
  day: (sql) => sql,
};

/** Of a CSV every field is text: `01` is a code and no number. */
const READERS: Readonly<Record<string, (path: string) => string>> = {
  '.csv': (path) => `read_csv(${path}, all_varchar = true)`,
  '.tsv': (path) => `read_csv(${path}, all_varchar = true, delim = '\t')`,
  '.parquet': (path) => `read_parquet(${path})`,
  '.json': (path) => `read_json(${path})`,
  '.jsonl': (path) => `read_json(${path})`,
  '.ndjson': (path) => `read_json(${path})`,
};

export const FILE_ENDINGS: readonly string[] = Object.keys(READERS);

/** `folder` is that of `sources.json`. */
export function duckdb(folder: string): Dialect {
  return {
    from: (source) => {
      const read = READERS[extname(source)];
      if (read === undefined) throw new Error('internal error: a file of no kind that is read');
      return read(literal(resolve(folder, source)));
    },
    day: dayInFiles,
  };
}

/**
 * DuckDB knows the type of a column before it reads a row, and keeps of these two branches the one that is taken: of a day or a
 * time the date as it stands, for to read ten million days as times took as long as to count them. Whatever else there is, text
 * of a CSV first, is read as a time, which refuses what follows a date in a field and is none.
 */
function dayInFiles(sql: string): string {
  return `case when typeof(${sql}) in ('DATE', 'TIMESTAMP') then cast(${sql} as date) else cast(cast(${sql} as timestamp) as date) end`;
}

/** The folder that a query may read from. */
export function folderOf(folder: string, source: string): string {
  return dirname(resolve(folder, source));
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
