// What a reader prints: lists as wide as the sheet, how current it is, where it stands, and no table longer than a sheet.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { openPage, withPage } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** In the page: what is printed of it. */
function lookAtPaper() {
  const isPrinted = (element: Element) => element.checkVisibility();
  const lists = [...document.querySelectorAll('section > ul')].filter(isPrinted);
  const link = document.querySelector('.address > a');
  return {
    columns: lists.map((list) => [list.children.length, getComputedStyle(list).columnWidth] as const),
    trust: [...document.querySelectorAll('main > .trust > li')].filter(isPrinted).length,
    where: link !== null && isPrinted(link) ? getComputedStyle(link, '::after').content : '',
    longest: [...document.querySelectorAll('.chart-table tbody')]
      .filter(isPrinted)
      .reduce((most, body) => Math.max(most, body.children.length), 0),
  };
}

for (const path of ['/es/example-city/records/', '/es/chicago-citykey/records/', '/es/promise/'])
  test(`${path} on paper: sentences in one column, the release, the address, no table of months`, async () => {
    await withPage(browser, {}, async (page) => {
      await openPage(page, path);
      await page.emulateMedia({ media: 'print' });
      const { columns, trust, where, longest } = await page.evaluate(lookAtPaper);
      expect(columns.filter(([length, width]) => length < 13 && width !== 'auto')).toEqual([]);
      expect(columns.length).toBeGreaterThan(0);
      expect(trust > 0).toBe(path.includes('example-city'));
      expect(where).toContain(path);
      expect(longest).toBeLessThan(37);
      await page.emulateMedia({ media: 'screen' });
      expect(await page.locator('.address').isVisible()).toBe(false);
    });
  });
