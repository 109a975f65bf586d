// Counts that are never more than others of another measure, found before a release.
import { expect, test } from 'vitest';
import { type Coincidence, findCoincidences } from '../../src/cube/coincidences/find-coincidences.ts';
import { seriesOf } from '../../src/cube/coincidences/series.ts';
import { type Codelist, TOTAL } from '../../src/program/codelist.ts';
import type { Measure, Relation } from '../../src/program/program.ts';

const QUARTERS = Array.from({ length: 24 }, (_, at) => `${2019 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
const CHANNEL: Codelist = {
  dimension: 'channel',
  codes: ['event', 'online'].map((code) => ({ code, label: code, level: 'channel' })),
  rollups: ['event', 'online'].map((code) => ({ code, hierarchy: 'channel', parent: TOTAL })),
};

/**
 * Of each quarter and channel: applications, and the cards that come of them, a few less.
 *
 *   2019-Q1   event  37, 34   online  21, 19   ...
 */
const APPLICATIONS = QUARTERS.map((_, at) => [30 + ((at * 7) % 13), 18 + ((at * 5) % 11)] as const);
const CARDS = APPLICATIONS.map(([event, online], at) => [event - (at % 4), online - (at % 3)] as const);

type Rows = readonly (readonly [number, number])[];

function measureOf(id: string, rows: Rows, kind = 'flow') {
  const measure = { id, label: id, unit: id, kind, dimensions: ['channel'] } as unknown as Measure;
  const countOf = ([period = '', code]: readonly string[]) => {
    const [event, online] = rows[QUARTERS.indexOf(period)] ?? [0, 0];
    const count = { [TOTAL]: event + online, event, online }[code ?? ''] ?? Number.NaN;
    return { kind: 'known' as const, count, people: null };
  };
  return { measure, series: seriesOf(measure, [CHANNEL], QUARTERS, countOf) };
}

function found(cards: Rows, applications: Rows, known: readonly Relation[] = []): Coincidence[] {
  return among([measureOf('cards', cards), measureOf('applications', applications)], known);
}

function among(measures: readonly ReturnType<typeof measureOf>[], known: readonly Relation[]): Coincidence[] {
  const decided = { declared: known, rejected: [], crosses: () => undefined };
  return findCoincidences([{ level: 'quarter', codelists: [CHANNEL], measures }], decided);
}

const CARDS_WITHIN: Relation = {
  id: 'cards-within-applications',
  why: 'Every card comes of an application.',
  sense: 'at-most',
  period: 'quarter',
  by: { channel: 'channel' },
  left: [{ measure: 'cards', codes: {} }],
  right: [{ measure: 'applications', codes: {} }],
};

test('a count that comes close and is never more is found, at every code', () => {
  expect(found(CARDS, APPLICATIONS)).toEqual([
    { relation: { ...CARDS_WITHIN, id: 'cards-and-applications-1', why: '' }, rows: 48 },
  ]);
});

test.each<[string, Rows, Rows]>([
  ['once more', CARDS.with(5, [60, 40]), APPLICATIONS.with(5, [59, 30])],
  ['much smaller', CARDS.map(() => [3, 2] as const), APPLICATIONS],
  [
    'seen in two quarters alone',
    CARDS.map((row, at) => (at < 2 ? row : [0, 0])),
    APPLICATIONS.map((row, at) => (at < 2 ? row : [0, 0])),
  ],
])('a count that is %s is not', (_, cards, applications) => {
  expect(found(cards, applications)).toEqual([]);
});

test.each<[string, Relation]>([
  ['declared', CARDS_WITHIN],
  ['declared of longer periods', { ...CARDS_WITHIN, period: 'year' }],
  ['declared as equal', { ...CARDS_WITHIN, sense: 'equal' }],
])('what is %s is not found again', (_, known) => {
  expect(found(CARDS, APPLICATIONS, [known])).toEqual([]);
});

test('what is declared code by code is known of all of them', () => {
  const at = (channel: string): Relation => ({
    ...CARDS_WITHIN,
    by: {},
    left: [{ measure: 'cards', codes: { channel } }],
    right: [{ measure: 'applications', codes: { channel } }],
  });
  expect(found(CARDS, APPLICATIONS, [at('event'), at('online')])).toEqual([]);
  expect(found(CARDS, APPLICATIONS, [at('event')])).toHaveLength(1);
});

/** Online every application leaves a record; at an event none does. */
const RECORDS = APPLICATIONS.map(
  (_, at) => [0, APPLICATIONS.slice(0, at + 1).reduce((sum, [, online]) => sum + online, 0)] as const,
);
const ONLINE = { channel: 'online' };
const CARDS_LEAVE_RECORDS: Relation = {
  id: 'cards-and-records-1',
  why: '',
  sense: 'at-most',
  period: 'quarter',
  by: {},
  left: [
    { measure: 'cards', codes: ONLINE },
    { measure: 'records', codes: ONLINE, lag: 1 },
  ],
  right: [{ measure: 'records', codes: ONLINE }],
};

test('a count that is never more than what a stock grew by is found, at one code too', () => {
  const measures = [measureOf('cards', CARDS), measureOf('records', RECORDS, 'stock')];
  expect(among(measures, [])).toEqual([{ relation: CARDS_LEAVE_RECORDS, rows: 23 }]);
  expect(among(measures, [CARDS_LEAVE_RECORDS])).toEqual([]);
});

test('nor is it found again where it follows from two rules, one for another in a sum', () => {
  const measures = [
    measureOf('cards', CARDS),
    measureOf('applications', APPLICATIONS),
    measureOf('records', RECORDS, 'stock'),
  ];
  const records: Relation = {
    ...CARDS_LEAVE_RECORDS,
    sense: 'equal',
    left: CARDS_LEAVE_RECORDS.right,
    right: [
      { measure: 'records', codes: ONLINE, lag: 1 },
      { measure: 'applications', codes: ONLINE },
    ],
  };
  expect(among(measures, [CARDS_WITHIN, records])).toEqual([]);
  expect(among(measures, [records]).map(({ relation }) => relation.id)).toEqual(['cards-and-applications-1']);
});
