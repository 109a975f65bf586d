// Briefings: a sheet for the program and one for every area, of the latest release alone.
import { expect, test } from 'vitest';
import { buildViews } from '../../src/site/built-view.ts';
import { programDocuments } from '../../src/site/document.ts';
import { sentenceText } from '../../src/site/figures/sentence.ts';
import type { TableBlock } from '../../src/site/frame/page.ts';
import { briefingPages } from '../../src/site/pages/briefing.ts';
import { programPages } from '../../src/site/pages/program-pages.ts';
import { viewOf, withCells } from '../../src/site/view.ts';
import { fixtureSite } from './fixture.ts';

const site = fixtureSite();
const view = viewOf(site, 'en');
const [program, ...areas] = briefingPages(view);

test('the briefing of the program leads to that of every area, in the order of the city’s list', () => {
  const links = JSON.stringify(program?.sections.find(({ id }) => id === 'areas'));
  expect(areas.length).toBeGreaterThan(2);
  for (const { slug } of areas) expect(links).toContain(`/en/quay-card/${slug}/`);
  const declared = site.releases.at(-1)?.codelists.find(({ dimension }) => dimension === 'area')?.codes ?? [];
  expect(areas.map(({ name }) => name)).toEqual(
    declared.filter(({ level }) => level === 'area').map(({ label }) => label),
  );
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

/** What the last part of a briefing says. */
const saidIn = (page: (typeof areas)[number] | undefined): string =>
  (page?.sections.find(({ id }) => id === 'sources')?.blocks ?? [])
    .map((block) => (block.kind === 'prose' ? sentenceText(block.text) : ''))
    .join(' ');

test('the briefing of the program names its release; that of an area stays as it is until one of its figures changes', () => {
  const release = site.releases.at(-1)?.release ?? '';
  expect(saidIn(program)).toContain(`Release ${release} `);
  const later = { ...site, releases: [...site.releases, { ...site.releases.at(-1), release: '2025-Q1' }] };
  const [next, ...areasThen] = briefingPages(viewOf(later as typeof site, 'en'));
  expect(saidIn(next)).toContain('Release 2025-Q1 Data through March 2025.');
  for (const [at, area] of areas.entries()) {
    expect(saidIn(area)).not.toContain(release);
    expect(saidIn(area)).toMatch(/^Data through (?:fiscal year )?2024\. /);
    expect(saidIn(areasThen[at])).toBe(saidIn(area));
  }
});

test('every briefing says that figures were corrected, and where the newest stand', () => {
  const changes = [
    { measure: 'cards-issued', cell: '2024|_T|_T', before: '1', after: '2', reason: 'Found.' },
  ];
  const corrected = {
    ...site,
    releases: site.releases.map((one) => ({ ...one, changes })),
  };
  const release = site.releases.at(-1)?.release;
  for (const page of briefingPages(viewOf(corrected, 'en'))) {
    expect(saidIn(page)).toContain(`Figures were corrected, last in release ${release}.`);
    expect(saidIn(page)).toContain('always has the newest figures and every correction: ');
  }
  for (const page of [program, ...areas]) expect(saidIn(page)).not.toContain('were corrected');
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

test('every briefing says its address and to when its data run', () => {
  for (const page of [program, ...areas]) {
    const text = JSON.stringify(page?.sections.find(({ id }) => id === 'sources'));
    expect(text).toContain(`/en/quay-card/${page?.slug}/`);
    expect(saidIn(page)).toContain(page === program ? 'December 2024' : 'Data through 2024.');
  }
});

test('the briefing of an area begins with a change, three figures with theirs, and a picture, and says what kind of part it is', () => {
  const [first] = areas;
  const blocks = first?.sections[0]?.blocks ?? [];
  expect(first?.headline?.claim?.form).toBe('change');
  expect(blocks.map(({ kind }) => kind)).toEqual(['stats', 'chart', 'prose']);
  const [stats, , division] = blocks;
  const notes = stats?.kind === 'stats' ? stats.stats.map(({ note }) => sentenceText(note)) : [];
  expect(notes).toHaveLength(3);
  for (const note of notes) expect(note).toMatch(/(?:more|fewer) than in |as many as in /);
  expect(JSON.stringify(division)).toContain('It belongs to: ');
});

test('charts of a briefing have no files of their own: those of the pages hold the same cells', () => {
  const files = buildViews(site).flatMap((built) => built.files.map(({ path }) => path));
  expect(files.filter((path) => path.includes('/charts/briefing-'))).toEqual([]);
});

test('the page on areas leads to the briefing of each; that of an earlier release to none', () => {
  const areasOf = (release?: string) =>
    programPages(viewOf(site, 'en', release)).find(({ slug }) => slug === 'areas');
  const links = JSON.stringify(areasOf()?.sections.find(({ id }) => id === 'briefings'));
  for (const { slug } of areas) expect(links).toContain(`/en/quay-card/${slug}/`);
  expect(areasOf(site.releases[0]?.release)?.sections.some(({ id }) => id === 'briefings')).toBe(false);
});

test('every briefing says from how many people on a count is shown, why counts are hidden, and that paper has no host', () => {
  for (const page of [program, ...areas]) {
    const blocks = page?.sections.find(({ id }) => id === 'sources')?.blocks ?? [];
    const said = blocks.map((block) => (block.kind === 'prose' ? sentenceText(block.text) : '')).join(' ');
    expect(said).toContain(
      `fewer than ${site.program.k} people is hidden, and others are hidden to cover it`,
    );
    expect(said).toContain('on this site at /en/quay-card/briefing/');
  }
});

test('the sheet of the program has the line of its seal; that of an area names no release at all', () => {
  const view = viewOf(site, 'en');
  const own = { view, pages: programPages(view) };
  const footerOf = (isAsked: (path: string) => boolean) =>
    programDocuments(own, [own])
      .filter(({ path }) => path.includes('/briefing/') && isAsked(path))
      .map(({ footer }) => footer.map(sentenceText).join(' '));
  const isProgram = (path: string) => path.endsWith('/briefing/');
  const release = view.release?.release ?? '';
  expect(footerOf(isProgram).map((footer) => footer.includes(release))).toEqual([true]);
  const areas = footerOf((path) => !isProgram(path));
  expect(areas.length).toBeGreaterThan(1);
  for (const footer of areas) expect(footer).not.toContain(release);
});
