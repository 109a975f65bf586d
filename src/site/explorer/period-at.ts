/**
 * Where a period of one level begins or ends among the periods of another:
 *
 *   wanted      2024-Q4 2025-Q1 2025-Q2         first and last of these, by month: October 2024, June 2025;
 *   by year     2024                            in calendar years, of which 2025 is not closed: 2024 and 2024
 */
import type { ApiIndex } from '../../formats/site/api-file.ts';

/** The first of `periods` that does not end before `wanted` begins, or the last that does not begin after it ends. */
export function periodAt(
  { dimensions }: ApiIndex,
  periods: readonly string[],
  wanted: string | undefined,
  end: 'first' | 'last',
): string | undefined {
  if (!wanted || periods.includes(wanted)) return wanted || undefined;
  const codes = dimensions.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const placeOf = (code: string) => codes.findIndex((one) => one.code === code);
  const edgeOf = (code: string, at: 0 | 1) => placeOf(codes[placeOf(code)]?.span?.[at] ?? code);
  if (placeOf(wanted) < 0) return ofYear(periods, wanted, end);
  return end === 'first'
    ? periods.find((code) => edgeOf(code, 1) >= edgeOf(wanted, 0))
    : periods.filter((code) => edgeOf(code, 0) <= edgeOf(wanted, 1)).at(-1);
}

/** A code that the release does not have, typed by hand or of an older release: whatever names its year. */
function ofYear(periods: readonly string[], wanted: string, end: 'first' | 'last'): string | undefined {
  const [year = wanted] = /\d{4}/.exec(wanted) ?? [];
  const own = periods.filter((code) => code.includes(year));
  return end === 'first' ? own[0] : own.at(-1);
}
