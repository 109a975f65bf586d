// Where words run from right to left, ids and addresses among them are still read from left to right.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { withPage } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Shown {
  readonly text: string;
  /** Places of its characters on the line, first to last. */
  readonly isInOrder: boolean;
}

/** Every release id of the page and the beginning of every address, where they stand on one line. */
const idsOn = (page: Page): Promise<Shown[]> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
    const found: Shown[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { 0: text, index } of (node.textContent ?? '').matchAll(/\d{4}-Q\d|_T|\/ar\/e|<iframe/g)) {
        const boxes = [...text].map((_, at) => {
          const range = document.createRange();
          range.setStart(node, index + at);
          range.setEnd(node, index + at + 1);
          return range.getBoundingClientRect();
        });
        const isOneLine = boxes.every(({ top, width }) => width > 0 && top === boxes[0]?.top);
        const isInOrder = boxes.every(({ left }, at) => at === 0 || left > (boxes[at - 1]?.left ?? 0));
        if (isOneLine) found.push({ text, isInOrder });
      }
    }
    return found;
  });

/** Places of these words in the name of the page above its heading, left to right. */
const leftsOf = (page: Page, words: readonly string[]): Promise<number[]> =>
  page.locator('.kicker').evaluate((heading, words) => {
    const text = heading.firstChild as Text;
    return words.map((word) => {
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(word));
      range.setEnd(text, text.data.indexOf(word) + word.length);
      return range.getBoundingClientRect().left;
    });
  }, words);

test('in Arabic a day after a name in Latin letters is read after it', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto(`${inject('siteUrl')}/ar/example-city/requests/egret/`);
    const [name = 0, day = 0, year = 0] = await leftsOf(page, ['Harbor Gazette', '12', '2024']);
    expect(day).toBeLessThan(name);
    expect(year).toBeLessThan(day);
  });
});

test.each([
  'example-city/cards/',
  'example-city/data/',
  'example-city/cite/',
  'example-city/releases/2025-Q1/',
  'search/',
])('in Arabic ids keep their order on /ar/%s', async (path) => {
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await page.goto(`${inject('siteUrl')}/ar/${path}`);
    const ids = await idsOn(page);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter(({ isInOrder }) => !isInOrder)).toEqual([]);
  });
});
