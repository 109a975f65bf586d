import { createHash } from 'node:crypto';
import { ISLAND_CODE } from '../model/island-code.ts';
import type { Island } from './page.ts';

/**
 * What a page may load: its own style sheet and pictures, and files of the site. The last is for pages with a script, and
 * for tools that look at a page and ask in its name for `robots.txt`: where nothing runs, nothing else can ask.
 */
export const CONTENT_POLICY = policyOf('');

/**
 * What a page with a script may do besides: run the site's own; the attack runs in a worker. Astro writes a style and two
 * scripts into a page with an island of React, which are allowed one by one.
 */
export function policyFor(island: Island | undefined): string {
  switch (island) {
    case undefined:
      return CONTENT_POLICY;
    case 'search':
      return `${CONTENT_POLICY}; script-src 'self'`;
    case 'explorer':
      return islandPolicy();
    case 'attack':
      return `${islandPolicy()}; worker-src 'self'; trusted-types attack-worker`;
  }
}

function islandPolicy(): string {
  return `${policyOf(hashesOf(ISLAND_CODE.style))}; script-src 'self'${hashesOf(ISLAND_CODE.script)}`;
}

function policyOf(styles: string): string {
  return `default-src 'none'; style-src 'self'${styles}; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
}

function hashesOf(texts: readonly string[]): string {
  return texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
}
