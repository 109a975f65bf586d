/** The place of one series over time. */

import type { ChartPoint } from '../points.ts';
import type { ValueScale } from '../scales.ts';
import type { TimeFrame } from './period-axis.ts';

/** `top` to `bottom` is the panel; values use it up to the room for one line of text at the top. */
export interface Panel extends TimeFrame {
  readonly top: number;
  readonly bottom: number;
  readonly scale: ValueScale;
  /** Where the lines of events cross it. */
  readonly lines: readonly number[];
}

/** What has no value stands at the foot, as high whatever was counted: hidden is hatched, missing an empty outline. */
export const GAP_PX = { hidden: 12, missing: 6, absent: 0 } as const;

/** A published value in its place; undefined `y` where there is none. */
export interface PlacedValue {
  readonly position: number;
  readonly point: ChartPoint;
  readonly x: number;
  readonly y: number;
}
