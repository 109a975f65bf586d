/**
 * The manifests of a built site lie beside it: the gate reads them, no reader needs them, and they would be
 * a fifth of it. Whoever has the repository makes them again with the site.
 */
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isManifest } from './manifests.ts';

/** Of `dist` it is `dist-figures`. */
export function manifestFolder(dist: string): string {
  return `${dist.replace(/[\\/]+$/, '')}-figures`;
}

/** Takes the manifests out of a site that was just built; those of an earlier build are gone. */
export async function takeManifests(dist: string): Promise<void> {
  const folder = manifestFolder(dist);
  await rm(folder, { recursive: true, force: true });
  const entries = await readdir(dist, { recursive: true });
  for (const path of entries.filter((entry) => isManifest(entry.replaceAll('\\', '/')))) {
    await cp(join(dist, path), join(folder, path));
    await rm(join(dist, path));
  }
}
