/** The five items of the menu, what stands below each, and the way to a page: `All programs > Port, Port Card > Who asked`. */

import type { Link } from '../figures/sentence.ts';
import type { Messages } from '../messages/message-types.ts';
import type { MenuItem, Page } from './page.ts';

const MENU_ITEMS: readonly MenuItem[] = ['overview', 'kept', 'asked', 'served', 'data'];

/** What the menu needs of a page. */
export type Listed = Pick<Page, 'slug' | 'name' | 'under' | 'parent'>;

interface MenuEntry {
  readonly href: string;
  readonly label: string;
  /** The reader is on this page, or on one below it. */
  readonly current: 'page' | 'true' | undefined;
}

export interface Menu {
  readonly items: readonly MenuEntry[];
  /** Below the current item; none where a single page stands there. */
  readonly pages: readonly MenuEntry[];
}

/** The pages of one program and release, with where each stands. */
export interface Shelf {
  readonly pages: readonly Listed[];
  readonly pathOf: (slug: string) => string;
  readonly messages: Messages;
  /** What stands with the pages on who asked although it is of no program: requests elsewhere. */
  readonly beside?: readonly Link[];
}

/** An item leads to its first page; one without a page is left out. */
export function menuOf(shelf: Shelf, own: Listed): Menu {
  const entry = ({ slug, name }: Listed): MenuEntry => ({
    href: shelf.pathOf(slug),
    label: name,
    current: currentOf(slug === own.slug, slug === own.parent),
  });
  const items = MENU_ITEMS.flatMap((item): MenuEntry[] => {
    const [first] = pagesBelow(shelf, item);
    if (first === undefined) return [];
    const current = currentOf(first.slug === own.slug, own.under === item);
    return [{ href: shelf.pathOf(first.slug), label: shelf.messages.around.menu[item], current }];
  });
  const beside = own.under === 'asked' ? (shelf.beside ?? []) : [];
  const pages = [
    ...pagesBelow(shelf, own.under).map(entry),
    ...beside.map(({ href, label }): MenuEntry => ({ href, label, current: undefined })),
  ];
  return { items: items.length > 1 ? items : [], pages: pages.length > 1 ? pages : [] };
}

/** The pages that speak of no program alone, each by its own name: they are too few for items above them. */
export function siteMenuOf(
  pages: readonly Pick<Listed, 'slug' | 'name'>[],
  pathOf: (slug: string) => string,
  own: string,
): Menu {
  const items = pages.map(
    ({ slug, name }): MenuEntry => ({
      href: pathOf(slug),
      label: name,
      current: currentOf(slug === own, false),
    }),
  );
  return { items, pages: [] };
}

function currentOf(isPage: boolean, isAbove: boolean): MenuEntry['current'] {
  if (isPage) return 'page';
  return isAbove ? 'true' : undefined;
}

/** Those to which no other page leads. */
function pagesBelow({ pages }: Shelf, item: MenuItem): Listed[] {
  const slugs = new Set(pages.map(({ slug }) => slug));
  return pages.filter(({ under, parent }) => under === item && (parent === undefined || !slugs.has(parent)));
}

/** From the item down to the page itself, which is the last; nothing of the first page of all. */
export function crumbsOf(shelf: Shelf, own: Listed): Link[] {
  if (own.slug === '') return [];
  const link = ({ slug, name }: Listed): Link => ({ href: shelf.pathOf(slug), label: name });
  const below = pagesBelow(shelf, own.under);
  const [first] = below;
  const item = first && { href: shelf.pathOf(first.slug), label: shelf.messages.around.menu[own.under] };
  const parent = shelf.pages.find(({ slug }) => slug === own.parent);
  // The only page below an item is the item itself.
  const isItem = ({ slug }: Listed) => below.length === 1 && slug === first?.slug;
  return [
    ...(item === undefined || own.under === 'overview' ? [] : [item]),
    ...[parent, own].flatMap((page) => (page === undefined || isItem(page) ? [] : [link(page)])),
  ];
}
