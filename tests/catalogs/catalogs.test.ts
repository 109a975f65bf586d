// What a site says to catalogs and programs: each file as its format asks, whole addresses below a path too, and invented data called so.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { cellsFiles, citationFiles, siteFiles } from '../../src/catalogs/catalog-files.ts';
import { datasetText } from '../../src/catalogs/dataset.ts';
import { oembedFile } from '../../src/catalogs/embed-code.ts';
import { sitemapFile } from '../../src/catalogs/sitemap.ts';
import { CFF_1_2_0, readCitation } from './citation-profile.ts';
import { DCAT_US_1_1, DCAT_US_3_0 } from './dcat-us-profile.ts';
import { BELOW_A_PATH, catalogAt, INVENTED } from './fixture.ts';

const ROOT = 'https://org.example.org/daylight/';
const here = catalogAt(BELOW_A_PATH);
const nowhere = catalogAt(undefined);

interface Distribution {
  readonly downloadURL: string;
  readonly describedBy?: string;
}
interface Dataset {
  readonly identifier: string;
  readonly publisher: { readonly name: string };
  readonly contactPoint: object;
  readonly temporal?: string;
  readonly accrualPeriodicity: string;
  readonly distribution: readonly Distribution[];
}

function faultsOf(schema: object, value: unknown): string[] {
  const ajv = new Ajv({ allErrors: true });
  ajv.validate(schema, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const parsed = (file: string, catalog = here) => JSON.parse(siteFiles(catalog).get(file) ?? '') as unknown;
const datasets = () => (parsed('data.json') as { readonly dataset: readonly Dataset[] }).dataset;

test('data.json is DCAT-US 1.1, with every program that has files, and none that is invented', () => {
  expect(faultsOf(DCAT_US_1_1, parsed('data.json'))).toEqual([]);
  expect(datasets().map(({ identifier }) => identifier)).toEqual([
    'urn:daylight:harbour-id',
    'urn:daylight:shore-card',
  ]);
});

test('the profile of DCAT-US refuses a dataset that nobody publishes, and an address that is none', () => {
  const [first] = datasets();
  const fault = (change: object) =>
    faultsOf(DCAT_US_1_1, { ...(parsed('data.json') as object), dataset: [{ ...first, ...change }] });
  expect(fault({ publisher: {} })).not.toEqual([]);
  expect(fault({ landingPage: '/en/' })).not.toEqual([]);
  expect(fault({ temporal: '2023 to 2024' })).not.toEqual([]);
});

test('dcat-us.json is DCAT-US 3.0, with every file of the datasets of which it is known whom to write to', () => {
  expect(faultsOf(DCAT_US_3_0, parsed('dcat-us.json'))).toEqual([]);
  const { dataset } = parsed('dcat-us.json') as { readonly dataset: readonly Dataset[] };
  expect(dataset.map(({ identifier }) => identifier)).toEqual(['urn:daylight:harbour-id']);
  const files = (list: readonly Dataset[]) => list[0]?.distribution.map(({ downloadURL }) => downloadURL);
  expect(files(dataset)).toEqual(files(datasets()));
  const [first] = dataset;
  const fault = (change: object) =>
    faultsOf(DCAT_US_3_0, { ...(parsed('dcat-us.json') as object), dataset: [{ ...first, ...change }] });
  expect(fault({})).toEqual([]);
  expect(fault({ contactPoint: { '@type': 'Kind', fn: 'Clerk' } })).not.toEqual([]);
  expect(fault({ accrualPeriodicity: 'now and then' })).not.toEqual([]);
});

test('a dataset: who publishes it and whom to ask, what time it covers, how often it comes, every file of every release', () => {
  const [counted, recorded] = datasets();
  expect(counted?.publisher.name).toBe('Harbour City Clerk');
  expect(counted?.contactPoint).toMatchObject({ hasEmail: 'mailto:clerk@harbour.example.org' });
  expect([counted?.temporal, counted?.accrualPeriodicity]).toEqual(['2023-01-01/2024-12-31', 'R/P3M']);
  const files = counted?.distribution.map(({ downloadURL }) => downloadURL.slice(ROOT.length)) ?? [];
  for (const release of ['2024-Q3', '2024-Q4'])
    expect(files).toContain(`harbour-id/releases/${release}/files/tables/cards-by-month.csv`);
  expect(counted?.distribution[0]?.describedBy).toBe(
    `${ROOT}harbour-id/releases/2024-Q4/files/datapackage.json`,
  );
  // What was read from others is published by whoever made the site.
  expect([recorded?.publisher.name, recorded?.accrualPeriodicity]).toEqual(['Daylight', 'irregular']);
});

test('without the address of the site there is no data.json, no dataset on a page, and no address in a CITATION.cff', () => {
  expect([...siteFiles(nowhere).keys()].sort()).toEqual([
    'index.json',
    'openapi.json',
    'program.schema.json',
    'robots.txt',
  ]);
  expect(datasetText(nowhere, INVENTED, { language: 'en', frozen: undefined })).toBeUndefined();
  expect([...citationFiles(nowhere).values()].join('')).not.toContain('\nurl:');
  expect(siteFiles(nowhere).get('robots.txt')).not.toContain('Sitemap');
  expect(siteFiles(here).get('robots.txt')).toContain(`Sitemap: ${ROOT}sitemap.xml\n`);
});

test('index.json names the newest release of each program, and says which is synthetic', () => {
  const { programs } = parsed('index.json') as { programs: Record<string, unknown>[] };
  expect(programs.map(({ program, synthetic, latest }) => [program, synthetic, latest])).toEqual([
    ['harbour-id', false, { release: '2024-Q4', datapackage: `${ROOT}harbour-id/latest/datapackage.json` }],
    ['quay-card', true, { release: '2024-Q4', datapackage: `${ROOT}quay-card/latest/datapackage.json` }],
    ['shore-card', false, null],
    ['zero-card', false, null],
  ]);
});

test('index.json leads to the cells of every measure of every release', () => {
  const served = new Set([...cellsFiles(here).keys()].map((path) => ROOT + path));
  const { programs } = parsed('index.json') as {
    programs: { releases: { cells: Record<string, string> }[] }[];
  };
  const named = programs.flatMap(({ releases }) => releases.flatMap(({ cells }) => Object.values(cells)));
  expect(new Set(named)).toEqual(served);
  expect(served).toContain(`${ROOT}harbour-id/releases/2024-Q3/api/cards-issued.json`);
});

test('every release has a CITATION.cff of the form, and so has the repository', () => {
  const files = citationFiles(here);
  expect([...files.keys()]).toHaveLength(3);
  for (const [path, text] of files) expect(faultsOf(CFF_1_2_0, readCitation(text)), path).toEqual([]);
  const own = readCitation(readFileSync('CITATION.cff', 'utf8'));
  expect(faultsOf(CFF_1_2_0, own)).toEqual([]);
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect([own.version, own.license]).toEqual([version, license]);
  expect(faultsOf(CFF_1_2_0, { ...own, authors: [] })).not.toEqual([]);
});

test('a CITATION.cff has the release, its hash and its page', () => {
  const cited = readCitation(citationFiles(here).get('harbour-id/releases/2024-Q3/CITATION.cff') ?? '');
  expect(cited).toMatchObject({
    version: '2024-Q3',
    license: 'CC-BY-4.0',
    url: `${ROOT}en/harbour-id/releases/2024-Q3/data/`,
    authors: [{ name: 'Harbour City Clerk' }],
    identifiers: [{ value: `sha256:${'a'.repeat(64)}` }],
  });
});

/** What Google's guide to datasets and schema.org ask (https://developers.google.com/search/docs/appearance/structured-data/dataset). */
test('datasetText has what search engines ask of a dataset, of the release that the page shows', () => {
  const [counted] = here.programs;
  if (counted === undefined) throw new Error('no program');
  const text = datasetText(here, counted, { language: 'es', frozen: '2024-Q3' }) ?? '';
  const told = JSON.parse(text);
  expect(told).toMatchObject({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    version: '2024-Q3',
    url: `${ROOT}es/harbour-id/releases/2024-Q3/data/`,
    publisher: { '@type': 'Organization', name: 'Harbour City Clerk' },
    temporalCoverage: '2023-01-01/2024-09-30',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(told.description.length).toBeGreaterThan(50);
  expect(told.distribution[0]).toMatchObject({ '@type': 'DataDownload', encodingFormat: 'text/csv' });
  expect(told.distribution[0].contentUrl).toMatch(
    /^https:\/\/org\.example\.org\/daylight\/harbour-id\/releases\/2024-Q3\//,
  );
  expect(told.distribution[0].sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('datasetText can never end the element that holds it', () => {
  const program = { ...INVENTED.program, city: 'Quay</script><script>' };
  const text = datasetText(here, { ...INVENTED, program }, { language: 'en', frozen: undefined });
  expect(text).not.toContain('<');
});

test('what is invented is called so in every file, and nobody publishes it', () => {
  const dataset = datasetText(here, INVENTED, { language: 'en', frozen: undefined }) ?? '';
  expect(JSON.parse(dataset)).toMatchObject({ creativeWorkStatus: 'synthetic data' });
  expect(JSON.parse(dataset).name).toMatch(/^Invented figures: /);
  expect(dataset).not.toMatch(/publisher|creator/);
  const cited = citationFiles(here).get('quay-card/releases/2024-Q4/CITATION.cff') ?? '';
  expect(readCitation(cited).authors).toEqual([{ name: 'Quay (invented)' }]);
  expect(cited).toContain('synthetic data');
  expect(siteFiles(here).get('openapi.json')).toContain('Synthetic data, all figures invented: quay-card.');
});

test('sitemapFile lists each page once, with the same page in other languages and no page that is merely near', () => {
  const page = (language: string, slug: string, others: readonly string[]) => ({
    address: `${ROOT}${language}/${slug}`,
    versions: others.map((at) => ({ language: at.slice(0, 2), address: ROOT + at })),
  });
  const xml = sitemapFile([
    page('es', '', ['en/', 'es/']),
    page('en', '', ['en/', 'es/']),
    page('en', 'cite/', ['en/cite/', 'es/']),
    page('en', 'cite/', ['en/cite/', 'es/']),
  ]);
  expect([...xml.matchAll(/<loc>(.*)<\/loc>/g)].map(([, at]) => at)).toEqual([
    `${ROOT}en/`,
    `${ROOT}en/cite/`,
    `${ROOT}es/`,
  ]);
  const links = [...xml.matchAll(/hreflang="(..)" href="(.*)"/g)].map(
    ([, language, at]) => `${language} ${at}`,
  );
  const both = [`en ${ROOT}en/`, `es ${ROOT}es/`];
  expect(links).toEqual([...both, ...both]);
});

/** https://oembed.com, 2.3.4: a rich answer has its type, version, html, width and height. */
test('oembedFile has what a rich answer needs, and a title that cannot leave its attribute', () => {
  const frame = { address: `${ROOT}en/quay-card/embed/cards/`, title: 'Cards "by month"', heightPx: 600 };
  const told = JSON.parse(oembedFile(frame, { name: 'Daylight', address: ROOT }));
  expect(told).toMatchObject({ type: 'rich', version: '1.0', width: 640, height: 600, provider_url: ROOT });
  expect(told.html).toBe(
    `<iframe src="${ROOT}en/quay-card/embed/cards/" title="Cards &quot;by month&quot;" width="100%" height="600" loading="lazy"></iframe>`,
  );
});

test('sitemapFile of a site of one language names no versions, as its pages have no menu of languages', () => {
  const address = 'https://ids.example.org/en/';
  const alone = sitemapFile([{ address, versions: [{ language: 'en', address }] }]);
  expect(alone).toBe(sitemapFile([{ address, versions: [] }]));
  expect(alone).not.toContain('xhtml:link rel');
});

test('catalogs date a release by the day on which it went out, and by its last day where nobody noted that', () => {
  const datesIn = (catalog: typeof here) => {
    const files = siteFiles(catalog);
    const [told] = JSON.parse(files.get('data.json') ?? '').dataset;
    const [later] = JSON.parse(files.get('dcat-us.json') ?? '').dataset;
    const [first] = JSON.parse(files.get('index.json') ?? '').programs;
    const published = first.releases.map((one: { published: string | null }) => one.published);
    return { told: [told.issued, told.modified], later: [later.issued, later.modified], published };
  };
  const none = [undefined, '2024-12-31'];
  expect(datesIn(here)).toEqual({ told: none, later: none, published: [null, null] });
  const [counted, ...others] = here.programs;
  if (counted === undefined) throw new Error('no program');
  const days = new Map([
    ['2024-Q3', '2024-11-14'],
    ['2024-Q4', '2025-02-14'],
  ]);
  const noted = { ...here, programs: [{ ...counted, days }, ...others] };
  const both = ['2024-11-14', '2025-02-14'];
  expect(datesIn(noted)).toEqual({ told: both, later: both, published: both });
  const cited = citationFiles(noted).get('harbour-id/releases/2024-Q3/CITATION.cff') ?? '';
  expect(cited).toContain('\ndate-released: "2024-11-14"\n');
  expect(faultsOf(CFF_1_2_0, readCitation(cited))).toEqual([]);
});
