/** Titles of charts in Polish: names stand as they are, so that no case has to be guessed. */
import type { Fraction } from '../../../model/fraction.ts';
import type { Sentence } from '../../sentence.ts';
import type { ChangeWords, findings as english } from '../en/findings.ts';

function than({ word, by }: ChangeWords): Sentence {
  if (by === null) return ['tyle samo co rok wcześniej'];
  return ['o ', by, word === 'more' ? ' więcej niż rok wcześniej' : ' mniej niż rok wcześniej'];
}

const fractions: Readonly<Record<Fraction, string>> = {
  'nine-tenths': 'dziewięć dziesiątych',
  'four-fifths': 'cztery piąte',
  'three-quarters': 'trzy czwarte',
  'two-thirds': 'dwie trzecie',
  half: 'połowa',
  third: 'jedna trzecia',
  quarter: 'jedna czwarta',
  fifth: 'jedna piąta',
  sixth: 'jedna szósta',
  seventh: 'jedna siódma',
  eighth: 'jedna ósma',
  ninth: 'jedna dziewiąta',
  tenth: 'jedna dziesiąta',
};

export const findings: typeof english = {
  level: ({ label }, period, now) => [label, ', ', period, ': ', now],
  change: ({ label }, period, now, change) => [label, ', ', period, ': ', now, ', ', ...than(change)],
  stock: ({ label }, period, now, change) => [
    label,
    ', koniec okresu ',
    period,
    ': ',
    now,
    ...(change === null ? [] : [', ', ...than(change)]),
  ],
  share: ({ label }, period, code, share, near) =>
    near === undefined
      ? [code, ': ', share, ` całości (${label}, `, period, ')']
      : [code, `: ${fractions[near]} całości (${label}, `, period, '; ', share, ')'],
  ratio: (outcome, one, other, ratio, first, second) => [
    outcome,
    ': ',
    one,
    ' ',
    ratio,
    ' razy tak często jak ',
    other,
    ' (',
    first,
    ' wobec ',
    second,
    ')',
  ],
  none: ({ label }, code, from, to, event) => [
    code,
    ', ',
    from,
    ' – ',
    to,
    `: ${label} – ani jednej pozycji (`,
    event,
    ')',
  ],
  most: ({ label }, period, code, figure) => [
    code,
    `: najwięcej ze wszystkich (${label}, `,
    period,
    '): ',
    figure,
  ],
  gap: ({ label }, published, all, counted) => [
    label,
    ': dało się odczytać tylko ',
    published,
    ' z ',
    all,
    ` (${counted})`,
  ],
  periods: { month: 'miesiące', quarter: 'kwartały', year: 'lata', 'fiscal-year': 'lata budżetowe' },
  counts: 'liczby',
  unchanged: ['Od poprzedniego wydania nie zmieniła się żadna liczba'],
  subtitle: (table, city, from, to) => [table, '. ', city, from === to ? `, ${from}` : `, ${from} – ${to}`],
};
