/**
 * Builds the pages of a site, but for those of releases as they were published that an earlier build left and that would be made
 * the same again: these are put into it.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from '../list-files.ts';
import {
  type Built,
  dropOthers,
  findKept,
  fitsLatest,
  type KeptRelease,
  keepPages,
  markChecked,
  takeKept,
} from './kept-pages.ts';
import { type BuildPlaces, keyReleases } from './page-keys.ts';

export interface BuiltPages {
  /** How many releases were taken from an earlier build. */
  readonly taken: number;
  /** The file with the hashes of what was taken and the gate has checked. */
  readonly checked: string;
  /** To be called when the gate has found nothing in the whole site. */
  readonly noteChecked: () => Promise<void>;
}

/** `build` makes the whole site but for the pages of some releases: `example-city/2025-Q1 ...`. `cache` is the folder that keeps them. */
export async function buildPages(
  places: BuildPlaces & Built & { readonly cache: string },
  build: (leftOut: string) => void,
): Promise<BuiltPages> {
  const { cache, dist } = places;
  const releases = await keyReleases(places);
  const found = await Promise.all(releases.map((keyed) => findKept(cache, keyed)));
  const known = found.filter((one) => one !== undefined);
  build(named(known));
  const first = new Set(await listFiles(dist));
  const kept = known.filter((one) => fitsLatest(one, first));
  // Rare: the latest release lacks a page, or has one again, to which pages of earlier ones led.
  if (kept.length < known.length) build(named(kept));
  const site = kept.length < known.length ? new Set(await listFiles(dist)) : first;
  const taken = new Set(kept.map(({ keyed }) => keyed));
  for (const keyed of releases) if (!taken.has(keyed)) await keepPages(cache, keyed, places, site);
  for (const one of kept) await takeKept(one, places);
  await dropOthers(cache, releases);
  const checked = join(cache, 'checked.json');
  await writeFile(checked, JSON.stringify(hashesOf(kept)));
  return { taken: kept.length, checked, noteChecked: () => markChecked(cache, releases) };
}

function named(releases: readonly KeptRelease[]): string {
  return releases.map(({ keyed: { program, release } }) => `${program}/${release}`).join(' ');
}

function hashesOf(kept: readonly KeptRelease[]): Readonly<Record<string, string>> {
  const checked = kept.filter(({ entry }) => entry.checked);
  return Object.assign({}, ...checked.flatMap(({ entry }) => [entry.files, entry.manifests]));
}
