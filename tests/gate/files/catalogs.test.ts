// What a site says to catalogs, programs and search engines is what was published: another word, number, page or file is refused.
import { expect, test } from 'vitest';
import type { CatalogProgram } from '../../../src/catalogs/catalog.ts';
import { cellsFiles, citationFiles, siteFiles } from '../../../src/catalogs/catalog-files.ts';
import { datasetText } from '../../../src/catalogs/dataset.ts';
import { oembedFile } from '../../../src/catalogs/embed-code.ts';
import { sitemapFile } from '../../../src/catalogs/sitemap.ts';
import { checkFiles } from '../../../src/gate/check-files.ts';
import type { ProgramFacts } from '../../../src/gate/facts/facts.ts';
import { catalogFindings, catalogOf, datasetFindings } from '../../../src/gate/files/catalogs.ts';
import { missingOembeds, oembedFindings } from '../../../src/gate/files/oembeds.ts';
import { parseHtml } from '../../../src/gate/places.ts';
import { BELOW_A_PATH, catalogAt } from '../../catalogs/fixture.ts';
import { AGAINST, FACTS, siteWith } from '../fixture.ts';

const catalog = catalogAt(BELOW_A_PATH);
const root = BELOW_A_PATH;
const ROOT = 'https://org.example.org/daylight/';
const [town] = FACTS.values();
const factsOf = (one: CatalogProgram) => ({ ...(town as ProgramFacts), id: one.program.id, catalog: one });
const facts = new Map(catalog.programs.map((one) => [one.program.id, factsOf(one)] as const));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const page = (at: string, head = '') =>
  `<html lang="en"><head><link rel="canonical" href="${ROOT}${at}">${head}</head><body><nav><a href="/daylight/${at}" lang="en" hreflang="en" aria-current="true">English</a></nav></body></html>`;

/** A whole site of catalogs, with pages of which some are for no search engine, and some files changed or, where empty, left out. */
function found(changes: Readonly<Record<string, string>> = {}): string[] {
  const own = (at: string) => ({
    address: ROOT + at,
    versions: [{ language: 'en', address: ROOT + at }],
  });
  const files = new Map<string, string>([
    ...siteFiles(catalog),
    ...citationFiles(catalog),
    ...cellsFiles(catalog),
    ['sitemap.xml', sitemapFile([own('en/'), own('en/harbour-id/releases/')])],
    ['en/index.html', page('en/')],
    ['index.html', page('en/')],
    ['en/harbour-id/releases/index.html', page('en/harbour-id/releases/')],
    ['en/harbour-id/releases/2024-Q3/index.html', page('en/harbour-id/releases/2024-Q3/')],
    ['en/quay-card/index.html', page('en/quay-card/', '<meta name="robots" content="noindex">')],
    ...Object.entries(changes),
  ]);
  const served = [...files]
    .filter(([, text]) => text !== '')
    .map(([path, text]) => [path, encode(text)] as const);
  return catalogFindings(new Map(served), facts, root).map(({ file }) => file);
}

test('catalogFindings finds nothing where every file is as published', () => {
  expect(found()).toEqual([]);
});

test.each([
  'index.json',
  'openapi.json',
  'data.json',
  'robots.txt',
  'harbour-id/releases/2024-Q3/CITATION.cff',
  'harbour-id/releases/2024-Q3/api/cards-issued.json',
])('catalogFindings refuses a %s that says one thing more, or is not there', (file) => {
  const all = [...siteFiles(catalog), ...citationFiles(catalog), ...cellsFiles(catalog)];
  const text = all.find(([path]) => path === file)?.[1] ?? '';
  expect(found({ [file]: `${text} ` })).toEqual([file]);
  expect(found({ [file]: '' })).toEqual([file]);
});

test('catalogFindings refuses a sitemap with a page that is not there, one that is not for search engines, or one page less', () => {
  const map = (...at: string[]) =>
    sitemapFile(
      at.map((path) => ({ address: ROOT + path, versions: [{ language: 'en', address: ROOT + path }] })),
    );
  const whole = ['en/', 'en/harbour-id/releases/'];
  expect(found({ 'sitemap.xml': map(...whole) })).toEqual([]);
  expect(found({ 'sitemap.xml': map(...whole, 'en/nowhere/') })).toEqual(['sitemap.xml']);
  expect(found({ 'sitemap.xml': map(...whole, 'en/quay-card/') })).toEqual(['sitemap.xml']);
  expect(found({ 'sitemap.xml': map('en/') })).toEqual(['sitemap.xml']);
});

test('catalogFindings refuses what harvests an invented program, and the citation of a release that there is not', () => {
  const data = siteFiles(catalog).get('data.json') ?? '';
  expect(found({ 'data.json': data.replaceAll('shore-card', 'quay-card') })).toEqual(['data.json']);
  expect(found({ 'harbour-id/releases/2024-Q2/CITATION.cff': 'cff-version: 1.2.0' })).toEqual([
    'harbour-id/releases/2024-Q2/CITATION.cff',
  ]);
});

test('catalogFindings says of a site that was built before a day was noted that it is to be built again, and of nothing else', () => {
  const noted = catalog.programs.map((one) => ({
    ...one,
    days: new Map(one.releases.slice(-1).map(({ release }) => [release, '2025-01-15'])),
  }));
  const later = new Map(noted.map((one) => [one.program.id, factsOf(one)] as const));
  const built = new Map([...siteFiles(catalog), ...citationFiles(catalog), ...cellsFiles(catalog)]);
  const whyOf = (changes: Readonly<Record<string, string>>) =>
    new Map(
      catalogFindings(
        new Map([...built, ...Object.entries(changes)].map(([path, text]) => [path, encode(text)])),
        later,
        root,
      ).map(({ file, why }) => [file, why]),
    );
  const why = whyOf({});
  why.delete('sitemap.xml');
  expect([...why.keys()]).toContain('index.json');
  for (const one of why.values()) expect(one).toContain('Build the site again.');
  const spoilt = whyOf({ 'openapi.json': '{}' });
  expect(spoilt.get('openapi.json')).toContain('does not tell catalogs');
});

const dataPage = (dataset: string) =>
  `<html><head><script type="application/ld+json">${dataset}</script></head><body><p>7 cards</p></body></html>`;

test('datasetFindings: a page on data says what was published, and its other texts stay to be accounted for', () => {
  const [counted] = catalog.programs;
  const wanted = (counted && datasetText(catalog, counted, { language: 'en', frozen: '2024-Q3' })) ?? '';
  const check = (file: string, html: string) =>
    datasetFindings(file, html, parseHtml(html), catalogOf(facts, root));
  const FILE = 'en/harbour-id/releases/2024-Q3/data/index.html';
  const fine = check(FILE, dataPage(wanted));
  expect(fine.findings).toEqual([]);
  expect(fine.places.map(({ text }) => text).filter((text) => /\d/.test(text))).toEqual(['7 cards']);
  expect(check(FILE, dataPage(wanted.replace('Harbour ID', 'Harbour ID 7'))).findings).toHaveLength(1);
  expect(check(FILE, '<p>None</p>').findings).toHaveLength(1);
  expect(check('en/harbour-id/cards/index.html', dataPage(wanted)).findings).toHaveLength(1);
  expect(check('en/quay-card/data/index.html', dataPage(wanted)).findings).toHaveLength(1);
});

test('checkFiles refuses a dataset in a page that has none to tell of', () => {
  const html = dataPage('{"@type":"Dataset","name":"12 people"}');
  const findings = checkFiles(siteWith({ files: { 'en/small-town/data/index.html': html } }), AGAINST);
  expect(findings.map(({ why }) => why)).toContain(
    'The page does not tell search engines what was published, and this alone.',
  );
});

test('oembedFindings holds what describes a frame to its title, its notice and its address', () => {
  const FRAME = 'en/quay-card/embed/cards/index.html';
  const FILE = 'en/quay-card/embed/cards/oembed.json';
  const html = '<title>Cards</title><p class="invented-banner"><span>All is invented.</span></p>';
  const files = new Map([[FRAME, encode(html)]]);
  const gate = { files, catalog, site: { root } };
  const frame = {
    address: `${ROOT}en/quay-card/embed/cards/`,
    title: 'Cards. All is invented.',
    heightPx: 600,
  };
  const check = (change: Partial<typeof frame>, file = FILE) =>
    oembedFindings(file, oembedFile({ ...frame, ...change }, { name: 'Daylight', address: ROOT }), gate)
      .length;
  expect(check({})).toBe(0);
  expect(check({ title: 'Cards' })).toBe(1);
  expect(check({ title: '7 cards. All is invented.' })).toBe(1);
  expect(check({ heightPx: 612 })).toBe(1);
  expect(check({ address: 'https://elsewhere.example.org/' })).toBe(1);
  expect(check({}, 'en/quay-card/oembed.json')).toBe(1);
  expect(missingOembeds(files, root).map(({ file }) => file)).toEqual([FILE]);
  expect(missingOembeds(files, { origin: undefined, base: '/' })).toEqual([]);
});
