// What `protect` does with groups and their categories in a sensitive dimension, k = 5.

import { describe, expect, test } from 'vitest';
import { improveWithin } from '../../src/optimum/optimum.ts';
import type { Improve } from '../../src/protect/cheapest/choose-cheaply.ts';
import { disclosedCategories, groupsDisclosed, withGroups } from '../../src/protect/groups.ts';
import { withCategories } from '../../src/protect/must-hide.ts';
import { type ProtectInput, ProtectionError } from '../../src/protect/task.ts';
import { allCodes, countsOf, flat, type Table, tableOf } from '../attack/tables.ts';
import { inputOf } from './plans.ts';
import { protect } from './protect.ts';

const K = 5;
const areas = flat('area', 'north', 'south');
const threeAreas = flat('area', 'north', 'middle', 'south');
const answers = flat('answer', 'yes', 'no');
const three = tableOf([threeAreas, answers], [[allCodes(threeAreas), allCodes(answers)]], true);
const boxes = [[allCodes(areas), allCodes(answers)]];
const table = tableOf([areas, answers], boxes, true);
const unmarked = tableOf([areas, answers], boxes);

/**
 *               yes   no   all
 *     north      40    0    40      a full cell and a zero
 *     south      30   20    50
 *     all        70   20    90
 */
const TELLING = [40, 0, 30, 20];

function cellOf(key: string): number {
  return table.system.index.get(key) ?? -1;
}

function setOf(...keys: string[]): Set<number> {
  return new Set(keys.map(cellOf));
}

function planOf(leaves: readonly number[], more: Partial<ProtectInput> = {}, of: Table = table) {
  const counts = countsOf(of, leaves);
  return inputOf(of, counts, { k: K, costs: counts.map((count) => Math.max(1, count)), ...more });
}

/** With these cells published by an earlier release. */
function shownBefore(leaves: readonly number[], ...keys: string[]): ProtectInput {
  const published = setOf(...keys);
  const { publishable } = planOf(leaves);
  return planOf(leaves, {
    publishedBefore: published,
    publishable: new Set([...publishable].filter((cell) => !published.has(cell))),
  });
}

function withheldOf(input: ProtectInput, improve?: Improve): string[] {
  return [...protect(input, improve).withheld].map((cell) => input.system.cells[cell]?.key ?? '').sort();
}

function refusalOf(input: ProtectInput): Pick<ProtectionError, 'message' | 'cells'> {
  try {
    protect(input);
  } catch (error) {
    if (error instanceof ProtectionError) return { message: error.message, cells: error.cells };
    throw error;
  }
  throw new Error('It was protected.');
}

describe('protect in a sensitive dimension', () => {
  test('withholds a zero and the full cell beside it, and what keeps them secret', () => {
    expect(withheldOf(planOf(TELLING))).toEqual(['north|no', 'north|yes', 'south|no', 'south|yes']);
    expect(protect(planOf(TELLING))).toMatchObject({ primary: 2, complementary: 2 });
  });

  test('withholds nothing of them where the dimension is not marked', () => {
    expect(withheldOf(planOf(TELLING, {}, unmarked))).toEqual([]);
  });

  test('publishes the zeros of a group in which there is nobody', () => {
    expect(withheldOf(planOf([0, 0, 30, 20]))).toEqual([]);
  });

  test('publishes a zero that cannot be otherwise, and the full cell beside it', () => {
    expect(withheldOf(planOf(TELLING, { natural: setOf('north|no') }))).toEqual([]);
  });

  test('withholds the categories of a group that an earlier release withheld', () => {
    const withheld = setOf('north|_T', 'south|_T');
    expect(withheldOf(planOf([40, 15, 30, 20], { inherited: withheld }))).toEqual(
      ['north|_T', 'north|no', 'north|yes', 'south|_T', 'south|no', 'south|yes'].sort(),
    );
    const { reasons, ...counted } = protect(planOf([40, 15, 30, 20], { inherited: withheld }));
    expect(counted).toMatchObject({ primary: 4, complementary: 0 });
    expect([...reasons.values()].sort()).toEqual([...Array(2).fill('earlier'), ...Array(4).fill('group')]);
  });

  test('publishes a group of which an earlier release showed a category, though another costs more', () => {
    const leaves = [2, 1, 20, 10, 30, 20];
    const free = planOf(leaves, {}, three);
    const shown = three.system.index.get('middle|no') ?? -1;
    const publishable = new Set([...free.publishable].filter((cell) => cell !== shown));
    const bound = { ...free, publishable, publishedBefore: new Set([shown]) };
    const groups = ['middle|_T', 'south|_T'];
    expect(withheldOf(free, improveWithin(1)).filter((key) => groups.includes(key))).toEqual(['middle|_T']);
    expect(withheldOf(bound, improveWithin(1)).filter((key) => groups.includes(key))).toEqual(['south|_T']);
  });

  test('refuses a zero that an earlier release published, and names it', () => {
    expect(refusalOf(shownBefore(TELLING, 'north|no'))).toEqual({
      message:
        'An earlier release publishes cells of a sensitive dimension that tell of everybody in a group.',
      cells: ['north|no'],
    });
  });

  test('refuses a category that an earlier release published where its group must be withheld', () => {
    const shown = shownBefore([40, 15, 30, 20], 'north|no');
    expect(refusalOf({ ...shown, inherited: setOf('north|_T', 'south|_T') })).toEqual({
      message: 'An earlier release publishes cells of a sensitive dimension whose group must be withheld.',
      cells: ['north|no'],
    });
  });
});

/** Category 1 is of the groups 2 and 3; category 2, of the group 4. */
const groups = new Map([
  [1, [2, 3]],
  [2, [4]],
]);

describe('withCategories', () => {
  const added = (withheld: readonly number[], publishable = [1, 2, 3, 4]) =>
    withCategories({ groups, publishable: new Set(publishable) }, new Set(withheld));

  test('adds the categories of the groups, and theirs in turn', () => {
    expect(added([3])).toEqual(new Set([3, 1]));
    expect(added([4])).toEqual(new Set([4, 2, 1]));
    expect(added([1])).toEqual(new Set([1]));
  });

  test('adds none that may not be withheld', () => {
    expect(added([4], [1, 3, 4])).toEqual(new Set([4]));
  });
});

test('orphanedCategories are those shown, now or before, of which a group is withheld', () => {
  const task = planOf(TELLING);
  const disclosed = (
    withheld: readonly number[],
    publishable: readonly number[],
    published: readonly number[] = [],
  ) =>
    disclosedCategories(
      {
        ...withGroups(task, countsOf(table, TELLING)),
        groups,
        publishable: new Set(publishable),
        publishedBefore: new Set(published),
      },
      new Set(withheld),
    );
  expect(disclosed([3], [1, 2])).toEqual([1]);
  expect(disclosed([3, 1], [1, 2])).toEqual([]);
  expect(disclosed([4], [1], [2])).toEqual([2]);
  expect(disclosed([4], [1])).toEqual([]);
  expect(disclosed([], [1, 2])).toEqual([]);
});

test('orphanedGroups are the withheld ones of which a category is shown', () => {
  const disclosed = (withheld: readonly number[], publishable: readonly number[]) =>
    groupsDisclosed(
      { groups, publishable: new Set(publishable), publishedBefore: new Set() },
      new Set(withheld),
    );
  expect(disclosed([3], [1, 2])).toEqual([3]);
  expect(disclosed([2, 3], [1])).toEqual([2, 3]);
  expect(disclosed([3, 1], [1, 2])).toEqual([]);
  expect(disclosed([4], [1])).toEqual([]);
});

describe('withGroups', () => {
  const keysOf = (cells: Iterable<number>) => [...cells].map((cell) => table.system.cells[cell]?.key).sort();
  const grouped = (leaves: readonly number[], more: Partial<ProtectInput> = {}) =>
    withGroups(planOf(leaves, more), countsOf(table, leaves));

  test('names the categories that tell of everybody in a group, and withholds them', () => {
    const { disclosing, forced } = grouped(TELLING);
    expect(keysOf(disclosing)).toEqual(['north|no', 'north|yes']);
    expect(keysOf(forced)).toEqual(['north|no', 'north|yes']);
  });

  test('names none of a group in which there is nobody, or of which some are in each', () => {
    expect(keysOf(grouped([0, 0, 30, 20]).disclosing)).toEqual([]);
    expect(keysOf(grouped([10, 30, 30, 20]).disclosing)).toEqual([]);
  });

  test('names an empty category of a group that the office does not count', () => {
    const { counts } = planOf([0, 0, 30, 20]);
    const uncounted = { counts: counts.with(cellOf('north|_T'), undefined) };
    expect(keysOf(grouped([0, 0, 30, 20], uncounted).disclosing)).toEqual(['north|no', 'north|yes']);
  });

  test('knows no groups of a zero by nature', () => {
    const task = grouped(TELLING, { natural: setOf('north|no') });
    expect(task.groups.has(cellOf('north|no'))).toBe(false);
    expect(task.groups.get(cellOf('north|yes'))).toEqual([cellOf('north|_T')]);
    expect(grouped(TELLING).groups.has(cellOf('north|_T'))).toBe(false);
  });

  test('has small cells among what must be withheld', () => {
    expect(keysOf(grouped([38, 2, 30, 20]).forced)).toEqual(['north|no']);
  });

  test('withholds the categories of what earlier releases withheld', () => {
    const { forced } = grouped([40, 15, 30, 20], { inherited: setOf('north|_T') });
    expect(keysOf(forced)).toEqual(['north|_T', 'north|no', 'north|yes']);
  });

  test('keeps published the groups of a category that earlier releases showed', () => {
    const task = withGroups(shownBefore([40, 15, 30, 20], 'north|no'), countsOf(table, [40, 15, 30, 20]));
    expect(keysOf(task.publishedBefore)).toEqual(['north|_T', 'north|no']);
    expect(task.publishable.has(cellOf('north|_T'))).toBe(false);
    expect(task.publishable.has(cellOf('south|_T'))).toBe(true);
  });

  test('keeps published the groups of those groups in turn', () => {
    const input = shownBefore([40, 15, 30, 20], 'north|no');
    const cells = input.system.cells.map((cell) =>
      cell.key === 'north|_T' ? { ...cell, groups: ['_T|_T'] } : cell,
    );
    const twice = { ...input, system: { ...input.system, cells } };
    const { publishedBefore: published } = withGroups(twice, countsOf(table, [40, 15, 30, 20]));
    expect(keysOf(published)).toEqual(['_T|_T', 'north|_T', 'north|no']);
  });

  test('does not keep published a group that earlier releases withheld', () => {
    const input = { ...shownBefore([40, 15, 30, 20], 'north|no'), inherited: setOf('north|_T') };
    const task = withGroups(input, countsOf(table, [40, 15, 30, 20]));
    expect(keysOf(task.publishedBefore)).toEqual(['north|no']);
    expect(task.publishable.has(cellOf('north|_T'))).toBe(true);
  });
});
