/**
 * Cells and what may be said of one.
 *
 * A cell is one code per dimension of its measure, `period` first where the measure has periods. Status
 * codes are the letters of the UK Government Statistical Service (Symbols in tables, 2021), as in docs/formats.md.
 */

import type { GivenRange } from './count-range.ts';

/** Empty: published. `c` withheld, `z` not applicable, `x` not available, `p` provisional, `r` revised, `b` break. */
export const STATUSES = ['', 'c', 'z', 'x', 'p', 'r', 'b'] as const;
export type Status = (typeof STATUSES)[number];

/** A cell as published: `count` is null exactly when `status` is `c`, `z` or `x`. */
export interface PublishedCell {
  readonly codes: readonly string[];
  readonly count: number | null;
  /** Between what numbers the count lies, where the office keeps no more than that; only where `status` is `x`. */
  readonly range?: GivenRange;
  readonly status: Status;
  /** The plain words and reasons for readers; empty where there is nothing to say. */
  readonly note: string;
}

/** A cell as counted, before anything is withheld. `count` is null where the office gave none. Confidential. */
export interface CountedCell extends PublishedCell {
  /** People behind the count: so many at least. Null where the tally does not say. */
  readonly people: number | null;
  /** So many at most; left out where that is the same, or not known. */
  readonly mostPeople?: number;
}

/** The note of every withheld cell: the same for all of them, so that it tells nothing (docs/formats.md). */
export const WITHHELD_NOTE = 'Hidden to protect people';
/** The note of every cell that has a range. */
export const RANGE_NOTE = 'Not counted exactly: known only as a range';
export const NOT_GIVEN_NOTE = 'Not available: the office gave no count for this cell';

export function hasNoCount(status: Status): boolean {
  return status === 'c' || status === 'z' || status === 'x';
}

/** What everybody knows of the count where this is published: `z` cannot be otherwise than zero; withheld and missing are unknown. */
export function knownCount({ count, status }: Pick<PublishedCell, 'count' | 'status'>): number | undefined {
  return status === 'z' ? 0 : (count ?? undefined);
}

/** The name of a cell inside one measure. Codes hold no bar (the schema sees to it). */
export function cellKey(codes: readonly string[]): string {
  return codes.join('|');
}

/** People behind a counted cell as the threshold sees them: `people` where known, else the count. */
export function peopleBehind(cell: CountedCell): number {
  return cell.people ?? cell.count ?? 0;
}

/** Small: at least one and fewer than `k` people are behind it (docs/method.md). */
export function isSmall(cell: CountedCell, k: number): boolean {
  const people = peopleBehind(cell);
  return people >= 1 && people < k;
}
