// "Test it yourself" as its readers use it: the attack runs in the browser and proves what the release's audit says, and no more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Told } from '../../src/islands/attack/attack-worker.ts';
import { launchBrowser } from '../../src/print/browser.ts';
import { serveSite } from '../../src/run/review/serve-site.ts';
import { bringAxe, findViolations } from './axe.ts';
import { DIST, withPage } from './site.ts';

const PAGE = `${inject('siteUrl')}/en/example-city/break/`;
const FILES = join(DIST, 'example-city/releases/2025-Q2/files');
const K = 11;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const BEGIN = 'Attack everything that was published';

/** What the worker tells the page, from now on, in its order: data, whether or not it was rendered before the next came. */
async function recordTold(page: Page): Promise<() => Promise<Told[]>> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    const Own = Worker;
    const Recorded = class extends Own {
      constructor(...args: ConstructorParameters<typeof Own>) {
        super(...args);
        this.addEventListener('message', ({ data }) => told.push(data));
      }
    };
    Object.assign(globalThis, { told, Worker: Recorded });
  });
  return () => page.evaluate(() => (globalThis as unknown as { readonly told: Told[] }).told);
}

/** Takes from a page, and from its worker, what browsers of five years ago have not. */
const FORGET =
  "delete Map.groupBy; for (const name of ['at', 'with', 'toReversed', 'toSorted', 'findLast', 'findLastIndex']) delete Array.prototype[name];";

const auditOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8'));

/** A hidden cell of which nothing is certain, as the sealed audit has it. */
function openCell(): { key: string; least: number; most: number } {
  const { ranges } = auditOf(FILES);
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
    const told = await recordTold(page);
    await page.goto(`${PAGE}#${new URLSearchParams({ cell: key })}`);
    await page.getByRole('button', { name: BEGIN }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#attack-found').waitFor();
    const status = (await page.locator('#attack p[role="status"]').textContent()) ?? '';
    const groups = Number(/in groups: (\d+)/.exec(status)?.[1]);
    const steps = (await told()).flatMap((one) => (one.kind === 'step' ? [one.step] : []));
    const attacking = steps.filter(({ phase }) => phase === 'attacking');
    expect(steps.slice(0, 4).map(({ phase }) => phase)).toEqual(['reading', 'joining', 'adding', 'fetching']);
    const { ranges } = auditOf(FILES);
    expect(status).toContain(`for all ${ranges.length} of ${ranges.length} counts`);
    expect(attacking).toEqual(
      Array.from({ length: groups }, (_, at) => ({ phase: 'attacking', group: at + 1, groups })),
    );
    expect(await page.locator('#attack-cell').inputValue()).toBe(key);
    const text = (await page.locator('#attack [role="status"] .lead').textContent()) ?? '';
    expect(text).toContain(`at least ${least} and at most ${most}.`);
    expect({ least, isManyPossible: most >= K }).toEqual({ least: 0, isManyPossible: true });
    const [one, other] = await page.locator('#attack tbody tr').first().locator('td').allTextContents();
    expect(Number(one)).toBe(0);
    expect(Number(other)).toBeGreaterThanOrEqual(K);
    expect(faults).toEqual([]);
    expect(fetched.filter((url) => !url.startsWith(inject('siteUrl')))).toEqual([]);
    await bringAxe(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test('of certificates that do not add up the page says so, whatever the solver finds', async () => {
  await withPage(browser, {}, async (page) => {
    const audit = auditOf(FILES);
    const certificates = audit.certificates.with(0, { ...audit.certificates[0], worlds: [] });
    await page.route('**/audit.json', (route) => route.fulfill({ json: { ...audit, certificates } }));
    await page.goto(PAGE);
    await page.getByRole('button', { name: BEGIN }).click();
    await page.locator('#attack-found').waitFor();
    const status = await page.locator('#attack p[role="status"]').textContent();
    expect(status).toMatch(/The published certificates do not add up: .* for \d+ of \d+ counts/);
  });
});

test('while the attack runs the page answers: its button stops it, and nothing is found', async () => {
  await withPage(browser, {}, async (page) => {
    const told = await recordTold(page);
    // Without its solver the attack does not end, however fast the machine is.
    const held = new Promise<void>((resolve) => {
      void page.route('**/*.wasm', () => resolve());
    });
    await page.goto(PAGE);
    const begin = page.getByRole('button', { name: BEGIN });
    await begin.click();
    await held;
    const [worker] = page.workers();
    const closed = worker?.waitForEvent('close');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('The attack was stopped before its end.').waitFor();
    await closed;
    expect(await begin.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
    expect(await page.locator('#attack-found').count()).toBe(0);
    expect(page.workers()).toEqual([]);
    expect((await told()).filter(({ kind }) => kind !== 'step')).toEqual([]);
  });
});

test('where the worker cannot be had the page says so, and its button is there to try again', async () => {
  await withPage(browser, {}, async (page) => {
    await page.route('**/attack-worker.*.js', (route) => route.abort());
    await page.goto(PAGE);
    const begin = page.getByRole('button', { name: BEGIN });
    await begin.click();
    await page.getByText('It did not work on this device').waitFor();
    expect(await begin.getAttribute('aria-disabled')).toBe('false');
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });
});

test('where the server sends a policy that forbids WebAssembly, the page says so and what to send instead', async () => {
  const headers = { 'Content-Security-Policy': "default-src 'self'" };
  const site = await serveSite({ dist: DIST, base: '/', port: 4500, headers });
  try {
    await withPage(browser, {}, async (page) => {
      await page.goto(`${site.address}en/example-city/break/`);
      await page.getByRole('button', { name: BEGIN }).click();
      await page.getByText("script-src 'self' 'wasm-unsafe-eval'").waitFor();
      expect(await page.locator('#attack [role="status"]').textContent()).toContain('this website’s server');
    });
  } finally {
    await site.stop();
  }
});

test('the attack, the explorer and the search run in a browser that knows no method of the last five years', async () => {
  await withPage(browser, {}, async (page) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.addInitScript(FORGET);
    await page.route('**/attack-worker.*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: FORGET + (await response.text()) });
    });
    await page.goto(PAGE);
    await page.getByRole('button', { name: BEGIN }).click();
    await page.locator('#attack-found').waitFor();
    await page.goto(PAGE.replace('break', 'explore'));
    await page.locator('#explorer table').first().waitFor();
    await page.goto(`${inject('siteUrl')}/en/search/`);
    await page.locator('#search-words').fill('cards');
    await page.locator('#search-status:not(:empty)').waitFor();
    expect(faults).toEqual([]);
  });
});

test('without JavaScript the page of the attack says what it reads and how to run it elsewhere', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(PAGE);
    expect(await page.locator('#attack-reads a').count()).toBeGreaterThan(1);
    expect(await page.locator('.commands code').textContent()).toMatch(/^npm run attack -- data\/programs\//);
  });
});

test('only the attack and the check may start a worker, and no page may run WebAssembly itself', () => {
  const policyOf = (page: string) =>
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
      readFileSync(join(DIST, 'en/example-city', page, 'index.html'), 'utf8'),
    )?.[1];
  for (const page of ['break', 'verify'])
    expect(policyOf(page)).toContain("worker-src 'self'; trusted-types site-worker");
  for (const page of ['explore', 'method']) expect(policyOf(page)).not.toContain('worker-src');
  for (const page of ['break', 'verify', 'explore', 'method'])
    expect(policyOf(page)).not.toContain('wasm-unsafe-eval');
});
