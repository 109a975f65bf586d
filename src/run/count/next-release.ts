/** Which release comes next where the operator names none, which id it may have, and which threshold. */
import { compareReleases, firstMonth, type MonthNumber, releaseEnd } from '../../program/period.ts';
import type { Program } from '../../program/program.ts';
import { RefusedError } from '../../release/refused-error.ts';
import type { Release } from '../../release/release.ts';
import { UsageError } from '../command.ts';
import { refuseWithoutTallies } from '../places.ts';

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

/** The last month of a release. Refuses what is no release, and one before the program began. */
export function monthClosedBy(program: Program, id: string): MonthNumber {
  const end = releaseEnd(id);
  if (end === undefined)
    throw new RefusedError(
      'release-id',
      `"${id}" is not a release id. Name the quarter that it closes: 2025-Q2, or 2025-Q2-r1 for a revision.`,
    );
  if (program.period === undefined) {
    throw new RefusedError(
      'no-tallies',
      `Program "${program.id}" declares no periods, so there is nothing to release. Its page is built from the record.`,
    );
  }
  if (end >= firstMonth(program.period)) return end;
  throw new RefusedError(
    'release-id',
    `Release ${id} ends before the first month of the program, ${program.period.from}. Choose a later one with --id.`,
  );
}

/** A release is never changed, and follows all others. */
export function refuseOutOfOrder(id: string, earlier: readonly Release[]): void {
  if (earlier.some(({ release }) => release === id))
    throw new RefusedError(
      'exists',
      `Release ${id} exists. A release is never changed: choose another id with --id.`,
    );
  const newest = earlier.at(-1)?.release;
  if (newest === undefined || compareReleases(newest, id) < 0) return;
  throw new RefusedError(
    'release-id',
    `Release ${newest} was made already, and ${id} would come before it. Choose a later one with --id.`,
  );
}

/** Readers of a release know what it promised: a hidden count of 7 stays as safe as it was said to be when k was 11. */
export function refuseLowerThreshold({ k }: Program, earlier: readonly Release[]): void {
  const promised = earlier.find(({ declaration }) => declaration.k > k);
  if (promised === undefined) return;
  throw new RefusedError(
    'input',
    `"k" in program.json is ${k}, and release ${promised.release} promises ${promised.declaration.k}. What a release promised holds for all that follow it: set "k" to ${promised.declaration.k} or more.`,
  );
}
