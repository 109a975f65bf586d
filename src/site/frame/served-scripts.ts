/** The scripts of the site that is being built, which are there before its pages are. */
import { readdir, readFile } from 'node:fs/promises';
import { formatRuns, isRun } from '../../figures/run-list.ts';
import { sha256 } from '../../release/hash.ts';

/** Nothing where pages are only looked at, and no script is built. */
export async function servedScripts(dist: URL): Promise<string> {
  const names = await readdir(new URL('_astro/', dist)).catch(() => []);
  const paths = names.map((name) => `_astro/${name}`).filter(isRun);
  const files = paths.map(async (path) => {
    const content = await readFile(new URL(path, dist));
    return { path, hash: sha256(content), bytes: content.length };
  });
  return formatRuns(await Promise.all(files));
}
