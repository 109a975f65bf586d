/** Which release comes next where the operator names none. */
import { compareReleases, releaseEnd } from '../model/period.ts';
import type { Program } from '../model/program.ts';
import { UsageError } from './command.ts';
import { refuseWithoutTallies } from './places.ts';

/** The first that the program lists and that is not there; else the quarter after the newest. */
export function nextRelease(program: Program, existing: readonly string[]): string {
  refuseWithoutTallies(program);
  const { id, releases } = program;
  const newest = existing.at(-1);
  const listed = missingReleases(releases, existing).find(
    (release) => newest === undefined || compareReleases(newest, release) < 0,
  );
  if (listed !== undefined) return listed;
  const end = newest === undefined ? undefined : releaseEnd(newest);
  if (end === undefined)
    throw new UsageError(
      `Program "${id}" has no release yet. Say which quarter the first one closes with --id 2025-Q2.`,
    );
  const quarter = Math.floor((end + 1) / 3);
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

/** Listed releases that are not there, oldest first. */
export function missingReleases(listed: readonly string[], existing: readonly string[]): string[] {
  return listed.filter((release) => !existing.includes(release)).sort(compareReleases);
}
