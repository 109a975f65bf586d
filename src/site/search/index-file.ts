/**
 * What the search of a language reads: every page of the latest releases, section by section, with all that it says. The
 * browser makes its index of it; the gate accounts for every number in it, as in a page.
 */

import { type FoundPage, type SearchRank, searchIndexSchema } from '../../formats/site/search-index.ts';
import { formatJson } from '../../reading/json-file.ts';
import { type Sentence, sentenceText } from '../figures/sentence.ts';
import type { PrintedFile } from '../files/chart-files.ts';
import type { Page } from '../frame/page.ts';
import { searchIndexPath } from '../routes.ts';
import { textsIn } from './texts.ts';

/** A page with where it stands. */
export interface SearchedPage {
  readonly href: string;
  readonly page: string;
  readonly program: string;
  readonly isInvented: boolean;
  readonly rank: SearchRank;
  readonly sections: readonly SearchedSection[];
}

interface SearchedSection {
  readonly anchor: string;
  readonly heading: Sentence;
  readonly texts: readonly Sentence[];
}

/** The sections of a page, before them how it begins. */
export function searchedSections({
  headline,
  lead,
  sections,
}: Pick<Page, 'headline' | 'lead' | 'sections'>): SearchedSection[] {
  const first = { anchor: '', heading: headline?.title ?? [], texts: lead.length === 0 ? [] : [lead] };
  const others = sections.map(({ id, heading, blocks }) => ({
    anchor: `#${id}`,
    heading,
    texts: textsIn(blocks),
  }));
  return [first, ...others];
}

export function searchIndexFile(language: string, pages: readonly SearchedPage[]): PrintedFile {
  const found = pages.map(
    ({ sections, ...page }): FoundPage => ({
      ...page,
      sections: sections.map(({ anchor, heading, texts }) => ({
        anchor,
        heading: sentenceText(heading),
        texts: texts.map(sentenceText),
      })),
    }),
  );
  const text = formatJson(searchIndexSchema.parse(found));
  return { path: searchIndexPath(language), text, printed: pages };
}
