/** `npm run publish`: a site is published whole or not at all, and no release that readers have goes or changes. */
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

async function publish(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const places = { repository: root, programs: join(root, 'programs') };
  const code = await publishCommand(args, { ...pagelessEffects(), log: say, print: say }, dist, places);
  return { code, said: lines.join('\n') };
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

test('publishCommand says what to do without a site, and how it is called', async () => {
  await rm(dist, { recursive: true });
  expect(await publish('folder', place)).toMatchObject({
    code: 1,
    said: expect.stringContaining('npm run build'),
  });
  expect(await publish('ftp', place)).toMatchObject({ code: 2 });
  expect(await publish('folder')).toMatchObject({ code: 2 });
});
