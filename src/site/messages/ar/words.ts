/** The smallest words of every page in Arabic. A unit stands in brackets: its form would depend on the number. */
import type { words as english } from '../en/words.ts';

export const words: typeof english = {
  // A number after a name in Latin letters would run on with it, to the right: the mark before the comma turns it.
  marks: { comma: '\u200f، ', colon: ': ', semicolon: '؛ ', stop: '.', next: '. ', open: ' (', close: ')' },
  qualifiers: {
    '': '',
    exact: 'بالضبط',
    about: 'حوالي',
    'more than': 'أكثر من',
    'fewer than': 'أقل من',
    rounded: 'مقرّب',
  },
  withUnit: (figure, unit) => [...figure, ' (', unit, ')'],
  fiscalYear: (year) => `السنة المالية ${year}`,
  periodRange: (from, to) => `${from} إلى ${to}`,
  notGiven: 'غير متاح: لم يعطِ المكتب عددًا لهذه الخانة',
  notOpenYet: 'لم يكن بإمكان أحد بعد التقديم بهذه الطريقة',
  noRecordsKept: 'لا يُحفظ شيء عمّن يتقدمون بهذه الطريقة',
};
