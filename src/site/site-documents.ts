/** The documents that speak of no program alone: the first page of a language, its other pages, the page on the design. */
import { SOURCE_LANGUAGE } from '../figures/locale.ts';
import type { Contact } from '../program/contact.ts';
import { ELSEWHERE } from '../record/read-elsewhere.ts';
import { draftNotice, languageLink, type PageDocument, type Surroundings } from './document.ts';
import type { Link } from './figures/sentence.ts';
import { contentsOf } from './frame/contents.ts';
import { siteMenuOf } from './frame/menu.ts';
import type { Page } from './frame/page.ts';
import type { SiteHome } from './frame/site-home.ts';
import type { Elsewhere } from './load/load-elsewhere.ts';
import type { SiteProgram } from './load/site-program.ts';
import { languageOf } from './messages/messages.ts';
import { type FrontPage, frontPage } from './pages/front.ts';
import { designPage } from './pages/made/design.ts';
import { PROMISE, promiseLink, promisePage, trackingLink } from './pages/made/promise.ts';
import { elsewherePage } from './pages/record/elsewhere.ts';
import { type ListedProgram, searchPage } from './pages/search.ts';
import { translationPage } from './pages/translation.ts';
import { designPath, frontPath, sitePath } from './routes.ts';
import type { View } from './view.ts';

export interface FrontDocument extends Surroundings {
  readonly front: FrontPage;
}

/** `languages` are those of the site. */
export function frontDocument(
  programs: readonly SiteProgram[],
  language: string,
  languages: readonly string[],
  {
    elsewhere = new Map(),
    publisher,
  }: { readonly elsewhere?: Elsewhere; readonly publisher?: Contact | undefined } = {},
): FrontDocument {
  const front = frontPage(programs, language, { elsewhere: elsewhere.get(language), publisher });
  return {
    ...surroundings(
      language,
      languages,
      { slug: '', name: front.heading, lead: front.lead },
      siteList(language, languages, elsewhere),
    ),
    notices: isChecked(language) ? [] : draftNotice(language, frontPath(SOURCE_LANGUAGE)),
    footer: [
      [promiseLink(language)],
      [trackingLink(language)],
      [{ href: designPath(SOURCE_LANGUAGE), label: languageOf(language).messages.about.design }],
    ],
    front,
  };
}

/** The pages of a language beside the first. `programs` are those of the language, in their latest releases. */
export function siteDocuments(
  language: string,
  languages: readonly string[],
  programs: readonly ListedProgram[],
  {
    home,
    elsewhere,
    publisher,
  }: {
    readonly home: SiteHome;
    readonly elsewhere: Elsewhere;
    readonly publisher: Contact | undefined;
  },
): PageDocument[] {
  const listed = siteList(language, languages, elsewhere);
  const counted = programs.some(({ view }) => isCounted(view));
  const pageOf: Readonly<Record<SiteSlug, () => Page | undefined>> = {
    [PROMISE]: () => promisePage(language, home, { isCounted: counted, publisher }),
    [ELSEWHERE]: () => elsewherePage(language, elsewhere.get(language)),
    translation: () => translationPage(language, languages),
    search: () => searchPage(language, programs),
  };
  return listed.map(({ slug }) => {
    const page = pageOf[slug]();
    if (page === undefined) throw new Error(`internal error: the menu names "${slug}", which has no page`);
    const { name: _, under: __, ...body } = page;
    return {
      ...surroundings(
        language,
        page.slug === ELSEWHERE ? languages.filter((code) => elsewhere.has(code)) : languages,
        page,
        listed,
        home,
      ),
      ...(TRANSLATED.includes(page.slug) && !isChecked(language)
        ? { notices: draftNotice(language, sitePath(SOURCE_LANGUAGE, page.slug)) }
        : {}),
      page: body,
      contents: [],
      standing: null,
      trust: [],
    };
  });
}

/** Whether a city has released counts that are otherwise its secret. */
function isCounted({ program, release }: View): boolean {
  return program.nature === 'real' && program.tallies === 'confidential' && release !== null;
}

/** Whose texts readers may act on. */
const TRANSLATED: readonly string[] = [ELSEWHERE, PROMISE];

/** A document in a language of its own. */
export interface DesignDocument extends PageDocument {
  readonly language: string;
}

/** The page on the design itself, in the language of its makers; `pages` are those of a program that shows what there is. */
export function designDocument(
  { language, messages, program }: View,
  pages: readonly Pick<Page, 'sections'>[],
): DesignDocument {
  const own = designPage(pages);
  const { name: _, under: __, ...page } = own;
  return {
    ...surroundings(language, [], own, []),
    language,
    invented: program.nature === 'invented' ? messages.frame.inventedNotice : null,
    page,
    contents: contentsOf(page),
    standing: null,
    trust: [],
  };
}

/** A site in the language of its makers alone has nothing to say of translations. */
function isTranslated(languages: readonly string[]): boolean {
  return languages.some((code) => code !== SOURCE_LANGUAGE);
}

type SiteSlug = typeof PROMISE | typeof ELSEWHERE | 'translation' | 'search';

interface Listed {
  readonly slug: SiteSlug;
  readonly name: string;
}

/** Which pages there are beside the first, as the menu names them. */
function siteList(language: string, languages: readonly string[], elsewhere: Elsewhere): Listed[] {
  const { promise, elsewhere: others, about, search } = languageOf(language).messages;
  const listed: readonly (readonly [isThere: boolean, Listed])[] = [
    [true, { slug: PROMISE, name: promise.name }],
    [elsewhere.has(language), { slug: ELSEWHERE, name: others.name }],
    [isTranslated(languages), { slug: 'translation', name: about.translationHeading }],
    [true, { slug: 'search', name: search.name }],
  ];
  return listed.flatMap(([isThere, page]) => (isThere ? [page] : []));
}

/** Where a site of several programs begins. */
function firstPage(language: string): Link {
  return { href: frontPath(language), label: languageOf(language).messages.frame.programs };
}

/** Of a page that speaks of no program alone; `pages` are what the menu names beside the first. */
function surroundings(
  language: string,
  languages: readonly string[],
  { slug, name, lead }: Pick<Page, 'slug' | 'name' | 'lead'>,
  pages: readonly Pick<Page, 'slug' | 'name'>[],
  home: Pick<SiteHome, 'href' | 'label'> = firstPage(language),
): Surroundings {
  const { messages } = languageOf(language);
  const first = { href: home.href, label: home.label };
  const pathOf = (at: string) => (at === '' ? first.href : sitePath(language, at));
  const isFront = slug === '';
  return {
    path: pathOf(slug),
    title: isFront ? messages.frame.siteName : name,
    description: isFront ? lead : [name, messages.marks.colon, ...lead],
    preview: {
      title: isFront ? lead : [name],
      picture: { href: `${frontPath(language)}preview.png` },
    },
    crumbs: isFront ? [] : [first, { href: pathOf(slug), label: name }],
    menu: siteMenuOf([{ slug: '', name: first.label }, ...pages], pathOf, slug),
    languages: languages.map((code) => languageLink(code, sitePath(code, slug), language)),
    invented: null,
    notices: [],
    footer: [[trackingLink(language)]],
  };
}

/** Whether the texts of the site in a language have been checked, or are the source. */
function isChecked(language: string): boolean {
  return language === SOURCE_LANGUAGE || languageOf(language).reviewedBy !== null;
}
