/**
 * One run at a time writes releases of a program: `releases/.lock` holds the process id of the run that
 * does. The lock of a run that died is taken over, and what it left half-written is cleared away.
 */
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { ReleaseError } from './release-error.ts';

const LOCK = '.lock';
const TEMPORARY = /^\.(?:tmp-.+|lock|lock-dead)-(\d+)$/;

/** The process that wants the lock, and how it tells whether another one still runs. */
export interface Runner {
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
}

/** Where a run writes release `id` before it is sealed. */
export function temporaryFolder(releases: string, id: string, { pid }: Runner): string {
  return join(releases, `.tmp-${id}-${pid}`);
}

/** Runs `work` while no other run writes to `releases`; afterwards nothing of this run is left but its releases. */
export async function withLock<T>(
  releases: string,
  runner: Runner,
  disk: Disk,
  work: () => Promise<T>,
): Promise<T> {
  await disk.makeFolder(releases);
  try {
    await takeLock(releases, runner, disk);
    await clearDeadRuns(releases, runner, disk);
    return await work();
  } finally {
    const mine = (await ownerOf(join(releases, LOCK), disk)) === runner.pid;
    for (const name of await disk.list(releases))
      if (ownerInName(name) === runner.pid) await disk.remove(join(releases, name));
    if (mine) await disk.remove(join(releases, LOCK));
    await disk.removeEmptyFolder(releases);
  }
}

/** The lock appears whole, by a second name for a file already written, and at most once. */
async function takeLock(releases: string, runner: Runner, disk: Disk): Promise<void> {
  const path = join(releases, LOCK);
  const mine = `${path}-${runner.pid}`;
  await disk.remove(mine);
  await disk.writeNewFile(mine, `${runner.pid}\n`);
  if (!(await tryLink(mine, path, disk))) {
    await removeDeadLock(path, runner, disk);
    if (!(await tryLink(mine, path, disk))) throw locked(path, await ownerOf(path, disk));
  }
  await disk.remove(mine);
}

async function tryLink(from: string, to: string, disk: Disk): Promise<boolean> {
  try {
    await disk.link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the lock aside before it is removed, so that two runs cannot both take over the same one. */
async function removeDeadLock(path: string, { pid, isAlive }: Runner, disk: Disk): Promise<void> {
  const owner = await ownerOf(path, disk);
  if (owner !== undefined && owner !== pid && isAlive(owner)) throw locked(path, owner);
  const aside = `${path}-dead-${pid}`;
  await disk.rename(path, aside).catch(() => undefined);
  const moved = await ownerOf(aside, disk);
  if (moved !== undefined && moved !== owner) await tryLink(aside, path, disk);
  await disk.remove(aside);
}

/** The process that a lock names; undefined if there is none, NaN if it names no process. */
async function ownerOf(path: string, disk: Disk): Promise<number | undefined> {
  const text = await disk.readIfThere(path);
  return text === undefined ? undefined : Number.parseInt(text, 10);
}

function locked(path: string, owner: number | undefined): ReleaseError {
  const who = owner === undefined ? '' : ` (process ${owner})`;
  return new ReleaseError(
    'locked',
    `Another run${who} is writing releases here. Wait until it ends, then try again; if there is no such run, remove ${path}.`,
  );
}

async function clearDeadRuns(releases: string, { pid, isAlive }: Runner, disk: Disk): Promise<void> {
  for (const name of await disk.list(releases)) {
    const owner = ownerInName(name);
    if (owner !== undefined && (owner === pid || !isAlive(owner))) await disk.remove(join(releases, name));
  }
}

function ownerInName(name: string): number | undefined {
  const match = TEMPORARY.exec(name);
  return match === null ? undefined : Number(match[1]);
}
