/**
 * Dates that stand for the periods that they begin, as `date_trunc` and spreadsheets give them. Their length is that of
 * the one level of the program of which all dates of the file are first days:
 *
 *   levels            dates of the file           read as
 *   month             1 Jan, 1 Feb                months
 *   month, quarter    1 Jan, 1 Feb, 1 Mar, ...    months
 *   month, quarter    1 Jan, 1 Apr                refused: months or quarters
 *   quarter           1 Jan, 1 Apr                quarters
 */
import {
  codeAt,
  type MonthNumber,
  monthCode,
  PERIOD_LEVELS,
  type PeriodLevel,
  type PeriodPlan,
  periodMonths,
} from '../../program/period.ts';
import type { Fault } from '../../reading/problem.ts';

export interface FirstDays {
  /** The period of the finest level of the program that begins with the month; the month where none does. */
  readonly read: (month: MonthNumber) => string;
  /** What is wrong if the dates that were read could be of several levels. */
  readonly finish: () => Fault | undefined;
}

export function openFirstDays({
  levels,
  fiscalYearStartMonth,
}: Pick<PeriodPlan, 'levels' | 'fiscalYearStartMonth'>): FirstDays {
  const declared = PERIOD_LEVELS.filter((level) => levels.includes(level));
  const seen = new Set<MonthNumber>();
  return {
    read: (month) => {
      seen.add(month);
      const level = declared.find((one) => begins(one, month, fiscalYearStartMonth));
      return level === undefined ? monthCode(month) : codeAt(level, month, fiscalYearStartMonth);
    },
    finish: () => {
      const months = [...seen];
      const fits = (level: PeriodLevel, month: MonthNumber) => begins(level, month, fiscalYearStartMonth);
      const fitting = declared.filter((level) => months.every((month) => fits(level, month)));
      const isPlaced = months.every((month) => declared.some((level) => fits(level, month)));
      if (months.length === 0 || !isPlaced || fitting.length === 1) return undefined;
      return whichLength(fitting.length === 0 ? declared : fitting);
    },
  };
}

function begins(level: PeriodLevel, month: MonthNumber, fiscalYearStartMonth: number): boolean {
  return periodMonths(codeAt(level, month, fiscalYearStartMonth), fiscalYearStartMonth)?.[0] === month;
}

function whichLength(levels: readonly PeriodLevel[]): Fault {
  return {
    code: 'period-two-meanings',
    message: `The dates of the column can be first days of periods of several lengths: ${levels.join(' or ')}.`,
    fix: 'Write a month as 2024-01, a quarter as 2024-Q1, a half-year as 2024-H1, a year as 2024 or FY2024.',
  };
}
