/**
 * Everything that figures on the record ever told: what the record says now, and what releases knew of it when they were made.
 * Readers keep what was published, so a figure that was taken off the record stays known.
 *
 *   known to the first release     known to the second     on the record now     counts
 *     north 143                                                                  north 143
 *     north 143                      north 150                                   north 150      143 was corrected
 *     north 143                      north 150               north 143           north 143      and back again
 *     north 143                      north 130 to 150                            both
 *
 * Where no count fits an older figure and a newer one of the same cell, the record was corrected, and the newer one counts.
 * Nothing else takes a figure away.
 */

import type { KnownFigures, RecordBound } from '../formats/record-bound.ts';
import { orderBounds } from '../formats/record-bound.ts';
import type { PublishedRelease } from '../system/editions/join-editions.ts';

/** A release, and which figures on the record it knew; no audit while it is not attacked yet. */
export interface KnowingRelease extends PublishedRelease {
  readonly audit: { readonly recordFigures: KnownFigures } | null;
}

/** Each once, in one order. `releases` are oldest first; of audits that say only how many figures they knew, none is had. */
export function everOnRecord(
  releases: readonly Pick<KnowingRelease, 'audit'>[],
  now: readonly RecordBound[],
): RecordBound[] {
  let known = now;
  for (const { audit } of releases.toReversed()) {
    const older = typeof audit?.recordFigures === 'object' ? audit.recordFigures : [];
    const newer = Map.groupBy(known, ({ cell }) => cell);
    known = [
      ...known,
      ...older.filter((bound) => newer.get(bound.cell)?.every((one) => meet(one, bound)) ?? true),
    ];
  }
  return orderBounds(known);
}

/** Whether some count fits both. */
function meet(one: RecordBound, other: RecordBound): boolean {
  const limit = (upper: number | null) => upper ?? Number.POSITIVE_INFINITY;
  return one.lower <= limit(other.upper) && other.lower <= limit(one.upper);
}
