// The keys of all shipped charts: whatever a key explains is drawn above it.
import { expect, test } from 'vitest';
import type { Mark } from '../../src/charts/marks.ts';
import { chartsOn } from '../../src/site/frame/travel.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';

const programs = await readPrograms('data');
const charts = programs.flatMap((site) =>
  chartsOn(programPages(viewOf(site, 'en'))).map(({ chart }) => ({
    id: `${site.program.id} ${chart.id}`,
    chart,
  })),
);

/** What a mark is drawn as, apart from what its place in a stack adds: `bar sa`, `hidden`, `line dashed sf`. */
const styleOf = (mark: Mark | undefined): string => (mark !== undefined && 'style' in mark ? mark.style : '');

/** Swatches stand right before the words that explain them. */
function keyStyles(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark, at) => {
    const next = marks[at + 1];
    const isSwatch =
      'style' in mark && mark.kind !== 'words' && next?.kind === 'words' && next.style === 'key';
    return isSwatch ? [styleOf(mark)] : [];
  });
}

/** The classes of a swatch that tell it apart. */
const tellingClasses = (style: string) =>
  style.split(' ').filter((one) => !['bar', 'line', 'part'].includes(one));

test('every entry of every key is drawn in its picture', () => {
  const faults = charts.flatMap(({ id, chart }) =>
    chart.drawing.plans.flatMap(({ marks, size }) => {
      const keys = keyStyles(marks);
      return keys.flatMap((style) => {
        const wanted = tellingClasses(style);
        const drawn = marks.filter((mark) => {
          const own = styleOf(mark).split(' ');
          return wanted.every((one) => own.includes(one));
        });
        const swatches = keys.filter((other) => tellingClasses(other).join() === wanted.join()).length;
        return drawn.length > swatches ? [] : [`${id} ${size.name}: ${style}`];
      });
    }),
  );
  expect(charts.length).toBeGreaterThan(20);
  expect(
    charts.flatMap(({ chart }) => keyStyles(chart.drawing.plans[1]?.marks ?? [])).length,
  ).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

test('years below a chart stand apart', () => {
  const years = charts.flatMap(({ id, chart }) =>
    chart.drawing.plans.flatMap(({ marks, size }) => {
      const labels = marks.filter(
        (mark) => mark.kind === 'words' && mark.style === 'period' && /^\d{4}$/.test(mark.text),
      );
      return labels.flatMap((mark, at) => {
        const next = labels[at + 1];
        const isNear =
          next !== undefined &&
          'x' in mark &&
          'x' in next &&
          'y' in mark &&
          'y' in next &&
          mark.y === next.y &&
          next.x - mark.x < 36;
        return isNear ? [`${id} ${size.name}`] : [];
      });
    }),
  );
  expect(years).toEqual([]);
});
