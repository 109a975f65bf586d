/** A whole document: a page with everything that stands around it. The manifest walks it, the layout prints it. */
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import { sealLine } from '../formats/previous-file.ts';
import { type Link, type Sentence, sentenceText } from './figures/sentence.ts';
import { type ContentsEntry, contentsOf } from './frame/contents.ts';
import { crumbsOf, type Menu, menuOf } from './frame/menu.ts';
import type { Page } from './frame/page.ts';
import { descriptionOf, type Preview, previewOf } from './frame/preview.ts';
import { trustLine } from './frame/trust.ts';
import { languageOf } from './messages/messages.ts';
import { promiseLink, trackingLink } from './pages/made/promise.ts';
import {
  elsewherePath,
  feedPath,
  frontPath,
  latestPath,
  pagePath,
  programPath,
  translationPath,
} from './routes.ts';
import { contactOf, isReviewed, programName, type View } from './view.ts';

/** The same page, or the nearest to it, in a language of the program; named in itself. */
interface LanguageLink {
  readonly href: string;
  readonly lang: string;
  readonly label: string;
  readonly current: boolean;
}

/** What the layout prints around a page. */
export interface Surroundings {
  readonly path: string;
  /** Of the window; the site's name is added. */
  readonly title: string;
  readonly description: Sentence;
  /** How the page looks where its address is passed on. */
  readonly preview: Preview;
  /** The way to the page, itself the last; empty for the first page of a language. */
  readonly crumbs: readonly Link[];
  readonly menu: Menu;
  readonly languages: readonly LanguageLink[];
  readonly invented: string | null;
  readonly notices: readonly Sentence[];
  readonly footer: readonly Sentence[];
  /** Of the program, where it has releases. */
  readonly feed?: Pick<Link, 'href'> | undefined;
}

/** A document that prints a page. */
export interface PageDocument extends Surroundings {
  /** Its name stands around it: in the window and in the menu. */
  readonly page: Omit<Page, 'name' | 'under'>;
  /** The headings of a long page, each leading to its section. */
  readonly contents: readonly ContentsEntry[];
  /** Whose word it is; null where the whole page says that it is invented, and for a page of no program. */
  readonly standing: string | null;
  /** How current the figures are and how they were checked; empty for a page of no program. */
  readonly trust: readonly Sentence[];
}

/** `lang` and `dir` of every document in a language. */
export function languageAttributes(language: string): { language: string; dir: 'ltr' | 'rtl' } {
  return { language, dir: languageOf(language).direction };
}

/** A page in a language, `current` where it is that of the reader. */
export function languageLink(code: string, href: string, current: string): LanguageLink {
  return { href, lang: code, label: languageOf(code).name, current: code === current };
}

/** A translation that nobody has checked says so, and leads to what it was made from. */
export function draftNotice(language: string, sourcePath: string): Sentence[] {
  const { messages } = languageOf(language);
  const source = { href: sourcePath, label: messages.frame.english };
  return [
    messages.frame.draft({
      source,
      how: { href: translationPath(language), label: messages.frame.howToCorrect },
    }),
  ];
}

/** A view with its pages. */
export interface PagedView {
  readonly view: View;
  readonly pages: readonly Page[];
}

/** The documents of a view. `siblings` are all views of its program, this one among them. */
export function programDocuments(own: PagedView, siblings: readonly PagedView[]): PageDocument[] {
  return own.pages.map((page) => programDocument(own, page, siblings));
}

function programDocument(
  { view, pages }: PagedView,
  page: Page,
  siblings: readonly PagedView[],
): PageDocument {
  const { program, messages, language } = view;
  const elsewhere = { href: elsewherePath(language), label: messages.elsewhere.name };
  const beside = view.elsewhere.length === 0 ? [] : [elsewhere];
  const shelf = { pages, pathOf: (slug: string) => pagePath(view, slug), messages, beside };
  const name = programName(view);
  const languages = languageLinks(view, page.slug, siblings);
  const source = languages.find(({ lang }) => lang === SOURCE_LANGUAGE);
  const { name: own, under: _, ...body } = page;
  return {
    path: pagePath(view, page.slug),
    title: page.slug === '' ? name : own + messages.marks.comma + name,
    description: descriptionOf(view, page),
    preview: previewOf(view, page),
    crumbs: [...programCrumbs(view, name), ...crumbsOf(shelf, page)],
    menu: menuOf(shelf, page),
    languages,
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    notices: [
      ...(source === undefined || isReviewed(view) ? [] : draftNotice(language, source.href)),
      ...frozenNotice(view, page.slug, siblings),
    ],
    footer: [
      ...residentLink(view, siblings),
      [promiseLink(language)],
      [trackingLink(language)],
      ...sealOnPaper(view, page),
      ...footer(view),
    ],
    feed: view.release === null ? undefined : { href: feedPath(view) },
    page: body,
    contents: contentsOf(body),
    standing: program.nature === 'invented' ? null : program.standing,
    trust: trustLine(view),
  };
}

/** All programs, this one, and the release where it is read as it was published. */
function programCrumbs(view: View, name: string): Link[] {
  const { messages, language, frozen, release, isAlone } = view;
  const own =
    frozen && release !== null ? [sentenceText(messages.frame.released({ release: release.release }))] : [];
  return [
    ...(isAlone === true ? [] : [{ href: frontPath(language), label: messages.frame.programs }]),
    { href: latestPath(view, ''), label: name },
    ...own.map((label) => ({ href: programPath(view), label })),
  ];
}

/** Where a page is in a view, or the view's first where it has none like it. */
function nearestPath({ view, pages }: PagedView, slug: string): string {
  return pagePath(view, pages.some((page) => page.slug === slug) ? slug : '');
}

/** The same release, or the latest, in every language of the program. */
function languageLinks(view: View, slug: string, siblings: readonly PagedView[]): LanguageLink[] {
  return siblings
    .filter(
      (other) => other.view.frozen === view.frozen && other.view.release?.release === view.release?.release,
    )
    .map((other) => languageLink(other.view.language, nearestPath(other, slug), view.language));
}

/** A frozen release says so, and leads to the same page of the latest, or to its first. */
function frozenNotice(view: View, slug: string, siblings: readonly PagedView[]): Sentence[] {
  if (!view.frozen || view.release === null) return [];
  const latest = siblings.find((other) => !other.view.frozen && other.view.language === view.language);
  const href = latest === undefined ? latestPath(view, '') : nearestPath(latest, slug);
  return [
    view.messages.frame.frozenNotice({
      release: view.release.release,
      latest: { href, label: view.messages.frame.latestRelease },
    }),
  ];
}

/** Every page leads to what residents ask first: in their language, or in English where nobody has checked it. */
function residentLink(view: View, siblings: readonly PagedView[]): Sentence[] {
  const sameRelease = siblings.filter(
    (other) => other.view.frozen === view.frozen && other.view.release?.release === view.release?.release,
  );
  const found = [view.language, SOURCE_LANGUAGE]
    .map((language) => sameRelease.find((other) => other.view.language === language))
    .find((other) => other?.pages.some(({ slug }) => slug === 'records'));
  if (found === undefined) return [];
  const { language, messages } = found.view;
  const link: Link = { href: pagePath(found.view, 'records'), label: messages.names.records };
  return [
    view.messages.resident.everyPage({
      link: language === view.language ? link : { ...link, lang: language },
    }),
  ];
}

/**
 * A briefing travels: it has the line by which anybody finds out that its release was changed. That of an area names no release,
 * so that its paper stays as it is until one of its figures changes.
 */
function sealOnPaper({ messages, release }: View, { slug }: Page): Sentence[] {
  return slug === 'briefing' && release !== null
    ? [messages.press.seal({ line: sealLine(release.seal) })]
    : [];
}

function footer(view: View): Sentence[] {
  const { program, messages } = view;
  const licence: Sentence = [
    messages.frame.licence,
    messages.marks.colon,
    { href: program.licence.url, label: program.licence.name },
  ];
  return [licence, ...contact(view)];
}

function contact(view: View): Sentence[] {
  const found = contactOf(view);
  return found === undefined ? [] : [[view.messages.frame.contact, view.messages.marks.colon, found]];
}
