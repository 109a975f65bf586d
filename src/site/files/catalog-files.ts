/** What is made for catalogs and programs: of the whole site, of each release, of a page on data, of each frame. */
import { type Catalog, siteNameOf } from '../../catalogs/catalog.ts';
import { cellsFiles, citationFiles, siteFiles } from '../../catalogs/catalog-files.ts';
import { datasetText } from '../../catalogs/dataset.ts';
import { OEMBED, oembedFile } from '../../catalogs/embed-code.ts';
import { robotsFile } from '../../catalogs/robots.ts';
import { SITEMAP, sitemapFile } from '../../catalogs/sitemap.ts';
import type { Surroundings } from '../document.ts';
import type { EmbedDocument } from '../frame/embed.ts';
import { loadPrograms } from '../load/load.ts';
import { absoluteAddress, siteAddress, siteRoot } from '../routes.ts';
import {
  frontDocumentIn,
  latestIn,
  listEmbedPaths,
  listLanguages,
  listRecordFiles,
  siteDocumentsIn,
} from '../static-paths.ts';

let made: Promise<Catalog> | undefined;

/** Made once per build. */
function catalogOfSite(): Promise<Catalog> {
  made ??= makeCatalog();
  return made;
}

async function makeCatalog(): Promise<Catalog> {
  const recorded = await listRecordFiles();
  const recordOf = (id: string) =>
    recorded.flatMap(({ params: { program, file } }) => (program === id ? [file] : []));
  const programs = (await loadPrograms()).map(({ program, releases, days }) => ({
    program,
    releases,
    days,
    record: recordOf(program.id),
  }));
  return { site: siteRoot(), programs };
}

interface SiteFilePath {
  readonly params: { readonly file: string };
  readonly props: { readonly text: string };
}

/** Files at the root, as far as the build can make them: without the address of the site neither `data.json` nor the sitemap. */
export async function listSiteFiles(ending: '.json' | '.xml'): Promise<SiteFilePath[]> {
  const files = siteFiles(await catalogOfSite());
  if (siteAddress() !== undefined) files.set(SITEMAP, await sitemapOfSite());
  return [...files]
    .filter(([path]) => path.endsWith(ending))
    .map(([path, text]) => ({ params: { file: path.slice(0, -ending.length) }, props: { text } }));
}

export async function robotsOfSite(): Promise<string> {
  return robotsFile(await catalogOfSite());
}

async function sitemapOfSite(): Promise<string> {
  const found = (await listLanguages()).map(async (language) => [
    await frontDocumentIn(language),
    ...(await siteDocumentsIn(language)),
    ...(await latestIn(language)).flatMap(({ documents }) => documents),
  ]);
  const documents: readonly (Surroundings | undefined)[] = (await Promise.all(found)).flat();
  return sitemapFile(
    documents
      .filter((document) => document !== undefined)
      .filter(({ invented }) => invented === null)
      .map(({ path, languages }) => ({
        address: absoluteAddress(path),
        versions: languages.map(({ lang, href }) => ({ language: lang, address: absoluteAddress(href) })),
      })),
  );
}

interface CitationPath {
  readonly params: { readonly program: string; readonly release: string; readonly citation: string };
  readonly props: { readonly text: string };
}

export async function listCitations(): Promise<CitationPath[]> {
  return [...citationFiles(await catalogOfSite())].map(([path, text]) => {
    const [program = '', , release = '', file = ''] = path.split('/');
    return { params: { program, release, citation: file.replace(/\.cff$/, '') }, props: { text } };
  });
}

interface CellsPath {
  readonly params: { readonly program: string; readonly release: string; readonly measure: string };
  readonly props: { readonly text: string };
}

/** The cells of every release, once for all languages. */
export async function listCellsFiles(): Promise<CellsPath[]> {
  return [...cellsFiles(await catalogOfSite())].map(([path, text]) => {
    const [program = '', , release = '', , file = ''] = path.split('/');
    return { params: { program, release, measure: file.replace(/\.json$/, '') }, props: { text } };
  });
}

/** What a page says to search engines: only a page on data, by what follows the program in its address, says something. */
export async function datasetOn(
  language: string,
  program: string,
  page: string | undefined,
): Promise<string | undefined> {
  const [, frozen] = /^(?:releases\/([^/]+)\/)?data$/.exec(page ?? '') ?? [];
  if (page === undefined || !/(?:^|\/)data$/.test(page)) return undefined;
  const catalog = await catalogOfSite();
  const own = catalog.programs.find((one) => one.program.id === program);
  if (own === undefined) throw new Error(`internal error: the site has no program "${program}"`);
  return datasetText(catalog, own, { language, frozen });
}

/** Address of what describes a frame; undefined where the build does not know the address of the site. */
export function oembedAddress({ path }: EmbedDocument): string | undefined {
  return siteAddress() === undefined ? undefined : absoluteAddress(path + OEMBED);
}

type EmbedParams = Awaited<ReturnType<typeof listEmbedPaths>>[number]['params'];

interface OembedPath {
  readonly params: EmbedParams;
  readonly props: { readonly text: string };
}

export async function listOembeds(): Promise<OembedPath[]> {
  const address = siteAddress();
  if (address === undefined) return [];
  const provider = { name: siteNameOf(await catalogOfSite()), address };
  return (await listEmbedPaths()).map(({ params, props: { document } }) => ({
    params,
    props: { text: oembedFile(frameOf(document), provider) },
  }));
}

/** The title says of invented figures that they are. */
function frameOf({ path, title, invented, heightPx }: EmbedDocument) {
  return {
    address: absoluteAddress(path),
    title: invented === null ? title : `${title}. ${invented}`,
    heightPx,
  };
}
