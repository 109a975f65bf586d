/** All documents of a program: in each of its languages the latest release, then every release as it was published. */
import { type PagedView, type ProgramDocument, programDocuments } from './document.ts';
import { programPages } from './pages/program-pages.ts';
import { type SiteProgram, type View, viewOf } from './view.ts';

/** A view with its documents. */
export interface BuiltView {
  readonly view: View;
  readonly documents: readonly ProgramDocument[];
}

export function buildViews(site: SiteProgram): BuiltView[] {
  const views = site.program.languages.flatMap((language) => pagedViews(site, language));
  return views.map((own) => ({ view: own.view, documents: programDocuments(own, views) }));
}

function pagedViews(site: SiteProgram, language: string): PagedView[] {
  const frozen = site.releases.map(({ release }) => viewOf(site, language, release));
  return [viewOf(site, language), ...frozen].map((view) => ({ view, pages: programPages(view) }));
}
