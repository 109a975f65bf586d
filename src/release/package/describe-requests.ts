/** What `requests/*.csv` hold, column by column, for `datapackage.json`. */

import type { Field, Resource } from '../../formats/datapackage-file.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { RANGE_COLUMNS } from '../../program/count-range.ts';
import { listsRequests } from '../../program/docket-plan.ts';
import {
  CLOSED_OUTCOMES,
  EVENT_KINDS,
  HOLDERS,
  INSTRUMENTS,
  LEFT,
  OUTCOMES,
  REQUESTERS,
} from '../../program/request.ts';
import type { ReleaseShape } from '../../system/shape.ts';
import { LINES, TAKEN_BY, WITH_PAGE } from '../balance.ts';
import { BALANCE, DOCKET, EVENTS, ZEROS } from '../layout.ts';
import { resource } from './resource.ts';

export function requestResources(shape: ReleaseShape, files: ReadonlyMap<string, string>): Resource[] {
  const { k } = shape.declaration;
  if (!listsRequests(shape.declaration))
    return [resource(BALANCE, 'Legal requests: the balance sheet', shape, files, TOTALS_FIELDS, BALANCE_KEY)];
  const listed = `asks about ${k} or more people or about the program as a whole`;
  return [
    resource(DOCKET, `Legal requests: each that ${listed}`, shape, files, DOCKET_FIELDS, ['request']),
    resource(EVENTS, 'Legal requests: what happened to each of the docket', shape, files, EVENT_FIELDS),
    resource(BALANCE, 'Legal requests: the balance sheet of all', shape, files, BALANCE_FIELDS, BALANCE_KEY),
    resource(ZEROS, 'Legal requests: certificates that none was received', shape, files, ZERO_FIELDS, [
      'period',
      'instrument',
      'requester',
      'signed_on',
    ]),
  ];
}

const BALANCE_KEY = ['period', 'by', 'code', 'line'];

function string(name: string, title: string, description?: string): Field {
  return { name, type: 'string', title, ...(description === undefined ? {} : { description }) };
}

function word(name: string, title: string, words: readonly string[], description?: string): Field {
  return { ...string(name, title, description), constraints: { enum: [...words] } };
}

const NOTE = string('note', 'Note', 'Why the row was ever corrected, in plain words; empty if it never was.');
const DAY = 'Year, month and day.';

const DOCKET_FIELDS: Field[] = [
  string('request', 'Request', 'Its id, which says nothing about anybody.'),
  string('received', 'Received on', DAY),
  word('requester', 'Requester', REQUESTERS),
  string('agency', 'Agency', 'Who exactly asks.'),
  word('instrument', 'Instrument', INSTRUMENTS),
  string('department', 'Department', 'Whose records it asks for.'),
  word('served_on', 'Served on', HOLDERS),
  word('held_by', 'Data held by', HOLDERS),
  string('asks_for', 'What it asks for', 'In plain words.'),
  string('people', 'People asked about', 'Their number; "program" for the program as a whole.'),
  string('due', 'Due on', DAY),
  string('documents', 'Public documents', 'Addresses with spaces between.'),
  word('outcome', 'Outcome or state', OUTCOMES),
  string('outcome_as_of', 'State as of', 'The day of the last event that is known.'),
  word('left', 'What left the building', LEFT, 'The most that has left so far.'),
  { name: 'days_to_answer', type: 'integer', title: 'Days to the first answer', constraints: { minimum: 0 } },
  NOTE,
];

const EVENT_FIELDS: Field[] = [
  string('request', 'Request', 'A request of the docket.'),
  string('date', 'Date', DAY),
  word('kind', 'Kind', EVENT_KINDS),
  word('left', 'What left the building', LEFT, 'Of a disclosure.'),
  word('outcome', 'Outcome', CLOSED_OUTCOMES, 'Of a closure.'),
  string('office', 'Office', 'Who made the statement.'),
  string('statement', 'Statement', 'In our words.'),
  string('source', 'Source', 'Where the statement was made.'),
  NOTE,
];

const BALANCE_FIELDS: Field[] = [
  string('period', 'Period', `Codes of codelists/period.csv; ${TOTAL} is to date.`),
  word('by', 'Taken by', TAKEN_BY, `With "${WITH_PAGE}": of the requests with a page of their own alone.`),
  string(
    'code',
    'Code',
    `A code of the codelist that "by" names, signature among the instruments; ${TOTAL} for all.`,
  ),
  word('line', 'Line', LINES, 'Open at start + received - closed = open at end.'),
  {
    name: 'count',
    type: 'integer',
    title: 'Requests',
    description: 'Number of requests, with and without a page of their own; empty where the status is c.',
    constraints: { minimum: 0 },
  },
  word('status', 'Status', ['c', 'r'], 'Empty: published. c: withheld to protect people. r: revised.'),
  NOTE,
];

const COUNT_OF_TOTALS = 'Number of requests, from totals of the office; empty where the status is c or x.';
const STATUS_OF_TOTALS =
  'Empty: published. c: withheld to protect people. x: not available, or known only as a range. r: revised.';

/** Of counts of requests where the office keeps totals alone: some may be ranges. */
export function rangeFields(): Field[] {
  const end = (name: (typeof RANGE_COLUMNS)[number], title: string): Field => ({
    name,
    type: 'integer',
    title,
    description: 'Where the count is known only as a range: its end, included; empty elsewhere.',
    constraints: { minimum: 0 },
  });
  return [end('at_least', 'At least'), end('at_most', 'At most')];
}

/** The office keeps totals alone: no line is of listed requests. */
const TOTALS_FIELDS: Field[] = BALANCE_FIELDS.flatMap((field) => {
  const own = TAKEN_BY.filter((by) => !by.endsWith(WITH_PAGE));
  switch (field.name) {
    case 'by':
      return [word('by', 'Taken by', own)];
    case 'count':
      return [{ ...field, description: COUNT_OF_TOTALS }, ...rangeFields()];
    case 'status':
      return [word('status', 'Status', ['c', 'x', 'r'], STATUS_OF_TOTALS)];
    case 'note':
      return [{ ...field, description: 'Reasons and remarks in plain words.' }];
    default:
      return [field];
  }
});

const ZERO_FIELDS: Field[] = [
  string('period', 'Period', 'Codes of codelists/period.csv.'),
  word('instrument', 'Instrument', [TOTAL, ...INSTRUMENTS]),
  word('requester', 'Requester', [TOTAL, ...REQUESTERS]),
  string('signed_on', 'Signed on', DAY),
  string('signed_by', 'Signed by', 'An office.'),
  string('expires_on', 'Expires on', 'The last day on which it holds; after that it says nothing.'),
  NOTE,
];
