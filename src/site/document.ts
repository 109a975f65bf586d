/** A whole document: a page with everything that stands around it. The manifest walks it, the layout prints it. */
import { textDirection } from './messages/messages.ts';
import type { Page } from './page.ts';
import { type FrontPage, frontPage } from './pages/front.ts';
import { programPages } from './pages/program-pages.ts';
import { frontPath, pagePath, programPath } from './routes.ts';
import type { Sentence } from './sentence.ts';
import { type SiteProgram, type View, viewOf } from './view.ts';

interface MenuEntry {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** What the layout prints around a page. */
interface Surroundings {
  readonly path: string;
  /** Of the window; the site's name is added. */
  readonly title: string;
  readonly description: string;
  readonly home: string;
  readonly program: { readonly name: string; readonly href: string } | undefined;
  readonly menu: readonly MenuEntry[];
  readonly invented: string | null;
  readonly notices: readonly Sentence[];
  readonly footer: readonly Sentence[];
}

export interface ProgramDocument extends Surroundings {
  /** Its name stands around it: in the window and in the menu. */
  readonly page: Omit<Page, 'name'>;
}

export interface FrontDocument extends Surroundings {
  readonly front: FrontPage;
}

/** `lang` and `dir` of every document in a language. */
export function languageAttributes(language: string): { language: string; dir: 'ltr' | 'rtl' } {
  return { language, dir: textDirection(language) };
}

export function frontDocument(programs: readonly SiteProgram[], language: string): FrontDocument {
  const front = frontPage(programs, language);
  const href = frontPath(language);
  return {
    path: href,
    title: front.heading,
    description: front.lead.join(''),
    home: href,
    program: undefined,
    menu: [],
    invented: null,
    notices: [],
    footer: [],
    front,
  };
}

/** The documents of a view. `latestSlugs` are the pages that the program's latest release has. */
export function programDocuments(view: View, latestSlugs: readonly string[]): ProgramDocument[] {
  const pages = programPages(view);
  return pages.map((page) => programDocument(view, page, pages, latestSlugs));
}

function programDocument(
  view: View,
  page: Page,
  pages: readonly Page[],
  latestSlugs: readonly string[],
): ProgramDocument {
  const { program, messages, language } = view;
  const menu = pages
    .filter(({ parent }) => parent === undefined)
    .map(({ slug, name }) => ({ href: pagePath(view, slug), label: name, current: slug === page.slug }));
  const name = `${program.city}, ${program.name}`;
  const { name: own, ...body } = page;
  return {
    path: pagePath(view, page.slug),
    title: page.slug === '' ? name : `${own}, ${name}`,
    description: program.summary,
    home: frontPath(language),
    program: { name, href: programPath(view) },
    menu: menu.length > 1 ? menu : [],
    invented: program.nature === 'invented' ? messages.inventedNotice : null,
    notices: [[program.standing], ...frozenNotice(view, page.slug, latestSlugs)],
    footer: [...residentLink(view, pages), ...footer(view)],
    page: body,
  };
}

/** A frozen release says so, and leads to the same page of the latest, or to its first. */
function frozenNotice(view: View, slug: string, latestSlugs: readonly string[]): Sentence[] {
  if (!view.frozen || view.release === null) return [];
  const href = pagePath(viewOf(view, view.language), latestSlugs.includes(slug) ? slug : '');
  return [view.messages.frozenNotice(view.release.release, { href, label: view.messages.latestRelease })];
}

/** Every page leads to what residents ask first. */
function residentLink(view: View, pages: readonly Page[]): Sentence[] {
  const records = pages.find(({ slug }) => slug === 'records');
  if (records === undefined) return [];
  return [view.messages.resident.everyPage({ href: pagePath(view, records.slug), label: records.name })];
}

function footer(view: View): Sentence[] {
  const { program, messages } = view;
  const licence: Sentence = [
    messages.licence,
    ': ',
    { href: program.licence.url, label: program.licence.name },
  ];
  const manifest: Sentence = [{ href: `${programPath(view)}figures.json`, label: messages.figuresOfPage }];
  return [licence, ...contact(view), manifest];
}

function contact({ program, messages }: View): Sentence[] {
  if (program.contact === undefined) return [];
  const { name, url, email } = program.contact;
  const address = url ?? (email === undefined ? undefined : `mailto:${email}`);
  return [[messages.contact, ': ', address === undefined ? name : { href: address, label: name }]];
}
