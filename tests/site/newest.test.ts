// What is newest stands first: figures of others that end after the release, in the headline and among the key figures; and a title says what its count lacks.
import { expect, test } from 'vitest';
import { isFigure, sentenceText } from '../../src/site/figures/sentence.ts';
import type { ChartBlock, Page } from '../../src/site/frame/page.ts';
import { chartsOn } from '../../src/site/frame/travel.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { overviewPage } from '../../src/site/pages/overview.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';

const programs = await readPrograms('data');
const newYork = programs.find(({ program }) => program.id === 'nyc-idnyc');
if (newYork === undefined) throw new Error('no program');

const tilesOf = (page: Page) =>
  page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'stats' ? block.stats : [])),
  );

test('overviewPage of a program whose record is newer than its release: headline and first tiles are of the newest year', () => {
  const page = overviewPage(viewOf(newYork, 'en'));
  expect(sentenceText(page.headline?.title ?? [])).toBe(
    'Fiscal year 2026: 156,977 cards; 164,264 applications, as others reported',
  );
  const tiles = tilesOf(page).map(({ label, figure, note }) => [
    sentenceText(label),
    figure.text,
    sentenceText(note),
  ]);
  expect(tiles.slice(0, 2)).toEqual([
    ['Cards issued, fiscal year 2026', '156,977', expect.stringMatching(/^Source: City of New York, Mayor/)],
    [
      'Applications processed, fiscal year 2026',
      '164,264',
      expect.stringMatching(/^Source: City of New York/),
    ],
  ]);
  const sections = page.sections.map(({ id }) => id);
  expect(sections.indexOf('newest')).toBeGreaterThan(-1);
  expect(sections.indexOf('newest')).toBeLessThan(sections.indexOf('pictures'));
  expect(sections).not.toContain('mmr-cards');
});

test('overviewPage of a release as it was published begins with its own figures', () => {
  const page = overviewPage(viewOf(newYork, 'en', newYork.releases.at(-1)?.release));
  expect(sentenceText(page.headline?.title ?? [])).toMatch(/^Cards issued: 173,141 in 2022/);
  expect(tilesOf(page)[0]?.figure.origin.kind).toBe('cells');
});

const chartOf = (id: string): ChartBlock => {
  const found = chartsOn(programPages(viewOf(newYork, 'en'))).find(({ chart }) => chart.id === id);
  if (found === undefined) throw new Error(`no chart ${id}`);
  return found.chart;
};

test('tableFindings of every shipped chart: a title that stands on a count with a remark says the remark', () => {
  for (const site of programs) {
    const cells = site.releases.at(-1)?.cubes ?? new Map();
    const remarks = new Map(
      [...cells].flatMap(([measure, cube]) =>
        [...cube].map(
          ({ codes, note, count }) => [[measure, ...codes].join('|'), count === null ? '' : note] as const,
        ),
      ),
    );
    for (const { chart } of chartsOn(programPages(viewOf(site, 'en')))) {
      const { claim, title } = chart;
      if (claim === null || !['level', 'stock', 'share', 'most'].includes(claim.form)) continue;
      const noted = claim.cells.map((cell) => remarks.get(cell) ?? '').filter((note) => note !== '');
      if (noted.length > 0) expect(sentenceText(title)).toContain(noted[0]);
    }
  }
});

test('tableFindings of a part of a year: the title says what is missing in it', () => {
  const pages = programPages(viewOf(newYork, 'en', newYork.releases.at(-1)?.release));
  const titles = chartsOn(pages).map(({ chart }) => sentenceText(chart.title));
  expect(titles).toContain(
    'Cards issued: 76,362 in January to June 2024. January to June without March: the source has no row for March 2024',
  );
});

test('bars of a year of which the source lacks a month are pale, as a part of a year is', () => {
  const bars = (chart: ChartBlock) =>
    chart.drawing.plans[1]?.marks.flatMap((mark) =>
      mark.kind === 'rect' && mark.style.startsWith('bar') && mark.says !== undefined ? [mark] : [],
    ) ?? [];
  const cards = bars(chartOf('chart-cards-by-year'));
  expect(cards.map(({ style }) => style.endsWith('pale'))).toEqual([...Array(8).fill(false), true, true]);
});

test('charts side by side have one scale: a count that is lower has a shorter bar', () => {
  const page = overviewPage(viewOf(newYork, 'en'));
  const charts = page.sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'columns' ? block.blocks : [])))
    .flatMap((block) => (block.kind === 'chart' ? [block] : []));
  const perUnit = charts.map(({ drawing, table }) => {
    const [bar] =
      drawing.plans[1]?.marks.flatMap((mark) =>
        mark.kind === 'rect' && mark.style === 'bar sa' && mark.says !== undefined ? [mark] : [],
      ) ?? [];
    const [first] = table.rows[0]?.cells ?? [];
    const told = first === undefined || 'address' in first ? first?.figure : first.find(isFigure);
    const count = Number(told?.text.replaceAll(',', ''));
    return (bar?.width ?? 0) / count;
  });
  expect(perUnit).toHaveLength(4);
  expect(perUnit[0]).toBeCloseTo(perUnit[1] ?? 0, 6);
  expect(perUnit[2]).toBeCloseTo(perUnit[3] ?? 0, 6);
});
