/**
 * The one CSV form that Daylight writes: UTF-8, comma, `\n`, quotes only where RFC 4180 needs them,
 * a header, a closing newline. `parseCsv` refuses what `formatCsv` would not have written, so that a
 * file has one byte form and a hash of it means something.
 */
import { accept, type Checked, type Problem, refuse } from './problem.ts';

/** Rows of text, all as wide as the header. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The mark of UTF-8 (BOM), for files that people open in a spreadsheet; those of a release have none. */
export const MARK = '\uFEFF';

export function formatCsv({ header, rows }: CsvTable): string {
  return [header, ...rows].map((row) => `${row.map(formatField).join(',')}\n`).join('');
}

function formatField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads what `formatCsv` wrote. `file` only names the place in problems. */
export function parseCsv(text: string, file: string, header: readonly string[]): Checked<CsvTable> {
  const [first = [], ...rows] = splitCsv(text, ',');
  const table = { header: first, rows };
  const problem =
    headerProblem(first, header, file) ?? widthProblem(rows, header, file) ?? formProblem(text, table, file);
  return problem === undefined ? accept(table) : refuse([problem]);
}

/** The fields of a text in this form, row by row. Of any other text only a part: `parseCsv` writes them again and compares. */
export function splitCsv(text: string, delimiter: ',' | ';' | '\t' | '|'): string[][] {
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\n${delimiter}]*))([${delimiter}]|\\n|$)`, 'gy');
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.replace(/\n$/, '').matchAll(field)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === delimiter) continue;
    rows.push(row);
    if (end === '') break;
    row = [];
  }
  return rows;
}

function headerProblem(
  found: readonly string[],
  wanted: readonly string[],
  file: string,
): Problem | undefined {
  if (found.join() === wanted.join()) return undefined;
  return {
    file,
    line: 1,
    column: '',
    code: 'header',
    message: `The header is not "${wanted.join()}".`,
    fix: REMAKE,
  };
}

function widthProblem(rows: CsvTable['rows'], header: readonly string[], file: string): Problem | undefined {
  const at = rows.findIndex((row) => row.length !== header.length);
  if (at < 0) return undefined;
  return {
    file,
    line: at + 2,
    column: '',
    code: 'width',
    message: `The row does not have ${header.length} fields.`,
    fix: REMAKE,
  };
}

function formProblem(text: string, table: CsvTable, file: string): Problem | undefined {
  const written = formatCsv(table);
  if (written === text) return undefined;
  const line = firstDifferentLine(written, text);
  return {
    file,
    line,
    column: '',
    code: 'form',
    message: 'The line is not in the form that Daylight writes.',
    fix: REMAKE,
  };
}

function firstDifferentLine(one: string, other: string): number {
  const others = other.split('\n');
  const at = one.split('\n').findIndex((line, index) => line !== others[index]);
  return (at < 0 ? others.length : at) + 1;
}

const REMAKE = 'Take the file from the release again; released files are never edited.';
