// `findBreaches`: what was published stays published as it was, and what was withheld stays withheld.
import { expect, test } from 'vitest';
import type { PublishedCell } from '../../../src/program/cell.ts';
import { findBreaches } from '../../../src/release/changes/continuity.ts';
import { cell, withheld } from '../small-release.ts';

const CHANNELS = ['event', 'online'];
const holding = (release: string, ...cells: PublishedCell[]) => ({
  ...coded(CHANNELS),
  release,
  cubes: new Map([['cards-issued', cells]]),
  changes: [],
});

/** The measure by way of applying, which has these codes. */
function coded(channels: readonly string[], dimensions = ['channel']) {
  const codes = channels.map((code) => ({ code, label: code, level: 'channel' }));
  return {
    codelists: [{ dimension: 'channel', codes, rollups: [] }],
    declaration: {
      measures: [
        {
          id: 'cards-issued',
          label: 'Cards',
          unit: 'cards',
          kind: 'flow' as const,
          dimensions,
          people: false,
          absentRows: 'zero' as const,
        },
      ],
    },
  };
}

function kindsOf(before: PublishedCell, ...after: PublishedCell[]): string[] {
  return findBreaches([holding('2024-Q1', before)], holding('2024-Q2', ...after)).map(({ kind }) => kind);
}

const published = cell('2024-Q1|event', 40);
const missing: PublishedCell = { codes: ['2024-Q1', 'event'], count: null, status: 'x', note: 'Lost' };

test('the same count again is no breach', () => expect(kindsOf(published, published)).toEqual([]));
test('another count is one', () =>
  expect(kindsOf(published, cell('2024-Q1|event', 41))).toEqual(['changed']));
test('no count any more is one', () => expect(kindsOf(published, missing)).toEqual(['lost']));
test('a published cell that is withheld is one', () =>
  expect(kindsOf(published, withheld('2024-Q1|event'))).toEqual(['withheld']));
test('a published cell that is left out is one', () => expect(kindsOf(published)).toEqual(['left-out']));
test('a withheld cell that is shown is one', () =>
  expect(kindsOf(withheld('2024-Q1|event'), published)).toEqual(['revealed']));
test('a withheld cell that would be told to be zero is one; one that is not available any more is none', () => {
  const zero: PublishedCell = { codes: ['2024-Q1', 'event'], count: null, status: 'z', note: 'Not open' };
  expect(kindsOf(withheld('2024-Q1|event'), zero)).toEqual(['revealed']);
  expect(kindsOf(withheld('2024-Q1|event'), missing)).toEqual([]);
});
test('a withheld cell that is left out is none', () =>
  expect(kindsOf(withheld('2024-Q1|event'))).toEqual([]));
test('a zero that cannot be otherwise any more is none; another count that becomes so is one', () => {
  const zero: PublishedCell = { codes: ['2024-Q1', 'event'], count: null, status: 'z', note: 'Not open' };
  expect(kindsOf(cell('2024-Q1|event', 0), zero)).toEqual([]);
  expect(kindsOf(published, zero)).toEqual(['lost']);
});
test('a missing count that arrives is none', () => expect(kindsOf(missing, published)).toEqual([]));

test('a total to date is another cell in every release', () => {
  expect(kindsOf(cell('_T|event', 40), cell('_T|event', 90))).toEqual([]);
  const revised = findBreaches(
    [holding('2024-Q1', cell('_T|event', 40))],
    holding('2024-Q1-r1', cell('_T|event', 90)),
  );
  expect(revised).toMatchObject([{ kind: 'changed', release: '2024-Q1', codes: ['_T', 'event'] }]);
});

test('codes by which totals to date were published may be joined by others, and not taken out', () => {
  const before = holding('2024-Q1', cell('_T|event', 40));
  const then = (...as: Parameters<typeof coded>) =>
    findBreaches([before], { ...holding('2024-Q2'), ...coded(...as) }).map(({ kind }) => kind);
  expect(then(['event', 'online', 'post'])).toEqual([]);
  expect(then(['event'])).toEqual(['left-out']);
  expect(then(CHANNELS, [])).toEqual(['left-out']);
  const hidden = holding('2024-Q1', withheld('_T|event'));
  expect(findBreaches([hidden], { ...holding('2024-Q2'), ...coded(['event']) })).toEqual([]);
});
