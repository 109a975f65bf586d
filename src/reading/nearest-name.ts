/** The name that somebody may have meant. */
import { valueAt } from '../indexes/look-up.ts';

/** The nearest of `names`, if few letters are other: one in three and no more than `most`, capitals not counted. */
export function nearestName(
  written: string,
  names: readonly string[],
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  const near = names
    .map((name) => ({ name, apart: editsBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, apart }) => apart <= Math.min(most, name.length / 3))
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
          valueAt(row, to) + (letter === other[to] ? 0 : 1),
          valueAt(row, to + 1) + 1,
          valueAt(next, to) + 1,
        ),
      );
    row = next;
  }
  return valueAt(row, other.length);
}
