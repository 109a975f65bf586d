/** Reads a folder with all that is in it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** Files of a folder, as `dist`, by path without a leading slash. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Files by path inside the folder, with slashes, sorted; none if there is no such folder. */
export async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = paths
    .sort()
    .map(
      async (path) =>
        [path.slice(folder.length).replaceAll(sep, '/').replace(/^\//, ''), await readFile(path)] as const,
    );
  return new Map(await Promise.all(read));
}
