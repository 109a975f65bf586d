/** Titles of charts in Simplified Chinese. */
import type { Fraction } from '../../../model/fraction.ts';
import type { Sentence } from '../../sentence.ts';
import type { ChangeWords, findings as english } from '../en/findings.ts';

function than({ word, by }: ChangeWords, before: string): Sentence {
  if (by === null) return [`与${before}相同`];
  return [`比${before}${word === 'more' ? '多' : '少'} `, by];
}

const fractions: Readonly<Record<Fraction, string>> = {
  'nine-tenths': '十分之九',
  'four-fifths': '五分之四',
  'three-quarters': '四分之三',
  'two-thirds': '三分之二',
  half: '一半',
  third: '三分之一',
  quarter: '四分之一',
  fifth: '五分之一',
  sixth: '六分之一',
  seventh: '七分之一',
  eighth: '八分之一',
  ninth: '九分之一',
  tenth: '十分之一',
};

export const findings: typeof english = {
  level: ({ label }, period, now) => [label, '，', period, '：', now],
  change: ({ label }, period, now, change, before) => [
    label,
    '，',
    period,
    '：',
    now,
    '，',
    ...than(change, before),
  ],
  stock: ({ label }, period, now, change) => [
    label,
    '，',
    period,
    '末：',
    now,
    ...(change === null ? [] : ['，', ...than(change, '一年前')]),
  ],
  share: ({ label }, period, code, share, near) =>
    near === undefined
      ? [code, `：占${label}的 `, share, '（', period, '）']
      : [code, `：占${label}的${fractions[near]}（`, period, '，', share, '）'],
  ratio: (outcome, one, other, ratio, first, second) => [
    outcome,
    '：',
    one,
    '是',
    other,
    '的 ',
    ratio,
    ' 倍（',
    first,
    ' 比 ',
    second,
    '）',
  ],
  none: ({ label }, code, from, to, event) => [code, '：', from, '至', to, `没有${label}（`, event, '）'],
  most: ({ label }, period, code, figure) => [code, `：${label} `, figure, '，', period, '，为各项中最多'],
  gap: ({ label }, published, all, counted) => [label, '：', all, ` ${counted}中只能读到 `, published, ' 个'],
  periods: { month: '个月', quarter: '个季度', year: '个年度', 'fiscal-year': '个财政年度' },
  counts: '个数字',
  unchanged: ['自上一发布版以来没有数字变化'],
  subtitle: (table, city, from, to) => [table, '。', city, from === to ? `，${from}` : `，${from} – ${to}`],
};
