// The explorer as its readers use it: by address, by keyboard, without JavaScript; and what it weighs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { bringAxe, findViolations } from './axe.ts';
import { DIST, withPage } from './site.ts';

const PAGE = `${inject('siteUrl')}/en/example-city/explore/`;
const LIMIT_BYTES = 95_000;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open = async (page: Page, query = ''): Promise<void> => {
  await page.goto(PAGE + query);
  await page.locator('#explorer table').waitFor();
};
const chosen = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));
const rowOf = (page: Page, heading: string) =>
  page.locator('#explorer tr', { has: page.getByRole('rowheader', { name: heading, exact: true }) });

test('the explorer shows what its address asks for, hidden cells as hidden', async () => {
  await withPage(browser, {}, async (page) => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await open(
      page,
      '#measure=cards-issued&per=month&by=channel&from=2022-03&to=2022-05&only-channel=online',
    );
    expect(await page.locator('#explorer thead th').allTextContents()).toEqual(['Period', 'Online']);
    expect(await page.locator('#explorer tbody tr').count()).toBe(3);
    const cells = readFileSync(
      join(DIST, 'example-city/releases/2025-Q2/files/cubes/cards-issued.csv'),
      'utf8',
    );
    for (const [code, name] of [
      ['2022-03', 'March 2022'],
      ['2022-04', 'April 2022'],
    ]) {
      const [, count, status] = new RegExp(`^${code},online,_T,_T,_T,(\\d*),(\\w?)`, 'm').exec(cells) ?? [];
      const shown = await rowOf(page, name ?? '')
        .locator('td')
        .textContent();
      if (status === 'c') expect(shown).toMatch(/^hidden: \d+ to \d+$/);
      else expect(shown).toBe(Number(count).toLocaleString('en'));
    }
    const hidden = page.locator('#explorer td.hidden');
    expect(await hidden.count()).toBe(1);
    expect(await page.locator('#explorer .notes').textContent()).toContain('That is no estimate');
    expect(await page.locator('#explorer svg:visible').count()).toBe(1);
    expect(faults).toEqual([]);
  });
});

test('the explorer works by keyboard, and its address keeps the choice', async () => {
  await withPage(browser, {}, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page);
    await page.getByLabel('Broken down by').focus();
    await page.keyboard.press('A');
    await expect.poll(() => chosen(page).get('by')).toBe('age');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('explorer-and');
    await page.getByRole('checkbox', { name: '14 to 64' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => chosen(page).get('only-age')).toBe('under-14,65-plus');
    const before = await page.locator('#explorer table').textContent();
    await page.reload();
    await page.locator('#explorer table').waitFor();
    expect(await page.locator('#explorer table').textContent()).toBe(before);
    await page.getByText('Skip to content').press('Enter');
    expect(await page.locator('#explorer table').textContent()).toBe(before);
    expect(asked.filter((url) => url.includes('?'))).toEqual([]);
  });
});

test('the explorer breaks down twice and filters, and says the choice in one line', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await open(page, '#measure=cards-issued&per=fiscal-year&by=channel');
    await page.getByLabel('And by').selectOption('age');
    await expect.poll(() => chosen(page).get('by')).toBe('channel,age');
    const rows = page.locator('#explorer tbody tr');
    expect(await rows.first().locator('th').textContent()).toMatch(/, Under 14$/);
    await page.getByLabel('And by').selectOption('');
    await page.getByLabel('Age', { exact: true }).selectOption('65-plus');
    await expect.poll(() => chosen(page).get('only-age')).toBe('65-plus');
    expect(await page.locator('#explorer figcaption').textContent()).toBe(
      'Cards issued by fiscal year and way of applying; Age: 65 and over; Fiscal year 2020 – Fiscal year 2025',
    );
    const [form, picture] = await Promise.all(
      ['form', 'svg:visible'].map((part) => page.locator(`#explorer ${part}`).boundingBox()),
    );
    expect(form && picture && form.x + form.width <= picture.x).toBe(true);
  });
});

test('the explorer hands out the chosen cells as a file', async () => {
  await withPage(browser, { acceptDownloads: true }, async (page) => {
    await open(page, '#measure=applications&per=fiscal-year&by=channel');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these figures (CSV)' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('applications-fiscal-year-channel.csv');
    expect(await page.locator('#explorer button + [role=status]').textContent()).toBe(
      'applications-fiscal-year-channel.csv',
    );
    expect(text.split('\n')[1]).toMatch(/applications\|.*,Invented figure/);
  });
});

test('the explorer says why it shows other periods than were chosen', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, '#measure=cards-issued&per=month&by=channel');
    const by = page.getByLabel('Broken down by');
    const area = await by.locator('option[value^=area]').first().getAttribute('value');
    await by.selectOption(area);
    expect(await page.getByLabel('By', { exact: true }).inputValue()).not.toBe('month');
    await expect
      .poll(() => page.locator('#explorer p[role=status]').first().textContent())
      .toMatch(/^.+: not published\. Shown instead: .+/);
  });
});

test('an address that asks for what no table has is told so, and says what is shown', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, '#measure=cards-issued&per=month&by=channel,area');
    await expect
      .poll(() => page.locator('#explorer p[role=status]').first().textContent())
      .toMatch(/^Cards issued by month, way of applying, and area: not published\. Shown instead: by /);
    expect(new URL(page.url()).hash).toMatch(/&by=channel&/);
    expect(await page.locator('#explorer .hint').textContent()).toMatch(/^Counts by way of applying and .+/);
  });
});

test('by keyboard no step between widens the periods, and no strip stands above a table', async () => {
  await withPage(browser, {}, async (page) => {
    await open(page, '#measure=cards-issued&per=month&by=&from=2024-07&to=2025-06');
    const per = page.getByLabel('By', { exact: true });
    await per.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    expect(await per.inputValue()).toBe('fiscal-year');
    expect(new URL(page.url()).hash).toContain('from=FY2025&to=FY2025');
    const scroll = page.locator('#explorer .scroll');
    expect(
      await scroll.evaluate(
        (box) => (box.firstElementChild?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top,
      ),
    ).toBeLessThan(3);
  });
});

test('on a wide screen the table of the explorer shows every channel', async () => {
  await withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    await open(page, '#measure=applications&per=year&by=channel');
    const hidden = await page
      .locator('#explorer .scroll')
      .evaluate((frame) => frame.scrollWidth - frame.clientWidth);
    expect(hidden).toBe(0);
  });
});

test('axe finds nothing in the explorer, on a phone and on a wide screen', async () => {
  for (const width of [360, 1280]) {
    await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
      await open(page);
      await bringAxe(page);
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});

test('without JavaScript the page of the explorer leads to every table', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(PAGE);
    expect(await page.locator('#tables tbody tr').count()).toBeGreaterThan(10);
    expect(await page.locator('#tables a[href$=".csv"]').count()).toBeGreaterThan(10);
  });
});

test('the explorer weighs less than 95 kB with its page, its styles and its first figures', async () => {
  await withPage(browser, {}, async (page) => {
    const paths: string[] = [];
    page.on('response', (response) => paths.push(new URL(response.url()).pathname));
    await open(page);
    const files = paths.map((path) => join(DIST, path.endsWith('/') ? `${path}index.html` : path));
    const bytes = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).byteLength, 0);
    expect(files.length).toBeLessThanOrEqual(8);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
  });
});
