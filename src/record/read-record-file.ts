/** One CSV file of the record: its rows, each with its line, and every problem in it. */

import { readFile } from 'node:fs/promises';
import type { z } from 'astro/zod';
import {
  type Columns,
  columnFaults,
  findColumns,
  HEADER_AGAIN,
  isHeaderAgain,
  widthFault,
} from '../input/columns.ts';
import { readText } from '../input/read-text.ts';
import { splitText, type TextRow, TORN_QUOTES } from '../input/split-text.ts';
import type { Fault, Problem } from '../reading/problem.ts';

export interface RecordFile<Row> {
  readonly path: string;
  readonly rows: readonly { readonly line: number; readonly row: Row }[];
  readonly problems: readonly Problem[];
}

/** Reads a file that may be missing; its columns, in any order, are the keys of `schema` in snake case. */
export async function readRecordFile<Shape extends z.ZodRawShape>(
  path: string,
  schema: z.ZodObject<Shape>,
): Promise<RecordFile<z.infer<z.ZodObject<Shape>>>> {
  const bytes = await readBytes(path);
  if (bytes === undefined) return { path, rows: [], problems: [] };
  const read = bytes instanceof Uint8Array ? readText(bytes) : bytes;
  if ('code' in read) return { path, rows: [], problems: [problemAt(path, 0, read)] };
  const { rows, problems } = readRecordRows(read.text, schema, path);
  return {
    path,
    rows,
    problems: [...read.faults.map(({ at, fault }) => problemAt(path, at + 1, fault)), ...problems],
  };
}

type Rows<Shape extends z.ZodRawShape> = Pick<RecordFile<z.infer<z.ZodObject<Shape>>>, 'rows' | 'problems'>;

function readRecordRows<Shape extends z.ZodRawShape>(
  text: string,
  schema: z.ZodObject<Shape>,
  path: string,
): Rows<Shape> {
  const wanted = columnsOf(schema);
  const { rows, tornAt } = splitText(text, wanted);
  if (tornAt !== undefined) return { rows: [], problems: [problemAt(path, tornAt, TORN_QUOTES)] };
  const [header, ...others] = rows;
  if (header === undefined) return { rows: [], problems: [problemAt(path, 0, EMPTY_FILE)] };
  const columns = findColumns(header.fields, wanted);
  const faults = columnFaults(columns, header.line, others, wanted);
  if (faults.length > 0)
    return {
      rows: [],
      problems: faults.map(({ column, fault }) => problemAt(path, header.line, fault, column)),
    };
  return checkRows(others, columns, schema, path);
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

function checkRows<Shape extends z.ZodRawShape>(
  lines: readonly TextRow[],
  columns: Columns,
  schema: z.ZodObject<Shape>,
  file: string,
): Rows<Shape> {
  const rows: { line: number; row: z.infer<z.ZodObject<Shape>> }[] = [];
  const problems: Problem[] = [];
  for (const { line, fields } of lines) {
    const fault = isHeaderAgain(fields, columns) ? HEADER_AGAIN : widthFault(fields, columns);
    if (fault !== undefined) {
      problems.push(problemAt(file, line, fault));
      continue;
    }
    const named = [...columns.positions].map(([name, at]) => [toCamel(name), fields[at]]);
    const result = schema.safeParse(Object.fromEntries(named));
    if (result.success) rows.push({ line, row: result.data });
    else problems.push(...result.error.issues.map((issue) => fieldProblem(issue, file, line)));
  }
  return { rows, problems };
}

/** Only our own rules speak: what the schema's library says could repeat the field. */
function fieldProblem(issue: z.core.$ZodIssue, file: string, line: number): Problem {
  if (issue.code !== 'custom')
    throw new Error('internal error: a field of the record without a rule of its own');
  const column = toSnake(issue.path.join('.'));
  return problemAt(
    file,
    line,
    { code: 'field', message: issue.message, fix: String(issue.params?.fix) },
    column,
  );
}

function problemAt(file: string, line: number, fault: Fault, column = ''): Problem {
  return { file, line, column, ...fault };
}

function toSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function toCamel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const EMPTY_FILE: Fault = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Write its header, or delete the file.',
};
