/** `npm run publish`: a site is published whole or not at all, and no release that readers have goes or changes. */
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatPublished } from '../../../src/formats/published-file.ts';
import { withLock } from '../../../src/release/lock.ts';
import { publishCommand } from '../../../src/run/commands/publish-command.ts';
import { publishFolder } from '../../../src/run/publish/publish-folder.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

let root: string;
let dist: string;
let place: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-publish-'));
  [dist, place] = [join(root, 'dist'), join(root, 'www', 'ids')];
  await mkdir(join(root, 'www'));
  await build(SITE);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const SEALED = 'rivertown-id/releases/2024-Q4/files/cubes/cards-issued.csv';
const SITE = { 'index.html': 'first', 'en/index.html': 'page', [SEALED]: 'period,count\n' };

/** A built site of these files alone. */
async function build(files: Readonly<Record<string, string>>): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), text);
  }
}

function publish(...args: string[]): Promise<{ code: number; said: string }> {
  return publishOn('2025-02-14', ...args);
}

async function publishOn(day: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const places = { repository: root, programs: join(root, 'programs') };
  const effects = { ...pagelessEffects(), today: () => day, log: say, print: say };
  const code = await publishCommand(args, effects, dist, places);
  return { code, said: lines.join('\n') };
}

const RELEASES = 'programs/rivertown-id/releases';

/** What was noted of a release that lies here. */
async function dayOf(release: string): Promise<string | undefined> {
  const text = await readFile(join(root, RELEASES, `${release}.published.json`), 'utf8').catch(
    () => undefined,
  );
  return text && JSON.parse(text).published;
}

/** Releases that lie here, and a site with all of them. */
async function buildReleases(...releases: readonly string[]): Promise<void> {
  for (const one of releases) await mkdir(join(root, RELEASES, one), { recursive: true });
  const sealed = releases.map((one) => [`rivertown-id/releases/${one}/files/SHA256SUMS`, one]);
  await build({ 'index.html': 'first', ...Object.fromEntries(sealed) });
}

describe('publishCommand to a folder', () => {
  test('makes a link to a version, and switches it to the next one', async () => {
    expect(await publish('folder', place)).toMatchObject({ code: 0 });
    expect(await readFile(join(place, 'en/index.html'), 'utf8')).toBe('page');
    expect(await readlink(place)).toBe(join('ids.versions', '1'));
    const before = await stat(join(place, SEALED));
    await build({ ...SITE, 'en/index.html': 'other page', 'en/new/index.html': 'new' });
    const { code, said } = await publish('folder', place);
    expect([code, said]).toEqual([0, expect.stringContaining('1 new, 1 changed, 0 gone, 2 as before.')]);
    expect(said).toContain('  changed: en/index.html');
    expect(await readlink(place)).toBe(join('ids.versions', '2'));
    const after = await stat(join(place, SEALED));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('keeps the version before, and none older', async () => {
    for (const text of ['a', 'b', 'c']) {
      await build({ ...SITE, 'index.html': text });
      await publish('folder', place);
    }
    expect((await readdir(`${place}.versions`)).sort()).toEqual(['.daylight-versions', '2', '3']);
    expect(await readFile(join(place, 'index.html'), 'utf8')).toBe('c');
  });

  test.each<readonly [string, object, string]>([
    ['goes', { [SEALED]: undefined }, 'rivertown-id 2024-Q4 would go.'],
    [
      'changes',
      { [SEALED]: 'period,count\n2024,3\n' },
      'rivertown-id 2024-Q4 would be another than readers have.',
    ],
  ])('refuses a site from which a release %s, unless it is meant', async (_, change, says) => {
    await publish('folder', place);
    await build(JSON.parse(JSON.stringify({ ...SITE, ...change })));
    expect(await publish('folder', place)).toMatchObject({
      code: 1,
      said: expect.stringContaining(says.slice(0, -1)),
    });
    expect(await readlink(place)).toBe(join('ids.versions', '1'));
    expect(await publish('folder', place, '--take-back')).toMatchObject({ code: 0 });
  });

  test('lets a release go that was recalled, and a signature come and go', async () => {
    const signature = 'rivertown-id/releases/2024-Q4/files/SHA256SUMS.clerk.sig';
    await build({ ...SITE, [signature]: 'x' });
    await publish('folder', place);
    await build({ ...SITE, [signature]: 'y' });
    expect(await publish('folder', place)).toMatchObject({ code: 0 });
    await build({ 'index.html': 'first' });
    await mkdir(join(root, 'programs/rivertown-id/releases'), { recursive: true });
    await writeFile(join(root, 'programs/rivertown-id/releases/2024-Q4.recall.json'), '{}');
    expect(await publish('folder', place)).toMatchObject({ code: 0 });
  });

  test('touches nothing that is not of its making', async () => {
    await mkdir(place);
    await writeFile(join(place, 'theirs.html'), 'x');
    expect(await publish('folder', place)).toMatchObject({
      code: 1,
      said: expect.stringContaining("is not of Daylight's making"),
    });
    expect(await readdir(place)).toEqual(['theirs.html']);
    const other = join(root, 'www', 'other');
    await symlink(place, other);
    expect(await publish('folder', other)).toMatchObject({ code: 1 });
    await mkdir(join(root, 'www', 'third.versions'));
    await writeFile(join(root, 'www', 'third.versions', 'theirs.txt'), 'x');
    expect(await publish('folder', join(root, 'www', 'third'))).toMatchObject({ code: 1 });
  });

  test('leaves the old version where a copy fails midway, and nothing of the new one', async () => {
    await publish('folder', place);
    const versions = `${place}.versions`;
    const change = { added: ['index.html', 'not-there.html'], changed: [], gone: [], same: [] };
    const target = { place, versions, current: join(versions, '1') };
    const effects = pagelessEffects();
    const publishing = withLock(versions, effects.runner, effects.disk, () =>
      publishFolder(dist, target, change, effects),
    );
    await expect(publishing).rejects.toThrow('ENOENT');
    expect((await readdir(versions)).sort()).toEqual(['.daylight-versions', '1']);
    expect(await readFile(join(place, 'index.html'), 'utf8')).toBe('first');
  });
});

describe('publishCommand to a zip', () => {
  test('packs the site, the same into the same bytes', async () => {
    const zips = ['a.zip', 'b.zip'].map((name) => join(root, name));
    for (const zip of zips) expect(await publish('zip', zip)).toMatchObject({ code: 0 });
    const [first = Buffer.alloc(0), second] = await Promise.all(zips.map((zip) => readFile(zip)));
    expect(second?.equals(first)).toBe(true);
    const files = Object.entries(unzipSync(first)).map(([path, bytes]) => [
      path,
      new TextDecoder().decode(bytes),
    ]);
    expect(Object.fromEntries(files)).toEqual(SITE);
  });

  test('clears away what a run that was killed left, and nothing of one that goes on', async () => {
    const { host } = pagelessEffects().runner;
    const [dead, alive] = [`.tmp-a.zip-999999999@${host}`, `.tmp-a.zip-${process.ppid}@${host}`];
    for (const name of [dead, alive, '.tmp-b.zip-999999999@x', 'a.zip.tmp-1'])
      await writeFile(join(root, name), 'half');
    expect(await publish('zip', join(root, 'a.zip'))).toMatchObject({ code: 0 });
    const left = (await readdir(root)).filter((name) => name.includes('tmp'));
    expect(left.sort()).toEqual([alive, '.tmp-b.zip-999999999@x', 'a.zip.tmp-1'].sort());
  });

  test('writes over nothing, and leaves nothing where it cannot write', async () => {
    const zip = join(root, 'a.zip');
    await writeFile(zip, 'theirs');
    expect(await publish('zip', zip)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not written over'),
    });
    expect(await readFile(zip, 'utf8')).toBe('theirs');
    expect(await publish('zip', join(root, 'nowhere', 'a.zip'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no folder'),
    });
  });
});

describe('publishCommand notes on which day a release goes out', () => {
  test('once, whatever is published later and wherever', async () => {
    await buildReleases('2024-Q4');
    const { code, said } = await publishOn('2025-02-14', 'folder', place);
    expect([code, said]).toEqual([0, expect.stringContaining('that 2024-Q4 went out on 2025-02-14.')]);
    expect(await dayOf('2024-Q4')).toBe('2025-02-14');
    const again = await publishOn('2025-02-20', 'folder', place);
    const other = await publishOn('2025-02-21', 'folder', join(root, 'www', 'mirror'));
    expect([again.code, other.code]).toEqual([0, 0]);
    expect(again.said + other.said).not.toContain('oted');
    expect(await dayOf('2024-Q4')).toBe('2025-02-14');
  });

  test('of the one that is new at a place, and not of those that readers had', async () => {
    await buildReleases('2024-Q2', '2024-Q3');
    const moved = await publishOn('2025-01-02', 'folder', place);
    expect(moved.said).toContain('may have gone out before: rivertown-id 2024-Q2, rivertown-id 2024-Q3.');
    await buildReleases('2024-Q2', '2024-Q3', '2024-Q4');
    const { said } = await publishOn('2025-02-14', 'folder', place);
    expect(said).toContain('that 2024-Q4 went out on 2025-02-14.');
    expect(await Promise.all(['2024-Q2', '2024-Q3', '2024-Q4'].map(dayOf))).toEqual([
      undefined,
      undefined,
      '2025-02-14',
    ]);
  });

  test('of none in a zip, nor of what lies elsewhere, nor where publishing is refused', async () => {
    await buildReleases('2024-Q4');
    expect((await publish('zip', join(root, 'ids.zip'))).code).toBe(0);
    await mkdir(place);
    expect((await publish('folder', place)).code).toBe(1);
    expect(await dayOf('2024-Q4')).toBeUndefined();
    await build(SITE);
    await rm(join(root, 'programs'), { recursive: true });
    await rm(place, { recursive: true });
    expect((await publish('folder', place)).code).toBe(0);
    expect(await readdir(root)).not.toContain('programs');
  });

  test('never on a day that cannot be: then nothing is published', async () => {
    await buildReleases('2024-Q4');
    const early = await publishOn('2024-12-30', 'folder', place);
    expect([early.code, early.said]).toEqual([
      1,
      expect.stringContaining('it is 2024-12-30, but release 2024-Q4 closes on 2024-12-31.'),
    ]);
    await writeFile(
      join(root, RELEASES, '2024-Q4.published.json'),
      formatPublished({ release: '2024-Q4', published: '2025-03-01' }),
    );
    const ahead = await publishOn('2025-02-14', 'folder', place);
    expect([ahead.code, ahead.said]).toEqual([
      1,
      expect.stringContaining('went out on 2025-03-01, and today is 2025-02-14.'),
    ]);
    await writeFile(join(root, RELEASES, '2024-Q4.published.json'), '{}');
    expect((await publish('folder', place)).code).toBe(1);
    expect(await readdir(join(root, 'www'))).toEqual([]);
  });
});

test('publishCommand says what to do without a site, and how it is called', async () => {
  await rm(dist, { recursive: true });
  expect(await publish('folder', place)).toMatchObject({
    code: 1,
    said: expect.stringContaining('npm run build'),
  });
  expect(await publish('ftp', place)).toMatchObject({ code: 2 });
  expect(await publish('folder')).toMatchObject({ code: 2 });
});
