// Pictures of every kind of chart as SVG text. Look at a changed one in a browser before accepting it.
import { expect, test } from 'vitest';
import { drawBars } from '../../src/charts/bars.ts';
import { drawPairs } from '../../src/charts/pairs.ts';
import { drawStack } from '../../src/charts/stack.ts';
import { drawTimeSeries } from '../../src/charts/time-series.ts';
import { frame, type Given, lines, monthly, point, yearly } from './chart-data.ts';

const words = { served: 'people served', kept: 'records kept' };

test('drawTimeSeries draws a flow as columns, with bands where months are hidden or missing', () => {
  const given: Given[] = [40, 25, 'c', 'c', 60, 'x', 0, 'z', 12, 30, 31, 35, 80];
  const { svg } = drawTimeSeries(
    { ...frame, invented: 'Invented figures' },
    [monthly('cards', given)],
    [{ x: '2024-05', label: 'Portal opens' }],
  );
  expect(lines(svg)).toMatchSnapshot();
});

test('drawTimeSeries draws a stock as a line that breaks at every gap', () => {
  const { svg } = drawTimeSeries(
    frame,
    [monthly('records', [10, 20, 'c', 30, 'x', 40, 50, 45], 'stock')],
    [],
  );
  expect(lines(svg)).toMatchSnapshot();
});

test('drawTimeSeries gives each of several series its own panel', () => {
  const series = [monthly('events', [40, 50, 60]), monthly('online', ['z', 'c', 20])];
  expect(lines(drawTimeSeries(frame, series, []).svg)).toMatchSnapshot();
});

test('drawStack hatches the rest of a published total where a part is hidden', () => {
  const series = [yearly('events', [50, 60, 70, 75]), yearly('online', ['z', 20, 'c', 'c'])];
  expect(lines(drawStack(frame, series, yearly('all', [50, 80, 90, 'c'])).svg)).toMatchSnapshot();
});

test('drawBars hatches the whole track of a hidden area', () => {
  const points = [
    point('Harbor', 120),
    point('Old Town', 'c'),
    point('Mill', 'x'),
    point('Gate', 'z'),
    point('Ferry', 0),
  ];
  expect(lines(drawBars(frame, points).svg)).toMatchSnapshot();
});

test('drawPairs sets what is kept below whom it is kept of', () => {
  const rows = [
    { label: 'Events', served: point('events', 4100), kept: point('events', 0) },
    { label: 'Online', served: point('online', 2717), kept: point('online', 'x') },
  ];
  expect(lines(drawPairs(frame, rows, words).svg)).toMatchSnapshot();
});

test('drawPairs sets long words above bars where a phone has no room beside them', () => {
  const rows = [
    { label: 'By appointment', served: point('appointments', 21322), kept: point('appointments', 'z') },
    { label: 'Online', served: point('online', 9422), kept: point('online', 9400) },
  ];
  const long = { served: 'applications to date', kept: 'records held, end of June 2025' };
  expect(lines(drawPairs(frame, rows, long).svg)).toMatchSnapshot();
});
