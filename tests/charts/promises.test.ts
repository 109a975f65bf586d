// What holds for every chart, whatever it is given.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../src/charts/kinds/bars.ts';
import { drawPairs } from '../../src/charts/kinds/pairs.ts';
import { drawStack } from '../../src/charts/kinds/stack.ts';
import type { ChartPoint, ChartSeries, Drawing } from '../../src/charts/points.ts';
import { drawTimeSeries } from '../../src/charts/series/time-series.ts';
import { textWidth } from '../../src/charts/text.ts';
import {
  frame,
  type Given,
  monthly,
  point,
  print,
  printedFigures,
  printedTicks,
  rectangles,
  withSecret,
  xmlFault,
} from './chart-data.ts';

const words = { served: 'served', kept: 'kept', nothingKept: 'nothing kept' };
const annotations = [{ x: '2024-02', label: 'Portal opens' }];
const named = (points: readonly ChartPoint[]) => ({
  id: 'named',
  label: 'Named',
  kind: 'flow' as const,
  points,
});

/** Every kind of chart of the same points; a stack has them as its parts, and its totals. */
const charts = {
  columns: (points: readonly ChartPoint[]) => drawTimeSeries(frame, [named(points)], annotations),
  line: (points: readonly ChartPoint[]) =>
    drawTimeSeries(frame, [{ ...named(points), kind: 'stock' }], annotations),
  panels: (points: readonly ChartPoint[]) =>
    drawTimeSeries(
      frame,
      [named(points), named(points.toReversed().map((one, at) => ({ ...one, x: points[at]?.x ?? '' })))],
      [],
    ),
  stack: (points: readonly ChartPoint[]) =>
    drawStack(frame, [named(points), named(points)], named(points.map((one) => point(one.x, 3_000_000)))),
  'stack with hidden totals': (points: readonly ChartPoint[]) =>
    drawStack(frame, [named(points)], named(points)),
  bars: (points: readonly ChartPoint[]) => drawBars(frame, points),
  pairs: (points: readonly ChartPoint[]) =>
    drawPairs(
      frame,
      points.map((one) => ({ label: 'Channel', served: one, kept: one })),
      words,
    ),
} satisfies Record<string, (points: readonly ChartPoint[]) => Drawing>;

const someGiven: fc.Arbitrary<Given> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1_000_000) },
  { weight: 1, arbitrary: fc.nat(3) },
  { weight: 2, arbitrary: fc.constantFrom<Given>('c', 'x', 'z') },
);
const somePoints = fc
  .array(someGiven, { minLength: 1, maxLength: 30 })
  .map((given) => monthly('cards', given).points);

describe.each(Object.entries(charts))('%s', (_, draw) => {
  test('is the same whatever stands behind a status without a value', () => {
    fc.assert(
      fc.property(somePoints, fc.nat(10_000_000), (points, secret) => {
        expect(draw(points.map((one) => withSecret(one, secret)))).toEqual(draw(points));
      }),
      { numRuns: 40 },
    );
  });

  test('lists exactly the figures and ticks that it prints', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { svg, figures, ticks } = print(draw(points));
        expect(printedFigures(svg)).toEqual(figures.map(({ text }) => text));
        expect(printedTicks(svg)).toEqual(ticks);
      }),
      { numRuns: 40 },
    );
  });

  test('is two well-formed pictures without inline styles', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const { svg } = print(draw(points));
        expect(xmlFault(svg)).toBe('');
        expect(svg).not.toContain('style=');
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(svg.match(/<svg class="drawing (?:phone|wide)"/g)).toHaveLength(2);
      }),
      { numRuns: 40 },
    );
  });

  test('has no bar where nothing is published', () => {
    const points = monthly('cards', ['c', 'x', 'z', 'c', 'c']).points;
    const { svg, figures } = print(draw(points));
    expect(rectangles(svg).filter(({ style, width }) => style.startsWith('bar') && width !== 14)).toEqual([]);
    expect(svg).not.toMatch(/class="(?:line|area|dot)/);
    expect(figures.filter(({ text }) => text !== '3,000,000')).toEqual([]);
    expect(svg).toContain('Hidden to protect people: ');
  });

  test('draws one single value', () => {
    const { svg, figures } = print(draw([point('2024-02', 7)]));
    expect(xmlFault(svg)).toBe('');
    expect(figures.length).toBeGreaterThan(0);
  });

  test('keeps numbers out of every attribute but geometry', () => {
    const { svg } = print(draw(monthly('cards', [1234, 'c', 5678]).points));
    const attributes = [...svg.matchAll(/ ([a-zA-Z0-9:-]+)="([^"]*\d[^"]*)"/g)].map(([, name]) => name);
    const geometry = [
      'xmlns',
      'viewBox',
      'width',
      'height',
      'x',
      'y',
      'd',
      'x1',
      'x2',
      'y1',
      'y2',
      'cx',
      'cy',
      'r',
    ];
    expect([...new Set(attributes)].filter((name) => !geometry.includes(name ?? ''))).toEqual([]);
  });
});

test('what is hidden stands at the foot and is as high whatever its neighbours count; what is missing is lower', () => {
  const heightsOf = (given: Given[], wanted: string) =>
    print(charts.columns(monthly('cards', given).points))
      .svg.split('<rect ')
      .flatMap((one) => {
        const [, style, height] = /class="([^"]*)"[^>]* height="([^"]*)"/.exec(one) ?? [];
        return style === wanted && height !== '14' ? [Number(height)] : [];
      });
  expect(heightsOf([1, 'c', 1], 'hidden')).toEqual([12, 12]);
  expect(heightsOf([90_000, 'c', 70_000], 'hidden')).toEqual([12, 12]);
  expect(heightsOf([90_000, 'x', 'c'], 'missing')).toEqual([6, 6]);
});

test('a hidden bar is as long whatever its neighbours count', () => {
  const widthOf = (count: number) =>
    rectangles(print(drawBars(frame, [point('a', 'c'), point('b', count)])).svg).find(
      ({ style }) => style === 'hidden',
    )?.width;
  expect(widthOf(3)).toBe(widthOf(90_000));
});

test('every mark of a value says it, with its unit and its period; none says a number for what is hidden', () => {
  const svg = Object.values(charts).map(
    (draw) => print(draw(monthly('cards', [40, 'c', 60, 'x', 0, 25]).points)).svg,
  );
  for (const drawn of svg) {
    for (const [, style = '', inside = ''] of drawn.matchAll(
      /<(?:rect|circle) class="((?:bar|hit|hidden|missing)[^"]*)"[^>]*>(.*?)<\/(?:rect|circle)>/g,
    )) {
      const said = /<title>(.*)<\/title>/.exec(inside)?.[1];
      if (said === undefined) continue;
      if (/^(?:hidden|missing)/.test(style))
        expect(said).toMatch(/: (?:Hidden to protect people|Not available)$/);
      else expect(said).toMatch(/2024-0\d: [\d,]+$/);
    }
    expect(drawn).toContain('2024-01: ');
  }
  expect(svg[0]).toContain('<title>Cards per month, 2024-01: 40</title>');
  expect(svg[0]).toContain('<title>Cards per month, 2024-02: Hidden to protect people</title>');
});

test('a picture from right to left is the mirror of the other, its texts on the other side', () => {
  const series = [monthly('events', [40, 'c', 60])];
  const [ltr, rtl] = (['ltr', 'rtl'] as const).map(
    (direction) => drawTimeSeries({ ...frame, direction }, series, annotations).plans[0],
  );
  const bars = (plan = ltr) =>
    plan?.marks.flatMap((mark) => (mark.kind === 'rect' && mark.style.startsWith('bar') ? [mark] : [])) ?? [];
  const [first] = bars(ltr);
  const [mirrored] = bars(rtl);
  expect((first?.x ?? 0) + (first?.width ?? 0) + (mirrored?.x ?? 0)).toBeCloseTo(328, 5);
  const unit = rtl?.marks.find((mark) => mark.kind === 'words' && mark.style === 'unit');
  expect(unit).toMatchObject({ x: 328, anchor: 'end' });
});

test('bars are in proportion to their values', () => {
  const widths = rectangles(print(drawBars(frame, [point('Harbor', 100), point('Ferry', 25)])).svg).map(
    ({ width }) => width,
  );
  const [full = 0, quarter = 0] = widths;
  expect(quarter / full).toBeCloseTo(0.25, 2);
});

test('a stacked row has its name beside it, all of it in the picture; a long one above it, from the edge', () => {
  const rowsNamed = (name: string) => {
    const points = ['1', '2', '3', '4', '5', '6'].map((x) => point(x, 7_000, name));
    const [phone] = drawStack(frame, [named(points)], named(points)).plans;
    const bar = phone?.marks.find((mark) => mark.kind === 'rect' && mark.style.includes('part'));
    const words = phone?.marks.find((mark) => mark.kind === 'words' && mark.text === name);
    if (bar?.kind !== 'rect' || words?.kind !== 'words') throw new Error('no row');
    return { bar, words, startsAt: words.anchor === 'end' ? words.x - textWidth(name) : words.x };
  };
  const beside = rowsNamed('Fiscal year 2024');
  expect(beside.startsAt).toBeGreaterThanOrEqual(0);
  expect(beside.words).toMatchObject({ anchor: 'end', y: beside.bar.y + 12.5 });
  expect(beside.words.x).toBeLessThan(beside.bar.x);
  const above = rowsNamed('Rok budżetowy 2024');
  expect(above).toMatchObject({ startsAt: 0, bar: { x: 0 } });
  expect(above.words.y).toBeLessThan(above.bar.y);
});

test('a stack of which nothing can be shown leaves no empty field, and no colour in its key', () => {
  const stackOf = (given: Given) => {
    const points = ['1', '2'].map((x) => point(x, given));
    const [plan] = drawStack(frame, [{ ...named(points), label: 'Signed' }], named(points)).plans;
    return { heightPx: plan?.heightPx ?? 0, key: JSON.stringify(plan?.marks).includes('Signed') };
  };
  const [shown, hidden] = [stackOf(30), stackOf('c')];
  expect(shown.key).toBe(true);
  expect(hidden.key).toBe(false);
  expect(hidden.heightPx).toBeLessThan(shown.heightPx - 150);
});

test('a line never joins values across a hidden month', () => {
  const { svg } = print(drawTimeSeries(frame, [monthly('records', [10, 20, 'c', 30, 40], 'stock')], []));
  const stretches = [...svg.matchAll(/<path class="line sa" d="([^"]*)"/g)].flatMap(([, d = '']) =>
    d
      .split('M')
      .slice(1)
      .map((stretch) => stretch.match(/L/g)?.length),
  );
  expect(stretches).toEqual([1, 1, 1, 1]);
});

test('huge counts are written out on the scale and beside the bar, in every language alike', () => {
  const { ticks, figures } = print(drawTimeSeries(frame, [monthly('cards', [9_007_199_254_740_991, 1])], []));
  expect(ticks.every((tick) => /^[\d,]+$/.test(tick))).toBe(true);
  expect(figures[0]?.text).toBe('9,007,199,254,740,991');
});

test('labels are escaped', () => {
  const { svg } = print(drawBars({ ...frame, title: 'a < b & "c"' }, [point('<Mill> & Gate', 3)]));
  expect(xmlFault(svg)).toBe('');
  expect(svg).toContain('&lt;Mill&gt; &amp; Gate');
});

test('a drawing speaks and draws with the separators of its language', () => {
  const separators = { comma: '，', colon: '：', semicolon: '；', stop: '。' };
  const chinese = { ...frame, separators };
  const months = print(drawTimeSeries(chinese, [monthly('在线', [5, 'c', 'c', 7, 'c'])], []));
  expect(months.svg).toContain(`${frame.hiddenLabel}：在线，2024-02 – 2024-03；在线，2024-05。`);
  const pair = { label: '在线', served: point('served', 'c'), kept: point('kept', 5) };
  expect(print(drawPairs(chinese, [pair], words)).svg).toContain(`${words.served}：${frame.hiddenLabel}`);
});

test('a part of a year is pale and named in the key, as a column, as a bar and as a stack', () => {
  const points = (values: readonly Given[]) =>
    ['2022', '2023', '2024-01..2024-06'].map((x, at) => point(x, values[at] ?? 'x'));
  const series: ChartSeries = { id: 'a', label: 'a', kind: 'flow', points: points([30, 40, 20]) };
  const drawn = [
    drawTimeSeries(frame, [series], []),
    drawBars(frame, series.points),
    drawStack(frame, [series, { ...series, id: 'b', label: 'b' }], {
      ...series,
      points: points([60, 80, 40]),
    }),
  ];
  for (const { svg } of drawn.map(print)) {
    const styles = rectangles(svg).map(({ style }) => style);
    expect(styles.some((style) => /\bbar\b.*\bpale\b/.test(style))).toBe(true);
    expect(styles.some((style) => /\bbar\b(?!.*\bpale\b)/.test(style))).toBe(true);
    expect(svg).toContain('Part of a year');
  }
  const whole = print(drawTimeSeries(frame, [{ ...series, points: series.points.slice(0, 2) }], [])).svg;
  expect(whole).not.toContain('pale');
});
