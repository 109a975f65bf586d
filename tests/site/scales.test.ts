// Charts that stand side by side on the overview: one scale where their periods are as long, so that they can be compared, else none.
import { expect, test } from 'vitest';
import { overviewPage } from '../../src/site/pages/overview.ts';
import { viewOf } from '../../src/site/view.ts';
import { fixtureProgram, fixtureRelease, fixtureSite } from './fixture.ts';

const measure = (id: string) => ({ id, label: id, unit: 'cards', kind: 'flow', dimensions: [] });
const table = (id: string, period: string) => ({
  id: `${id}-by-${period}`,
  measure: id,
  title: `${id} by ${period}`,
  levels: { period },
});

/** The chart of applications by month, beside one of cards by other periods, or by itself. */
function chartOfMonths(beside?: string): string {
  const tables = [
    ...(beside === undefined ? [] : [table('cards-issued', beside)]),
    table('applications', 'month'),
  ];
  const measures = tables.map((one) => measure(one.measure));
  const program = fixtureProgram({ measures, tables, dimensions: [], channels: [], retention: [] });
  const site = { ...fixtureSite(), program, releases: [fixtureRelease(program, '2024-Q4')] };
  const blocks = overviewPage(viewOf(site, 'en')).sections.flatMap((section) => section.blocks);
  const charts = blocks.flatMap((block) =>
    (block.kind === 'columns' ? block.blocks : []).flatMap((one) => (one.kind === 'chart' ? [one] : [])),
  );
  const { drawing } = charts.find(({ id }) => id === 'chart-applications-by-month') ?? {};
  if (drawing === undefined) throw new Error(`no chart among ${charts.map(({ id }) => id).join()}`);
  return JSON.stringify(
    drawing.plans.map(({ marks }) =>
      marks.filter(({ kind }) => kind === 'rect' || kind === 'path' || kind === 'line'),
    ),
  );
}

test('months beside years are drawn as if they stood alone', () => {
  expect(chartOfMonths('year')).toBe(chartOfMonths());
});
