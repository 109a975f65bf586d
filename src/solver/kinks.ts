/**
 * What changing a column costs: nothing where it stands, its price for each unit up or down, and `steep` times as much
 * for each unit further down than `fall`.
 *
 *      cost   .                 .
 *              .              .
 *               ' .         .
 *                   ' .   .
 *      lower  -fall     0         upper
 */
export interface Kinks {
  readonly price: Float64Array;
  readonly fall: Float64Array;
  /** What a column may become in the question that is asked. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly steep: number;
}

/** How far a column may rise and drop, each at least 0; what it drops beyond `fall` is dearer. */
export interface Leeway {
  /** Cost of one unit up or down, at least 0. */
  readonly price: number;
  readonly rise: number;
  /** Finite. */
  readonly fall: number;
  /** At least `fall`. */
  readonly drop: number;
}

/** Up or down. */
export type Side = 1 | -1;

/** What one unit more on this side costs, less where it is gained; without end where the column may not go there. */
export function slope(
  { price, fall, lower, upper, steep }: Kinks,
  column: number,
  at: number,
  side: Side,
): number {
  const each = price[column] as number;
  const knee = -(fall[column] as number);
  if (side === 1) {
    if (at >= (upper[column] as number)) return Number.POSITIVE_INFINITY;
    if (at >= 0) return each;
    return at >= knee ? -each : -steep * each;
  }
  if (at <= (lower[column] as number)) return Number.NEGATIVE_INFINITY;
  if (at > 0) return each;
  return at > knee ? -each : -steep * each;
}

/** Where the slope on this side ends. */
export function nextKink({ fall, lower, upper }: Kinks, column: number, at: number, side: Side): number {
  const knee = -(fall[column] as number);
  if (side === 1) {
    const most = upper[column] as number;
    if (at >= 0) return most;
    return Math.min(most, at >= knee ? 0 : knee);
  }
  const least = lower[column] as number;
  if (at <= knee) return least;
  return Math.max(least, at <= 0 ? knee : 0);
}
