// The method page on what the attack asked, and on what insiders could tell.
import { expect, test } from 'vitest';
import type { Audit } from '../../src/formats/audit-file.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { Block, Page } from '../../src/site/frame/page.ts';
import { readPrograms } from '../../src/site/load/load.ts';
import { methodPage as methodPageOf } from '../../src/site/pages/made/method.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { fixtureSite } from './fixture.ts';

const site = fixtureSite();

function methodPage(change: (audit: Audit) => Partial<Audit>): Page {
  const releases = site.releases.map((release) => ({
    ...release,
    audit: release.audit && { ...release.audit, ...change(release.audit) },
  }));
  const page = programPages(viewOf({ ...site, releases }, 'en')).find(({ slug }) => slug === 'method');
  if (page === undefined) throw new Error('no page on method');
  return page;
}

const blocksOf = ({ sections }: Page): readonly Block[] => sections.flatMap(({ blocks }) => blocks);
const textsOf = (page: Page) =>
  blocksOf(page).flatMap((block) => (block.kind === 'prose' ? [sentenceText(block.text)] : []));
const methodTexts = (change: (audit: Audit) => Partial<Audit>) => textsOf(methodPage(change));

/** The rows of its table of insiders, as texts. */
function insiderRows(page: Page): string[][] {
  const table = blocksOf(page).find((block) => block.kind === 'table' && block.id === 'insiders-table');
  const rows = table?.kind === 'table' ? table.rows : [];
  return rows.map(({ heading, cells }) =>
    [heading, ...cells].map((cell) => (Array.isArray(cell) ? sentenceText(cell) : '')),
  );
}

const ASKED = /^Of the [\d,]+ hidden counts it asked about [\d,]+.* The other [\d,]+ can be worked out/;
const DIFFERENCES = /^It also asked about ([\d,]+) differences .* certificates of ([\d,]+) counts/;
const SETS = /There are 12 smallest sets that no table publishes\. For 5 of them/;

test('the method page says of hidden counts that can be worked out, and of sets not decided, where there are any', () => {
  const texts = methodTexts(({ cells, ranges }) => ({
    cells: { ...cells, withheld: ranges.length + 1 },
    sets: { parts: 12, undecided: 5 },
  }));
  expect(texts.filter((text) => ASKED.test(text))).toHaveLength(1);
  expect(texts.filter((text) => SETS.test(text))).toHaveLength(1);
});

test('the method page says nothing of them where there are none', () => {
  const texts = methodTexts(({ cells, ranges }) => ({ cells: { ...cells, withheld: ranges.length } }));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => ASKED.test(text) || text.includes('smallest sets'))).toEqual([]);
});

test('the method page says how what is hidden, asked about and certified hangs together', () => {
  const texts = methodTexts(({ cells, ranges }) => ({
    cells: { ...cells, withheld: ranges.length + 3 },
    ranges: [
      ...ranges,
      { measure: 'difference-of-sides:one', cell: '2024', least: 0, most: null, verdict: 'open' as const },
      { measure: 'difference-of-sides:one', cell: '2025', least: 0, most: null, verdict: 'open' as const },
    ],
  }));
  const of = (pattern: RegExp) => texts.flatMap((text) => pattern.exec(text)?.slice(1) ?? []).map(Number);
  const [hidden = 0] = of(/^This release hides (\d+) counts/);
  const [asked = 0, known = 0] = of(/it asked about (\d+).* The other (\d+) can/);
  const [differences = 0, certified = 0] = of(DIFFERENCES);
  expect(asked + known).toBe(hidden);
  expect([known, differences]).toEqual([3, 2]);
  expect(asked + differences).toBe(certified);
});

test('the method page says how many hidden counts stand in its tables, where others are hidden beside them', async () => {
  const sites = await readPrograms('data');
  const site = sites.find(({ program }) => program.id === 'example-city');
  const page = site && methodPageOf(viewOf(site, 'en'));
  const table = page && blocksOf(page).find((block) => block.kind === 'table' && block.id === 'hidden-table');
  if (table?.kind !== 'table') throw new Error('no table');
  const [note = ''] = table.notes.map(sentenceText);
  const [, hidden, tabled] =
    /^This release hides (\d+) counts\. (\d+) of them stand in these tables/.exec(note) ?? [];
  const rows = table.rows.map(({ cells: [first] }) =>
    Array.isArray(first) ? Number(sentenceText(first)) : 0,
  );
  expect(Number(tabled)).toBe(rows.reduce((sum, value) => sum + value, 0));
  expect(Number(hidden)).toBe(site?.releases.at(-1)?.audit?.cells.withheld);
});

const withHidden =
  (more: Partial<Audit>) =>
  ({ cells, ranges }: Audit): Partial<Audit> => ({
    cells: { ...cells, withheld: ranges.length + 1 },
    ...more,
  });

test('the method page prints what insiders could tell, kind by kind, and that all pairs were asked about', () => {
  const page = methodPage(withHidden({}));
  expect(insiderRows(page)).toEqual([['One person, and that there is nobody else', '3', '1', '2']]);
  expect(textsOf(page)).toContain('There are 6 such pairs of counts, and all of them were asked about.');
});

test('the method page says of a sample how many pairs it is of, and beside each count the error', () => {
  const kinds = [{ people: 2, alone: false, placed: 250, few: 0, fewAtMost: 69, exact: 3, exactAtMost: 180 }];
  const page = methodPage(withHidden({ insiders: { pairs: 7160, asked: 300, kinds } }));
  expect(insiderRows(page)).toEqual([
    ['Two of the people', '250', '0 (at most 69 of all pairs)', '3 (at most 180 of all pairs)'],
  ]);
  expect(textsOf(page).join()).toContain('There are 7,160 such pairs of counts. 300 of them were drawn');
});

test('the method page says nothing of insiders where an audit of before counted cells', () => {
  const page = methodPage(withHidden({ insiders: [{ people: 1, alone: true, cells: 3, few: 1, exact: 2 }] }));
  expect(textsOf(page).some((text) => ASKED.test(text))).toBe(true);
  expect(page.sections.map(({ id }) => id)).not.toContain('insiders');
});
