/**
 * How many records still exist at the end of each year, from published cells and declared rules alone. A cohort is one
 * cell of people who applied in one year; its records go n years after the end of that year:
 *
 *   exists k years after the newest year  <=>  k + years since the cohort's own year < n
 *
 * Before that none of the cohort has reached its age, afterwards all have: periods are as long as the years counted.
 */
import { codesAtLevel } from '../../../program/codelist.ts';
import { periodMonths } from '../../../program/period.ts';
import type { RecordGroup, Retention, WhatIf } from '../../../program/retention/retention.ts';
import { addressAt } from '../../blocks/table-grid.ts';
import { type RangeFigures, rangeFigures } from '../../figures/figures.ts';
import type { ReleaseView } from '../../view.ts';

export interface Cohort {
  readonly group: RecordGroup;
  readonly address: string;
  /** Years from the end of its own to the end of the newest. */
  readonly ago: number;
  /** How long its cards are valid; null where its people are not counted by age. */
  readonly validity: number | 'never' | null;
}

/** Years for which a cohort's records are kept: for ever `Infinity`; null where there are no records, or no rule. */
export type Rule = (cohort: Cohort) => number | null;

export const todaysRule: Rule = ({ group, validity }) => keptFor(group.after, group.years, validity);

export function whatIfRule({ after, years, without }: WhatIf): Rule {
  return ({ group, validity }) => {
    if (without === undefined) return keptFor(after, years, validity);
    return group.channel === without ? null : keptFor(group.after, group.years, validity);
  };
}

/** After expiry, years are counted from the decision where there is no card. */
function keptFor(
  after: RecordGroup['after'],
  years: number | undefined,
  validity: Cohort['validity'],
): number | null {
  if (after === undefined || years === undefined) return null;
  if (after === 'decision' || validity === null) return years;
  return validity === 'never' ? Number.POSITIVE_INFINITY : validity + years;
}

/** The newest year that is over, in which the groups are counted; undefined where none is. */
export function newestPeriod({ release }: ReleaseView, { groups }: Retention): string | undefined {
  const level = groups.find(({ counts }) => counts !== undefined)?.counts?.period;
  const periods = release.codelists.find(({ dimension }) => dimension === 'period');
  return level === undefined || periods === undefined ? undefined : codesAtLevel(periods, level).at(-1);
}

export function cohortsOf(view: ReleaseView, { groups, validity }: Retention): Cohort[] {
  return groups.flatMap((group) => {
    const { counts } = group;
    const measure = view.release.declaration.measures.find(({ id }) => id === counts?.measure);
    const periods = view.release.codelists.find(({ dimension }) => dimension === 'period');
    if (counts === undefined || measure === undefined || periods === undefined) return [];
    const codes = codesAtLevel(periods, counts.period);
    const ages = counts.age === undefined ? [undefined] : validity;
    return codes.flatMap((period, at) =>
      counts.cells.flatMap((cell) =>
        ages.map((age): Cohort => {
          const own = age === undefined ? [] : [[counts.age ?? '', age.age] as const];
          const address = addressAt(measure, new Map([['period', period], ...Object.entries(cell), ...own]));
          return { group, address, ago: codes.length - 1 - at, validity: age?.years ?? null };
        }),
      ),
    );
  });
}

/** The records that still exist `later` years after the newest; null where there are none, undefined where a cell is not known. */
export function existingAfter(
  view: ReleaseView,
  cohorts: readonly Cohort[],
  rule: Rule,
  later: number,
): RangeFigures | null | undefined {
  const left = cohorts.filter((cohort) => later + cohort.ago < (rule(cohort) ?? 0));
  return left.length === 0
    ? null
    : rangeFigures(
        view.source,
        left.map(({ address }) => address),
      );
}

/** Those that are never destroyed. */
export function neverGone(view: ReleaseView, cohorts: readonly Cohort[], rule: Rule): RangeFigures | null {
  return existingAfter(view, cohorts, rule, Number.MAX_SAFE_INTEGER) ?? null;
}

/** After how many years the last record that ever goes is gone. */
export function lastChange(cohorts: readonly Cohort[], rules: readonly Rule[]): number {
  const ends = rules.flatMap((rule) =>
    cohorts.map((cohort) => (rule(cohort) ?? 0) - cohort.ago).filter(Number.isFinite),
  );
  return Math.max(0, ...ends);
}

/** The last month of a period of the release. */
export function endOf({ release }: ReleaseView, period: string): number {
  const start = release.declaration.period?.fiscalYearStartMonth ?? 1;
  return periodMonths(period, start)?.[1] ?? 0;
}
