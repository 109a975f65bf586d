// The built site as the browser tests see it: its pages, and a page visited with everything that it did.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { PATIENCE_MS } from '../../src/print/browser.ts';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * The addresses of the pages to visit, sorted: `/en/`, `/404.html`; `/` only leads to the first language. In the
 * mode `all-pages` every page there is. Otherwise a sample: in English one page of each kind in each program, in
 * Arabic one of each kind, and of each kind one in another language, the languages in turn; `languages` keeps those of the sample that are in them.
 */
export function listPages(languages?: readonly string[]): string[] {
  const all = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/\/index\.html$/, '/'))
    .filter((path) => path !== '/')
    .sort();
  if (inject('pages') === 'all') return all;
  return sample(all).filter(
    (path) => languages === undefined || path === '/404.html' || languages.includes(languageOf(path)),
  );
}

function sample(all: readonly string[]): string[] {
  const languages = [...new Set(all.map(languageOf))].filter(
    (name) => !['en', 'ar', '404.html'].includes(name),
  );
  const kinds = [...new Set(all.map(kindOf))];
  const taken = new Set<string>();
  return all.filter((path) => {
    const [language, kind] = [languageOf(path), kindOf(path)];
    const turn = languages[kinds.indexOf(kind) % languages.length];
    if (languages.includes(language) && language !== turn) return false;
    const key = [language, ...(language === 'en' ? [path.split('/')[2]] : []), kind].join(' ');
    return !taken.has(key) && taken.add(key);
  });
}

const languageOf = (path: string): string => path.split('/')[1] ?? '';

/** What pages have in common that differ in language, program, release, chart or request alone. */
export function kindOf(path: string): string {
  return path
    .replace(/^\/[^/]+\/(?:[^/]+\/)?/, '/')
    .replace(/^\/releases\/[^/]+\/(?=.)/, '/')
    .replace(/^\/releases\/[^/]+\/$/, '/releases/-/')
    .replace(/^\/(embed|requests|briefing)\/[^/]+\/$/, '/$1/-/');
}

/** What stands in a page once its script has rendered, by the last part of its address; no other page has a script. */
const RENDERED: Readonly<Record<string, string>> = {
  explore: '#explorer table',
  break: '#attack button',
  search: '#search:not([hidden])',
  verify: '#verify-ways:not([hidden])',
};

const renderedIn = (path: string): string | undefined => RENDERED[path.split('/').at(-2) ?? ''];

/** Whether a page is one of those that run a script: the explorer, the attack, the check and the search. */
export const runsScript = (path: string): boolean => renderedIn(path) !== undefined;

/** Opens a page and waits until it is loaded and its script, if it has one, has rendered. */
export async function openPage(page: Page, path: string): Promise<void> {
  const response = await page.goto(inject('siteUrl') + path);
  if (!response?.ok()) throw new Error(`${path} is not there`);
  const rendered = renderedIn(path);
  if (rendered !== undefined) await page.locator(rendered).waitFor();
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

/**
 * Opens every page and runs `work` on it, a few at a time, in tabs that go from page to page: a context of its own takes longer
 * than most pages. For what pages show; `work` undoes what it does to the tab, and what they store is of all of them.
 */
export async function turnPages<R>(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  paths: readonly string[],
  work: (page: Page, path: string) => Promise<R>,
  prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...paths.entries()];
  const turn = async (page: Page, context: BrowserContext) => {
    await prepare(context);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await openPage(page, next[1]);
      results[next[0]] = await work(page, next[1]);
    }
  };
  await inParallel([1, 2, 3, 4], () => withPage(browser, options, turn));
  return results;
}

/** Opens a page in a context of its own, so that what it stores is its own. */
export async function withPage<R>(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<R>,
): Promise<R> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    return await work(await context.newPage(), context);
  } finally {
    // What a test answers in the place of the server may still be asked for: nobody waits for it.
    await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await context.close();
  }
}
