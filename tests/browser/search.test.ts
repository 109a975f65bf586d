// The search as its readers use it: a word narrows the list, the address keeps it, and without a script the whole list stands there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './launch.ts';
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

test('without JavaScript the page of the search lists every page and table', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site}/en/search/`);
    expect(await entries(page).count()).toBeGreaterThan(40);
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
