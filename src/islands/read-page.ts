/** What a page hands to its island: words in the reader's language, and addresses as links. */

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
