/** One CSV file of the record: its rows, each with its line, and every problem in it. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { z } from 'astro/zod';
import Papa from 'papaparse';
import type { Problem } from '../model/problem.ts';

export interface RecordFile<Row> {
  readonly path: string;
  readonly rows: readonly { readonly line: number; readonly row: Row }[];
  readonly problems: readonly Problem[];
}

type Fault = Pick<Problem, 'code' | 'message' | 'fix'>;

/** Reads a file that may be missing; its columns, in any order, are the keys of `schema` in snake case. */
export async function readRecordFile<Shape extends z.ZodRawShape>(
  path: string,
  schema: z.ZodObject<Shape>,
): Promise<RecordFile<z.infer<z.ZodObject<Shape>>>> {
  const bytes = await readBytes(path);
  if (bytes === undefined) return { path, rows: [], problems: [] };
  const broken = (line: number, fault: Fault) => ({
    path,
    rows: [],
    problems: [{ file: path, line, column: '', ...fault }],
  });
  if (!(bytes instanceof Uint8Array)) return broken(0, bytes);
  if (bytes.includes(0) || !isUtf8(bytes)) return broken(0, WRONG_ENCODING);
  const { lines, tornAt } = splitLines(new TextDecoder().decode(bytes));
  if (tornAt !== undefined) return broken(tornAt, BROKEN_QUOTES);
  const [header, ...rows] = lines;
  if (header === undefined) return broken(0, EMPTY_FILE);
  const headerProblems = checkHeader(header.fields, columnsOf(schema), path);
  if (headerProblems.length > 0) return { path, rows: [], problems: headerProblems };
  return { path, ...checkRows(rows, header.fields.map(toCamel), schema, path) };
}

/** The columns of a file, as its header names them. */
export function columnsOf({ shape }: { readonly shape: z.ZodRawShape }): string[] {
  return Object.keys(shape).map(toSnake);
}

async function readBytes(path: string): Promise<Uint8Array | Fault | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    if (reason === 'ENOENT') return undefined;
    return {
      code: 'unreadable-file',
      message: `The file cannot be read (${reason}).`,
      fix: 'See that it is a file and that you may read it.',
    };
  }
}

interface Line {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Rows with the line on which each starts, blank ones left out; `tornAt` is the line of a broken quote. */
function splitLines(text: string): { lines: Line[]; tornAt?: number } {
  const unix = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  const first = unix.split('\n', 1)[0] ?? '';
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ',';
  const { data, errors } = Papa.parse<string[]>(unix, { delimiter, newline: '\n' });
  const starts = [1];
  for (const row of data) starts.push((starts.at(-1) ?? 1) + row.join('').split('\n').length);
  const torn = errors.find(({ type }) => type === 'Quotes');
  if (torn !== undefined) return { lines: [], tornAt: starts[torn.row ?? 0] ?? 1 };
  const lines = data.map((fields, index) => ({ line: starts[index] ?? 1, fields }));
  return { lines: lines.filter(({ fields }) => fields.some((field) => field !== '')) };
}

function checkHeader(found: readonly string[], wanted: readonly string[], file: string): Problem[] {
  const problem = (column: string, code: string, message: string, fix: string) => ({
    file,
    line: 1,
    column,
    code,
    message,
    fix,
  });
  const names = [...new Set(found)];
  return [
    ...wanted
      .filter((name) => !found.includes(name))
      .map((name) =>
        problem(
          name,
          'missing-column',
          `The column "${name}" is missing.`,
          'Add it; leave its fields empty where nothing is known.',
        ),
      ),
    ...names
      .filter((name) => !wanted.includes(name))
      .map((name) =>
        problem(
          name,
          'unknown-column',
          `The column "${name}" is not known.`,
          `Remove it or correct its spelling; the columns are: ${wanted.join(', ')}.`,
        ),
      ),
    ...names
      .filter((name) => found.indexOf(name) !== found.lastIndexOf(name))
      .map((name) =>
        problem(name, 'repeated-column', `The column "${name}" stands there twice.`, 'Leave one of them.'),
      ),
  ];
}

function checkRows<Shape extends z.ZodRawShape>(
  lines: readonly Line[],
  keys: readonly string[],
  schema: z.ZodObject<Shape>,
  file: string,
) {
  const rows: { line: number; row: z.infer<z.ZodObject<Shape>> }[] = [];
  const problems: Problem[] = [];
  for (const { line, fields } of lines) {
    if (fields.length !== keys.length) {
      const message = `The row has ${fields.length} fields, the header has ${keys.length}.`;
      problems.push({
        file,
        line,
        column: '',
        code: 'row-width',
        message,
        fix: 'Put texts with commas in quotes; look for a missing or extra comma.',
      });
      continue;
    }
    const result = schema.safeParse(Object.fromEntries(keys.map((key, index) => [key, fields[index]])));
    if (result.success) rows.push({ line, row: result.data });
    else problems.push(...result.error.issues.map((issue) => fieldProblem(issue, file, line)));
  }
  return { rows, problems };
}

function fieldProblem(issue: z.core.$ZodIssue, file: string, line: number): Problem {
  const column = toSnake(String(issue.path[0] ?? ''));
  const fix = issue.code === 'custom' ? String(issue.params?.fix) : 'Correct the field.';
  return { file, line, column, code: 'field', message: issue.message, fix };
}

function toSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const WRONG_ENCODING: Fault = {
  code: 'encoding',
  message: 'The file is not UTF-8 text.',
  fix: 'Save it as "CSV UTF-8".',
};
const BROKEN_QUOTES: Fault = {
  code: 'broken-quotes',
  message: 'The quotes of a field are broken; the file was not read further.',
  fix: 'Close the quotes; write a quote inside a quoted field twice.',
};
const EMPTY_FILE: Fault = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Write its header, or delete the file.',
};
