/** Everything that a command does besides computing: disk, clock, log. Tests pass their own. */
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  symlink,
} from 'node:fs/promises';
import { availableParallelism, hostname, totalmem } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Disk } from '../release/disk.ts';
import { clearUnfinished, type Runner, temporaryPath } from '../release/lock.ts';
import { buildNodePages, openNodeReview } from './review/node-review.ts';
import type { BuildPages, OpenReview } from './review/review.ts';
import { type SignMessage, signWithSshKeygen } from './ssh-keygen.ts';
import { clearWhenStopped } from './stop.ts';

export interface Effects {
  readonly disk: Disk;
  readonly runner: Runner;
  /** That may work at the same time. */
  readonly cores: number;
  /** Memory that may be taken yet, in MB. */
  readonly freeMb: () => number;
  /** Milliseconds since some moment; only ever printed. */
  readonly clock: () => number;
  /** The day, `2025-08-01`. */
  readonly today: () => string;
  /** One line to the operator, on standard error. */
  readonly log: (line: string) => void;
  /** One line of the command's answer, on standard output. */
  readonly print: (line: string) => void;
  /** Builds the pages of a sealed release that has no name yet, and has the gate check them. */
  readonly buildPages: BuildPages;
  /** Shows a release to the person who is to sign it off. */
  readonly openReview: OpenReview;
  /** Signs by a key that Daylight does not see. */
  readonly sign: SignMessage;
}

/** The real ones. */
export function nodeEffects(): Effects {
  return {
    disk: nodeDisk,
    runner: {
      pid: process.pid,
      host: hostname().replace(/[^A-Za-z0-9.-]/g, '-'),
      isAlive,
      whenStopped: clearWhenStopped,
    },
    cores: availableParallelism(),
    freeMb,
    clock: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    log: (line) => console.error(line),
    print: (line) => console.log(line),
    buildPages: buildNodePages,
    openReview: openNodeReview,
    sign: signWithSshKeygen,
  };
}

/** Within what a container may take. macOS has next to nothing free and gives what it is asked for, so there it is all that the machine has. */
function freeMb(): number {
  return (process.platform === 'darwin' ? totalmem() : process.availableMemory()) / 1e6;
}

/** Folders are flushed where the system can do that; on Windows renaming is enough. */
export const nodeDisk: Disk = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true }).catch(askWhy)),
  writeNewFile: async (path, text, mode) => {
    const file = await open(path, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
  },
  flushFolder: async (path) => {
    if (process.platform === 'win32') return;
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  copyFile: async (from, to) => {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    const file = await open(to, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  },
  symlink: (target, path) => symlink(target, path),
  link,
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmptyFolder: (path) => rmdir(path).catch(() => undefined),
  list: (path) => readdir(path).catch(emptyIfMissing),
  readIfThere: (path) => readFile(path, 'utf8').catch(() => undefined),
};

/** Node says of a folder on a read-only disk that the one above it is missing; asked for that folder alone, it says why. */
async function askWhy(error: unknown): Promise<never> {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error;
  if (isMissing) await mkdir(String(error.path));
  throw error;
}

function emptyIfMissing(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Writes a file whole or not at all: beside its place first, then renamed. Replaces one of that name. A run that was killed leaves its own for the next one to clear away. */
export async function writeWhole(path: string, text: string, { disk, runner }: Effects): Promise<void> {
  const temporary = temporaryPath(dirname(path), basename(path), runner);
  try {
    await clearUnfinished(dirname(path), basename(path), runner, disk);
    await disk.writeNewFile(temporary, text);
    await disk.rename(temporary, path);
    await disk.flushFolder(dirname(path));
  } catch (error) {
    await disk.remove(temporary);
    throw error;
  }
}
