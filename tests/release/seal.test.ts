// `sealRelease`, `nameRelease` and `verifyRelease`: what is sealed verifies, anything changed afterwards does not.
import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRelease } from '../../src/release/read-release.ts';
import { nameRelease, sealRelease, writeStaged } from '../../src/release/seal.ts';
import { verifyRelease } from '../../src/release/verify-release.ts';
import { nodeDisk } from '../../src/run/effects.ts';
import { AUDIT } from './small-audit.ts';
import { stagedFiles } from './small-release.ts';

let root: string;
let final: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'daylight-'));
  final = join(root, '2024-Q2');
  await seal();
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function seal(): Promise<void> {
  const folder = join(root, '.tmp-2024-Q2-1');
  await writeStaged(folder, stagedFiles(), nodeDisk);
  await sealRelease(folder, stagedFiles(), AUDIT, nodeDisk);
  await nameRelease(folder, final, nodeDisk);
}

async function faults(): Promise<string[]> {
  const verified = await verifyRelease(final);
  return verified.ok
    ? []
    : verified.problems.map(({ file, code }) => `${file.slice(final.length + 1)} ${code}`);
}

test('a sealed and named release is one folder, which verifies and reads back with its audit', async () => {
  expect([await nodeDisk.list(root), await faults()]).toEqual([['2024-Q2'], []]);
  expect(await readRelease(final)).toMatchObject({ ok: true, value: { audit: AUDIT } });
});

test.runIf(process.platform === 'linux')('SHA256SUMS is what sha256sum -c checks', async () => {
  const checked = await promisify(execFile)('sha256sum', ['--check', '--strict', 'SHA256SUMS'], {
    cwd: final,
  });
  expect(checked.stdout.trimEnd().split('\n')).toHaveLength(7);
});

test('nameRelease never writes over a release that exists', async () => {
  await expect(seal()).rejects.toMatchObject({ name: 'RefusedError', code: 'exists' });
  expect(await faults()).toEqual([]);
});

test('signatures of the hashes may stand beside them, each named by its signer, and nothing else', async () => {
  await writeFile(join(final, 'SHA256SUMS.clerk-2.sig'), '');
  expect(await faults()).toEqual([]);
  const others = ['SHA256SUMS.sig', 'SHA256SUMS.Clerk.sig', 'cubes/SHA256SUMS.clerk.sig'];
  for (const path of others) await writeFile(join(final, path), '');
  expect(await faults()).toEqual(others.sort().map((path) => `${path} surplus-file`));
});

test('a changed byte, a surplus file and a missing one are each named', async () => {
  await appendFile(join(final, 'changes.csv'), 'x');
  await writeFile(join(final, 'cubes', 'more.csv'), '');
  await rm(join(final, 'audit.json'));
  expect(await faults()).toEqual([
    'audit.json missing-file',
    'changes.csv hash',
    'cubes/more.csv surplus-file',
  ]);
});
