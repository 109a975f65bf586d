/** All that is made of a program: in each of its languages the latest release, then every release as it was published. */

import type { Manifest } from '../figures/manifest.ts';
import { type PageDocument, type PagedView, programDocuments } from './document.ts';
import { feedFile } from './feed.ts';
import { collectPage } from './figures/collect.ts';
import type { Lexicon } from './figures/lexicon.ts';
import { apiFiles } from './files/api-files.ts';
import { chartFiles, type PrintedFile } from './files/chart-files.ts';
import { type EmbedDocument, embedDocument } from './frame/embed.ts';
import { previewFiles } from './frame/preview.ts';
import { chartsOn, withTravel } from './frame/travel.ts';
import type { Elsewhere } from './load/load-elsewhere.ts';
import type { SiteProgram } from './load/site-program.ts';
import { programPages } from './pages/program-pages.ts';
import { placeOf } from './routes.ts';
import { type View, viewOf, withCells } from './view.ts';

/** A view with its documents, and what its charts become on their own: frames, and files of the latest. */
export interface BuiltView {
  readonly view: View;
  readonly documents: readonly PageDocument[];
  readonly embeds: readonly EmbedDocument[];
  readonly files: readonly PrintedFile[];
}

export function buildViews(site: SiteProgram, elsewhere: Elsewhere = new Map()): BuiltView[] {
  const views = site.program.languages.flatMap((language) => pagedViews(site, language, elsewhere));
  return views.filter(({ view }) => isBuilt(view)).map((own) => buildView(own, views));
}

/** Set where a release is tried: of the others no page is built, and what leads to them is as it will be. */
const ONLY_RELEASE = process.env.DAYLIGHT_RELEASE || undefined;

/** `example-city/2025-Q1 ...`: releases whose pages an earlier build left, and which are put into the site when it is built. */
const KEPT: ReadonlySet<string> = new Set((process.env.DAYLIGHT_KEPT ?? '').split(' '));

function isBuilt({ frozen, release }: View): boolean {
  return !frozen || ONLY_RELEASE === undefined || release?.release === ONLY_RELEASE;
}

function pagedViews(site: SiteProgram, language: string, elsewhere: Elsewhere): PagedView[] {
  const requests = elsewhere.get(language)?.requests;
  const released = site.releases.map(({ release }) => release);
  const shown = [undefined, ...released.filter((release) => !KEPT.has(`${site.program.id}/${release}`))];
  return shown
    .map((release) => viewOf(site, language, release, requests))
    .map((view) => ({
      view,
      pages: withTravel(view, programPages(view)),
    }));
}

function buildView(own: PagedView, views: readonly PagedView[]): BuiltView {
  const { view, pages } = own;
  const documents = programDocuments(own, views);
  const release = withCells(view);
  const charts = chartsOn(pages);
  return {
    view,
    documents,
    embeds: charts.map((placed) => embedDocument(view, placed)),
    files:
      view.frozen && release !== undefined
        ? apiFiles(release)
        : [
            ...(release === undefined ? [] : [feedFile(release)]),
            ...previewFiles(view, pages),
            ...charts.flatMap((placed) => chartFiles(view, placed)),
          ],
  };
}

/** What all documents and files of a view print. Throws where one prints a number of unknown origin. */
export function viewManifest({ documents, embeds, files }: BuiltView, lexicon: Lexicon): Manifest {
  return {
    pages: [
      ...[...documents, ...embeds].map((document) => collectPage(placeOf(document.path), document, lexicon)),
      ...files.map(({ path, printed }) => collectPage(placeOf(path), printed, lexicon)),
    ],
  };
}
