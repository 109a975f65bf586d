/** Scales of values, with ticks by d3. */
import { ticks } from 'd3';
import { formatNumber } from '../figures/figure.ts';
import { type ChartPoint, shownValue } from './points.ts';

interface Tick {
  readonly value: number;
  readonly text: string;
}

/** From 0 to the highest value: a picture ends where its values do. */
export interface ValueScale {
  readonly top: number;
  readonly ticks: readonly Tick[];
}

/** A scale for points; only published values count, and `most`, which it must hold besides. */
export function valueScale(
  points: readonly ChartPoint[],
  language: string,
  tickCount: number,
  most = 0,
): ValueScale {
  return scaleTo(Math.max(most, ...points.map((point) => shownValue(point) ?? 0)), language, tickCount);
}

/** A scale up to `highest`. Ticks are whole. */
export function scaleTo(highest: number, language: string, tickCount: number): ValueScale {
  const top = Math.max(1, highest);
  const values = highest === 0 ? [0] : ticks(0, top, tickCount).filter(Number.isInteger);
  return { top, ticks: values.map((value) => ({ value, text: tickText(value, language) })) };
}

function tickText(value: number, language: string): string {
  return formatNumber(value, language, { percent: false, decimals: 0 });
}

type Range = readonly [from: number, to: number];

/** From values to places, as d3's `scaleLinear`, which would bring scales of colours with it: 7 kB for the explorer. */
export function scaleLinear([low, high]: Range, [from, to]: Range): (value: number) => number {
  return (value) => {
    const share = (value - low) / (high - low);
    return from * (1 - share) + to * share;
  };
}
