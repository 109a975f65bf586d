/** Which requests have a page, and what is published of them. */
import { expect, test } from 'vitest';
import type { CertifiedZero } from '../../src/formats/zeros-file.ts';
import type { PublishedCell } from '../../src/program/cell.ts';
import { listRequests } from '../../src/requests/list-requests.ts';
import { printZeros } from '../../src/requests/print-zeros.ts';
import { docketOf, event, K, request } from './port.ts';

test('listRequests lists requests about k or more people or the whole program, with their events alone', () => {
  const small = request('small', '2024-01-05', K - 1, {
    events: [event('2024-01-06', 'objected', { request: 'small' })],
  });
  const large = request('large', '2024-01-07', K, {
    events: [event('2024-01-10', 'refused', { request: 'large' })],
  });
  const listing = listRequests(
    docketOf(small, request('unknown', '2024-01-06', null), large, request('all', '2024-02-01', 'program')),
    K,
  );
  expect(
    listing.docket.map(({ request: id, people, outcome, daysToAnswer }) => [
      id,
      people,
      outcome,
      daysToAnswer,
    ]),
  ).toEqual([
    ['large', K, 'awaiting_requester', 3],
    ['all', null, 'received_not_answered', null],
  ]);
  expect(listing.events.map(({ request: id }) => id)).toEqual(['large']);
});

test('printZeros prints a certificate only where its cell is published', () => {
  const zero = (instrument: CertifiedZero['instrument']): CertifiedZero => ({
    period: '2024-Q1',
    instrument,
    requester: '_T',
    signedOn: '2024-04-02',
    signedBy: 'Clerk',
    expiresOn: '2024-10-01',
  });
  const cell = (instrument: string, count: number | null): PublishedCell => ({
    codes: ['2024-Q1', instrument, '_T'],
    count,
    status: count === null ? 'c' : '',
    note: '',
  });
  const received = [cell('civil_subpoena', 0), cell('search_warrant', null)];
  const printed = printZeros([zero('civil_subpoena'), zero('search_warrant')], received);
  expect(printed.map(({ instrument }) => instrument)).toEqual(['civil_subpoena']);
});
