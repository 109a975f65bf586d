// What axe cannot see: the way of the keyboard, on a phone, through every page that has a menu to pass.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { listPages, turnPages } from './site.ts';

const pages = listPages(['en']).filter((path) => !path.includes('/embed/'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

interface Way {
  readonly path: string;
  /** What the first step meets: where it leads, and whether it is in sight. */
  readonly first: { readonly target: string | null; readonly isSeen: boolean };
  /** What nothing marks while it has the focus, in the first steps. */
  readonly unmarked: readonly string[];
  /** Tables that scroll and cannot be reached. */
  readonly unreachable: readonly string[];
  /** The element that has the focus after the skip link was followed. */
  readonly landed: string;
}

const STEPS = 12;
let ways: readonly Way[] = [];

beforeAll(async () => {
  const options = { viewport: { width: 360, height: 740 } };
  ways = await turnPages(browser, options, pages, async (page, path) => ({ path, ...(await walk(page)) }));
});

/** From the top of the page: some steps, then back to the first and down the skip link. */
async function walk(page: Page): Promise<Omit<Way, 'path'>> {
  const unreachable = await page.locator('table').evaluateAll(findUnreachable);
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  const [target, box] = [await focused.getAttribute('href'), await focused.boundingBox()];
  const isSeen = box !== null && box.x >= 0 && box.y >= 0 && box.width > 1 && box.height > 1;
  const unmarked: string[] = [await page.evaluate(nameUnmarkedFocus)];
  for (let step = 1; step < STEPS; step += 1) {
    await page.keyboard.press('Tab');
    unmarked.push(await page.evaluate(nameUnmarkedFocus));
  }
  await page.locator(`[href="${target}"]`).first().press('Enter');
  const landed = await page.evaluate(() => document.activeElement?.tagName ?? '');
  return { first: { target, isSeen }, unmarked: unmarked.filter((name) => name !== ''), unreachable, landed };
}

/** What is wrong on each page of which something is wrong. */
function faults(find: (way: Way) => readonly string[]): Record<string, readonly string[]> {
  const found = ways.map((way) => [way.path, find(way)] as const);
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

describe('the keyboard', () => {
  test('meets the skip link first, sees it, and lands in the content', () => {
    expect(ways.length).toBeGreaterThan(5);
    expect(
      faults(({ first: { target, isSeen }, landed }) => [
        ...(target?.startsWith('#') && isSeen ? [] : ['no skip link in sight']),
        ...(landed === 'MAIN' ? [] : [`lands in ${landed}`]),
      ]),
    ).toEqual({});
  });

  test('always shows where it is', () => {
    expect(faults(({ unmarked }) => unmarked)).toEqual({});
  });

  test('reaches every table that scrolls', () => {
    expect(faults(({ unreachable }) => unreachable)).toEqual({});
  });
});

/** The focused element if neither an outline nor a shadow marks it; runs in the page. */
function nameUnmarkedFocus(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return '';
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isMarked = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  return isMarked ? '' : element.outerHTML.slice(0, 80);
}

/** Tables wider than their frame whose frame the keyboard cannot reach; runs in the page. */
function findUnreachable(tables: readonly Element[]): string[] {
  return tables
    .filter((table) => {
      const frame = table.parentElement;
      return frame !== null && frame.scrollWidth > frame.clientWidth && frame.tabIndex < 0;
    })
    .map((table) => table.id);
}
