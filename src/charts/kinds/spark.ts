/**
 * A series as a small line without an axis: how it went. Its values stand beside it or in a table; none is joined to another
 * across a gap.
 */
import { line } from 'd3';
import type { Mark } from '../marks.ts';
import { type ChartPoint, shownValue } from '../points.ts';
import { scaleLinear } from '../scales.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** From 0 up, so that nothing looks like more than it is. Nothing where fewer than two values are published. */
export function placeSpark(points: readonly ChartPoint[], { x, y, width, height }: Box): Mark[] {
  const values = points.map(shownValue);
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return [];
  const across = scaleLinear([0, points.length - 1], [x, x + width]);
  const up = scaleLinear([0, Math.max(1, ...known)], [y + height, y]);
  const d = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => across(at))
    .y((value) => up(value ?? 0))
    .digits(1)(values);
  const last = values.at(-1) ?? null;
  return [
    ...(d === null ? [] : [{ kind: 'path', style: 'line sa spark', d } as const]),
    ...(last === null ? [] : [{ kind: 'dot', style: 'dot sa', cx: x + width, cy: up(last) } as const]),
  ];
}
