/**
 * What the office knows of every cell in the system of all releases. Confidential. Cells that only earlier
 * releases speak of, such as their totals to date, are counted from the same tallies. Where there are no tallies any more, of
 * editions before the last one or of codes that are gone, what was published is all that is known.
 */

import { type CountedCell, hasNoCount, isSmall, peopleBehind } from '../program/cell.ts';
import { isTotalOfRequests } from '../program/docket-plan.ts';
import { type ProgramSystem, type PublishedRelease, placeOf } from '../system/editions/join-editions.ts';
import { takeOffListed } from '../system/listed.ts';
import type { SystemCell } from '../system/system.ts';
import type { CountedMeasure } from './count-cells.ts';

export interface Truth {
  /** By cell of the system: its count, or undefined where the tallies do not give it. */
  readonly counts: readonly (number | undefined)[];
  /** By cell: the people behind it as the threshold sees them. */
  readonly people: readonly (number | undefined)[];
}

export interface CountedRelease {
  readonly release: string;
  readonly measures: readonly CountedMeasure[];
}

/** `earlier` are published. Later releases speak last, and tallies after them, so that a cell stands as it is counted now. */
export function gatherTruth(
  system: ProgramSystem,
  earlier: readonly PublishedRelease[],
  releases: readonly CountedRelease[],
): Truth {
  const counts = system.cells.map((): number | undefined => undefined);
  const people = system.cells.map((): number | undefined => undefined);
  for (const { release, measure, cell, isCounted } of [...publishedIn(earlier), ...countedIn(releases)]) {
    const at = placeOf(system, release, measure, cell.codes);
    const count = trueCount(cell);
    if (at === undefined || count === undefined) continue;
    counts[at] = count;
    if (isCounted) people[at] = cell.status === 'z' ? 0 : peopleBehind(cell);
  }
  return withChanges(system, { counts, people });
}

/** Cells taken for small of which the tallies do not say that they are: rows add up to them, in which the same people may stand. */
export function perhapsLarge(
  system: ProgramSystem,
  releases: readonly CountedRelease[],
  k: number,
): ReadonlySet<number> {
  const unsure = countedIn(releases).filter(
    ({ cell }) => isSmall(cell, k) && cell.mostPeople !== undefined && cell.mostPeople >= k,
  );
  return new Set(
    unsure.flatMap(({ release, measure, cell }) => placeOf(system, release, measure, cell.codes) ?? []),
  );
}

interface Known {
  readonly release: string;
  readonly measure: string;
  readonly cell: CountedCell;
  /** From tallies, which know the people behind it. */
  readonly isCounted: boolean;
}

function publishedIn(releases: readonly PublishedRelease[]): Known[] {
  return releases.flatMap((published) =>
    [...takeOffListed(published, published.cubes)].flatMap(([measure, cells]) =>
      cells.map((cell) => ({
        release: published.release,
        measure,
        cell: { ...cell, people: null },
        isCounted: false,
      })),
    ),
  );
}

function countedIn(releases: readonly CountedRelease[]): Known[] {
  return releases.flatMap(({ release, measures }) =>
    measures.flatMap(({ measure: { id }, cells, unpublished }) =>
      [...unpublished, ...cells].map((cell) => ({ release, measure: id, cell, isCounted: true })),
    ),
  );
}

/** A cell that cannot be otherwise holds nobody; one without a count is unknown. */
function trueCount({ count, status }: CountedCell): number | undefined {
  if (status === 'z') return 0;
  return hasNoCount(status) || count === null ? undefined : count;
}

/**
 * A change is of as many people as are behind one count and not the other; of one at least, if there is a change. That
 * there were more acts or fewer in all is of nobody, like their total itself.
 */
function withChanges({ cells, changes }: ProgramSystem, { counts, people }: Truth): Truth {
  const all = { counts: [...counts], people: [...people] };
  for (const { from, to, change, sign } of changes) {
    const [before, after] = [counts[from], counts[to]];
    if (before === undefined || after === undefined) continue;
    all.counts[change] = sign * (after - before);
    const [some, others] = [people[from], people[to]];
    if (some === undefined || others === undefined) continue;
    const isOfNobody = after === before || isTotal(cells[change]);
    all.people[change] = isOfNobody ? 0 : Math.max(1, Math.abs(others - some));
  }
  return all;
}

function isTotal(cell: SystemCell | undefined): boolean {
  if (cell === undefined) throw new Error('internal error: a change without a cell');
  return isTotalOfRequests(cell.measure, cell.codes);
}
