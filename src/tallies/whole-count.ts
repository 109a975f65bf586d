/**
 * Counts as databases and spreadsheets write them. What has one meaning is understood:
 *
 *   310.0   310,0                       a whole number with a decimal mark
 *   1,204   1,204,500   1.204.500       with separators of thousands; `1,204` where no sign of the file says that
 *   1 204   1'204   1,204.0             its comma is a decimal mark
 *
 * `1.204` has two: a fraction, or 1204. So has `310.000`. Faults never repeat the value: it is confidential.
 */
import type { Separator } from '../input/separator.ts';
import type { Fault } from '../reading/problem.ts';

/** The largest count that a grid holds. */
const LARGEST_COUNT = 2 ** 31 - 1;

/** The count where it is written in digits alone, or -1; `readCount` then looks further. */
export function parseCount(text: string): number {
  if (!/^\d{1,10}$/.test(text)) return -1;
  const count = Number(text);
  return count <= LARGEST_COUNT ? count : -1;
}

type CountMeaning =
  | {
      readonly count: number;
      /** How it is written, in words. */
      readonly form: string;
      /** What its comma shows of the file. */
      readonly comma?: 'decimal' | 'thousands';
    }
  | { readonly fault: Fault };

/** What a row that is left out means: as `absentRows` of the measure says, or in totals of requests, which have no such key, nobody. */
export type AbsentRow = 'zero' | 'unknown' | 'always-zero';

/** What a text means that `parseCount` does not take. */
export function readCount(text: string, separator: Separator, absent: AbsentRow): CountMeaning {
  const plain = text.trim();
  if (plain !== text && parseCount(plain) >= 0)
    return { count: parseCount(plain), form: 'with blanks around' };
  for (const [form, name, comma] of FORMS) {
    const [, whole = ''] = form.exec(plain) ?? [];
    const count = parseCount(whole.replaceAll(/\D/g, ''));
    if (count < 0) continue;
    if (comma === 'thousands' && separator === ';') return { fault: TWO_MEANINGS };
    return { count, form: name, ...(comma === undefined ? {} : { comma }) };
  }
  return { fault: countFault(plain, absent) };
}

const FORMS: readonly (readonly [RegExp, string, ('decimal' | 'thousands')?])[] = [
  [/^(\d+)\.0{0,2}$/, 'like 310.0, read as whole numbers'],
  [/^(\d+),0{1,2}$/, 'like 310,0, read as whole numbers', 'decimal'],
  [/^(\d{1,3},\d{3})$/, 'like 1,204, read with separators of thousands', 'thousands'],
  [/^(\d{1,3}(?:,\d{3}){2,})(?:\.0*)?$/, 'like 1,204,500, read with separators of thousands'],
  [/^(\d{1,3}(?:,\d{3})+)\.0*$/, 'like 1,204.0, read with separators of thousands'],
  [/^(\d{1,3}(?:\.\d{3}){2,})(?:,0*)?$/, 'like 1.204.500, read with separators of thousands'],
  [/^(\d{1,3}(?:\.\d{3})+),0*$/, 'like 1.204,0, read with separators of thousands', 'decimal'],
  [/^(\d{1,3}(?:[ '\u00A0\u2019\u2009\u202F]\d{3})+)$/, 'like 1 204, read with separators of thousands'],
];

/** Where one comma is a decimal mark and another separates thousands, neither is sure. */
export const MIXED_COMMAS: Fault = {
  code: 'count-two-meanings',
  message:
    'In some counts the comma is a decimal mark (as in 310,0), in others it could separate thousands (as in 1,204).',
  fix: 'Write whole numbers in digits alone.',
};

const TWO_MEANINGS: Fault = {
  code: 'count-two-meanings',
  message:
    'The count has two meanings: its mark separates thousands, or it is a decimal mark and the count is a fraction.',
  fix: 'Write the whole number in digits alone.',
};

/** What a source writes in place of a count that it does not give. */
const NOT_GIVEN =
  /^([<≤]=? ?\d+|\d+ ?[-–] ?\d+|[*.#?x†‡–—-]+|s|c|d|n\.?a\.?|n\/a|#n\/a|nan|null|none|nil|\(.*\)|(?:fewer|less|more) than (?:\d+|\p{L}+)|(?:under|below|over|at (?:most|least)|up to) (?:\d+|\p{L}+)|(?:\d+|\p{L}+) or (?:fewer|less|more)|suppressed|withheld|unknown|missing|redacted)$/iu;

function countFault(text: string, absent: AbsentRow): Fault {
  const says = ABSENT_SAYS[absent];
  const noCount = absent === 'always-zero' ? NO_TOTAL : NO_COUNT;
  if (text === '') return { code: 'count-empty', message: `The count is empty. ${says}`, fix: noCount };
  if (/^-\s*\d/.test(text)) {
    const fix = 'Counts are 0 or more; correct the row at its source.';
    return { code: 'count-negative', message: 'The count is negative.', fix };
  }
  if (/^\d{1,3}[.,]\d{3}$|^\d+[.,]0{3}$/.test(text)) return TWO_MEANINGS;
  if (/^\d+[.,]\d+$/.test(text)) {
    const fix = 'Counts are whole: look whether the column holds a rate, a share or an average instead.';
    return { code: 'count-fractional', message: 'The count is not whole.', fix };
  }
  if (/^\d+$/.test(text)) {
    const fix = 'Look for digits of another column, or split the row by finer periods or codes.';
    return { code: 'count-huge', message: `The count is larger than ${LARGEST_COUNT}.`, fix };
  }
  if (!NOT_GIVEN.test(text))
    return { code: 'count-not-a-number', message: 'The count is not a number.', fix: 'Write digits only.' };
  if (/^\d+ ?[-–] ?\d+$/.test(text))
    return {
      code: 'count-range',
      message: `The count is a range, and no range is published. ${says}`,
      fix: noCount,
    };
  const message = `The count was withheld or is not known at the source. ${says}`;
  return { code: 'count-not-given', message, fix: noCount };
}

/** What a release would say if the row were mended by leaving it out. */
const ABSENT_SAYS: Readonly<Record<AbsentRow, string>> = {
  zero: 'The measure has "absentRows": "zero", so the row left out would be released as 0, like a 0 that is written there.',
  unknown:
    'A 0 that is written there would be released as 0; the row left out would be released as not available, with what depends on it.',
  'always-zero': 'What the rows of a period leave out is nobody, so the row left out would be released as 0.',
};

const NO_COUNT =
  'Get the true count from its source, small ones too: Daylight decides what is withheld. Write 0 only where nobody was counted. Where the count cannot be had, let "absentRows" in program.json be "unknown" and leave the row out: it is then released as not available.';

const NO_TOTAL =
  'Get the true count from its source, small ones too: Daylight decides what is withheld. Where only a range is kept, write both ends, such as 0-249: it begins at 0 and reaches the threshold, or begins at the threshold or above.';

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
