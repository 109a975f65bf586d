// What a page weighs over the wire, without a browser: brotli of the page with everything that it loads, as servers
// compress while they serve (quality 5). What is compressed beforehand weighs some 15 % less.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface PageWeight {
  /** Address of the page in the site. */
  readonly path: string;
  /** Of the page and all that it loads, each compressed on its own. */
  readonly bytes: number;
  /** Of its scripts alone, with what they import. */
  readonly scriptBytes: number;
  /** The page and each file that it loads. */
  readonly requests: number;
}

/** What is allowed at most, in kB of 1,000 bytes and in requests. */
export const LIMITS = { page: 100, home: 50, styles: 12, script: 15, requests: 8 } as const;

/** `en/index.html`: where a reader of a language comes in. */
export const isHome = (path: string): boolean => /^[^/]+\/index\.html$/.test(path);

/** The pages of the explorer and of the attack: React, and for these alone. */
export const hasIsland = (path: string): boolean => /\/(?:explore|break)\/index\.html$/.test(path);

/** Every page of a built site, in the order of `readdir`. */
export function weighPages(dist: string): PageWeight[] {
  return filesOf(dist, '.html').map((file) => {
    const { files, scripts } = loadedBy(dist, file);
    return {
      path: file.replaceAll('\\', '/'),
      bytes: weigh(dist, files),
      scriptBytes: weigh(dist, scripts),
      requests: files.length,
    };
  });
}

/** A page with all that it loads, and the scripts among it. */
export function loadedBy(
  dist: string,
  page: string,
): { readonly files: string[]; readonly scripts: string[] } {
  const loads = loadsOf(readFileSync(join(dist, page), 'utf8'));
  const scripts = withImports(
    dist,
    loads.filter((one) => one.endsWith('.js')),
  );
  return { files: [...new Set([page, ...loads, ...scripts])], scripts };
}

/** All style sheets together, compressed, in bytes. */
export function weighStyles(dist: string): number {
  return weigh(dist, filesOf(dist, '.css'));
}

const ON_THE_FLY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const sizes = new Map<string, number>();

function weigh(dist: string, files: readonly string[]): number {
  return files.map((file) => weighFile(join(dist, file))).reduce((total, bytes) => total + bytes, 0);
}

function weighFile(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(file), ON_THE_FLY).byteLength;
  sizes.set(file, size);
  return size;
}

const LOADS = [
  /<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|woff2))"/g,
  /<astro-island\b[^>]*?\bcomponent-url="([^"]+)"/g,
  /<astro-island\b[^>]*?\brenderer-url="([^"]+)"/g,
];

/** Style sheets, scripts, islands and pictures of a page, by path in the site. */
function loadsOf(html: string): string[] {
  return LOADS.flatMap((pattern) => [...html.matchAll(pattern)].map(([, path = '']) => path));
}

/** Scripts with all that they import at once; what is imported when it is asked for waits, `import("./x.js")`. */
function withImports(dist: string, scripts: readonly string[]): string[] {
  const all = new Set(scripts);
  for (const script of all)
    for (const [, name = ''] of readFileSync(join(dist, script), 'utf8').matchAll(
      /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g,
    ))
      all.add(script.replace(/[^/]+$/, name));
  return [...all];
}

function filesOf(dist: string, ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
}
