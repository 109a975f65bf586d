// Titles of charts never make more of what is published than it says.
import { expect, test } from 'vitest';
import type { PublishedCell } from '../../src/model/cell.ts';
import { findTitle } from '../../src/site/findings.ts';
import { overviewPage } from '../../src/site/pages/overview.ts';
import { sentenceText } from '../../src/site/sentence.ts';
import { gridOf } from '../../src/site/table-grid.ts';
import { viewOf, withCells } from '../../src/site/view.ts';
import { fixtureProgram, fixtureRelease, fixtureSite } from './fixture.ts';

const MISSING = { count: null, status: 'x', note: '' } as const;

/** The fixture with other cells in its latest release. */
function viewWith(change: (cell: PublishedCell) => PublishedCell) {
  const release = fixtureRelease(fixtureProgram(), '2024-Q4');
  const cubes = new Map([...release.cubes].map(([id, cells]) => [id, cells.map(change)]));
  const view = withCells(viewOf({ ...fixtureSite(), releases: [{ ...release, cubes }] }, 'en'));
  if (view === undefined) throw new Error('no release');
  return view;
}

function titleOf(id: string, change: (cell: PublishedCell) => PublishedCell): string {
  const view = viewWith(change);
  const table = view.release.declaration.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return sentenceText(findTitle(view, gridOf(view, table)));
}

/** Of 24 months, the last so many are not available. */
const withoutMonths = (months: number) => (cell: PublishedCell) => {
  const [period = ''] = cell.codes;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  const place = month === null ? 0 : (Number(month[1]) - 2023) * 12 + Number(month[2]);
  return place > 24 - months ? { ...cell, ...MISSING } : cell;
};

test('findTitle where nearly all months are published names the highest', () => {
  expect(titleOf('cards-by-month', withoutMonths(0))).toMatch(/^Cards issued: highest published count/);
  expect(titleOf('cards-by-month', withoutMonths(2))).toMatch(/^Cards issued: highest published count/);
});

test('findTitle where many months are missing says how many can be read, and no highest', () => {
  expect(titleOf('cards-by-month', withoutMonths(3))).toBe('Cards by month: 21 of 24 counts are published');
  expect(titleOf('cards-by-month', withoutMonths(20))).toBe('Cards by month: 4 of 24 counts are published');
});

test('findTitle of months that cannot be otherwise than zero does not count them as missing', () => {
  const title = titleOf('cards-by-month', (cell) =>
    withoutMonths(20)(cell).status === 'x' ? { ...cell, count: null, status: 'z' } : cell,
  );
  expect(title).toMatch(/^Cards issued: highest published count/);
});

test('findTitle of areas of which many are hidden names none as the highest', () => {
  const hide = (cell: PublishedCell): PublishedCell =>
    ['ash', 'birch', 'cedar'].includes(cell.codes[2] ?? '') ? { ...cell, count: null, status: 'c' } : cell;
  expect(titleOf('cards-by-year-area', hide)).toBe('Cards by year and area');
  expect(titleOf('cards-by-year-area', (cell) => cell)).toMatch(/highest published count/);
});

test('a total to date says to when', () => {
  const page = overviewPage(viewWith((cell) => cell));
  const labels = page.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'stats' ? block.stats.map(({ label }) => sentenceText(label)) : []));
  expect(labels).toContain('Cards issued to date, up to and including December 2024');
});
