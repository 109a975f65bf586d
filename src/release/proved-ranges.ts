/**
 * What the audit of a release proved of each hidden count, by the addresses by which pages name counts (request-cells.ts):
 * cells of cubes, and lines of the balance sheet. The audit speaks of requests without a page; here stand those with one too,
 * as in every published count.
 *
 *   received, FY2025, signed by a judge     with a page 2, without 0 to 7     2 to 9
 */
import { auditRanges } from '../formats/audit-file.ts';
import { entryOf } from '../indexes/look-up.ts';
import { cellKey } from '../program/cell.ts';
import type { CountRange } from '../program/count-range.ts';
import { countListed } from '../system/listed.ts';
import { systemKey } from '../system/system.ts';
import { lineCells } from './balance.ts';
import type { SealedRelease } from './release.ts';
import { BALANCE_MEASURE } from './request-cells.ts';

/** A hidden count that follows from published ones has none. */
export function provedRanges(release: SealedRelease): ReadonlyMap<string, CountRange> {
  const { audit, cubes, requests } = release;
  const proved = auditRanges(audit);
  if (proved.size === 0) return proved;
  const listed = countListed(release);
  const rangeOf = (measure: string, codes: readonly string[]): CountRange | undefined => {
    const range = proved.get(systemKey(release.release, measure, codes));
    return range && shift(range, listed(measure, codes));
  };
  const ranges = new Map<string, CountRange>();
  const add = (address: readonly string[], range: CountRange | undefined) => {
    if (range !== undefined) ranges.set(cellKey(address), range);
  };
  for (const [measure, cells] of cubes)
    for (const { codes, status } of cells)
      if (status === 'c') add([measure, ...codes], rangeOf(measure, codes));
  if (requests === null) return ranges;
  const cellOfLine = lineCells(release);
  for (const { codes, status } of requests.balance) {
    if (status !== 'c') continue;
    const { measure, codes: at } = entryOf(cellOfLine, cellKey(codes));
    add([BALANCE_MEASURE, ...codes], rangeOf(measure, at));
  }
  return ranges;
}

function shift({ least, most }: CountRange, by: number): CountRange {
  return { least: least + by, most: most === null ? null : most + by };
}
