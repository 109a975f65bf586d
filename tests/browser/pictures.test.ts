/**
 * What every template looks like: on a phone and on a wide screen, by day and by night, from left to right and from right
 * to left, a quarter of its size, against the picture that was last looked at and kept (`npm run test:pictures -- -u`).
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { isPackaged, launchBrowser } from '../../src/print/browser.ts';
import { comparePictures } from './compare-pictures.ts';
import { inParallel, kindOf, listPages, openPage, withPage } from './site.ts';
import { templatesIn } from './templates.ts';

const KEPT = fileURLToPath(new URL('pictures', import.meta.url));
/** Where pictures that differ are put, with the difference. */
const MADE = fileURLToPath(new URL('../../node_modules/.cache/pictures', import.meta.url));
const LANGUAGES = ['en', 'ar'];
const WIDTHS_PX = [360, 1280];
const SCHEMES = ['light', 'dark'] as const;
const SHRINK = 4;
/** How far down a page is pictured, in px. */
const MOST_PX = 6000;
const GAP_PX = 4;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  await rm(MADE, { recursive: true, force: true });
});
afterAll(() => browser.close());

/** One page in both widths and both schemes, side by side. */
async function drawSheet(page: Page, path: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const width of WIDTHS_PX) {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page, path);
    for (const colorScheme of SCHEMES) parts.push(await drawPage(page, width, colorScheme));
  }
  return layOut(parts);
}

async function drawPage(page: Page, width: number, colorScheme: (typeof SCHEMES)[number]): Promise<Buffer> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const heightPx = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(heightPx, MOST_PX) };
  const screenshot = await page.screenshot({ fullPage: true, clip, type: 'jpeg', quality: 90 });
  return sharp(screenshot)
    .resize({ width: width / SHRINK })
    .png()
    .toBuffer();
}

async function layOut(parts: readonly Buffer[]): Promise<Buffer> {
  const widths = WIDTHS_PX.flatMap((width) => SCHEMES.map(() => width / SHRINK));
  const heights = await Promise.all(parts.map(async (part) => (await sharp(part).metadata()).height));
  return sharp({
    create: {
      width: widths.reduce((sum, width) => sum + width + GAP_PX, 0),
      height: Math.max(...heights),
      channels: 3,
      background: '#808080',
    },
  })
    .composite(
      parts.map((input, at) => ({
        input,
        top: 0,
        left: widths.slice(0, at).reduce((sum, width) => sum + width + GAP_PX, 0),
      })),
    )
    .png({ palette: true, colours: 16, dither: 0, effort: 7, compressionLevel: 9 })
    .toBuffer();
}

/** What is wrong with a template's picture, in words; nothing where it is as it was kept. */
async function checkSheet(name: string, sheet: Buffer): Promise<string | undefined> {
  const kept = join(KEPT, name);
  if (inject('keepsPictures')) {
    const isSame = existsSync(kept) && (await comparePictures(await readFile(kept), sheet)).isSame;
    if (!isSame) await write(kept, sheet);
    return undefined;
  }
  const made = join(MADE, name);
  if (!existsSync(kept)) {
    await write(made, sheet);
    return `${kept} is not there. Look at ${made}.`;
  }
  const { isSame, why, difference } = await comparePictures(await readFile(kept), sheet);
  if (isSame) return undefined;
  await write(made, sheet);
  await write(made.replace(/\.png$/, '.difference.png'), difference);
  return `${kept}: ${why}. Look at ${made} and at the difference beside it.`;
}

async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

describe('pictures of templates', () => {
  test('are of every kind of page that the site has', () => {
    const pictured = new Set(templatesIn('en').map(({ path }) => kindOf(path)));
    expect(
      listPages(['en'])
        .map(kindOf)
        .filter((kind) => !pictured.has(kind)),
    ).toEqual([]);
  });

  // Other browsers, and other fonts, draw every letter a little differently.
  test.runIf(isPackaged())('are as they were kept', async () => {
    const pages = LANGUAGES.flatMap((language) =>
      templatesIn(language).map(({ name, path }) => [`${language}/${name}.png`, path] as const),
    );
    const faults = await inParallel(pages, ([name, path]) =>
      withPage(browser, {}, async (page) => checkSheet(name, await drawSheet(page, path))),
    );
    const found = faults.filter((fault) => fault !== undefined);
    expect(found, 'If they should look so now: npm run test:pictures -- -u, and look at each.').toEqual([]);
  });
});
