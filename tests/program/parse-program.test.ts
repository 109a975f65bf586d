import { describe, expect, test } from 'vitest';
import { parseProgram } from '../../src/program/parse-program.ts';

const KIND = {
  id: 'kind',
  label: 'Kind',
  codes: [
    { code: 'new', label: 'New' },
    { code: 'renewal', label: 'Renewal' },
  ],
};
const CARDS = { id: 'cards-issued', label: 'Cards', unit: 'cards', kind: 'flow', dimensions: ['kind'] };
const HELD = { id: 'records-held', label: 'Records', unit: 'people', kind: 'stock', dimensions: [] };
const TABLE = {
  id: 'cards-by-kind',
  measure: 'cards-issued',
  title: 'Cards by kind',
  levels: { period: 'month', kind: 'kind' },
};
const RELATION = {
  id: 'same',
  why: 'Because.',
  sense: 'equal',
  period: 'month',
  left: [{ measure: 'cards-issued' }],
  right: [{ measure: 'cards-issued' }],
};

const SOUND = {
  id: 'testville',
  name: 'Testville card',
  city: 'Testville',
  nature: 'invented',
  standing: 'Invented figures.',
  summary: 'A program for tests.',
  tallies: 'confidential',
  period: { from: '2024-01', levels: ['month', 'year'] },
  dimensions: [KIND],
  measures: [CARDS, HELD],
  tables: [TABLE],
  relations: [RELATION],
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** `column code` of every problem of the sound program with some keys replaced. */
function placesOf(changes: Readonly<Record<string, unknown>>): string[] {
  const read = parseProgram(JSON.stringify({ ...SOUND, ...changes }), 'program.json');
  return read.ok ? [] : read.problems.map(({ column, code }) => `${column} ${code}`);
}

function area(...codes: readonly Readonly<Record<string, unknown>>[]) {
  return {
    dimensions: [KIND, { id: 'area', label: 'Area', codes: codes.map((code) => ({ label: 'L', ...code })) }],
  };
}

test('parseProgram takes a sound program, and sets k to 11', () => {
  expect(placesOf({})).toEqual([]);
  expect(parseProgram(JSON.stringify(SOUND), 'program.json')).toMatchObject({ ok: true, value: { k: 11 } });
});

test('parseProgram takes people apart with the acts of one, and without where tallies are public', () => {
  for (const actsPerPerson of [1, 1.1, 2.3, 1000])
    expect(placesOf({ measures: [{ ...CARDS, people: true, actsPerPerson }, HELD] })).toEqual([]);
  expect(placesOf({ tallies: 'public', measures: [{ ...CARDS, people: true }, HELD] })).toEqual([]);
});

describe('parseProgram refuses', () => {
  test.each([
    ['an unknown key', { colour: 'blue' }, ['colour unknown-key']],
    [
      'an unknown key further in',
      { tables: [{ ...TABLE, colour: 'blue' }] },
      ['tables.0.colour unknown-key'],
    ],
    ['k under 5', { k: 4 }, ['k schema']],
    ['k that is not whole', { k: 11.5 }, ['k schema']],
    ['a missing name', { name: undefined }, ['name missing-key']],
    [
      'a measure with the name of another file',
      { measures: [{ ...CARDS, id: 'legal-requests' }], tables: [], relations: [] },
      ['measures.0.id schema'],
    ],
    [
      'a first month that is none',
      { period: { from: '2024-13', levels: ['month'] } },
      ['period.from schema'],
    ],
    ['measures without periods', { period: undefined, tables: [], relations: [] }, ['period no-period']],
    [
      'fiscal beside calendar years with nothing finer',
      { period: { from: '2024-01', levels: ['year', 'fiscal-year'] }, tables: [], relations: [] },
      ['period period-levels'],
    ],
    [
      'fiscal years that cut quarters',
      { period: { from: '2024-01', levels: ['month', 'quarter', 'fiscal-year'], fiscalYearStartMonth: 5 } },
      ['period period-levels'],
    ],
    [
      'confidential people apart, and no word of how many acts each has',
      { measures: [{ ...CARDS, people: true }, HELD] },
      ['measures.cards-issued no-acts-per-person'],
    ],
    [
      'acts of one person where no people are counted',
      { measures: [{ ...CARDS, actsPerPerson: 2 }, HELD] },
      ['measures.cards-issued no-people'],
    ],
    ...[0.9, 0, -1, 1001, 1.25, '2'].map((acts): [string, Readonly<Record<string, unknown>>, string[]] => [
      `${acts} acts a person`,
      { measures: [{ ...CARDS, people: true, actsPerPerson: acts }, HELD] },
      ['measures.0.actsPerPerson schema'],
    ]),
    ['a dimension twice', { dimensions: [KIND, KIND] }, ['dimensions duplicate-name']],
    [
      'a dimension called as one that a docket brings along',
      {
        dimensions: [KIND, { ...KIND, id: 'outcome' }],
        docket: {},
        period: { from: '2024-01', levels: ['month', 'quarter', 'year'] },
      },
      ['dimensions.outcome duplicate-name'],
    ],
    ['a measure twice', { measures: [CARDS, HELD, CARDS] }, ['measures duplicate-name']],
    ['a table twice', { tables: [TABLE, TABLE] }, ['tables duplicate-name']],
    [
      'a measure that names a dimension twice',
      { measures: [{ ...CARDS, dimensions: ['kind', 'kind'] }, HELD] },
      ['measures.cards-issued duplicate-name'],
    ],
    [
      'a dimension with the name of a column',
      { dimensions: [KIND, { ...KIND, id: 'count' }] },
      ['dimensions.count reserved-name'],
    ],
    [
      'a relation at a level of periods that there is not',
      { relations: [{ ...RELATION, period: 'quarter' }] },
      ['relations.same unknown-level'],
    ],
    [
      'a relation by a level that there is not',
      { relations: [{ ...RELATION, by: { kind: 'sort' } }] },
      ['relations.same unknown-level'],
    ],
    [
      'a relation by a dimension that a measure lacks',
      { relations: [{ ...RELATION, by: { kind: 'kind' }, right: [{ measure: 'records-held' }] }] },
      ['relations.same unknown-dimension'],
    ],
    [
      'a measure of an unknown dimension',
      { measures: [{ ...CARDS, dimensions: ['kind', 'age'] }] },
      ['measures.cards-issued unknown-dimension'],
    ],
    [
      'a table that names no dimension',
      { tables: [{ ...TABLE, levels: {} }] },
      ['tables.cards-by-kind no-dimension'],
    ],
    [
      'a table of an unknown measure',
      { tables: [{ ...TABLE, measure: 'horses' }] },
      ['tables.cards-by-kind unknown-measure'],
    ],
    [
      'a table of an unknown dimension',
      { tables: [{ ...TABLE, levels: { period: 'year', age: 'age' } }] },
      ['tables.cards-by-kind unknown-dimension'],
    ],
    [
      'a table of an unknown level',
      { tables: [{ ...TABLE, levels: { period: 'quarter' } }] },
      ['tables.cards-by-kind unknown-level'],
    ],
    [
      'a table without a period',
      { tables: [{ ...TABLE, levels: { kind: 'kind' } }] },
      ['tables.cards-by-kind table-without-period'],
    ],
    [
      'a relation of an unknown measure',
      { relations: [{ ...RELATION, left: [{ measure: 'horses' }] }] },
      ['relations.same unknown-measure'],
    ],
    [
      'a relation of an unknown code',
      { relations: [{ ...RELATION, left: [{ measure: 'cards-issued', codes: { kind: 'old' } }] }] },
      ['relations.same unknown-code'],
    ],
    [
      'a code that is declared twice',
      area({ code: 'a' }, { code: 'a' }),
      ['dimensions.area.codes.a duplicate-code'],
    ],
    ['a code with a bar in it', area({ code: 'a|b' }), ['dimensions.1.codes.0.code schema']],
    [
      'a parent that is not declared',
      area({ code: 'a', parents: { d: 'east' } }),
      ['dimensions.area.codes.a unknown-parent'],
    ],
    [
      'a code that is its own parent',
      area({ code: 'a', parents: { d: 'a' } }),
      ['dimensions.area.codes.a codelist-cycle'],
    ],
    [
      'a circle of codes',
      area(
        { code: 'a', parents: { d: 'b' } },
        { code: 'b', parents: { d: 'c' } },
        { code: 'c', parents: { d: 'a' } },
      ),
      ['dimensions.area.codes.a codelist-cycle'],
    ],
    [
      'a circle beside a code that leads into it',
      area(
        { code: 'z', parents: { d: 'a' } },
        { code: 'a', parents: { d: 'b' } },
        { code: 'b', parents: { d: 'a' } },
      ),
      ['dimensions.area.codes.a codelist-cycle'],
    ],
    [
      'codes that differ in capitals alone',
      area({ code: 'east' }, { code: 'East' }),
      ['dimensions.area.codes.East duplicate-code'],
    ],
    [
      'a leaf that a hierarchy leaves out',
      area({ code: 'a', parents: { d: '_T', e: '_T' } }, { code: 'b', parents: { d: '_T' } }),
      ['dimensions.area.codes.b uncovered-leaf'],
    ],
    [
      'a leaf that every hierarchy leaves out',
      area({ code: 'a', parents: { d: '_T' } }, { code: 'b' }),
      ['dimensions.area.codes.b uncovered-leaf'],
    ],
    [
      'a name for a level at which no code stands',
      { dimensions: [{ ...KIND, levels: { sort: 'Sort of card' } }] },
      ['dimensions.kind level'],
    ],
    [
      'several faults, all at once',
      { k: 3, colour: 'blue', city: '' },
      ['city schema', 'k schema', ' unknown-key'].map((place) => place.replace(/^ /, 'colour ')),
    ],
  ])('%s', (_, changes, places) => {
    expect(placesOf(changes)).toEqual(places);
  });

  test('what is not JSON', () => {
    expect(parseProgram('{', 'program.json')).toMatchObject({
      ok: false,
      problems: [{ file: 'program.json', code: 'json' }],
    });
  });
});
