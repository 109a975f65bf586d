// Commands that go on until they are stopped end with the npm that started them, however that was ended.
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..', '..');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daylight-npm-'));
  for (const name of ['scripts', 'src', 'package.json'])
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><link href="/_astro/a.css">');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A parent that starts the command through a shell, as npm does, and says who it is. */
const PARENT = `
  const { spawn } = require('node:child_process');
  spawn('sh', ['-c', JSON.stringify(process.execPath) + ' scripts/run.mjs serve; true'], {
    stdio: 'inherit',
    env: { ...process.env, npm_lifecycle_event: 'serve' },
  });
`;

test.skipIf(process.platform !== 'linux').each(['SIGTERM', 'SIGKILL'] as const)(
  'npm run serve ends when npm is ended by %s',
  async (signal) => {
    const npm = spawn(process.execPath, ['-e', PARENT], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const address = await vi.waitFor(
      () => {
        const [found] = /http:\S+/.exec(said) ?? [];
        if (found === undefined) throw new Error('not served yet');
        return found;
      },
      { timeout: 60_000, interval: 100 },
    );
    expect((await fetch(address)).status).toBe(200);
    npm.kill(signal);
    await vi.waitFor(() => expect(fetch(address)).rejects.toThrow(), { timeout: 60_000, interval: 200 });
  },
);
