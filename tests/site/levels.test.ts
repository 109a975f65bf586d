// Levels of a dimension by their names, and what the pages of the invented city make of them.
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, ChartBlock, TableBlock } from '../../src/site/frame/page.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { levelLabel, viewOf, withCells } from '../../src/site/view.ts';

const site = (await readPrograms('data')).find(({ program }) => program.id === 'example-city');
if (site === undefined) throw new Error('no example city');

function viewIn(language: string) {
  const found = site && withCells(viewOf(site, language));
  if (found === undefined) throw new Error('no release');
  return found;
}

const inside = (block: Block): Block[] => [block, ...('blocks' in block ? block.blocks.flatMap(inside) : [])];
const blocksOf = (language: string, slug: string) =>
  programPages(viewIn(language))
    .filter((page) => page.slug === slug)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(inside)));
const chartOf = (blocks: readonly Block[], id: string) =>
  blocks.find((block): block is ChartBlock => block.kind === 'chart' && block.id === `chart-${id}`);

test('levelLabel is the name of the level, in the language of the reader, and the dimension where it has none', () => {
  expect(['area', 'district', 'region'].map((level) => levelLabel(viewIn('en'), 'area', level))).toEqual([
    'Area',
    'District',
    'Service region',
  ]);
  expect(levelLabel(viewIn('es'), 'area', 'district')).toBe('Distrito');
  expect(levelLabel(viewIn('en'), 'channel', 'channel')).toBe('Way of applying');
});

test('districts stand as bars side by side by their number, headed by their level', () => {
  const chart = chartOf(blocksOf('en', 'areas'), 'cards-by-fiscal-year-district');
  expect(chart?.table.columns[0]).toMatch(/District|Period/);
  const [phone] = chart?.drawing.plans ?? [];
  const bars = phone?.marks.filter((mark) => mark.kind === 'rect' && mark.style.startsWith('bar')) ?? [];
  expect(bars.length).toBe(6);
  const feet = bars.map((mark) => (mark.kind === 'rect' ? mark.x : Number.NaN));
  const lengths = bars.map((mark) => (mark.kind === 'rect' ? mark.width : Number.NaN));
  expect(new Set(feet).size).toBe(1);
  expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
});

test('below the districts stands which areas make up each, every area once', () => {
  const table = blocksOf('en', 'areas').find(
    (block): block is TableBlock =>
      block.kind === 'table' && block.id === 'cards-by-fiscal-year-district-parts-table',
  );
  expect(table?.columns).toEqual(['District', 'Area']);
  const rows = table?.rows.map(({ heading, cells }) => [
    sentenceText(heading),
    ...cells.map((cell) => ('address' in cell ? '' : sentenceText(cell))),
  ]);
  expect(rows).toContainEqual(['Foundry', 'Brickfields, Foundry Cross, Signalmans Yard, Coalstage']);
  const areas = rows?.flatMap(([, parts = '']) => parts.split(', ')) ?? [];
  expect(new Set(areas).size).toBe(24);
  expect(areas).toHaveLength(24);
});

test('the picture of who signed says it of all years of which it may be told', () => {
  const view = viewIn('en');
  const count = (key: string) => view.source.cells.get(key)?.count ?? null;
  const years = [...view.source.cells.keys()].flatMap(
    (key) => /^balance\|(FY\d+)\|signature\|signed_by_judge\|received$/.exec(key)?.[1] ?? [],
  );
  const told = years.filter((year) => count(`balance|${year}|signature|signed_by_judge|received`) !== null);
  const sum = (by: string) =>
    told.reduce((all, year) => all + (count(`balance|${year}|${by}|received`) ?? Number.NaN), 0);
  expect(sentenceText(chartOf(blocksOf('en', 'requests'), 'signature')?.title ?? [])).toBe(
    `In the ${told.length} of ${years.length} years for which this may be told, a judge signed ${sum('signature|signed_by_judge')} of ${sum('all|_T')} requests`,
  );
});
