// scripts/run.mjs: what every command says before anything is installed, and how it is called.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import usages from '../../../src/run/usages.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../../..');
const COMMANDS = Object.keys(usages);
const INSTALLING = ['setup', 'start', 'test'];
const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

/** What runs of a repository in which nothing is installed. */
let bare = '';

beforeAll(async () => {
  bare = await mkdtemp(join(tmpdir(), 'daylight-bare-'));
  await mkdir(join(bare, 'src', 'run'), { recursive: true });
  for (const path of ['scripts', 'package.json', 'src/run/usages.json'])
    await cp(join(ROOT, path), join(bare, path), { recursive: true });
});
afterAll(() => rm(bare, { recursive: true }));

function call(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('without packages', () => {
  test.each(COMMANDS)('%s --help prints its usage, exit 0', (command) => {
    const { status, stdout, stderr } = call(bare, 'scripts/run.mjs', command, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: npm /);
  });

  test.each(COMMANDS.filter((command) => !INSTALLING.includes(command)))(
    '%s says what to do, exit 2 and no stack',
    (command) => {
      const { status, stdout, stderr } = call(bare, 'scripts/run.mjs', command);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^The packages .* Run `npm run setup` here, then try again\.\n$/);
    },
  );

  test('tools that package.json calls directly ask for it too', () => {
    expect(call(bare, 'scripts/ready.mjs')).toMatchObject({ status: 2, stdout: '' });
  });
});

test('every command of package.json says what to do without packages', async () => {
  const { scripts } = packageSchema.parse(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')));
  const others = Object.entries(scripts).filter(
    ([name, line]) =>
      !(line.endsWith(`scripts/run.mjs ${name}`) && COMMANDS.includes(name)) &&
      !line.startsWith('node scripts/ready.mjs && '),
  );
  expect(others).toEqual([]);
});

test('with packages, ready.mjs says nothing', () => {
  expect(call(ROOT, 'scripts/ready.mjs')).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe('called wrongly: exit 2 and the usage', () => {
  test.each([
    ['build', 'now'],
    ['check', 'all'],
    ['pictures', '--wide'],
    ['seed', '7'],
    ['serve', '--port=1'],
    ['setup', 'again'],
    ['start', '--fast'],
    ['test', 'one'],
    ['gate', '--all'],
    ['bench', 'nothing'],
  ])('%s %s', (...args) => {
    const { status, stderr } = call(ROOT, 'scripts/run.mjs', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain('Usage: npm ');
  });

  test('a command that there is not', () => {
    expect(call(bare, 'scripts/run.mjs', 'relaese')).toMatchObject({ status: 2, stdout: '' });
  });
});
