// What breaks the promise by published counts alone, k = 5: a line of cells a, b, ... that one relation adds up.
import { describe, expect, test } from 'vitest';
import { RECEIVED } from '../../src/program/docket-plan.ts';
import { splitSystem } from '../../src/system/blocks.ts';
import type { System, SystemCell } from '../../src/system/system.ts';
import { exposedCells } from '../../src/verify/exposed.ts';
import type { Facts } from '../../src/verify/facts.ts';

const BROKEN = 'the published counts around it do not add up';
const EXACT = 'its count is known exactly';
const FEW = 'its count is known and fewer than k';
const EMPTY = 'it is known that nobody of its group is in it';
const FULL = 'it is known that everybody of its group is in it';
const SHOWN = 'its group is withheld, and it is published';

/** Cells of a system, and relations: the first of each is the sum of the others. */
function systemOf(
  cells: readonly (Partial<SystemCell> & { readonly key: string })[],
  ...sums: string[]
): System {
  const index = new Map(cells.map(({ key }, at) => [key, at]));
  return {
    cells: cells.map((cell) => ({ measure: 'cards-issued', codes: [cell.key], role: 'tabled', ...cell })),
    index,
    rows: sums.map((sum) => ({
      cells: [...sum].map((key) => index.get(key) ?? -1),
      coefficients: [...sum].map((_, at) => (at === 0 ? -1 : 1)),
      lower: 0,
      upper: 0,
    })),
  };
}

/** Why each is exposed: a dot is withheld, `-` is in no release, the rest is published. */
function reasonsOf(system: System, drawing: string, more: Partial<Facts> = {}) {
  const drawn = drawing.split(' ');
  const given = drawn.map((sign) => (/\d/.test(sign) ? Number(sign) : undefined));
  const facts: Facts = {
    given,
    withheld: new Set(drawn.flatMap((sign, cell) => (sign === '.' ? [cell] : []))),
    lower: given.map(() => 0),
    upper: given.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
    ...more,
  };
  const found = exposedCells(system, facts, splitSystem(system, given), 5);
  return found.map(({ key, reason }) => `${key}: ${reason}`);
}

const letters = (keys: string, more: Partial<SystemCell> = {}) => [...keys].map((key) => ({ key, ...more }));

describe('exposedCells of counts', () => {
  const line = systemOf(letters('tab'), 'tab');

  test('passes counts that add up, and hidden ones that do not follow', () => {
    expect(reasonsOf(line, '20 12 8')).toEqual([]);
    expect(reasonsOf(line, '20 . .')).toEqual([]);
  });

  test('names a small count that is published, whole or nothing are not small', () => {
    expect(reasonsOf(line, '20 19 1')).toEqual([`b: ${FEW}`]);
    expect(reasonsOf(line, '20 16 4')).toEqual([`b: ${FEW}`]);
    expect(reasonsOf(line, '20 15 5')).toEqual([]);
    expect(reasonsOf(line, '20 20 0')).toEqual([]);
  });

  test('names a hidden count that follows, unless it is k or more', () => {
    expect(reasonsOf(line, '20 17 .')).toEqual([`b: ${FEW}`]);
    expect(reasonsOf(line, '20 20 .')).toEqual([`b: ${EXACT}`]);
    expect(reasonsOf(line, '20 15 .')).toEqual([]);
    expect(reasonsOf(line, '20 9 .')).toEqual([]);
  });

  test('names every hidden count of requests that follows, and no published one', () => {
    const requests = systemOf(letters('tab', { measure: RECEIVED }), 'tab');
    expect(reasonsOf(requests, '20 9 .')).toEqual([`b: ${EXACT}`]);
    expect(reasonsOf(requests, '20 20 .')).toEqual([`b: ${EXACT}`]);
    expect(reasonsOf(requests, '20 19 1')).toEqual([]);
  });

  test('names a small count of a cell that no table publishes, and none else of such a cell', () => {
    const beside = systemOf([...letters('ta'), { key: 'b', role: 'unpublished' }], 'tab');
    expect(reasonsOf(beside, '20 17 -')).toEqual([`b: ${FEW}`]);
    expect(reasonsOf(beside, '20 20 -')).toEqual([]);
    expect(reasonsOf(beside, '20 20 .')).toEqual([]);
  });

  test('names a cell beside which published counts do not add up', () => {
    expect(reasonsOf(line, '20 12 9')).toEqual([`t: ${BROKEN}`]);
    expect(reasonsOf(line, '20 25 .')).toEqual([`b: ${BROKEN}`]);
    const half = { ...line, rows: line.rows.map((row) => ({ ...row, coefficients: [-1, 1, 2] })) };
    expect(reasonsOf(half, '20 9 .')).toEqual([`b: ${BROKEN}`]);
  });

  test('names a cell that two releases count differently', () => {
    expect(reasonsOf(line, '20 12 8', { contradictions: ['a'] })).toEqual([
      'a: two releases publish different counts',
    ]);
  });
});

describe('exposedCells of categories', () => {
  const part = (key: string, ...groups: string[]) => ({ key, groups });
  const line = systemOf([{ key: 't' }, part('a', 't'), part('b', 't'), part('c', 't')], 'tabc');

  test('names an empty one, and a full one that has others beside it', () => {
    expect(reasonsOf(line, '20 10 10 0')).toEqual([`c: ${EMPTY}`]);
    expect(reasonsOf(line, '20 20 0 0')).toEqual([`a: ${FULL}`, `b: ${EMPTY}`, `c: ${EMPTY}`]);
    expect(reasonsOf(line, '0 0 0 0')).toEqual([]);
  });

  test('passes zeros that cannot be otherwise, and a full one beside which there is nothing else', () => {
    expect(reasonsOf(line, '20 10 10 0', { natural: new Set([3]) })).toEqual([]);
    expect(reasonsOf(line, '20 20 0 0', { natural: new Set([2, 3]) })).toEqual([]);
    expect(reasonsOf(line, '20 20 0 0', { natural: new Set([3]) })).toEqual([`a: ${FULL}`, `b: ${EMPTY}`]);
  });

  test('names one that is published beside a hidden group, and not one that follows', () => {
    expect(reasonsOf(line, '. 10 . .')).toEqual([`a: ${SHOWN}`]);
    expect(reasonsOf(line, '- 10 . .')).toEqual([]);
    const known = systemOf([{ key: 't' }, part('a', 'g'), part('b', 'g'), { key: 'g' }], 'tab');
    expect(reasonsOf(known, '20 8 . .')).toEqual([`a: ${SHOWN}`]);
  });

  test('gives one reason where several groups have one', () => {
    const two = systemOf(
      [{ key: 't' }, { key: 'u' }, part('a', 't', 'u'), part('b', 't'), part('c', 'u')],
      'tab',
      'uac',
    );
    expect(reasonsOf(two, '9 9 0 9 9')).toEqual([`a: ${EMPTY}`, `b: ${FULL}`, `c: ${FULL}`]);
  });

  test('of a group that is no cell is our own fault', () => {
    expect(() => reasonsOf(systemOf([part('a', 'nowhere')]), '9')).toThrow('internal error');
  });
});
