// The one script of pages that say everything without it: it copies, tells exact values, sorts, and moves nothing.
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { openPage, withPage } from './site.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const RECORD = '/en/chicago-citykey/record/';

/** What the page copied last. Its button says so for two seconds: it is watched from before the click on, however busy the machine is. */
async function copied(page: Page, selector: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const button = page.locator(selector).first();
  const said = await button.evaluateHandle((element) => {
    const texts: string[] = [];
    const watcher = new MutationObserver(() => texts.push(element.textContent ?? ''));
    watcher.observe(element, { childList: true, characterData: true, subtree: true });
    return texts;
  });
  await button.click();
  await expect.poll(() => said.jsonValue()).toContain('Copied');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a citation is copied with its address in full and the day on which it is read', async () => {
  await withPage(browser, {}, async (page) => {
    await page.clock.setFixedTime(new Date('2031-03-09T12:00:00'));
    await openPage(page, RECORD);
    const text = await copied(page, '#kept-share button.copy');
    expect(text).toContain(`${inject('siteUrl')}${RECORD}#kept-share`);
    expect(text).toMatch(/Daylight’s calculation: 2,717 .* of 87,163 .* Read on March 9, 2031\.$/);
  });
});

test('the day is written as the page writes days, in every language', async () => {
  const days = { es: '9 de marzo de 2031', pl: '9 marca 2031', 'zh-Hans': '2031年3月9日', ar: '9 مارس 2031' };
  for (const [language, day] of Object.entries(days))
    await withPage(browser, {}, async (page) => {
      await page.clock.setFixedTime(new Date('2031-03-09T12:00:00'));
      await openPage(page, `/${language}/chicago-citykey/record/`);
      await page.locator('#kept-share button.copy').click();
      await expect.poll(() => page.locator('#kept-share [data-today]').textContent()).toBe(day);
    });
});

test('a frame to embed is copied with the host that it comes from', async () => {
  await withPage(browser, {}, async (page) => {
    await openPage(page, '/en/example-city/cards/');
    await page.locator('details.travel summary').first().click();
    const text = await copied(page, 'dd:has(code) button.copy');
    expect(text).toMatch(new RegExp(`^<iframe src="${inject('siteUrl')}/en/example-city/`));
  });
});

test('without a script nobody sees a button, and the citation asks for the day', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(inject('siteUrl') + RECORD);
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('#kept-share .to-copy').textContent()).toContain('Read on (add the day).');
  });
});

test('the words of a page are the same with the script and without it, but for the host in its addresses', async () => {
  const wordsOf = (javaScriptEnabled: boolean, path: string) =>
    withPage(browser, { javaScriptEnabled }, async (page) => {
      await page.goto(inject('siteUrl') + path);
      await page.evaluate(() => {
        for (const button of document.querySelectorAll('button.copy')) button.remove();
      });
      const text = await page.locator('main').innerText();
      return createHash('sha256')
        .update(text.replaceAll(inject('siteUrl'), '').replace(/\s+/g, ' '))
        .digest('hex');
    });
  for (const path of ['/en/', '/en/example-city/cards/', '/ar/example-city/requests/'])
    expect(await wordsOf(true, path), path).toBe(await wordsOf(false, path));
});

const CHART = '#chart-cards-issued-fiscal-year';

test('the exact value under a mouse, and by the arrow keys from mark to mark: as the table of the chart has it', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await openPage(page, '/en/example-city/cards/');
    const svg = page.locator(`${CHART} svg:visible`);
    const note = page.locator(`${CHART} svg:visible + .value-note`);
    await svg.locator('rect.bar').first().hover();
    expect(await note.textContent()).toBe('Cards issued, Fiscal year 2020: 6,473');
    await page.mouse.move(0, 0);
    expect(await note.textContent()).toBe('');
    await svg.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await note.textContent()).toBe('Cards issued, Fiscal year 2025: 12,274');
    await page.keyboard.press('ArrowRight');
    expect(await note.textContent()).toBe('Cards issued, Fiscal year 2020: 6,473');
    const figures = await page.locator(`${CHART} table td`).allTextContents();
    expect(figures).toContain('6,473');
  });
});

test('what is hidden is told as hidden, never as a number', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await openPage(page, '/en/example-city/applications/');
    const drawing = page.locator('svg.drawing.wide:has(rect[class^=hidden])').first();
    const told = (await drawing.evaluate(walkMarks)).filter(({ isHidden }) => isHidden);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ says }) => !/: hidden to protect people$/i.test(says))).toEqual([]);
  });
});

test('an address that names what is folded opens it, whether the page is there already or not', async () => {
  await withPage(browser, { viewport: { width: 360, height: 780 } }, async (page) => {
    const cards = '/en/example-city/cards/';
    await openPage(page, cards);
    const ids = await page.locator('details.fold').evaluateAll((all) => all.map(({ id }) => id));
    const [first = '', second = ''] = ids;
    const isOpen = (id: string) => page.locator(`[id="${id}"]`).evaluate((fold) => fold.hasAttribute('open'));
    expect([await isOpen(first), await isOpen(second)]).toEqual([false, false]);
    await page.evaluate((id) => location.assign(`#${id}`), first);
    await expect.poll(() => isOpen(first)).toBe(true);
    await page.goto('about:blank');
    await openPage(page, `${cards}#${second}`);
    expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });
});

test('a tap on a series leaves it alone in sight; Escape brings back the others', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await openPage(page, '/en/example-city/applications/');
    const svg = page.locator('figure.chart svg:visible:has(.sa):has(.sf)').first();
    await svg.locator('.key').first().click();
    const faded = svg.locator('[data-faded]');
    expect(await faded.count()).toBeGreaterThan(0);
    expect(await svg.locator('.sa[data-faded]').count()).toBe(0);
    await svg.press('Escape');
    expect(await faded.count()).toBe(0);
  });
});

test('a table is sorted by a column, what is hidden last, and turned around', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await openPage(page, '/en/example-city/balance/');
    const table = page.locator('#balance-quarters');
    const column = async () => table.locator('tbody td:nth-child(3)').allTextContents();
    await table.locator('thead th:nth-child(3) button').click();
    const numbersOf = (texts: readonly string[]) => texts.map(Number).filter((one) => !Number.isNaN(one));
    const down = numbersOf(await column());
    expect(down).toEqual([...down].sort((one, other) => other - one));
    expect(down.length).toBeGreaterThan(5);
    expect(await table.locator('th[aria-sort=descending]').count()).toBe(1);
    await table.locator('thead th:nth-child(3) button').click();
    expect(numbersOf(await column())).toEqual([...down].reverse());
  });
});

/** In the page: every mark of a picture by the arrow key, with what is said of it. */
function walkMarks(svg: Element): { readonly isHidden: boolean; readonly says: string }[] {
  return Array.from({ length: 200 }, () => {
    svg.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    const isHidden = svg.querySelector('[data-near][class^=hidden]') !== null;
    return { isHidden, says: svg.nextElementSibling?.textContent ?? '' };
  });
}

test.each(['/en/example-city/releases/', '/ar/example-city/releases/'])(
  'on a phone the menu of %s shows the page that is read, however many stand before it',
  async (path) => {
    await withPage(browser, { viewport: { width: 360, height: 740 } }, async (page) => {
      await openPage(page, path);
      const own = page.locator('.menu.pages [aria-current]');
      const isInSight = () =>
        own.evaluate((item) => {
          const { left, right } = item.getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        });
      await expect.poll(isInSight).toBe(true);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  },
);
