/** Declared rules on records that do not fit together, or the rest of `program.json`. */
import { expect, test } from 'vitest';
import { parseProgram } from '../../../src/program/parse-program.ts';

const AGES = {
  id: 'age',
  label: 'Age',
  codes: [
    { code: 'young', label: 'Young' },
    { code: 'old', label: 'Old' },
  ],
};
const CARDS = { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['age'] };
const CHANNEL = {
  id: 'online',
  label: 'Online',
  keeps: 'The application.',
  until: 'Two years',
  accordingTo: 'Nobody',
  leavesRecords: 'yes',
};
const SAYS = { accordingTo: 'An ordinance' };
const VALIDITY = [
  { age: 'young', label: 'Young', years: 2, ...SAYS },
  { age: 'old', label: 'Old', years: 'never', ...SAYS },
];
const COUNTS = { measure: 'cards-issued', period: 'year', cells: [{}], age: 'age' };
const GROUP = {
  id: 'card',
  label: 'With a card',
  channel: 'online',
  after: 'expiry',
  years: 3,
  ...SAYS,
  counts: COUNTS,
};
const WHAT_IF = { id: 'printed', label: 'At printing', after: 'decision', years: 0 };

function placesOf(records: Readonly<Record<string, unknown>>): string[] {
  const program = {
    id: 'testville',
    name: 'Testville card',
    city: 'Testville',
    nature: 'invented',
    standing: 'Invented figures.',
    summary: 'A program for tests.',
    tallies: 'confidential',
    period: { from: '2024-01', levels: ['month', 'year'] },
    dimensions: [AGES],
    measures: [CARDS],
    channels: [CHANNEL],
    records: { validity: VALIDITY, groups: [GROUP], whatIf: [WHAT_IF], ...records },
    licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  };
  const read = parseProgram(JSON.stringify(program), 'program.json');
  return read.ok ? [] : read.problems.map(({ column, code, message }) => `${column} ${code}: ${message}`);
}

test('parseProgram takes rules on records, and people of whom no rule is on the record', () => {
  const { after: _, years: __, ...unknown } = GROUP;
  expect(placesOf({})).toEqual([]);
  expect(placesOf({ groups: [GROUP, unknown] })).toEqual([]);
});

test('parseProgram refuses a what-if with a negative period', () => {
  expect(placesOf({ whatIf: [{ ...WHAT_IF, years: -1 }] })).toEqual([
    'records.whatIf.0.years schema: a number of years cannot be negative.',
  ]);
});

test('parseProgram refuses rules that keep records for a negative time, or a card valid for one', () => {
  expect(placesOf({ groups: [{ ...GROUP, years: -3 }] })[0]).toMatch(/^records\.groups\.0\.years schema/);
  expect(placesOf({ validity: [{ ...VALIDITY[0], years: -2 }, VALIDITY[1]] })[0]).toMatch(
    /^records\.validity\.0\.years schema/,
  );
});

test('parseProgram refuses half a rule', () => {
  expect(placesOf({ groups: [{ ...GROUP, years: undefined }] })[0]).toMatch(/^records half-rule/);
  expect(placesOf({ whatIf: [{ ...WHAT_IF, without: 'online' }] })[0]).toMatch(/^records half-rule/);
  expect(placesOf({ whatIf: [{ id: 'none', label: 'Nothing' }] })[0]).toMatch(/^records half-rule/);
});

test('parseProgram refuses rules of channels, measures and codes that are not declared', () => {
  expect(placesOf({ groups: [{ ...GROUP, channel: 'post' }] })[0]).toMatch(/^records unknown-channel/);
  expect(placesOf({ whatIf: [{ id: 'no', label: 'No post', without: 'post' }] })[0]).toMatch(
    /^records unknown-channel/,
  );
  const counted = (counts: object) => placesOf({ groups: [{ ...GROUP, counts: { ...COUNTS, ...counts } }] });
  expect(counted({ measure: 'applications' })[0]).toMatch(/^records unknown-measure/);
  expect(counted({ cells: [{ age: 'ancient' }] })[0]).toMatch(/^records unknown-code/);
});

test('parseProgram refuses years after expiry where nobody knows when cards expire', () => {
  expect(placesOf({ validity: VALIDITY.slice(0, 1) })[0]).toMatch(/^records no-validity/);
  expect(placesOf({ groups: [{ ...GROUP, counts: { ...COUNTS, age: undefined } }] })[0]).toMatch(
    /^records no-age/,
  );
});
