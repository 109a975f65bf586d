/** Scales of values and of periods, by d3, and the ticks of the first. */
import { type ScaleBand, scaleBand, scaleLinear } from 'd3';
import { formatNumber } from '../model/figure.ts';
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

/** A scale for points; only published values count. */
export function valueScale(points: readonly ChartPoint[], language: string, tickCount: number): ValueScale {
  return scaleTo(Math.max(0, ...points.map((point) => shownValue(point) ?? 0)), language, tickCount);
}

/** A scale up to `highest`. Ticks are whole. */
export function scaleTo(highest: number, language: string, tickCount: number): ValueScale {
  const top = Math.max(1, highest);
  const ticks = highest === 0 ? [0] : scaleLinear([0, top], [0, 1]).ticks(tickCount).filter(Number.isInteger);
  return { top, ticks: ticks.map((value) => ({ value, text: tickText(value, language) })) };
}

function tickText(value: number, language: string): string {
  return formatNumber(value, language, { percent: false, decimals: 0 });
}

/** Periods share the width evenly, in the order given. */
export function periodScale(periods: readonly ChartPoint[], left: number, right: number): ScaleBand<string> {
  return scaleBand(
    periods.map(({ x }) => x),
    [left, right],
  );
}
