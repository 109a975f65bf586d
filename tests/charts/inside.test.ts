// No text of a drawing stands out of its picture, however long names are in a language: it would be cut off.
import { expect, test } from 'vitest';
import { drawBars } from '../../src/charts/kinds/bars.ts';
import { drawDots } from '../../src/charts/kinds/dots.ts';
import { drawForecast } from '../../src/charts/kinds/forecast.ts';
import { drawPairs } from '../../src/charts/kinds/pairs.ts';
import { drawStack } from '../../src/charts/kinds/stack.ts';
import type { Mark } from '../../src/charts/marks.ts';
import type { ChartPoint, Drawing } from '../../src/charts/points.ts';
import { drawTimeSeries } from '../../src/charts/series/time-series.ts';
import { textWidth } from '../../src/charts/text.ts';
import { frame, point } from './chart-data.ts';

const NAMES = ['Online', 'Rok budżetowy 2024', 'Po wcześniejszym umówieniu wizyty w urzędzie'];
const WIDTHS = [328, 736] as const;

const words = { served: 'served', kept: 'kept', nothingKept: 'nothing kept' };

/** Every kind of chart of points that are called by a name. */
const KINDS: Readonly<Record<string, (points: readonly ChartPoint[], name: string) => Drawing>> = {
  columns: (points, name) => drawTimeSeries(frame, [series(points, name)], [{ x: '2024-2', label: name }]),
  bars: (points) => drawBars(frame, points),
  dots: (points, name) => drawDots(frame, [series(points, name), series(points, name)]),
  stack: (points, name) => drawStack(frame, [series(points, name)], series(points, name)),
  pairs: (points, name) =>
    drawPairs(
      frame,
      points.map((one) => ({ label: name, served: one, kept: one })),
      words,
    ),
  forecast: (points, name) =>
    drawForecast(
      { ...frame, to: 'to', orMore: 'or more' },
      points.flatMap(({ figure }) => figure ?? []),
      [{ label: name, isWhatIf: false, points: points.flatMap(forecast) }],
    ),
};

function series(points: readonly ChartPoint[], label: string) {
  return { id: 'named', label, kind: 'flow' as const, points };
}

function forecast({ value, figure }: ChartPoint) {
  if (value === null || figure === null) return [];
  return { least: value, most: value + 1, figures: { least: figure, most: figure } };
}

/** Where a text begins and ends; undefined of what is no text. */
function spanOf(mark: Mark): { text: string; from: number; to: number } | undefined {
  if (mark.kind !== 'words' && mark.kind !== 'tick' && mark.kind !== 'figure') return undefined;
  const parts = mark.kind === 'figure' ? [mark.figure.text, mark.words, mark.to?.text] : [mark.text];
  const text = parts.filter(Boolean).join(' ');
  const from = mark.x - { start: 0, middle: 0.5, end: 1 }[mark.anchor] * textWidth(text);
  return { text, from, to: from + textWidth(text) };
}

test.each(Object.entries(KINDS))('%s', (_, draw) => {
  for (const name of NAMES) {
    const points = ([0.25, 0.5, 'c', 0.75] as const).map((given, at) => point(`2024-${at + 1}`, given, name));
    const texts = draw(points, name).plans.map(({ marks }) => marks.flatMap((mark) => spanOf(mark) ?? []));
    for (const [at, width] of WIDTHS.entries())
      expect(texts[at]?.filter(({ from, to }) => from < 0 || to > width)).toEqual([]);
  }
});
