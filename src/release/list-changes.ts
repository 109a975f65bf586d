/** `changes.csv`, made from a release and the one before it (DESIGN section 5). Withheld cells are never in it. */
import { cellKey, type PublishedCell } from '../model/cell.ts';
import type { Change } from '../model/changes-file.ts';
import type { Problem } from '../model/problem.ts';
import type { ReleaseShape } from '../model/shape.ts';
import { systemKey } from '../model/system.ts';
import { CHANGES } from './layout.ts';
import type { Release } from './release.ts';

/** The cells of a release by measure, published or counted. */
type Cubes = Pick<ReleaseShape, 'release'> & {
  readonly cubes: ReadonlyMap<string, readonly Pick<PublishedCell, 'codes' | 'count' | 'status'>[]>;
};

/** Every figure of `before` of which `after` has another count, in the order of the cubes; all for one reason. */
export function listChanges(before: Cubes, after: Cubes, reason: string): Change[] {
  const figures = new Map(
    [...before.cubes].flatMap(([measure, cells]) =>
      cells.flatMap(({ codes, count }): [string, number][] =>
        count === null ? [] : [[systemKey(before.release, measure, codes), count]],
      ),
    ),
  );
  return [...after.cubes].flatMap(([measure, cells]) =>
    cells.flatMap(({ codes, count, status }) => {
      const old = figures.get(systemKey(after.release, measure, codes));
      if (old === undefined || count === null || status === 'z' || count === old) return [];
      return [{ measure, cell: cellKey(codes), before: String(old), after: String(count), reason }];
    }),
  );
}

/** What is wrong with the changes that a release lists. One that lists none is one edition with the release before. */
export function changesProblem(
  before: Cubes | undefined,
  after: Pick<Release, 'release' | 'cubes' | 'changes'>,
): Problem | undefined {
  if (after.changes.length === 0) return undefined;
  const figures = (changes: readonly Change[]) =>
    changes.map(({ measure, cell, before: old, after: now }) => [measure, cell, old, now].join()).join(';');
  const isTrue = before !== undefined && figures(listChanges(before, after, '')) === figures(after.changes);
  if (isTrue) return undefined;
  return {
    file: `releases/${after.release}/${CHANGES}`,
    line: 0,
    column: '',
    code: 'changes',
    message: 'The file does not list exactly the figures that differ from the release before.',
    fix: 'Take the release again; released files are never edited.',
  };
}
