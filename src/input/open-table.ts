/**
 * A table that somebody hands in: a text file (CSV, or with tabs TSV), or a sheet of a workbook (XLSX) by the same
 * name. There is one of them; whatever it is, its rows are read in the same way.
 */
import { existsSync } from 'node:fs';
import type { Problem } from '../reading/problem.ts';
import type { Headings } from './columns.ts';
import { readRows, type Table } from './read-rows.ts';
import { openSheet } from './workbook/open-sheet.ts';

/** What its name may end in, after the one that stands for all of them. */
const OTHER_ENDINGS = ['.tsv', '.xlsx'] as const;

/** `cards-issued.csv` of `cards-issued.xlsx`: by this name a table is known, whatever its file. */
export function tableName(name: string): string {
  const ending = OTHER_ENDINGS.find((one) => name.toLowerCase().endsWith(one));
  return ending === undefined ? name : `${name.slice(0, -ending.length)}.csv`;
}

export function hasTable(path: string): boolean {
  return filesOf(path).length > 0;
}

/** `path` is that of the CSV file, whether it or another one is there; `names` are those of the columns. */
export async function openTable(path: string, names: readonly string[], headings?: Headings): Promise<Table> {
  const [file = path, ...others] = filesOf(path);
  if (others.length > 0) return { file, read: () => Promise.resolve(severalFiles([file, ...others])) };
  if (file.endsWith('.xlsx')) return await openSheet(file, names, headings);
  return { file, read: (taker) => readRows(file, names, taker) };
}

/** Those that are there. */
function filesOf(path: string): string[] {
  return [path, ...OTHER_ENDINGS.map((ending) => path.replace(/\.csv$/, ending))].filter((file) =>
    existsSync(file),
  );
}

function severalFiles(files: readonly string[]): Problem {
  const [file = '', ...others] = files;
  return {
    file,
    line: 0,
    column: '',
    code: 'several-files',
    message: `Beside it stands ${others.join(' and ')}: the rows could be of either.`,
    fix: 'Keep the one that counts, and move the other away.',
  };
}
