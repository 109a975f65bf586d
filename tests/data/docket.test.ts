/** The invented city's docket: what the generator writes, and that it shows everything that can happen to a request. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { makeDocket } from '../../scripts/seed/docket.ts';
import { REQUESTS } from '../../scripts/seed/docket-text.ts';
import { releaseEnd } from '../../src/program/period.ts';
import { CLOSED_OUTCOMES, INSTRUMENTS, REQUESTERS } from '../../src/program/request.ts';
import { requestState } from '../../src/program/request-state.ts';
import type { Docket } from '../../src/requests/docket.ts';
import { hasPage } from '../../src/requests/list-requests.ts';
import { ownDocket } from '../../src/tallies/docket/docket-source.ts';
import { readDocket } from '../../src/tallies/docket/read-docket.ts';
import { readProgram } from './programs.ts';

const FOLDER = 'data/programs/example-city/tallies';
const { k, period } = readProgram('example-city');
let docket: Docket;

beforeAll(async () => {
  const read = await readDocket(ownDocket(FOLDER), {
    from: period?.from ?? '',
    end: releaseEnd('2025-Q2') ?? 0,
    fiscalYearStartMonth: period?.fiscalYearStartMonth ?? 1,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  docket = read.value;
});

test('makeDocket gives the files in the repository, byte for byte', () => {
  for (const [name, text] of makeDocket()) expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).toBe(text);
});

test('the docket has every instrument, requester, outcome and open state, and one request that may not be told', () => {
  const states = docket.requests.map(({ received, events }) => requestState(received, events).outcome);
  const open = ['received_not_answered', 'awaiting_requester', 'objection_pending', 'in_court'];
  expect(new Set(docket.requests.map(({ instrument }) => instrument))).toEqual(new Set(INSTRUMENTS));
  expect(new Set(docket.requests.map(({ requester }) => requester))).toEqual(new Set(REQUESTERS));
  expect(new Set(states)).toEqual(new Set([...CLOSED_OUTCOMES, ...open]));
  expect(REQUESTS.trim().split(/\n(?! )/)).toHaveLength(docket.requests.length + 1);
});

test('some forty requests, about half of them with a page', () => {
  const listed = docket.requests.filter((request) => hasPage(request, k));
  expect(docket.requests.length).toBeGreaterThanOrEqual(40);
  expect(listed.length).toBeGreaterThan(docket.requests.length / 3);
});

test('no request with a page is named so that others can be counted between', () => {
  for (const { request } of docket.requests) expect(request).not.toMatch(/\d/);
});

test('every statement says that it is invented', () => {
  const statements = docket.requests
    .flatMap(({ events }) => events)
    .filter(({ statement }) => statement !== '');
  expect(statements.length).toBeGreaterThan(15);
  for (const { source } of statements) expect(source).toMatch(/invented/i);
});
