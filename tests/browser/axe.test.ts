// axe from left to right and from right to left, by day; by night in one language, since all have the same colours.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { bringAxe, findViolations } from './axe.ts';
import { inParallel, listPages, openPage, withPage } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of text over a gradient axe says nothing: the shades of what scrolls are taken away. */
const PLAIN = ':is(.scroll, .commands, table, caption, code) { background-image: none !important; }';

/** What may change with the colours; everything else is the same by night. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What axe finds by day and, in English, by night. */
function violationsOf(path: string, styles = PLAIN): Promise<string[]> {
  const viewport = { width: 1280, height: 900 };
  return withPage(browser, { bypassCSP: true, viewport }, async (page) => {
    await openPage(page, path);
    await openAll(page);
    await page.addStyleTag({ content: styles });
    await bringAxe(page);
    const byDay = await findViolations(page);
    if (!path.startsWith('/en/')) return byDay;
    await page.emulateMedia({ colorScheme: 'dark' });
    const byNight = await findViolations(page, COLOUR_RULES);
    return [...byDay, ...byNight.map((found) => `by night: ${found}`)];
  });
}

/** What is folded away is read too. */
async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

test('axe finds nothing on every page, by day and by night', async () => {
  const found = await inParallel(
    listPages(['en', 'ar']),
    async (path) => [path, await violationsOf(path)] as const,
  );
  expect(Object.fromEntries(found.filter(([, list]) => list.length > 0))).toEqual({});
});

test('axe finds what cannot be read by night alone', async () => {
  const styles = '@media (prefers-color-scheme: dark) { main p { color: #222; background: #333; } }';
  const found = await violationsOf('/en/translation/', styles);
  expect(new Set(found.map((line) => line.split(': ').slice(0, 2).join(': ')))).toEqual(
    new Set(['by night: color-contrast']),
  );
});
