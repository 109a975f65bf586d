// What the search of a language reads: every page, every section, with all that each says, and nothing else.
import { expect, test } from 'vitest';
import type { FoundPage } from '../../src/formats/site/search-index.ts';
import { buildViews } from '../../src/site/built-view.ts';
import { collectPage } from '../../src/site/figures/collect.ts';
import { buildLexicon } from '../../src/site/figures/lexicon.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import { searchPage } from '../../src/site/pages/search.ts';
import { searchedSections, searchIndexFile } from '../../src/site/search/index-file.ts';
import { textsIn } from '../../src/site/search/texts.ts';
import { fixtureSite } from './fixture.ts';

const site = fixtureSite();
const documents = buildViews(site)[0]?.documents ?? [];
const pages = documents.map(({ path, page }) => ({
  href: path,
  page: page.heading,
  program: 'Quay, Quay Card',
  isInvented: true,
  rank: 'other' as const,
  sections: searchedSections(page),
}));
const file = searchIndexFile('en', pages);
const found = JSON.parse(file.text) as FoundPage[];

test('searchPage: every part of an invented program says so, and real programs stand first', () => {
  const [view] = buildViews(site).map((built) => built.view);
  if (view === undefined) throw new Error('no view');
  const real = { ...view, program: { ...view.program, id: 'real-card', nature: 'real' as const } };
  const listed = [view, real].map((one) => ({ view: one, pages: documents }));
  const [, ...parts] = searchPage('en', listed).sections;
  const marked = parts.filter(({ blocks }) => JSON.stringify(blocks).includes('invented.'));
  expect(marked.map(({ id }) => id)).toEqual(parts.slice(-marked.length).map(({ id }) => id));
  expect(marked.every(({ id }) => id.endsWith(site.program.id))).toBe(true);
  expect(marked.length).toBe(parts.length / 2);
});

test('searchIndexFile: every page with its sections', () => {
  expect(found.map(({ href }) => href)).toEqual(documents.map(({ path }) => path));
  const cards = found.find(({ href }) => href === '/en/quay-card/cards/');
  const page = documents.find(({ path }) => path === '/en/quay-card/cards/')?.page;
  expect(cards?.sections.map(({ anchor }) => anchor)).toEqual([
    '',
    ...(page?.sections ?? []).map(({ id }) => `#${id}`),
  ]);
});

test('searchIndexFile: every number in it has its origin in the manifest', () => {
  const { figures, words } = collectPage(file.path, file.printed, buildLexicon([site], 'en'));
  expect(figures.length + words.length).toBeGreaterThan(50);
});

test('searchIndexFile says a hidden count in words alone', () => {
  expect(file.text).not.toContain('"count"');
  expect(JSON.stringify(textsIn({ cells: [{ address: 'cards|2024', figure: null, status: 'c' }] }))).toBe(
    '[]',
  );
});

test('textsIn: a row of a table is one text, code and pictures none', () => {
  const rows = [{ heading: ['2024'], cells: [['12'], ['online']] }];
  expect(textsIn({ rows }).map(sentenceText)).toEqual(['2024 12 online']);
  expect(textsIn({ columns: ['Age', '14 to 64', '65'] }).map(sentenceText)).toEqual(['Age 14 to 64 65']);
  expect(textsIn({ drawing: { title: 'no' }, travel: { quote: ['no'] } })).toEqual([]);
  const way = { mark: 'not-on-the-record', label: 'Online' };
  expect(textsIn({ ways: [way], cases: [{ had: ['refused', 'court'] }] })).toEqual([['Online']]);
});
