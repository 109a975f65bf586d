/** Titles of charts in Spanish. */
import type { Fraction } from '../../../model/fraction.ts';
import type { Sentence } from '../../sentence.ts';
import type { ChangeWords, findings as english } from '../en/findings.ts';

function than({ word, by }: ChangeWords, before: string): Sentence {
  if (by === null) return ['lo mismo que ', before];
  return [by, word === 'more' ? ' más que ' : ' menos que ', before];
}

const fractions: Readonly<Record<Fraction, string>> = {
  'nine-tenths': 'nueve de cada diez',
  'four-fifths': 'cuatro de cada cinco',
  'three-quarters': 'tres de cada cuatro',
  'two-thirds': 'dos de cada tres',
  half: 'la mitad',
  third: 'la tercera parte',
  quarter: 'la cuarta parte',
  fifth: 'la quinta parte',
  sixth: 'la sexta parte',
  seventh: 'la séptima parte',
  eighth: 'la octava parte',
  ninth: 'la novena parte',
  tenth: 'la décima parte',
};

export const findings: typeof english = {
  level: ({ label }, period, now) => [label, ': ', now, ' en ', period],
  change: ({ label }, period, now, change, before) => [
    label,
    ': ',
    now,
    ' en ',
    period,
    ', ',
    ...than(change, `en ${before}`),
  ],
  stock: ({ label }, period, now, change) => [
    label,
    ': ',
    now,
    ' al final de ',
    period,
    ...(change === null ? [] : [', ', ...than(change, 'un año antes')]),
  ],
  share: ({ unit }, period, code, share, near) =>
    near === undefined
      ? [code, ': ', share, ` del total (${unit}) en `, period]
      : [code, `: ${fractions[near]} del total (${unit}) en `, period, ' (', share, ')'],
  ratio: (outcome, one, other, ratio, first, second) => [
    outcome,
    ': ',
    one,
    ', ',
    ratio,
    ' veces la frecuencia de ',
    other,
    ' (',
    first,
    ' frente a ',
    second,
    ')',
  ],
  none: ({ unit }, code, from, to, event) => [code, `: sin ${unit} de `, from, ' a ', to, ' (', event, ')'],
  most: ({ unit }, period, code, figure) => [
    code,
    ': ',
    figure,
    ` ${unit} en `,
    period,
    ', la cifra más alta de todas',
  ],
  gap: ({ label }, published, all, counted) => [
    label,
    ': solo se pudieron leer ',
    published,
    ' de ',
    all,
    ` ${counted}`,
  ],
  periods: { month: 'meses', quarter: 'trimestres', year: 'años', 'fiscal-year': 'años fiscales' },
  counts: 'cifras',
  unchanged: ['Ninguna cifra ha cambiado desde la publicación anterior'],
  subtitle: (table, city, from, to) => [table, '. ', city, from === to ? `, ${from}` : `, ${from} – ${to}`],
};
