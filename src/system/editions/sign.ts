/** Which way counts changed from one edition to another. */

/** 1: people were added; -1: taken away. */
export type Sign = 1 | -1;

/**
 * Cells, by key, that are not known to be unchanged; 0 where nobody knows which way: sums of which only one of both editions
 * speaks and whose parts changed both ways, and what relations leave over of these.
 */
export type Signs = ReadonlyMap<string, Sign | 0>;

/** 0 where some are more than 0 and others less. */
export function commonWay(changes: readonly number[]): Sign | 0 {
  if (changes.every((change) => change > 0)) return 1;
  return changes.every((change) => change < 0) ? -1 : 0;
}
