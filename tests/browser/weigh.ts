// What a page weighs over the wire, without a browser: brotli of the page with everything that it loads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export interface PageWeight {
  /** Address of the page in the site. */
  readonly path: string;
  /** Of the page and all that it loads, each compressed on its own. */
  readonly bytes: number;
  /** The page and each file that it loads. */
  readonly requests: number;
}

/** Every page of a built site, in the order of `readdir`. */
export function weighPages(dist: string): PageWeight[] {
  return filesOf(dist, '.html').map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const files = [file, ...new Set(loadsOf(html))];
    return { path: file, bytes: sum(files.map((one) => weigh(join(dist, one)))), requests: files.length };
  });
}

/** All style sheets together, compressed, in bytes. */
export function weighStyles(dist: string): number {
  return sum(filesOf(dist, '.css').map((file) => weigh(join(dist, file))));
}

const sizes = new Map<string, number>();

function weigh(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(file)).byteLength;
  sizes.set(file, size);
  return size;
}

/** Style sheets, scripts and pictures of a page, by path in the site. */
function loadsOf(html: string): string[] {
  return [
    ...html.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|woff2))"/g),
  ].map(([, path = '']) => path);
}

function filesOf(dist: string, ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
