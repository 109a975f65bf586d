/**
 * The codelist of a measure's periods as its system needs it.
 *
 * Figures on the record and earlier releases speak of periods that a release has no code for: a year that is not
 * closed, a total to a month in the middle of a quarter. Each becomes a code, the sum of leaves; a leaf that it cuts
 * is divided into months:
 *
 *   2024-Q1   |-----|               2024-Q1   |-----|               leaves: 2024-Q1, 2024-04, 2024-05, 2024-06
 *   2024-Q2         |-----|         2024-Q2         |-|-|-|
 *   ..2024-04 |-------|             ..2024-04 |-----|-|
 *
 * A stock is as of the end of a period, so that periods that end together are one:
 *
 *   2024-Q2, FY2024 and 2024-06     leaf: 2024-06
 */
import { type Codelist, leafSets, type Rollup, TOTAL } from '../program/codelist.ts';
import {
  type MonthNumber,
  monthCode,
  monthNumber,
  type PeriodPlan,
  periodMonths,
} from '../program/period.ts';

export type Span = readonly [first: MonthNumber, last: MonthNumber];

/** The months of a period; of a total to date, `..2024-06`, those from the first of the plan. */
export function spanOf(
  code: string,
  { from, fiscalYearStartMonth }: Pick<PeriodPlan, 'from' | 'fiscalYearStartMonth'>,
): Span | undefined {
  const toDate = code.startsWith('..') ? monthNumber(code.slice(2)) : undefined;
  const first = monthNumber(from);
  if (toDate === undefined || first === undefined) return periodMonths(code, fiscalYearStartMonth);
  return [first, toDate];
}

/** With these periods as codes too; those that are codes already, or no periods, are passed over. */
export function withPeriods(codelist: Codelist, periods: readonly string[], plan: PeriodPlan): Codelist {
  const known = new Set([TOTAL, ...codelist.codes.map(({ code }) => code)]);
  const added = [...new Set(periods)].flatMap((code) => {
    const span = known.has(code) ? undefined : spanOf(code, plan);
    return span === undefined ? [] : [{ code, span }];
  });
  if (added.length === 0) return codelist;
  const leaves = leavesWithin(codelist, plan);
  const divided = leaves.filter(({ span }) => added.some((other) => isCut(span, other.span)));
  const whole = leaves.filter((leaf) => !divided.includes(leaf));
  return {
    ...codelist,
    codes: [...codelist.codes, ...added.map(({ code }) => ({ code, label: code, level: '' }))],
    rollups: [
      ...codelist.rollups,
      ...divided.flatMap(({ code, span }) => monthsOf(span).map((month) => part(month, code))),
      ...added.flatMap(({ code, span }) =>
        partsOf(span, whole)
          .filter((leaf) => leaf !== code)
          .map((leaf) => part(leaf, code)),
      ),
    ],
  };
}

/** Every period as the month that it ends with. */
export function asOfEnds(codelist: Codelist, plan: PeriodPlan): Codelist {
  const rollups = codelist.codes.flatMap(({ code }) => {
    const span = spanOf(code, plan);
    const end = span && monthCode(span[1]);
    return end === undefined || end === code ? [] : [part(end, code)];
  });
  return { ...codelist, rollups };
}

interface Leaf {
  readonly code: string;
  readonly span: Span;
}

function leavesWithin(codelist: Codelist, plan: PeriodPlan): Leaf[] {
  return [...leafSets(codelist)].flatMap(([code, leaves]) => {
    const span = leaves.size === 1 && leaves.has(code) ? spanOf(code, plan) : undefined;
    return span === undefined ? [] : [{ code, span }];
  });
}

/** Whether a period holds a part of a leaf and not all of it. */
function isCut([first, last]: Span, [from, to]: Span): boolean {
  const overlaps = from <= last && to >= first;
  return overlaps && !(from <= first && to >= last);
}

/** The leaves within a period, and its other months. */
function partsOf(span: Span, leaves: readonly Leaf[]): string[] {
  const inner = leaves.filter((leaf) => span[0] <= leaf.span[0] && leaf.span[1] <= span[1]);
  const covered = new Set(inner.flatMap((leaf) => monthsOf(leaf.span)));
  return [...inner.map(({ code }) => code), ...monthsOf(span).filter((month) => !covered.has(month))];
}

function monthsOf([first, last]: Span): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => monthCode(first + at));
}

/** In a hierarchy of its own, so that no other way to roll up changes. */
function part(code: string, parent: string): Rollup {
  return { code, parent, hierarchy: 'spoken-of' };
}
