/** Which releases of a program were recalled. They stay in the attack, and leave the site. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRecall, type Recall } from '../../formats/recall-file.ts';
import { compareReleases, releaseEnd } from '../../program/period.ts';
import { acceptAll, type Checked, refuse } from '../../reading/problem.ts';

const SUFFIX = '.recall.json';

export function recallPath(programFolder: string, release: string): string {
  return join(programFolder, 'releases', `${release}${SUFFIX}`);
}

/** Oldest release first; none where nothing was recalled. */
export async function readRecalls(programFolder: string): Promise<Checked<Recall[]>> {
  const names = await readdir(join(programFolder, 'releases')).catch(() => []);
  const ids = names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((id) => releaseEnd(id) !== undefined)
    .sort(compareReleases);
  return acceptAll(await Promise.all(ids.map((id) => readRecall(programFolder, id))));
}

async function readRecall(programFolder: string, id: string): Promise<Checked<Recall>> {
  const file = recallPath(programFolder, id);
  const recall = parseRecall(await readFile(file, 'utf8'), file);
  if (!recall.ok || recall.value.release === id) return recall;
  return refuse([
    {
      file,
      line: 0,
      column: 'release',
      code: 'release-id',
      message: `The file is named for release "${id}" but recalls "${recall.value.release}".`,
      fix: 'Take the file out and recall the release again with npm run recall.',
    },
  ]);
}

/** The releases that are not recalled. */
export function standing<T extends { readonly release: string }>(
  releases: readonly T[],
  recalls: readonly Recall[],
): T[] {
  return releases.filter(({ release }) => !recalls.some((recall) => recall.release === release));
}
