// By what a hidden cell explains that it is hidden, k = 5: cells of a line, the last one in a sensitive dimension.
import { expect, test } from 'vitest';
import { explainedDemands, explainsHiding } from '../../../src/protect/audit/explanations.ts';
import { flat, tableOf } from '../../attack/tables.ts';

const codes = ['a1', 'a2', 'a3', 'a4'];
const { system } = tableOf([flat('a', ...codes)], [[['_T', ...codes]]]);
const [, FIRST, SECOND, THIRD, CATEGORY] = [0, 1, 2, 3, 4];
/** The second and the third cell are groups of the last. */
const task = { system, k: 5, groups: new Map([[CATEGORY, [SECOND, THIRD]]]) };

function explains(counts: Readonly<Record<number, number>>): boolean {
  return explainsHiding(task, Object.keys(counts).map(Number), (cell) => counts[cell] ?? 0);
}

test('explainsHiding of cells of which one holds 1 to k-1 is true, whatever the others hold', () => {
  expect(explains({ [FIRST]: 1, [SECOND]: 30 })).toBe(true);
  expect(explains({ [FIRST]: 30, [SECOND]: 4 })).toBe(true);
});

test('explainsHiding of cells that hold nobody, or k or more, is false', () => {
  expect(explains({ [FIRST]: 0, [SECOND]: 5 })).toBe(false);
  expect(explains({})).toBe(false);
});

test('explainsHiding of an empty category is true where one of its groups has people', () => {
  expect(explains({ [CATEGORY]: 0, [SECOND]: 30, [THIRD]: 0 })).toBe(true);
  expect(explains({ [CATEGORY]: 0, [SECOND]: 0, [THIRD]: 0 })).toBe(false);
  expect(explains({ [CATEGORY]: 30, [SECOND]: 30, [THIRD]: 30 })).toBe(false);
});

const ANY = Number.POSITIVE_INFINITY;
const few = { lower: 1, upper: 4 };

test('explainedDemands of a cell without groups asks that it hold few, beside what is wanted', () => {
  const wanted = [{ cell: SECOND, lower: 5, upper: ANY }];
  expect(explainedDemands(task, FIRST, wanted)).toEqual([[...wanted, { cell: FIRST, ...few }]]);
});

test('explainedDemands joins two demands on one cell into one', () => {
  expect(explainedDemands(task, FIRST, [{ cell: FIRST, lower: 3, upper: 9 }])).toEqual([
    [{ cell: FIRST, lower: 3, upper: 4 }],
  ]);
});

test('explainedDemands leaves out what contradicts what is wanted', () => {
  const many = { cell: FIRST, lower: 5, upper: ANY };
  const other = { cell: SECOND, lower: 0, upper: 0 };
  expect(explainedDemands(task, FIRST, [many, other])).toEqual([]);
});

test('explainedDemands of a category asks besides that it be empty and one of its groups not', () => {
  expect(explainedDemands(task, CATEGORY, [])).toEqual([
    [{ cell: CATEGORY, ...few }],
    [
      { cell: CATEGORY, lower: 0, upper: 0 },
      { cell: SECOND, lower: 1, upper: ANY },
    ],
    [
      { cell: CATEGORY, lower: 0, upper: 0 },
      { cell: THIRD, lower: 1, upper: ANY },
    ],
  ]);
});
