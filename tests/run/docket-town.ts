/**
 * Old Ferry with a docket. In 2024-Q1 a subpoena for the papers of 300 people (it has a page), a warrant about two
 * people, and ten requests of the press; the subpoena is declined in 2024-Q2. k is 5.
 */
import { PROGRAM, TALLIES } from './town.ts';

export const DOCKET_PROGRAM = { ...PROGRAM, docket: {} };

export const HEADERS = {
  'legal-requests.csv':
    'request,received_on,requester,agency,instrument,department,served_on,held_by,asks_for,people_asked_about,due_on,documents,under_non_disclosure_order',
  'legal-request-events.csv': 'request,date,kind,what_left,people_left,outcome,office,statement,source',
  'certified-zeros.csv': 'period,instrument,requester,signed_on,signed_by,expires_on',
} as const;

export function row(
  id: string,
  day: string,
  requester: string,
  instrument: string,
  people: string,
  asks: string,
): string {
  return `${id},${day},${requester},Agency of the state,${instrument},Clerk,office,vendor,${asks},${people},,,`;
}

export const PRESS = Array.from({ length: 10 }, (_, index) =>
  row(`press-${index}`, '2024-02-03', 'press', 'public_records_request', '1', 'A list'),
);

const ROWS: Readonly<Record<keyof typeof HEADERS, readonly string[]>> = {
  'legal-requests.csv': [
    row(
      'bulk',
      '2024-01-15',
      'federal_immigration',
      'administrative_subpoena',
      '300',
      'All online applications',
    ),
    row('zebra', '2024-03-01', 'local_police', 'search_warrant', '2', 'Papers of a household'),
    ...PRESS,
  ],
  'legal-request-events.csv': [
    'bulk,2024-01-20,statement,,,,Clerk,A subpoena has come.,Notice of the clerk',
    'bulk,2024-04-30,closed,,,declined,,,',
    'zebra,2024-03-05,acknowledged,,,,,,',
  ],
  'certified-zeros.csv': ['2024-Q1,civil_investigative_demand,_T,2024-04-10,Clerk,2025-04-10'],
};

/** The tallies of Old Ferry with its docket, some rows of which stand as they are given. */
export function docketTallies(
  changed: Partial<Readonly<Record<keyof typeof HEADERS, readonly string[]>>> = {},
): Readonly<Record<string, string>> {
  const rows = { ...ROWS, ...changed };
  const texts = Object.entries(HEADERS).map(([name, header]) => [
    name,
    `${[header, ...rows[name as keyof typeof HEADERS]].join('\n')}\n`,
  ]);
  return { ...TALLIES, ...Object.fromEntries(texts) };
}

/** Another warrant in its place, about three people on another day: the same to every reader. */
export const OTHER_HOUSEHOLD = docketTallies({
  'legal-requests.csv': [
    ROWS['legal-requests.csv'][0] ?? '',
    row('quagga', '2024-03-22', 'local_police', 'search_warrant', '3', 'A photograph'),
    ...PRESS,
  ],
  'legal-request-events.csv': ROWS['legal-request-events.csv'].slice(0, 2),
});
