// A chart outside its page: in a frame of another page, and as a file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../src/print/browser.ts';
import { DIST, withPage } from './site.ts';

const LATEST = join(DIST, 'en/example-city');
const CHART = 'cards-by-month-channel';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a chart in a frame of another page: drawn, with what it shows and whose it is, without a script', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    const code = readFileSync(join(DIST, 'en/example-city/applications/index.html'), 'utf8');
    const src = new RegExp(`&lt;iframe src="?(?:&quot;)?(/en/example-city/embed/${CHART}/)`).exec(
      code.replaceAll('&#34;', '&quot;'),
    )?.[1];
    expect(src).toBeDefined();
    await page.setContent(`<iframe src="${inject('siteUrl')}${src}" width="100%" height="800"></iframe>`);
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('svg:visible').count()).toBe(1);
    const title = new RegExp(`id="chart-${CHART}"><figcaption>([^<]+)`).exec(code)?.[1];
    expect(await frame.locator('h1').textContent()).toBe(title);
    expect(await frame.locator('.subtitle').textContent()).toMatch(/^Cards by month and way of applying/);
    expect(await frame.locator('.invented-banner').isVisible()).toBe(true);
    expect(await frame.locator('script').count()).toBe(0);
  });
});

test('every chart of the latest release has its four files, and its page names them', () => {
  const names = readdirSync(join(LATEST, 'charts'));
  const html = readdirSync(LATEST, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') && !/^(?:embed|releases|briefing)[/]/.test(file))
    .map((file) => readFileSync(join(LATEST, file), 'utf8'))
    .join();
  for (const name of names) expect(html).toContain(`/charts/${name}"`);
  const ids = new Set([...html.matchAll(/<figure class="chart" id="chart-([^"]+)"/g)].map(([, id]) => id));
  expect(ids.size).toBeGreaterThan(10);
  expect(names).toHaveLength(ids.size * 4);
});

test.each([360, 1280])(
  'a chart of a release as it was published is seen whole, %d px wide',
  async (width) => {
    await withPage(browser, { viewport: { width, height: 700 } }, async (page) => {
      await page.goto(`${inject('siteUrl')}/en/example-city/releases/2025-Q2/embed/${CHART}/`);
      const drawing = page.locator('.picture svg:visible');
      expect(await drawing.count()).toBe(1);
      const box = await drawing.boundingBox();
      expect(box?.width).toBeGreaterThan(300);
      expect((box?.x ?? width) + (box?.width ?? width)).toBeLessThanOrEqual(width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  },
);

test('the picture of a chart stands alone in a browser, as SVG and as PNG of the same size', async () => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${inject('siteUrl')}/en/example-city/charts/${CHART}.svg`);
    const svg = await page.evaluate(() => [
      document.documentElement.tagName,
      document.documentElement.getAttribute('width'),
    ]);
    const png = readFileSync(join(LATEST, 'charts', `${CHART}.png`));
    expect(svg).toEqual(['svg', String(png.readUInt32BE(16) / 1.5)]);
  });
});
