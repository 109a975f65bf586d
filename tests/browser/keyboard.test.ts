// What axe cannot see: the way of the keyboard, on a phone, through every page that has a menu to pass.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { inParallel, listPages, openPage, withPage } from './site.ts';

const pages = listPages(['en']).filter((path) => !path.includes('/embed/'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the keyboard', () => {
  const onPages = async (work: (page: Page) => Promise<string[]>): Promise<Record<string, string[]>> => {
    const found = await inParallel(pages, (path) =>
      withPage(browser, { viewport: { width: 360, height: 740 } }, async (page) => {
        await openPage(page, path);
        return [path, await work(page)] as const;
      }),
    );
    return Object.fromEntries(found.filter(([, list]) => list.length > 0));
  };

  test('meets the skip link first, sees it, and lands in the content', async () => {
    const faults = await onPages(async (page) => {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const [target, box] = [await focused.getAttribute('href'), await focused.boundingBox()];
      const isSeen = box !== null && box.x >= 0 && box.y >= 0 && box.width > 1 && box.height > 1;
      await page.keyboard.press('Enter');
      const landed = await page.evaluate(() => document.activeElement?.tagName ?? '');
      return [
        ...(target?.startsWith('#') && isSeen ? [] : ['no skip link in sight']),
        ...(landed === 'MAIN' ? [] : [`lands in ${landed}`]),
      ];
    });
    expect(faults).toEqual({});
  });

  test('always shows where it is', async () => {
    const faults = await onPages(async (page) => {
      const unseen: string[] = [];
      for (let step = 0; step < 12; step += 1) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(nameUnmarkedFocus);
        if (name !== '') unseen.push(name);
      }
      return unseen;
    });
    expect(faults).toEqual({});
  });

  test('reaches every table that scrolls', async () => {
    const faults = await onPages((page) => page.locator('table').evaluateAll(findUnreachable));
    expect(faults).toEqual({});
  });
});

/** The focused element if neither an outline nor a shadow marks it; runs in the page. */
function nameUnmarkedFocus(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  return isMarked ? '' : element.outerHTML.slice(0, 80);
}

/** Tables wider than their frame whose frame the keyboard cannot reach; runs in the page. */
function findUnreachable(tables: readonly Element[]): string[] {
  return tables
    .filter((table) => {
      const frame = table.parentElement;
      return frame !== null && frame.scrollWidth > frame.clientWidth && frame.tabIndex < 0;
    })
    .map((table) => table.id);
}
