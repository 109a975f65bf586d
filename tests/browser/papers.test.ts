// Briefings as PDF, which the build prints where it finds a browser: tagged, one sheet, in their language, with the numbers of
// their page, the same every time.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { isPackaged, launchBrowser } from '../../src/print/browser.ts';
import { printBriefings } from '../../src/print/print-briefings.ts';
import { textsOf } from './read-pdf.ts';
import { DIST, inParallel, listPages, openPage, withPage } from './site.ts';

const SHEETS = [
  'ar/nyc-idnyc/briefing',
  'en/example-city/briefing/coalstage',
  'zh-Hans/example-city/briefing/weir-street',
];
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** PDF writes texts beyond ASCII as UTF-16 with a mark in front. */
function inUtf16(text: string): string {
  const codes = [...text].flatMap((character) =>
    [...Array(character.length).keys()].map((at) => character.charCodeAt(at)),
  );
  return `<FEFF${codes.map((code) => code.toString(16).toUpperCase().padStart(4, '0')).join('')}>`;
}

test('every briefing has its PDF beside it: tagged, one sheet of US Letter, with title and language, and no address of this machine', async () => {
  const files = await readFiles(DIST);
  const papers = [...files].filter(([path]) => path.endsWith('.pdf'));
  const pages = [...files.keys()].filter(
    (path) => /^[^/]+\/[^/]+\/briefing\//.test(path) && path.endsWith('.html'),
  );
  expect(papers.map(([path]) => path.replace('briefing.pdf', 'index.html')).sort()).toEqual(pages.sort());
  expect(papers.length).toBeGreaterThan(5);
  for (const [path, bytes] of papers) {
    const pdf = Buffer.from(bytes).toString('latin1');
    const html = Buffer.from(files.get(path.replace('briefing.pdf', 'index.html')) ?? []).toString();
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? '';
    expect(pdf.match(/\/Type \/Page\b/g), path).toHaveLength(1);
    expect(pdf, path).toMatch(/\/MediaBox \[0 0 612 792\]/);
    expect(pdf, path).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(pdf, path).toContain('/StructTreeRoot');
    expect(pdf, path).toContain(`/Lang (${path.split('/')[0]})`);
    expect(pdf, path).toContain(`/Title ${inUtf16(title)}`);
    expect(pdf, path).not.toMatch(/localhost|127\.0\.0\.1|daylight\.invalid|CreationDate/);
  }
});

/** Sorted: headings of columns, which stay in sight on a screen, are painted last. */
const numbersIn = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort();

/** What a reader of the paper is to see: the page as the build prints it, without a script, what is only for screens and titles of marks. */
const printedText = (path: string): Promise<string> =>
  withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    await openPage(page, path);
    await page.evaluate(() => {
      for (const title of document.querySelectorAll('svg title')) title.remove();
    });
    return page.locator('body').innerText();
  });

test('the numbers on every sheet are those of its page', async () => {
  const pages = listPages().filter((path) => path.includes('/briefing/'));
  const sheets = await inParallel(pages, async (path) => ({
    path,
    printed: numbersIn(textsOf(await readFile(join(DIST, path, 'briefing.pdf'))).join('\n')),
    written: numbersIn(await printedText(path)),
  }));
  expect(sheets.length).toBeGreaterThan(5);
  for (const { path, printed, written } of sheets) {
    expect(written.length, path).toBeGreaterThan(0);
    expect(printed, path).toEqual(written);
  }
});

test('no sheet in Chinese has the character that its font draws as a block', async () => {
  const files = await readFiles(DIST);
  const pages = [...files].filter(([path]) => /^zh-Hans\/[^/]+\/briefing\/.*\.html$/.test(path));
  expect(pages.length).toBeGreaterThan(0);
  expect(pages.filter(([, html]) => Buffer.from(html).toString().includes('回'))).toEqual([]);
});

// Another browser, or other fonts, may print other bytes.
test.runIf(isPackaged())('printed again it is the same, byte for byte', async () => {
  const root = await mkdtemp(join(tmpdir(), 'daylight-'));
  try {
    for (const part of ['_astro', 'favicon.svg', ...SHEETS.map((sheet) => `${sheet}/index.html`)]) {
      await mkdir(dirname(join(root, part)), { recursive: true });
      await cp(join(DIST, part), join(root, part), { recursive: true });
    }
    const cache = { folder: join(root, 'kept'), by: 'this browser' };
    const all = SHEETS.length;
    for (const printed of [all, 0]) {
      expect(await printBriefings(root, undefined, cache)).toEqual({ all, printed });
      for (const sheet of SHEETS) {
        const [again, before] = await Promise.all(
          [root, DIST].map((folder) => readFile(join(folder, sheet, 'briefing.pdf'))),
        );
        expect(again?.equals(before ?? Buffer.alloc(0)), sheet).toBe(true);
        await rm(join(root, sheet, 'briefing.pdf'));
      }
      // What only screens show of the release that the site has by then.
      for (const sheet of SHEETS) {
        const file = join(root, sheet, 'index.html');
        const html = await readFile(file, 'utf8');
        expect(html).toContain('<ul class="trust"');
        await writeFile(file, html.replace(/(<ul class="trust".*?<li>)/s, '$1Another release, '));
      }
    }
  } finally {
    await rm(root, { recursive: true });
  }
});

test('a briefing that a reader prints keeps to one sheet', async () => {
  const paths = [
    '/en/example-city/briefing/',
    '/es/example-city/briefing/millrace/',
    '/ar/nyc-idnyc/briefing/',
  ];
  const sheets = await inParallel(paths, (path) =>
    withPage(browser, {}, async (page) => {
      await openPage(page, path);
      const pdf = await page.pdf({ format: 'Letter' });
      return [path, pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length] as const;
    }),
  );
  expect(sheets).toEqual(paths.map((path) => [path, 1]));
});
