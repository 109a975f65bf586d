/** The invented port as the site sees it: two listed requests, one certificate that holds and one that has expired. */

import type { ListedEvent, ListedRequest } from '../../src/formats/docket-file.ts';
import type { Noted } from '../../src/formats/row-file.ts';
import type { PublishedCell } from '../../src/program/cell.ts';
import { TOTAL } from '../../src/program/codelist.ts';
import { makeBalance } from '../../src/release/balance.ts';
import { cubeRows, publishedMeasures } from '../../src/release/layout.ts';
import { describeRelease } from '../../src/release/package/describe.ts';
import type { SealedRelease } from '../../src/release/release.ts';
import { stageRelease } from '../../src/release/stage.ts';
import type { SiteProgram } from '../../src/site/load/site-program.ts';
import { addListed } from '../../src/system/listed.ts';
import { PORT, SHAPE } from '../requests/port.ts';
import { RECORD } from './fixture.ts';

const WARRANT: Noted<ListedRequest> = {
  request: 'warrant',
  received: '2024-02-05',
  requester: 'state',
  agency: 'State Attorney',
  instrument: 'search_warrant',
  department: 'Clerk',
  servedOn: 'office',
  heldBy: 'vendor',
  asksFor: 'Applications of 40 people',
  people: 40,
  due: '',
  documents: ['https://port.example/warrant'],
  outcome: 'disclosed_in_full',
  outcomeAsOf: '2024-03-01',
  left: 'application_data',
  daysToAnswer: 25,
  note: '',
};
const SUBPOENA: Noted<ListedRequest> = {
  ...WARRANT,
  request: 'subpoena',
  received: '2024-05-06',
  agency: 'Border Service',
  requester: 'federal_immigration',
  instrument: 'administrative_subpoena',
  asksFor: 'All applications',
  people: null,
  due: '2024-06-03',
  documents: [],
  outcome: 'objection_pending',
  outcomeAsOf: '2024-06-01',
  left: 'nothing',
  daysToAnswer: 26,
};
const QUIET = { left: null, outcome: null, office: '', statement: '', source: '', note: '' };
const EVENTS: Noted<ListedEvent>[] = [
  { ...QUIET, request: 'warrant', date: '2024-03-01', kind: 'disclosed', left: 'application_data' },
  { ...QUIET, request: 'warrant', date: '2024-03-01', kind: 'closed', outcome: 'disclosed_in_full' },
  {
    ...QUIET,
    request: 'subpoena',
    date: '2024-06-01',
    kind: 'objected',
    office: 'City Attorney',
    statement: 'Objected to the whole.',
    source: 'Notice of the clerk',
  },
];

/** No request but the listed ones; `hidden` are codes of which no count is published. */
export function docketSite(hidden: readonly string[] = []): SiteProgram {
  const unlisted = new Map(
    publishedMeasures(SHAPE).map((measure) => [
      measure.id,
      cubeRows(SHAPE, measure).map((codes): PublishedCell => {
        const withheld = codes.slice(1).some((code) => code !== TOTAL && hidden.includes(code));
        return withheld
          ? { codes, count: null, status: 'c', note: 'Hidden to protect people' }
          : { codes, count: 0, status: '', note: '' };
      }),
    ]),
  );
  const zero = { period: '2024-Q1', signedBy: 'Clerk', signedOn: '2024-04-02', note: '' };
  const listed = {
    docket: [WARRANT, SUBPOENA],
    events: EVENTS,
    zeros: [
      { ...zero, instrument: 'civil_subpoena', requester: TOTAL, expiresOn: '2025-04-01' },
      { ...zero, instrument: TOTAL, requester: 'foreign', expiresOn: '2024-10-01' },
    ] as const,
  };
  const cubes = addListed({ ...SHAPE, requests: listed }, unlisted);
  const requests = { ...listed, balance: makeBalance(SHAPE, cubes, listed) };
  const files = stageRelease(SHAPE, cubes, requests, [], 'Daylight 0', null);
  const release: SealedRelease = {
    ...SHAPE,
    cubes,
    requests,
    changes: [],
    datapackage: describeRelease(SHAPE, files, 'Daylight 0'),
    audit: null,
    seal: { release: SHAPE.release, hash: 'a'.repeat(64) },
    previous: null,
    signatures: [],
  };
  return {
    program: PORT,
    record: RECORD,
    releases: [release],
    recalls: [],
    days: new Map(),
    translations: new Map(),
  };
}
