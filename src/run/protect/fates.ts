/** What may become of each cell of a release: published before, withheld before, or free to choose. */
import type { CountedMeasure } from '../../cube/count-cells.ts';
import { hasNoCount } from '../../program/cell.ts';
import type { ProtectInput } from '../../protect/task.ts';
import type { Release } from '../../release/release.ts';
import { type ProgramSystem, requirePlaceOf } from '../../system/editions/join-editions.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { systemKey } from '../../system/system.ts';

export type Fates = Required<Pick<ProtectInput, 'publishable' | 'publishedBefore' | 'inherited' | 'natural'>>;

/**
 * What earlier releases said stays said, in this edition too, though a count may be corrected; a cell that cannot be
 * otherwise is as good as published.
 */
export function fatesOf(
  system: ProgramSystem,
  shape: ReleaseShape,
  measures: readonly CountedMeasure[],
  earlier: readonly Release[],
): Fates {
  const now = measures.flatMap(({ measure, cells }) =>
    cells.map((cell) => ({ at: requirePlaceOf(system, shape.release, measure.id, cell.codes), cell })),
  );
  const mine = new Set(now.map(({ at }) => at));
  const before = earlier.flatMap((release) =>
    [...release.cubes].flatMap(([measure, cells]) =>
      cells.flatMap((cell) => {
        const own = requirePlaceOf(system, release.release, measure, cell.codes);
        const newest = system.index.get(systemKey(release.release, measure, cell.codes));
        const all = newest !== undefined && mine.has(newest) ? [own, newest] : [own];
        return [...new Set(all)].map((at) => ({ at, cell }));
      }),
    ),
  );
  const publishedBefore = new Set([
    ...before.filter(({ cell }) => cell.status === 'z' || cell.count !== null).map(({ at }) => at),
    ...now.filter(({ cell }) => cell.status === 'z').map(({ at }) => at),
  ]);
  const isFree = (at: number) => !publishedBefore.has(at);
  return {
    publishedBefore,
    publishable: new Set(
      now.filter(({ at, cell }) => isFree(at) && !hasNoCount(cell.status)).map(({ at }) => at),
    ),
    inherited: new Set(
      before.filter(({ at, cell }) => isFree(at) && cell.status === 'c').map(({ at }) => at),
    ),
    natural: new Set([...before, ...now].filter(({ cell }) => cell.status === 'z').map(({ at }) => at)),
  };
}

/** Totals that must stand are as good as published, unless an earlier release withheld them. */
export function withStanding(
  { publishedBefore, publishable, inherited, natural }: Fates,
  standing: readonly number[],
): Fates {
  const fixed = new Set(standing.filter((cell) => !inherited.has(cell)));
  return {
    inherited,
    natural,
    publishedBefore: new Set([...publishedBefore, ...fixed]),
    publishable: new Set([...publishable].filter((cell) => !fixed.has(cell))),
  };
}
