/** The scale of values and its ticks. */
import { scaleLinear } from 'd3';
import { formatNumber } from '../model/figure.ts';
import { type ChartPoint, shownValue } from './points.ts';

interface Tick {
  readonly value: number;
  readonly text: string;
}

/** From 0 to a round number at or above the highest value. */
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
  if (highest === 0) return { top: 1, ticks: [{ value: 0, text: tickText(0, language) }] };
  const scale = scaleLinear([0, highest], [0, 1]).nice(tickCount);
  const values = scale.ticks(tickCount).filter(Number.isInteger);
  return {
    top: scale.domain()[1] ?? highest,
    ticks: values.map((value) => ({ value, text: tickText(value, language) })),
  };
}

function tickText(value: number, language: string): string {
  return formatNumber(value, language, { percent: false, decimals: 0 });
}
