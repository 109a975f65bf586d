/** The name that somebody may have meant. */

/** The nearest of `names`, if few letters are other: one in three, capitals not counted. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, apart: editsBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, apart }) => apart <= name.length / 3)
    .sort((one, other) => one.apart - other.apart);
  return near[0]?.name;
}

/** Letters to put in, to take out or to exchange (Levenshtein 1966). */
function editsBetween(one: string, other: string): number {
  let row = [...Array(other.length + 1).keys()];
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + (letter === other[to] ? 0 : 1),
          (row[to + 1] ?? 0) + 1,
          (next[to] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
