// By what a hidden cell explains that it is hidden, k = 5: cells of a line, the last one in a sensitive dimension.
import { expect, test } from 'vitest';
import { explanationsIn } from '../../src/protect/targets.ts';
import { hasAny } from '../../src/solver/worlds.ts';
import { flat, tableOf } from '../attack/tables.ts';

const codes = ['a1', 'a2', 'a3', 'a4'];
const { system } = tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);
const [, FIRST, SECOND, THIRD, CATEGORY] = [0, 1, 2, 3, 4];
/** The second and the third cell are groups of the last. */
const task = { system, k: 5, groups: new Map([[CATEGORY, [SECOND, THIRD]]]) };

function explains(counts: Readonly<Record<number, number>>): boolean {
  return hasAny((cell) => counts[cell] ?? 0, explanationsIn(task, Object.keys(counts).map(Number)));
}

test('explanationsIn of cells of which one holds 1 to k-1 is true, whatever the others hold', () => {
  expect(explains({ [FIRST]: 1, [SECOND]: 30 })).toBe(true);
  expect(explains({ [FIRST]: 30, [SECOND]: 4 })).toBe(true);
});

test('explanationsIn of cells that hold nobody, or k or more, is false', () => {
  expect(explains({ [FIRST]: 0, [SECOND]: 5 })).toBe(false);
  expect(explains({})).toBe(false);
});

test('explanationsIn of an empty category is true where one of its groups has people', () => {
  expect(explains({ [CATEGORY]: 0, [SECOND]: 30, [THIRD]: 0 })).toBe(true);
  expect(explains({ [CATEGORY]: 0, [SECOND]: 0, [THIRD]: 0 })).toBe(false);
  expect(explains({ [CATEGORY]: 30, [SECOND]: 30, [THIRD]: 30 })).toBe(false);
});

test('explanationsIn of cells has each way by itself, cell after cell, and none for a set of cells', () => {
  const few = { lower: 1, upper: 4 };
  const none = { column: CATEGORY, lower: 0, upper: 0 };
  const some = { lower: 1, upper: Number.POSITIVE_INFINITY };
  expect(explanationsIn(task, [CATEGORY, FIRST])).toEqual([
    [{ column: CATEGORY, ...few }],
    [none, { column: SECOND, ...some }],
    [none, { column: THIRD, ...some }],
    [{ column: FIRST, ...few }],
  ]);
  const cells = system.cells.map((cell, at) => (at === FIRST ? { ...cell, role: 'set' as const } : cell));
  expect(explanationsIn({ ...task, system: { ...system, cells } }, [FIRST, SECOND])).toEqual([
    [{ column: SECOND, ...few }],
  ]);
});
