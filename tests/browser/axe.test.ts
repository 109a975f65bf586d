// Pages on a wide screen, by axe, and on paper. From left to right and from right to left, by day; by night every template, in one language, since
// all have the same colours.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { bringAxeAlong, findViolations } from './axe.ts';
import { listPages, turnPages } from './site.ts';
import { templatesIn } from './templates.ts';

interface Looked {
  readonly path: string;
  readonly violations: readonly string[];
  /** What holds each table of more rows than half a sheet in a layout that cannot be broken over sheets. */
  readonly held: readonly string[];
}

let browser: Browser;
let looked: readonly Looked[] = [];

const isAll = inject('pages') === 'all';
const templates = templatesIn('en').map(({ path }) => path);
const pages = [...new Set([...listPages(['en', 'ar']), ...templates])];
const isByNight = (path: string): boolean => (isAll ? path.startsWith('/en/') : templates.includes(path));

beforeAll(async () => {
  browser = await launchBrowser();
  looked = await lookAt(pages);
});
afterAll(() => browser.close());

/** Of text over a gradient axe says nothing: the shades of what scrolls are taken away. */
const PLAIN = ':is(.scroll, .commands, table, caption, code) { background-image: none !important; }';

/** What may change with the colours; everything else is the same by night. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

function lookAt(paths: readonly string[], styles = PLAIN): Promise<Looked[]> {
  const options = { bypassCSP: true, viewport: { width: 1280, height: 900 } };
  const look = async (page: Page, path: string) => {
    const held = await findHeld(page);
    return { path, held, violations: await violationsOf(page, isByNight(path), styles) };
  };
  return turnPages(browser, options, paths, look, bringAxeAlong);
}

async function violationsOf(page: Page, isNightToo: boolean, styles: string): Promise<string[]> {
  expect(page.frames()).toHaveLength(1);
  await page.evaluate(openAll, styles);
  const byDay = await findViolations(page);
  if (!isNightToo) return byDay;
  await page.emulateMedia({ colorScheme: 'dark' });
  const found = await findViolations(page, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: null });
  return [...byDay, ...found.map((one) => `by night: ${one}`)];
}

/** In the page: what is folded away is read too, with these styles besides its own. */
function openAll(styles: string): void {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const element = document.createElement('style');
  element.textContent = styles;
  document.head.append(element);
}

async function findHeld(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.locator('table:has(tr:nth-child(15))').evaluateAll(holders);
  await page.emulateMedia({ media: null });
  return found;
}

/** In the page. */
function holders(tables: readonly Element[]): string[] {
  const found = tables.flatMap((table) => {
    const around: Element[] = [];
    for (let one = table.parentElement; one !== null; one = one.parentElement) around.push(one);
    return around.filter((one) => /grid|flex/.test(getComputedStyle(one).display));
  });
  return [...new Set(found.map((one) => `${one.tagName} ${one.className}`))];
}

/** What is wrong on each page of which something is wrong. */
function faults(find: (one: Looked) => readonly string[]): Record<string, readonly string[]> {
  const found = looked.map((one) => [one.path, find(one)] as const);
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

test('axe finds nothing on every page, by day and by night', () => {
  expect(looked.length).toBeGreaterThan(10);
  expect(faults(({ violations }) => violations)).toEqual({});
});

test('axe finds what cannot be read by night alone', async () => {
  const styles = '@media (prefers-color-scheme: dark) { main p { color: #222; background: #333; } }';
  const [found] = await lookAt(['/en/translation/'], styles);
  const rules = found?.violations.map((line) => line.split(': ').slice(0, 2).join(': '));
  expect(new Set(rules)).toEqual(new Set(['by night: color-contrast']));
});

// Browsers set what follows a grid over its last rows where it runs over several sheets, so no table stands in one.
test('on paper no table with more rows than half a sheet stands in a grid', () => {
  expect(faults(({ held }) => held)).toEqual({});
});
