/**
 * Search without a server: of the page's own list only the entries stay that hold every word asked for. What joins the
 * parts of a code may be left out: `2025q2` finds `2025-Q2`.
 */
import { elementOf, readBlock } from '../read-page.ts';

/** `{count}` is filled in. */
interface SearchTexts {
  readonly found: string;
  readonly nothing: string;
}

const texts = readBlock<SearchTexts>('search-texts');
const input = elementOf('search-words') as HTMLInputElement;
const status = elementOf('search-status');
const entries = [...document.querySelectorAll<HTMLElement>('main section li')].map((element) => {
  const text = plain(element.textContent ?? '');
  return { element, text: `${text} ${joined(text)}` };
});
const sections = [...document.querySelectorAll<HTMLElement>('main section:not(#find)')];

/** Lower case, without the marks of letters, in Western digits: `Poznań` is found by `poznan`. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toLocaleLowerCase();
}

/** Without what joins the parts of a code. */
function joined(text: string): string {
  return text.replace(/[\p{Pd}_./]/gu, '');
}

function find(): void {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, text } of entries) {
    const isFound = words.every((word) => text.includes(word) || text.includes(joined(word)));
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
