/** What a release would say otherwise than earlier ones, though nothing corrects it: of counts, and of the docket. */
import type { Problem } from '../../reading/problem.ts';
import { findBreaches } from '../../release/changes/continuity.ts';
import { breachProblems } from './breach-problems.ts';
import { type CountedProgram, countedCubes } from './counted.ts';
import { docketBreaches } from './docket-breaches.ts';
import { listDocket } from './list-docket.ts';

/** Stands before problems that name the count that a published one would become. */
export const KEEP_BACK =
  'Keep these lines out of mails, tickets and logs: they hold counts that were not published.';

type Compared = Pick<
  CountedProgram,
  'shape' | 'measures' | 'requests' | 'earlier' | 'changes' | 'docket' | 'read'
>;

export function correctionProblems(counted: Compared): Problem[] {
  const { shape, earlier, changes, docket } = counted;
  const cubes = countedCubes(counted);
  const breaches = findBreaches(earlier, { ...shape, cubes, changes });
  const before = earlier.at(-1);
  return [
    ...breachProblems(
      breaches.filter(({ kind }) => kind !== 'revealed'),
      counted,
    ),
    ...(before === undefined || changes.length > 0
      ? []
      : docketBreaches(before, listDocket(docket, shape, cubes, []))),
  ];
}
