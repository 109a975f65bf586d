// What stands with every chart for those who take it elsewhere.
import { expect, test } from 'vitest';
import { buildViews } from '../../../src/site/built-view.ts';
import { sentenceText } from '../../../src/site/figures/sentence.ts';
import { chartFiles } from '../../../src/site/files/chart-files.ts';
import { chartsOn, withTravel } from '../../../src/site/frame/travel.ts';
import { programPages } from '../../../src/site/pages/program-pages.ts';
import { viewOf, withCells } from '../../../src/site/view.ts';
import { fixtureSite } from '../fixture.ts';

const site = fixtureSite();
const last = site.releases.at(-1)?.release ?? '';

const placedIn = (release?: string) => {
  const view = viewOf(site, 'en', release);
  return chartsOn(withTravel(view, programPages(view)));
};

test('withTravel gives every chart its files, a citation with the address that stays, and a sentence to quote', () => {
  const charts = placedIn();
  expect(charts.length).toBeGreaterThan(2);
  for (const { chart, page } of charts) {
    const slug = chart.id.replace('chart-', '');
    const folder = `/en/${site.program.id}/releases/${last}`;
    expect(chart.travel?.files.map(({ href }) => href)).toEqual(
      ['csv', 'json', 'svg', 'png'].map((ending) => `/en/${site.program.id}/charts/${slug}.${ending}`),
    );
    const own = page.slug === '' ? '' : `${page.slug}/`;
    expect(sentenceText(chart.travel?.citation ?? [])).toContain(`release ${last}`);
    const place = expect.objectContaining({ href: `${folder}/${own}#${chart.id}` });
    expect(chart.travel?.citation).toContainEqual(place);
    expect(chart.travel?.place).toContainEqual(place);
    expect(sentenceText(chart.travel?.quote ?? [])).toContain(sentenceText(chart.title));
    expect(sentenceText(chart.travel?.quote ?? [])).toMatch(/all its figures are invented\.$/);
  }
});

test('withTravel of a release as it was published: one drawing of each chart, and no file beside its tables', () => {
  const charts = placedIn(last);
  expect(charts.length).toBeGreaterThan(2);
  for (const { chart } of charts) {
    expect(chart.drawing.plans.map(({ size }) => size.name)).toEqual(['phone']);
    expect(chart.drawing.plans.flatMap(({ marks }) => marks).some((mark) => 'says' in mark)).toBe(false);
    expect(chart.travel?.files).toEqual([]);
  }
  expect(placedIn()[0]?.chart.drawing.plans).toHaveLength(2);
});

test('chartsOn of a chart that has a name here and a finding there: with the finding', () => {
  const [first] = placedIn();
  if (first === undefined) throw new Error('no chart');
  const named = { ...first.chart, title: ['Cards'], claim: null };
  const page = (slug: string, chart: typeof first.chart) => ({
    ...first.page,
    slug,
    sections: [{ id: 'one', heading: [], blocks: [chart] }],
  });
  const found = { ...first.chart, claim: { ...CLAIM } };
  const placed = chartsOn([page('', named), page('cards', found), page('areas', named)]);
  expect(placed.map(({ chart, page: { slug } }) => [chart.title, slug])).toEqual([[found.title, 'cards']]);
});

const CLAIM = { form: 'level', subject: '', program: '', release: '', cells: [], says: '' } as const;

test('withTravel offers two frames of the latest release, and of one as it was published only that which stays', () => {
  expect(new Set(placedIn().map(({ chart }) => chart.travel?.embeds.length))).toEqual(new Set([2]));
  for (const { release } of site.releases)
    expect(new Set(placedIn(release).map(({ chart }) => chart.travel?.embeds.length))).toEqual(new Set([1]));
  expect(placedIn()[0]?.chart.travel?.embeds[0]?.code).toMatch(
    /^<iframe src="\/en\/[a-z-]+\/embed\/[a-z-]+\/" title="[^"]+" width="100%" height="\d+" loading="lazy"><\/iframe>$/,
  );
});

test('chartFiles: a picture, and every cell of the table in JSON and CSV with its status', () => {
  const view = withCells(viewOf(site, 'en'));
  const [placed] = placedIn();
  if (view === undefined || placed === undefined) throw new Error('no chart');
  const [svg, json, csv] = chartFiles(view, placed).map(({ text }) => text);
  const cells = placed.chart.table.rows.flatMap((row) => row.cells);
  expect(svg).toMatch(/^<\?xml/);
  expect(JSON.parse(json ?? '').cells).toHaveLength(cells.length);
  expect(csv?.trimEnd().split('\n')).toHaveLength(cells.length + 1);
});

test('buildViews: cells for machines where a release stands still, files of charts and a feed where it does not', () => {
  for (const { view, files, embeds } of buildViews(site)) {
    const endings = files.flatMap(({ path }) => /\/charts\/.*\.(\w+)$/.exec(path)?.[1] ?? []);
    expect(new Set(endings)).toEqual(new Set(view.frozen ? [] : ['svg', 'json', 'csv']));
    expect(files.some(({ path }) => path.endsWith('/feed.xml'))).toBe(!view.frozen);
    expect(embeds.length).toBeGreaterThan(0);
    const marks = embeds.flatMap(({ drawing }) => drawing.plans.flatMap((plan) => plan.marks));
    expect(marks.some((mark) => 'says' in mark)).toBe(!view.frozen);
  }
});
