// Makes the pictures of README anew from the built site: npm run build, then npm run pictures.
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/print/browser.ts';
import { serveSite } from '../src/run/review/serve-site.ts';

interface Picture {
  readonly file: string;
  readonly page: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of the picture per pixel of the page. */
  readonly scale: number;
}

const PICTURES: readonly Picture[] = [
  { file: 'overview-desktop.png', page: '', widthPx: 1160, heightPx: 860, scale: 1 },
  {
    file: 'overview-phone.png',
    page: 'chicago-citykey/',
    widthPx: 360,
    heightPx: 780,
    scale: 1.25,
  },
];

/** On a busy machine the browser now and then takes none ("Unable to capture screenshot"): then a new page is tried. */
const TRIES = 4;

async function takePicture(browser: Browser, site: string, picture: Picture, tries = TRIES): Promise<void> {
  const { file, page: path, widthPx, heightPx, scale } = picture;
  const page = await browser.newPage({
    viewport: { width: widthPx, height: heightPx },
    deviceScaleFactor: scale,
    colorScheme: 'light',
  });
  try {
    await page.goto(`${site}en/${path}`);
    await page.screenshot({ path: fileURLToPath(new URL(`../docs/${file}`, import.meta.url)) });
    console.log(`Wrote docs/${file}.`);
  } catch (error) {
    if (tries === 1) throw error;
    console.log(`The browser took no picture of ${path === '' ? 'the first page' : path}. Trying again.`);
    await takePicture(browser, site, picture, tries - 1);
  } finally {
    await page.close();
  }
}

const server = await serveSite({ dist: 'dist', base: '/', port: 4500 });
const browser = await launchBrowser();
try {
  for (const picture of PICTURES) await takePicture(browser, server.address, picture);
} finally {
  await browser.close();
  await server.stop();
}
