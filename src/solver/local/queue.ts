/** Columns that come to a kink as a dual moves (ratio-test.ts), side by side in memory that each step of the simplex method uses again. */
import type { Side } from './kinks.ts';

/** The first `size` places are in use. */
export interface Queue {
  size: number;
  readonly column: Int32Array;
  /** Where the column is then, and to which side it would leave. */
  readonly at: Float64Array;
  readonly side: Int8Array;
  /** How far the dual has moved by then. */
  readonly when: Float64Array;
}

/** For `most` columns, each at most once at a time. */
export function openQueue(most: number): Queue {
  return {
    size: 0,
    column: new Int32Array(most),
    at: new Float64Array(most),
    side: new Int8Array(most),
    when: new Float64Array(most),
  };
}

export function push(queue: Queue, column: number, at: number, side: Side, when: number): void {
  const place = queue.size++;
  queue.column[place] = column;
  queue.at[place] = at;
  queue.side[place] = side;
  queue.when[place] = when;
}

/** Takes one out; the last comes into its place. */
export function take(queue: Queue, place: number): void {
  const last = --queue.size;
  queue.column[place] = queue.column[last] as number;
  queue.at[place] = queue.at[last] as number;
  queue.side[place] = queue.side[last] as number;
  queue.when[place] = queue.when[last] as number;
}
