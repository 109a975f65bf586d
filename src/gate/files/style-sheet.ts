/** Style sheets: they may fetch nothing from elsewhere and print no number of their own. */
import type { Finding } from '../finding.ts';
import type { Root } from '../root.ts';
import { type Files, fileOf, parseAddress } from '../site-files.ts';

const TEXT = /content\s*:\s*([^;}]*)/gi;
const STRING = /"[^"]*"|'[^']*'/g;
const URL = /url\(\s*['"]?([^'")]*)['"]?\s*\)/gi;

export function styleFindings(file: string, css: string, files: Files, root: Root): Finding[] {
  const printed = [...css.matchAll(TEXT)]
    .flatMap(([, value = '']) => [...value.matchAll(STRING)].map(([text]) => text))
    .filter((text) => /\p{N}/u.test(text));
  const urls = [...css.matchAll(URL)].map(([, url = '']) => url);
  return [
    ...printed.map((what) => ({
      file,
      where: 'content',
      what,
      why: 'A style sheet may not print a number.',
    })),
    ...urls
      .filter((url) => !isOwn(url, file, files, root))
      .map((what) => ({
        file,
        where: 'url()',
        what,
        why: 'A style sheet may fetch only files of the site.',
      })),
    ...(/@import/i.test(css)
      ? [{ file, where: '@import', what: '', why: 'A style sheet may not import another.' }]
      : []),
    ...(/\bhttps?:/i.test(css.replace(/\/\*[\s\S]*?\*\//g, ''))
      ? [{ file, where: '', what: '', why: 'A style sheet may not name another origin.' }]
      : []),
  ];
}

function isOwn(url: string, file: string, files: Files, root: Root): boolean {
  const address = parseAddress(url, root);
  if (address.kind !== 'internal') return address.kind === 'fragment';
  return files.has(fileOf(new globalThis.URL(address.path, `https://site/${file}`).pathname));
}
