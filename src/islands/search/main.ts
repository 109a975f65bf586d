/** Search without a server: of the page's own list only the entries stay that hold every word asked for. */
import { elementOf, readBlock } from '../read-page.ts';

/** `{count}` is filled in. */
interface SearchTexts {
  readonly found: string;
  readonly nothing: string;
}

const texts = readBlock<SearchTexts>('search-texts');
const input = elementOf('search-words') as HTMLInputElement;
const status = elementOf('search-status');
const entries = [...document.querySelectorAll<HTMLElement>('main section li')].map((element) => ({
  element,
  text: plain(element.textContent ?? ''),
}));
const sections = [...document.querySelectorAll<HTMLElement>('main section:not(#find)')];

/** Lower case, without the marks of letters: `Poznań` is found by `poznan`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

function find(): void {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, text } of entries) {
    const isFound = words.every((word) => text.includes(word));
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
