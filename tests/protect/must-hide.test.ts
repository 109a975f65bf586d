// What is asked of the cells of a line, k = 5: a total of 24, and 3, 5, 0, 16, the last of them requests.

import { describe, expect, test } from 'vitest';
import { RECEIVED } from '../../src/program/docket-plan.ts';
import {
  forcedCells,
  isEmptyOfGroup,
  isSettled,
  isSmallCell,
  isUnnamed,
  mayBeProvablyLarge,
  primaryCells,
  secretCells,
} from '../../src/protect/must-hide.ts';
import { isMet, targetsOf } from '../../src/protect/targets.ts';
import { givenCounts, keysOf, type ProtectTask } from '../../src/protect/task.ts';
import { lineTask } from './plans.ts';

const line = lineTask([3, 5, 0, 16]);
const [FEW, MANY, NONE, REQUESTS] = [1, 2, 3, 4];
const cells = line.system.cells.map((cell, at) => (at === REQUESTS ? { ...cell, measure: RECEIVED } : cell));
const task = { ...line, system: { ...line.system, cells } };

describe('isSmallCell', () => {
  test.for([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
    [undefined, false],
  ] as const)('of a cell behind which are %s people is %s', ([people, expected]) => {
    expect(isSmallCell({ people: [people], k: 5 }, 0)).toBe(expected);
  });
});

test('keysOf names cells in the order that is given', () => {
  expect(keysOf(line.system, [2, 0])).toEqual(['a2', '_T']);
});

test('isUnnamed is true of a difference and of a set of people, and of no other cell', () => {
  const roles = ['tabled', 'unpublished', 'difference', 'set'] as const;
  const named = roles.map((role) => ({ key: role, measure: 'cards', codes: [], role }));
  const system = { cells: named, index: new Map(), rows: [] };
  expect(roles.map((_, cell) => isUnnamed({ system }, cell))).toEqual([false, false, true, true]);
});

test('mayBeProvablyLarge is false of a cell that must be open, whatever it holds', () => {
  expect([FEW, MANY].map((cell) => mayBeProvablyLarge(task, cell))).toEqual([false, true]);
  const asked = { ...task, mustBeOpen: new Set([MANY]) };
  expect([FEW, MANY, 0].map((cell) => mayBeProvablyLarge(asked, cell))).toEqual([false, false, true]);
});

describe('isSettled', () => {
  const settled = (of: Partial<ProtectTask>) =>
    [0, 1, 2, 3, 4].filter((cell) => isSettled({ ...line, ...of }, cell));
  const publishable = new Set([0, 1, 2]);

  test('is true of what an earlier release published, unless it is withheld', () => {
    expect(settled({})).toEqual([]);
    expect(settled({ publishedBefore: new Set([2, 3]) })).toEqual([2, 3]);
    expect(settled({ publishedBefore: new Set([2, 3]), forced: new Set([3]) })).toEqual([2]);
  });

  test('is true of counts of a table that this release does not publish anew', () => {
    expect(settled({ publishable })).toEqual([3, 4]);
    expect(settled({ publishable, forced: new Set([3]) })).toEqual([4]);
    expect(settled({ publishable, counts: [24, 3, 5, 0, undefined] })).toEqual([3]);
  });

  test('is false of differences and of counts that no table publishes', () => {
    const others = (role: 'difference' | 'unpublished') => ({
      ...line.system,
      cells: line.system.cells.map((cell) => ({ ...cell, role })),
    });
    expect(settled({ publishable, system: others('difference') })).toEqual([]);
    expect(settled({ publishable, system: others('unpublished') })).toEqual([]);
  });
});

test('isRightlyMany is true of a count of k or more behind which are as many people, never of requests', () => {
  expect([FEW, MANY, NONE, REQUESTS].map((cell) => mayBeProvablyLarge(task, cell))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  expect(mayBeProvablyLarge({ ...task, people: [24, 3, 4, 0, 16] }, MANY)).toBe(false);
});

test('targetsOf a cell are 0, unless it is 0, and k or more', () => {
  expect(targetsOf(task, NONE)).toEqual(['many']);
  expect(targetsOf(task, FEW)).toEqual(['zero', 'many']);
  expect(targetsOf(task, MANY)).toEqual(['zero', 'many']);
});

test('isMet of many asks for k, of requests for 2; of zero for nobody', () => {
  expect([4, 5].map((count) => isMet(task, FEW, 'many', count))).toEqual([false, true]);
  expect([1, 2].map((count) => isMet(task, REQUESTS, 'many', count))).toEqual([false, true]);
  expect([0, 1, 5].map((count) => isMet(task, FEW, 'zero', count))).toEqual([true, false, false]);
});

test('isEmptyOfGroup is true of a cell that tells of its group, and is 0', () => {
  const disclosing = { ...task, disclosing: new Set([MANY, NONE]) };
  expect([FEW, MANY, NONE].map((cell) => isEmptyOfGroup(disclosing, cell))).toEqual([false, false, true]);
  expect(isEmptyOfGroup(task, NONE)).toBe(false);
});

test('givenCounts has what is or was published and not withheld', () => {
  const input = { ...task, publishable: new Set([1, 2]), publishedBefore: new Set([3]) };
  expect(givenCounts(input, new Set([2]))).toEqual([undefined, 3, undefined, 0, undefined]);
  expect(givenCounts(input, new Set([3]))).toEqual([undefined, 3, 5, undefined, undefined]);
});

test('forcedCells are what is small, tells of a group or was withheld before; primaryCells leave out what only was', () => {
  const kept = lineTask([3, 5, 0, 16], { inherited: new Set([1, 4]) });
  expect([kept.forced, primaryCells(kept)]).toEqual([new Set([1, 4]), new Set([1])]);
  const told = { groups: kept.groups, disclosing: new Set([3]) };
  expect(forcedCells(kept, told)).toEqual(new Set([1, 3, 4]));
});

test('secretCells are small, or tell of a group; of cells that no table shows, differences and sets alone', () => {
  const kept = { ...lineTask([3, 5, 0, 16], { inherited: new Set([4]) }), disclosing: new Set([2, 3]) };
  expect(secretCells(kept)).toEqual(new Set([1, 2, 3]));
  const withRole = (role: 'difference' | 'unpublished') => ({
    ...kept,
    publishable: new Set([0]),
    forced: new Set<number>(),
    system: { ...kept.system, cells: kept.system.cells.map((cell) => ({ ...cell, role })) },
  });
  expect(secretCells(withRole('difference'))).toEqual(new Set([1, 3]));
  expect(secretCells(withRole('unpublished'))).toEqual(new Set());
});
