/**
 * What the office knows of every cell in the system of all releases. Confidential. Cells that only earlier
 * releases speak of, such as their totals to date, are counted from the same tallies.
 */

import type { CountedMeasure } from '../cube/count-cells.ts';
import { type CountedCell, hasNoCount, peopleBehind } from '../model/cell.ts';
import { type System, systemKey } from '../model/system.ts';

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

/** Later releases speak last, so that a cell stands as it is counted now. */
export function gatherTruth(system: System, releases: readonly CountedRelease[]): Truth {
  const counts = system.cells.map((): number | undefined => undefined);
  const people = system.cells.map((): number | undefined => undefined);
  for (const { release, measures } of releases) {
    for (const {
      measure: { id },
      cells,
      unpublished,
    } of measures) {
      for (const cell of [...unpublished, ...cells]) {
        const at = system.index.get(systemKey(release, id, cell.codes));
        const count = trueCount(cell);
        if (at === undefined || count === undefined) continue;
        counts[at] = count;
        people[at] = cell.status === 'z' ? 0 : peopleBehind(cell);
      }
    }
  }
  return { counts, people };
}

/** A cell that cannot be otherwise holds nobody; one without a count is unknown. */
function trueCount({ count, status }: CountedCell): number | undefined {
  if (status === 'z') return 0;
  return hasNoCount(status) || count === null ? undefined : count;
}
