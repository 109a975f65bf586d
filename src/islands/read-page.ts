/** What a page and its address hand to an island: words in the reader's language, addresses as links, what the reader chose. */

/** The element that the page made for the island; a page without it is our own bug. */
export function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`internal error: the page has no element "${id}"`);
  return element;
}

/** The JSON of a data block of this page. */
export function readBlock<T>(id: string): T {
  return JSON.parse(elementOf(id).textContent ?? '') as T;
}

/** The addresses of all links inside an element. */
export function addressesIn(id: string): string[] {
  return [...elementOf(id).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
}

/** The address to which a link of the page leads. */
export function addressOfLink(id: string): string {
  return elementOf(id).getAttribute('href') ?? '';
}

/**
 * What a reader chose or typed, as `measure=cards-issued&per=year`; empty where the address leads to a place of the page. It
 * stands behind the `#`, which can be passed on and which no browser sends: behind a `?` it would go to the server when the
 * page is loaded again, and into its log.
 */
export function readAddressChoice(): string {
  const own = location.hash.slice(1);
  return own.includes('=') ? own : '';
}

export function keepAddressChoice(choice: string): void {
  history.replaceState(null, '', choice === '' ? location.pathname : `#${choice}`);
}
