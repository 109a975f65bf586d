/** The rows of a whole text, where fields may hold line breaks: for files that a person writes. */

import Papa from 'papaparse';
import { valueAt } from '../indexes/look-up.ts';
import type { Fault } from '../reading/problem.ts';
import { findSeparator, type Separator } from './separator.ts';

/** A row and the line on which it begins. */
export interface TextRow {
  readonly line: number;
  readonly fields: readonly string[];
}

interface TextRows {
  /** Those in which something stands, the header first. */
  readonly rows: readonly TextRow[];
  readonly separator: Separator;
  /** The line of a broken quote; there are no rows then. */
  readonly tornAt: number | undefined;
}

/** `text` has `\n` between its lines; `names` are those of the columns. */
export function splitText(text: string, names: readonly string[]): TextRows {
  const [first = ''] = text.trimStart().split('\n', 1);
  const separator = findSeparator(first, names);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  const starts = [1];
  for (const row of data) starts.push(valueAt(starts, starts.length - 1) + row.join('').split('\n').length);
  const torn = errors.find(({ type }) => type === 'Quotes');
  if (torn !== undefined) return { rows: [], separator, tornAt: valueAt(starts, torn.row ?? 0) };
  const rows = data
    .map((fields, index) => ({ line: valueAt(starts, index), fields }))
    .filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  return { rows, separator, tornAt: undefined };
}

export const TORN_QUOTES: Fault = {
  code: 'broken-quotes',
  message: 'The quotes of a field are broken; the file was not read further.',
  fix: 'Close the quotes; write a quote inside a quoted field twice.',
};
