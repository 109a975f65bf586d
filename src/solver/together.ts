/**
 * Columns that may be as large as asked for together, as far as single constraints tell:
 *
 *   a + b + c <= 25        of a, b and c two may be 11, and not three
 *
 * A linear program that asks for all of these settles most of them at once, and one that asks for more settles no more.
 */
import type { LinearModel } from './linear-model.ts';
import { sparseOf } from './sparse.ts';

/** `most`: what each column can be at most. Of the columns asked for the first, and each that may be `count` beside those taken. */
export function openTogether(
  { lower, constraints }: LinearModel,
  most: ArrayLike<number>,
  count: number,
): (columns: Iterable<number>) => number[] {
  const { columns: lines } = sparseOf(lower.length, constraints);
  const rooms = ([1, -1] as const).map((sign) => roomsOf(constraints, most, sign));
  return (columns) => {
    const left = rooms.map((room) => room.slice());
    const taken: number[] = [];
    const take = (column: number, isFirst: boolean) => {
      const needs: [room: Float64Array, row: number, need: number][] = [];
      for (let term = lines.start[column] as number; term < (lines.start[column + 1] as number); term++) {
        const value = lines.value[term] as number;
        needs.push([
          left[value > 0 ? 0 : 1] as Float64Array,
          lines.index[term] as number,
          Math.abs(value) * count,
        ]);
      }
      if (!isFirst && needs.some(([room, row, need]) => need > (room[row] as number))) return;
      for (const [room, row, need] of needs) room[row] = (room[row] as number) - need;
      taken.push(column);
    };
    for (const column of columns) take(column, taken.length === 0);
    return taken;
  };
}

/** By constraint how large its terms can be together that the sign times the sum grows with: what limits it, and what others may take away. */
function roomsOf(
  constraints: LinearModel['constraints'],
  most: ArrayLike<number>,
  sign: 1 | -1,
): Float64Array {
  return Float64Array.from(constraints, ({ columns, coefficients, lower, upper }) => {
    let room = sign === 1 ? upper : -lower;
    for (const [term, column] of columns.entries()) {
      const times = sign * (coefficients[term] as number);
      if (times < 0) room -= times * (most[column] as number);
    }
    return room;
  });
}
