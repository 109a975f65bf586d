/** Zeros that cannot be otherwise, from those said to be and from the sums of the system. */
import { valueAt } from '../indexes/look-up.ts';
import type { System } from './system.ts';

/** The cells said not to be able to be otherwise than zero, and what follows: parts of such a cell, and sums of nothing else. */
export function naturalZeros({ rows }: Pick<System, 'rows'>, said: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set(said);
  const sums = rows.filter(({ lower, upper }) => lower === 0 && upper === 0);
  for (let before = -1; before !== found.size && found.size > 0; ) {
    before = found.size;
    for (const { cells, coefficients } of sums) {
      const whole = cells.filter((_, term) => valueAt(coefficients, term) < 0);
      const parts = cells.filter((_, term) => valueAt(coefficients, term) > 0);
      const isNatural = (cell: number) => found.has(cell);
      if (whole.every(isNatural) || parts.every(isNatural)) for (const cell of cells) found.add(cell);
    }
  }
  return found;
}
