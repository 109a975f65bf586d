/** The smallest words of every page in English: marks between parts of a sentence, qualifiers, periods, units. */
import type { QUALIFIERS } from '../../../record/record.ts';
import type { Sentence } from '../../sentence.ts';

export const words = {
  /** With the blanks that belong to them; `next` ends a sentence that another follows. */
  marks: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.', next: '. ', open: ' (', close: ')' },
  /** How a source puts a number. */
  qualifiers: {
    '': '',
    exact: 'exact',
    about: 'about',
    'more than': 'more than',
    'fewer than': 'fewer than',
    rounded: 'rounded',
  } satisfies Record<(typeof QUALIFIERS)[number], string>,
  withUnit: (figure: Sentence, unit: string): Sentence => [...figure, ' ', unit],
  fiscalYear: (year: string): string => `Fiscal year ${year}`,
  periodRange: (from: string, to: string): string => `${from} to ${to}`,
  notGiven: 'Not available: the office gave no count for this cell',
  notOpenYet: 'Nobody could apply this way yet',
  noRecordsKept: 'Nothing is kept of people who apply this way',
};
