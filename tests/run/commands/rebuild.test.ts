// `npm run rebuild`: the same site is the same, byte for byte; whatever differs is listed; another commit or other packages are refused.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuildFile, formatBuild, parseBuild } from '../../../src/formats/site/build-file.ts';
import { buildFindings } from '../../../src/gate/files/build-file.ts';
import { type Builder, rebuildCommand } from '../../../src/run/commands/rebuild-command.ts';
import { shippedPlaces } from '../../../src/run/places.ts';
import { builtFrom } from '../../../src/run/rebuild/built-from.ts';
import { pagelessEffects } from '../../pageless-effects.ts';

const BUILT: BuildFile = {
  daylight: '0.1.0',
  commit: 'a'.repeat(40),
  lock: 'b'.repeat(64),
  node: 'v24.21.0',
  site: 'https://ids.example.org/',
  papers: true,
};
const SITE: Readonly<Record<string, string>> = {
  'index.html': '<p>All programs</p>',
  'en/index.html': '<p>Cards</p>',
  'en/briefing.pdf': '%PDF',
};

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

let count = 0;
async function served(files: Readonly<Record<string, string>>, built: BuildFile = BUILT): Promise<string> {
  count += 1;
  const folder = join(root, `dist-${count}`);
  await write(folder, { ...files, 'build.json': formatBuild(built) });
  return folder;
}

async function rebuild(
  where: string,
  { ours = BUILT, prints = true }: { ours?: BuildFile; prints?: boolean } = {},
): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const builder: Builder = {
    from: () => Promise.resolve(ours),
    build: async (folder) => {
      await write(
        folder,
        Object.fromEntries(Object.entries(SITE).filter(([path]) => prints || !path.endsWith('.pdf'))),
      );
      return prints;
    },
  };
  const code = await rebuildCommand(
    [where],
    { ...pagelessEffects(), log: () => undefined, print: say },
    builder,
  );
  return [code, ...lines].join('\n');
}

test('the same site is the same, byte for byte', async () => {
  expect(await rebuild(await served(SITE))).toBe('0\nAll 3 files of the site are the same, byte for byte.');
});

test('every file that differs, is missing or more is listed', async () => {
  const { 'en/index.html': _, ...others } = SITE;
  const said = await rebuild(
    await served({ ...others, 'index.html': '<p>Ale programs</p>', 'more.js': '1' }),
  );
  expect(said).toBe(
    [
      '1',
      'en/index.html: is not there.',
      'index.html: differs from byte 5 on (19 bytes there, 19 here).',
      'more.js: was not built here.',
      '3 differences in 3 files.',
    ].join('\n'),
  );
});

test('without a browser at hand briefings as PDF are left out, and that is said', async () => {
  const said = await rebuild(await served(SITE), { prints: false });
  expect(said).toContain('briefings as PDF are not compared');
  expect(said).toContain('All 2 files');
});

test.for<[string, Partial<BuildFile>, string]>([
  ['another commit', { commit: 'c'.repeat(40) }, `git checkout ${'a'.repeat(40)}`],
  ['changed files here', { commit: null }, 'a copy with changes'],
  ['other packages', { lock: 'c'.repeat(64) }, 'another package-lock.json'],
  ['another Node', { node: 'v26.0.0' }, 'another version of Node'],
])('with %s a difference would show nothing: refused', async ([, change, says]) => {
  const lines: string[] = [];
  const builder: Builder = {
    from: () => Promise.resolve({ ...BUILT, ...change }),
    build: () => Promise.reject(new Error('built all the same')),
  };
  const effects = { ...pagelessEffects(), log: (line: string) => void lines.push(line) };
  expect(await rebuildCommand([await served(SITE)], effects, builder)).toBe(1);
  expect(lines.join('\n')).toContain(says);
});

test('a site of no commit, and one that does not say from what it was built, are refused', async () => {
  expect(await rebuild(await served(SITE, { ...BUILT, commit: null }))).toBe('1');
  expect(await rebuild(join(root, 'nowhere'))).toBe('1');
});

test('a site that is served is asked for each file, pages by the address of their folder', async () => {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const path = url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1);
    const body = path === 'build.json' ? formatBuild(BUILT) : SITE[path];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  try {
    const said = await rebuild(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(said).toMatch(/^0\nAll 3 files .* What else the server has nobody can list\.$/);
    expect(asked).toEqual(['/build.json', '/en/briefing.pdf', '/en/', '/']);
  } finally {
    server.close();
  }
});

test('nothing is left behind', async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('daylight-rebuild-'));
  await rebuild(await served(SITE));
  expect((await readdir(tmpdir())).filter((name) => name.startsWith('daylight-rebuild-'))).toEqual(before);
});

test('builtFrom says from what a site is built here, in the form that parseBuild reads', async () => {
  const built = await builtFrom(shippedPlaces.repository, { site: null, papers: false });
  expect(parseBuild(formatBuild(built), 'build.json')).toEqual({ ok: true, value: built });
  expect(built.node).toBe(process.version);
});

test('the gate takes build.json in its form and for the address of the site, and nothing else', () => {
  const here = { origin: 'https://ids.example.org', base: '/' };
  expect(buildFindings('build.json', formatBuild(BUILT), here)).toEqual([]);
  expect(buildFindings('build.json', formatBuild({ ...BUILT, site: null }), here)).toHaveLength(1);
  expect(buildFindings('build.json', formatBuild(BUILT).replace('true', '42'), here)).toHaveLength(1);
});
