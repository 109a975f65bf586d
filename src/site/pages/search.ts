/** "Find": every page with its sections and every table, as a plain list that a script narrows down. */
import { messagesIn } from '../messages/messages.ts';
import type { Page, Section } from '../page.ts';
import { pagePath } from '../routes.ts';
import type { Link, Sentence } from '../sentence.ts';
import { type ReleaseView, type View, withCells } from '../view.ts';
import { pageOfTable } from './tables.ts';

/** A page with its address. */
interface ListedPage {
  readonly path: string;
  readonly page: Pick<Page, 'heading' | 'parent' | 'sections'>;
}

export interface ListedProgram {
  readonly view: View;
  readonly pages: readonly ListedPage[];
}

/** Of the latest releases in one language. */
export function searchPage(language: string, programs: readonly ListedProgram[]): Page {
  const { search } = messagesIn(language);
  const texts = { found: search.found, nothing: search.nothing };
  return {
    slug: 'search',
    name: search.name,
    heading: search.name,
    lead: search.lead,
    island: 'search',
    sections: [
      { id: 'find', heading: [search.heading], blocks: [{ kind: 'search', label: search.label, texts }] },
      ...programs.flatMap(sectionsOf),
    ],
  };
}

function sectionsOf({ view, pages }: ListedProgram): Section[] {
  const { messages, program } = view;
  const name = program.city + messages.marks.comma + program.name;
  const found = withCells(view);
  const listed: Section = {
    id: `pages-${program.id}`,
    heading: [name],
    blocks: [{ kind: 'list', items: pages.map((page) => pageItem(page, messages.marks)) }],
  };
  if (found === undefined) return [listed];
  const tables: Section = {
    id: `tables-${program.id}`,
    heading: [messages.search.tablesOf(name)],
    blocks: [{ kind: 'list', items: tableItems(found) }],
  };
  return [listed, tables];
}

/** The page, then its sections; those of a page of detail are alike, and headings with figures stand on their page alone. */
function pageItem({ path, page }: ListedPage, marks: View['messages']['marks']): Sentence {
  const sections = page.parent === undefined ? page.sections : [];
  const headings = sections.flatMap(({ id, heading }): Link[] => {
    const [label, ...others] = heading;
    const isPlain = typeof label === 'string' && others.length === 0 && label !== page.heading;
    return isPlain ? [{ href: `${path}#${id}`, label }] : [];
  });
  return [
    { href: path, label: page.heading },
    ...headings.flatMap((link, at): Sentence => [at === 0 ? marks.colon : marks.comma, link]),
  ];
}

function tableItems(view: ReleaseView): Sentence[] {
  return view.release.declaration.tables.map((table) => {
    const page = pageOfTable(table);
    const href =
      page === undefined ? `${pagePath(view, 'explore')}#tables` : `${pagePath(view, page)}#${table.id}`;
    return [{ href, label: table.title }];
  });
}
