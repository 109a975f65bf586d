/** The rows of a CSV file one by one, so that a file of any length is read in little memory. No field holds a line break. */
import type { Fault, Problem } from '../reading/problem.ts';
import { readLineBlocks } from './line-blocks.ts';
import type { LineText } from './line-text.ts';
import { findSeparator, type Separator } from './separator.ts';
import { BROKEN_QUOTES, splitRows } from './split-rows.ts';

/** What takes the rows of a file. */
export interface RowTaker {
  /** The first line in which something stands. */
  readonly open: (names: readonly string[], line: number, separator: Separator) => void;
  /** Any other; those in which nothing stands are left out. */
  readonly row: (fields: readonly string[], line: number) => void;
  /** A line that could not be read, or only in part. */
  readonly fault: (line: number, fault: Fault, column?: string) => void;
}

/** Rows that can be read once. */
export interface Table {
  /** How problems name it: its path, and the sheet where there is one. */
  readonly file: string;
  /** Returns why it was not read to its end. */
  readonly read: (taker: RowTaker) => Promise<Problem | undefined>;
}

interface Place {
  /** That of the first row of the next block. */
  line: number;
  separator: Separator | undefined;
}

/** `names` are those of the columns. Returns why the file was not read to its end. */
export async function readRows(
  file: string,
  names: readonly string[],
  taker: RowTaker,
): Promise<Problem | undefined> {
  const place: Place = { line: 1, separator: undefined };
  for await (const block of readLineBlocks(file)) {
    if (!block.ok) return block.problems[0];
    const fault = takeBlock(block.value, names, place, taker);
    if (fault !== undefined) return { file, line: place.line, column: '', ...fault };
  }
  return place.separator === undefined ? { file, line: 0, column: '', ...EMPTY_FILE } : undefined;
}

function takeBlock(
  { text, faults }: LineText,
  names: readonly string[],
  place: Place,
  { open, row, fault }: RowTaker,
): Fault | undefined {
  for (const { at, fault: found } of faults) fault(place.line + at, found);
  const separator = place.separator ?? findSeparator(firstLine(text), names);
  const { rows, broken } = splitRows(text, separator);
  for (const [at, fields] of rows.entries()) {
    if (fields.every(isBlank)) continue;
    if (place.separator === undefined) open(fields, place.line + at, separator);
    else row(fields, place.line + at);
    place.separator = separator;
  }
  place.line += rows.length;
  return broken ? BROKEN_QUOTES : undefined;
}

/** The first in which something stands. */
function firstLine(text: string): string {
  const [line = ''] = text.trimStart().split('\n', 1);
  return line;
}

const isBlank = (field: string): boolean => field === '' || field.trim() === '';

const EMPTY_FILE: Fault = {
  code: 'empty-file',
  message: 'The file is empty.',
  fix: 'Export it again; a file without rows has its header all the same.',
};
