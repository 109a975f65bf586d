// Trouble while a release is made: full disks, kills, other runs. Nothing half-written may be left.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeDisk } from '../../../src/run/effects.ts';
import { buildPlenty, copyTown, filesIn, inPlenty, release, releasesOf, type Town } from '../town.ts';

const FIRST = '2024-Q2';
const ARGS = ['old-ferry', '--id', FIRST];

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}

/** Fails like a full disk at every file after the first ones. */
function fullAfter(files: number) {
  let written = 0;
  return {
    ...nodeDisk,
    writeNewFile: (path: string, text: string) => {
      written += 1;
      return written > files ? failing('ENOSPC') : nodeDisk.writeNewFile(path, text);
    },
  };
}

test.each([0, 1, 4, 8, 9, 10])('a disk that is full after %i files leaves nothing behind', async (files) => {
  await inPlenty(async (town) => {
    const { code, said } = await release(town, ARGS, { disk: fullAfter(files) });
    expect(said).toContain('The disk is full');
    expect([code, await filesIn(join(town.folder, 'releases'))]).toEqual([1, new Map()]);
  });
});

test.each(['rename', 'flushFolder', 'makeFolder', 'link'])(
  'a disk that fails at %s leaves nothing behind',
  async (operation) => {
    await inPlenty(async (town) => {
      const disk = { ...nodeDisk, [operation]: () => failing('EIO') };
      expect(await release(town, ARGS, { disk })).toMatchObject({
        code: 1,
        said: expect.stringContaining('The disk failed'),
      });
      expect(await releasesOf(town)).toEqual([]);
    });
  },
);

test('a disk that fails right after the renaming takes the release back', async () => {
  await inPlenty(async (town) => {
    let renamed = false;
    const disk = {
      ...nodeDisk,
      rename: (from: string, to: string) => {
        renamed = true;
        return nodeDisk.rename(from, to);
      },
      flushFolder: (path: string) => (renamed ? failing('EIO') : nodeDisk.flushFolder(path)),
    };
    expect(await release(town, ARGS, { disk })).toMatchObject({ code: 1 });
    expect(await releasesOf(town)).toEqual([]);
  });
});

test('a bug of ours is named as one and leaves nothing behind', async () => {
  await inPlenty(async (town) => {
    const flushFolder = () => Promise.reject(new Error('something odd'));
    const { code, said } = await release(town, ARGS, { disk: { ...nodeDisk, flushFolder } });
    expect([code, said.includes('internal error: Error') && !said.includes('something odd')]).toEqual([
      3,
      true,
    ]);
    expect(await releasesOf(town)).toEqual([]);
  });
});

const [HERE, THERE] = ['mill-desk', 'clerk-desk'];

async function leaveHalfARelease(town: Town, owner: string): Promise<void> {
  await mkdir(join(town.folder, 'releases', `.tmp-${FIRST}-${owner}`), { recursive: true });
  await writeFile(join(town.folder, 'releases', '.lock'), `${owner}\n`);
}

test('another run that still lives is not disturbed', async () => {
  await inPlenty(async (town) => {
    await leaveHalfARelease(town, `77@${HERE}`);
    const runner = { pid: 78, host: HERE, isAlive: (pid: number) => pid === 77 };
    const said = expect.stringContaining('Another run (process 77)');
    expect(await release(town, ARGS, { runner })).toMatchObject({ code: 1, said });
    expect(await releasesOf(town)).toEqual(['.lock', `.tmp-${FIRST}-77@${HERE}`]);
  });
});

test.for([
  [`77@${THERE}`, `process 77 on ${THERE}`],
  [`78@${THERE}`, `process 78 on ${THERE}`],
  ['77', 'process 77 on a machine that the lock does not name'],
  ['', 'is writing here'],
] as const)(
  'a run that the lock names "%s", of which nobody can tell here, is not disturbed',
  async ([owner, says]) => {
    await inPlenty(async (town) => {
      await leaveHalfARelease(town, owner);
      const before = await releasesOf(town);
      const { code, said } = await release(town, ARGS, {
        runner: { pid: 78, host: HERE, isAlive: () => false },
      });
      expect(code).toBe(1);
      expect(said).toContain(says);
      expect(said).toContain(`remove ${join(town.folder, 'releases', '.lock')}`);
      expect(await releasesOf(town)).toEqual(before);
    });
  },
);

test('what a run that died left is cleared away', async () => {
  await inPlenty(async (town) => {
    await leaveHalfARelease(town, `77@${HERE}`);
    const runner = { pid: 78, host: HERE, isAlive: () => false };
    expect(await release(town, ARGS, { runner })).toMatchObject({ code: 0 });
    expect(await releasesOf(town)).toEqual([FIRST]);
  });
});

/** Before what a run stops, in the order in which it comes there. */
const STOPS = ['cubes/cards-issued.csv', 'datapackage.json', 'SHA256SUMS', 'rename'];

describe('a run in a process of its own', () => {
  let town: Town;
  let child: ChildProcessByStdio<Writable, Readable, null>;
  /** As the disk is when it stops. */
  const copies = new Map<string, Town>();

  beforeAll(async () => {
    town = await buildPlenty();
    const script = join(import.meta.dirname, '../stopped-run.ts');
    child = spawn(process.execPath, [script, town.root, ...STOPS], { stdio: ['pipe', 'pipe', 'inherit'] });
    for (const stop of STOPS) {
      if (stop !== STOPS[0]) child.stdin.write('on\n');
      const [said] = await once(child.stdout, 'data');
      expect(String(said)).toBe(`${stop}\n`);
      copies.set(stop, await copyTown(town));
    }
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    for (const { root } of [town, ...copies.values()]) await rm(root, { recursive: true, force: true });
  });

  test('while it still writes, a second run is refused, and the first is not disturbed', async () => {
    const before = await filesIn(join(town.folder, 'releases'));
    const { code, said } = await release(town, ARGS);
    expect([code, said.includes(`Another run (process ${child.pid})`)]).toEqual([1, true]);
    expect(await filesIn(join(town.folder, 'releases'))).toEqual(before);
  });

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'that is stopped by %s says so and leaves nothing behind, whatever it was at',
    async (signal) => {
      const other = await buildPlenty();
      const script = join(import.meta.dirname, '../stopped-run.ts');
      const run = spawn(process.execPath, [script, other.root, 'datapackage.json'], {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      try {
        let said = '';
        run.stderr.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        await once(run.stdout, 'data');
        expect(await releasesOf(other)).toEqual(['.lock', expect.stringMatching(/^\.tmp-2024-Q2-/)]);
        const ended = once(run, 'close');
        run.kill(signal);
        const [code] = await ended;
        expect([code, said.trim()]).toEqual([
          { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal],
          'Stopped. What this run had begun is cleared away.',
        ]);
        expect(await releasesOf(other)).toEqual([]);
      } finally {
        run.kill('SIGKILL');
        await rm(other.root, { recursive: true, force: true });
      }
    },
  );

  describe('that is killed', () => {
    beforeAll(async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    });

    test.each(STOPS)('before %s leaves no release, and the next run clears what it left', async (stop) => {
      const left = copies.get(stop);
      if (left === undefined) throw new Error(`internal error: the run did not stop before ${stop}`);
      expect(await releasesOf(left)).toEqual(['.lock', expect.stringMatching(/^\.tmp-2024-Q2-/)]);
      expect(await release(left, ARGS)).toMatchObject({ code: 0 });
      expect(await releasesOf(left)).toEqual([FIRST]);
    });
  });
});
