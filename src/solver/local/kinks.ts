/**
 * What changing a column costs: nothing where it stands, its price for each unit up or down, and `steep` times as much
 * for each unit further down than `fall`, or up than `climb`.
 *
 *      cost   .                       .
 *              .                     .
 *               ' .               . '
 *                   ' .       . '
 *                       ' . '
 *      lower  -fall       0     climb   upper
 */
export interface Kinks {
  readonly price: Float64Array;
  readonly fall: Float64Array;
  readonly climb: Float64Array;
  /** What a column may become in the question that is asked. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly steep: number;
}

/** How far a column may rise and drop, each at least 0; what it drops beyond `fall`, and rises beyond `climb`, is dearer. */
export interface Leeway {
  /** Cost of one unit up or down, at least 0. */
  readonly price: number;
  readonly rise: number;
  /** At most `rise`, which it is if left out. */
  readonly climb?: number;
  /** Finite. */
  readonly fall: number;
  /** At least `fall`. */
  readonly drop: number;
}

/** Up or down. */
export type Side = 1 | -1;

/** What one unit more on this side costs, less where it is gained; without end where the column may not go there. */
export function slope(
  { price, fall, climb, lower, upper, steep }: Kinks,
  column: number,
  at: number,
  side: Side,
): number {
  const each = price[column] as number;
  const knee = -(fall[column] as number);
  const top = climb[column] as number;
  if (side === 1) {
    if (at >= (upper[column] as number)) return Number.POSITIVE_INFINITY;
    if (at >= 0) return at < top ? each : steep * each;
    return at >= knee ? -each : -steep * each;
  }
  if (at <= (lower[column] as number)) return Number.NEGATIVE_INFINITY;
  if (at > 0) return at <= top ? each : steep * each;
  return at > knee ? -each : -steep * each;
}

/** Where the slope on this side ends. */
export function nextKink(
  { fall, climb, lower, upper }: Kinks,
  column: number,
  at: number,
  side: Side,
): number {
  const knee = -(fall[column] as number);
  const top = climb[column] as number;
  if (side === 1) {
    const most = upper[column] as number;
    if (at >= 0) return at < top ? Math.min(most, top) : most;
    return Math.min(most, at >= knee ? 0 : knee);
  }
  const least = lower[column] as number;
  if (at <= knee) return least;
  if (at > 0) return Math.max(least, at <= top ? 0 : top);
  return Math.max(least, knee);
}
