/**
 * Search without a server: a field above the page's own list, which stands there without a script and where nothing is found.
 * What is found is told as a list of links with page and program. What was asked is kept nowhere, nor in the address: the
 * history of a device would have it.
 */
import '../older-browsers.ts';
import type { FoundPage } from '../../formats/site/search-index.ts';
import { fetchJson } from '../fetch-file.ts';
import { addressOfLink, elementOf, readBlock } from '../read-page.ts';
import {
  type Entry,
  excerptOf,
  type Finder,
  type Found,
  type Meanings,
  makeFinder,
  oneForEach,
} from './find.ts';

/** `{count}` is filled in. */
interface SearchTexts {
  readonly found: string;
  readonly some: string;
  readonly nothing: string;
  /** What stands with an entry of an invented program. */
  readonly invented: string;
  readonly meanings: Readonly<Record<string, readonly string[]>>;
}

/** More are not read; the number of all is told. */
const MOST_SHOWN = 40;
const EXCERPT_LETTERS = 220;

const texts = readBlock<SearchTexts>('search-texts');
const meanings: Meanings = new Map(Object.entries(texts.meanings));
const input = elementOf('search-words') as HTMLInputElement;
const form = elementOf('search-form') as HTMLFormElement;
const status = elementOf('search-status');
const results = elementOf('search-results');
const listed = [...document.querySelectorAll<HTMLElement>('main section:not(#find)')];

/** The page's own list: tables, counts, areas, releases and files by name and code. */
function listedEntries(pages: readonly FoundPage[]): Entry[] {
  const invented = new Set(pages.flatMap(({ program, isInvented }) => (isInvented ? [program] : [])));
  return listed.flatMap((section) => {
    const page = section.querySelector('h2')?.textContent ?? '';
    return [...section.querySelectorAll('li')].flatMap((item) => {
      const links = [...item.querySelectorAll('a')];
      return links.map((one) => ({
        href: one.getAttribute('href') ?? '',
        heading: one.textContent ?? '',
        page,
        program: '',
        rank: 'last' as const,
        isInvented: [...invented].some((program) => page.includes(program)),
        texts: [item.textContent ?? ''],
      }));
    });
  });
}

function entriesOf(pages: readonly FoundPage[]): Entry[] {
  return pages.flatMap(({ sections, ...page }) =>
    sections.map(({ anchor, ...section }) => ({ ...page, ...section, href: page.href + anchor })),
  );
}

let finder: Promise<Finder> | undefined;

/** Made when it is first asked. */
function loadFinder(): Promise<Finder> {
  finder ??= fetchJson<FoundPage[]>(addressOfLink('search-index')).then((pages) =>
    makeFinder(oneForEach([...entriesOf(pages), ...listedEntries(pages)]), meanings),
  );
  return finder;
}

async function find(): Promise<void> {
  const asked = input.value.trim();
  const found = asked === '' ? undefined : (await loadFinder())(asked);
  // What was typed since then is answered by its own call.
  if (asked !== input.value.trim()) return;
  const entries = found?.entries ?? [];
  for (const section of listed) section.hidden = entries.length > 0;
  results.replaceChildren(...entries.slice(0, MOST_SHOWN).map((entry) => itemOf(entry, asked)));
  status.textContent = found === undefined ? '' : told(found);
}

function told({ entries: { length }, hasAll }: Found): string {
  if (length === 0) return texts.nothing;
  const text = hasAll ? texts.found : texts.some;
  return text.replace('{count}', length.toLocaleString(document.documentElement.lang));
}

function itemOf(entry: Entry, asked: string): HTMLLIElement {
  const { href, heading, page, program, isInvented } = entry;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = heading === '' ? page : heading;
  const where = [heading === '' ? '' : page, program].filter(Boolean).join(' · ');
  const excerpt = excerptOf(entry, asked, meanings);
  item.append(
    link,
    line('where', where),
    line('invented', isInvented ? texts.invented : ''),
    line('excerpt', shortened(excerpt === heading ? '' : excerpt)),
  );
  return item;
}

function line(name: string, text: string): HTMLElement | string {
  if (text === '') return '';
  const element = document.createElement('p');
  element.className = name;
  element.textContent = text;
  return element;
}

function shortened(text: string): string {
  return text.length <= EXCERPT_LETTERS ? text : `${text.slice(0, EXCERPT_LETTERS).replace(/\s\S*$/, '')} …`;
}

input.addEventListener('input', () => void find());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  results.querySelector('a')?.focus();
});
elementOf('search').hidden = false;
