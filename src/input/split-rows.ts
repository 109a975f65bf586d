/** Rows of a block of whole lines. */
import Papa from 'papaparse';
import type { Fault } from '../reading/problem.ts';
import type { Separator } from './separator.ts';

/** The rows of a block up to the first with broken quotes; nothing after those can be trusted. */
export function splitRows(text: string, separator: Separator): { rows: string[][]; broken: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' });
  const faulty = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0);
  const torn = text.includes('"') ? data.findIndex((row) => row.some((field) => field.includes('\n'))) : -1;
  const first = Math.min(...faulty, ...(torn < 0 ? [] : [torn]));
  return first === Number.POSITIVE_INFINITY
    ? { rows: data, broken: false }
    : { rows: data.slice(0, first), broken: true };
}

export const BROKEN_QUOTES: Fault = {
  code: 'broken-quotes',
  message: 'A quoted field does not end on its line; the file was not read further.',
  fix: 'Close the quotes, or take the line break out of the field.',
};
