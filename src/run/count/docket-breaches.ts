/**
 * What a release without corrections would say of the docket otherwise than the one before it. Both say it to
 * everybody, so both may be repeated; of a request that one of them does not list its id alone is.
 */
import { entryOf } from '../../indexes/look-up.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { Problem } from '../../reading/problem.ts';
import {
  DOCKET_ROWS,
  type DocketChange,
  EVENT_ROWS,
  ZERO_ROWS,
} from '../../release/changes/docket-changes.ts';
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

function breachProblem(release: string, change: DocketChange): Problem {
  const { what, column } = namedIn(change);
  return {
    file: `${change.measure}.csv`,
    line: 0,
    column,
    code: 'correction',
    message: `${difference(release, what, change)}.`,
    fix: 'Let the docket say again what was published. What was late, wrong or never received goes into the folder "corrections" beside the tallies.',
  };
}

function difference(release: string, what: string, { before, after }: DocketChange): string {
  if (after === '') return `Release ${release} lists ${what}; it would not stand any more`;
  if (before === '') return `Release ${release} closed its day and does not list ${what}; it would be new`;
  return `Release ${release} says "${before}" of ${what}; it would say "${after}"`;
}

/** How many parts the name of a row has, by its file; a second row of one name is told by a number behind them, and a field stands last. */
const NAMED = { [DOCKET_ROWS]: 1, [EVENT_ROWS]: 3, [ZERO_ROWS]: 4 } as const;

/** In words: `request "bulk"`, `what happened to request "bulk" on 2024-04-30 (closed)`. The column is empty where a whole row differs. */
function namedIn({ measure, cell }: DocketChange): { readonly what: string; readonly column: string } {
  const parts = cell.split('|');
  const length = entryOf(new Map(Object.entries(NAMED)), measure);
  const [first = '', second = '', third = '', fourth = ''] = parts.slice(0, length);
  const rest = parts.slice(length);
  const [column = ''] = rest.filter((part) => !/^\d+$/.test(part));
  const again = rest.some((part) => /^\d+$/.test(part)) ? ' once more' : '';
  const words: Readonly<Record<string, string>> = {
    [DOCKET_ROWS]: `request "${first}"`,
    [EVENT_ROWS]: `what happened to request "${first}" on ${second} (${third})`,
    [ZERO_ROWS]: `the certificate of ${first} (${[second, third].filter((code) => code !== TOTAL).join(', ') || 'all requests'}) signed on ${fourth}`,
  };
  return { what: `${words[measure]}${again}`, column };
}
