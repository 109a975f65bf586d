/**
 * Periods as codes, and the codelist of the periods that a release closes.
 *
 *   2025-04            month            2025               calendar year
 *   2025-Q2            quarter          FY2025             fiscal year, named by the year it ends in
 *   2025-H1            half-year
 *   2024-01..2024-06   a calendar year that ends with the release, where the program asks for it
 *
 * Only closed periods get a code: a year whose last month lies after the release's end has none, and its
 * quarters or months then roll up to the total themselves.
 */

import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, type Rollup, TOTAL } from './codelist.ts';

/** Finest first. */
export const PERIOD_LEVELS = ['month', 'quarter', 'half-year', 'year', 'fiscal-year'] as const;
export type PeriodLevel = (typeof PERIOD_LEVELS)[number];

/** What `program.json` says about time. Months are `YYYY-MM`; `fiscalYearStartMonth` is 1 to 12. */
export interface PeriodPlan {
  readonly from: string;
  readonly levels: readonly PeriodLevel[];
  readonly fiscalYearStartMonth: number;
  /** Give a calendar year that the release cuts short a code of its own, labelled with its months. */
  readonly partialYear: boolean;
}

/** Whether a code is a quarter or a half-year. */
export function isPartOfYear(code: string): boolean {
  return PART_OF_YEAR.test(code);
}

/** Months since year 0, so that arithmetic on months is arithmetic on whole numbers. */
export type MonthNumber = number;

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const PART_OF_YEAR = /^\d{4}-[QH]\d$/;
const RELEASE = /^(\d{4})-Q([1-4])(?:-r([1-9]\d*))?$/;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function monthNumber(month: string): MonthNumber | undefined {
  const match = MONTH.exec(month);
  return match === null ? undefined : Number(match[1]) * 12 + Number(match[2]) - 1;
}

export function monthCode(month: MonthNumber): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const MOST_NAMED = 6;

/** `2024-03, 2024-04`; of more than six months the first six, `and 3 more`. */
export function nameMonths(months: readonly MonthNumber[]): string {
  const more = months.length - MOST_NAMED;
  return months.slice(0, MOST_NAMED).map(monthCode).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The last month that release `2025-Q2` or `2025-Q2-r1` closes, or undefined if the id is not one. */
export function releaseEnd(id: string): MonthNumber | undefined {
  const match = RELEASE.exec(id);
  return match === null ? undefined : Number(match[1]) * 12 + Number(match[2]) * 3 - 1;
}

/** Oldest first: by last month, then by revision. */
export function compareReleases(one: string, other: string): number {
  return lastMonth(one) - lastMonth(other) || revision(one) - revision(other);
}

/** The last month that a release closes; the id must be one. */
export function lastMonth(id: string): MonthNumber {
  const end = releaseEnd(id);
  if (end === undefined) throw new Error(`internal error: "${id}" is no release`);
  return end;
}

/** The same as a code, `2025-06`. */
export function closingMonth(id: string): string {
  return monthCode(lastMonth(id));
}

/** The months of a code that is known to be a period. */
export function monthsOf(code: string, fiscalYearStartMonth: number): readonly [MonthNumber, MonthNumber] {
  const months = periodMonths(code, fiscalYearStartMonth);
  if (months === undefined) throw new Error(`internal error: "${code}" is no period`);
  return months;
}

/** Whether a period ends with a month that lies in one of these. */
export function endsWithin(
  periods: readonly string[],
  { fiscalYearStartMonth }: Pick<PeriodPlan, 'fiscalYearStartMonth'>,
): (code: string) => boolean {
  const spans = periods.flatMap((code) => {
    const span = periodMonths(code, fiscalYearStartMonth);
    return span === undefined ? [] : [span];
  });
  return (code) => {
    const last = periodMonths(code, fiscalYearStartMonth)?.[1];
    return last !== undefined && spans.some(([from, to]) => last >= from && last <= to);
  };
}

/** The first month of a program. */
export function firstMonth({ from }: Pick<PeriodPlan, 'from'>): MonthNumber {
  return monthsOf(from, 1)[0];
}

/** The first of all has no number. */
function revision(id: string): number {
  const number = RELEASE.exec(id)?.[3];
  return number === undefined ? 0 : Number(number);
}

/** The first and last month that a period code covers, or undefined if it is not a period code. */
export function periodMonths(
  code: string,
  fiscalYearStartMonth: number,
): readonly [MonthNumber, MonthNumber] | undefined {
  const month = monthNumber(code);
  if (month !== undefined) return [month, month];
  const range = /^(\d{4}-\d{2})\.\.(\d{4}-\d{2})$/.exec(code);
  if (range !== null) return orderedRange(monthNumber(valueAt(range, 1)), monthNumber(valueAt(range, 2)));
  const quarter = /^(\d{4})-Q([1-4])$/.exec(code);
  if (quarter !== null) return spanFrom(Number(quarter[1]) * 12 + (Number(quarter[2]) - 1) * 3, 3);
  const half = /^(\d{4})-H([12])$/.exec(code);
  if (half !== null) return spanFrom(Number(half[1]) * 12 + (Number(half[2]) - 1) * 6, 6);
  const year = /^(FY)?(\d{4})$/.exec(code);
  if (year === null) return undefined;
  const start = Number(year[2]) * 12;
  return spanFrom(
    year[1] === undefined || fiscalYearStartMonth === 1 ? start : start - 13 + fiscalYearStartMonth,
    12,
  );
}

function orderedRange(
  first: MonthNumber | undefined,
  last: MonthNumber | undefined,
): readonly [MonthNumber, MonthNumber] | undefined {
  return first === undefined || last === undefined || first > last ? undefined : [first, last];
}

function spanFrom(first: MonthNumber, length: number): readonly [MonthNumber, MonthNumber] {
  return [first, first + length - 1];
}

/** All closed periods from `plan.from` to `end`, at every level of the plan, each with its ways to roll up. */
export function periodCodelist(plan: PeriodPlan, end: MonthNumber): Codelist {
  const start = firstMonth(plan);
  const codes = plan.levels.flatMap((level) => closedPeriods(level, start, end, plan));
  return {
    dimension: 'period',
    codes,
    rollups: HIERARCHIES.flatMap((hierarchy) => rollups(hierarchy, codes, plan)),
  };
}

interface PeriodCode {
  readonly code: string;
  readonly label: string;
  readonly level: PeriodLevel;
}

const HIERARCHIES: readonly {
  readonly id: 'calendar' | 'fiscal';
  readonly levels: readonly PeriodLevel[];
}[] = [
  { id: 'calendar', levels: ['month', 'quarter', 'half-year', 'year'] },
  { id: 'fiscal', levels: ['month', 'quarter', 'half-year', 'fiscal-year'] },
];

function closedPeriods(
  level: PeriodLevel,
  start: MonthNumber,
  end: MonthNumber,
  plan: PeriodPlan,
): PeriodCode[] {
  const found = new Map<string, PeriodCode>();
  for (let month = start; month <= end; month += 1) {
    const code = codeAt(level, month, plan.fiscalYearStartMonth);
    const [first, last] = monthsOf(code, plan.fiscalYearStartMonth);
    if (first >= start && last <= end) found.set(code, { code, level, label: periodLabel(code) });
    else if (level === 'year' && plan.partialYear && first >= start && month === end) {
      const partial = `${monthCode(first)}..${monthCode(end)}`;
      found.set(partial, { code: partial, level, label: periodLabel(partial) });
    }
  }
  return [...found.values()];
}

/** The period of a level in which a month lies. */
export function codeAt(level: PeriodLevel, month: MonthNumber, fiscalYearStartMonth: number): string {
  const year = Math.floor(month / 12);
  switch (level) {
    case 'month':
      return monthCode(month);
    case 'quarter':
      return `${year}-Q${Math.floor((month % 12) / 3) + 1}`;
    case 'half-year':
      return `${year}-H${month % 12 < 6 ? 1 : 2}`;
    case 'year':
      return String(year);
    case 'fiscal-year':
      return `FY${Math.floor((month + ((13 - fiscalYearStartMonth) % 12)) / 12)}`;
  }
}

/** `April 2025`, `April to June 2025`, `2025`, `Fiscal year 2025`, `January to June 2024`. */
function periodLabel(code: string): string {
  if (code.startsWith('FY')) return `Fiscal year ${code.slice(2)}`;
  const [first, last] = monthsOf(code, 1);
  if (last - first === 11) return code;
  const name = (month: MonthNumber) => valueAt(MONTH_NAMES, month % 12);
  const year = Math.floor(last / 12);
  return first === last ? `${name(first)} ${year}` : `${name(first)} to ${name(last)} ${year}`;
}

function rollups(
  hierarchy: (typeof HIERARCHIES)[number],
  codes: readonly PeriodCode[],
  plan: PeriodPlan,
): Rollup[] {
  const levels = hierarchy.levels.filter(
    (level) => plan.levels.includes(level) && nests(level, hierarchy, plan),
  );
  if (hierarchy.id === 'fiscal' && !levels.includes('fiscal-year')) return [];
  return codes
    .filter(({ level }) => levels.some((other) => other === level))
    .map(({ code }) => ({ code, hierarchy: hierarchy.id, parent: parentOf(code, levels, codes, plan) }));
}

/** Half-years of the calendar make up fiscal years only where these begin with one. */
function nests(
  level: PeriodLevel,
  { id }: (typeof HIERARCHIES)[number],
  { fiscalYearStartMonth }: PeriodPlan,
): boolean {
  return level !== 'half-year' || id === 'calendar' || fiscalYearStartMonth % 6 === 1;
}

function parentOf(
  code: string,
  levels: readonly PeriodLevel[],
  codes: readonly PeriodCode[],
  plan: PeriodPlan,
): string {
  const span = (other: string) => monthsOf(other, plan.fiscalYearStartMonth);
  const [first, last] = span(code);
  const level = codes.find((other) => other.code === code)?.level;
  const coarser = levels.slice(levels.indexOf(level as PeriodLevel) + 1);
  for (const next of coarser) {
    const parent = codes.find(
      (other) => other.level === next && span(other.code)[0] <= first && span(other.code)[1] >= last,
    );
    if (parent !== undefined) return parent.code;
  }
  return TOTAL;
}
