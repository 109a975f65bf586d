// axe from left to right and from right to left, by day; by night in one language, since all have the same colours.
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { inParallel, listPages, openPage, withPage } from './site.ts';

const pages = listPages(['en', 'ar']);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Of text over a gradient axe says nothing: the shades of what scrolls are taken away. */
const PLAIN = ':is(.scroll, .commands, table, caption, code) { background-image: none !important; }';

/** What may change with the colours; everything else is the same by night. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * `rule: element` for every violation. axe itself is a script that the content policy would refuse. Its legacy mode
 * is twice as fast and leaves out what pages of other origins hold in frames: ours have no frames. What it found in order
 * stays in the page: to hand that over takes half of the time.
 */
function findViolations(path: string, colorScheme: 'light' | 'dark'): Promise<string[]> {
  return withPage(
    browser,
    { bypassCSP: true, colorScheme, viewport: { width: 1280, height: 900 } },
    async (page) => {
      await openPage(page, path);
      await openAll(page);
      await page.addStyleTag({ content: PLAIN });
      expect(page.frames()).toHaveLength(1);
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(COLOUR_RULES)).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
  );
}

/** What is folded away is read too. */
async function openAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '');
  });
}

async function violationsOf(
  paths: readonly string[],
  colorScheme: 'light' | 'dark',
): Promise<Record<string, string[]>> {
  const found = await inParallel(
    paths,
    async (path) => [path, await findViolations(path, colorScheme)] as const,
  );
  return Object.fromEntries(found.filter(([, list]) => list.length > 0));
}

describe('axe finds nothing', () => {
  test('on every page', async () => {
    expect(await violationsOf(pages, 'light')).toEqual({});
  });

  test('on every page in dark colours', async () => {
    const english = pages.filter((path) => path.startsWith('/en/'));
    expect(await violationsOf(english, 'dark')).toEqual({});
  });
});
