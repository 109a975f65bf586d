/**
 * Publishes into a folder that a web server serves. The name that it serves is a link; each version is a folder of its own
 * beside it, and the link is switched in one step when the version is whole, so that no reader meets half of one:
 *
 *   /var/www/ids                link to ids.versions/2
 *   /var/www/ids.versions/1     the version before
 *   /var/www/ids.versions/2     the one that is served
 *
 * A file that did not change is the same file on the disk: caches keep it, and it takes no room twice. One run at a time
 * publishes to a place, and what a run that died left half-written is cleared away by the next one.
 */
import { lstat, readdir, readlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isOfRuns, temporaryPath } from '../../release/lock.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Effects } from '../effects.ts';
import type { SiteChange } from './site-change.ts';

/** Says that a folder of versions is ours. */
const MARK = '.daylight-versions';

export interface FolderTarget {
  /** The name that the web server serves. */
  readonly place: string;
  /** The folder of versions beside it. */
  readonly versions: string;
  /** The folder that is served now; undefined where there is none. */
  readonly current: string | undefined;
}

/** Throws `RefusedError` where something else stands there. */
export async function openFolder(place: string): Promise<FolderTarget> {
  const full = resolve(place);
  const versions = `${full}.versions`;
  const found = await lstat(full).catch(() => undefined);
  const inside = await readdir(versions).catch(() => undefined);
  const isOurs = inside === undefined || inside.includes(MARK) || isBegun(inside);
  if (found === undefined && isOurs) return { place: full, versions, current: undefined };
  const current = found?.isSymbolicLink() ? resolve(dirname(full), await readlink(full)) : '';
  if (isOurs && inside !== undefined && dirname(current) === versions)
    return { place: full, versions, current };
  throw new RefusedError(
    'exists',
    `${place} or ${basename(versions)} beside it is not of Daylight's making, and is not touched. Name a place that does not exist yet, and let the web server serve it; or move away what is there.`,
  );
}

/** A first run that was killed before it could mark the folder left nothing in it, or its own lock. */
function isBegun(inside: readonly string[]): boolean {
  return inside.every(isOfRuns);
}

/** The folder of the new version. Runs under the lock of `versions`. */
export async function publishFolder(
  dist: string,
  { place, versions, current }: FolderTarget,
  { added, changed, same }: SiteChange,
  { disk, runner }: Pick<Effects, 'disk' | 'runner'>,
): Promise<string> {
  await markFolder(versions, disk);
  const numbers = (await disk.list(versions)).filter((name) => /^\d+$/.test(name)).map(Number);
  const number = String(Math.max(0, ...numbers) + 1);
  const [version, unfinished] = [join(versions, number), temporaryPath(versions, number, runner)];
  const put = putInto(unfinished, disk);
  await disk.makeFolder(unfinished);
  for (const file of [...added, ...changed]) await put(file, dist, disk.copyFile);
  for (const file of same) await put(file, current ?? dist, linkOrCopy(disk));
  await disk.rename(unfinished, version);
  try {
    await disk.flushFolder(versions);
    const link = temporaryPath(versions, 'link', runner);
    await disk.symlink(join(basename(versions), number), link);
    // A link takes the place of a link: who asks meanwhile gets the old version or the new one.
    await disk.rename(link, place);
  } catch (error) {
    await disk.remove(version);
    throw error;
  }
  await disk.flushFolder(dirname(place));
  const older = numbers.map((one) => join(versions, String(one))).filter((one) => one !== current);
  for (const one of older) await disk.remove(one);
  return version;
}

async function markFolder(versions: string, disk: Effects['disk']): Promise<void> {
  if ((await disk.list(versions)).includes(MARK)) return;
  await disk.writeNewFile(
    join(versions, MARK),
    'Versions of a site that Daylight published. The last two are kept.\n',
  );
}

type Copy = (from: string, to: string) => Promise<void>;

function putInto(folder: string, disk: Effects['disk']) {
  const made = new Set<string>();
  return async (file: string, from: string, copy: Copy): Promise<void> => {
    const to = join(folder, file);
    if (!made.has(dirname(to))) await disk.makeFolder(dirname(to));
    made.add(dirname(to));
    await copy(join(from, file), to);
  };
}

/** Some disks know no second name of a file. */
function linkOrCopy(disk: Effects['disk']): Copy {
  return (from, to) => disk.link(from, to).catch(() => disk.copyFile(from, to));
}
