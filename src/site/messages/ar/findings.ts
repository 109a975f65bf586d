/** Titles of charts in Arabic: names stand as they are, so that no form has to be guessed. */
import type { Fraction } from '../../../model/fraction.ts';
import type { Sentence } from '../../sentence.ts';
import type { ChangeWords, findings as english } from '../en/findings.ts';

function than({ word, by }: ChangeWords): Sentence {
  if (by === null) return ['كما قبل سنة'];
  return [word === 'more' ? 'بزيادة ' : 'بنقصان ', by, ' عمّا قبل سنة'];
}

const fractions: Readonly<Record<Fraction, string>> = {
  'nine-tenths': 'تسعة أعشار',
  'four-fifths': 'أربعة أخماس',
  'three-quarters': 'ثلاثة أرباع',
  'two-thirds': 'ثلثا',
  half: 'نصف',
  third: 'ثلث',
  quarter: 'ربع',
  fifth: 'خُمس',
  sixth: 'سُدس',
  seventh: 'سُبع',
  eighth: 'ثُمن',
  ninth: 'تُسع',
  tenth: 'عُشر',
};

export const findings: typeof english = {
  level: ({ label }, period, now) => [label, '، ', period, ': ', now],
  change: ({ label }, period, now, change) => [label, '، ', period, ': ', now, '، ', ...than(change)],
  stock: ({ label }, period, now, change) => [
    label,
    '، نهاية ',
    period,
    ': ',
    now,
    ...(change === null ? [] : ['، ', ...than(change)]),
  ],
  share: ({ label }, period, code, share, near) =>
    near === undefined
      ? [code, ': ', share, ` من المجموع (${label}، `, period, ')']
      : [code, `: ${fractions[near]} المجموع (${label}، `, period, '؛ ', share, ')'],
  ratio: (outcome, one, other, ratio, first, second) => [
    outcome,
    ': ',
    one,
    ' ',
    ratio,
    ' أضعاف ',
    other,
    ' (',
    first,
    ' مقابل ',
    second,
    ')',
  ],
  none: ({ label }, code, from, to, event) => [
    code,
    `: لا شيء من ${label} من `,
    from,
    ' إلى ',
    to,
    ' (',
    event,
    ')',
  ],
  most: ({ label }, period, code, figure) => [
    code,
    ': ',
    figure,
    ` (${label}، `,
    period,
    ')، وهو الأعلى بينها كلها',
  ],
  gap: ({ label }, published, all, counted) => [
    label,
    ': لم يمكن قراءة سوى ',
    published,
    ' من أصل ',
    all,
    ` (${counted})`,
  ],
  periods: { month: 'أشهر', quarter: 'أرباع سنة', year: 'سنوات', 'fiscal-year': 'سنوات مالية' },
  counts: 'أعداد',
  unchanged: ['لم يتغير أي رقم منذ الإصدار السابق'],
  subtitle: (table, city, from, to) => [table, '. ', city, from === to ? `، ${from}` : `، ${from} – ${to}`],
};
