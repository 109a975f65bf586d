/**
 * What a release without corrections would say of the docket otherwise than the one before it. Both say it to
 * everybody, so both may be repeated; of a request that one of them does not list its id alone is.
 */
import type { Problem } from '../../reading/problem.ts';
import { DOCKET_ROWS, type DocketChange, EVENT_ROWS } from '../../release/changes/docket-changes.ts';
import { docketChanges } from '../../release/changes/list-changes.ts';
import type { Release, ReleasedRequests } from '../../release/release.ts';

/** A problem for each field and each row; `before` is the last release. */
export function docketBreaches(before: Release, requests: ReleasedRequests | null): Problem[] {
  const changes = docketChanges(before, { requests });
  const whole = new Set(
    changes
      .filter(({ measure, cell }) => measure === DOCKET_ROWS && !cell.includes('|'))
      .map(({ cell }) => cell),
  );
  const isOfWhole = (cell: string) => [...whole].some((request) => cell.startsWith(`${request}|`));
  return changes
    .filter(({ measure, cell }) => measure !== EVENT_ROWS || !isOfWhole(cell))
    .map((change) => breachProblem(before.release, change));
}

function breachProblem(release: string, { measure, cell, before, after }: DocketChange): Problem {
  return {
    file: `${measure}.csv`,
    line: 0,
    column: cell,
    code: 'correction',
    message: `${difference(release, before, after)}.`,
    fix: 'Let the docket say again what was published. What was late, wrong or never received goes into the folder "corrections" beside the tallies.',
  };
}

function difference(release: string, before: string, after: string): string {
  if (after === '') return `Release ${release} lists this; it would not stand any more`;
  if (before === '') return `Release ${release} closed its day and does not list this; it would be new`;
  return `Release ${release} says "${before}"; it would say "${after}"`;
}
