/** What a field of the docket may hold, and what is wrong with another. No fault repeats what stands in the field. */

import { isWebAddress } from '../../formats/docket-file.ts';
import { valueAt } from '../../indexes/look-up.ts';
import type { Fault } from '../../reading/problem.ts';
import type { ProblemLog } from '../problem-log.ts';

/** The value of a field, or why it has none. */
export type Rule<T> = (text: string) => { readonly value: T } | { readonly fault: Fault };

/** Reads the fields of one row; a field with a fault is reported and comes back undefined. */
export interface RowFields {
  readonly read: <T>(column: string, rule: Rule<T>) => T | undefined;
}

export function openFields(
  columns: readonly string[],
  fields: readonly string[],
  line: number,
  log: ProblemLog,
): RowFields {
  return {
    read: (column, rule) => {
      const result = rule(valueAt(fields, columns.indexOf(column)));
      if ('value' in result) return result.value;
      log.report(line, column, result.fault);
      return undefined;
    },
  };
}

function refuse(code: string, message: string, fix: string): { readonly fault: Fault } {
  return { fault: { code, message, fix } };
}

/** Whether every field of a row could be read. */
export function isWhole<Row extends object>(
  row: { readonly [Key in keyof Row]: Row[Key] | undefined },
): row is Row {
  return Object.values(row).every((value) => value !== undefined);
}

/** Opaque: it is printed in addresses, so it says nothing about anybody. */
export const opaqueId: Rule<string> = (text) =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 40
    ? { value: text }
    : refuse(
        'id-form',
        'The id is not in the form of an id.',
        'Use lower-case letters and digits with single dashes between, at most forty, and nothing that names a person.',
      );

export const day: Rule<string> = (text) => {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (parsed !== undefined && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text))
    return { value: text };
  return text.trim() === ''
    ? refuse('date-empty', 'The date is empty.', 'Write the day as 2025-04-17.')
    : refuse(
        'date-form',
        'The date is not a day in the form 2025-04-17.',
        'Write year, month and day with dashes; in a spreadsheet, format the column as text first.',
      );
};

/** The rule, or nothing where the field is empty. */
export function orNothing<T, Empty>(rule: Rule<T>, empty: Empty): Rule<T | Empty> {
  return (text) => (text === '' ? { value: empty } : rule(text));
}

export function oneOf<const Word extends string>(words: readonly Word[]): Rule<Word> {
  const known = new Map<string, Word>(words.map((word) => [word, word]));
  return (text) => {
    const value = known.get(text);
    return value === undefined
      ? refuse(
          'unknown-word',
          'The word is not one of those that the column takes.',
          `Use one of: ${words.join(', ')}.`,
        )
      : { value };
  };
}

/** E-mail addresses, phone numbers, numbers of papers. */
const PERSONAL =
  /[^\s@]+@[^\s@]+\.[^\s@]+|\b\d{3}-\d{2}-\d{4}\b|(?:\+\d|\(\d{3}\))[\d\s().-]{6,}\d|\b[A-Z]{1,3}\d{6,}\b/;

/** Words that will be published: nothing in them may point to a person. */
export const anyText: Rule<string> = (text) =>
  PERSONAL.test(text)
    ? refuse(
        'personal-text',
        'The text holds what looks like an e-mail address, a phone number or the number of a paper.',
        'Say it without: the docket names offices and agencies, never people.',
      )
    : { value: text.trim() };

export const someText: Rule<string> = (text) =>
  text.trim() === ''
    ? refuse('text-empty', 'The field is empty.', 'Fill it in, in plain words.')
    : anyText(text);

export const wholeCount: Rule<number> = (text) =>
  /^(0|[1-9]\d{0,8})$/.test(text)
    ? { value: Number(text) }
    : refuse(
        'count-form',
        'The field is not a whole number.',
        'Write digits only, or leave it empty if it is not known.',
      );

/** How many people a request asks about: a number, all of the program, or nobody knows. */
export const peopleAsked: Rule<number | 'program' | null> = (text) => {
  if (text === '' || text === 'program') return { value: text === '' ? null : text };
  return text !== '0' && 'value' in wholeCount(text)
    ? { value: Number(text) }
    : refuse(
        'people-form',
        'The field is neither a number of people, nor "program", nor empty.',
        'Write digits; "program" where it asks about the program as a whole; nothing where the number is not known.',
      );
};

export const documents: Rule<string[]> = (text) => {
  const list = text.split(/\s+/).filter((address) => address !== '');
  return list.every(isWebAddress)
    ? { value: list }
    : refuse(
        'address-form',
        'A document is not a web address.',
        'Write addresses that start with https://, with spaces between.',
      );
};

export const yesOrNo: Rule<boolean> = (text) =>
  ['', 'yes', 'no'].includes(text)
    ? { value: text === 'yes' }
    : refuse('yes-or-no', 'The field is neither "yes" nor "no".', 'Write yes or no; empty means no.');
