// What an operator is told of the site before anybody reads it: what the pages do, said of the same release.
import { expect, test } from 'vitest';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { foresee } from '../../src/site/pages/foreseen.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf } from '../../src/site/view.ts';
import { docketSite } from './docket-site.ts';
import { fixtureProgram, fixtureRelease, fixtureSite } from './fixture.ts';

const program = fixtureProgram();
const siteOf = (...people: number[]): SiteProgram => ({
  ...fixtureSite(),
  program,
  releases: people.map((count, at) => fixtureRelease(program, at === 0 ? '2023-Q4' : '2024-Q4', count)),
});
const pageTexts = (site: SiteProgram) => JSON.stringify(programPages(viewOf(site, 'en')));

test('foresee names the tables that give way to a coarser one, and the pages say the same', () => {
  const site = siteOf(9000, 90);
  const dropped = foresee(site).filter((line) => line.includes('is not drawn'));
  expect(dropped).toContain(
    '"Cards by year and area" is not drawn: more than half is hidden. "Cards by year and district" shows in its place.',
  );
  expect(pageTexts(site)).toContain('Cards by year and district');
  expect(foresee(siteOf(9000, 9000))).toContain('Every table is shown as it was declared.');
});

test('foresee says that only the file is left where there is no coarser table', () => {
  const tables = program.tables.filter(({ id }) => id !== 'cards-by-year-district');
  const alone = fixtureProgram({ tables });
  const site = { ...siteOf(), program: alone, releases: [fixtureRelease(alone, '2024-Q4', 90)] };
  expect(foresee(site)).toContain(
    '"Cards by year and area" is not drawn: more than half is hidden. Readers find its file alone.',
  );
});

test('foresee says how much of a table is hidden, beside the release before', () => {
  const lines = foresee(siteOf(9000, 600)).filter((line) => line.includes('counts are hidden'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines)
    expect(line).toMatch(/^".+": \d+ of \d+ counts are hidden \(before: \d+ of \d+\)\.$/);
  const [first] = foresee(siteOf(200)).filter((line) => line.includes('counts are hidden'));
  expect(first).not.toContain('before');
});

test('foresee says each headline that changes, as the page has it, and no other', () => {
  const site = siteOf(9000, 8000);
  const { headline } = programPages(viewOf(site, 'en')).find(({ slug }) => slug === 'cards') ?? {};
  const now = sentenceText(headline?.title ?? []);
  expect(now).not.toBe('');
  expect(foresee(site).find((line) => line.startsWith('cards: '))).toMatch(/^cards: (?:".+" becomes )?".+"$/);
  expect(foresee(site).find((line) => line.startsWith('cards: '))).toContain(`"${now}"`);
  const same = { ...site, releases: [site.releases[1], site.releases[1]].filter((one) => one !== undefined) };
  expect(foresee(same)).toContain('No headline changes.');
});

test('foresee counts the requests that have a page, and says what is counted of all; a program on the record has nothing to foresee', () => {
  const site = docketSite();
  const listed = site.releases.at(-1)?.requests?.docket.length ?? 0;
  const [line = ''] = foresee(site).filter((one) => one.startsWith('Requests: '));
  expect(line).toContain(listed === 1 ? '1 has a page' : `${listed} have a page`);
  expect(line).toMatch(/ \d+[;.]/);
  expect(foresee({ ...site, releases: [] })).toEqual([]);
});
