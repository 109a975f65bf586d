/** `legal-request-events.csv`: a row per thing that happened to a request. Confidential. */
import type { ListedEvent } from '../../formats/docket-file.ts';
import { CLOSED_OUTCOMES, EVENT_KINDS, LEFT } from '../../program/request.ts';
import type { ProblemLog } from '../problem-log.ts';
import { anyText, day, oneOf, opaqueId, openFields, orNothing, wholeCount } from './docket-fields.ts';

/** The columns of the file, in the order of its template. */
export const EVENT_COLUMNS = [
  'request',
  'date',
  'kind',
  'what_left',
  'people_left',
  'outcome',
  'office',
  'statement',
  'source',
] as const;

/** An event with its place and the people whose data left, which is never published. */
export interface EventRow extends ListedEvent {
  readonly file: string;
  readonly line: number;
  /** Null where it is not known, or nothing left. */
  readonly peopleLeft: number | null;
}

const kind = oneOf(EVENT_KINDS);
const left = orNothing(oneOf(LEFT), null);
const outcome = orNothing(oneOf(CLOSED_OUTCOMES), null);
const people = orNothing(wholeCount, null);

/** The row, or undefined after a fault. */
export function readEvent(texts: readonly string[], line: number, log: ProblemLog): EventRow | undefined {
  const fields = openFields(EVENT_COLUMNS, texts, line, log);
  const row = {
    file: log.file,
    line,
    request: fields.read('request', opaqueId),
    date: fields.read('date', day),
    kind: fields.read('kind', kind),
    left: fields.read('what_left', left),
    peopleLeft: fields.read('people_left', people),
    outcome: fields.read('outcome', outcome),
    office: fields.read('office', anyText),
    statement: fields.read('statement', anyText),
    source: fields.read('source', anyText),
  };
  return isWhole(row) ? row : undefined;
}

function isWhole(row: { readonly [Key in keyof EventRow]: EventRow[Key] | undefined }): row is EventRow {
  return Object.values(row).every((value) => value !== undefined);
}
