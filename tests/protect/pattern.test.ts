// What is said of each way to withhold cells of tiny tables, k = 3, against brute force; and of some by hand, k = 5.
import { describe, expect, onTestFinished, test } from 'vitest';
import { product } from '../../src/model/boxes.ts';
import { openJudge } from '../../src/protect/pattern.ts';
import type { ProtectTask } from '../../src/protect/plan.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { forcedCells, lineTask, outcomeOf, taskOf } from './plans.ts';

function open(task: ProtectTask) {
  const judge = openJudge(task);
  onTestFinished(() => judge.close());
  return judge;
}

/** Of this shape, k = 3. */
function planOf(name: string, leaves: readonly number[]) {
  const table = SHAPES[name] ?? SENSITIVE_SHAPES[name];
  if (table === undefined) throw new Error('no such shape');
  const input = taskOf(table, leaves, { k: 3 });
  return { table, counts: [...input.world], input };
}

/** What must be withheld, with each choice of others. */
function patternsOf(plan: ReturnType<typeof planOf>): ReadonlySet<number>[] {
  const forced = forcedCells(plan);
  const free = [...plan.input.publishable].filter((cell) => !forced.has(cell));
  return product(free.map((cell) => [[], [cell]])).map((chosen) => new Set([...forced, ...chosen.flat()]));
}

describe('openJudge', () => {
  test.for([
    ['one line', [1, 4, 0, 3, 2]],
    ['one line', [1, 3, 3, 0, 5]],
    ['one line', [3, 4, 5, 0]],
    ['two by two', [3, 4, 5, 6]],
    ['uneven hierarchies', [1, 4, 3, 5]],
    ['two by two', [1, 4, 3, 5]],
    ['two by two', [2, 0, 1, 3]],
    ['overlapping bands in two tables', [1, 4, 3, 5]],
    ['a measure at most another', [1, 2, 1, 3]],
    ['a stock and its flows', [2, 1, 3, 1]],
    ['one group in three categories', [0, 4, 3]],
    ['two groups in two categories', [4, 0, 3, 3]],
    ['categories of two levels', [0, 3, 1, 4]],
  ] as const)('of %s of %o agrees with brute force on every pattern', ([name, leaves]) => {
    const plan = planOf(name, leaves);
    const judge = open(plan.input);
    const judged = patternsOf(plan).map((withheld) => ({
      withheld: [...withheld].join(' '),
      isSafe: judge.isSafe(withheld),
      isPlainlySafe: judge.isPlainlySafe(withheld),
      truth: outcomeOf(plan, withheld) === 'safe',
    }));
    expect(judged.filter(({ isSafe, truth }) => isSafe !== truth)).toEqual([]);
    expect(judged.filter(({ isPlainlySafe, truth }) => isPlainlySafe && !truth)).toEqual([]);
    expect(judged.some(({ truth }) => truth)).toBe(true);
    expect(judged.some(({ truth }) => !truth)).toBe(true);
  });
});

/** A total of 40, and 3, 20, 9, 8. */
const line = lineTask([3, 20, 9, 8]);

describe('lacking', () => {
  const lackingOf = (task: ProtectTask, withheld: readonly number[]) =>
    open(task)
      .lacking(new Set(withheld))
      .map(({ cell, target, lacks, floors }) => `${cell} ${target} ${lacks} ${floors.join()}`.trim());

  test('of a cell that follows names both of its targets', () => {
    expect(lackingOf(line, [1])).toEqual(['1 zero room', '1 many room']);
  });

  test('says where a target is reached only by counts that explain nothing, and beside which floors', () => {
    expect(lackingOf(line, [1, 3])).toEqual(['1 zero explanation', '1 many explanation 3']);
  });

  test('of a block that keeps the promise is nothing', () => {
    expect(lackingOf(line, [1, 3, 4])).toEqual([]);
    expect(lackingOf(line, [])).toEqual([]);
    expect(lackingOf(line, [3])).toEqual([]);
  });

  test('of small counts that cannot reach k together is room', () => {
    expect(lackingOf(lineTask([2, 2, 9, 8]), [1, 2])).toEqual(['1 many room', '2 many room']);
  });
});

describe('brokenBlocks', () => {
  test('gives the cells of the blocks that lack something', () => {
    expect(open(line).brokenBlocks(new Set([1, 3]))).toEqual([[1, 3]]);
    expect(open(line).brokenBlocks(new Set([1, 3, 4]))).toEqual([]);
  });
});

describe('isSafe', () => {
  test('of a group that is withheld while a category is not is false', () => {
    const table = SENSITIVE_SHAPES['one group in three categories'];
    if (table === undefined) throw new Error('no such shape');
    const task = taskOf(table, [3, 20, 9]);
    const of = (...keys: string[]) => new Set(keys.map((key) => table.system.index.get(key) ?? -1));
    expect(open(task).isSafe(of('_T', 'a1', 'a2'))).toBe(false);
    expect(open(task).isSafe(of('_T', 'a1', 'a2', 'a3'))).toBe(true);
  });

  test('within a pattern is what it is without', () => {
    const judge = open(line);
    const all = [0, 1, 2, 3, 4];
    const within = judge.within(new Set(all));
    for (const published of all.filter((cell) => cell !== 1)) {
      const withheld = new Set(all.filter((cell) => cell !== published));
      expect(within.isSafe(withheld)).toBe(judge.isSafe(withheld));
    }
    expect(within.isSafe(new Set([1, 3]))).toBe(false);
    expect(judge.within(new Set([1, 3, 4])).isSafe(new Set([1, 3, 4]))).toBe(true);
  });

  test('is the same when asked again, and after a move was learnt', () => {
    const judge = open(line);
    judge.learn(
      new Map([
        [1, 0],
        [3, 4],
        [4, 16],
      ]),
    );
    for (const _ of [1, 2]) {
      expect(judge.isSafe(new Set([1, 3, 4]))).toBe(true);
      expect(judge.isSafe(new Set([1, 3]))).toBe(false);
    }
  });
});
