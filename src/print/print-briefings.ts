/**
 * Briefings of the built site as PDF: tagged, one sheet of the paper of its readers, each printed from the page beside it and nothing else, with
 * scripts and network off. The same pages give the same bytes: no date is in them, but the hash of what was printed.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { launchBrowser, PATIENCE_MS } from './browser.ts';
import { dropPapers, findPaper, keepPaper, type PaperCache, paperKey, sha256 } from './kept-papers.ts';
import { paperFormat } from './paper-format.ts';

const BRIEFING = /^[^/]+\/[^/]+\/briefing\/(?:[^/]+\/)?index\.html$/;
/** Where pages are printed from if the site has no address of its own; links would lead nowhere. */
const NOWHERE = 'https://daylight.invalid/';
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.svg': 'image/svg+xml' };
const AT_ONCE = 3;
/**
 * A briefing that takes more than a sheet is printed smaller, and on two sheets only if that is not enough. The page itself is
 * made smaller: told to print at a scale, Chromium cuts off the left of what is written from right to left.
 */
const ZOOMS = [1, 0.9, 0.8, 0.7];
/** How the browser names a part of a page, in the order in which it met them. */
const PART = /\bnode\d{8}\b/g;

/** The version of the browser that can be started here; undefined where none can. Takes about a second. */
export async function findPrinter(): Promise<string | undefined> {
  try {
    const browser = await launchBrowser();
    const version = browser.version();
    await browser.close();
    return version;
  } catch {
    return undefined;
  }
}

/** How many briefings there are, and how many of them were printed: the others are kept from before. */
export interface Printed {
  readonly all: number;
  readonly printed: number;
}

/**
 * Writes `briefing.pdf` beside every briefing in `dist`. `site` is its address with a slash at the end, for links; without one they are
 * words. What an earlier build printed of the same is taken from `cache`, if there is one.
 */
export async function printBriefings(
  dist: string,
  site: string | undefined,
  cache?: PaperCache,
): Promise<Printed> {
  const files = await readdir(dist, { recursive: true, encoding: 'utf8' });
  const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => BRIEFING.test(file));
  const hashOf = openHashes(dist);
  const queue: Queued[] = [];
  const keys: string[] = [];
  for (const file of pages) {
    const html = onPaper(await readFile(join(dist, file)));
    const key = cache && paperKey(cache, site ?? '', file, html);
    const kept = cache && key !== undefined ? await findPaper(cache, key, hashOf) : undefined;
    if (key !== undefined) keys.push(key);
    if (kept === undefined) queue.push({ file, html, key });
    else await writeFile(pdfOf(dist, file), kept);
  }
  const printed = queue.length;
  if (printed > 0) await printAll(queue, dist, site, cache);
  if (cache !== undefined) await dropPapers(cache, keys);
  return { all: pages.length, printed };
}

interface Queued {
  readonly file: string;
  readonly html: Buffer;
  readonly key: string | undefined;
}

/**
 * The page but for the line on release and checks, which is for screens: with every release it says something else. What is left
 * says where the newest stands, and stays the same as long as its figures do.
 */
function onPaper(html: Buffer): Buffer {
  return Buffer.from(html.toString('latin1').replace(/<ul class="trust"[^>]*>.*?<\/ul>/s, ''), 'latin1');
}

const pdfOf = (dist: string, file: string): string =>
  join(dist, file.replace(/index\.html$/, 'briefing.pdf'));

/** Each file of `dist` is read once. */
function openHashes(dist: string): (path: string) => Promise<string | null> {
  const known = new Map<string, Promise<string | null>>();
  return (path) => {
    const hash =
      known.get(path) ??
      readFile(join(dist, path)).then(
        (body) => sha256(body),
        () => null,
      );
    known.set(path, hash);
    return hash;
  };
}

async function printAll(
  queue: Queued[],
  dist: string,
  site: string | undefined,
  cache: PaperCache | undefined,
): Promise<void> {
  const browser = await launchBrowser();
  const printNext = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const asked = new Map<string, string | null>();
      const context = await openContext(browser, dist, site, asked);
      const pdf = await printBriefing(await context.newPage(), next, site ?? NOWHERE);
      await context.close();
      await writeFile(pdfOf(dist, next.file), pdf);
      if (cache !== undefined && next.key !== undefined) await keepPaper(cache, next.key, asked, pdf);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, printNext));
  } finally {
    await browser.close();
  }
}

/**
 * What a browser asks for comes from `dist`, or not at all. Each briefing has a context of its own, and with it a process: a
 * browser keeps the fonts that it has drawn, and where a text is nearly as large as one before, draws it as large as that.
 */
async function openContext(
  browser: Browser,
  dist: string,
  site: string | undefined,
  asked: Map<string, string | null>,
): Promise<BrowserContext> {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.route('**', (route) => serveFromDist(route, dist, site, asked));
  return context;
}

/** What is asked for is noted, but for the page itself, by which the paper is known. */
async function serveFromDist(
  route: Route,
  dist: string,
  site: string | undefined,
  noted: Map<string, string | null>,
): Promise<void> {
  const asked = route.request().url();
  const root = site ?? NOWHERE;
  if (!asked.startsWith(root)) return route.abort();
  const path = decodeURIComponent(asked.endsWith('/') ? `${asked}index.html` : asked).slice(root.length);
  const body = await readFile(join(dist, path)).catch(() => undefined);
  if (!path.endsWith('.html')) noted.set(path, body === undefined ? null : sha256(body));
  if (body === undefined) return route.abort();
  const type = TYPES[extname(path)];
  if (type !== undefined) return route.fulfill({ body, contentType: type });
  const html = onPaper(body).toString();
  return route.fulfill({
    body: site !== undefined ? html : html.replace(/(<a\b[^>]*?) href="[^"]*"/g, '$1'),
    contentType: 'text/html; charset=utf-8',
  });
}

async function printBriefing(page: Page, { file, html }: Queued, root: string): Promise<Buffer> {
  await page.goto(root + file.replace(/index\.html$/, ''));
  const pdf = await printFitting(page, paperFormat(file.split('/')[0] ?? ''));
  return settle(pdf, html);
}

/** At the largest zoom that fits one sheet, or at the smallest; found by halves, since most need one in the middle. */
async function printFitting(page: Page, format: ReturnType<typeof paperFormat>): Promise<Buffer> {
  const printed: Buffer[] = [];
  const printAt = async (at: number): Promise<Buffer> => {
    await page.evaluate(
      (zoom) => document.documentElement.style.setProperty('zoom', zoom),
      String(ZOOMS[at]),
    );
    return page.pdf({ format, tagged: true, outline: true, printBackground: true });
  };
  let [from, to] = [0, ZOOMS.length - 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const pdf = await printAt(middle);
    printed[middle] = pdf;
    if (countSheets(pdf) === 1) to = middle;
    else from = middle + 1;
  }
  return printed[from] ?? printAt(from);
}

function countSheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

/**
 * Takes out what differs from one print to the next, without moving a byte, so that every offset in the file stays right. The
 * dates give way to the page that it was made of: `/Source <SHA-256>`. Its parts are numbered anew: the browser goes on
 * counting from page to page.
 */
function settle(pdf: Buffer, html: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const dates = /\/CreationDate \(D:[^)]{21}\)\n\/ModDate \(D:[^)]{21}\)/.exec(text);
  if (dates === null) throw new Error('internal error: the browser writes other dates into a PDF');
  const source = `/Source <${sha256(html)}>`;
  if (source.length !== dates[0].length) throw new Error('internal error: the dates have another length');
  const parts = [...new Set(text.match(PART))].sort();
  const numbers = new Map(parts.map((part, at) => [part, `node${String(at).padStart(8, '0')}`]));
  const settled = text.replace(dates[0], source).replace(PART, (part) => numbers.get(part) ?? part);
  return Buffer.from(settled, 'latin1');
}
