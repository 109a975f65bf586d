// The built site as the browser tests see it: its pages, and a page visited with everything that it did.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * The address of every page, sorted: `/en/`, `/404.html`; `/` only leads to the first language. Of the charts of a
 * release that stand alone, one: they are alike.
 */
export function listPages(): string[] {
  const embeds = new Set<string>();
  const isFirst = (path: string): boolean => {
    const [folder, chart] = path.split('/embed/');
    if (chart === undefined || folder === undefined) return true;
    return !embeds.has(folder) && embeds.add(folder) !== undefined;
  };
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\/index\.html$/, '/'))
    .filter((path) => path !== '/')
    .sort()
    .filter(isFirst);
}

/** Runs `work` on every item, a few at a time: pages are waited for more than worked on. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const run = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all([run(), run(), run(), run()]);
  return results;
}

/** Opens a page in a context of its own, so that what it stores is its own. */
export async function withPage<R>(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<R>,
): Promise<R> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}
