/** Which way counts changed of which one edition alone speaks. */
import { valueAt } from '../../indexes/look-up.ts';
import type { Row } from '../system.ts';
import { commonWay, type Sign } from './sign.ts';

/**
 * Of `open` cells, of which one edition alone speaks, it follows from the others in their sums, such as of a year that was not over
 * when the first release came. Where several of one sum are open, they are the parts of a change and taken alike, or parts that
 * nothing hints at and the sum that they make up:
 *
 *   first quarter   second quarter   third quarter   year
 *        +20              -15              .           .         the third did not change, and nobody knows which way the year did
 */
export function spreadSigns(signs: Map<number, Sign | 0>, rows: readonly Row[], open: Set<number>): void {
  const openOf = ({ cells }: Row) => cells.filter((cell) => open.has(cell));
  const settle = (own: readonly number[], sign: Sign | 0 | undefined) => {
    for (const cell of own) {
      open.delete(cell);
      if (sign !== undefined) signs.set(cell, sign);
    }
  };
  const hasChanged = (row: Row) => openOf(row).length > 1 && wayOf(row, signs, openOf(row)) !== undefined;
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const row of rows) {
      const own = openOf(row);
      if (own.length === 1) settle(own, wayOf(row, signs, own));
    }
    if (before !== open.size) continue;
    const joined = rows.filter(hasChanged);
    const divided = joined.find((row) => !open.has(wholeOf(row) ?? -1));
    if (divided !== undefined) settle(openOf(divided), wayOf(divided, signs, openOf(divided)));
    else
      for (const row of joined)
        settle(
          openOf(row).filter((cell) => cell !== wholeOf(row)),
          undefined,
        );
  }
}

/** The cell that all others of a row add up to; undefined where it is no such sum. */
function wholeOf({ cells, coefficients }: Row): number | undefined {
  const at = coefficients.indexOf(-1);
  return at >= 0 && at === coefficients.lastIndexOf(-1) ? cells[at] : undefined;
}

/** Which way cells of a sum changed, by all others in it: undefined where none of these changed, 0 where they say both. */
function wayOf(
  { cells, coefficients }: Row,
  signs: ReadonlyMap<number, Sign | 0>,
  own: readonly number[],
): Sign | 0 | undefined {
  const others = cells.flatMap((cell, at) => {
    const sign = own.includes(cell) ? undefined : signs.get(cell);
    return sign === undefined ? [] : [{ sign, times: valueAt(coefficients, at) }];
  });
  const [first] = others;
  if (first === undefined || others.every(({ sign }) => sign === first.sign)) return first?.sign;
  const at = cells.indexOf(valueAt(own, 0));
  return own.length > 1
    ? 0
    : commonWay(others.map(({ sign, times }) => -sign * times * valueAt(coefficients, at)));
}
