/**
 * Search without a server: of the page's own list only the entries stay in which, for every word asked for, some word begins
 * so, or one that means the same here. What joins the parts of a code may be left out: `2025q2` finds `2025-Q2`.
 */
import { elementOf, readBlock } from '../read-page.ts';

/** `{count}` is filled in. */
interface SearchTexts {
  readonly found: string;
  readonly nothing: string;
  /** By what readers type: how words begin that mean it here. */
  readonly meanings: Readonly<Record<string, readonly string[]>>;
}

const texts = readBlock<SearchTexts>('search-texts');
const meanings = new Map(Object.entries(texts.meanings));
const input = elementOf('search-words') as HTMLInputElement;
const status = elementOf('search-status');
const sections = [...document.querySelectorAll<HTMLElement>('main section:not(#find)')];
/** An entry says of what it is in the heading above it: a city, a program. */
const entries = sections.flatMap((section) => {
  const heading = section.querySelector('h2')?.textContent ?? '';
  return [...section.querySelectorAll<HTMLElement>('li')].map((element) => {
    return { element, text: plain(`${heading} ${element.textContent}`) };
  });
});

/** Lower case, without the marks of letters, in Western digits: `Poznań` is found by `poznan`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toLocaleLowerCase();
}

/** What joins the parts of a code. */
const JOINT = '[\\p{Pd}_./]';

/** Finds a word, or one that begins so: `office` does not begin with `ice`. Chinese writes no blanks between words. */
function patternOf(begun: string): RegExp {
  const letters = [...begun.replace(new RegExp(JOINT, 'gu'), '')].map((one) =>
    one.replace(/[$()*+?[\\\]^{|}]/, '\\$&'),
  );
  const start = /\p{Script=Han}/u.test(begun) ? '' : '(?:^|[^\\p{L}\\p{N}])';
  return new RegExp(start + letters.join(`${JOINT}*`), 'u');
}

/** For each word that was typed: it, and what means it here. */
function patterns(): RegExp[][] {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  return words.map((word) => [word, ...(meanings.get(word) ?? [])].map(patternOf));
}

function find(): void {
  const words = patterns();
  let count = 0;
  for (const { element, text } of entries) {
    const isFound = words.every((word) => word.some((pattern) => pattern.test(text)));
    element.hidden = !isFound;
    if (isFound) count += 1;
  }
  for (const section of sections) section.hidden = section.querySelector('li:not([hidden])') === null;
  status.textContent = words.length === 0 ? '' : told(count);
  const address = words.length === 0 ? location.pathname : `?${new URLSearchParams({ q: input.value })}`;
  history.replaceState(null, '', address);
}

function told(count: number): string {
  return count === 0
    ? texts.nothing
    : texts.found.replace('{count}', count.toLocaleString(document.documentElement.lang));
}

input.value = new URLSearchParams(location.search).get('q') ?? '';
input.addEventListener('input', find);
elementOf('search').hidden = false;
if (input.value !== '') find();
