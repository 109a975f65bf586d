// `listDocketChanges`: what a release says of the docket otherwise than the one before it, and what is news.
import { describe, expect, test } from 'vitest';
import type { ListedEvent, ListedRequest } from '../../../src/formats/docket-file.ts';
import type { CertifiedZero } from '../../../src/formats/zeros-file.ts';
import { releaseEnd } from '../../../src/program/period.ts';
import { requestState } from '../../../src/program/request-state.ts';
import { type Listed, listDocketChanges } from '../../../src/release/changes/docket-changes.ts';
import { listRequests } from '../../../src/requests/list-requests.ts';
import { docketOf, event, request } from '../../requests/port.ts';

const CLOSED = releaseEnd('2024-Q2') ?? 0;
const ZERO: CertifiedZero = {
  period: '2024-Q1',
  instrument: 'civil_subpoena',
  requester: '_T',
  signedOn: '2024-04-02',
  signedBy: 'Clerk',
  expiresOn: '2025-04-02',
};
const HERON = [
  event('2024-02-06', 'disclosed', { request: 'heron', left: 'application_data' }),
  event('2024-02-20', 'closed', { request: 'heron', outcome: 'disclosed_in_part' }),
];

/** Heron is closed, ibis is open; both ask about many. */
function listed(
  heron: Partial<ListedRequest> = {},
  events: readonly ListedEvent[] = HERON,
  more: Partial<Listed> = {},
): Listed {
  const own = (id: string) => events.filter((one) => one.request === id);
  const { docket: requests, events: told } = listRequests(
    docketOf(
      {
        ...request('heron', '2024-02-05', 40, { events: own('heron') }),
        ...heron,
        people: heron.people ?? 40,
      },
      request('ibis', '2024-05-02', 'program', { events: own('ibis') }),
    ),
    11,
  );
  return { docket: requests, events: told, zeros: [ZERO], ...more };
}

const told = (after: Listed, before: Listed = listed()): string[] =>
  listDocketChanges(before, after, CLOSED).map(
    ({ measure, cell, before: old, after: now }) => `${measure} ${cell}: ${old} > ${now}`,
  );

describe('listDocketChanges of what was published', () => {
  test.each<[string, Listed, string[]]>([
    [
      'another agency',
      listed({ agency: 'Auditor' }),
      ['requests/docket heron|agency: State Attorney > Auditor'],
    ],
    ['another number of people', listed({ people: 60 }), ['requests/docket heron|people: 40 > 60']],
    [
      'another instrument',
      listed({ instrument: 'court_order' }),
      ['requests/docket heron|instrument: search_warrant > court_order'],
    ],
    [
      'another day of receipt',
      listed({ received: '2024-02-04' }),
      [
        'requests/docket heron|received: 2024-02-05 > 2024-02-04',
        'requests/docket heron|days_to_answer: 1 > 2',
      ],
    ],
    [
      'another outcome',
      listed({}, [event('2024-02-20', 'closed', { request: 'heron', outcome: 'declined' })]),
      [
        'requests/docket heron|outcome: disclosed_in_part > declined',
        'requests/docket heron|left: application_data > nothing',
        'requests/docket heron|days_to_answer: 1 > 15',
        'requests/events heron|2024-02-06|disclosed: listed > ',
        'requests/events heron|2024-02-20|closed|outcome: disclosed_in_part > declined',
      ],
    ],
    [
      'a closing moved to another day of the closed quarter',
      listed({}, [HERON[0] as ListedEvent, { ...(HERON[1] as ListedEvent), date: '2024-02-21' }]),
      [
        'requests/docket heron|outcome_as_of: 2024-02-20 > 2024-02-21',
        'requests/events heron|2024-02-20|closed: listed > ',
        'requests/events heron|2024-02-21|closed:  > listed',
      ],
    ],
    [
      'a state moved into the closed quarter',
      listed({}, [...HERON, event('2024-06-30', 'objected', { request: 'ibis' })]),
      [
        'requests/docket ibis|outcome: received_not_answered > objection_pending',
        'requests/docket ibis|outcome_as_of: 2024-05-02 > 2024-06-30',
        'requests/docket ibis|days_to_answer:  > 59',
        'requests/events ibis|2024-06-30|objected:  > listed',
      ],
    ],
    [
      'a certificate that is gone',
      listed({}, HERON, { zeros: [] }),
      ['requests/certified-zeros 2024-Q1|civil_subpoena|_T|2024-04-02: listed > '],
    ],
    [
      'a certificate that runs longer',
      listed({}, HERON, { zeros: [{ ...ZERO, expiresOn: '2026-01-01' }] }),
      ['requests/certified-zeros 2024-Q1|civil_subpoena|_T|2024-04-02|expires_on: 2025-04-02 > 2026-01-01'],
    ],
  ])('%s', (_, after, changes) => {
    expect(told(after)).toEqual(changes);
  });

  test('a request that is gone, with what happened to it', () => {
    const { docket, events, zeros } = listed();
    const without = {
      docket: docket.filter(({ request: id }) => id !== 'heron'),
      events: events.filter(({ request: id }) => id !== 'heron'),
      zeros,
    };
    expect(told(without)).toEqual([
      'requests/docket heron: listed > ',
      'requests/events heron|2024-02-06|disclosed: listed > ',
      'requests/events heron|2024-02-20|closed: listed > ',
    ]);
    expect(told(listed(), without)[0]).toBe('requests/docket heron:  > listed');
  });

  test('tells two statements of one day apart', () => {
    const say = (statement: string) =>
      event('2024-02-10', 'statement', { request: 'heron', office: 'Clerk', statement, source: 'Notice' });
    expect(told(listed({}, [say('One'), say('Three')]), listed({}, [say('One'), say('Two')]))).toEqual([
      'requests/events heron|2024-02-10|statement|2|statement: Two > Three',
    ]);
  });
});

describe('listDocketChanges of news', () => {
  test.each<[string, Listed]>([
    ['nothing new', listed()],
    [
      'what happened to an open request since',
      listed({}, [
        ...HERON,
        event('2024-07-01', 'objected', { request: 'ibis' }),
        event('2024-08-01', 'closed', { request: 'ibis', outcome: 'declined' }),
      ]),
    ],
    [
      'what was said of a closed request since',
      listed({}, [
        ...HERON,
        event('2024-07-02', 'statement', { request: 'heron', office: 'Clerk', statement: 'A', source: 'B' }),
      ]),
    ],
    ['a public document more', listed({ documents: ['https://port.example/a'] })],
    ['a certificate more', listed({}, HERON, { zeros: [ZERO, { ...ZERO, signedOn: '2024-05-01' }] })],
  ])('%s', (_, after) => {
    expect(told(after)).toEqual([]);
  });

  test('a request that came in since', () => {
    const { docket, events, zeros } = listed();
    const state = requestState('2024-07-01', []);
    const lark = {
      ...(docket[0] as ListedRequest),
      request: 'lark',
      received: '2024-07-01',
      outcome: state.outcome,
      outcomeAsOf: state.asOf,
      left: state.left,
      daysToAnswer: null,
    };
    expect(told({ docket: [...docket, lark], events, zeros })).toEqual([]);
    expect(told({ docket: [...docket, { ...lark, received: '2024-06-30' }], events, zeros })).toEqual([
      'requests/docket lark:  > listed',
    ]);
  });

  test('a public document less is no news', () => {
    const documented = listed({ documents: ['https://port.example/a'] });
    expect(told(listed(), documented)).toEqual([
      'requests/docket heron|documents: https://port.example/a > ',
    ]);
  });
});
