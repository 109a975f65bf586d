/**
 * Publishes into a folder that a web server serves. The name that it serves is a link; each version is a folder of its own
 * beside it, and the link is switched in one step when the version is whole, so that no reader meets half of one:
 *
 *   /var/www/ids                link to ids.versions/2
 *   /var/www/ids.versions/1     the version before
 *   /var/www/ids.versions/2     the one that is served
 *
 * A file that did not change is the same file on the disk: caches keep it, and it takes no room twice.
 */
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ReleaseError } from '../../release/release-error.ts';
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

/** Throws `ReleaseError` where something else stands there. */
export async function openFolder(place: string): Promise<FolderTarget> {
  const full = resolve(place);
  const versions = `${full}.versions`;
  const found = await lstat(full).catch(() => undefined);
  const inside = await readdir(versions).catch(() => undefined);
  const isOurs = inside === undefined || inside.includes(MARK);
  if (found === undefined && isOurs) return { place: full, versions, current: undefined };
  const current = found?.isSymbolicLink() ? resolve(dirname(full), await readlink(full)) : '';
  if (isOurs && inside !== undefined && dirname(current) === versions)
    return { place: full, versions, current };
  throw new ReleaseError(
    'exists',
    `${place} or ${basename(versions)} beside it is not of Daylight's making, and is not touched. Name a place that does not exist yet, and let the web server serve it; or move away what is there.`,
  );
}

export async function publishFolder(
  dist: string,
  { place, versions, current }: FolderTarget,
  { added, changed, same }: SiteChange,
): Promise<string> {
  await mkdir(versions, { recursive: true });
  await writeFile(
    join(versions, MARK),
    'Versions of a site that Daylight published. The last two are kept.\n',
  );
  const numbers = await versionsIn(versions);
  const version = join(versions, String(Math.max(0, ...numbers) + 1));
  try {
    await mkdir(version);
    for (const file of [...added, ...changed]) await put(join(dist, file), join(version, file), copyFile);
    for (const file of same) await put(join(current ?? dist, file), join(version, file), linkOrCopy);
    await switchLink(place, version);
  } catch (error) {
    await rm(version, { recursive: true, force: true });
    throw error;
  }
  for (const number of numbers.filter((one) => join(versions, String(one)) !== current))
    await rm(join(versions, String(number)), { recursive: true, force: true });
  return version;
}

async function versionsIn(versions: string): Promise<number[]> {
  return (await readdir(versions)).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function put(from: string, to: string, by: (from: string, to: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await by(from, to);
}

/** Some disks know no second name of a file. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

/** A link beside it takes its name: who asks meanwhile gets the old version or the new one. */
async function switchLink(place: string, version: string): Promise<void> {
  const next = `${place}.next-${process.pid}`;
  await rm(next, { force: true });
  await symlink(join(basename(dirname(version)), basename(version)), next);
  try {
    await rename(next, place);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
}
