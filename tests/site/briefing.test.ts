// Briefings: a sheet for the program and one for every area, of the latest release alone.
import { expect, test } from 'vitest';
import type { TableBlock } from '../../src/site/page.ts';
import { briefingPages } from '../../src/site/pages/briefing.ts';
import { viewOf, withCells } from '../../src/site/view.ts';
import { fixtureSite } from './fixture.ts';

const site = fixtureSite();
const view = viewOf(site, 'en');
const [program, ...areas] = briefingPages(view);

test('the briefing of the program leads to that of every area, in order of names', () => {
  const links = JSON.stringify(program?.sections.find(({ id }) => id === 'areas'));
  expect(areas.length).toBeGreaterThan(2);
  for (const { slug } of areas) expect(links).toContain(`/en/quay-card/${slug}/`);
  expect(areas.map(({ name }) => name)).toEqual(areas.map(({ name }) => name).toSorted());
  expect(areas.every(({ parent }) => parent === program?.slug)).toBe(true);
});

test('the briefing of an area prints cells of the release, those of the area first, and hidden ones as hidden', () => {
  const cells = withCells(view)?.source.cells;
  const tables = areas.flatMap(({ slug, sections }) =>
    sections
      .flatMap(({ blocks }) => blocks)
      .filter((block): block is TableBlock => block.kind === 'table')
      .map((table) => ({ area: slug.split('/')[1] ?? '', table })),
  );
  expect(tables.length).toBeGreaterThan(0);
  for (const { area, table } of tables) {
    for (const { cells: printed } of table.rows) {
      const [first] = printed.flatMap((cell) => ('address' in cell ? [cell] : []));
      expect(first?.address.split('|')).toContain(area);
      const cell = cells?.get(first?.address ?? '');
      expect(first?.status).toBe(cell?.status ?? 'z');
      expect(first?.figure === null).toBe(cell?.count == null);
    }
  }
});

test('every briefing names its release, since paper travels', () => {
  const sources = [program, ...areas].map((page) => page?.sections.find(({ id }) => id === 'sources'));
  const named = {
    kind: 'prose',
    text: view.messages.frame.released({ release: site.releases.at(-1)?.release ?? '' }),
  };
  for (const section of sources) expect(section?.blocks).toContainEqual(named);
});

test('an earlier release has no briefings: they are of the latest', () => {
  const [first] = site.releases;
  expect(briefingPages(viewOf(site, 'en', first?.release))).toEqual([]);
});

test('a program without a release has none', () => {
  expect(briefingPages(viewOf({ ...site, releases: [] }, 'en'))).toEqual([]);
});

test('where briefings are printed, each leads to the file beside it; otherwise none does', () => {
  const papers = briefingPages({ ...view, hasPapers: true }).map(({ slug, paper }) => [slug, paper?.href]);
  expect(papers).toEqual(
    [program, ...areas].map((page) => [page?.slug, `/en/quay-card/${page?.slug}/briefing.pdf`]),
  );
  expect([program, ...areas].filter((page) => page?.paper !== undefined)).toEqual([]);
});
