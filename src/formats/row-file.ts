/**
 * A released CSV file of one kind of row: columns with a rule each, and a note: the program's mark, and the reasons for
 * which the row was ever corrected.
 */

import type { z } from 'astro/zod';
import { valueAt } from '../indexes/look-up.ts';
import { formatCsv, parseCsv } from '../reading/csv.ts';
import { accept, type Checked, type Problem, refuse } from '../reading/problem.ts';
import { markNote, type Nature, unmarkNote } from './invented-mark.ts';

/** What `write` makes of a row, `schema` takes back: one text per column, all of them in the schema's order. */
export interface RowForm<Row> {
  readonly schema: z.ZodType<Row> & { readonly shape: Readonly<Record<string, unknown>> };
  readonly write: (row: Row) => Readonly<Record<string, string>>;
}

/** A row with the reasons for which it was corrected; empty where it never was. */
export type Noted<Row> = Row & { readonly note: string };

export function formatRows<Row>(form: RowForm<Row>, rows: readonly Noted<Row>[], nature: Nature): string {
  const lines = rows.map((row) => [
    ...fieldsOf(form, row).map(([, text]) => text),
    markNote(row.note, nature),
  ]);
  return formatCsv({ header: [...columnsOf(form.schema).map(toSnake), 'note'], rows: lines });
}

/** The columns of a row but its note, each with its text, in the order of the file. */
export function fieldsOf<Row>({ schema, write }: RowForm<Row>, row: Row): [column: string, text: string][] {
  const texts = write(row);
  return columnsOf(schema).map((column) => {
    const text = texts[column];
    if (text === undefined) throw new Error(`internal error: a row without "${column}"`);
    return [toSnake(column), text];
  });
}

/** Reads what `formatRows` wrote. `file` only names the place in problems. */
export function parseRows<Row>(
  { schema, write }: RowForm<Row>,
  text: string,
  file: string,
  nature: Nature,
): Checked<Noted<Row>[]> {
  const columns = columnsOf(schema);
  const table = parseCsv(text, file, [...columns.map(toSnake), 'note']);
  if (!table.ok) return table;
  const rows: Noted<Row>[] = [];
  const problems: Problem[] = [];
  for (const [index, fields] of table.value.rows.entries()) {
    const read = schema.safeParse(Object.fromEntries(columns.map((column, at) => [column, fields[at]])));
    const wrong = read.success
      ? columns.find((column, at) => write(read.data)[column] !== fields[at])
      : String(read.error.issues[0]?.path.join('.'));
    const note = unmarkNote(valueAt(fields, columns.length), nature);
    if (note === undefined) problems.push(formProblem(file, index + 2, 'note'));
    else if (wrong !== undefined) problems.push(formProblem(file, index + 2, toSnake(wrong)));
    else if (!read.success) throw new Error('internal error: a row at fault in no column');
    else rows.push({ ...read.data, note });
  }
  return problems.length > 0 ? refuse(problems) : accept(rows);
}

function columnsOf({ shape }: { readonly shape: Readonly<Record<string, unknown>> }): string[] {
  return Object.keys(shape);
}

function toSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function formProblem(file: string, line: number, column: string): Problem {
  return {
    file,
    line,
    column,
    code: 'form',
    message: 'The field is not in the form that Daylight writes.',
    fix: 'Take the file from the release again; released files are never edited.',
  };
}
