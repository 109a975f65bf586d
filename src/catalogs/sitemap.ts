/**
 * `sitemap.xml` (https://www.sitemaps.org/protocol.html): every page that search engines may show, each with the same page in
 * other languages (https://developers.google.com/search/docs/specialty/international/localized-versions).
 */
export const SITEMAP = 'sitemap.xml';

export interface MappedPage {
  readonly address: string;
  /** The page in every language, its own among them; or what comes nearest to it there. */
  readonly versions: readonly { readonly language: string; readonly address: string }[];
}

/** Addresses have no sign that XML would read as its own. */
export function sitemapFile(pages: readonly MappedPage[]): string {
  const known = new Map(pages.map((page) => [page.address, page]));
  const entries = [...known.values()].sort((one, other) => (one.address < other.address ? -1 : 1));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((page) => [
      '<url>',
      `<loc>${page.address}</loc>`,
      ...sameIn(page, known).map(
        ({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`,
      ),
      '</url>',
    ]),
    '</urlset>',
    '',
  ].join('\n');
}

/** Two pages are the same where each names the other. A page that is the same as no other has no versions: its site has no menu of them. */
function sameIn(
  { address, versions }: MappedPage,
  known: ReadonlyMap<string, MappedPage>,
): MappedPage['versions'] {
  const found = versions.filter((version) =>
    known.get(version.address)?.versions.some((back) => back.address === address),
  );
  return found.length > 1 ? found : [];
}
