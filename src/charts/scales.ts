/** The scale of values and its ticks; the labels of periods. */
import { scaleLinear } from 'd3';
import { formatNumber } from '../model/figure.ts';
import { type ChartPoint, shownValue } from './points.ts';
import { textWidth } from './text.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** From 0 to a round number at or above the highest value. */
export interface ValueScale {
  readonly top: number;
  readonly ticks: readonly Tick[];
}

const MILLION = 1_000_000;

/** A scale for points; only published values count. */
export function valueScale(points: readonly ChartPoint[], language: string, tickCount: number): ValueScale {
  return scaleTo(Math.max(0, ...points.map((point) => shownValue(point) ?? 0)), language, tickCount);
}

/** A scale up to `highest`. Ticks are whole; large ones are printed short (`2.5M`). */
export function scaleTo(highest: number, language: string, tickCount: number): ValueScale {
  if (highest === 0) return { top: 1, ticks: [{ value: 0, text: tickText(0, 0, language) }] };
  const scale = scaleLinear([0, highest], [0, 1]).nice(tickCount);
  const values = scale.ticks(tickCount).filter(Number.isInteger);
  return {
    top: scale.domain()[1] ?? highest,
    ticks: values.map((value) => ({ value, text: tickText(value, highest, language) })),
  };
}

function tickText(value: number, highest: number, language: string): string {
  if (highest < MILLION) return formatNumber(value, language, { percent: false, decimals: 0 });
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A label under the periods from `from` to `to`, positions both included. */
export interface PeriodLabel {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const IN_YEAR = /^(\d{4})-(?:\d{2}|Q\d)$/;

/** Years under months and quarters, otherwise each point's own label; some are left out where they would touch. */
export function periodLabels(points: readonly ChartPoint[], slotPx: number): PeriodLabel[] {
  const isWithinYears = points.length > 2 && points.every(({ x }) => IN_YEAR.test(x));
  const labels = isWithinYears
    ? yearLabels(points)
    : points.map(({ xLabel }, at) => ({ from: at, to: at, text: xLabel }));
  const widest = Math.max(0, ...labels.map(({ text }) => textWidth(text))) + 6;
  const step = Math.max(
    1,
    Math.ceil(widest / (slotPx * (isWithinYears ? points.length / labels.length : 1))),
  );
  return labels.filter((_, position) => (labels.length - 1 - position) % step === 0);
}

function yearLabels(points: readonly ChartPoint[]): PeriodLabel[] {
  const years = [...new Set(points.map(({ x }) => x.slice(0, 4)))];
  return years.map((year) => {
    const within = points.flatMap(({ x }, position) => (x.startsWith(year) ? [position] : []));
    return { from: within[0] ?? 0, to: within.at(-1) ?? 0, text: year };
  });
}
