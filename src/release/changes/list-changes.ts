/** `changes.csv`, made from a release and the one before it (docs/formats.md). Withheld cells are never in it. */

import type { Change } from '../../formats/changes-file.ts';
import { cellKey, type PublishedCell } from '../../program/cell.ts';
import { releaseEnd } from '../../program/period.ts';
import type { Problem } from '../../reading/problem.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { systemKey } from '../../system/system.ts';
import { CHANGES } from '../layout.ts';
import type { Release } from '../release.ts';
import { BALANCE_ROWS, type DocketChange, type Listed, listDocketChanges } from './docket-changes.ts';

type Cell = Pick<PublishedCell, 'codes' | 'count' | 'status'>;

/** What a release says, published or counted; `requests` is null where it keeps no docket. */
export interface Said extends Pick<ReleaseShape, 'release'> {
  readonly cubes: ReadonlyMap<string, readonly Cell[]>;
  readonly requests: (Listed & { readonly balance: readonly Cell[] }) | null;
}

/** Everything that `before` says and `after` says otherwise: figures in the order of the cubes, then the docket; all for one reason. */
export function listChanges(before: Said, after: Said, reason: string): Change[] {
  const figures = new Map(
    figuresOf(before).flatMap(([measure, { codes, count }]): [string, number][] =>
      count === null ? [] : [[systemKey(before.release, measure, codes), count]],
    ),
  );
  const counts = figuresOf(after).flatMap(([measure, { codes, count, status }]) => {
    const old = figures.get(systemKey(after.release, measure, codes));
    if (old === undefined || count === null || status === 'z' || count === old) return [];
    return [{ measure, cell: cellKey(codes), before: String(old), after: String(count), reason }];
  });
  return [...counts, ...docketChanges(before, after).map((change) => ({ ...change, reason }))];
}

/** Cells of cubes, and lines of the balance sheet. */
function figuresOf({ cubes, requests }: Said): [measure: string, Cell][] {
  const lines = requests?.balance ?? [];
  return [
    ...[...cubes].flatMap(([measure, cells]) => cells.map((cell): [string, Cell] => [measure, cell])),
    ...lines.map((cell): [string, Cell] => [BALANCE_ROWS, cell]),
  ];
}

/** What the docket of `after` says otherwise. One that keeps none any more lists nothing of what was listed. */
export function docketChanges(
  before: Pick<Said, 'release' | 'requests'>,
  { requests }: Pick<Said, 'requests'>,
): DocketChange[] {
  const end = releaseEnd(before.release);
  if (end === undefined) throw new Error(`internal error: "${before.release}" is no release`);
  return before.requests === null ? [] : listDocketChanges(before.requests, requests ?? NOTHING, end);
}

const NOTHING: Listed = { docket: [], events: [], zeros: [] };

/** What is wrong with the changes that a release lists. One that lists none is one edition with the release before. */
export function changesProblem(
  before: Said | undefined,
  after: Said & Pick<Release, 'changes'>,
): Problem | undefined {
  if (before === undefined && after.changes.length === 0) return undefined;
  const isTrue = before !== undefined && listsAll(before, after);
  if (isTrue) return undefined;
  return {
    file: `releases/${after.release}/${CHANGES}`,
    line: 0,
    column: '',
    code: 'changes',
    message: 'The file does not list exactly what differs from the release before.',
    fix: 'Take the release again; released files are never edited.',
  };
}

/** Where none are listed, the attack finds a count that differs. */
function listsAll(before: Said, after: Said & Pick<Release, 'changes'>): boolean {
  if (after.changes.length === 0) return docketChanges(before, after).length === 0;
  const told = (changes: readonly Change[]) =>
    JSON.stringify(changes.map(({ measure, cell, before: old, after: now }) => [measure, cell, old, now]));
  return told(listChanges(before, after, '')) === told(after.changes);
}
