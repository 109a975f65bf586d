/**
 * Look-ups that cannot miss. Safety hangs on them: an answer in place of what is missing, such as 0 people or a threshold
 * of 1, would turn a fault of ours into a release, so whatever is not there is an internal error.
 */

/** What stands at a place of a list that has one for each. */
export function valueAt<T>(list: ArrayLike<T>, place: number): Exclude<T, undefined> {
  const value = list[place];
  if (value === undefined)
    throw new Error(`internal error: a list of ${list.length} has nothing at ${place}`);
  return value as Exclude<T, undefined>;
}

/** What a map has under a key that it must know. Neither is told: keys may be pieces of what people handed in. */
export function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`internal error: a map of ${map.size} lacks a key`);
  return value;
}

/** A number of a sparse list, which has none where it is 0: coefficients of a sum, changes by column, how often something was met. */
export function sparseAt<K>(terms: ReadonlyMap<K, number>, key: K): number {
  return terms.get(key) ?? 0;
}
