/**
 * Years that an earlier release cut short. `2024-01..2024-06` stands in the release that ends in June 2024 and in no
 * later one, and neither does its total to date; but readers keep it, and subtract it from what comes after:
 *
 *   2024-Q2   2024-01..2024-06   120          2024-Q3   2024-01..2024-09   124          July to September: 4
 *
 * So tables with such a year are taken with those of the next releases as if these published it too.
 */

import { type Codelist, TOTAL } from '../program/codelist.ts';
import { monthCode, releaseEnd } from '../program/period.ts';
import type { Measure } from '../program/program.ts';
import type { Box } from './boxes.ts';
import { measureCodelists, type ReleaseShape, tableBox } from './shape.ts';

/** Cells of earlier releases, of years that `shape` no longer cuts short there; totals to date are `..2024-06`. */
export function partialYearBoxes(
  { codelists }: ReleaseShape,
  measure: Measure,
  earlier: readonly ReleaseShape[],
): Box[] {
  const now = periodsOf(codelists);
  return earlier.flatMap((before) => {
    const lists = measureCodelists(measure, before.codelists);
    const end = releaseEnd(before.release);
    const gone = (periods: readonly string[]) => periods.filter((code) => code !== TOTAL && !now.has(code));
    return before.declaration.tables
      .filter((table) => table.measure === measure.id)
      .flatMap((table) => {
        const [periods = [], ...others] = tableBox(table, measure, lists);
        const partial = gone(periods);
        const toDate = end !== undefined && periods.includes(TOTAL) ? [`..${monthCode(end)}`] : [];
        return partial.length === 0 ? [] : [[[...partial, ...toDate], ...others]];
      });
  });
}

function periodsOf(codelists: readonly Codelist[]): ReadonlySet<string> {
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  return new Set(periods?.codes.map(({ code }) => code));
}
