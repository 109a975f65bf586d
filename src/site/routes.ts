/**
 * Addresses of pages and files. All of them are made here, and begin with the path below which the site stands: `/`, or
 * `/daylight/` where `DAYLIGHT_SITE` is https://org.github.io/daylight/.
 */
import { givenSiteAddress, type SiteAddress } from '../formats/site/site-address.ts';
import {
  apiPlace,
  archivePlace,
  cellsPlace,
  citationPlace,
  latestFilePlace,
  programPlace,
  recordFilePlace,
  releaseArchivePlace,
  releaseFilePlace,
  releasePlace,
  workbookPlace,
} from '../formats/site/site-paths.ts';
import type { Link } from './figures/sentence.ts';
import type { View } from './view.ts';

/** As Astro has it too, by `astro.config.mjs`. */
const SITE = givenSiteAddress(process.env.DAYLIGHT_SITE);
const BASE = SITE?.base ?? '/';

/** The address of a page or file of `dist`, by its path in it. */
function addressFor(path: string): string {
  return BASE + path;
}

/** Where a page or file stands in the site, whatever the site stands below: `/en/`, `/en/nyc-idnyc/feed.xml`. */
export function placeOf(address: string): string {
  if (!address.startsWith(BASE)) throw new Error(`internal error: "${address}" is no address of the site`);
  return `/${address.slice(BASE.length)}`;
}

/** Where the site stands; undefined where the build does not know it. */
export function siteRoot(): SiteAddress | undefined {
  return SITE;
}

/** The address of the whole site; undefined where the build does not know it. */
export function siteAddress(): string | undefined {
  return SITE === undefined ? undefined : SITE.origin + BASE;
}

/** With the origin of the site, where the build knows it: for whatever is read outside the site. */
export function absoluteAddress(address: string): string {
  return SITE === undefined ? address : SITE.origin + address;
}

export function iconPath(): string {
  return addressFor('favicon.svg');
}

/** A file that speaks of the whole site: its licenses, its bill of materials. */
export function siteFilePath(file: string): string {
  return addressFor(file);
}

/** What a server shows where there is no page. */
export function notFoundPath(): string {
  return addressFor('404.html');
}

export function frontPath(language: string): string {
  return addressFor(`${language}/`);
}

/** `/en/example-city/`, or `/en/example-city/releases/2025-Q2/` for a frozen release. */
export function programPath(view: View): string {
  const { release, frozen } = view;
  return frozen && release !== null ? releasePath(view, release.release) : latestPath(view, '');
}

/** The first page of a program, by its id. */
export function programHome(language: string, program: string): string {
  return addressFor(programPlace(language, program));
}

/** The sign of a city on a site of its own. */
export function logoPath(program: string): string {
  return addressFor(`${program}/logo.svg`);
}

/** Its colour. */
export function lookPath(program: string): string {
  return addressFor(`${program}/look.css`);
}

/** A page that speaks of no program alone, by its slug; the first page of the language where that is empty. */
export function sitePath(language: string, slug: string): string {
  return slug === '' ? frontPath(language) : addressFor(`${language}/${slug}/`);
}

/** What happened to requests for the records of others. */
export function elsewherePath(language: string): string {
  return sitePath(language, 'elsewhere');
}

/** What a translation is worth, and how to correct it. */
export function translationPath(language: string): string {
  return sitePath(language, 'translation');
}

/** Where a feed reader learns of new releases. */
export function feedPath(view: View): string {
  return `${latestPath(view, '')}feed.xml`;
}

/** Every page and table of the site in a language. */
export function searchPath(language: string): string {
  return sitePath(language, 'search');
}

/** What the search of a language reads. */
export function searchIndexPath(language: string): string {
  return `${searchPath(language)}index.json`;
}

/** How the pages are designed. */
export function designPath(language: string): string {
  return sitePath(language, 'design');
}

/** Where the latest release stands, or the record of a program without one. */
export function latestPath({ language, program }: View, slug: string): string {
  const home = programHome(language, program.id);
  return slug === '' ? home : `${home}${slug}/`;
}

/** Where a release stands as it was published. */
export function releasePath({ language, program }: View, release: string): string {
  return addressFor(releasePlace(language, program.id, release));
}

export function pagePath(view: View, slug: string): string {
  return slug === '' ? programPath(view) : `${programPath(view)}${slug}/`;
}

/** The files of a release are the same for every language and never move. */
export function releaseFilePath(program: string, release: string, path: string): string {
  return addressFor(releaseFilePlace(program, release, path));
}

/** Where a file of the newest release always stands. */
export function latestFilePath(program: string, path: string): string {
  return addressFor(latestFilePlace(program, path));
}

/** What a program has published, for whoever checks it. */
export function releaseListPath(program: string): string {
  return addressFor(`${program}/releases.json`);
}

/** All files of a release in one, which never changes. */
export function releaseArchivePath(program: string, release: string): string {
  return addressFor(releaseArchivePlace(program, release));
}

/** All files of a release as the sheets of a workbook. */
export function workbookPath(program: string, release: string): string {
  return addressFor(workbookPlace(program, release));
}

/** How to cite a release, for reference managers. */
export function citationPath(program: string, release: string): string {
  return addressFor(citationPlace(program, release));
}

/** All releases of a program and its record in one. */
export function archivePath(program: string): string {
  return addressFor(archivePlace(program));
}

/** What others published, as it stands in the program's folder. */
export function recordFilePath(program: string, file: string): string {
  return addressFor(recordFilePlace(program, file));
}

export function fileLink(view: View, path: string, label: string): Link {
  return { href: releaseFilePath(view.program.id, view.release?.release ?? '', path), label };
}

/** A chart of the latest release as a picture or as data: what can be made of its tables is kept of no other. */
export function chartFilePath(view: View, chart: string, ending: 'csv' | 'json' | 'svg' | 'png'): string {
  return `${latestPath(view, 'charts')}${chart}.${ending}`;
}

/** Every cell of a measure of the release, for all languages. */
export function cellsPath({ program, release }: View, measure: string): string {
  return addressFor(cellsPlace(program.id, release?.release ?? '', measure));
}

/** The release as JSON for programs, in the words of the view. */
export function apiPath({ language, program, release }: View, file: string): string {
  return addressFor(apiPlace(language, program.id, release?.release ?? '', file));
}

/** A chart alone, to stand in a frame of another site. */
export function embedPath(view: View, chart: string): string {
  return `${programPath(view)}embed/${chart}/`;
}
