/** `robots.txt` (RFC 9309): whoever reads a site for a search engine may read all of it, and where its pages are listed. */
import { addressIn, type Catalog } from './catalog.ts';
import { SITEMAP } from './sitemap.ts';

export const ROBOTS = 'robots.txt';

export function robotsFile(catalog: Catalog): string {
  const map = catalog.site === undefined ? '' : `Sitemap: ${addressIn(catalog, SITEMAP)}\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}
