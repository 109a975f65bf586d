// The site as README publishes it: built for an address of its own, at the root of a host or below a path, and served there.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFiles } from '../../src/gate/read-files.ts';
import { launchBrowser } from '../../src/print/browser.ts';
import { anotherPlace, copyRepository } from '../copy-repository.ts';
import { copyTown, type Town } from '../run/town.ts';
import { buildCorrected, MONTHS } from '../site/corrected-town.ts';
import { withPage } from './site.ts';

const PROGRAM = 'old-ferry';
const ROOT = 'https://ids.example.org';
/** One way of applying is small, so that there is something to attack. */
const CARDS = `period,channel,count\n${MONTHS.map((month) => `${month},event,300\n${month},online,2\n`).join('')}`;

let browser: Browser;
let town: Town;
/** Folders of sites, by the address that they were built for. */
const built = new Map<string, string>();
beforeAll(async () => {
  browser = await launchBrowser();
  town = await buildCorrected({ 'cards-issued.csv': CARDS });
});
afterAll(async () => {
  for (const folder of [town.root, ...built.values()]) rmSync(folder, { recursive: true });
  await browser.close();
});

/** A site that is served. */
interface Served {
  readonly dist: string;
  /** With a slash at the end. */
  readonly local: string;
  /** What the site was built for, with a slash at the end. */
  readonly address: string;
}

/** The site of the town, built once by `npm run build` in a folder of its own. */
async function builtFor(address: string): Promise<string> {
  const folder = built.get(address) ?? (await copyRepository((path) => !path.startsWith('data/')));
  if (!built.has(address)) {
    built.set(address, folder);
    build(folder, { DAYLIGHT_DATA: town.places.repository, DAYLIGHT_SITE: address });
  }
  return folder;
}

function build(folder: string, env: Readonly<Record<string, string>>): void {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], options);
  expect(status, stdout + stderr).toBe(0);
}

async function serveAt(address: string, work: (served: Served) => Promise<void>): Promise<void> {
  const folder = await builtFor(address);
  const server = spawn(process.execPath, ['scripts/serve.ts'], { cwd: folder });
  const ended = once(server, 'exit');
  try {
    const local = await addressOf(server);
    await work({ dist: join(folder, 'dist'), local, address: `${address}/` });
  } finally {
    server.kill();
    await ended;
  }
}

/** Where the server says that it is. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.on('exit', () => reject(new Error('the server ended')));
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /(http:\S+)\s/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

const NAMED: Readonly<Record<string, RegExp>> = {
  json: /"href": ?"([^"]*)"/g,
  css: /url\(["']?([^"')]+)/g,
  html: /(?:href|src)=(?:"|&quot;|&#34;)([^"&]*)|url=([^"]*)"/g,
  xml: /href="([^"]*)"/g,
};

/** Every address that a page, style sheet, feed or JSON file of the site names. */
function addressesIn(text: string, type: string): string[] {
  const [, pattern] = Object.entries(NAMED).find(([kind]) => type.includes(kind)) ?? [];
  return pattern === undefined ? [] : [...text.matchAll(pattern)].map(([, one, other]) => one ?? other ?? '');
}

interface Found {
  readonly status: number;
  readonly ids: ReadonlySet<string>;
  /** Addresses of the site that it names, as this machine serves them, with their fragments; others lead elsewhere. */
  readonly links: readonly string[];
}

async function look(at: string, { local, address }: Served): Promise<Found> {
  // A connection that waits may be closed just when it is used again.
  const response = await fetch(at, { headers: { connection: 'close' } });
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const named = addressesIn(text, type).filter(
    (href) => href.startsWith(address) || !/^(?:https?:|mailto:)/.test(href),
  );
  return {
    status: response.status,
    ids: new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)),
    links: named.map(
      (href) => new URL(href.startsWith(address) ? local + href.slice(address.length) : href, at).href,
    ),
  };
}

/** Everything that can be reached from the root, by its address without a fragment. */
async function crawl(served: Served): Promise<Map<string, Found>> {
  const seen = new Map<string, Found>();
  const queue = [served.local];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (seen.has(at)) continue;
    const found = await look(at, served);
    seen.set(at, found);
    queue.push(...found.links.map((link) => link.split('#')[0] ?? ''));
  }
  return seen;
}

/** Links outside the site, to what is not there, and to places that a page does not have. */
function faultsOf(seen: ReadonlyMap<string, Found>, { local }: Served): string[] {
  return [...seen].flatMap(([from, { links }]) =>
    links.flatMap((link) => {
      const [to = '', id] = link.split('#');
      const found = seen.get(to);
      const isFine =
        link.startsWith(local) && found?.status === 200 && (id === undefined || found.ids.has(id));
      return isFine ? [] : [`${from}: ${link}`];
    }),
  );
}

/** Runs `work` on a page that reports whatever fails while it is open. */
async function quietly(work: (page: Page) => Promise<void>): Promise<string[]> {
  const faults: string[] = [];
  await withPage(browser, {}, async (page) => {
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('response', (response) => {
      if (!response.ok()) faults.push(`${response.url()}: ${response.status()}`);
    });
    await work(page);
  });
  return faults;
}

function useScripts({ local }: Served): Promise<string[]> {
  return quietly(async (page) => {
    await page.goto(local);
    await page.waitForURL(`${local}en/${PROGRAM}/`);
    await page.goto(`${local}en/search/`);
    await page.locator('#search-words').fill('cards');
    await page.locator('#search-status:not(:empty)').waitFor();
    await page.goto(`${local}en/${PROGRAM}/explore/`);
    await page.locator('#explorer table').first().waitFor();
    await page.goto(`${local}en/${PROGRAM}/break/`);
    await page.getByRole('button', { name: 'Attack everything that was published' }).click();
    await page.locator('#attack-found').waitFor();
  });
}

/** The frame that the page of cards offers, as it stands there, in a page of a newspaper; the site answers at its address. */
function embedElsewhere({ dist, local, address }: Served): Promise<string[]> {
  const html = readFileSync(join(dist, 'en', PROGRAM, 'cards/index.html'), 'utf8');
  const code = /&lt;iframe src=.*?&lt;\/iframe/.exec(html)?.[0] ?? '';
  const frame = `${code.replaceAll('&lt;', '<').replaceAll('&#34;', '"').replaceAll('&quot;', '"')}>`;
  expect(frame).toContain(`src="${address}en/${PROGRAM}/`);
  return quietly(async (page) => {
    await page.route(`${address}**`, async (route) => {
      const response = await route.fetch({ url: local + route.request().url().slice(address.length) });
      await route.fulfill({ response });
    });
    await page.route('https://news.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>News</title><link rel="icon" href="data:,">${frame}`,
      }),
    );
    await page.goto('https://news.example/');
    const shown = page.frameLocator('iframe');
    // The frame loads later than the page, and its style sheet later still: until then the drawings of both widths stand there.
    await expect.poll(() => shown.locator('svg:visible').count()).toBe(1);
    expect(await shown.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toContain(
      'system-ui',
    );
    expect(await shown.locator('a').first().getAttribute('target')).toBe('_blank');
  });
}

const ENDINGS = ['.css', '.svg', '.png', '.csv', 'feed.xml', 'index.json', '.pdf', 'SHA256SUMS'];

test.each([ROOT, 'https://org.github.io/daylight2'])(
  'the site built for %s, served there: every link leads somewhere, every script runs, a frame of it stands in a page of another origin',
  async (address) => {
    await serveAt(address, async (served) => {
      const seen = await crawl(served);
      expect(faultsOf(seen, served)).toEqual([]);
      const ending = (end: string) => [...seen.keys()].filter((one) => one.endsWith(end)).length;
      for (const end of [...ENDINGS, 'openapi.json', 'CITATION.cff', 'oembed.json', '/data.json'])
        expect(ending(end), end).toBeGreaterThan(0);
      const map = await (await fetch(`${served.local}sitemap.xml`)).text();
      expect(map).toContain(`<loc>${served.address}en/promise/</loc>`);
      const missing = await fetch(`${served.local}nothing/`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain(`href="${new URL(served.local).pathname}en/${PROGRAM}/"`);
      expect(await useScripts(served)).toEqual([]);
      expect(await embedElsewhere(served)).toEqual([]);
      const page = readFileSync(join(served.dist, 'en', PROGRAM, 'cards/index.html'), 'utf8');
      expect(page).toContain(`<link rel="canonical" href="${served.address}en/${PROGRAM}/cards/">`);
      const paper = readFileSync(join(served.dist, 'en', PROGRAM, 'briefing/briefing.pdf'), 'latin1');
      expect(paper).toContain(`/URI (${served.address}en/${PROGRAM}/`);
    });
  },
);

// The same for a site of all that ships, which takes two minutes: npm run test:slow.
test('built again in another folder, time zone and language, by another user, with no tallies there, for the address with a slash at its end, the site is the same, byte for byte, with its papers', async () => {
  const elsewhere = await copyTown(town);
  built.set('elsewhere', await copyRepository((path) => !path.startsWith('data/')));
  rmSync(join(elsewhere.folder, 'tallies'), { recursive: true });
  try {
    const folder = built.get('elsewhere') ?? '';
    const data = { DAYLIGHT_DATA: elsewhere.places.repository, DAYLIGHT_SITE: `${ROOT}/` };
    build(folder, { ...anotherPlace(folder), ...data });
    const [here, there] = [
      await readFiles(join(await builtFor(ROOT), 'dist')),
      await readFiles(join(folder, 'dist')),
    ];
    expect([...there.keys()]).toEqual([...here.keys()]);
    const isSame = (path: string, bytes: Uint8Array) =>
      Buffer.compare(bytes, there.get(path) ?? new Uint8Array()) === 0;
    expect([...here].filter(([path, bytes]) => !isSame(path, bytes)).map(([path]) => path)).toEqual([]);
    expect([...here.keys()].some((path) => path.endsWith('.pdf'))).toBe(true);
  } finally {
    rmSync(elsewhere.root, { recursive: true });
  }
});

test('an address that is none is refused before anything is built', () => {
  const env = { ...process.env, DAYLIGHT_SITE: 'ids.example.org' };
  const args = ['scripts/astro.mjs', 'build', '--outDir', join(town.root, 'dist')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect([status, stdout + stderr]).toEqual([1, expect.stringContaining('DAYLIGHT_SITE is the address')]);
});
