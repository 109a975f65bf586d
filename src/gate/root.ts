/**
 * Where a built site is to stand, as the first page of it says: the page at its root leads to a language or, where there is one
 * program, on to that: `https://host/daylight/en/`, `https://host/daylight/en/rivertown-id/`.
 */
import { givenSiteAddress } from '../formats/site/site-address.ts';
import { attribute, findElements, parseHtml } from './places.ts';
import type { Files } from './read-files.ts';

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
  const elements = findElements(parseHtml(html)).map(({ element }) => element);
  const page = elements.find(({ tagName }) => tagName === 'html');
  const link = elements.find((one) => one.tagName === 'link' && attribute(one, 'rel') === 'canonical');
  const href = link && attribute(link, 'href');
  const language = page && attribute(page, 'lang');
  if (href === undefined || language === undefined || !URL.canParse(href)) return UNKNOWN;
  const { origin, pathname } = new URL(href);
  const end = pathname.lastIndexOf(`/${language}/`);
  return end < 0 ? UNKNOWN : { origin, base: pathname.slice(0, end + 1) };
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
