/** The smallest words of every page in Polish. A unit stands in brackets: its form would depend on the number. */
import type { words as english } from '../en/words.ts';

export const words: typeof english = {
  marks: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.', next: '. ', open: ' (', close: ')' },
  qualifiers: {
    '': '',
    exact: 'dokładnie',
    about: 'około',
    'more than': 'ponad',
    'fewer than': 'mniej niż',
    rounded: 'w zaokrągleniu',
  },
  withUnit: (figure, unit) => [...figure, ' (', unit, ')'],
  fiscalYear: (year) => `Rok budżetowy ${year}`,
  periodRange: (from, to) => `${from} – ${to}`,
  notGiven: 'Brak danych: urząd nie podał liczby dla tej komórki',
  notOpenYet: 'Nikt nie mógł jeszcze złożyć wniosku w ten sposób',
  noRecordsKept: 'Nic nie jest przechowywane o osobach, które składają wniosek w ten sposób',
};
