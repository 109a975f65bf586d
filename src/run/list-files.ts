/** The files of a folder and of all folders in it. */
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Paths inside it, with slashes, in their order; none where there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
