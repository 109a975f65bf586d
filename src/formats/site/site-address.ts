/**
 * Where the site stands, as `DAYLIGHT_SITE` says it: at the root of a host, or below a path.
 *
 *   https://ids.example.org          origin https://ids.example.org   base /
 *   https://org.github.io/daylight   origin https://org.github.io     base /daylight/
 */
export interface SiteAddress {
  /** Without a slash at the end. */
  readonly origin: string;
  /** With slashes at both ends. */
  readonly base: string;
}

/** Undefined where the text is no such address: another scheme, none, a query, or a path that would need to be written in code. */
export function parseSiteAddress(text: string): SiteAddress | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { origin, pathname, search, hash, username } = new URL(text);
  const isPlain = /^(?:\/[\w~.-]+)*\/?$/.test(pathname);
  if (!isPlain || `${search}${hash}${username}` !== '') return undefined;
  return { origin, base: pathname.endsWith('/') ? pathname : `${pathname}/` };
}

/** What the environment says; undefined where it says nothing. Throws where it says something that is no address. */
export function givenSiteAddress(given: string | undefined): SiteAddress | undefined {
  if (!given) return undefined;
  const address = parseSiteAddress(given);
  if (address === undefined) throw new Error(SITE_ADDRESS_HELP);
  return address;
}

const SITE_ADDRESS_HELP =
  'DAYLIGHT_SITE is the address at which the site will stand, such as https://ids.example.org or https://org.github.io/daylight/: with https://, without a query, its path in letters, digits and - . _ ~ alone.';
