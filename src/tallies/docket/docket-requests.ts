/** `legal-requests.csv`: a row per request that the program received. Confidential. */

import { HOLDERS, INSTRUMENTS, REQUESTERS } from '../../program/request.ts';
import type { Fault } from '../../reading/problem.ts';
import type { DocketRequest } from '../../requests/docket.ts';
import type { ProblemLog } from '../problem-log.ts';
import {
  day,
  documents,
  isWhole,
  oneOf,
  opaqueId,
  openFields,
  orNothing,
  peopleAsked,
  someText,
  yesOrNo,
} from './docket-fields.ts';

/** The columns of the file, in the order of its template. */
export const REQUEST_COLUMNS = [
  'request',
  'received_on',
  'requester',
  'agency',
  'instrument',
  'department',
  'served_on',
  'held_by',
  'asks_for',
  'people_asked_about',
  'due_on',
  'documents',
  'under_non_disclosure_order',
] as const;

export interface RequestRow extends Omit<DocketRequest, 'events'> {
  /** An order forbids to speak of it: it is checked and then left out of everything. */
  readonly isSilenced: boolean;
}

const requester = oneOf(REQUESTERS);
const instrument = oneOf(INSTRUMENTS);
const holder = oneOf(HOLDERS);
const dayOrNothing = orNothing(day, '' as const);

/** The row, or undefined after a fault. `first` is the first day that the program counts. */
export function readRequest(
  texts: readonly string[],
  line: number,
  log: ProblemLog,
  first: string,
): RequestRow | undefined {
  const fields = openFields(REQUEST_COLUMNS, texts, line, log);
  const row = {
    request: fields.read('request', opaqueId),
    received: fields.read('received_on', day),
    requester: fields.read('requester', requester),
    agency: fields.read('agency', someText),
    instrument: fields.read('instrument', instrument),
    department: fields.read('department', someText),
    servedOn: fields.read('served_on', holder),
    heldBy: fields.read('held_by', holder),
    asksFor: fields.read('asks_for', someText),
    people: fields.read('people_asked_about', peopleAsked),
    due: fields.read('due_on', dayOrNothing),
    documents: fields.read('documents', documents),
    isSilenced: fields.read('under_non_disclosure_order', yesOrNo),
  };
  if (!isWhole<RequestRow>(row)) return undefined;
  if (row.received < first) log.report(line, 'received_on', BEFORE_PROGRAM);
  if (row.due !== '' && row.due < row.received) log.report(line, 'due_on', DUE_BEFORE_RECEIPT);
  return row;
}

const BEFORE_PROGRAM: Fault = {
  code: 'before-program',
  message: 'The request was received before the first month that the program counts.',
  fix: 'Correct the date, or let "period.from" in program.json begin earlier.',
};
const DUE_BEFORE_RECEIPT: Fault = {
  code: 'due-before-receipt',
  message: 'The request is due before it was received.',
  fix: 'Correct one of the two dates.',
};
