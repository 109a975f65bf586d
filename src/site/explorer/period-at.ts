/**
 * Where a period of one level begins or ends among the periods of another:
 *
 *   wanted      2024-Q4 2025-Q1 2025-Q2         first and last of these, by month: October 2024, June 2025;
 *   by year     2024                            in calendar years, of which 2025 is not closed: 2024 and 2024
 */
import type { ApiCode, ApiIndex } from '../../model/api-file.ts';

/** The first of `periods` that does not end before `wanted` begins, or the last that does not begin after it ends. */
export function periodAt(
  index: ApiIndex,
  periods: readonly string[],
  wanted: string | undefined,
  end: 'first' | 'last',
): string | undefined {
  if (wanted === undefined || wanted === '' || periods.includes(wanted))
    return wanted === '' ? undefined : wanted;
  const codes = index.dimensions.find(({ dimension }) => dimension === 'period')?.codes ?? [];
  const spans = spansOf(codes);
  const own = spans.get(wanted);
  if (own === undefined) return ofYear(periods, wanted, end);
  const spanOf = (code: string) => spans.get(code) ?? own;
  return end === 'first'
    ? periods.find((code) => spanOf(code)[1] >= own[0])
    : periods.findLast((code) => spanOf(code)[0] <= own[1]);
}

type Span = readonly [first: number, last: number];

/** By code: its first and last part that has no parts, by their place. None where these are not all of one level. */
function spansOf(codes: readonly ApiCode[]): ReadonlyMap<string, Span> {
  const parents = new Set(codes.flatMap((code) => code.parents));
  const leaves = codes.filter(({ code }) => !parents.has(code));
  if (new Set(leaves.map(({ level }) => level)).size > 1) return new Map();
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const spans = new Map<string, Span>();
  const widen = (code: string, place: number): void => {
    const [first, last] = spans.get(code) ?? [place, place];
    spans.set(code, [Math.min(first, place), Math.max(last, place)]);
    for (const parent of byCode.get(code)?.parents ?? []) widen(parent, place);
  };
  for (const [place, { code }] of leaves.entries()) widen(code, place);
  return spans;
}

/** A code that the release does not have, typed by hand or of an older release: whatever begins with its year. */
function ofYear(periods: readonly string[], wanted: string, end: 'first' | 'last'): string | undefined {
  const [year] = /\d{4}/.exec(wanted) ?? [];
  const own = year === undefined ? [] : periods.filter((code) => code.includes(year));
  return end === 'first' ? own[0] : own.at(-1);
}
