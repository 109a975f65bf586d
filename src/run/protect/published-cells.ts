/** The cells of a release as everybody may see them. */
import { type CountedCell, hasNoCount, type PublishedCell, WITHHELD_NOTE } from '../../program/cell.ts';
import type { Release } from '../../release/release.ts';
import { withRangeSums } from '../../requests/range-sums.ts';
import { type ProgramSystem, requirePlaceOf } from '../../system/editions/join-editions.ts';
import { systemKey } from '../../system/system.ts';
import { type Counted, countedCubes } from '../count/counted.ts';
import { revisionsOf } from '../count/revisions.ts';

/** Without the counts of those that are withheld, and with the reasons for which others were revised. */
export function withholdCells(
  system: ProgramSystem,
  counted: Counted,
  withheld: ReadonlySet<number>,
): Release['cubes'] {
  const { shape, earlier, changes } = counted;
  const revisions = revisionsOf([...earlier, { release: shape.release, changes }]);
  return withRangeSums(
    shape,
    new Map(
      [...countedCubes(counted)].map(([measure, cells]) => [
        measure,
        cells.map((cell) =>
          withheld.has(requirePlaceOf(system, shape.release, measure, cell.codes))
            ? withholdCell(cell)
            : publishCell(cell, revisions.get(systemKey(shape.release, measure, cell.codes)) ?? []),
        ),
      ]),
    ),
  );
}

/** The same for every withheld cell, whatever it holds. */
function withholdCell({ codes }: CountedCell): PublishedCell {
  return { codes, count: null, status: 'c', note: WITHHELD_NOTE };
}

/** With the reasons for which it was revised, if it was. */
function publishCell(
  { codes, count, range, status, note }: CountedCell,
  reasons: readonly string[],
): PublishedCell {
  if (reasons.length === 0 || hasNoCount(status))
    return { codes, count, ...(range && { range }), status, note };
  return { codes, count, status: 'r', note: [note, ...reasons].filter((text) => text !== '').join(' ') };
}
