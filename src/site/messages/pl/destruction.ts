/** Co strony mówią po polsku o tym, kiedy niszczy się dane. */
import type { destruction as english } from '../en/destruction.ts';
import { plural } from '../plural.ts';

export const destruction: typeof english = {
  heading: 'Kiedy niszczy się dane',
  lead: [
    'Ile danych istnieje jeszcze na koniec każdego roku, wyłącznie na podstawie opublikowanych liczb i zasad podanych niżej. Inne zasady to rozważania „co by było, gdyby” dla tych samych osób: nikt ich nie uchwalił. Zakreskowany koniec znaczy, że któraś liczba jest ukryta, więc znany jest tylko przedział.',
  ],
  title: 'Dane, które istnieją jeszcze na koniec każdego roku',
  unit: 'Dane z wniosków',
  today: 'Według dzisiejszych zasad',
  endOf: 'Koniec',
  to: 'do',
  orMore: 'lub więcej',
  none: 'żadnych danych',
  neverGone: (count) => ['Według dzisiejszych zasad niektórych nie niszczy się nigdy: ', ...count, '.'],
  groupsCaption: 'Kiedy niszczy się czyje dane',
  who: 'Czyje dane',
  when: 'Niszczone',
  saysWho: 'Według',
  noRule: 'Zasada nie jest znana ze źródeł',
  afterExpiry: (years) => [
    years,
    plural('pl', years, {
      one: ' rok po wygaśnięciu karty',
      few: ' lata po wygaśnięciu karty',
      other: ' lat po wygaśnięciu karty',
    }),
  ],
  afterDecision: (years) => [
    years,
    plural('pl', years, { one: ' rok po decyzji', few: ' lata po decyzji', other: ' lat po decyzji' }),
  ],
  validityCaption: 'Jak długo karta jest ważna',
  age: 'Wiek',
  validFor: 'Ważna przez',
  years: (years) => [years, plural('pl', years, { one: ' rok', few: ' lata', other: ' lat' })],
  withoutEnd: 'Bezterminowo',
};
