/**
 * The gate: every number in the files of `dist` has an origin, and nothing else stands there (CONTRIBUTING.md).
 * One rule per kind of file; a file of no kind is refused.
 */
import type { Catalog } from '../catalogs/catalog.ts';
import type { ManifestPage } from '../figures/manifest.ts';
import type { Rasterize } from '../raster/kept-pictures.ts';
import { accountPage } from './account.ts';
import { isCellData, isPicture, pictureFindings, readCellData } from './facts/cell-data.ts';
import { claimFindings } from './facts/check-claims.ts';
import type { Facts } from './facts/facts.ts';
import { archiveFindings, isArchive, isLatestFile, latestFindings } from './files/archives.ts';
import { buildFindings, isBuildFile } from './files/build-file.ts';
import { catalogFindings, catalogOf, datasetFindings, isCatalogFile } from './files/catalogs.ts';
import { isFeed, readFeed } from './files/feed.ts';
import { isSupplyFile, missingSupplies, type Supplies, supplyFindings } from './files/licenses.ts';
import { noticeFindings } from './files/notice.ts';
import { isOembed, missingOembeds, oembedFindings } from './files/oembeds.ts';
import { formFindings, isOtherForm, type ParquetRows } from './files/other-forms.ts';
import { isPackageFile } from './files/package-file.ts';
import { isPaper, paperFindings } from './files/paper.ts';
import { isRecordFile, recordFindings } from './files/record-files.ts';
import { isReleaseList, releaseListFindings } from './files/release-lists.ts';
import { type KnownNumbers, scriptFindings, withBase } from './files/script-file.ts';
import { scriptListFindings } from './files/script-list.ts';
import { isServedFile, sealedFindings } from './files/sealed-files.ts';
import { isSearchIndex, readSearchIndex } from './files/search-index.ts';
import { strangerFindings } from './files/strangers.ts';
import { styleFindings } from './files/style-sheet.ts';
import type { Finding } from './finding.ts';
import { isManifest, readManifests } from './manifests.ts';
import { findPlaces, type Place, parseHtml, tidy } from './places.ts';
import type { Files } from './read-files.ts';
import { readRoot } from './root.ts';
import { describeSite, type Site } from './site-files.ts';
import { deadAddresses } from './unchanged.ts';

interface Gate {
  readonly files: Files;
  /** Files of `public/`, which are served as they are. */
  readonly assets: Files;
  readonly facts: Facts;
  readonly rasterize: Rasterize;
  readonly known: KnownNumbers;
  readonly packages: Files;
  readonly supplies: Supplies;
  readonly parquets: ParquetRows;
  readonly site: Site;
  readonly catalog: Catalog;
  readonly pages: ReadonlyMap<string, ManifestPage>;
}

interface FileKind {
  readonly name: string;
  readonly holds: (path: string, gate: Gate) => boolean;
  readonly check: (path: string, text: string, gate: Gate) => Finding[];
}

/** In order: the first kind that holds decides. */
const FILE_KINDS: readonly FileKind[] = [
  { name: 'file of a release', holds: isServedFile, check: () => [] },
  { name: 'file of the record', holds: isRecordFile, check: () => [] },
  {
    name: 'workbook or Parquet file',
    holds: isOtherForm,
    check: (path, _, { files, parquets, facts }) => formFindings(path, files, parquets, facts),
  },
  {
    name: 'file of the newest release',
    holds: isLatestFile,
    check: (path, _, { files, facts }) => latestFindings(path, files, facts),
  },
  {
    name: 'zip of a program or a release',
    holds: isArchive,
    check: (path, _, { files, facts }) => archiveFindings(path, files, facts),
  },
  { name: 'list of releases', holds: isReleaseList, check: () => [] },
  { name: 'file for catalogs', holds: isCatalogFile, check: () => [] },
  {
    name: 'description of a frame',
    holds: isOembed,
    check: oembedFindings,
  },
  {
    name: 'from what it was built',
    holds: isBuildFile,
    check: (path, text, { site }) => buildFindings(path, text, site.root),
  },
  {
    name: 'what it is made of',
    holds: isSupplyFile,
    check: (path, text, { supplies }) => supplyFindings(path, text, supplies),
  },
  {
    name: 'file of a package',
    holds: (path, { files, packages }) => isPackageFile(path, files.get(path) ?? new Uint8Array(), packages),
    check: () => [],
  },
  { name: 'page', holds: (path) => path.endsWith('.html'), check: checkPage },
  { name: 'feed', holds: isFeed, check: checkFeed },
  { name: 'cells of a release', holds: isCellData, check: checkCellData },
  { name: 'index of the search', holds: isSearchIndex, check: checkSearchIndex },
  {
    name: 'picture of a chart or a page',
    holds: isPicture,
    check: (path, _, { files, rasterize }) => pictureFindings(path, files, rasterize),
  },
  {
    name: 'briefing as PDF',
    holds: isPaper,
    check: (path, _, { files, site }) => paperFindings(path, files, site.root),
  },
  { name: 'file of public/', holds: isAsset, check: () => [] },
  {
    name: 'style sheet',
    holds: (path) => path.endsWith('.css'),
    check: (path, text, { files, site }) => styleFindings(path, text, files, site.root),
  },
  {
    name: 'script',
    holds: (path) => path.endsWith('.js'),
    check: (path, text, { files, known }) => scriptFindings(path, withoutFiles(text, files), known),
  },
  { name: 'drawing', holds: (path) => path.endsWith('.svg'), check: checkDrawing },
  { name: 'data', holds: (path) => /\.(?:json|xml|txt|csv|webmanifest)$/.test(path), check: checkText },
];

/** What `dist` is held against. */
export interface Against {
  readonly assets: Files;
  readonly facts: Facts;
  readonly rasterize: Rasterize;
  /** Numbers that scripts may hold. */
  readonly known: KnownNumbers;
  /** Files that the site may serve as their packages have them, by path inside `node_modules`. */
  readonly packages: Files;
  readonly supplies: Supplies;
  /** What the Parquet files of `dist` hold. */
  readonly parquets: ParquetRows;
  /** The one release whose pages were built, where it is tried. */
  readonly only?: string | undefined;
  /** Files in which an earlier build found nothing, and which are the same, byte for byte. */
  readonly unchanged?: ReadonlySet<string>;
}

/** `all` are the files of `dist`, and the manifests that lie beside it. */
export function checkFiles(
  all: Files,
  { assets, facts, rasterize, known, packages, supplies, parquets, only, unchanged = new Set() }: Against,
): Finding[] {
  const files: Files = new Map([...all].filter(([path]) => !isManifest(path)));
  const root = readRoot(files);
  const { pages, findings } = readManifests(all, facts, root, unchanged);
  const site = describeSite(files, facts, root, only);
  const gate: Gate = {
    files,
    assets,
    facts,
    rasterize,
    known: withBase(known, root),
    packages,
    supplies,
    parquets,
    pages,
    site,
    catalog: catalogOf(facts, root),
  };
  const found = [...files].flatMap(([path, bytes]): Finding[] => {
    if (unchanged.has(path)) return deadAddresses(path, new TextDecoder().decode(bytes), site);
    const kind = FILE_KINDS.find(({ holds }) => holds(path, gate));
    if (kind === undefined)
      return [{ file: path, where: '', what: '', why: 'The gate knows no such kind of file.' }];
    return [...pathFindings(path, gate), ...kind.check(path, new TextDecoder().decode(bytes), gate)];
  });
  return [
    ...sealedFindings(files, facts),
    ...recordFindings(files, facts),
    ...releaseListFindings(files, facts),
    ...catalogFindings(files, facts, root),
    ...missingOembeds(files, root),
    ...missingSupplies(files),
    ...findings,
    ...found,
  ];
}

/** A path is read by people and machines too. What the build names by a hash of its content is no number. */
function pathFindings(path: string, { site }: Gate): Finding[] {
  if (path.startsWith('_astro/') || isServedFile(path) || isLatestFile(path) || path === '404.html')
    return [];
  const unknown = path.split('/').filter((part) => !site.isKnownName(part.replace(/\.[a-z]+$/, '')));
  return unknown.map((what) => ({
    file: path,
    where: '',
    what,
    why: 'The name of the file holds a number of unknown origin.',
  }));
}

function checkPage(path: string, html: string, gate: Gate): Finding[] {
  const document = parseHtml(html);
  const dataset = datasetFindings(path, html, document, gate.catalog);
  const { places } = dataset;
  const program = path
    .split('/')
    .map((part) => gate.facts.get(part))
    .find((one) => one !== undefined);
  return [
    ...dataset.findings,
    ...account(path, places, gate),
    ...scriptListFindings(path, places),
    ...claimFindings(path, document, gate.pages.get(path)?.claims ?? [], gate.facts),
    ...strangerFindings(path, document, gate.site.root),
    ...(program?.nature === 'invented' ? noticeFindings(path, document) : []),
  ];
}

function checkCellData(path: string, text: string, gate: Gate): Finding[] {
  const { findings, places } = readCellData(path, text, gate.facts);
  return [...findings, ...account(path, places, gate)];
}

function checkSearchIndex(path: string, text: string, gate: Gate): Finding[] {
  const { findings, places } = readSearchIndex(path, text);
  return [...findings, ...account(path, places, gate)];
}

function checkFeed(path: string, xml: string, gate: Gate): Finding[] {
  const { findings, places } = readFeed(path, xml, gate.facts);
  return [...findings, ...account(path, places, gate)];
}

function checkDrawing(path: string, svg: string, gate: Gate): Finding[] {
  return account(
    path,
    findPlaces(parseHtml(svg.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, ''))),
    gate,
  );
}

/** A text without elements is one place per line, whatever its syntax: keys and values alike. */
function checkText(path: string, text: string, gate: Gate): Finding[] {
  const places = text.split('\n').map(
    (line, index): Place => ({
      path: `line ${index + 1}`,
      name: '#text',
      tag: '',
      isSvg: false,
      isTick: false,
      text: tidy(line),
    }),
  );
  return account(path, places, gate);
}

function account(path: string, places: readonly Place[], { pages, site }: Gate): Finding[] {
  const page = pages.get(path) ?? { path: `/${path}`, figures: [], ticks: [], words: [], claims: [] };
  return accountPage(path, places, page, site);
}

/** A script names the files that it loads, whose names have a hash in them: whole names of files that are there are no data. */
function withoutFiles(script: string, files: Files): string {
  const names = [...files.keys()].flatMap((path) => (path.startsWith('_astro/') ? [path.slice(7)] : []));
  return names.reduce((text, name) => text.replaceAll(name, ''), script);
}

/**
 * Pictures, fonts, plain texts, `.nojekyll` (GitHub Pages leaves out `_astro` without it) and `_headers` (Cloudflare Pages, Netlify) of
 * `public/` may stand in `dist` as they are, never changed.
 */
function isAsset(path: string, { files, assets }: Gate): boolean {
  const [asset, file] = [assets.get(path), files.get(path)];
  if (
    asset === undefined ||
    file === undefined ||
    !/(?:\.(?:svg|png|ico|txt|woff2)|^\.nojekyll|^_headers)$/.test(path)
  )
    return false;
  return Buffer.compare(asset, file) === 0;
}
