/** Everything that Astro is to build, from what stands in the data folder: documents, manifests, files of releases. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import type { Manifest } from '../figures/manifest.ts';
import { oncePerKey } from '../indexes/once-per-key.ts';
import type { Contact } from '../program/contact.ts';
import { ELSEWHERE, ELSEWHERE_FILES } from '../record/read-elsewhere.ts';
import { RECORD_FILES } from '../record/read-record.ts';
import { type BuiltView, buildViews, viewManifest } from './built-view.ts';
import type { PageDocument } from './document.ts';
import { buildLexicon } from './figures/lexicon.ts';
import type { EmbedDocument } from './frame/embed.ts';
import { LOGO, lookSheet, siteHome } from './frame/site-home.ts';
import { loadPrograms, programFolder } from './load/load.ts';
import { type Elsewhere, elsewhereFolder, loadElsewhere } from './load/load-elsewhere.ts';
import { loadPublisher } from './load/load-publisher.ts';
import { feedPath, placeOf, siteAddress } from './routes.ts';
import { type DesignDocument, designDocument, frontDocument, siteDocuments } from './site-documents.ts';

/** The languages in which some program is shown. */
export async function listLanguages(): Promise<string[]> {
  const programs = await loadPrograms();
  return [...new Set(programs.flatMap(({ program }) => program.languages))];
}

let built: Promise<readonly BuiltView[]> | undefined;

/** Each program in each of its languages: its latest release, then every release as it was published. Made once per build. */
export function listViews(): Promise<readonly BuiltView[]> {
  built ??= buildAll();
  return built;
}

/** A site of one program is its city's own: it begins with that program, and speaks of no other. */
async function isOwnSite(): Promise<boolean> {
  return (await loadPrograms()).some(({ isAlone }) => isAlone === true);
}

async function elsewhereOfSite(): Promise<Elsewhere> {
  return (await isOwnSite()) ? new Map() : loadElsewhere();
}

/** Whoever `data/site.json` names; a city's own site is its office's. */
async function publisherOfSite(): Promise<Contact | undefined> {
  const own = (await loadPrograms()).find(({ isAlone }) => isAlone === true);
  return (await loadPublisher()) ?? own?.program.contact;
}

export const siteHomeIn = oncePerKey(async (language) => siteHome(await loadPrograms(), language));

async function buildAll(): Promise<readonly BuiltView[]> {
  const elsewhere = await elsewhereOfSite();
  return (await loadPrograms()).flatMap((program) => buildViews(program, elsewhere));
}

export interface ProgramPath {
  readonly params: { readonly language: string; readonly program: string; readonly page: string | undefined };
  readonly props: { readonly document: PageDocument };
}

/** `page` is what follows the program in the address: nothing, `cards`, `releases/2025-Q2/cards`. */
export async function listProgramPaths(): Promise<ProgramPath[]> {
  const views = await listViews();
  return views.flatMap(({ view, documents }) =>
    documents.map((document) => {
      const page = placeOf(document.path).split('/').slice(3, -1).join('/');
      return {
        params: { language: view.language, program: view.program.id, page: page === '' ? undefined : page },
        props: { document },
      };
    }),
  );
}

/** All programs' words. */
export const lexiconIn = oncePerKey(async (language) => {
  const besides = { elsewhere: await elsewhereOfSite(), address: siteAddress() };
  return buildLexicon(await loadPrograms(), language, besides);
});

/** The page that compares the programs; undefined where there is one alone. */
export const frontDocumentIn = oncePerKey(async (language) =>
  (await isOwnSite())
    ? undefined
    : frontDocument(await loadPrograms(), language, await listLanguages(), {
        elsewhere: await elsewhereOfSite(),
        publisher: await publisherOfSite(),
      }),
);

interface SitePath {
  readonly params: { readonly language: string; readonly page: string };
  readonly props: { readonly document: PageDocument };
}

/** In every language the pages that speak of no program alone, but the first. */
export async function listSitePages(): Promise<SitePath[]> {
  const languages = await listLanguages();
  const found = languages.map(async (language) =>
    (await siteDocumentsIn(language)).map((document) => ({
      params: { language, page: document.page.slug },
      props: { document },
    })),
  );
  return (await Promise.all(found)).flat();
}

/** The views of a language that show the latest releases. */
export async function latestIn(language: string): Promise<BuiltView[]> {
  return (await listViews()).filter(({ view }) => view.language === language && !view.frozen);
}

export const siteDocumentsIn = oncePerKey(async (language) => {
  const programs = (await latestIn(language)).map(({ view, documents }) => ({ view, pages: documents }));
  const home = await siteHomeIn(language);
  return siteDocuments(language, await listLanguages(), programs, {
    home,
    elsewhere: await elsewhereOfSite(),
    publisher: await publisherOfSite(),
  });
});

/** Shown by the program that has most to show; `undefined` where no program is in the language of the site's makers, and on a city's own site. */
export async function designDocumentOfSite(): Promise<DesignDocument | undefined> {
  if (await isOwnSite()) return undefined;
  const latest = await latestIn(SOURCE_LANGUAGE);
  const [first] = latest.toSorted((one, other) => other.documents.length - one.documents.length);
  if (first === undefined) return undefined;
  const pages = first.documents.map(({ page }) => page);
  return designDocument(first.view, pages);
}

export async function programManifest(built: BuiltView): Promise<Manifest> {
  return viewManifest(built, await lexiconIn(built.view.language));
}

export interface FilePath {
  readonly params: { readonly program: string; readonly release: string; readonly path: string };
  readonly props: { readonly file: string };
}

/** Every file of every release, with where it lies on disk. */
export async function listReleaseFiles(): Promise<FilePath[]> {
  const programs = await loadPrograms();
  const found = programs.flatMap(({ program, releases }) =>
    releases.map(async ({ release }) => {
      const folder = join(programFolder(program.id), 'releases', release);
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      return files.sort().map((file) => ({
        params: { program: program.id, release, path: file.slice(folder.length + 1) },
        props: { file },
      }));
    }),
  );
  return (await Promise.all(found)).flat();
}

interface RecordPath {
  readonly params: { readonly program: string; readonly file: string };
  readonly props: { readonly file: string };
}

/** Every file of every record, with where it lies on disk; nothing that lies beside them. */
export async function listRecordFiles(): Promise<RecordPath[]> {
  const programs = await loadPrograms();
  const records = programs.map(
    ({ program: { id } }) => [id, join(programFolder(id), 'record'), RECORD_FILES] as const,
  );
  const elsewhere = [ELSEWHERE, elsewhereFolder(), ELSEWHERE_FILES] as const;
  const all = (await isOwnSite()) ? records : [...records, elsewhere];
  const found = all.map(async ([program, folder, known]) => {
    const names = await readdir(folder).catch((): string[] => []);
    return known
      .filter((file) => names.includes(file))
      .map((file) => ({ params: { program, file }, props: { file: join(folder, file) } }));
  });
  return (await Promise.all(found)).flat();
}

interface LookPath {
  readonly params: { readonly program: string };
  readonly props: { readonly text: string };
}

/** What a city's own site has of the city: `logo.svg` or `look.css`, as far as it gave them. */
export async function listLook(file: 'logo.svg' | 'look.css'): Promise<LookPath[]> {
  const own = (await loadPrograms()).find(({ isAlone }) => isAlone === true);
  if (own === undefined) return [];
  const { id, look } = own.program;
  const drawing = look?.logo === true ? await readFile(join(programFolder(id), LOGO), 'utf8') : undefined;
  const sheet = look?.colour && lookSheet(look.colour);
  const text = file === LOGO ? drawing : sheet;
  return text === undefined ? [] : [{ params: { program: id }, props: { text } }];
}

interface EmbedPath {
  readonly params: {
    readonly language: string;
    readonly program: string;
    readonly view: string | undefined;
    readonly chart: string;
  };
  readonly props: { readonly document: EmbedDocument };
}

/** `view` is what stands between the program and `embed/`: nothing, or `releases/2025-Q2`. */
export async function listEmbedPaths(): Promise<EmbedPath[]> {
  const views = await listViews();
  return views.flatMap(({ view, embeds }) =>
    embeds.map((document) => ({
      params: {
        language: view.language,
        program: view.program.id,
        view: view.frozen ? `releases/${view.release?.release}` : undefined,
        chart: document.path.split('/').at(-2) ?? '',
      },
      props: { document },
    })),
  );
}

interface PrintedPath {
  readonly params: {
    readonly language: string;
    readonly program: string;
    readonly release: string;
    readonly file: string;
  };
  readonly props: { readonly text: string };
}

interface ChartPath {
  readonly params: Omit<PrintedPath['params'], 'release'>;
  readonly props: { readonly text: string };
}

/** Files of the charts of the latest releases; a picture is served as it is drawn (SVG) and as a PNG that is made of it. */
export async function listChartFiles(): Promise<ChartPath[]> {
  const views = await listViews();
  return views.flatMap(({ files }) =>
    files.flatMap(({ path, text }) => {
      const [, language = '', program = '', folder, file = ''] = placeOf(path).split('/');
      if (folder !== 'charts') return [];
      const names = file.endsWith('.svg') ? [file, file.replace(/svg$/, 'png')] : [file];
      return names.map((name) => ({ params: { language, program, file: name }, props: { text } }));
    }),
  );
}

interface FeedPath {
  readonly params: { readonly language: string; readonly program: string };
  readonly props: { readonly text: string };
}

/** The feed of every program that has releases, in each of its languages. */
export async function listFeeds(): Promise<FeedPath[]> {
  const views = await listViews();
  return views.flatMap(({ view, files }) =>
    files
      .filter(({ path }) => path === feedPath(view))
      .map(({ text }) => ({
        params: { language: view.language, program: view.program.id },
        props: { text },
      })),
  );
}

/** What every release holds, in each language. */
export async function listApiFiles(): Promise<PrintedPath[]> {
  const views = await listViews();
  return views.flatMap(({ files }) =>
    files.flatMap(({ path, text }) => {
      const [, language = '', program = '', , release = '', folder, file = ''] = placeOf(path).split('/');
      return folder === 'api' ? [{ params: { language, program, release, file }, props: { text } }] : [];
    }),
  );
}
