/**
 * Periods as spreadsheets and databases write them, where they have one meaning:
 *
 *   Jan-24, Jan 2024, January 2024, 2024-Jan      a month in words
 *   202401, 2024-1, 2024/01, 1/2024               a month in figures
 *   2024Q1, 2024 q1, Q1 2024, Q1-2024             a quarter
 *   2024.0, fy24, FY 2024                         a year
 *   2024-01-01, 2024-01-01 00:00:00, 20240101,    the first day of a period; of which length, the levels of the
 *   1.1.2024, 1/1/2024, 45292, 1 Jan 2024         program and the other dates of the file say (`first-days.ts`)
 *
 * `1/2/2024` has two: where the day comes first a month, and where the month comes first a day.
 */
import { type MonthNumber, monthCode } from '../../program/period.ts';
import type { Fault } from '../../reading/problem.ts';

export type PeriodForm =
  | { readonly kind: 'period'; readonly code: string; readonly form: string }
  | { readonly kind: 'first-day'; readonly month: MonthNumber; readonly form: string }
  | { readonly kind: 'fault'; readonly fault: Fault };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MIDNIGHT = '(?:[t ]0?0:00(?::00(?:\\.0+)?)?(?: ?(?:am|z|utc)|[+-]\\d{2}(?::?\\d{2})?)?)?';

type Reader = (...groups: string[]) => PeriodForm | undefined;

/** How `text` is meant, in whatever capitals and with blanks around; undefined where it is in none of these forms. */
export function readPeriodForm(text: string, fiscalYearStartMonth: number): PeriodForm | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  for (const [form, read] of [...FORMS, ...quarterForms(fiscalYearStartMonth)]) {
    const match = form.exec(plain);
    const found = match === null ? undefined : read(...match.slice(1));
    if (found !== undefined) return found;
  }
  return undefined;
}

function forms(pattern: string, read: Reader): readonly [RegExp, Reader] {
  return [new RegExp(`^${pattern}$`), read];
}

const period = (code: string, form: string): PeriodForm => ({ kind: 'period', code, form });

const inWords =
  (form: string): Reader =>
  (word = '', year = '') =>
    period(`${century(year)}-${twoDigits(wordMonth(word))}`, form);

const inFigures =
  (form: string): Reader =>
  (year = '', month = '') =>
    isMonth(month) ? period(`${year}-${twoDigits(Number(month))}`, form) : undefined;

/** The first day of a month; other days are left to those who refuse them. */
const asDay =
  (form: string): Reader =>
  (year = '', month = '', day = '') =>
    isMonth(month) && Number(day) === 1
      ? { kind: 'first-day', month: Number(century(year)) * 12 + Number(month) - 1, form }
      : undefined;

const reversed =
  (read: Reader): Reader =>
  (...groups) =>
    read(...groups.toReversed());

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  forms(`${MONTH_WORD}-(\\d{2})`, inWords('like Jan-24, read as months')),
  forms(`${MONTH_WORD}\\.?[- ,]{1,2}(\\d{4})`, inWords('like Jan 2024, read as months')),
  forms(`(\\d{4})[- ]${MONTH_WORD}`, reversed(inWords('like 2024-Jan, read as months'))),
  forms('(\\d{4})(\\d{2})', inFigures('like 202401, read as months')),
  forms('(\\d{4})[-/](\\d{1,2})', inFigures('like 2024/1, read as months')),
  forms('(\\d{1,2})[-/.](\\d{4})', reversed(inFigures('like 1/2024, read as months'))),
  forms('(\\d{4})\\.0+', (year = '') => period(year, 'like 2024.0, read as years')),
  forms('fy ?-?(\\d{2}|\\d{4})', (year = '') =>
    period(`FY${century(year)}`, 'like FY24, read as fiscal years'),
  ),
  forms('_t', () => period('_T', 'as _t, read as the total')),
  forms(
    `(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${MIDNIGHT}`,
    asDay('like 2024-01-01, read as the period that begins then'),
  ),
  forms(`(\\d{4})(\\d{2})(\\d{2})`, asDay('like 20240101, read as the period that begins then')),
  forms(
    `(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})${MIDNIGHT}`,
    reversed(asDay('like 1.1.2024, read as the period that begins then')),
  ),
  forms(`(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d{2})${MIDNIGHT}`, readSlashes),
  forms(`(\\d{1,2})[- ]${MONTH_WORD}[-, ]{1,2}(\\d{4}|\\d{2})`, (day = '', word = '', year = '') =>
    asDay('like 1 Jan 2024, read as the period that begins then')(year, String(wordMonth(word)), day),
  ),
  forms(`${MONTH_WORD}\\.? (\\d{1,2})(?:st)?,? (\\d{4})`, (word = '', day = '', year = '') =>
    asDay('like Jan 1, 2024, read as the period that begins then')(year, String(wordMonth(word)), day),
  ),
  forms('(\\d{5})(?:\\.0+)?', readSerial),
  forms(`(\\d{2})-${MONTH_WORD}`, () => ({ kind: 'fault', fault: DAY_OR_YEAR })),
];

/** `Q1 2024` is of the calendar year; where fiscal years begin in another month, it could be of one of these. */
function quarterForms(fiscalYearStartMonth: number): readonly (readonly [RegExp, Reader])[] {
  return [
    forms('(\\d{4})[- ]?q([1-4])', (year = '', quarter = '') =>
      period(`${year}-Q${quarter}`, 'like 2024Q1, read as quarters of the calendar year'),
    ),
    forms('(\\d{4})[- ]?h([12])', (year = '', half = '') =>
      period(`${year}-H${half}`, 'like 2024H1, read as half-years of the calendar year'),
    ),
    forms('h([12])[-/ ]{0,2}(\\d{4})', (half = '', year = '') =>
      fiscalYearStartMonth === 1
        ? period(`${year}-H${half}`, 'like H1 2024, read as half-years')
        : { kind: 'fault', fault: WHOSE_HALF },
    ),
    forms('q([1-4])[-/ ]{0,2}(\\d{4})', (quarter = '', year = '') =>
      fiscalYearStartMonth === 1
        ? period(`${year}-Q${quarter}`, 'like Q1 2024, read as quarters')
        : { kind: 'fault', fault: WHOSE_QUARTER },
    ),
  ];
}

/** `1/2/2024`: of two different numbers one of which is 1, each can be the month. */
function readSlashes(one = '', other = '', year = ''): PeriodForm | undefined {
  const numbers = [Number(one), Number(other)];
  if (numbers.every((number) => number === 1))
    return asDay('like 1/1/2024, read as the period that begins then')(year, one, other);
  return numbers.includes(1) && numbers.every((number) => isMonth(String(number)))
    ? { kind: 'fault', fault: DAY_OR_MONTH }
    : undefined;
}

/** The days of a spreadsheet: 1 is the first of January 1900, and it believes in a 29th of February of that year. */
function readSerial(serial = ''): PeriodForm | undefined {
  const day = new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000);
  const month = day.getUTCFullYear() * 12 + day.getUTCMonth();
  return day.getUTCDate() === 1
    ? {
        kind: 'first-day',
        month,
        form: 'like 45292 (a day of a spreadsheet), read as the period that begins then',
      }
    : undefined;
}

function wordMonth(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

function century(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0');
}

const WRITE_MONTH = `Write a month as ${monthCode(2024 * 12)}, a quarter as 2024-Q1.`;

const DAY_OR_MONTH: Fault = {
  code: 'period-two-meanings',
  message:
    'The date has two meanings: with day and month in one order it is the first day of a month, in the other a day within January.',
  fix: WRITE_MONTH,
};
const DAY_OR_YEAR: Fault = {
  code: 'period-two-meanings',
  message: 'The period has two meanings: its number is a day of the month, or the year.',
  fix: WRITE_MONTH,
};
const WHOSE_HALF: Fault = {
  code: 'period-two-meanings',
  message: 'The half-year has two meanings: one of the calendar year, or one of the fiscal year.',
  fix: 'Write a half-year of the calendar year as 2024-H1.',
};

const WHOSE_QUARTER: Fault = {
  code: 'period-two-meanings',
  message: 'The quarter has two meanings: one of the calendar year, or one of the fiscal year.',
  fix: 'Write a quarter of the calendar year as 2024-Q1; a quarter of a fiscal year is one of these too.',
};
