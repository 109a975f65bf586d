/**
 * Which totals of requests must be published (docs/method.md): all of them; where that protects nobody, all but
 * those of quarters or half-years, so that one is merged into its year; then the total to date alone; at last none, so that the
 * newest quarter waits for the next release. A quarter of one request cannot hide of which kind it was, unless
 * nobody can tell that there was one.
 *
 *           2024-Q1  2024-Q2  2024-Q3  2024-Q4   2024             2024-Q1  2024-Q2  2024-Q3  2024-Q4   2024
 *   all           1        3        4        2     10      ->           .        .        4        2     10
 *   warrant       .        .        3        1      5                   .        .        3        1      5
 */

import { valueAt } from '../indexes/look-up.ts';
import { TOTAL } from '../program/codelist.ts';
import { isTotalOfRequests } from '../program/docket-plan.ts';
import { isPartOfYear } from '../program/period.ts';
import type { CountedMeasure } from './count-cells.ts';

export interface StandingTotal {
  readonly measure: string;
  readonly codes: readonly string[];
}

/** What must stand, from most to least; one empty list where nothing counts requests. */
export function standingTotals(measures: readonly CountedMeasure[]): StandingTotal[][] {
  const all = measures.flatMap(({ measure, cells }) =>
    cells
      .filter(({ codes, status }) => isTotalOfRequests(measure.id, codes) && status !== 'x')
      .map(({ codes }) => ({ measure: measure.id, codes })),
  );
  const tries = [
    all,
    all.filter(({ codes: [period = ''] }) => !isPartOfYear(period)),
    all.filter(({ codes: [period] }) => period === TOTAL),
    [],
  ];
  return tries.filter(({ length }, index) => index === 0 || length < valueAt(tries, index - 1).length);
}
