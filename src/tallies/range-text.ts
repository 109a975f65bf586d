/**
 * Counts that an office keeps as ranges, as reports of firms give them: `0-249`, `250 - 499`, `0\u2013249`, `0 to 249`. Both ends
 * are included. Faults never repeat the value.
 */
import type { GivenRange } from '../program/count-range.ts';
import type { Fault } from '../reading/problem.ts';
import { parseCount } from './whole-count.ts';

type RangeMeaning = { readonly range: GivenRange } | { readonly fault: Fault };

/** Undefined where the text is of another form than a range. */
export function readRange(text: string): RangeMeaning | undefined {
  const plain = text.trim();
  const [, ...ends] = RANGE.exec(plain) ?? [];
  if (ends.length > 0) return rangeOf(ends.map(parseCount));
  if (NEGATIVE.test(plain))
    return { fault: { code: 'range-negative', message: 'The range has an end below 0.', fix: WRITE } };
  if (OPEN.test(plain))
    return { fault: { code: 'range-open', message: 'The range has one end alone.', fix: WRITE } };
  if (MALFORMED.test(plain))
    return { fault: { code: 'range-malformed', message: 'The range is not two whole numbers.', fix: WRITE } };
  return undefined;
}

const RANGE = /^(\d+) ?(?:[-\u2013]|to) ?(\d+)$/;
const NEGATIVE = /^-\d+ ?(?:[-\u2013]|to) ?-?\d+$|^\d+ ?(?:[-\u2013]|to) ?-\d+$/;
const OPEN = /^\d+ ?(?:[-\u2013+]|to)$|^[>\u2265]=? ?\d+$/;
const MALFORMED = /^\d[\d.,' ]* ?(?:[-\u2013]|to) ?[\d.,' ]*\d(?: ?[-\u2013].*)?$/;

const WRITE = 'Write both ends in digits, the lower one first, such as 0-249.';

function rangeOf([least = -1, most = -1]: readonly number[]): RangeMeaning {
  if (least < 0 || most < 0)
    return {
      fault: { code: 'range-huge', message: 'An end of the range is larger than any count.', fix: WRITE },
    };
  if (least > most)
    return { fault: { code: 'range-reversed', message: 'The range ends before it begins.', fix: WRITE } };
  if (least === most)
    return {
      fault: {
        code: 'range-of-one',
        message: 'Both ends of the range are the same.',
        fix: 'Write the count alone; where only a range is kept, give its true ends.',
      },
    };
  return { range: { least, most } };
}
