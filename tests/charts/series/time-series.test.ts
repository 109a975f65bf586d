// Series over time: events, years, panels and scales.
import { expect, test } from 'vitest';
import { drawTimeSeries } from '../../../src/charts/series/time-series.ts';
import { textWidth } from '../../../src/charts/text.ts';
import { frame, type Given, monthly, print } from '../chart-data.ts';

test('labels of events are in order of time, and no line runs through one', () => {
  const events = ['2024-02', '2025-09', '2025-11'].map((x) => ({
    x,
    label: `Something that happened in ${x}`,
  }));
  const given = Array.from({ length: 24 }, (_, at): Given => 500 - at);
  for (const plan of drawTimeSeries(frame, [monthly('cards', given)], events).plans) {
    const labels = plan.marks.flatMap((mark) =>
      mark.kind === 'words' && mark.style === 'annotation' ? [mark] : [],
    );
    const lines = plan.marks.flatMap((mark) =>
      mark.kind === 'line' && mark.style === 'leader' ? [mark] : [],
    );
    expect(labels.map(({ text }) => text).join(' ')).toMatch(/2024-02.*2025-09.*2025-11/);
    for (const { x, y, anchor, text } of labels) {
      const left = anchor === 'end' ? x - textWidth(text) : x;
      const struck = lines.filter(
        ({ x1, y1, y2 }) => x1 > left && x1 < left + textWidth(text) && y1 < y - 1 && y2 > y - 9,
      );
      expect(struck).toEqual([]);
    }
  }
});

test('the last year is named below its months, however few they are', () => {
  const months = monthly(
    'cards',
    Array.from({ length: 62 }, (): Given => 5),
  );
  for (const plan of drawTimeSeries(frame, [months], []).plans) {
    const named = plan.marks.flatMap((mark) =>
      mark.kind === 'words' && mark.style === 'period' ? [mark.text] : [],
    );
    const short = plan.marks.flatMap((mark) =>
      mark.kind === 'tick' && mark.anchor === 'middle' ? [mark.text] : [],
    );
    expect([...named, ...short].at(-1)).toMatch(/^(?:20|\u2019)29$/);
  }
});

test('a series without a figure has no panel, and says why', () => {
  const { svg } = print(
    drawTimeSeries(frame, [monthly('events', [40, 50]), monthly('mail', ['c', 'c'])], []),
  );
  expect(svg).toContain('>mail: Hidden to protect people</text>');
  expect(svg.match(/class="label"/g)).toHaveLength(2);
});

test('a scale ends where its values do', () => {
  const [, wide] = drawTimeSeries(frame, [monthly('cards', [1011, 500])], []).plans;
  const tops = wide?.marks.flatMap((mark) =>
    mark.kind === 'rect' && mark.style.startsWith('bar') ? [mark.height] : [],
  );
  expect(Math.max(...(tops ?? []))).toBeCloseTo(260 - 18, 5);
});
