/**
 * Astro names an island by a hash of the folder that the site is built in. Named by what it is, the same site is the same
 * files wherever it is built.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const ISLAND = /<astro-island uid="[^"]*"([^>]* component-export="([^"]*)")/g;

/** After the build, in every page of it. */
export async function nameIslands({ dir }: { readonly dir: URL }): Promise<void> {
  const names = await readdir(fileURLToPath(dir), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const file = new URL(name.replaceAll('\\', '/'), dir);
    const html = await readFile(file, 'utf8');
    const named = html.replaceAll(ISLAND, '<astro-island uid="$2"$1');
    if (named !== html) await writeFile(file, named);
  }
}
