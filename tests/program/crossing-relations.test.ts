// Relations that say the same of the same counts, each by dimensions of its own, are refused where a program is read.
import { describe, expect, test } from 'vitest';
import { parseProgram } from '../../src/program/parse-program.ts';

const codes = (...names: readonly string[]) => names.map((code) => ({ code, label: code }));
const DIMENSIONS = [
  {
    id: 'area',
    label: 'Area',
    codes: [
      ...[
        ['harbor', 'east', 'wet'],
        ['middle', 'east', 'dry'],
        ['hill', 'west', 'dry'],
        ['south', 'west', 'dry'],
      ].map(([code, district, region]) => ({ code, label: code, parents: { district, region } })),
      ...codes('east', 'west').map((code) => ({ ...code, level: 'district' })),
      ...codes('wet', 'dry').map((code) => ({ ...code, level: 'region' })),
    ],
  },
  { id: 'channel', label: 'Channel', codes: codes('counter', 'event', 'online') },
  { id: 'age', label: 'Age', codes: codes('young', 'old') },
];
const ALL = ['area', 'channel', 'age'];
const measure = (id: string, kind = 'flow') => ({ id, label: id, unit: id, kind, dimensions: ALL });

const PROGRAM = {
  id: 'testville',
  name: 'Testville card',
  city: 'Testville',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for tests.',
  tallies: 'confidential',
  period: {
    from: '2024-01',
    levels: ['month', 'quarter', 'half-year', 'year', 'fiscal-year'],
    fiscalYearStartMonth: 4,
  },
  dimensions: DIMENSIONS,
  measures: [
    measure('cards-issued'),
    measure('applications'),
    measure('records-held', 'stock'),
    measure('cards-held', 'stock'),
  ],
  tables: [],
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

const CARDS = [{ measure: 'cards-issued' }];
const APPLICATIONS = [{ measure: 'applications' }];
const BASE = {
  why: 'Every card comes from one application.',
  sense: 'at-most',
  period: 'quarter',
  left: CARDS,
  right: APPLICATIONS,
};
/** By dimensions whose level has their own name. */
const by = (...names: readonly string[]) => ({ by: Object.fromEntries(names.map((name) => [name, name])) });
const held = (measure: string, code: object) => [{ measure, codes: code }];
const ONLINE = {
  left: held('cards-issued', { channel: 'online' }),
  right: held('applications', { channel: 'online' }),
};

function problemsOf(...relations: readonly object[]) {
  const named = relations.map((relation, at) => ({ ...BASE, id: `relation-${at + 1}`, ...relation }));
  const read = parseProgram(JSON.stringify({ ...PROGRAM, relations: named }, null, 2), 'program.json');
  return read.ok ? [] : read.problems;
}

const placesOf = (...relations: readonly object[]) =>
  problemsOf(...relations).map(({ column, code }) => `${column} ${code}`);

const CROSS = ['relations.relation-2 crossing-relations'];

describe('parseProgram of two relations of the same counts', () => {
  test('by area and by channel: refused, with line, reason and remedy', () => {
    const [problem] = problemsOf(by('area'), by('channel'));
    expect(problem).toMatchObject({
      file: 'program.json',
      column: 'relations.relation-2',
      message:
        'Relation "relation-2" says the same of the same counts as "relation-1": one by channel, the other by area. Readers put both together, and nothing protects what that tells them.',
      fix: 'Declare it once, by area and channel together. If it does not hold so, keep only one of the two.',
    });
    expect(problem?.line).toBeGreaterThan(1);
  });

  test.each([
    ['pairs of three dimensions', by('area', 'age'), by('area', 'channel')],
    ['equalities', { sense: 'equal', ...by('area') }, { sense: 'equal', ...by('age') }],
    [
      'equalities the other way round',
      { sense: 'equal', ...by('area') },
      { sense: 'equal', left: APPLICATIONS, right: CARDS, ...by('age') },
    ],
    ['an equality and "at most"', { sense: 'equal', ...by('area') }, by('age')],
    ['levels that overlap', { by: { area: 'district' } }, { by: { area: 'region' } }],
    [
      'shorter periods, other dimensions',
      { period: 'month', ...by('area') },
      { period: 'year', ...by('channel') },
    ],
    ['shorter periods, fewer dimensions', { period: 'month' }, { period: 'year', ...by('area') }],
    ['years that overlap', { period: 'year' }, { period: 'fiscal-year' }],
    ['half-years that overlap fiscal years', { period: 'half-year' }, { period: 'fiscal-year' }],
    ['one code by age, all by area', { ...ONLINE, ...by('age') }, by('area')],
    [
      'one code each, of two dimensions',
      ONLINE,
      {
        left: held('cards-issued', { age: 'young' }),
        right: held('applications', { age: 'young' }),
      },
    ],
    [
      'stocks of years by area and of months by channel',
      {
        period: 'year',
        left: [{ measure: 'cards-held' }],
        right: [{ measure: 'records-held' }],
        ...by('area'),
      },
      {
        period: 'month',
        left: [{ measure: 'cards-held' }],
        right: [{ measure: 'records-held' }],
        ...by('channel'),
      },
    ],
    [
      'the order of terms aside',
      {
        left: [{ measure: 'cards-issued' }, { measure: 'records-held', lag: 1 }],
        right: [{ measure: 'records-held' }],
        ...by('area'),
      },
      {
        left: [{ measure: 'records-held', lag: 1 }, { measure: 'cards-issued' }],
        right: [{ measure: 'records-held' }],
        ...by('channel'),
      },
    ],
    [
      'what stands on both sides aside',
      by('area'),
      {
        left: [...CARDS, { measure: 'records-held' }],
        right: [{ measure: 'records-held' }, ...APPLICATIONS],
        ...by('channel'),
      },
    ],
  ])('%s: refused', (_, one, other) => {
    expect(placesOf(one, other)).toEqual(CROSS);
    expect(placesOf(other, one)).toEqual(CROSS);
  });

  test.each([
    ['one by both', by('area'), by('area', 'channel')],
    ['one in total', {}, by('area')],
    ['levels of one hierarchy', { by: { area: 'area' } }, { by: { area: 'district' } }],
    ['a level and more', { by: { area: 'district' } }, { by: { area: 'area', channel: 'channel' } }],
    ['months and years by area', { period: 'month', ...by('area') }, { period: 'year', ...by('area') }],
    ['months by area, years in total', { period: 'month', ...by('area') }, { period: 'year' }],
    ['half-years that years are made of', { period: 'half-year' }, { period: 'year' }],
    ['one code by age, all by channel', { ...ONLINE, ...by('age') }, by('channel')],
    ['one code by age, all by age', { ...ONLINE, ...by('age') }, by('age')],
    [
      'codes that lie apart',
      { ...ONLINE, ...by('age') },
      {
        left: held('cards-issued', { channel: 'event' }),
        right: held('applications', { channel: 'event' }),
        ...by('area'),
      },
    ],
    [
      'other codes on one side',
      by('area'),
      {
        left: held('cards-issued', { age: 'old' }),
        ...by('channel'),
      },
    ],
    ['another measure', by('area'), { left: [{ measure: 'records-held' }], ...by('channel') }],
    [
      'a lag on one of them',
      {
        left: [{ measure: 'records-held' }],
        ...by('area'),
      },
      {
        left: [{ measure: 'records-held', lag: 1 }],
        ...by('channel'),
      },
    ],
    [
      'a term twice on one of them',
      by('area'),
      { right: [...APPLICATIONS, ...APPLICATIONS], ...by('channel') },
    ],
    [
      'stocks at the end of both kinds of year',
      {
        period: 'year',
        left: [{ measure: 'cards-held' }],
        right: [{ measure: 'records-held' }],
        ...by('area'),
      },
      {
        period: 'fiscal-year',
        left: [{ measure: 'cards-held' }],
        right: [{ measure: 'records-held' }],
        ...by('channel'),
      },
    ],
  ])('%s: taken', (_, one, other) => {
    expect(placesOf(one, other)).toEqual([]);
    expect(placesOf(other, one)).toEqual([]);
  });

  test.each([
    [
      { by: { area: 'district' } },
      { by: { area: 'region' } },
      'Declare it once, by codes of area that divide those of both.',
    ],
    [
      { period: 'month', ...by('area') },
      { period: 'year', ...by('channel') },
      'Declare it once, by month, area and channel together.',
    ],
    [{ period: 'year' }, { period: 'fiscal-year' }, 'Declare it once, by periods that divide those of both.'],
    [{ by: { area: 'district' } }, by('age'), 'Declare it once, by area (district) and age together.'],
    [{ ...ONLINE, ...by('age') }, by('area'), 'Declare "relation-1" by age and area together.'],
  ])('%j and %j: says how to declare it once', (one, other, fix) => {
    const [problem] = problemsOf(one, other);
    expect(problem?.fix).toBe(`${fix} If it does not hold so, keep only one of the two.`);
  });

  test('three that are pairs of three dimensions: each after the first is named', () => {
    expect(placesOf(by('area', 'age'), by('area', 'channel'), by('age', 'channel'))).toEqual([
      ...CROSS,
      'relations.relation-3 crossing-relations',
    ]);
  });

  test('names that are not known: told first, and alone', () => {
    expect(placesOf(by('area'), by('chanel'))).not.toContain(CROSS[0]);
    expect(placesOf(by('area'), by('chanel'))).not.toEqual([]);
  });
});
