// People served: what share was refused by way of applying, areas by number, and a table for each year instead of one for all.
import { beforeAll, expect, test } from 'vitest';
import { claimHolds } from '../../src/figures/claim.ts';
import { evaluate, type Figure } from '../../src/figures/figure.ts';
import { isFigure, sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, ChartBlock, Page } from '../../src/site/frame/page.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { type ReleaseView, viewOf, withCells } from '../../src/site/view.ts';

let view: ReleaseView;
let pages: readonly Page[];
beforeAll(async () => {
  const city = (await readPrograms('data')).find(({ program }) => program.nature === 'invented');
  const found = city && withCells(viewOf(city, 'en'));
  if (found === undefined) throw new Error('no invented city with a release');
  view = found;
  pages = programPages(view);
});

const pageAt = (slug: string): Page => {
  const page = pages.find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`no page ${slug}`);
  return page;
};
const blocksOf = ({ sections }: Page): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const chartOf = (page: Page, id: string): ChartBlock => {
  const chart = blocksOf(page).find((block) => block.kind === 'chart' && block.id === id);
  if (chart?.kind !== 'chart') throw new Error(`no chart ${id}`);
  return chart;
};
const cellsOf = ({ origin }: Figure) => (origin.kind === 'cells' ? origin.cells : []);

test('the share that was refused, by way of applying: a ratio that published cells bear out, and no share of a hidden count', () => {
  const { title, claim, drawing, table } = chartOf(pageAt('applications'), 'chart-refused-by-channel');
  expect(sentenceText(title)).toMatch(
    /^Refused in fiscal year \d+: .+ \d+\.\d%, \d+\.\d times as often as .+ \(\d+\.\d%\)$/,
  );
  expect(claim?.form).toBe('ratio');
  const shown = [
    ...title.filter(isFigure),
    ...table.rows.flatMap(({ cells }) =>
      cells.flat().filter((part) => typeof part === 'object' && 'origin' in part),
    ),
  ] as Figure[];
  expect(shown.length).toBeGreaterThan(8);
  for (const cell of shown.flatMap(cellsOf)) expect(view.source.cells.get(cell)?.count, cell).not.toBeNull();
  expect(drawing.plans[0]?.marks.filter(({ kind }) => kind === 'dot').length).toBeGreaterThan(8);
});

test('evaluate times: how often one share is another', () => {
  expect(evaluate('times', [66, 1000, 18, 1000])).toBeCloseTo(3.667, 3);
});

test('claimHolds of a ratio: the first share is above the second, and all four counts are published', () => {
  const cell = (count: number | null) => ({ codes: [], count, status: '' as const, note: '' });
  const of = (counts: readonly (number | null)[]) => ({
    cells: new Map(counts.map((count, at) => [`c${at}`, cell(count)])),
    changes: 0,
    requests: [],
  });
  const claim = { form: 'ratio', subject: '', cells: ['c0', 'c1', 'c2', 'c3'], says: '' } as const;
  expect(claimHolds(claim, of([66, 1000, 18, 1000]))).toBe(true);
  expect(claimHolds(claim, of([18, 1000, 66, 1000]))).toBe(false);
  expect(claimHolds(claim, of([66, 1000, null, 1000]))).toBe(false);
  expect(claimHolds(claim, of([1200, 1000, 18, 1000]))).toBe(false);
});

test('areas stand by number in the picture, in the order of the city’s list in the table', () => {
  const { drawing, table } = chartOf(pageAt('areas'), 'chart-cards-by-fiscal-year-area');
  const marks = drawing.plans[1]?.marks ?? [];
  const widths = marks.flatMap((mark) =>
    mark.kind === 'rect' && mark.style.startsWith('bar') ? [mark.width] : [],
  );
  expect(widths).toEqual(widths.toSorted((one, other) => other - one));
  const names = table.rows.slice(0, -1).map(({ heading }) => sentenceText(heading));
  const declared = view.release.codelists.find(({ dimension }) => dimension === 'area')?.codes ?? [];
  expect(names).toEqual(declared.filter(({ level }) => level === 'area').map(({ label }) => label));
  expect(names).not.toEqual(names.toSorted());
});

test('areas by age: the last year in sight, each year before behind a line that opens, all cells once', () => {
  const table = view.release.declaration.tables.find(
    ({ levels }) => levels.area === 'area' && levels.age !== undefined,
  );
  const section = pageAt('areas').sections.find(({ id }) => id === table?.id);
  const [first, ...others] = section?.blocks ?? [];
  expect(first?.kind === 'table' && first.rows.length).toBe(24);
  expect(others.map((block) => block.kind === 'fold' && block.summary)).toEqual(
    ['2024', '2023', '2022', '2021', '2020'].map((year) => `Fiscal year ${year}`),
  );
});

test('every page of people served says its finding in its head, and no chart below says it again', () => {
  for (const slug of ['applications', 'cards', 'areas']) {
    const page = pageAt(slug);
    const title = sentenceText(page.headline?.title ?? []);
    expect(title, slug).toMatch(/\d/);
    const titles = blocksOf(page).flatMap((block) =>
      block.kind === 'chart' ? [sentenceText(block.title)] : [],
    );
    expect(titles, slug).not.toContain(title);
  }
});

test('key figures have a small line where there is a series', () => {
  const stats = blocksOf(pageAt('')).flatMap((block) => (block.kind === 'stats' ? block.stats : []));
  expect(stats.filter(({ spark }) => spark !== undefined)).toHaveLength(stats.length);
});
