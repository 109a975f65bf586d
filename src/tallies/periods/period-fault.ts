/** Why a period of a tally is not one that the release closes. */
import {
  firstMonth,
  type MonthNumber,
  monthNumber,
  type PeriodLevel,
  type PeriodPlan,
  periodMonths,
} from '../../program/period.ts';
import type { Fault } from '../../reading/problem.ts';
import { LIKE_TOTAL, soundsLikeTotal } from '../total-words.ts';

/** Days, hours and weeks in the forms that databases and spreadsheets write; five digits are a spreadsheet's day. */
const FINER_THAN_A_MONTH: readonly RegExp[] = [
  /^\d{4}([-/.]?)(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])([T ].*)?$/,
  /^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})([T ].*)?$/,
  /^\d{1,2}[. -]*\p{L}{3,}[., -]*\d{2,4}$/u,
  /^\p{L}{3,}[. ]*\d{1,2}(st|nd|rd|th)?,? +\d{4}$/u,
  /^\d{4}-?W\d{2}/,
  /^\d{4}-\d{3}$/,
  /^\d{5}(\.\d+)?$/,
];

/** Either a fault, or `set-aside` for a period that ends after the release and waits for a later one. */
export function periodFault(code: string, plan: PeriodPlan, end: MonthNumber): Fault | 'set-aside' {
  if (FINER_THAN_A_MONTH.some((form) => form.test(code))) {
    const message = 'The period is finer than a month, which comes close to records of people.';
    return {
      code: 'period-too-fine',
      message,
      fix: 'Add the counts up by month, quarter or year before they leave the database.',
    };
  }
  const months = periodMonths(code, plan.fiscalYearStartMonth);
  if (months === undefined && soundsLikeTotal(code)) return LIKE_TOTAL;
  if (months === undefined) {
    const message = 'The period is not one that Daylight knows.';
    return {
      code: 'unknown-period',
      message,
      fix: 'Write a month as 2025-04, a quarter as 2025-Q2, a half-year as 2025-H1, a year as 2025 or FY2025.',
    };
  }
  const levels: readonly PeriodLevel[] = plan.levels;
  if (!levels.includes(levelOf(code)) || (code.includes('..') && !plan.partialYear)) {
    const fix = `Use one of the levels in program.json (${levels.join(', ')}), or add the level there.`;
    return { code: 'period-level', message: 'The program has no periods of this length.', fix };
  }
  if (months[0] < firstMonth(plan)) {
    const fix = 'Leave the row out, or set "period.from" in program.json to an earlier month.';
    return {
      code: 'period-before-start',
      message: `The period starts before the program's first month, ${plan.from}.`,
      fix,
    };
  }
  if (months[1] > end) return 'set-aside';
  const fix =
    'Give the months or quarters instead; a part of a year stands only where it ends with the release.';
  return {
    code: 'period-part',
    message: 'The period is a part of a year that does not end with the release.',
    fix,
  };
}

function levelOf(code: string): PeriodLevel {
  if (code.includes('..')) return 'year';
  if (code.startsWith('FY')) return 'fiscal-year';
  if (code.includes('-Q')) return 'quarter';
  if (code.includes('-H')) return 'half-year';
  return monthNumber(code) === undefined ? 'year' : 'month';
}
