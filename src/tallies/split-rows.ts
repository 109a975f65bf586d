/** Rows of a block of whole lines. */
import Papa from 'papaparse';
import type { Fault } from './fault.ts';

/** The rows of a block up to the first with broken quotes; nothing after those can be trusted. */
export function splitRows(text: string, delimiter: string): { rows: string[][]; broken: boolean } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
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

export function wrongWidth(found: number, wanted: number): Fault {
  const message = `The row has ${found} ${found === 1 ? 'field' : 'fields'}, the header has ${wanted}.`;
  return { code: 'row-width', message, fix: 'Look for a missing or extra separator in the row.' };
}
