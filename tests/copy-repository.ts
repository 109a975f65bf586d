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

/** `takes` decides on every path in the repository (with slashes); the copy is gone when the work is done. */
export async function inCopy<T>(
  takes: (path: string) => boolean,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'daylight-copy-'));
  try {
    for (const name of NEEDED)
      await cp(join(ROOT, name), join(folder, name), {
        recursive: true,
        filter: (path) => takes(relative(ROOT, path).replaceAll(sep, '/')),
      });
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
