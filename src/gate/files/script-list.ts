/** The list of scripts on the page that checks: all that the site serves, each with the hash and the size that it has. */
import { formatRuns, isRun } from '../../figures/run-list.ts';
import { sha256 } from '../../release/hash.ts';
import type { Finding } from '../finding.ts';
import { type Place, tidy } from '../places.ts';
import type { Files } from '../read-files.ts';

/** As the page has to print it. */
export function runsOf(files: Files): string {
  const runs = [...files].filter(([path]) => isRun(path));
  return tidy(formatRuns(runs.map(([path, bytes]) => ({ path, hash: sha256(bytes), bytes: bytes.length }))));
}

export function isScriptList({ tag, name, path }: Place): boolean {
  return tag === 'code' && name === '#text' && path.endsWith('#scripts');
}

/** The page that runs the check has the list. */
export function scriptListFindings(file: string, places: readonly Place[]): Finding[] {
  const checks = places.some(({ name, text }) => name === 'id' && text === 'verify-data');
  if (!checks || places.some(isScriptList)) return [];
  return [{ file, where: '', what: '', why: 'The page does not list the scripts that the site serves.' }];
}
