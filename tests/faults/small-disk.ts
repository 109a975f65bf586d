// Works on a disk of their own: too full for them, and read-only. It takes a system where this process may mount one.
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, type Town } from '../run/town.ts';
import { type Expected, isSame, lookAfter, stateOf, type Tried } from './outcome.ts';
import { effectsIn, type Stages, type Work } from './works.ts';

export function canMount(): boolean {
  return (
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('mount', ['--version']).status === 0
  );
}

const mount = (...args: string[]): void => void execFileSync('mount', args, { stdio: 'pipe' });
const usedKb = (path: string): number =>
  Number(execFileSync('df', ['--output=used', '-k', path], { encoding: 'utf8' }).split('\n')[1]);

async function onSmallDisk<T>({ from }: Work, stages: Stages, use: (town: Town) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'daylight-disk-'));
  mount('-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', root);
  try {
    await cp(stages[from].root, root, { recursive: true, verbatimSymlinks: true });
    const repository = join(root, 'repository');
    const programs = join(repository, 'programs');
    return await use({ root, folder: join(programs, PROGRAM.id), places: { repository, programs } });
  } finally {
    execFileSync('umount', [root]);
    await rm(root, { recursive: true });
  }
}

/** With room for none, some and nearly all of what it writes: `steps` sizes, evenly. */
export function fillDisk(work: Work, stages: Stages, expected: Expected, steps: number): Promise<Tried[]> {
  return onSmallDisk(work, stages, async (whole) => {
    const before = usedKb(whole.root);
    await work.run(whole, effectsIn(whole));
    const need = usedKb(whole.root) - before;
    const tried: Tried[] = [];
    for (let step = 0; step < steps; step += 1) {
      const room = Math.floor((need * step) / steps / 4) * 4;
      tried.push(await onSmallDisk(work, stages, (town) => withRoom(town, work, expected, room)));
    }
    return tried;
  });
}

function withRoom(town: Town, work: Work, expected: Expected, roomKb: number): Promise<Tried> {
  mount('-o', `remount,size=${usedKb(town.root) + roomKb}k`, town.root);
  return trouble(town, work, expected, {
    what: `with room for ${roomKb} kB`,
    says: 'The disk is full',
    mend: 'size=64m',
  });
}

/** A folder that nobody may write to. */
export function freezeDisk(work: Work, stages: Stages, expected: Expected): Promise<Tried> {
  return onSmallDisk(work, stages, (town) => {
    mount('-o', 'remount,ro', town.root);
    return trouble(town, work, expected, { what: 'read-only', says: 'The disk is read-only', mend: 'rw' });
  });
}

interface Trouble {
  readonly what: string;
  readonly says: string;
  readonly mend: string;
}

async function trouble(
  town: Town,
  work: Work,
  expected: Expected,
  { what, says, mend }: Trouble,
): Promise<Tried> {
  const lines: string[] = [];
  const code = await work.run(town, { ...effectsIn(town), log: (line) => void lines.push(line) });
  const faults: string[] = [];
  const isDone = isSame(await stateOf(town, work), expected.after);
  if (code !== 1 && !isDone) faults.push(`The run ends with ${code}.`);
  if (code === 1 && !lines.join('\n').includes(says))
    faults.push(`It does not say "${says}": ${lines.join(' ')}`);
  mount('-o', `remount,${mend}`, town.root);
  const looked = await lookAfter(town, work, expected);
  return { what: `${work.name}, ${what}`, faults: [...faults, ...looked.faults], isDone };
}
