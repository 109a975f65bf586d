/** Titles of charts in English: what published cells show, never why. */
import type { ChangeWord } from '../../../model/claim.ts';
import type { Figure } from '../../../model/figure.ts';
import type { Fraction } from '../../../model/fraction.ts';
import type { Measure } from '../../../model/program.ts';
import type { Sentence } from '../../sentence.ts';

/** A language says what is counted with the unit or with the whole name. */
type Counted = Pick<Measure, 'label' | 'unit'>;

/** `by` is null where nothing changed. */
export interface ChangeWords {
  readonly word: ChangeWord;
  readonly by: Figure | null;
}

function than({ word, by }: ChangeWords, before: string): Sentence {
  if (by === null) return ['as many as ', before];
  return [by, word === 'more' ? ' more than ' : ' fewer than ', before];
}

const fractions: Readonly<Record<Fraction, string>> = {
  'nine-tenths': 'nine in ten',
  'four-fifths': 'four in five',
  'three-quarters': 'three in four',
  'two-thirds': 'two in three',
  half: 'half of the',
  third: 'one in three',
  quarter: 'one in four',
  fifth: 'one in five',
  sixth: 'one in six',
  seventh: 'one in seven',
  eighth: 'one in eight',
  ninth: 'one in nine',
  tenth: 'one in ten',
};

export const findings = {
  level: ({ label }: Counted, period: string, now: Figure): Sentence => [label, ': ', now, ' in ', period],
  change: (
    { label }: Counted,
    period: string,
    now: Figure,
    change: ChangeWords,
    before: string,
  ): Sentence => [label, ': ', now, ' in ', period, ', ', ...than(change, `in ${before}`)],
  stock: ({ label }: Counted, period: string, now: Figure, change: ChangeWords | null): Sentence => [
    label,
    ': ',
    now,
    ' at the end of ',
    period,
    ...(change === null ? [] : [', ', ...than(change, 'a year before')]),
  ],
  share: (
    { unit }: Counted,
    period: string,
    code: string,
    share: Figure,
    near: Fraction | undefined,
  ): Sentence =>
    near === undefined
      ? [code, ': ', share, ` of the ${unit} in `, period]
      : [code, `: ${fractions[near]} ${unit} in `, period, ' (', share, ')'],
  ratio: (
    outcome: string,
    one: string,
    other: string,
    ratio: Figure,
    first: Figure,
    second: Figure,
  ): Sentence => [
    outcome,
    ': ',
    one,
    ' ',
    ratio,
    ' times as often as ',
    other,
    ' (',
    first,
    ' against ',
    second,
    ')',
  ],
  none: ({ unit }: Counted, code: string, from: string, to: string, event: string): Sentence => [
    code,
    `: no ${unit} from `,
    from,
    ' to ',
    to,
    ' (',
    event,
    ')',
  ],
  most: ({ unit }: Counted, period: string, code: string, figure: Figure): Sentence => [
    code,
    ': ',
    figure,
    ` ${unit} in `,
    period,
    ', the most of all',
  ],
  gap: ({ label }: Counted, published: Figure, all: Figure, counted: string): Sentence => [
    label,
    ': only ',
    published,
    ' of ',
    all,
    ` ${counted} could be read`,
  ],
  periods: { month: 'months', quarter: 'quarters', year: 'years', 'fiscal-year': 'fiscal years' } as Readonly<
    Record<string, string>
  >,
  counts: 'counts',
  unchanged: ['No figure has changed since the release before'] as Sentence,
  subtitle: (table: string, city: string, from: string, to: string): Sentence => [
    table,
    '. ',
    city,
    from === to ? `, ${from}` : `, ${from} – ${to}`,
  ],
};
