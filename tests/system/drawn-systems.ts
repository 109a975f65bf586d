/** Systems drawn by hand: `a = b + c`, or `a <= b`, one row each. Cells are named `period|area`; what follows `@` is no part of their codes. */
import type { Row, SystemCell } from '../../src/system/system.ts';

/** All cells are unpublished but those in `published`. */
export function drawnSystem(text: string, published: readonly string[] = []) {
  const lines = text.trim().split('\n');
  const sums = lines.map((line) => line.trim().split(/ = | <= | \+ /));
  const keys = [...new Set(sums.flat())];
  const cells = keys.map((key): SystemCell => {
    const role = published.includes(key) ? 'tabled' : 'unpublished';
    return { key, measure: 'cards', codes: key.split('@')[0]?.split('|') ?? [], role };
  });
  const rows = lines.map((line, at): Row => {
    const members = (sums[at] ?? []).map((key) => keys.indexOf(key));
    const isSum = line.includes(' = ');
    const coefficients = members.map((_, term) => ((term === 0) === isSum ? -1 : 1));
    return { cells: members, coefficients, lower: isSum ? 0 : Number.NEGATIVE_INFINITY, upper: 0 };
  });
  return { cells, rows };
}
