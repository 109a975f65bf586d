/** NAME.csv of a case: a column per dimension, in any order, and `count`. */

import { entryOf, valueAt } from '../../indexes/look-up.ts';
import {
  type Columns,
  columnFaults,
  findColumns,
  HEADER_AGAIN,
  isHeaderAgain,
  widthFault,
} from '../../input/columns.ts';
import { readText } from '../../input/read-text.ts';
import type { Separator } from '../../input/separator.ts';
import { splitText, type TextRow, TORN_QUOTES } from '../../input/split-text.ts';
import { LARGEST_SUM } from '../../program/tally.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import { type NoteLog, openNoteLog, type ReadNote } from '../../tallies/read-notes.ts';
import { MIXED_COMMAS, parseCount, readCount } from '../../tallies/whole-count.ts';

/** A micro-cell: one leaf per dimension. */
export interface MicroRow {
  readonly leaves: readonly string[];
  readonly count: number;
}

interface CaseColumn {
  readonly name: string;
  readonly leaves: ReadonlySet<string>;
}

export interface CaseRows {
  readonly rows: readonly MicroRow[];
  /** What was read as something else than it was written. */
  readonly notes: readonly ReadNote[];
}

/** The largest count of a row, so that sums stay exact. */
const LARGEST_COUNT = 999_999_999;

/** `file` only names the place in problems. */
export function parseCaseRows(
  bytes: Uint8Array,
  file: string,
  columns: readonly CaseColumn[],
): Checked<CaseRows> {
  const at = (line: number, fault: Fault, column = ''): Problem => ({ file, line, column, ...fault });
  const read = readText(bytes);
  if ('code' in read) return refuse([at(0, read)]);
  const wanted = [...columns.map(({ name }) => name), 'count'];
  const { rows, separator, tornAt } = splitText(read.text, wanted);
  if (tornAt !== undefined) return refuse([at(tornAt, TORN_QUOTES)]);
  const [header, ...others] = rows;
  if (header === undefined)
    return refuse([...read.faults.map((one) => at(one.at + 1, one.fault)), at(0, EMPTY)]);
  const found = findColumns(header.fields, wanted);
  const wrong = columnFaults(found, header.line, others, wanted);
  if (wrong.length > 0) return refuse(wrong.map(({ column, fault }) => at(header.line, fault, column)));
  const checked = checkRows(others, columns, found, separator, file);
  const lost = read.faults.map((one) => at(one.at + 1, one.fault));
  if (lost.length === 0) return checked;
  return refuse([...lost, ...(checked.ok ? [] : checked.problems)]);
}

const EMPTY: Fault = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Write its header and a row per cell that is not zero.',
};
const CODE: Fault = {
  code: 'unknown-code',
  message: 'The code is not a leaf of the dimension.',
  fix: 'Give counts at the lowest level, in the names that the case declares.',
};
const TOO_LARGE: Fault = {
  code: 'count',
  message: `The count is larger than ${LARGEST_COUNT}.`,
  fix: 'Split the row by finer codes.',
};

const SUM: Fault = {
  code: 'sum-huge',
  message: `With this row the counts add up to more than ${LARGEST_SUM}.`,
  fix: 'Look for digits of another column among the counts.',
};

function duplicate(line: number): Fault {
  return {
    code: 'duplicate-key',
    message: `Line ${line} has the same codes.`,
    fix: 'Keep one row per combination of codes.',
  };
}

interface CaseReading {
  readonly columns: readonly CaseColumn[];
  readonly found: Columns;
  readonly separator: Separator;
  readonly report: (line: number, column: string, fault: Fault) => void;
  readonly notes: NoteLog;
  /** Ways in which a comma was written in a count. */
  readonly commas: Set<string>;
  /** The line of each combination of codes. */
  readonly lines: Map<string, number>;
  /** All counts so far. */
  sum: number;
}

function checkRows(
  rows: readonly TextRow[],
  columns: readonly CaseColumn[],
  found: Columns,
  separator: Separator,
  file: string,
): Checked<CaseRows> {
  const problems: Problem[] = [];
  const report = (line: number, column: string, fault: Fault) =>
    void problems.push({ file, line, column, ...fault });
  const notes = openNoteLog(file);
  const reading = {
    columns,
    found,
    separator,
    report,
    notes,
    commas: new Set<string>(),
    lines: new Map(),
    sum: 0,
  };
  const accepted = rows.flatMap((row) => checkRow(row, reading) ?? []);
  if (reading.commas.size > 1) report(0, 'count', MIXED_COMMAS);
  return problems.length > 0 ? refuse(problems) : accept({ rows: accepted, notes: notes.notes() });
}

/** The row, or undefined after a fault. */
function checkRow({ line, fields }: TextRow, reading: CaseReading): MicroRow | undefined {
  const { found, report } = reading;
  const width = isHeaderAgain(fields, found) ? HEADER_AGAIN : widthFault(fields, found);
  if (width !== undefined) {
    report(line, '', width);
    return undefined;
  }
  const fieldOf = (name: string) => valueAt(fields, entryOf(found.positions, name));
  const leaves = reading.columns.flatMap((column) => {
    const leaf = leafIn(fieldOf(column.name), column);
    if (leaf === undefined) report(line, column.name, CODE);
    return leaf ?? [];
  });
  const count = countIn(fieldOf('count'), line, reading);
  if (reading.sum <= LARGEST_SUM && reading.sum + count > LARGEST_SUM) report(line, 'count', SUM);
  reading.sum += Math.max(0, count);
  if (leaves.length < reading.columns.length) return undefined;
  const key = leaves.join('\0');
  const earlier = reading.lines.get(key);
  if (earlier !== undefined) report(line, '', duplicate(earlier));
  reading.lines.set(key, earlier ?? line);
  return count < 0 ? undefined : { leaves, count };
}

/** Blanks around a name are none of it. */
function leafIn(text: string, { leaves }: CaseColumn): string | undefined {
  return [text, text.trim()].find((leaf) => leaves.has(leaf));
}

/** -1 after a fault. A row that is left out counts as 0. */
function countIn(text: string, line: number, { separator, report, notes, commas }: CaseReading): number {
  const digits = parseCount(text);
  const meaning = digits < 0 ? readCount(text, separator, 'zero') : { count: digits, form: '' };
  if ('fault' in meaning || meaning.count > LARGEST_COUNT) {
    report(line, 'count', 'fault' in meaning ? meaning.fault : TOO_LARGE);
    return -1;
  }
  if (meaning.form !== '') notes.add('count', meaning.form);
  if ('comma' in meaning && meaning.comma !== undefined) commas.add(meaning.comma);
  return meaning.count;
}
