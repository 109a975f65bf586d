// Which cells are categories of which groups, and which zeros cannot be otherwise.
import { expect, test } from 'vitest';
import { naturalZeros } from '../../src/system/natural-zeros.ts';
import { allCodes, flat, listOf, tableOf } from '../attack/tables.ts';

const areas = flat('area', 'north', 'south');

function groupsOf(table: ReturnType<typeof tableOf>): Record<string, readonly string[]> {
  return Object.fromEntries(table.system.cells.flatMap(({ key, groups }) => (groups ? [[key, groups]] : [])));
}

test('nameGroups: every code of a sensitive dimension is a category of the cell in which it stands at its total', () => {
  const answers = flat('answer', 'yes', 'no');
  const boxes = [[allCodes(areas), allCodes(answers)]];
  expect(groupsOf(tableOf([areas, answers], boxes, true))).toEqual({
    '_T|yes': ['_T|_T'],
    '_T|no': ['_T|_T'],
    'north|yes': ['north|_T'],
    'north|no': ['north|_T'],
    'south|yes': ['south|_T'],
    'south|no': ['south|_T'],
  });
  expect(groupsOf(tableOf([areas, answers], boxes))).toEqual({});
});

test('nameGroups: a code that covers its whole dimension is no category, and a cell without a total has no group', () => {
  const answers = listOf('answer', { all: { _T: ['any'], any: ['yes', 'no'] } });
  expect(Object.keys(groupsOf(tableOf([answers], [[allCodes(answers)]], true)))).toEqual(['yes', 'no']);
  expect(groupsOf(tableOf([answers], [[['yes', 'no']]], true))).toEqual({});
});

test('nameGroups: differences of published codes are categories too', () => {
  const ages = listOf('age', {
    old: { _T: ['young', 'old'], young: ['child', 'grown'] },
    new: { _T: ['child', 'adult'], adult: ['grown', 'old'] },
  });
  const table = tableOf([ages], [[['_T', 'young', 'old']], [['_T', 'child', 'adult']]], true);
  const difference = table.system.cells.find(({ role }) => role === 'difference');
  expect(difference?.groups).toEqual(['_T']);
});

test('naturalZeros: parts of a cell that cannot be otherwise than zero cannot either, nor sums of nothing else', () => {
  const answers = flat('answer', 'yes', 'no');
  const { system } = tableOf([areas, answers], [[allCodes(areas), allCodes(answers)]], true);
  const keysFrom = (...said: string[]) =>
    [...naturalZeros(system, new Set(said.map((key) => system.index.get(key) ?? -1)))]
      .map((cell) => system.cells[cell]?.key)
      .sort();
  expect(keysFrom()).toEqual([]);
  expect(keysFrom('north|_T')).toEqual(['north|_T', 'north|no', 'north|yes']);
  expect(keysFrom('north|no', 'south|no')).toEqual(['_T|no', 'north|no', 'south|no']);
  expect(keysFrom('north|no', 'south|yes')).toEqual(['north|no', 'south|yes']);
});
