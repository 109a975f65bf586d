/** Counts as written in a tally: digits and nothing else. Faults never repeat the value: it is confidential. */
import type { Fault } from './fault.ts';

/** The largest count that a grid holds. */
const LARGEST_COUNT = 2 ** 31 - 1;

/** The count, or -1 where the text is not one; `countFault` then says why. */
export function parseCount(text: string): number {
  if (!/^\d{1,10}$/.test(text)) return -1;
  const count = Number(text);
  return count <= LARGEST_COUNT ? count : -1;
}

/** Why `parseCount` did not take the text. */
export function countFault(text: string): Fault {
  if (text.trim() === '') {
    return {
      code: 'count-empty',
      message: 'The count is empty.',
      fix: 'Write 0 for none; leave the row out if it is not known.',
    };
  }
  if (/^-\s*\d/.test(text)) {
    return {
      code: 'count-negative',
      message: 'The count is negative.',
      fix: 'Counts are 0 or more; correct the row at its source.',
    };
  }
  if (/^\d+[.,]\d+$/.test(text)) {
    const fix = 'Write a whole number, without a decimal point and without separators of thousands.';
    return { code: 'count-fractional', message: 'The count is not whole.', fix };
  }
  if (/^\d+$/.test(text)) {
    const fix = 'Look for digits of another column, or split the row by finer periods or codes.';
    return { code: 'count-huge', message: `The count is larger than ${LARGEST_COUNT}.`, fix };
  }
  return { code: 'count-not-a-number', message: 'The count is not a number.', fix: 'Write digits only.' };
}

/** People behind a count: fewer or as many, and none exactly where the count is 0. */
export function peopleFault(count: number, people: number): Fault | undefined {
  if (people > count) {
    const message = 'There are more people than the count.';
    return {
      code: 'people-over-count',
      message,
      fix: 'See whether the columns "count" and "people" are swapped.',
    };
  }
  if ((people === 0) === (count === 0)) return undefined;
  const message = 'The count is not 0, but nobody is behind it.';
  return { code: 'people-none', message, fix: 'Count at least one person behind every count above 0.' };
}
