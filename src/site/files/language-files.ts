/** What is made of a language as a whole: the pictures of its pages, what its search reads, where their numbers come from. */
import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { Manifest } from '../../figures/manifest.ts';
import { oncePerKey } from '../../indexes/once-per-key.ts';
import { collectPage } from '../figures/collect.ts';
import { frontPreviewFile } from '../frame/preview.ts';
import { placeOf } from '../routes.ts';
import { searchedSections, searchIndexFile } from '../search/index-file.ts';
import { textsIn } from '../search/texts.ts';
import {
  designDocumentOfSite,
  frontDocumentIn,
  latestIn,
  lexiconIn,
  listLanguages,
  listViews,
  siteDocumentsIn,
  siteHomeIn,
} from '../static-paths.ts';
import { programName } from '../view.ts';
import type { PrintedFile } from './chart-files.ts';

/** What the search of a language reads: all its pages of the latest releases, but that of the search itself. */
export const searchIndexIn = oncePerKey(async (language): Promise<PrintedFile> => {
  const front = await frontDocumentIn(language);
  const own = { program: '', isInvented: false };
  const first = front && {
    ...own,
    rank: 'last' as const,
    href: front.path,
    page: front.front.heading,
    sections: [{ anchor: '', heading: [], texts: textsIn(front.front) }],
  };
  const others = (await siteDocumentsIn(language)).filter(({ page }) => page.island !== 'search');
  const latest = await latestIn(language);
  const pages = [
    ...others.map((document) => ({ ...own, document })),
    ...latest.flatMap(({ view, documents }) =>
      documents.map((document) => ({
        program: programName(view),
        isInvented: view.program.nature === 'invented',
        document,
      })),
    ),
  ].map(({ document: { path: href, page }, ...of }) => ({
    ...of,
    href,
    page: page.heading,
    rank: page.rank ?? 'other',
    sections: searchedSections(page),
  }));
  return searchIndexFile(language, first === undefined ? pages : [first, ...pages]);
});

/** Of the pages that speak of no program alone. */
export async function frontManifest(language: string): Promise<Manifest> {
  const lexicon = await lexiconIn(language);
  const design = language === SOURCE_LANGUAGE ? await designDocumentOfSite() : undefined;
  const documents = [await frontDocumentIn(language), ...(await siteDocumentsIn(language)), design].filter(
    (document) => document !== undefined,
  );
  const files = [await frontPreview(language), await searchIndexIn(language)];
  return {
    pages: [
      ...documents.map((document) => collectPage(placeOf(document.path), document, lexicon)),
      ...files.map(({ path, printed }) => collectPage(placeOf(path), printed, lexicon)),
    ],
  };
}

interface PreviewPath {
  readonly params: { readonly language: string; readonly where: string | undefined };
  readonly props: { readonly text: string };
}

/** The picture of every page that has one of its own, by the folder of the page. */
export async function listPreviews(): Promise<PreviewPath[]> {
  const views = await listViews();
  const fronts = await Promise.all((await listLanguages()).map(frontPreview));
  const files = [...fronts, ...views.flatMap((view) => view.files)];
  return files.flatMap(({ path, text }) => {
    const [, language = '', ...folders] = placeOf(path).split('/');
    if (folders.pop() !== 'preview.svg') return [];
    return [{ params: { language, where: folders.join('/') || undefined }, props: { text } }];
  });
}

const frontPreview = oncePerKey(async (language) => {
  const front = await frontDocumentIn(language);
  const { siteName, label } = await siteHomeIn(language);
  return frontPreviewFile(language, front?.preview.title ?? [label], siteName);
});
