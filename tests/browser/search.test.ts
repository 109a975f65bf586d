// The search as its readers use it: words find sections of every page, nothing keeps them, and without a script a list stands there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { DIST, withPage } from './site.ts';

const site = inject('siteUrl');
const LIMIT_BYTES = 30_000;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The page's own list, or what is found of all pages. */
const entries = (page: Page) => page.locator('main section li:visible');

/** Types, and waits for what the page says of it. */
async function ask(page: Page, asked: string): Promise<void> {
  const told = page.locator('#search-status');
  await page.locator('#search-words').fill('');
  await expect.poll(() => told.textContent()).toBe('');
  await page.locator('#search-words').fill(asked);
  await expect.poll(() => told.textContent()).not.toBe('');
}

test('the search finds what holds every word, says how many, with each its page and program, and sends nothing', async () => {
  await withPage(browser, {}, async (page) => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto(`${site}/en/search/`);
    await ask(page, 'SUBPOENA Chicago');
    const found = await entries(page).count();
    expect(found).toBeGreaterThan(3);
    expect(await page.locator('#search-status').textContent()).toBe(`Entries found: ${found}`);
    expect(await entries(page).first().locator('.where').textContent()).toMatch(/Chicago, CityKey$/);
    expect(page.url()).toBe(`${site}/en/search/`);
    expect(sent.filter((url) => /[?]|subpoena/i.test(url))).toEqual([]);
    await ask(page, 'zeppelin');
    expect(await page.locator('#search-results li').count()).toBe(0);
    expect(await page.locator('#search-status').textContent()).toContain('Nothing was found.');
    expect(await entries(page).count()).toBeGreaterThan(40);
    await ask(page, 'subpoena zeppelin');
    expect(await page.locator('#search-status').textContent()).toContain('some of them');
    expect(await page.locator('#search-results li').count()).toBeGreaterThan(3);
    await page.getByLabel('Words to look for').fill('');
    await expect.poll(() => entries(page).count()).toBeGreaterThan(40);
  });
});

test('the search is used by keyboard alone: Enter goes to the first entry found, which leads to its page', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/en/search/`);
    await ask(page, '145,825');
    await page.keyboard.press('Enter');
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(href).toMatch(/^\/en\/chicago-citykey\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    expect(await page.locator('main').textContent()).toContain('145,825');
  });
});

test('the search finds letters with their marks by letters without', async () => {
  await withPage(browser, {}, async (page) => {
    for (const [language, marked, plain] of [
      ['es', 'método protege', 'metodo protege'],
      ['pl', 'jak długo', 'jak dlugo'],
    ] as const) {
      await page.goto(`${site}/${language}/search/`);
      await ask(page, marked);
      const found = await page
        .locator('#search-results a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(found.length).toBeGreaterThan(0);
      await ask(page, plain);
      expect(
        await page
          .locator('#search-results a')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
      ).toEqual(found);
    }
  });
});

test('the search marks what is invented, and keeps to a narrow screen', async () => {
  await withPage(browser, { viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto(`${site}/en/search/`);
    await ask(page, 'subpoena');
    const isMarked = await page
      .locator('#search-results li')
      .evaluateAll((all) =>
        all.map((one) => [
          one.querySelector('a')?.href.includes('/example-city/'),
          one.querySelector('.invented') !== null,
        ]),
      );
    expect(isMarked.some(([invented]) => invented)).toBe(true);
    for (const [invented, marked] of isMarked) expect(marked).toBe(invented);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});

/** What is typed, and where an entry leads that it finds. */
const CODES: readonly (readonly [typed: string, href: string])[] = [
  ['ropewalk', '/en/example-city/briefing/ropewalk/'],
  ['north mole', '/en/example-city/briefing/north-mole/'],
  ['DISTRICTMILLS', '/en/example-city/areas/#cards-by-fiscal-year-district'],
  ['avocet', '/en/example-city/requests/avocet/'],
  ['citykey 20250417', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['Cards issued', '/nyc-idnyc/releases/2024-Q2/files/cubes/cards-issued.csv'],
  ['cardsissued', '/example-city/releases/2025-Q2/files/cubes/cards-issued.csv'],
  ['2025q2', '/en/example-city/releases/2025-Q2/'],
  ['2024–q2', '/en/nyc-idnyc/releases/2024-Q2/'],
  ['٢٠٢٥-Q1', '/en/example-city/releases/2025-Q1/'],
  ['codelists/area.csv', '/example-city/releases/2025-Q2/files/codelists/area.csv'],
  ['cards by month channel csv', '/example-city/releases/2025-Q2/files/tables/cards-by-month-channel.csv'],
  ['timelinecsv', '/chicago-citykey/record/timeline.csv'],
  ['subpoena', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['ICE', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['Chicago subpoena', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['145,825', '/en/chicago-citykey/record/#cards-to-june-2025'],
  ['warrant state attorney', '/en/example-city/requests/attorney/'],
];

test('the search finds areas, requests, counts, releases and files by name and by code, however a code is typed', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/en/search/`);
    for (const [typed, href] of CODES) {
      await ask(page, typed);
      const links = entries(page).locator('a');
      const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(found, typed).toContain(href);
    }
  });
});

test.each([
  ['Chicago', '/en/chicago-citykey/'],
  ['subpoena', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['my data', '/records/'],
])('the search for %s finds %s first', async (typed, href) => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/en/search/`);
    await ask(page, typed);
    expect(await entries(page).first().locator('a').getAttribute('href')).toMatch(new RegExp(`${href}$`));
    expect(await page.locator('#search-results').textContent()).not.toContain('not-on-the-record');
  });
});

test('without JavaScript the page of the search lists every page, table, release and file', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site}/en/search/`);
    expect(await entries(page).count()).toBeGreaterThan(40);
    for (const [, href] of CODES)
      expect(await page.locator(`main a[href="${href}"]`).count(), href).toBeGreaterThan(0);
    expect(await page.getByLabel('Words to look for').isVisible()).toBe(false);
  });
});

test('the script of the search weighs less than 30 kB', () => {
  const html = readFileSync(join(DIST, 'en/search/index.html'), 'utf8');
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  expect(brotliCompressSync(readFileSync(join(DIST, script), 'utf8')).byteLength).toBeLessThan(LIMIT_BYTES);
});
