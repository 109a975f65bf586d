/**
 * What a reader knows of each cell from everything ever published: its count, that it was withheld, or a
 * bound that somebody else put on the record.
 */

import type { RecordBound } from '../formats/record-bound.ts';
import { valueAt } from '../indexes/look-up.ts';
import { knownCount, type PublishedCell } from '../program/cell.ts';
import {
  cellOfKey,
  editionsOf,
  joinEditions,
  type ProgramSystem,
  type PublishedRelease,
  requirePlaceOf,
} from '../system/editions/join-editions.ts';
import { type CountListed, countListed, takeOffListed } from '../system/listed.ts';
import { naturalZeros } from '../system/natural-zeros.ts';
import { hasCodesOf } from '../system/shape.ts';
import { type System, systemKey } from '../system/system.ts';
import { everOnRecord, type KnowingRelease } from './ever-on-record.ts';

/** The ranges that releases publish in place of counts: they bound a cell as a figure on the record does. */
export function rangeBounds(releases: readonly Pick<PublishedRelease, 'release' | 'cubes'>[]): RecordBound[] {
  return releases.flatMap(({ release, cubes }) =>
    [...cubes].flatMap(([measure, cells]) =>
      cells.flatMap(({ codes, range }) =>
        range === undefined
          ? []
          : [{ cell: systemKey(release, measure, codes), lower: range.least, upper: range.most }],
      ),
    ),
  );
}

/** The cells of which the record says something, each once, in one order whatever that of the record. */
export function cellsOf(record: readonly RecordBound[]): string[] {
  return [...new Set(record.map(({ cell }) => cell))].sort();
}

export interface Facts {
  /** By cell of the system. */
  readonly given: readonly (number | undefined)[];
  readonly withheld: ReadonlySet<number>;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Cells, by key, of which two releases of one edition publish different counts, or one a count outside of a range. */
  readonly contradictions: readonly string[];
  /** Published cells, by key, for whose measure a later release has not all codes any more; none if left out. */
  readonly orphaned?: readonly string[];
  /** Cells that cannot be otherwise than zero; none if left out. */
  readonly natural?: ReadonlySet<number>;
}

/** All that is asked of a program and all that may be used: made of what was published, and of nothing else. */
export interface PublicKnowledge {
  readonly system: ProgramSystem;
  readonly facts: Facts;
  /** The largest k that any of the releases promises. */
  readonly k: number;
}

/**
 * From all releases, oldest first, and the record of now; what releases knew of the record before is added. Figures on the
 * record that speak of no cell are left out.
 */
export function knownFrom(
  releases: readonly KnowingRelease[],
  recordNow: readonly RecordBound[],
): PublicKnowledge {
  const record = everOnRecord(releases, recordNow);
  const system = joinEditions(editionsOf(releases), cellsOf(record));
  const facts = gatherFacts(system, releases, record);
  return { system, facts, k: Math.max(...releases.map(({ declaration }) => declaration.k)) };
}

/** All facts of all releases, in any order: a count that was ever published stays known. */
export function gatherFacts(
  system: ProgramSystem,
  releases: readonly PublishedRelease[],
  record: readonly RecordBound[],
): Facts {
  const given = new Array<number | undefined>(system.cells.length).fill(undefined);
  const hidden = new Set<number>();
  const natural = new Set<number>();
  const contradictions: string[] = [];
  for (const { at, cell } of releases.flatMap((release) => publishedCells(system, release))) {
    const count = knownCount(cell);
    if (cell.status === 'c') hidden.add(at);
    if (cell.status === 'z') natural.add(at);
    if (count !== undefined && given[at] !== undefined && given[at] !== count)
      contradictions.push(valueAt(system.cells, at).key);
    given[at] = count ?? given[at];
  }
  const withheld = new Set([...hidden].filter((at) => given[at] === undefined));
  const listed = newestListed(releases);
  const ranges = rangeBounds(releases);
  contradictions.push(...outsideRanges(system, given, recordLimits(system, ranges, listed)));
  return {
    given,
    withheld,
    ...recordLimits(system, [...record, ...ranges], listed),
    contradictions,
    orphaned: orphanedCells(releases),
    natural: naturalZeros(system, natural),
  };
}

/** Published cells of measures for which a later release has not all codes: how theirs hang together nobody could say. */
function orphanedCells(releases: readonly PublishedRelease[]): string[] {
  return releases.flatMap((before, at) => {
    const later = releases.slice(at + 1);
    const lost = before.declaration.measures.filter((measure) =>
      later.some((now) => !hasCodesOf(now, before, measure)),
    );
    return lost.flatMap(({ id }) =>
      (before.cubes.get(id) ?? []).flatMap((cell) =>
        knownCount(cell) === undefined ? [] : [systemKey(before.release, id, cell.codes)],
      ),
    );
  });
}

/** Cells of which a release publishes a range, and another one a count outside of it. */
function outsideRanges(
  { cells }: System,
  given: readonly (number | undefined)[],
  { lower, upper }: Pick<Facts, 'lower' | 'upper'>,
): string[] {
  return cells.flatMap(({ key }, at) => {
    const count = given[at];
    if (count === undefined || (count >= valueAt(lower, at) && count <= valueAt(upper, at))) return [];
    return [key];
  });
}

/** What the newest release that lists requests lists. */
function newestListed(releases: readonly PublishedRelease[]): CountListed {
  const last = releases.filter(({ requests }) => requests != null).at(-1);
  return last === undefined ? () => 0 : countListed(last);
}

/** Every cell of a release with its place in the system. */
function publishedCells(
  system: ProgramSystem,
  published: PublishedRelease,
): { at: number; cell: PublishedCell }[] {
  const { release } = published;
  return [...takeOffListed(published, published.cubes)].flatMap(([measure, cells]) =>
    cells.map((cell) => ({ at: requirePlaceOf(system, release, measure, cell.codes), cell })),
  );
}

/**
 * Bounds by cell. A figure may speak of a count before or after a correction, so it bounds both; one on requests
 * speaks of all of them, the listed ones among them.
 */
export function recordLimits(
  { cells }: System,
  record: readonly RecordBound[],
  listed: CountListed,
): { lower: number[]; upper: number[] } {
  const unlisted = record.map(({ cell, lower, upper }): RecordBound => {
    const [measure, ...codes] = cell.split('|') as [string, ...string[]];
    const known = listed(measure, codes);
    return { cell, lower: lower - known, upper: upper && upper - known };
  });
  const bounds = Map.groupBy(unlisted, ({ cell }) => cell);
  const mine = cells.map(({ key }) => {
    const cell = cellOfKey(key);
    return (cell === undefined ? undefined : bounds.get(cell)) ?? [];
  });
  return {
    lower: mine.map((list) => Math.max(0, ...list.map(({ lower }) => lower))),
    upper: mine.map((list) => Math.min(...list.map(({ upper }) => upper ?? Number.POSITIVE_INFINITY))),
  };
}
