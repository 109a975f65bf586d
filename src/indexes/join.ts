/** Which of the numbers 0 to `size` - 1 hang together where all of a set do: union-find, with paths halved (Tarjan and van Leeuwen 1984, doi 10.1145/62.2160). */

/** By number one of those that it hangs together with, the same for all of them. */
export function joinSets(size: number, sets: Iterable<readonly number[]>): (one: number) => number {
  const root = Int32Array.from({ length: size }, (_, one) => one);
  const find = (one: number): number => {
    let at = one;
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number;
      at = root[at] as number;
    }
    return at;
  };
  for (const [first, ...others] of sets)
    for (const other of others) root[find(other)] = find(first as number);
  return find;
}
