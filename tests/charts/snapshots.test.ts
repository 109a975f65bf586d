// Pictures of every kind of chart as SVG text. Look at a changed one in a browser before accepting it.
import { expect, test } from 'vitest';
import { drawActs } from '../../src/charts/kinds/acts.ts';
import { drawBars } from '../../src/charts/kinds/bars.ts';
import { drawForecast } from '../../src/charts/kinds/forecast.ts';
import { drawPairs } from '../../src/charts/kinds/pairs.ts';
import { drawStack } from '../../src/charts/kinds/stack.ts';
import { drawStrip } from '../../src/charts/kinds/strip.ts';
import { drawTimeSeries } from '../../src/charts/series/time-series.ts';
import { frame, type Given, lines, monthly, point, print, yearly } from './chart-data.ts';

const words = { served: 'people served', kept: 'records kept', nothingKept: 'nothing kept' };

test('drawTimeSeries draws a flow as columns, with bands where months are hidden or missing', () => {
  const given: Given[] = [40, 25, 'c', 'c', 60, 'x', 0, 'z', 12, 30, 31, 35, 80];
  const { svg } = print(
    drawTimeSeries(
      { ...frame, invented: 'Invented figures' },
      [monthly('cards', given)],
      [{ x: '2024-05', label: 'Portal opens' }],
    ),
  );
  expect(lines(svg)).toMatchSnapshot();
});

test('drawTimeSeries draws a stock as a line that breaks at every gap', () => {
  const { svg } = print(
    drawTimeSeries(frame, [monthly('records', [10, 20, 'c', 30, 'x', 40, 50, 45], 'stock')], []),
  );
  expect(lines(svg)).toMatchSnapshot();
});

test('drawTimeSeries gives each of several series its own panel', () => {
  const series = [monthly('events', [40, 50, 60]), monthly('online', ['z', 'c', 20])];
  expect(lines(print(drawTimeSeries(frame, series, [])).svg)).toMatchSnapshot();
});

test('drawStack hatches the rest of a published total where a part is hidden', () => {
  const series = [yearly('events', [50, 60, 70, 75]), yearly('online', ['z', 20, 'c', 'c'])];
  expect(lines(print(drawStack(frame, series, yearly('all', [50, 80, 90, 'c']))).svg)).toMatchSnapshot();
});

test('drawBars hatches the whole track of a hidden area', () => {
  const points = [
    point('Harbor', 120),
    point('Old Town', 'c'),
    point('Mill', 'x'),
    point('Gate', 'z'),
    point('Ferry', 0),
  ];
  expect(lines(print(drawBars(frame, points)).svg)).toMatchSnapshot();
});

test('drawPairs sets what is kept below whom it is kept of', () => {
  const rows = [
    { label: 'Events', served: point('events', 4100), kept: point('events', 0) },
    { label: 'Online', served: point('online', 2717), kept: point('online', 'x') },
  ];
  expect(lines(print(drawPairs(frame, rows, words)).svg)).toMatchSnapshot();
});

test('drawPairs sets long words above bars where a phone has no room beside them', () => {
  const rows = [
    { label: 'By appointment', served: point('appointments', 21322), kept: point('appointments', 'z') },
    { label: 'Online', served: point('online', 9422), kept: point('online', 9400) },
  ];
  const long = {
    served: 'applications to date',
    kept: 'records held, end of June 2025',
    nothingKept: 'nothing kept',
  };
  expect(lines(print(drawPairs(frame, rows, long)).svg)).toMatchSnapshot();
});

test('drawActs draws a square for each, in rows, and hatches those of which no more may be told', () => {
  const of = (count: number) => {
    const { figure } = point('one', count);
    if (figure === null) throw new Error('no figure');
    return figure;
  };
  const rows = [
    { label: 'Disclosed in part', figure: of(3), squares: ['sa', 'sf', 'sf'] },
    { label: 'About few people', figure: of(22), squares: Array.from({ length: 22 }, () => 'hidden closed') },
  ];
  const drawing = print(drawActs(frame, rows, [{ style: 'sa', label: 'Signed by a judge' }]));
  expect(lines(drawing.svg)).toMatchSnapshot();
  expect(drawing.svg).toContain('Hidden to protect people: About few people.');
  expect(drawing.svg.match(/class="hidden closed"/g)).toHaveLength(2 * 22);
});

test('drawStrip sets a dot for each value, those that would touch above each other, and marks the middle', () => {
  const points = [point('a', 1), point('b', 'x'), point('c', 25), point('d', 25), point('e', 73)];
  const drawing = print(drawStrip(frame, points, point('median', 25, 'days: half took no longer')));
  expect(lines(drawing.svg)).toMatchSnapshot();
  expect(drawing.svg.match(/<circle/g)).toHaveLength(2 * 4);
});

test('drawForecast draws today as a line, what-ifs dashed, and hatches from the least to the most', () => {
  const text = (value: string) => ({ text: value, origin: { kind: 'threshold', program: 'town' } }) as const;
  const times = ['June 2025', 'June 2026', 'June 2027'].map(text);
  const between = (least: number, most: number | null, ...[one, other = one]: readonly string[]) => ({
    least,
    most,
    figures: { least: text(one ?? ''), most: most === null ? null : text(other ?? '') },
  });
  const nobody = [0, 1, 2].map(() => ({ least: 0, most: 0, figures: null }));
  const rules = [
    {
      label: 'Today',
      isWhatIf: false,
      points: [
        between(9422, 9422, '9,422'),
        between(5100, 6000, '5,100', '6,000'),
        between(702, 820, '702', '820'),
      ],
    },
    { label: 'At printing', isWhatIf: true, points: nobody },
    { label: 'Without', isWhatIf: true, points: nobody },
  ];
  const drawing = print(drawForecast({ ...frame, to: 'to', orMore: 'or more' }, times, rules));
  expect(lines(drawing.svg)).toMatchSnapshot();
  expect(drawing.svg).toContain('line dashed');
});
