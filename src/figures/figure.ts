/**
 * A figure that a page prints: its text and where it comes from. Pages print numbers in no other form, and
 * the gate makes each of them again from its origin (CONTRIBUTING.md).
 */

import { oncePerKey } from '../indexes/once-per-key.ts';
import type { Outcome } from '../program/request.ts';
import { numberLocale } from './locale.ts';

/**
 * How a figure follows from its cells, in order:
 *
 *   count        the first cell              share       first / second, 0 to 1, printed in percent
 *   sum          all cells                   withheld    how many of the cells are withheld
 *   difference   first less all others       published   how many of the cells have a published count
 *   cells        how many cells there are
 *   more         (second - first) / first, in percent: only where the second is not less
 *   fewer        (first - second) / first, in percent: only where the second is not more
 *   times        (first / second) / (third / fourth): how often one share is the other
 *   median       the middle of all, in order; of an even number the lower of the two in the middle
 *   least, most  the least and most that all cells can add up to, hidden ones by what the audit proved of each
 */
export const FORMULAS = [
  'count',
  'sum',
  'difference',
  'share',
  'more',
  'fewer',
  'times',
  'median',
  'withheld',
  'cells',
  'published',
  'least',
  'most',
] as const;
export type Formula = (typeof FORMULAS)[number];

/** All requests; the program's own, which no other department's are; of these, those for records of people, or by federal immigration authorities. */
export const REQUEST_GROUPS = ['all', 'own', 'people', 'federal_immigration'] as const;
export type RequestGroup = (typeof REQUEST_GROUPS)[number];

/**
 * As last known, or in any of them at any time, or in each of them at some time: a request that was refused first and went
 * to court later was refused, and was both.
 */
export const OUTCOME_TIMES = ['last', 'ever', 'each'] as const;
export type OutcomeTime = (typeof OUTCOME_TIMES)[number];

export type Origin = ProgramOrigin | ExampleOrigin;

/** What a program published or says of itself. */
export type ProgramOrigin =
  /** Cells of a release, as `measure|period|code|...` keys. */
  | {
      readonly kind: 'cells';
      readonly program: string;
      readonly release: string;
      readonly formula: Formula;
      readonly cells: readonly string[];
      readonly decimals: number;
    }
  /** Figures on the record, by id; one stands as printed, several are combined by the formula and labelled as ours. */
  | {
      readonly kind: 'record';
      readonly program: string;
      readonly formula: 'count' | 'sum' | 'difference' | 'share' | 'more' | 'fewer';
      readonly figures: readonly string[];
      readonly decimals: number;
    }
  /**
   * How many of some requests on the record, or elsewhere, were received in this year (an empty year is all of them) and stand so
   * as last known, or did at any time.
   */
  | {
      readonly kind: 'requests';
      readonly program: string;
      readonly among: RequestGroup;
      readonly outcomes: readonly Outcome[];
      readonly when: OutcomeTime;
      readonly year: string;
    }
  /** A number in a release's audit or declaration: `k`, `blocks`, `cells.withheld`. */
  | { readonly kind: 'audit'; readonly program: string; readonly release: string; readonly path: string }
  /** k of a program, from `program.json`. */
  | { readonly kind: 'threshold'; readonly program: string }
  /** A number in `program.json`: `records.validity.0.years`. */
  | { readonly kind: 'papers'; readonly program: string; readonly path: string }
  /** The month that ends this many years after a period of a release. */
  | {
      readonly kind: 'calendar';
      readonly program: string;
      readonly release: string;
      readonly period: string;
      readonly years: number;
    }
  /** The day on which the release after this one is due, by the schedule in `program.json`. */
  | { readonly kind: 'schedule'; readonly program: string; readonly release: string }
  /**
   * The month until which the record is kept of a person of this age who applied in this month, by the rules in `program.json`;
   * where the age is empty, the month itself, in which that way to apply was open.
   */
  | {
      readonly kind: 'kept-until';
      readonly program: string;
      readonly channel: string;
      readonly group: string;
      readonly age: string;
      readonly month: string;
    };

/** A number of the invented table that explains hiding (`worked-example.ts`): `table.0.3`. */
interface ExampleOrigin {
  readonly kind: 'example';
  readonly path: string;
}

export interface Figure {
  /** As printed: `145,825`, `3.1%`. */
  readonly text: string;
  readonly origin: Origin;
}

type Counting = Exclude<Formula, 'withheld' | 'cells' | 'published' | 'least' | 'most'>;

/** The value of a formula that counts nothing but published values; NaN where it has none. */
export function evaluate(formula: Counting, values: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN, fourth = Number.NaN] = values;
  switch (formula) {
    case 'count':
      return first;
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'difference':
      return values.slice(1).reduce((rest, value) => rest - value, first);
    case 'share':
      return first / second;
    case 'more':
      return second >= first ? (second - first) / first : Number.NaN;
    case 'fewer':
      return second <= first ? (first - second) / first : Number.NaN;
    case 'times':
      return first / second / (third / fourth);
    case 'median':
      return values.toSorted((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? Number.NaN;
  }
}

export function isPercentage(formula: Formula): boolean {
  return ['share', 'more', 'fewer'].includes(formula);
}

/** A number in a reader's language; percentages take 0 to 1 (or less than 0 for a fall). */
export function formatNumber(
  value: number,
  language: string,
  { percent, decimals }: { percent: boolean; decimals: number },
): string {
  return formatterFor(`${language} ${percent ? 'percent' : 'decimal'} ${decimals}`).format(value);
}

/** A printed number as files have it, whatever the language: `1234` of `1,234`, `3.1%` of `3.1 %`. */
export function plainNumber(text: string, language: string): string {
  const parts = new Intl.NumberFormat(numberLocale(language)).formatToParts(0.1);
  const decimal = parts
    .filter(({ type }) => type === 'decimal')
    .map(({ value }) => value)
    .join('');
  const digits = [...text].filter((sign) => /\d/.test(sign) || sign === decimal).join('');
  return digits.replace(decimal, '.') + (text.includes('%') ? '%' : '');
}

/** As it is printed; what is no number of ours comes out otherwise than `plainNumber` took it. */
export function printedNumber(plain: string, language: string): string {
  const percent = plain.endsWith('%');
  const number = plain.replace('%', '');
  const [, fraction = ''] = number.split('.');
  const value = Number(number);
  return formatNumber(percent ? value / 100 : value, language, { percent, decimals: fraction.length });
}

const formatterFor = oncePerKey((key) => {
  const [language = '', style, decimals] = key.split(' ');
  return new Intl.NumberFormat(numberLocale(language), {
    minimumFractionDigits: Number(decimals),
    maximumFractionDigits: Number(decimals),
    style: style === 'percent' ? 'percent' : 'decimal',
  });
});
