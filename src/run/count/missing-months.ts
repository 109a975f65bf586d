/** Months of which a tally has no row at all, though it has some before and after: whoever exported it may have left them out. */
import { TOTAL } from '../../program/codelist.ts';
import { type MonthNumber, nameMonths, periodMonths } from '../../program/period.ts';
import type { MeasureTallies, TallyGrid } from '../../program/tally.ts';

/** `2024-03, 2024-04 and 3 more`, or undefined where none is missing. */
export function missingMonths(
  { grids }: Pick<MeasureTallies, 'grids'>,
  fiscalYearStartMonth: number,
): string | undefined {
  const covered = new Set(grids.flatMap((grid) => monthsIn(grid, fiscalYearStartMonth)));
  const [first, last] = [Math.min(...covered), Math.max(...covered)];
  const missing = Array.from({ length: covered.size === 0 ? 0 : last - first }, (_, at) => first + at).filter(
    (month) => !covered.has(month),
  );
  return missing.length === 0 ? undefined : nameMonths(missing);
}

function monthsIn(grid: TallyGrid, fiscalYearStartMonth: number): MonthNumber[] {
  const [periods = []] = grid.codes;
  return periods.flatMap((period, at) => {
    const months = period === TOTAL ? undefined : periodMonths(period, fiscalYearStartMonth);
    if (months === undefined || !hasRows(grid, at)) return [];
    const [first, last] = months;
    return Array.from({ length: last - first + 1 }, (_, month) => first + month);
  });
}

/** Whether a grid has a row for its period at this place. */
export function hasRows({ codes: [_, ...others], counts }: TallyGrid, at: number): boolean {
  const width = others.reduce((product, list) => product * list.length, 1);
  return counts.subarray(at * width, (at + 1) * width).some((count) => count >= 0);
}
