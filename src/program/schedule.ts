/** When releases come out, by the rule in `program.json`: each so many days after the quarter that it closes. */
import { lastMonth, monthCode } from './period.ts';

const DAY_MS = 86_400_000;

/** The last day that a release closes, `2025-06-30`. */
export function closingDay(release: string): string {
  return dayAfter(lastMonth(release) + 1, -1);
}

/** The day on which the release after this one is due: `daysAfter` days after the end of the next quarter. */
export function nextDue(release: string, daysAfter: number): string {
  return dayAfter(lastMonth(release) + MONTHS_OF_QUARTER + 1, daysAfter - 1);
}

const MONTHS_OF_QUARTER = 3;

/** So many days after the first of a month. */
function dayAfter(month: number, days: number): string {
  const first = Date.parse(`${monthCode(month)}-01T00:00:00Z`);
  return new Date(first + days * DAY_MS).toISOString().slice(0, 10);
}
