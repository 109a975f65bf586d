/** Where a built site is to stand, as the first page of it says: the page at its root leads to a language, `https://host/daylight/en/`. */
import { givenSiteAddress } from '../model/site-address.ts';
import { attribute, findElements, parseHtml } from './places.ts';
import type { Files } from './site-files.ts';

/** `origin` is undefined where the build did not know it. */
export interface Root {
  readonly origin: string | undefined;
  /** The path below which the site stands, with slashes at both ends. */
  readonly base: string;
}

const UNKNOWN: Root = { origin: undefined, base: '/' };

export function readRoot(files: Files): Root {
  return rootOf(new TextDecoder().decode(files.get('index.html')));
}

/** By the text of `index.html`. */
export function rootOf(html: string): Root {
  const link = findElements(parseHtml(html)).find(
    ({ element }) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
  );
  const href = link && attribute(link.element, 'href');
  if (href === undefined || !URL.canParse(href)) return UNKNOWN;
  return { origin: new URL(href).origin, base: new URL('..', href).pathname };
}

/** Why what the environment says is no address of a site; undefined where it is one, or says nothing. */
export function addressFault(given: string | undefined): string | undefined {
  try {
    givenSiteAddress(given);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As a reader would type it; undefined where nobody knows it. */
export function addressOf({ origin, base }: Root): string | undefined {
  return origin === undefined ? undefined : origin + base;
}
