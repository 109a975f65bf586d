// "Try to break it" as its readers use it: the attack runs in the browser and proves what the release's audit says, and no more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './launch.ts';
import { DIST, withPage } from './site.ts';

const PAGE = `${inject('siteUrl')}/en/example-city/break/`;
const FILES = join(DIST, 'example-city/releases/2025-Q2/files');
const K = 11;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A hidden cell of which nothing is certain, as the sealed audit has it. */
function openCell(): { key: string; least: number; most: number } {
  const { ranges } = JSON.parse(readFileSync(join(FILES, 'audit.json'), 'utf8'));
  const found = ranges.findLast(
    (range: { measure: string; verdict: string; most: number | null }) =>
      range.measure === 'cards-issued' && range.verdict === 'open' && range.most !== null,
  );
  return { key: `${found.measure}|${found.cell}`, least: found.least, most: found.most };
}

test('the attack in the browser proves of a hidden count what the audit says: it may be 0, and it may be k or more', async () => {
  const { key, least, most } = openCell();
  await withPage(browser, { viewport: { width: 360, height: 800 } }, async (page) => {
    const faults: string[] = [];
    const fetched: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(`${PAGE}?${new URLSearchParams({ cell: key })}`);
    await page.getByRole('button', { name: 'Attack everything that was published' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#attack-found').waitFor();
    expect(await page.locator('#attack-cell').inputValue()).toBe(key);
    const text = (await page.locator('#attack [role="status"] .lead').textContent()) ?? '';
    expect(text).toContain(`at least ${least} and at most ${most}.`);
    expect({ least, isManyPossible: most >= K }).toEqual({ least: 0, isManyPossible: true });
    const [one, other] = await page.locator('#attack tbody tr').first().locator('td').allTextContents();
    expect(Number(one)).toBe(0);
    expect(Number(other)).toBeGreaterThanOrEqual(K);
    expect(faults).toEqual([]);
    expect(fetched.filter((url) => !url.startsWith(inject('siteUrl')))).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test('without JavaScript the page of the attack says what it reads and how to run it elsewhere', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(PAGE);
    expect(await page.locator('#attack-reads a').count()).toBeGreaterThan(1);
    expect(await page.locator('.commands').textContent()).toMatch(/^npm run attack -- data\/programs\//);
  });
});

test('only the page of the attack may run WebAssembly', () => {
  const policyOf = (page: string) =>
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
      readFileSync(join(DIST, 'en/example-city', page, 'index.html'), 'utf8'),
    )?.[1];
  expect(policyOf('break')).toContain('wasm-unsafe-eval');
  expect(policyOf('explore')).not.toContain('wasm-unsafe-eval');
  expect(policyOf('method')).not.toContain('script-src');
});
