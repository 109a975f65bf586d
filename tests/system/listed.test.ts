/**
 * Counts of requests with and without those that are listed by name. One request of the press, with a page, came in
 * in 2024-Q1 and was closed in 2024-Q2; nobody else asked but the state, once.
 *
 *   received, 2024-Q1    published  listed  without a page
 *   press                        1       1               0
 *   state                        1       0               1
 *   all                          2       1               1
 */
import { describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/program/cell.ts';
import { CLOSED, OPEN, RECEIVED } from '../../src/program/docket-plan.ts';
import { cubeRows } from '../../src/release/layout.ts';
import { editionsOf, joinEditions } from '../../src/system/editions/join-editions.ts';
import { addListed, countListed, type Listing, takeOffListed } from '../../src/system/listed.ts';
import { gatherFacts } from '../../src/verify/facts.ts';
import { SHAPE } from '../requests/port.ts';

const requests: Listing = {
  docket: [
    {
      request: 'amber',
      received: '2024-02-01',
      requester: 'press',
      agency: 'A newspaper',
      instrument: 'public_records_request',
      department: 'Clerk',
      servedOn: 'office',
      heldBy: 'office',
      asksFor: 'How many cards there are',
      people: null,
      due: '',
      documents: [],
      outcome: 'disclosed_in_full',
      outcomeAsOf: '2024-05-01',
      left: 'aggregate_only',
      daysToAnswer: 90,
    },
  ],
  events: [
    {
      request: 'amber',
      date: '2024-05-01',
      kind: 'closed',
      outcome: 'disclosed_in_full',
      left: null,
      office: '',
      statement: '',
      source: '',
    },
  ],
};
const release = { ...SHAPE, requests };
const STATE = ['2024-Q1', '_T', 'state'];
const PRESS = ['2024-Q1', '_T', 'press'];

function unlisted(): ReadonlyMap<string, readonly PublishedCell[]> {
  return new Map(
    SHAPE.declaration.measures.map((measure) => [
      measure.id,
      cubeRows(SHAPE, measure).map((codes): PublishedCell => {
        const isState = measure.id === RECEIVED && codes[2] === 'state' && codes[0] === '2024-Q1';
        return isState
          ? { codes, count: null, status: 'c', note: '' }
          : { codes, count: 0, status: '', note: '' };
      }),
    ]),
  );
}

describe('countListed', () => {
  test.each([
    [RECEIVED, PRESS, 1],
    [RECEIVED, STATE, 0],
    [RECEIVED, ['2024-Q1', 'not_signed_by_judge', '_T'], 1],
    [RECEIVED, ['2024-Q2', '_T', 'press'], 0],
    [RECEIVED, ['_T', '_T', '_T'], 1],
    [RECEIVED, ['..2024-01', '_T', '_T'], 0],
    [RECEIVED, ['2024', 'public_records_request', '_T'], 1],
    [CLOSED, ['2024-Q2', '_T', '_T', 'disclosed_in_full', '_T'], 1],
    [CLOSED, ['2024-Q2', '_T', '_T', '_T', 'nothing'], 0],
    [CLOSED, ['2024-Q1', '_T', '_T', '_T', '_T'], 0],
    [OPEN, ['2024-Q1', '_T', 'press'], 1],
    [OPEN, ['2024-Q2', '_T', 'press'], 0],
    ['cards-issued', ['2024-Q1', 'press'], 0],
  ])('finds in %s %s %i', (measure, codes, count) => {
    expect(countListed(release)(measure, codes)).toBe(count);
  });

  test('refuses a docket that does not say which requests it lists', () => {
    expect(() => countListed(SHAPE)).toThrow('internal error');
  });
});

describe('addListed and takeOffListed', () => {
  const published = addListed(release, unlisted());
  const cellAt = (measure: string, codes: readonly string[]) =>
    published.get(measure)?.find((cell) => cell.codes.join() === codes.join());

  test('the press of the register is counted, and no zero says otherwise', () => {
    expect(cellAt(RECEIVED, PRESS)?.count).toBe(1);
    expect(cellAt(RECEIVED, ['2024-Q1', 'public_records_request', '_T'])?.count).toBe(1);
    expect(cellAt(OPEN, PRESS)?.count).toBe(1);
    expect(cellAt(RECEIVED, STATE)?.count).toBeNull();
  });

  test('what is read back is what was staged', () => {
    expect(takeOffListed(release, published)).toEqual(unlisted());
  });

  test('the attack knows of all requests but the listed ones', () => {
    const trial = { ...release, cubes: published, changes: [] };
    const system = joinEditions(editionsOf([trial]));
    const figures = [{ cell: `${RECEIVED}|${PRESS.join('|')}`, lower: 1, upper: 3 }];
    const { given, lower, upper } = gatherFacts(system, [trial], figures);
    const at = system.index.get(`${RECEIVED}|${PRESS.join('|')}`) ?? -1;
    expect([given[at], lower[at], upper[at]]).toEqual([0, 0, 2]);
  });

  test('figures on the record speak of what the newest release lists that lists any', () => {
    const none: Listing = { docket: [], events: [] };
    const { declaration } = SHAPE;
    const measures = declaration.measures.filter(({ id }) => id === 'cards-issued');
    const releases = [
      ...[none, none, requests].map((each) => ({ ...SHAPE, requests: each, cubes: new Map(), changes: [] })),
      { ...SHAPE, declaration: { ...declaration, measures }, requests: null, cubes: new Map(), changes: [] },
    ];
    const system = joinEditions(editionsOf([{ ...release, cubes: new Map(), changes: [] }]));
    const at = system.index.get(`${RECEIVED}|${PRESS.join('|')}`) ?? -1;
    const figures = [{ cell: `${RECEIVED}|${PRESS.join('|')}`, lower: 3, upper: 5 }];
    const { lower, upper } = gatherFacts(system, releases, figures);
    expect([lower[at], upper[at]]).toEqual([2, 4]);
    const plain = gatherFacts(system, releases.slice(-1), figures);
    expect([plain.lower[at], plain.upper[at]]).toEqual([3, 5]);
  });
});
