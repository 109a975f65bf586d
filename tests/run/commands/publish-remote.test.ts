/** `npm run publish` to a branch and by rsync: what readers get, what is refused, and that nothing but ours is touched. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishCommand } from '../../../src/run/commands/publish-command.ts';
import { runTool } from '../../../src/run/publish/run-tool.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

const SEALED = 'rivertown-id/releases/2024-Q4/files/cubes/cards-issued.csv';
const SITE = { 'index.html': 'first', '_astro/a.css': 'a', 'en/index.html': 'page', [SEALED]: 'period\n' };

let root: string;
let dist: string;
let place: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-publish-'));
  [dist, place] = [join(root, 'dist'), join(root, 'place')];
  await build(SITE);
});
afterEach(() => rm(root, { recursive: true, force: true }));

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

const hasTool = (tool: 'git' | 'rsync') =>
  runTool(tool, ['--version']).then(
    () => true,
    () => false,
  );
const { [SEALED]: _, ...WITHOUT } = SITE;
const OTHER = { ...SITE, [SEALED]: 'period,count\n' };

test('publishCommand of a branch of what is no git, or of no target, is called wrongly', async () => {
  expect(await publish('rsync', place, '--branch', 'x')).toMatchObject({ code: 2 });
  expect(await publish('git')).toMatchObject({ code: 2 });
});

describe.skipIf(!(await hasTool('git')))('publishCommand to a branch', () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', place, ...args], { encoding: 'utf8' });
  const shown = (file: string) => git('show', `gh-pages:${file}`);
  beforeEach(() => void execFileSync('git', ['init', '--quiet', '--bare', place]));

  test('makes it, then adds a commit for each version, and names nobody', async () => {
    expect(await publish('git', place)).toMatchObject({
      code: 0,
      said: expect.stringContaining('4 new, 0 changed, 0 gone, 0 as before.'),
    });
    expect(git('ls-tree', '-r', '--name-only', 'gh-pages').trim().split('\n')).toEqual(
      ['.daylight-site', '.nojekyll', ...Object.keys(SITE)].sort(),
    );
    await build({ ...SITE, 'en/index.html': 'other', 'en/new.html': 'new' });
    const { said } = await publish('git', place);
    expect(said).toContain('1 new, 1 changed, 0 gone, 3 as before.');
    expect(shown('en/index.html')).toBe('other');
    expect(git('log', '--format=%an %ae|%s', 'gh-pages').trim().split('\n')).toEqual([
      'Daylight daylight@localhost|Publish the site',
      'Daylight daylight@localhost|Publish the site',
    ]);
  });

  test('keeps the name by which the host knows the site', async () => {
    await publish('git', place);
    const work = join(root, 'work');
    execFileSync('git', ['clone', '--quiet', '--branch', 'gh-pages', place, work], { stdio: 'ignore' });
    await writeFile(join(work, 'CNAME'), 'ids.example.org\n');
    const name = ['-c', 'user.name=x', '-c', 'user.email=x'];
    execFileSync('git', ['-C', work, 'add', 'CNAME']);
    execFileSync('git', ['-C', work, ...name, 'commit', '--quiet', '-m', 'Name']);
    execFileSync('git', ['-C', work, 'push', '--quiet'], { stdio: 'ignore' });
    await build({ ...SITE, 'index.html': 'second' });
    expect(await publish('git', place)).toMatchObject({ code: 0 });
    expect([shown('CNAME'), shown('index.html')]).toEqual(['ids.example.org\n', 'second']);
  });

  test('refuses a branch that is not ours, and a site from which a release goes or changes', async () => {
    await publish('git', place);
    const before = git('rev-parse', 'gh-pages');
    await build(WITHOUT);
    expect(await publish('git', place)).toMatchObject({
      code: 1,
      said: expect.stringContaining('rivertown-id 2024-Q4 would go'),
    });
    await build(OTHER);
    expect(await publish('git', place)).toMatchObject({
      code: 1,
      said: expect.stringContaining('would be another than readers have'),
    });
    expect(git('rev-parse', 'gh-pages')).toBe(before);
    const tree = git('hash-object', '-t', 'tree', '-w', '/dev/null').trim();
    const theirs = git('-c', 'user.name=x', '-c', 'user.email=x', 'commit-tree', tree, '-m', 'x').trim();
    git('update-ref', 'refs/heads/main', theirs);
    expect(await publish('git', place, '--branch', 'main')).toMatchObject({
      code: 1,
      said: expect.stringContaining("is not of Daylight's making"),
    });
    expect(git('rev-parse', 'main').trim()).toBe(theirs);
  });

  test('says what git says, without a password', async () => {
    const { code, said } = await publish('git', 'http://clerk:secret@127.0.0.1:9/site.git');
    expect([code, said]).toEqual([1, expect.stringContaining('git could not do it, and says why:')]);
    expect(said).not.toContain('secret');
  });
});

describe.skipIf(!(await hasTool('rsync')))('publishCommand by rsync', () => {
  const filesIn = async () =>
    (await readdir(place, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(place.length + 1))
      .sort();

  test('makes the folder, then brings what differs and takes away what is gone', async () => {
    expect(await publish('rsync', place)).toMatchObject({
      code: 0,
      said: expect.stringContaining('4 new, 0 changed, 0 gone, 0 as before.'),
    });
    expect(await filesIn()).toEqual(['.daylight-site', ...Object.keys(SITE)].sort());
    const before = await stat(join(place, SEALED));
    await build({
      'index.html': 'FIRST',
      'en/new.html': 'new',
      'en/index.html': 'page',
      [SEALED]: SITE[SEALED] ?? '',
    });
    const { code, said } = await publish('rsync', place);
    expect([code, said]).toEqual([0, expect.stringContaining('1 new, 1 changed, 1 gone, 2 as before.')]);
    expect(said).toContain('  gone: _astro/a.css');
    expect(await readFile(join(place, 'index.html'), 'utf8')).toBe('FIRST');
    const after = await stat(join(place, SEALED));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(await filesIn()).toEqual(
      ['.daylight-site', 'en/index.html', 'en/new.html', 'index.html', SEALED].sort(),
    );
  });

  test('refuses a folder that is not ours, and a site from which a release goes or changes', async () => {
    await mkdir(place);
    await writeFile(join(place, 'theirs.html'), 'x');
    expect(await publish('rsync', place)).toMatchObject({
      code: 1,
      said: expect.stringContaining("is not of Daylight's making"),
    });
    expect(await filesIn()).toEqual(['theirs.html']);
    await rm(join(place, 'theirs.html'));
    await publish('rsync', place);
    for (const [site, says] of [
      [WITHOUT, 'rivertown-id 2024-Q4 would go'],
      [OTHER, 'would be another than readers have'],
    ] as const) {
      await build(site);
      expect(await publish('rsync', place)).toMatchObject({ code: 1, said: expect.stringContaining(says) });
      expect(await readFile(join(place, SEALED), 'utf8')).toBe('period\n');
    }
    expect(await publish('rsync', place, '--take-back')).toMatchObject({ code: 0 });
  });
});
