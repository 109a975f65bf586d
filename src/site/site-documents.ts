/** The documents that speak of no program alone: the first page of a language, its other pages, the page on the design. */
import { SOURCE_LANGUAGE } from '../model/locale.ts';
import { draftNotice, languageLink, type PageDocument, type Surroundings } from './document.ts';
import { languageOf } from './messages/messages.ts';
import type { Page } from './page.ts';
import { designPage } from './pages/design.ts';
import { type FrontPage, frontPage } from './pages/front.ts';
import { type ListedProgram, searchPage } from './pages/search.ts';
import { translationPage } from './pages/translation.ts';
import { designPath, frontPath, searchPath, translationPath } from './routes.ts';
import type { SiteProgram } from './site-program.ts';
import type { View } from './view.ts';

export interface FrontDocument extends Surroundings {
  readonly front: FrontPage;
}

/** `languages` are those of the site. */
export function frontDocument(
  programs: readonly SiteProgram[],
  language: string,
  languages: readonly string[],
): FrontDocument {
  const front = frontPage(programs, language);
  const links = languages.map((code) => languageLink(code, frontPath(code), language));
  return {
    ...surroundings(language, frontPath(language), front.heading, front.lead.join('')),
    languages: links,
    notices: isChecked(language) ? [] : draftNotice(language, frontPath(SOURCE_LANGUAGE)),
    footer: [[{ href: designPath(SOURCE_LANGUAGE), label: languageOf(language).messages.design }]],
    front,
  };
}

/** The pages of a language beside the first. `programs` are those of the language, in their latest releases. */
export function siteDocuments(
  language: string,
  languages: readonly string[],
  programs: readonly ListedProgram[],
): PageDocument[] {
  const pages: readonly (readonly [page: Page, path: (language: string) => string])[] = [
    [translationPage(language, languages), translationPath],
    [searchPage(language, programs), searchPath],
  ];
  return pages.map(([{ name, ...page }, path]) => ({
    ...surroundings(language, path(language), name, page.lead.join('')),
    languages: languages.map((code) => languageLink(code, path(code), language)),
    page,
  }));
}

/** A document in a language of its own. */
export interface DesignDocument extends PageDocument {
  readonly language: string;
}

/** The page on the design itself, in the language of its makers; `pages` are those of a program that shows what there is. */
export function designDocument(
  { language, messages, program }: View,
  pages: readonly Pick<Page, 'sections'>[],
): DesignDocument {
  const { name, ...page } = designPage(pages);
  return {
    ...surroundings(language, designPath(language), name, page.lead.join('')),
    language,
    invented: program.nature === 'invented' ? messages.inventedNotice : null,
    page,
  };
}

/** Of a page that has no menu and no other language. */
function surroundings(language: string, path: string, title: string, description: string): Surroundings {
  return {
    path,
    title,
    description,
    home: frontPath(language),
    program: undefined,
    menu: [],
    languages: [],
    invented: null,
    notices: [],
    footer: [],
  };
}

/** Whether the texts of the site in a language have been checked, or are the source. */
function isChecked(language: string): boolean {
  return language === SOURCE_LANGUAGE || languageOf(language).reviewedBy !== null;
}
