// "Check everything" as its readers use it: what the site serves, a zip and a folder of theirs, online and off; and everything bad.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { formatReleases, parseReleases } from '../../src/formats/releases-file.ts';
import { launchBrowser } from '../../src/print/browser.ts';
import { type Signer, signatureFile } from '../../src/program/signer.ts';
import { zipFiles } from '../../src/release/forms/archive.ts';
import { openZip } from '../../src/witness/open-zip.ts';
import { makeKey } from '../ssh-key.ts';
import { bringAxe, findViolations } from './axe.ts';
import { DIST, withPage } from './site.ts';

const PAGE = `${inject('siteUrl')}/en/example-city/verify/`;
const LAST = '2025-Q2';
const CUBE = `releases/${LAST}/cubes/cards-issued.csv`;
const CLERK = makeKey();
const OFFICE: Signer = {
  id: 'clerk-1',
  name: 'Office of the Clerk',
  as: 'office',
  key: CLERK.line,
  from: LAST,
};
type Files = Map<string, Uint8Array>;

let browser: Browser;
let folder: string;
let everything: Files;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'daylight-'));
  everything = new Map(openZip(await readFile(join(DIST, 'example-city/everything.zip'))));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the page says at its end: the sentence, then what it rests on. */
async function said(page: Page): Promise<string> {
  await page.locator('#verify-stop').waitFor({ state: 'hidden' });
  await page.locator('#verify-status:not(:empty)').waitFor();
  return `${await page.locator('#verify-status').textContent()}\n${await page.locator('#verify-found').innerText()}`;
}

async function saidOf(page: Page, file: string, input = '#verify-zip'): Promise<string> {
  const ended = page.evaluate(
    () =>
      new Promise<void>((done) => {
        const stop = document.getElementById('verify-stop');
        const watcher = new MutationObserver(() => stop?.hidden === true && done());
        if (stop !== null) watcher.observe(stop, { attributes: true });
      }),
  );
  await page.locator(input).setInputFiles(file);
  await ended;
  return said(page);
}

/** A zip of what was published, with some of it forged. */
async function zipOf(name: string, forge: (files: Files) => void): Promise<string> {
  const files = new Map(everything);
  forge(files);
  const path = join(folder, `${name}.zip`);
  await writeFile(path, zipFiles(files));
  return path;
}

/** Signed over the hashes of a release by the key of the office, as the list has it. */
function signed(files: Files, of = LAST): void {
  const sums = new TextDecoder().decode(files.get(`releases/${of}/SHA256SUMS`));
  const path = `releases/${LAST}/${signatureFile(OFFICE.id)}`;
  files.set(path, new TextEncoder().encode(CLERK.sign(sums)));
  const list = parseReleases(new TextDecoder().decode(files.get('releases.json')), '');
  if (!list.ok) throw new Error('no list');
  files.set('releases.json', new TextEncoder().encode(formatReleases({ ...list.value, signers: [OFFICE] })));
}

test('by keyboard, on a phone: of what the site serves the page says in a sentence what is shown and what is not', async () => {
  await withPage(browser, { viewport: { width: 360, height: 640 } }, async (page) => {
    const faults: string[] = [];
    const fetched: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => fetched.push(`${request.method()} ${request.url()}`));
    await page.goto(PAGE);
    await page.getByRole('button', { name: 'Check what this site serves' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#verify-found li').first().waitFor();
    const text = await said(page);
    expect(text).toMatch(
      /^Shown: from release 2025-Q1 to 2025-Q2 no file was changed .* not shown: whether the figures are true/,
    );
    expect(text).toContain('Each release names the one before it by its hashes');
    expect(text).toContain(`Release ${LAST} is not signed`);
    expect(text).toMatch(/the promise speaks of \d+ counts\./);
    expect(text).toContain(`This page has the same line: ${LAST}.`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('verify-status');
    expect(faults).toEqual([]);
    expect(fetched.filter((one) => !one.startsWith(`GET ${inject('siteUrl')}`))).toEqual([]);
    await bringAxe(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test('offline: a zip and a folder that the reader has are checked, once the page is open', async () => {
  await withPage(browser, {}, async (page, context) => {
    const ready = page.waitForEvent('worker');
    await page.goto(PAGE);
    const worker = await ready;
    // Its script has run, with all that it imports.
    await expect.poll(() => worker.evaluate(() => self.onmessage !== null)).toBe(true);
    await context.setOffline(true);
    expect(await saidOf(page, join(DIST, 'example-city/everything.zip'))).toMatch(/^Shown: from release/);
    const alone = await saidOf(page, join(DIST, `example-city/releases/${LAST}/files.zip`));
    expect(alone).toMatch(
      /^Shown: in release 2025-Q2 no file was changed; not shown: all that was released before it/,
    );
    expect(alone).toContain('The certificates of hidden counts were not added up');
    const unpacked = join(folder, 'unpacked');
    for (const [path, bytes] of everything) {
      await mkdir(dirname(join(unpacked, path)), { recursive: true });
      await writeFile(join(unpacked, path), bytes);
    }
    await writeFile(join(unpacked, 'releases', LAST, '.DS_Store'), 'of the system');
    expect(await saidOf(page, unpacked, '#verify-folder')).toMatch(/^Shown: from release/);
  });
});

test('signatures: who signed, a wrong one, and what a browser without Ed25519 says', async () => {
  const zip = await zipOf('signed', signed);
  const wrong = await zipOf('wrong', (files) => signed(files, '2025-Q1'));
  await withPage(browser, {}, async (page) => {
    await page.goto(PAGE);
    expect(await saidOf(page, zip)).toContain(
      `Office of the Clerk signed release ${LAST} with the key “clerk-1”.`,
    );
    expect(await saidOf(page, wrong)).toContain(
      `trust none of it: In release ${LAST} a signature is not one of these hashes: SHA256SUMS.clerk-1.sig`,
    );
    await page.route('**/verify-worker.*.js', async (route) => {
      const response = await route.fetch();
      const forget =
        "crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));";
      await route.fulfill({ response, body: forget + (await response.text()) });
    });
    await page.reload();
    const text = await saidOf(page, zip);
    expect(text).toContain('This browser cannot check it. The commands below can.');
    expect(text).toMatch(/^Shown: /);
  });
});

describe('bad files', () => {
  const changed = (text: string) => text.replace(/\d(?=,,)/, (digit) => String((Number(digit) + 1) % 10));
  const edit = (path: string, change: (text: string) => string) => (files: Files) =>
    void files.set(path, new TextEncoder().encode(change(new TextDecoder().decode(files.get(path)))));

  test('each has one clear answer, and the page goes on', async () => {
    const zips: readonly (readonly [name: string, zip: string, says: string])[] = [
      [
        'changed',
        await zipOf('changed', edit(CUBE, changed)),
        `In release ${LAST} a file was changed after it was sealed: cubes/cards-issued.csv.`,
      ],
      [
        'gap',
        await zipOf('gap', (files) =>
          [...files.keys()].map((path) => path.startsWith('releases/2025-Q1/') && files.delete(path)),
        ),
        'The list of releases names release 2025-Q1, but it is not there.',
      ],
      [
        'climbing',
        await zipOf('climbing', (files) => files.set('../../etc/passwd', new Uint8Array(1))),
        'a name leads out of the folder',
      ],
      [
        'empty',
        await zipOf('empty', (files) => files.clear()),
        'there is no list of hashes among these files',
      ],
    ];
    const large = join(folder, 'large.zip');
    await writeFile(large, '');
    // It takes no room: nothing is written into it.
    await truncate(large, 10e9);
    const none = join(folder, 'none.zip');
    await writeFile(none, 'This is no zip.');
    await withPage(browser, {}, async (page) => {
      await page.goto(PAGE);
      for (const [name, zip, says] of zips) expect(await saidOf(page, zip), name).toContain(says);
      expect(await saidOf(page, large)).toBe(
        'Nothing was read: this is larger than any release. large.zip\n',
      );
      expect(await saidOf(page, none)).toContain('this is not a zip file');
      expect(await saidOf(page, await zipOf('good', () => undefined))).toMatch(/^Shown: /);
    });
  });

  test('a zip of another program is told apart', async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(PAGE);
      expect(await saidOf(page, join(DIST, 'nyc-idnyc/everything.zip'))).toContain(
        'belongs to another program: nyc-idnyc',
      );
    });
  });

  test('a file that the site serves changed is found, and one that it does not serve', async () => {
    await withPage(browser, {}, async (page) => {
      await page.route(`**/${LAST}/files/cubes/cards-issued.csv`, (route) =>
        route.fulfill({ body: 'period\n' }),
      );
      await page.route('**/2025-Q1/files/changes.csv', (route) => route.fulfill({ status: 404 }));
      await page.goto(PAGE);
      await page.locator('#verify-site').click();
      await page.locator('#verify-found li').first().waitFor();
      const text = await said(page);
      expect(text).toContain(
        `In release ${LAST} a file was changed after it was sealed: cubes/cards-issued.csv.`,
      );
      expect(text).toContain('In release 2025-Q1 a file is missing: changes.csv.');
    });
  });
});

test('while it checks its button stops it; afterwards it can be asked again', async () => {
  await withPage(browser, {}, async (page) => {
    await page.route('**/releases.json', () => undefined);
    await page.goto(PAGE);
    await page.locator('#verify-site').click();
    await page.locator('#verify-stop').click();
    expect(await said(page)).toContain('stopped before its end');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('verify-site');
    expect(await saidOf(page, join(DIST, 'example-city/everything.zip'))).toMatch(/^Shown: /);
  });
});

test('without JavaScript the commands stand there; run as they stand, they check the same and print the same line', async () => {
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(PAGE);
    expect(await page.locator('#verify-ways').isVisible()).toBe(false);
    const commands = (await page.locator('#without code').textContent()) ?? '';
    const lines = ((await page.locator('#verify-lines code').textContent()) ?? '').split('\n');
    expect(commands).toContain(`sha256sum -c ${LAST}/PREVIOUS`);
    if (process.platform !== 'linux') return;
    const cwd = join(folder, 'commands');
    for (const [path, bytes] of everything) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), bytes);
    }
    const ran = spawnSync('sh', ['-e', '-c', commands], { cwd, encoding: 'utf8' });
    expect(ran.status).toBe(0);
    const [hash] = ran.stdout.trimEnd().split('\n').at(-1)?.split(' ') ?? [];
    expect(`${LAST}.${hash}`).toBe(lines.at(-1));
    await writeFile(join(cwd, CUBE), 'period\n');
    expect(spawnSync('sh', ['-e', '-c', commands], { cwd }).status).not.toBe(0);
  });
});
