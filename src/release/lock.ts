/**
 * One run at a time writes releases of a program, or versions of a site: `.lock` in their folder names the run that does, by
 * process and machine, `4711@mill-desk`. The lock of a run that died is taken over, and what it left half-written is cleared away. Of a run on
 * another machine that shares the disk nobody can tell here whether it died, so it is never disturbed.
 */
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { RefusedError } from './refused-error.ts';

const LOCK = '.lock';
const TEMPORARY = /^\.(?:tmp-.+|lock|lock-dead)-(\d+@[^@]+)$/;

/** The process that wants the lock, and how it tells whether another one on its machine still runs. */
export interface Runner {
  readonly pid: number;
  /** The machine's name: letters, digits, dots and dashes. */
  readonly host: string;
  readonly isAlive: (pid: number) => boolean;
  /** Told what a run holds, so that nothing is left of one that is stopped; returns what to call when it holds that no more. */
  readonly whenStopped?: (held: Held) => () => void;
}

/** What a run has in a folder while it is at work. */
export interface Held {
  readonly folder: string;
  /** The name of the lock, and what stands in it where it is this run's. */
  readonly lock: string;
  readonly owner: string;
  /** Whether a name in the folder is of something that this run has not finished. */
  readonly isMine: (name: string) => boolean;
}

/** A run as locks and names of files give it: `4711@mill-desk`. */
type Owner = string;

function ownerOf({ pid, host }: Runner): Owner {
  return `${pid}@${host}`;
}

/** Whether a run is known to have ended: one of this machine whose process is gone. */
function isDead(owner: Owner, { host, isAlive }: Runner): boolean {
  const [pid = '', place] = owner.split('@');
  return /^\d+$/.test(pid) && place === host && !isAlive(Number(pid));
}

/** Where a run writes `name` before it is whole: a file or a folder, cleared away if the run dies. */
export function temporaryPath(folder: string, name: string, runner: Runner): string {
  return join(folder, `.tmp-${name}-${ownerOf(runner)}`);
}

/** Whether a name in such a folder is a lock, or what a run has not finished. */
export function isOfRuns(name: string): boolean {
  return name === LOCK || ownerInName(name) !== undefined;
}

/** Runs `work` while no other run writes to `releases`; afterwards nothing of this run is left but what it gave a name. */
export async function withLock<T>(
  releases: string,
  runner: Runner,
  disk: Disk,
  work: () => Promise<T>,
): Promise<T> {
  await disk.makeFolder(releases);
  const owner = ownerOf(runner);
  const isMine = (name: string) => ownerInName(name) === owner;
  const letGo = runner.whenStopped?.({ folder: releases, lock: LOCK, owner, isMine });
  try {
    await takeLock(releases, runner, disk);
    await clearDeadRuns(releases, runner, disk);
    return await work();
  } finally {
    const hasLock = (await ownerIn(join(releases, LOCK), disk)) === owner;
    for (const name of await disk.list(releases)) if (isMine(name)) await disk.remove(join(releases, name));
    if (hasLock) await disk.remove(join(releases, LOCK));
    await disk.removeEmptyFolder(releases);
    letGo?.();
  }
}

/** The lock appears whole, by a second name for a file already written, and at most once. */
async function takeLock(releases: string, runner: Runner, disk: Disk): Promise<void> {
  const path = join(releases, LOCK);
  const mine = `${path}-${ownerOf(runner)}`;
  await disk.remove(mine);
  await disk.writeNewFile(mine, `${ownerOf(runner)}\n`);
  if (!(await tryLink(mine, path, disk))) {
    await removeDeadLock(path, runner, disk);
    if (!(await tryLink(mine, path, disk))) throw locked(path, await ownerIn(path, disk), runner);
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
async function removeDeadLock(path: string, runner: Runner, disk: Disk): Promise<void> {
  const owner = await ownerIn(path, disk);
  if (owner !== undefined && owner !== ownerOf(runner) && !isDead(owner, runner))
    throw locked(path, owner, runner);
  const aside = `${path}-dead-${ownerOf(runner)}`;
  await disk.rename(path, aside).catch(() => undefined);
  const moved = await ownerIn(aside, disk);
  if (moved !== undefined && moved !== owner) await tryLink(aside, path, disk);
  await disk.remove(aside);
}

/** The run that a lock names; undefined if there is no lock. */
async function ownerIn(path: string, disk: Disk): Promise<Owner | undefined> {
  return (await disk.readIfThere(path))?.trim();
}

function locked(path: string, owner: Owner | undefined, { host }: Runner): RefusedError {
  const [pid, place] = owner?.split('@') ?? [];
  const where =
    place === host ? '' : ` on ${place === undefined ? 'a machine that the lock does not name' : place}`;
  const who = pid === undefined ? '' : ` (process ${pid}${where})`;
  const elsewhere =
    place === host || pid === undefined
      ? ''
      : ' Whether it still runs cannot be seen from this machine: look there.';
  return new RefusedError(
    'locked',
    `Another run${who} is writing here.${elsewhere} Wait until it ends, then try again; if there is no such run, remove ${path}.`,
  );
}

async function clearDeadRuns(releases: string, runner: Runner, disk: Disk): Promise<void> {
  for (const name of await disk.list(releases)) {
    const owner = ownerInName(name);
    if (owner === undefined) continue;
    if (owner === ownerOf(runner) || isDead(owner, runner)) await disk.remove(join(releases, name));
  }
}

/** Clears away what runs that died left of `name`, where no lock is taken: of other names and of runs that go on, nothing. */
export async function clearUnfinished(
  folder: string,
  name: string,
  runner: Runner,
  disk: Disk,
): Promise<void> {
  const begin = `.tmp-${name}-`;
  for (const found of await disk.list(folder)) {
    const owner = found.slice(begin.length);
    if (!found.startsWith(begin) || ownerInName(found) !== owner) continue;
    if (owner === ownerOf(runner) || isDead(owner, runner)) await disk.remove(join(folder, found));
  }
}

function ownerInName(name: string): Owner | undefined {
  return TEMPORARY.exec(name)?.[1];
}
