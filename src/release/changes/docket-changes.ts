/**
 * What two releases say differently of listed requests, of what happened to them and of certificates. The later one is
 * read as of the end of the earlier: what came in or happened since is news and no change, and so is a certificate or
 * a public document more.
 *
 *   2024-Q2   heron, State Attorney        2024-Q3   heron, State Auditor        requests/docket  heron|agency
 *             closed 2024-02-20, declined            closed 2024-02-20, declined
 *                                                    wren, received 2024-03-01   requests/docket  wren
 *                                                    lark, received 2024-08-02   (news)
 */
import type { Change } from '../../formats/changes-file.ts';
import { DOCKET_FORM, EVENTS_FORM, type ListedEvent, type ListedRequest } from '../../formats/docket-file.ts';
import { fieldsOf, type RowForm } from '../../formats/row-file.ts';
import { type CertifiedZero, ZEROS_FORM } from '../../formats/zeros-file.ts';
import { type MonthNumber, monthCode } from '../../program/period.ts';
import { requestState } from '../../program/request-state.ts';

/** What changes of the docket stand under in `changes.csv`: the file, which no measure can be named. */
export const DOCKET_ROWS = 'requests/docket';
export const EVENT_ROWS = 'requests/events';
export const ZERO_ROWS = 'requests/certified-zeros';
export const BALANCE_ROWS = 'requests/balance';

/** Before or after a row as a whole that the other release does not have. */
export const STANDS = 'listed';

export interface Listed {
  readonly docket: readonly ListedRequest[];
  readonly events: readonly ListedEvent[];
  readonly zeros: readonly CertifiedZero[];
}

export type DocketChange = Omit<Change, 'reason'>;

/** `end` is the last month that `before` closes. Empty where nothing that it says is said otherwise. */
export function listDocketChanges(before: Listed, after: Listed, end: MonthNumber): DocketChange[] {
  const now = asOf(after, before, monthCode(end));
  return [
    ...compareRows(DOCKET_ROWS, DOCKET_FORM, before.docket, now.docket, ({ request }) => request),
    ...compareRows(EVENT_ROWS, EVENTS_FORM, before.events, now.events, ({ request, date, kind }) =>
      [request, date, kind].join('|'),
    ),
    ...compareRows(ZERO_ROWS, ZEROS_FORM, before.zeros, now.zeros, zeroKey),
  ];
}

/** A certificate is named by what it says of which period, and when it was signed. */
export function zeroKey({ period, instrument, requester, signedOn }: CertifiedZero): string {
  return [period, instrument, requester, signedOn].join('|');
}

/** A docket at the end of month `end`, without what only adds to `before`. */
function asOf({ docket, events, zeros }: Listed, before: Listed, end: string): Listed {
  const happened = events.filter(({ date }) => date.slice(0, 7) <= end);
  const own = Map.groupBy(happened, ({ request }) => request);
  const documents = new Map(before.docket.map((request) => [request.request, request.documents]));
  const certified = new Set(before.zeros.map(zeroKey));
  return {
    docket: docket
      .filter(({ received }) => received.slice(0, 7) <= end)
      .map((request) => {
        const state = requestState(request.received, own.get(request.request) ?? []);
        const { outcome, asOf: outcomeAsOf, left, daysToAnswer } = state;
        const old = documents.get(request.request) ?? [];
        const kept = old.every((address) => request.documents.includes(address)) ? old : request.documents;
        return { ...request, documents: kept, outcome, outcomeAsOf, left, daysToAnswer };
      }),
    events: happened.filter(({ request }) => docket.some((one) => one.request === request)),
    zeros: zeros.filter((zero) => certified.has(zeroKey(zero))),
  };
}

/** Rows that one side lacks, and fields that differ; a second row of one key is told by its number. */
function compareRows<Row>(
  measure: string,
  form: RowForm<Row>,
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): DocketChange[] {
  const [old, now] = [numbered(before, keyOf), numbered(after, keyOf)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): DocketChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === undefined) return [{ measure, cell: key, before: '', after: STANDS }];
    if (is === undefined) return [{ measure, cell: key, before: STANDS, after: '' }];
    const fields = new Map(fieldsOf(form, is));
    return fieldsOf(form, was).flatMap(([column, text]) => {
      const other = fields.get(column);
      if (other === undefined) throw new Error(`internal error: a row without "${column}"`);
      return text === other ? [] : [{ measure, cell: `${key}|${column}`, before: text, after: other }];
    });
  });
}

function numbered<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(
    [...Map.groupBy(rows, keyOf)].flatMap(([key, same]) =>
      same.map((row, index) => [index === 0 ? key : `${key}|${index + 1}`, row] as const),
    ),
  );
}
