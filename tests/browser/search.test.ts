// The search as its readers use it: a word narrows the list, the address keeps it, and without a script the whole list stands there.
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

const entries = (page: Page) => page.locator('main section li:visible');

test('the search leaves the entries that hold every word, and says how many', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/en/search/`);
    const all = await entries(page).count();
    await page.getByLabel('Words to look for').fill('CARDS quarter');
    const found = await entries(page).count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    for (const text of await entries(page).allTextContents()) expect(text.toLowerCase()).toMatch(/cards/);
    expect(await page.locator('#search-status').textContent()).toBe(`Entries found: ${found}`);
    await page.reload();
    expect(await entries(page).count()).toBe(found);
    await page.getByLabel('Words to look for').fill('zeppelin');
    expect(await entries(page).count()).toBe(0);
    expect(await page.locator('#search-status').textContent()).toContain('Nothing was found.');
  });
});

test('the search finds letters with their marks by letters without', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/es/search/?q=metodo+protege`);
    const plain = await entries(page).count();
    await page.goto(`${site}/es/search/?q=m%C3%A9todo+protege`);
    expect(await entries(page).count()).toBe(plain);
  });
});

/** What is typed, and where an entry leads that it finds. */
const CODES: readonly (readonly [typed: string, href: string])[] = [
  ['ropewalk', '/en/example-city/briefing/ropewalk/'],
  ['north mole', '/en/example-city/briefing/north-mole/'],
  ['DISTRICTMILLS', '/en/example-city/areas/#cards-by-fiscal-year-district'],
  ['avocet', '/en/example-city/requests/avocet/'],
  ['citykey 20250417', '/en/chicago-citykey/requests/citykey-2025-04-17/'],
  ['Cards issued', '/en/example-city/cite/#dictionary'],
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
  ['145,825', '/en/chicago-citykey/#on-the-record'],
  ['warrant state attorney', '/en/example-city/requests/attorney/'],
];

test('the search finds areas, requests, counts, releases and files by name and by code, however a code is typed', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${site}/en/search/`);
    const words = page.getByLabel('Words to look for');
    for (const [typed, href] of CODES) {
      await words.fill(typed);
      const links = entries(page).locator('a');
      const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(found, typed).toContain(href);
      expect(await entries(page).count(), typed).toBeLessThan(20);
    }
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

test('the search weighs less than 30 kB: its list and its script', () => {
  const html = readFileSync(join(DIST, 'en/search/index.html'), 'utf8');
  const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? [];
  const texts = [html, readFileSync(join(DIST, script), 'utf8')];
  const bytes = texts.reduce((sum, text) => sum + brotliCompressSync(text).byteLength, 0);
  expect(bytes).toBeLessThan(LIMIT_BYTES);
});
