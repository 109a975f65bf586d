/**
 * What a site says to catalogs, programs and search engines: made again from what was published, and the same, byte for byte.
 * The sitemap is made again from what the pages say of themselves.
 */
import type { Catalog } from '../../catalogs/catalog.ts';
import { cellsFiles, citationFiles, siteFiles } from '../../catalogs/catalog-files.ts';
import { datasetText } from '../../catalogs/dataset.ts';
import { DATA_JSON } from '../../catalogs/dcat-us.ts';
import { DCAT_US_3 } from '../../catalogs/dcat-us-3.ts';
import { INDEX, OPEN_API } from '../../catalogs/index-file.ts';
import { ROBOTS } from '../../catalogs/robots.ts';
import { type MappedPage, SITEMAP, sitemapFile } from '../../catalogs/sitemap.ts';
import { PROGRAM_SCHEMA } from '../../program/program-schema.ts';
import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../finding.ts';
import { attribute, findElements, findPlaces, type Place, type PlacedElement, wholeText } from '../places.ts';
import type { Files } from '../read-files.ts';
import { addressOf, type Root } from '../root.ts';

export function catalogOf(facts: Facts, root: Root): Catalog {
  const { origin, base } = root;
  return {
    site: origin === undefined ? undefined : { origin, base },
    programs: [...facts.values()].flatMap(({ catalog }) => (catalog === null ? [] : [catalog])),
  };
}

type Document = Parameters<typeof findElements>[0];

const OF_SITE: readonly string[] = [INDEX, OPEN_API, PROGRAM_SCHEMA, DATA_JSON, DCAT_US_3, SITEMAP, ROBOTS];
const OF_RELEASE = /^[^/]+\/releases\/[^/]+\/(?:CITATION\.cff|api\/[^/]+\.json)$/;

export function isCatalogFile(path: string): boolean {
  return OF_SITE.includes(path) || OF_RELEASE.test(path);
}

/** Every file is there that there has to be, and no other. */
export function catalogFindings(files: Files, facts: Facts, root: Root): Finding[] {
  const catalog = catalogOf(facts, root);
  const served = [...files.keys()].filter(isCatalogFile);
  // A folder of files that is no site of programs.
  if (catalog.programs.length === 0 && served.length === 0) return [];
  const address = addressOf(root);
  const textOf = (file: string) => new TextDecoder().decode(files.get(file));
  const wanted = new Map([
    ...wantedFiles(catalog),
    ...(address === undefined ? [] : [[SITEMAP, sitemapFile(pagesOf(files, address))] as const]),
  ]);
  const others = [...new Set([...wanted.keys(), ...served])].filter(
    (file) => textOf(file) !== wanted.get(file),
  );
  const before = others.length === 0 ? new Map() : wantedFiles(withDaysOf(textOf(INDEX), catalog));
  return others.map((file) => ({
    file,
    where: '',
    what: '',
    why: textOf(file) === before.get(file) ? BUILT_BEFORE : OTHER_THAN_PUBLISHED,
  }));
}

const OTHER_THAN_PUBLISHED = 'The file does not tell catalogs what was published, and this alone.';
const BUILT_BEFORE =
  'The day on which a release went out was noted after the site was built, and the file does not say it. Build the site again.';

function wantedFiles(catalog: Catalog): ReadonlyMap<string, string> {
  return new Map([...siteFiles(catalog), ...citationFiles(catalog), ...cellsFiles(catalog)]);
}

/** The catalog when fewer days were noted: without those that the index of the site does not have. */
function withDaysOf(index: string, catalog: Catalog): Catalog {
  const programs = catalog.programs.map((own) => ({
    ...own,
    days: new Map([...own.days].filter(([, day]) => index.includes(`"published": "${day}"`))),
  }));
  return { ...catalog, programs };
}

/** Every page that search engines may show, of the newest releases, by its own word. */
function pagesOf(files: Files, address: string): MappedPage[] {
  const html = [...files].filter(([path]) => path.endsWith('/index.html') && !isFrozen(path));
  return html.flatMap(([path, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    const own = address + path.slice(0, -'index.html'.length);
    if (/<meta name="robots" content="noindex"/.test(text) || !text.includes(`rel="canonical" href="${own}"`))
      return [];
    return [{ address: own, versions: versionsIn(text, address) }];
  });
}

/** A page of a release as it was published: the sitemap leads to the newest. */
function isFrozen(path: string): boolean {
  return /^[^/]+\/[^/]+\/releases\/[^/]+\//.test(path);
}

/** As the menu of languages has them. */
function versionsIn(html: string, address: string): MappedPage['versions'] {
  const { origin } = new URL(address);
  const links = html.matchAll(/<a href="(\/[^"]*)" lang="[^"]*" hreflang="([^"]*)"/g);
  return [...links].map(([, href = '', language = '']) => ({ language, address: origin + href }));
}

const DATA_PAGE = /^([^/]+)\/([^/]+)\/(?:releases\/([^/]+)\/)?data\/index\.html$/;

/**
 * What a page on data says to search engines, and the texts of the page beside it. Any other page says nothing there.
 * `html` is the text of the document.
 */
export function datasetFindings(
  file: string,
  html: string,
  document: Document,
  catalog: Catalog,
): { readonly findings: readonly Finding[]; readonly places: readonly Place[] } {
  const [, language = '', program = '', frozen] = DATA_PAGE.exec(file) ?? [];
  const own = catalog.programs.find((one) => one.program.id === program);
  const wanted = own && datasetText(catalog, own, { language, frozen });
  const said = html.includes(JSON_LD) ? findElements(document).filter(isDataset) : [];
  const isFine =
    said.length === (wanted === undefined ? 0 : 1) &&
    said.every(({ element }) => wholeText(element) === wanted);
  const why = 'The page does not tell search engines what was published, and this alone.';
  const paths = said.map(({ path }) => path);
  return {
    findings: isFine ? [] : [{ file, where: 'head', what: '', why }],
    places: findPlaces(document).filter(({ path, name }) => name !== '#text' || !paths.includes(path)),
  };
}

const JSON_LD = 'application/ld+json';

function isDataset({ element }: PlacedElement): boolean {
  return element.tagName === 'script' && attribute(element, 'type') === JSON_LD;
}
