/** A release in a reader's language: labels, remarks and the words of its docket. Counts, codes and hashes stay. */

import { SOURCE_LANGUAGE } from '../../figures/locale.ts';
import type { Change } from '../../formats/changes-file.ts';
import type { ListedEvent, ListedRequest } from '../../formats/docket-file.ts';
import type { Noted } from '../../formats/row-file.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { NOT_GIVEN_NOTE, RANGE_NOTE } from '../../program/cell.ts';
import { NO_RECORDS_NOTE, NOT_OPEN_NOTE } from '../../program/channel-zeros.ts';
import type { Codelist } from '../../program/codelist.ts';
import type { ReleasedRequests, SealedRelease } from '../../release/release.ts';
import type { Messages } from '../messages/message-types.ts';
import { docketCode, docketDimension } from './docket-words.ts';
import { periodName } from './period-name.ts';
import { codeLabel, tellDeclaration } from './program.ts';
import type { Teller } from './teller.ts';

export function tellRelease(
  release: SealedRelease,
  language: string,
  messages: Messages,
  tell: Teller,
): SealedRelease {
  return {
    ...release,
    declaration: tellDeclaration(release.declaration, messages, tell),
    codelists: release.codelists.map((codelist) => tellCodelist(codelist, language, messages, tell)),
    cubes: new Map(
      [...release.cubes].map(([measure, cells]) => [
        measure,
        cells.map((cell) => tellCell(cell, messages, tell)),
      ]),
    ),
    audit: release.audit && { ...release.audit, method: tell.quote(release.audit.method) },
    requests: release.requests === null ? null : tellRequests(release.requests, messages, tell),
    changes: release.changes.map((change) => tellChange(change, tell)),
  };
}

/** What a field of the docket said is told as where the docket says it. */
function tellChange(change: Change, tell: Teller): Change {
  const tellers: Readonly<Record<string, (text: string) => string>> = {
    agency: tell.name,
    department: tell.name,
    asks_for: tell.text,
    office: tell.name,
    statement: tell.quote,
    source: tell.name,
    signed_by: tell.name,
  };
  const column = change.measure.startsWith('requests/') ? (change.cell.split('|').at(-1) ?? '') : '';
  const said = tellers[column] ?? ((text: string) => text);
  return {
    ...change,
    before: said(change.before),
    after: said(change.after),
    reason: tell.text(change.reason),
  };
}

function tellCodelist(codelist: Codelist, language: string, messages: Messages, tell: Teller): Codelist {
  const { dimension } = codelist;
  const labelOf = (code: string, label: string): string => {
    if (dimension === 'period')
      return language === SOURCE_LANGUAGE ? label : (periodName(code, language, messages) ?? label);
    if (docketDimension(dimension, messages) !== undefined)
      return docketCode(dimension, code, messages) ?? label;
    return codeLabel(dimension, label, tell);
  };
  return {
    ...codelist,
    codes: codelist.codes.map((one) => ({ ...one, label: labelOf(one.code, one.label) })),
  };
}

/** The note of a withheld cell is the same everywhere and printed nowhere: pages have a word of their own. */
function tellCell(cell: PublishedCell, messages: Messages, tell: Teller): PublishedCell {
  if (cell.note === '' || cell.status === 'c') return cell;
  return { ...cell, note: ownNote(cell.note, messages) ?? tell.text(cell.note) };
}

/** Notes that no program words: the site has them in every language. */
function ownNote(note: string, messages: Messages): string | undefined {
  switch (note) {
    case RANGE_NOTE:
      return messages.words.onlyRange;
    case NOT_GIVEN_NOTE:
      return messages.words.notGiven;
    case NOT_OPEN_NOTE:
      return messages.words.notOpenYet;
    case NO_RECORDS_NOTE:
      return messages.words.noRecordsKept;
    default:
      return undefined;
  }
}

function tellRequests(requests: ReleasedRequests, messages: Messages, tell: Teller): ReleasedRequests {
  return {
    ...requests,
    docket: requests.docket.map((request) => tellRequest(request, tell)),
    events: requests.events.map((event) => tellEvent(event, tell)),
    zeros: requests.zeros.map((zero) => ({
      ...zero,
      signedBy: tell.name(zero.signedBy),
      note: tell.text(zero.note),
    })),
    balance: requests.balance.map((line) =>
      line.status === 'r' ? { ...line, note: tell.text(line.note) } : tellCell(line, messages, tell),
    ),
  };
}

function tellRequest(request: Noted<ListedRequest>, tell: Teller): Noted<ListedRequest> {
  return {
    ...request,
    agency: tell.name(request.agency),
    department: tell.name(request.department),
    asksFor: tell.text(request.asksFor),
    note: tell.text(request.note),
  };
}

function tellEvent(event: Noted<ListedEvent>, tell: Teller): Noted<ListedEvent> {
  return {
    ...event,
    office: tell.name(event.office),
    statement: tell.quote(event.statement),
    source: tell.name(event.source),
    note: tell.text(event.note),
  };
}
