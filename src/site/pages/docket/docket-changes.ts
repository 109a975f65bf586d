/** Rows of "What changed" about the docket: which request, what of it, before and after. */

import { formatDay } from '../../../figures/dates.ts';
import type { Change } from '../../../formats/changes-file.ts';
import type { ListedRequest } from '../../../formats/docket-file.ts';
import {
  BALANCE_ROWS,
  DOCKET_ROWS,
  EVENT_ROWS,
  STANDS,
  ZERO_ROWS,
} from '../../../release/changes/docket-changes.ts';
import { docketAddress } from '../../../release/request-cells.ts';
import { cellFigure, type FigureSource } from '../../figures/figures.ts';
import { quoted } from '../../figures/record-sentence.ts';
import type { Sentence } from '../../figures/sentence.ts';
import type { TableRow } from '../../frame/page.ts';
import { codeLabel, type ReleaseView } from '../../view.ts';

/** The release before, with its cells; undefined where it was recalled and is shown nowhere. */
export type Earlier = ReleaseView | undefined;

/** Undefined for a change of a cube; an empty list for a line of the balance sheet, whose count stands among those of cubes. */
export function docketChangeRows(
  view: ReleaseView,
  earlier: Earlier,
  change: Change,
): TableRow[] | undefined {
  const { measure, before, after, reason } = change;
  if (measure === BALANCE_ROWS) return [];
  if (![DOCKET_ROWS, EVENT_ROWS, ZERO_ROWS].includes(measure)) return undefined;
  const isWhole = before === STANDS || after === STANDS;
  const said = (text: string, source: FigureSource | undefined) =>
    isWhole
      ? [text === STANDS ? view.messages.docket.listed : view.messages.docket.notListed]
      : fieldOf(view, change, text, source);
  return [
    {
      heading: isWhole
        ? rowName(view, earlier, change)
        : [...rowName(view, earlier, change), view.messages.marks.comma, fieldName(view, change)],
      cells: [said(before, earlier?.source), said(after, view.source), [reason]],
    },
  ];
}

function columnOf({ cell }: Change): string {
  return cell.split('|').at(-1) ?? '';
}

/** A request by its agency and day, as pages name it; what happened to it by day and kind; a certificate by its period. */
function rowName(view: ReleaseView, earlier: Earlier, { measure, cell }: Change): Sentence {
  const { messages, language } = view;
  const { marks, docket } = messages;
  const [first = '', day = '', kind = ''] = cell.split('|');
  if (measure === ZERO_ROWS) return [docket.zeros, marks.comma, codeLabel(view, 'period', first)];
  const request = requestIn(view, first) ?? requestIn(earlier, first);
  const name =
    request === undefined
      ? [first]
      : [quoted(view, request.agency), marks.comma, formatDay(request.received, language)];
  if (measure === DOCKET_ROWS) return name;
  const kinds: Readonly<Record<string, string>> = docket.eventKinds;
  return [...name, marks.colon, kinds[kind] ?? kind, marks.comma, formatDay(day, language)];
}

function requestIn(view: Earlier, id: string): ListedRequest | undefined {
  return view?.release.requests?.docket.find(({ request }) => request === id);
}

function fieldName({ messages }: ReleaseView, change: Change): string {
  const { docket } = messages;
  const names: Readonly<Record<string, string>> = {
    received: messages.record.received,
    requester: messages.record.requester,
    agency: messages.record.requester,
    instrument: messages.record.instrument,
    department: messages.record.addressedTo,
    served_on: messages.record.addressedTo,
    held_by: messages.record.heldBy,
    asks_for: messages.record.asksFor,
    people: messages.record.peopleCovered,
    due: messages.record.due,
    documents: docket.documents,
    outcome: messages.record.outcome,
    outcome_as_of: docket.lastKnown,
    left: docket.left,
    days_to_answer: docket.daysToAnswer,
    office: docket.eventKinds.statement,
    statement: docket.eventKinds.statement,
    source: messages.record.sourceLabel,
    signed_by: docket.signedBy,
    expires_on: docket.holds,
  };
  const name = names[columnOf(change)];
  if (name === undefined) throw new Error(`internal error: no name for "${change.cell}"`);
  return name;
}

/** A field in the reader's words. */
function fieldOf(
  view: ReleaseView,
  change: Change,
  text: string,
  source: FigureSource | undefined,
): Sentence {
  const { messages, language } = view;
  const { docket } = messages;
  const column = columnOf(change);
  if (text === '') return [];
  if (column === 'people' || column === 'days_to_answer') {
    if (text === 'program') return [docket.wholeProgram];
    const figure = source && cellFigure(source, docketAddress(change.cell.split('|')[0] ?? '', column));
    return figure === undefined ? [] : [figure];
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [formatDay(text, language)];
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    requester: docket.requesters,
    instrument: messages.record.instruments,
    served_on: messages.record.holders,
    held_by: messages.record.holders,
    outcome: messages.record.outcomes,
    left: docket.leftWords,
  };
  return [words[column]?.[text] ?? quoted(view, text)];
}
