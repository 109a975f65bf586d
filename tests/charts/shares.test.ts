/** Shares as pictures: a hundred squares, and a bar of parts. */
import { expect, test } from 'vitest';
import { drawParts } from '../../src/charts/kinds/parts.ts';
import { filledSquares } from '../../src/charts/kinds/squares.ts';
import type { ChartFrame } from '../../src/charts/points.ts';
import type { Figure } from '../../src/figures/figure.ts';

test.each([
  [0, 0],
  [0.001, 1],
  [0.0312, 3],
  [0.5, 50],
  [0.999, 99],
  [1, 100],
])('filledSquares of %d: %d, never none of some and never all of less', (share, filled) => {
  expect(filledSquares(share)).toBe(filled);
});

const FRAME: ChartFrame = {
  id: 'drawing-parts',
  title: 'Parts',
  summary: '',
  unit: 'Applicants',
  language: 'en',
  direction: 'ltr',
  separators: { comma: ', ', colon: ': ', semicolon: '; ', stop: '.' },
  invented: null,
  hiddenLabel: 'hidden',
  notAvailableLabel: 'not available',
  notApplicableLabel: 'not applicable',
  partialLabel: 'part of a year',
};

test('drawParts: the bar is as wide as the picture, and a small part stays in sight', () => {
  const figure: Figure = {
    text: '1',
    origin: { kind: 'record', program: 'p', formula: 'count', figures: ['f'], decimals: 0 },
  };
  const part = (value: number, isKept: boolean) => ({ label: 'Part', value, figure, isKept });
  const { plans } = drawParts(FRAME, [part(99_999, false), part(1, true)]);
  for (const { marks, size } of plans) {
    const bars = marks.flatMap((mark) => (mark.kind === 'rect' && mark.height > 20 ? [mark] : []));
    const [first, last] = [bars[0], bars.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no bars');
    expect(bars).toHaveLength(2);
    expect(first.x).toBe(0);
    expect(last.x + last.width).toBeCloseTo(size.widthPx, 5);
    expect(last.width).toBeGreaterThanOrEqual(5);
    expect(last.style).toBe('bar sb');
  }
});
