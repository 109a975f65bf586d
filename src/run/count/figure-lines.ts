/** What is said of figures on the record that earlier releases knew: which count although they are gone, and which do not. */
import { orderBounds, type RecordBound } from '../../formats/record-bound.ts';
import type { Release } from '../../release/release.ts';
import { everOnRecord } from '../../verify/ever-on-record.ts';

/** `releases` are oldest first; `now` is what figures tell that are on the record now. */
export function figureLines(
  releases: readonly Pick<Release, 'release' | 'audit'>[],
  now: readonly RecordBound[],
): string[] {
  const known = everOnRecord(releases, now);
  const told = orderBounds(releases.flatMap(({ audit }) => listOf(audit?.recordFigures)));
  const isIn = (list: readonly RecordBound[], bound: RecordBound) =>
    orderBounds([...list, bound]).length === orderBounds(list).length;
  const gone = told.filter((bound) => isIn(known, bound) && !isIn(now, bound));
  const corrected = told.filter((bound) => !isIn(known, bound));
  return [
    ...releases.flatMap(untoldLine),
    ...(gone.length === 0
      ? []
      : [
          `Not on the record now, and known all the same, since a release knew it (from the record, or as a zero that its program.json said): ${cellsIn(gone)}.`,
        ]),
    ...(corrected.length === 0
      ? []
      : [`Corrected on the record, so that the older figure no longer counts: ${cellsIn(corrected)}.`]),
  ];
}

/** Releases of before 2026-12 kept no figures. */
function untoldLine({ release, audit }: Pick<Release, 'release' | 'audit'>): string[] {
  const figures = audit?.recordFigures;
  if (typeof figures !== 'number' || figures === 0) return [];
  return [
    `Release ${release} is one of before 2026-12: it knew ${figures} figures on the record and does not say which. Whichever was taken off the record since is not known here; put it back into record/figures.csv.`,
  ];
}

function listOf(figures: NonNullable<Release['audit']>['recordFigures'] | undefined): readonly RecordBound[] {
  return typeof figures === 'object' ? figures : [];
}

function cellsIn(bounds: readonly RecordBound[]): string {
  return [...new Set(bounds.map(({ cell }) => cell))].join(', ');
}
