/**
 * "Find": every page with its sections, and whatever else has a name or a code of its own, as plain lists that a script
 * narrows down.
 */

import type { Link, Sentence } from '../figures/sentence.ts';
import type { Block, Page, Section } from '../frame/page.ts';
import { messagesIn } from '../messages/messages.ts';
import { searchIndexPath } from '../routes.ts';
import { programName, type View, withCells } from '../view.ts';
import {
  areaItems,
  fileItems,
  measureItems,
  recordFigureItems,
  recordItems,
  releaseItems,
  tableItems,
} from './search-items.ts';

/** A page with its address. */
interface ListedPage {
  readonly path: string;
  readonly page: Pick<Page, 'slug' | 'heading' | 'lead' | 'parent' | 'sections'>;
}

export interface ListedProgram {
  readonly view: View;
  readonly pages: readonly ListedPage[];
}

/** Of the latest releases in one language. */
export function searchPage(language: string, programs: readonly ListedProgram[]): Page {
  const { search, finder, frame } = messagesIn(language);
  const { label, found, some, nothing } = search;
  const texts = {
    found: found.text({ count: '{count}' }),
    some: some.text({ count: '{count}' }),
    nothing,
    invented: frame.inventedNotice,
    meanings: readMeanings(finder.meanings),
  };
  const index = { href: searchIndexPath(language), label: finder.index };
  return {
    slug: 'search',
    under: 'data',
    name: search.name,
    heading: search.name,
    lead: [search.lead],
    island: 'search',
    sections: [
      {
        id: 'find',
        heading: [search.heading],
        blocks: [{ kind: 'search', label, button: search.name, texts, index }],
      },
      ...realFirst(programs).flatMap(sectionsOf),
    ],
  };
}

function realFirst(programs: readonly ListedProgram[]): ListedProgram[] {
  const isInvented = ({ view }: ListedProgram) => view.program.nature === 'invented';
  return [...programs.filter((one) => !isInvented(one)), ...programs.filter(isInvented)];
}

/** By what readers type: how words begin that mean it. */
function readMeanings(text: string): Record<string, string[]> {
  const entries = text.split('; ').map((entry): [string, string[]] => {
    const [typed = '', meant = ''] = entry.split(': ');
    return [typed, meant.split(', ')];
  });
  return Object.fromEntries(entries);
}

function sectionsOf({ view, pages }: ListedProgram): Section[] {
  const { messages, program } = view;
  const { marks, names } = messages;
  const name = programName(view);
  const found = withCells(view);
  const slugs = new Set(pages.map(({ page }) => page.slug));
  const marked: Block[] =
    program.nature === 'invented' ? [{ kind: 'prose', text: [messages.frame.inventedNotice] }] : [];
  const section = (id: string, heading: string, items: readonly Sentence[]): Section[] =>
    items.length === 0
      ? []
      : [{ id: `${id}-${program.id}`, heading: [heading], blocks: [...marked, { kind: 'list', items }] }];
  const part = (id: string, what: string, items: readonly Sentence[]) =>
    section(id, what + marks.colon + name, items);
  return [
    ...section(
      'pages',
      name,
      pages.map((page) => pageItem(page, marks)),
    ),
    ...(found === undefined
      ? []
      : [
          ...part('tables', messages.search.tables, tableItems(found)),
          ...part('measures', messages.press.dictionary, measureItems(found)),
          ...part('areas', names.areas, areaItems(found, slugs)),
          ...part('releases', names.releases, releaseItems(found)),
        ]),
    ...part('record', messages.record.onTheRecord, recordFigureItems(view)),
    ...part('files', messages.papers.files, [
      ...(found === undefined ? [] : fileItems(found)),
      ...recordItems(view),
    ]),
  ];
}

/**
 * The page, then its sections; headings with figures stand on their page alone. Sections of pages of detail are alike: such
 * a page is told by the code at the end of its address, and by what it begins with.
 */
function pageItem({ path, page }: ListedPage, marks: View['messages']['marks']): Sentence {
  const link: Link = { href: path, label: page.heading };
  if (page.parent !== undefined)
    return [link, marks.open, page.slug.split('/').at(-1) ?? '', marks.close, marks.colon, ...page.lead];
  const headings = page.sections.flatMap(({ id, heading }): Link[] => {
    const [label, ...others] = heading;
    const isPlain = typeof label === 'string' && others.length === 0 && label !== page.heading;
    return isPlain ? [{ href: `${path}#${id}`, label }] : [];
  });
  return [link, ...headings.flatMap((one, at): Sentence => [at === 0 ? marks.colon : marks.comma, one])];
}
