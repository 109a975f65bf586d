/** Where a cell stands among the cells of a system. Safety hangs on it, so one that is not there is our own fault. */
export function placeIn(index: ReadonlyMap<string, number>, key: string): number {
  const place = index.get(key);
  if (place === undefined) throw new Error(`internal error: ${key} is not in the system`);
  return place;
}
