// axe on a page that is open.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

declare const axe: typeof Axe;

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into the page, as an expression: a content policy would refuse it as a script. */
export async function bringAxe(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  await page.evaluate(SOURCE);
}

/** Puts axe into every page that will be opened: it is sent once, and read once. */
export async function bringAxeAlong(context: BrowserContext): Promise<void> {
  await context.addInitScript(SOURCE);
}

/**
 * `rule: element` for every violation on a page that axe was brought to, by all rules or by `rules` alone. What axe
 * found in order stays in the page: to hand that over takes half of the time.
 */
export function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async (runOnly) => {
      const options: Axe.RunOptions = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
      const { violations } = await axe.run(document, options);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
    rules && [...rules],
  );
}
