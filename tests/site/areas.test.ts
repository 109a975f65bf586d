// Areas: a larger one may have more people, and a chart of them bears a title that it shows.
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, Page } from '../../src/site/frame/page.ts';
import { chartsOn } from '../../src/site/frame/travel.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';

const site = (await readPrograms('data')).find(({ program }) => program.id === 'example-city');
if (site === undefined) throw new Error('no program');
const pages = programPages(viewOf(site, 'en'));
const SAYS = 'Residents are not counted here: a larger area may simply have more people.';

const pageOf = (slug: string): Page => {
  const page = pages.find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
};

test('the page of areas, every chart of them and the briefing of each say that residents are not counted', () => {
  expect(sentenceText(pageOf('areas').lead)).toContain(SAYS);
  const charts = chartsOn([pageOf('areas')]);
  expect(charts.length).toBeGreaterThan(2);
  for (const { chart } of charts) expect(chart.notes.map(sentenceText)).toContain(SAYS);
  expect(charts.flatMap(({ chart }) => chart.notes.map(sentenceText))).toContain(
    'Cards, not people: one person can have several.',
  );
  const briefings = pages.filter(({ slug }) => slug.startsWith('briefing/'));
  expect(briefings.length).toBeGreaterThan(10);
  for (const { sections } of briefings) expect(JSON.stringify(sections)).toContain(SAYS);
});

test('a chart of a list of areas is never titled by a total, which it does not show', () => {
  const charts = chartsOn([pageOf('areas')]).map(({ chart }) => chart);
  for (const { claim, title } of charts) {
    const cells = claim?.cells ?? [];
    const isOfTotals = cells.length > 0 && cells.every((cell) => cell.endsWith('|_T'));
    expect(isOfTotals && charts[0]?.claim === claim, sentenceText(title)).toBe(false);
  }
  expect(sentenceText(charts[0]?.title ?? [])).toMatch(
    /^Brickfields: [\d.]+% of the cards in fiscal year 2025$/,
  );
});

test('remarks under the last period of a long table say that they are of all periods', () => {
  const tables = pages.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) =>
      blocks.filter((block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table'),
    ),
  );
  const long = tables.find(({ id }) => id === 'table-cards-by-fiscal-year-area-age-FY2025');
  expect(long?.notes.map(sentenceText)[0]).toBe('These remarks are of all periods together:');
});

test('a briefing dates what is held by the month at whose end it is held', () => {
  const stats = pageOf('briefing').sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'stats' ? block.stats : [])),
  );
  const labels = stats.map(({ label }) => sentenceText(label));
  expect(labels.find((label) => label.startsWith('Records held'))).toMatch(/, end of June 2025$/);
});
