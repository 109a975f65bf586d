// What a page weighs over the wire, without a browser: brotli of the page with everything that it loads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIST, listPages } from './site.ts';

const PAGE_LIMIT = 100_000;
const STYLE_LIMIT = 12_000;

const sizes = new Map<string, number>();

function weigh(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(join(DIST, file))).byteLength;
  sizes.set(file, size);
  return size;
}

/** Style sheets, scripts and pictures of a page, by path in `dist`. */
function loads(html: string): string[] {
  return [
    ...html.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="(\/[^"]+\.(?:css|js|svg|png|woff2))"/g),
  ].map(([, path = '']) => path);
}

test('every page weighs less than 100 kB with all that it loads', () => {
  const heavy = listPages().flatMap((path) => {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const html = readFileSync(join(DIST, file), 'utf8');
    const bytes = [file, ...new Set(loads(html))].reduce((sum, one) => sum + weigh(one), 0);
    return bytes < PAGE_LIMIT ? [] : [{ path, bytes }];
  });
  expect(heavy).toEqual([]);
});

test('all style sheets together weigh less than 12 kB', () => {
  const sheets = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.reduce((sum, file) => sum + weigh(file), 0)).toBeLessThan(STYLE_LIMIT);
});
