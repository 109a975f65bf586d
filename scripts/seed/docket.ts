/** The invented city's docket as its clerk would hand it over: requests, events and certificates, one CSV file each. */
import Papa from 'papaparse';
import { REQUESTS, SILENCED, ZEROS } from './docket-text.ts';

const SOURCE = 'Invented for this demonstration';

/** The text of each file by its name. */
export function makeDocket(): ReadonlyMap<string, string> {
  const blocks = REQUESTS.trim()
    .split(/\n(?! )/)
    .map((block) => block.split('\n').map((line) => line.trim()));
  const requests = blocks.map(([head = '']) => requestRow(head));
  const events = blocks.flatMap(([head = '', ...lines]) =>
    lines.map((line) => eventRow(head.split(' ')[0] ?? '', line)),
  );
  return new Map([
    ['legal-requests.csv', csv(REQUEST_COLUMNS, requests)],
    ['legal-request-events.csv', csv(EVENT_COLUMNS, events)],
    [
      'certified-zeros.csv',
      csv(
        ZERO_COLUMNS,
        ZEROS.map((row) => row.split(',')),
      ),
    ],
  ]);
}

const REQUEST_COLUMNS =
  'request,received_on,requester,agency,instrument,department,served_on,held_by,asks_for,people_asked_about,due_on,documents,under_non_disclosure_order';
const EVENT_COLUMNS = 'request,date,kind,what_left,people_left,outcome,office,statement,source';
const ZERO_COLUMNS = 'period,instrument,requester,signed_on,signed_by,expires_on';

function requestRow(line: string): string[] {
  const fields = line.split('|').map((field) => field.trim());
  const [
    id = '',
    received = '',
    requester = '',
    agency = '',
    instrument = '',
    holders = '',
    people = '',
    due = '',
    asks = '',
  ] = fields;
  const [servedOn = '', heldBy = ''] = holders.split(' ');
  const silenced = id === SILENCED ? 'yes' : '';
  return [
    id,
    received,
    requester,
    agency,
    instrument,
    'City Clerk',
    servedOn,
    heldBy,
    asks,
    people,
    due,
    '',
    silenced,
  ];
}

function eventRow(id: string, line: string): string[] {
  const [, date = '', kind = '', rest = ''] = /^(\S+) (\S+)(?: (.*))?$/.exec(line) ?? [];
  switch (kind) {
    case 'statement': {
      const [office = '', ...words] = rest.split(': ');
      return [id, date, kind, '', '', '', office, words.join(': '), SOURCE];
    }
    case 'disclosed': {
      const [left = '', people = ''] = rest.split(' ');
      return [id, date, kind, left, people, '', '', '', ''];
    }
    default:
      return [id, date, kind, '', '', rest, '', '', ''];
  }
}

function csv(columns: string, rows: readonly (readonly string[])[]): string {
  return `${columns}\n${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;
}
