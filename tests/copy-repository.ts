// A repository elsewhere with all that builds and releases need: what is made there leaves this one as it is.
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const NEEDED = [
  'src',
  'public',
  'data',
  'scripts',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'tsconfig.json',
];

/** The folder of the copy. `takes` decides on every path in the repository (with slashes). */
export async function copyRepository(takes: (path: string) => boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-copy-'));
  for (const name of NEEDED)
    await cp(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => takes(relative(ROOT, path).replaceAll(sep, '/')),
    });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The copy is gone when the work is done. */
export async function inCopy<T>(
  takes: (path: string) => boolean,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await copyRepository(takes);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** For a build: another time zone, language and user, as far as programs can see them. */
export function anotherPlace(folder: string): Record<string, string> {
  return {
    TZ: 'Pacific/Auckland',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    USER: 'somebody',
    LOGNAME: 'somebody',
    HOME: folder,
  };
}
