// Every page in a browser, as a stranger meets it: quiet, self-contained, as wide as the screen, complete without scripts.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import english from '../../src/site/messages/en.json' with { type: 'json' };
import { inParallel, listPages, openPage, runsScript, withPage } from './site.ts';

interface Visit {
  readonly path: string;
  readonly console: readonly string[];
  readonly requests: readonly string[];
  readonly stored: readonly string[];
  /** Layout shift while the page loads and its script, if it has one, renders. */
  readonly shift: number;
  /** By how many pixels the page is wider than the screen, by width of the screen. */
  readonly overflow: readonly (readonly [screenPx: number, overPx: number])[];
  /** The scripts that a browser runs: their addresses, or their texts. */
  readonly scripts: readonly string[];
  readonly drawings: readonly { readonly id: string; readonly name: string }[];
  /** What each withheld cell of a table says. */
  readonly hidden: readonly string[];
}

const NARROW_PX = [360, 320];
const siteUrl = inject('siteUrl');
let browser: Browser;
let visits: readonly Visit[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  visits = await inParallel(listPages(), visit);
});
afterAll(() => browser.close());

function visit(path: string): Promise<Visit> {
  return withPage(browser, { viewport: { width: 360, height: 780 } }, async (page, context) => {
    const lines: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    page.on('pageerror', (error) => lines.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.addInitScript(watchShifts);
    await page.route('**/*.css', (route) => isParsed(page).then(() => route.continue()));
    await openPage(page, path);
    const shift = await page.evaluate(sumShifts);
    const scripts = await page.locator('script').evaluateAll(listRunning);
    const drawings = await page.locator('svg[role=img]').evaluateAll(nameDrawings);
    const hidden = await page.locator('td.hidden').allTextContents();
    const overflow = await measureOverflow(page);
    const cookies = await context.cookies();
    const { origins } = await context.storageState();
    return {
      path,
      console: lines,
      requests,
      shift,
      overflow,
      scripts,
      drawings,
      hidden,
      stored: [...cookies, ...origins].map(
        ({ name = '', origin = '' }: { name?: string; origin?: string }) => name + origin,
      ),
    };
  });
}

/** In the words of a language; a range has two ends, the lower one first, or no upper one. */
function saysHidden(language: string, text: string): boolean {
  const { tables }: typeof english = JSON.parse(readFileSync(`src/site/messages/${language}.json`, 'utf8'));
  const ends: number[] = [];
  const form = text.replaceAll(/\d(?:[\d.,\s]*\d)?/g, (end) => {
    ends.push(Number(end.replaceAll(/\D/g, '')));
    return '#';
  });
  const formOf = (message: string) => message.replaceAll(/\{\w+\}/g, '#');
  if (form === formOf(tables.hiddenBetween)) return ends.length === 2 && Number(ends[0]) < Number(ends[1]);
  return form === tables.hidden || form === formOf(tables.hiddenAtLeast);
}

/** Styles are handed out when the whole page is there: nothing is painted before, so it does not hang on the machine which piece is painted first. */
async function isParsed(page: Page): Promise<void> {
  while ((await page.evaluate(() => document.readyState)) === 'loading') await sleep(10);
}

/** In the page, before anything of it is drawn: notes every layout shift. */
function watchShifts(): void {
  const shifts: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { listShifts: () => [...shifts, ...observer.takeRecords()] });
}

/** The sum of all layout shifts since then, those too that the observer has not been told of yet. */
function sumShifts(): number {
  const { listShifts } = globalThis as unknown as { listShifts: () => { readonly value: number }[] };
  return listShifts().reduce((sum, { value }) => sum + value, 0);
}

async function measureOverflow(page: Page): Promise<Visit['overflow']> {
  const measured: [number, number][] = [];
  for (const width of NARROW_PX) {
    await page.setViewportSize({ width, height: 700 });
    measured.push([
      width,
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ]);
  }
  return measured;
}

/** The addresses, or the texts, of the scripts that a browser runs; data that a page carries are none. */
function listRunning(scripts: readonly Element[]): string[] {
  return scripts
    .filter((script) => script.getAttribute('type') !== 'application/json')
    .map((script) => script.getAttribute('src') ?? script.outerHTML);
}

/** The name that assistive technology hears of each drawing. */
function nameDrawings(drawings: readonly Element[]): { id: string; name: string }[] {
  return drawings.map((drawing) => {
    const ids = (drawing.getAttribute('aria-labelledby') ?? '').split(' ');
    const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '');
    return { id: ids[0] ?? '', name: (drawing.getAttribute('aria-label') ?? '') + texts.join(' ').trim() };
  });
}

/** What is wrong with each page of which something is wrong. */
function faults(find: (visit: Visit) => readonly unknown[]): Record<string, readonly unknown[]> {
  const found = visits.map((visit) => [visit.path, find(visit)] as const);
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

test('the address of the site leads to a language without a script', async () => {
  const reached = await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(siteUrl);
    await page.waitForURL(/\/[a-z]{2,3}\/$/);
    return new URL(page.url()).pathname;
  });
  expect(visits.map(({ path }) => path)).toContain(reached);
});

describe('every page', () => {
  test('is there to be visited', () => {
    expect(visits.length).toBeGreaterThan(5);
  });

  test('says nothing on the console: no error, no breach of its content policy', () => {
    expect(faults((visit) => visit.console)).toEqual({});
  });

  test('asks nothing of another origin', () => {
    expect(faults(({ requests }) => requests.filter((url) => !url.startsWith(`${siteUrl}/`)))).toEqual({});
  });

  test('makes at most 8 requests', () => {
    expect(faults(({ requests }) => (requests.length > 8 ? requests : []))).toEqual({});
  });

  test('moves nothing while it loads', () => {
    expect(faults(({ shift }) => (shift > 0 ? [shift] : []))).toEqual({});
  });

  test('leaves no cookie and stores nothing', () => {
    expect(faults(({ stored }) => stored)).toEqual({});
  });

  test.each(NARROW_PX)('does not scroll sideways on a screen of %i px', (width) => {
    expect(
      faults(({ overflow }) => overflow.filter(([screen, over]) => screen === width && over > 0)),
    ).toEqual({});
  });

  test('names every drawing for those who hear it', () => {
    expect(faults(({ drawings }) => drawings.filter(({ name }) => name === ''))).toEqual({});
  });

  test('says in words of every withheld cell that it is hidden, and of its count at most between what numbers it lies', () => {
    const said = visits.flatMap(({ hidden }) => hidden);
    expect(said.some((text) => text === english.tables.hidden)).toBe(true);
    expect(said.some((text) => text !== english.tables.hidden && saysHidden('en', text))).toBe(true);
    expect(
      faults(({ path, hidden }) => hidden.filter((text) => !saysHidden(path.split('/')[1] ?? '', text))),
    ).toEqual({});
  });

  test('has one script, the same on all, by which nothing new is said; none in a frame; others in the explorer, the attack and the search', () => {
    const plain = visits.filter(({ path }) => !runsScript(path));
    const shared = new Set(plain.flatMap(({ scripts }) => scripts));
    expect([...shared]).toEqual([expect.stringMatching(/\/_astro\/ReaderScript[^/]*\.js$/)]);
    expect(
      faults(({ path, scripts }) => {
        if (runsScript(path))
          return scripts.length > 0 && !scripts.some((one) => shared.has(one)) ? [] : [scripts];
        return scripts.length === (path.includes('/embed/') ? 0 : 1) ? [] : [scripts];
      }),
    ).toEqual({});
  });
});
