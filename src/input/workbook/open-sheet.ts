/** The sheet of a workbook that holds a table: the only one whose first row names all columns, or that has the name of the file. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Fault, Problem } from '../../reading/problem.ts';
import { findColumns, foldName, type Headings } from '../columns.ts';
import type { RowTaker, Table } from '../read-rows.ts';
import { readWorkbook, type Sheet } from './read-workbook.ts';

/** `names` are those of the columns. */
export async function openSheet(file: string, names: readonly string[], headings?: Headings): Promise<Table> {
  const bytes = await readFile(file).catch((error: unknown) => error);
  if (!(bytes instanceof Uint8Array)) return faulty(file, unreadable(bytes));
  const sheets = readWorkbook(bytes);
  if (sheets === undefined) return faulty(file, NO_WORKBOOK);
  const chosen = chooseSheet(sheets, basename(file, '.xlsx'), names, headings);
  if ('code' in chosen) return faulty(file, chosen);
  const named = `${file} (sheet ${sheets.indexOf(chosen) + 1})`;
  return { file: named, read: (taker) => Promise.resolve(takeSheet(chosen, named, taker)) };
}

function faulty(file: string, fault: Fault): Table {
  return { file, read: () => Promise.resolve({ file, line: 0, column: '', ...fault }) };
}

function chooseSheet(
  sheets: readonly Sheet[],
  name: string,
  names: readonly string[],
  headings?: Headings,
): Sheet | Fault {
  const filled = sheets.filter((sheet) => headerOf(sheet) !== undefined);
  const [only, ...others] = filled;
  if (only === undefined) return EMPTY;
  if (others.length === 0) return only;
  const whole = filled.filter((sheet) => {
    const { isHeader, positions } = findColumns(headerOf(sheet) ?? [], names, headings);
    return isHeader && positions.size === names.length;
  });
  const [first, ...more] = whole;
  if (first === undefined) return noSheet(listed(filled, sheets), names);
  if (more.length === 0) return first;
  return (
    whole.find((sheet) => foldName(sheet.name) === foldName(name)) ??
    severalSheets(listed(whole, sheets), name)
  );
}

/** The first row in which something stands. */
function headerOf({ rows }: Sheet): readonly string[] | undefined {
  return rows.find((row) => !isBlank(row));
}

const isBlank = (row: readonly string[]): boolean => row.every((field) => field.trim() === '');

/** In a workbook nothing says whether a comma in a text is a decimal mark, as in a file with semicolons. */
const UNKNOWN_COMMAS = ';';

/** Rows end at their last cell, and are filled up to the width of the header. */
function takeSheet({ rows, faults }: Sheet, file: string, taker: RowTaker): Problem | undefined {
  for (const { line, column, fault } of faults) taker.fault(line, fault, column);
  if (faults.length > 0) return undefined;
  let width: number | undefined;
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) continue;
    if (width === undefined) taker.open(row, at + 1, UNKNOWN_COMMAS);
    else taker.row([...row, ...Array<string>(Math.max(0, width - row.length)).fill('')], at + 1);
    width ??= row.length;
  }
  return width === undefined ? { file, line: 0, column: '', ...EMPTY } : undefined;
}

/** By their places in the workbook: a name that somebody gave a sheet is part of the file, like a cell. */
function listed(some: readonly Sheet[], sheets: readonly Sheet[]): string {
  return some.map((sheet) => sheets.indexOf(sheet) + 1).join(', ');
}

function severalSheets(places: string, name: string): Fault {
  return {
    code: 'several-sheets',
    message: `Each of these sheets of the workbook has all columns: ${places}.`,
    fix: `Name the one that counts "${name}", or move the others into another workbook.`,
  };
}

function noSheet(places: string, names: readonly string[]): Fault {
  return {
    code: 'no-sheet',
    message: `No sheet of the workbook begins with a row that names all columns. Sheets with rows: ${places}.`,
    fix: `The first row of the sheet that counts names: ${names.join(', ')}.`,
  };
}

const EMPTY: Fault = {
  code: 'empty-file',
  message: 'The workbook has nothing in its sheets.',
  fix: 'Fill a sheet; one without rows has its header all the same.',
};
const NO_WORKBOOK: Fault = {
  code: 'no-workbook',
  message:
    'The file is no workbook (XLSX) that can be read: damaged, too large, locked by a password, or of another kind.',
  fix: 'Open it in the spreadsheet and save it as an XLSX workbook without a password, or its sheet as "CSV UTF-8".',
};

function unreadable(error: unknown): Fault {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return {
    code: 'unreadable-file',
    message: `The file cannot be read (${reason}).`,
    fix: 'See that it is a file, that you may read it and that no spreadsheet has it open.',
  };
}
