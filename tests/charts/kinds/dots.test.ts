// Shares as dots on one scale, and small lines beside figures: what is hidden has no place on the scale.
import { expect, test } from 'vitest';
import { drawBars } from '../../../src/charts/kinds/bars.ts';
import { drawDots } from '../../../src/charts/kinds/dots.ts';
import { placeSpark } from '../../../src/charts/kinds/spark.ts';
import type { Mark } from '../../../src/charts/marks.ts';
import { frame, point, print, yearly } from '../chart-data.ts';

const BOX = { x: 0, y: 0, width: 90, height: 10 };
const marksOf = (drawing: ReturnType<typeof drawDots>) => drawing.plans.map(({ marks }) => marks);
const dotsIn = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === 'dot');

test('drawDots: a dot for each share, the higher the further from the foot of the scale', () => {
  for (const marks of marksOf(drawDots(frame, [yearly('a', [0.02, 0.04]), yearly('b', [0.06, 0.08])]))) {
    const dots = dotsIn(marks);
    expect(dots).toHaveLength(4);
    const [low, high] = dots;
    expect(low && high && low.cx < high.cx && low.cy === high.cy).toBe(true);
  }
});

test('drawDots: what is hidden stands at the foot, whatever it was, and is spoken of', () => {
  const drawn = [0.001, 0.9].map((other) => drawDots(frame, [yearly('a', ['c', other])]));
  const hatched = drawn.map((drawing) =>
    marksOf(drawing).map((marks) => marks.filter((mark) => mark.kind === 'rect' && mark.style === 'hidden')),
  );
  expect(hatched[0]).toEqual(hatched[1]);
  // One in the row and one in the key, of each drawing in both sizes.
  expect(hatched.flat(2)).toHaveLength(8);
  expect(print(drawDots(frame, [yearly('a', ['c', 0.5])])).svg).toContain('Hidden to protect people');
});

test('placeSpark joins no value to another across a gap, and is nothing of fewer than two', () => {
  const [path] = placeSpark(
    [point('a', 1), point('b', 2), point('c', 'c'), point('d', 2), point('e', 1)],
    BOX,
  );
  expect(path?.kind === 'path' && path.d.match(/M/g)).toHaveLength(2);
  expect(placeSpark([point('a', 1), point('b', 'c')], BOX)).toEqual([]);
});

test('placeSpark draws the same whatever a hidden value was', () => {
  const withHidden = (value: number) => [
    point('a', 5),
    { ...point('b', value), status: 'c' as const },
    point('d', 9),
  ];
  expect(placeSpark(withHidden(1), BOX)).toEqual(placeSpark(withHidden(900), BOX));
});

test('drawBars with trends: a line beside each bar, none where words stand in place of a bar', () => {
  const trend = [point('2023', 5), point('2024', 8)];
  const trends = new Map([
    ['mills', trend],
    ['quay', trend],
  ]);
  for (const { marks } of drawBars(frame, [point('mills', 8), point('quay', 'c')], { trends, unranked: '' })
    .plans)
    expect(marks.filter((mark) => mark.kind === 'path')).toHaveLength(1);
});

test('ranked bars: what has no value stands below words that say so, and there are none where all or no one has', () => {
  const ranking = { trends: new Map(), unranked: 'Not ranked:' };
  const namesOf = (values: readonly (number | 'c')[]) =>
    drawBars(
      frame,
      values.map((value, at) => point(`area ${at}`, value)),
      ranking,
    ).plans.map(({ marks }) =>
      marks
        .flatMap((mark) =>
          mark.kind === 'words' && mark.y !== undefined ? [{ text: mark.text, y: mark.y }] : [],
        )
        .filter(({ text }) => text.startsWith('area') || text === 'Not ranked:')
        .toSorted((one, other) => one.y - other.y)
        .map(({ text }) => text),
    );
  for (const names of namesOf([8, 5, 'c', 'c']))
    expect(names).toEqual(['area 0', 'area 1', 'Not ranked:', 'area 2', 'area 3']);
  for (const names of [...namesOf([8, 5]), ...namesOf(['c', 'c'])])
    expect(names).toEqual(['area 0', 'area 1']);
});

test('ranked bars: no axis runs through the words above what has no value', () => {
  const points = [point('mills', 8), point('quay', 5), point('hill', 'c')];
  for (const { marks } of drawBars(frame, points, { trends: new Map(), unranked: 'Not ranked:' }).plans) {
    const words = marks.flatMap((mark) =>
      mark.kind === 'words' && mark.text === 'Not ranked:' ? [mark.y] : [],
    );
    const axes = marks.flatMap((mark) => (mark.kind === 'line' && mark.style === 'axis' ? [mark] : []));
    expect([words.length, axes.length]).toEqual([1, 2]);
    for (const { y1, y2 } of axes) expect(words.every((y) => y < y1 || y - 10 > y2)).toBe(true);
  }
});
