// Pages on paper: browsers set what follows a grid over its last rows where it runs over several sheets, so no table stands in one.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { inParallel, listPages, openPage, withPage } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** In the page: what holds each table in a layout that cannot be broken over sheets. */
function holders(tables: readonly Element[]): string[] {
  const found = tables.flatMap((table) => {
    const around: Element[] = [];
    for (let one = table.parentElement; one !== null; one = one.parentElement) around.push(one);
    return around.filter((one) => /grid|flex/.test(getComputedStyle(one).display));
  });
  return [...new Set(found.map((one) => `${one.tagName} ${one.className}`))];
}

test('on paper no table with more rows than half a sheet stands in a grid', async () => {
  const found = await inParallel(listPages(['en']), (path) =>
    withPage(browser, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await openPage(page, path);
      return [path, await page.locator('table:has(tr:nth-child(15))').evaluateAll(holders)] as const;
    }),
  );
  expect(found.length).toBeGreaterThan(10);
  expect(Object.fromEntries(found.filter(([, list]) => list.length > 0))).toEqual({});
});
