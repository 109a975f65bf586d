// Years under months: every one has its stroke, and none is left out alone.
import { expect, test } from 'vitest';
import type { ChartPoint } from '../../../src/charts/points.ts';
import { placePeriodAxis } from '../../../src/charts/series/period-axis.ts';

/** Months from July 2019 on. */
const months = (count: number): ChartPoint[] =>
  Array.from({ length: count }, (_, at) => {
    const month = 6 + at;
    const x = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { x, xLabel: x, value: 1, figure: null, status: '', note: '' };
  });

function axis(left: number, right: number, count: number) {
  const { marks } = placePeriodAxis({ left, right, periods: months(count) }, 0);
  return {
    strokes: marks.filter(({ kind }) => kind === 'line').length,
    labels: marks.flatMap((mark) => (mark.kind === 'words' || mark.kind === 'tick' ? [mark.text] : [])),
  };
}

const SEVEN = ['2019', '2020', '2021', '2022', '2023', '2024', '2025'];

test('placePeriodAxis names all years where they have room', () => {
  expect(axis(42, 736, 72)).toEqual({ strokes: 7, labels: SEVEN });
  expect(axis(42, 400, 72)).toEqual({ strokes: 7, labels: SEVEN });
});

test('placePeriodAxis shortens all years where two would read as one number', () => {
  expect(axis(42, 328, 72)).toEqual({ strokes: 7, labels: SEVEN.map((year) => `\u2019${year.slice(2)}`) });
  expect(axis(60, 328, 72)).toEqual({ strokes: 7, labels: SEVEN.map((year) => `\u2019${year.slice(2)}`) });
});

test('placePeriodAxis thins years out evenly where short ones touch too, and names the last', () => {
  expect(axis(60, 328, 168)).toEqual({
    strokes: 15,
    labels: ['2021', '2024', '2027', '2030', '2033'],
  });
  for (const count of [30, 100, 200, 300])
    for (const right of [200, 328, 500]) {
      const { labels, strokes } = axis(60, right, count);
      const years = labels.map((label) => Number(label.replace('\u2019', '20')));
      const steps = new Set(years.slice(1).map((year, at) => year - (years[at] ?? 0)));
      expect(steps.size).toBeLessThanOrEqual(1);
      expect(years.at(-1)).toBe(2019 + Math.floor((5 + count) / 12));
      expect(strokes).toBe(new Set(months(count).map(({ x }) => x.slice(0, 4))).size);
    }
});
