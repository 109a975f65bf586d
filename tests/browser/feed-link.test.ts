// Readers of feeds find the feed by the pages: every page of a program with a release names the one in its language.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIST, listPages } from './site.ts';

const LINK = /<link rel="alternate" type="application\/atom\+xml" href="([^"]+)">/g;

/** The feed of each page that names one; a page may name one at most. */
function feedsOf(path: string): string[] {
  const html = readFileSync(join(DIST, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
  return [...html.matchAll(LINK)].map(([, href = '']) => href);
}

test('the pages of a program name its feed in their language, which is there', () => {
  const pages = listPages().filter((path) => /^\/[A-Za-z-]+\/example-city\//.test(path));
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages.filter((path) => !path.includes('/embed/'))) {
    const [language] = page.slice(1).split('/');
    expect([page, feedsOf(page)]).toEqual([page, [`/${language}/example-city/feed.xml`]]);
  }
  const feeds = new Set(pages.flatMap(feedsOf));
  for (const feed of feeds) expect([feed, existsSync(join(DIST, feed))]).toEqual([feed, true]);
});

test('a program without a release names no feed', () => {
  expect(feedsOf('/en/chicago-citykey/')).toEqual([]);
});
