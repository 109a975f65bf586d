// `npm run witness`: looks, keeps and signs; whatever was forged since it looked last, it refuses, keeps nothing and signs nothing.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { witnessCommand } from '../../../src/run/commands/witness-command.ts';
import { type Effects, nodeEffects } from '../../../src/run/effects.ts';
import { allowedSigner } from '../../../src/signatures/ssh-key.ts';
import { makeKey, type TestKey } from '../../ssh-key.ts';
import { FORGERIES } from '../../witness/forgeries.ts';
import {
  changeList,
  FIRST,
  LIBRARY,
  linesOf,
  type PublishedFiles,
  publishTown,
  SECOND,
  STRANGER,
  THIRD,
  takeOut,
} from '../../witness/published-town.ts';
import { PROGRAM } from '../town.ts';

let published: PublishedFiles;
let root: string;
beforeAll(async () => {
  published = await publishTown();
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

let folders = 0;
async function write(files: PublishedFiles): Promise<string> {
  folders += 1;
  const folder = join(root, `copy-${folders}`);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** How the command ends, with all that it says; `keep` is the folder of what it keeps. */
async function witness(where: string, keep: string, key?: TestKey): Promise<string> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const effects: Effects = {
    ...nodeEffects(),
    log: say,
    print: say,
    sign: (_, message) => Promise.resolve((key ?? STRANGER).sign(message)),
  };
  const args = [where, '--keep', keep, ...(key === undefined ? [] : ['--key', '/keys/one'])];
  return [await witnessCommand(args, effects), ...lines].join('\n');
}

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('npm run witness', () => {
  test('of what was published keeps a line for each release, and signs the newest', async () => {
    const [folder, keep] = [await write(published), join(root, 'keep-all')];
    const said = await witness(folder, keep, LIBRARY);
    expect(said).toMatch(/^0\n/);
    expect(said).toContain(`${PROGRAM.id}: 3 releases up to ${THIRD}`);
    expect(said).toContain('Send this file to Clerk, clerk@ferry.example');
    expect(said).not.toContain('do not list your key');
    const signature = `${PROGRAM.id}/${THIRD}/SHA256SUMS.library.sig`;
    expect(await filesOf(keep)).toEqual(['lines.txt', signature]);
    const lines = [...linesOf(published)].map(([id, hash]) => `${PROGRAM.id} ${id}.${hash}\n`);
    expect(await readFile(join(keep, 'lines.txt'), 'utf8')).toBe(lines.join(''));
    if (spawnSync('ssh-keygen', ['-Y', 'sign']).error !== undefined) return;
    await writeFile(join(root, 'allowed_signers'), `${allowedSigner('library', LIBRARY.line, 'daylight')}\n`);
    const args = ['-Y', 'verify', '-f', join(root, 'allowed_signers'), '-I', 'library', '-n', 'daylight'];
    const input = published.get(`releases/${THIRD}/SHA256SUMS`);
    expect(spawnSync('ssh-keygen', [...args, '-s', join(keep, signature)], { input })).toMatchObject({
      status: 0,
    });
  });

  test('of a new key says that it is not listed, and what to send', async () => {
    const key = makeKey();
    const said = await witness(await write(published), join(root, 'keep-new'), key);
    expect(said).toMatch(/^0\n/);
    expect(said).toContain('SHA256SUMS.witness.sig');
    expect(said).toContain(
      `do not list your key yet. Send it too, by another way, and under which name you vouch: ${key.line}`,
    );
  });

  test('of a longer history goes on from what it kept', async () => {
    const [shorter, keep] = [new Map(published), join(root, 'keep-longer')];
    takeOut(shorter, THIRD);
    changeList(shorter, (list) => ({ ...list, releases: list.releases.slice(0, 2) }));
    expect(await witness(await write(shorter), keep)).toMatch(/^0\n/);
    expect(await witness(await write(published), keep)).toMatch(/^0\n/);
    expect((await readFile(join(keep, 'lines.txt'), 'utf8')).split('\n')).toHaveLength(4);
    const again = await witness(await write(shorter), keep);
    expect(again).toMatch(/^1\n/);
    expect(again).toContain(`SHORTER: you saw release ${THIRD}, and it is gone without a recall.`);
  });

  test('of a recalled release keeps its line, and follows the chain across it', async () => {
    const [recalled, keep] = [new Map(published), join(root, 'keep-recalled')];
    takeOut(recalled, SECOND);
    changeList(recalled, (list) => ({
      ...list,
      releases: list.releases.filter(({ release }) => release !== SECOND),
      recalled: [{ release: SECOND, recalled: '2024-12-01', why: 'A mistake.' }],
    }));
    expect(await witness(await write(published), keep)).toMatch(/^0\n/);
    const said = await witness(await write(recalled), keep);
    expect(said).toMatch(/^0\n/);
    expect(said).toContain(`release ${SECOND} was recalled on 2024-12-01`);
    expect((await readFile(join(keep, 'lines.txt'), 'utf8')).split('\n')).toHaveLength(4);
  });

  test.for(FORGERIES)('%s: refused (%s), nothing is kept anew or signed', async ([, kind, forge]) => {
    const [files, keep] = [new Map(published), join(root, `keep-${folders}`)];
    forge(files);
    if (kind !== 'certificates') await witness(await write(published), keep);
    const before = await filesOf(keep);
    const said = await witness(await write(files), keep, LIBRARY);
    expect(said).toMatch(/^1\n/);
    expect(said).toMatch(new RegExp(`${PROGRAM.id}: |cannot be read|no list of hashes`));
    expect(await filesOf(keep)).toEqual(before);
  });

  test('of one release alone, of no release, and of a place that is not there is refused', async () => {
    const alone = new Map(published);
    for (const id of [FIRST, SECOND]) takeOut(alone, id);
    alone.delete('releases.json');
    const keep = join(root, 'keep-none');
    expect(await witness(await write(alone), keep)).toContain(
      `Release ${THIRD} of ${PROGRAM.id} is there alone`,
    );
    expect(await witness(join(root, 'nowhere'), keep)).toContain('There is no release');
    expect(await witness('http://127.0.0.1:9/', keep)).toContain('did not answer');
    expect(await filesOf(keep)).toEqual([]);
  });

  test('with lines that somebody edited refuses to look', async () => {
    const [folder, keep] = [await write(published), join(root, 'keep-edited')];
    await witness(folder, keep);
    await writeFile(join(keep, 'lines.txt'), 'old-ferry 2024-Q2.short\n');
    const said = await witness(folder, keep);
    expect(said).toMatch(/^1\n/);
    expect(said).toContain('What was kept cannot be read');
  });

  test.for([[], ['one', 'two'], ['--surprise']])('%j: exit 2 and how to use it', async (args) => {
    const lines: string[] = [];
    const code = await witnessCommand(args, { ...nodeEffects(), log: (line) => void lines.push(line) });
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain('npm run witness -- <address or folder>');
  });
});

describe('of a site', () => {
  const serving = async (
    answer: (path: string) => Uint8Array | undefined | 'away',
    work: (address: string) => Promise<void>,
  ) => {
    const server = createServer((request, response) => {
      const body = answer(decodeURIComponent(request.url ?? '').slice(1));
      if (body === 'away') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end();
      else response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.close();
    }
  };
  const served = (path: string): Uint8Array | undefined => {
    if (path === 'programs.json')
      return new TextEncoder().encode(`{\n  "programs": [\n    "${PROGRAM.id}"\n  ]\n}\n`);
    return published.get(path.replace(`${PROGRAM.id}/`, '').replace('/files/', '/'));
  };

  test('reads what its lists and hashes name, and nothing else', async () => {
    const asked: string[] = [];
    await serving(
      (path) => {
        asked.push(path);
        return served(path);
      },
      async (address) => {
        expect(await witness(address, join(root, 'keep-site'))).toMatch(/^0\n/);
        expect(await witness(`${address}/${PROGRAM.id}/`, join(root, 'keep-program'))).toMatch(/^0\n/);
      },
    );
    expect(asked.filter((path) => served(path) === undefined)).toEqual([`${PROGRAM.id}/programs.json`]);
    const lines = await Promise.all(
      ['keep-site', 'keep-program'].map((name) => readFile(join(root, name, 'lines.txt'), 'utf8')),
    );
    expect(lines[0]).toBe(lines[1]);
  });

  test('that sends it elsewhere is not followed', () =>
    serving(
      () => 'away',
      async (address) => {
        expect(await witness(address, join(root, 'keep-away'))).toContain('did not answer');
      },
    ));
});
