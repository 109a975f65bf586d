/** What a release says of its docket besides counts, each row with the reasons for which it was ever corrected. */

import { cellKey, type PublishedCell } from '../../program/cell.ts';
import { RECEIVED } from '../../program/docket-plan.ts';
import { makeBalance } from '../../release/balance.ts';
import {
  BALANCE_ROWS,
  DOCKET_ROWS,
  EVENT_ROWS,
  ZERO_ROWS,
  zeroKey,
} from '../../release/changes/docket-changes.ts';
import type { Release, ReleasedRequests } from '../../release/release.ts';
import type { Docket } from '../../requests/docket.ts';
import { listRequests } from '../../requests/list-requests.ts';
import { printZeros } from '../../requests/print-zeros.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { systemKey } from '../../system/system.ts';
import { type Changed, revisionsOf } from './revisions.ts';

/** `cubes` are published or counted; `releases` are all that list changes, this one among them. Null without a docket. */
export function listDocket(
  docket: Docket | null,
  shape: ReleaseShape,
  cubes: Release['cubes'],
  releases: readonly Changed[],
): ReleasedRequests | null {
  if (docket === null) return null;
  const { docket: rows, events } = listRequests(docket, shape.declaration.k);
  const reasonsOf = reasonsIn(releases);
  const note = (file: string, row: string) => ({ note: reasonsOf(file, row).join(' ') });
  const listed = {
    docket: rows.map((row) => ({ ...row, ...note(DOCKET_ROWS, row.request) })),
    events: events.map((row) => ({
      ...row,
      ...note(EVENT_ROWS, cellKey([row.request, row.date, row.kind])),
    })),
    zeros: printZeros(docket.zeros, cubes.get(RECEIVED) ?? []).map((row) => ({
      ...row,
      ...note(ZERO_ROWS, zeroKey(row)),
    })),
  };
  const revisions = revisionsOf(releases);
  const balance = makeBalance(shape, cubes, listed).map((line) =>
    reviseLine(line, revisions.get(systemKey(shape.release, BALANCE_ROWS, line.codes)) ?? []),
  );
  return { ...listed, balance };
}

/** The reasons, each once, for which a row of a file or a field of it was corrected. */
function reasonsIn(releases: readonly Changed[]): (file: string, row: string) => readonly string[] {
  const changes = releases.flatMap((release) => release.changes);
  return (file, row) => [
    ...new Set(
      changes
        .filter(({ measure, cell }) => measure === file && (cell === row || cell.startsWith(`${row}|`)))
        .map(({ reason }) => reason),
    ),
  ];
}

function reviseLine(line: PublishedCell, reasons: readonly string[]): PublishedCell {
  if (reasons.length === 0 || line.count === null) return line;
  return { ...line, status: 'r', note: reasons.join(' ') };
}
