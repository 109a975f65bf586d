// Which complementary cells are published again at once, k = 5.

import { expect, onTestFinished, test } from 'vitest';
import { openPatternAudit } from '../../../src/protect/audit/pattern-audit.ts';
import { removeRedundant } from '../../../src/protect/cheapest/redundant.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { attackSystem } from '../../attack/on-this-thread.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../../attack/shapes.ts';
import { listOf, publishedCells, tableOf } from '../../attack/tables.ts';
import { watched } from '../../attack/watched-solver.ts';
import { lineTask, readerOf, solver, taskOf } from '../plans.ts';

function spared(task: ProtectTask, kept: Iterable<number>, widened: Iterable<number>): ReadonlySet<number> {
  const audit = openPatternAudit(task);
  onTestFinished(() => audit.close());
  return removeRedundant(task, audit, new Set(kept), new Set(widened));
}

test('publishSpare of a line keeps the small count, and the two cheapest that let it be 0 and k', () => {
  const task = lineTask([3, 20, 9, 8]);
  expect(spared(task, [1], [0, 1, 2, 3, 4])).toEqual(new Set([1, 3, 4]));
});

test('publishSpare goes by costs', () => {
  const task = lineTask([3, 20, 9, 8], { costs: [50, 3, 1, 9, 2] });
  expect(spared(task, [1], [0, 1, 2, 3, 4])).toEqual(new Set([1, 2, 4]));
});

test('publishSpare keeps what it is told to keep', () => {
  expect(spared(lineTask([3, 20, 9, 8]), [1, 2, 0], [0, 1, 2, 3, 4])).toEqual(new Set([0, 1, 2]));
});

test('publishSpare leaves a block as it is in which something is lacking', () => {
  expect(spared(lineTask([3, 20, 9, 8]), [1], [1, 3])).toEqual(new Set([1, 3]));
});

/** The record says of the fifth, which is 0, that it is 2 at most: it cannot be k, and without it nothing would be lacking. */
test('publishSpare leaves a block as it is though the very cell that lacks something could go', () => {
  const task = lineTask([3, 20, 9, 8, 0], { upper: [99, 99, 99, 99, 99, 2] });
  expect(spared(task, [1], [1, 3, 4, 5])).toEqual(new Set([1, 3, 4, 5]));
  expect(spared(task, [1], [1, 3, 4])).toEqual(new Set([1, 3, 4]));
});

test('publishSpare publishes all of a line in which nothing has to be withheld', () => {
  expect(spared(lineTask([7, 8, 9]), [], [1, 2])).toEqual(new Set());
  expect(spared(lineTask([7, 8, 9]), [], [1, 2, 3])).toEqual(new Set());
});

test('publishSpare of one cell to try tries it', () => {
  expect(spared(lineTask([3, 20, 9, 8]), [1, 2, 3, 4], [0, 1, 2, 3, 4])).toEqual(new Set([1, 2, 3, 4]));
});

/**
 * 0 and 19 are what they are for certain unless another 19 is hidden too. Beside the 3, 14 must: 36 less 19 less 14 tells of it. A category
 * goes with its group. Beside `d1`, `d2` must: 8 less 5 tells of it.
 */
test.for([
  ['one line', [21, 20, 0, 19, 19], 'a4', 'a3 a4 a5'],
  ['one group in three categories', [5, 19, 16], 'a3', 'a3'],
  ['one group in three categories', [19, 3, 14], 'a2', 'a2 a3'],
  ['one group in three categories', [0, 2, 15], '_T a1 a2', '_T a1 a2 a3'],
  ['a hierarchy', [3, 0, 5, 0], 'd1 x1', 'd1 d2 x1 x2 x3 x4'],
] as const)('publishSpare of %s of %j keeping %s leaves %s', ([name, leaves, ...expected]) => {
  const table = SHAPES[name] ?? SENSITIVE_SHAPES[name];
  if (table === undefined) throw new Error('no such shape');
  const all = publishedCells(table);
  const keyOf = (cell: number) => table.system.cells[cell]?.key ?? '';
  const kept = all.filter((cell) => expected[0].split(' ').includes(keyOf(cell)));
  const withheld = spared(taskOf(table, leaves), kept, all);
  expect([kept, withheld].map((cells) => [...cells].map(keyOf).sort().join(' '))).toEqual(expected);
});

/** What is left of all cells beside those of fewer than k, and how often the solver was asked for that. */
function leftOf(name: string, leaves: readonly number[]): [left: string, asked: number] {
  const table = SHAPES[name];
  if (table === undefined) throw new Error('no such shape');
  const { solver: own, asked } = watched(solver, false);
  const task = { ...taskOf(table, leaves), solver: own };
  const all = publishedCells(table);
  const few = new Set(all.filter((cell) => (task.world[cell] ?? 0) > 0 && (task.world[cell] ?? 0) < 5));
  const left = [...spared(task, few, all)].filter((cell) => !few.has(cell));
  return [
    left
      .map((cell) => table.system.cells[cell]?.key ?? '')
      .sort()
      .join(' '),
    asked(),
  ];
}

/** Zeros beside small counts need one another, as long as they are withheld. */
test.for([
  ['three by three', [3, 20, 1, 0, 6, 9, 2, 2, 4], 'a1|b2'],
  ['three by three', [7, 7, 0, 2, 9, 4, 12, 2, 1], 'a2|b2 a3|b1'],
] as const)(
  'publishSpare of %s of %j tries cells again when those are gone that needed them, and leaves %s',
  ([name, leaves, left]) => {
    expect(leftOf(name, leaves)[0]).toBe(left);
  },
);

test('publishSpare does not try cells again that others need, which must be hidden', () => {
  expect(leftOf('overlapping bands without totals', [9, 4, 2, 20, 9, 4, 12, 4, 8, 3, 7, 0])[1]).toBeLessThan(
    42,
  );
  expect(leftOf('bands by a', [1, 1, 6, 12, 4, 0, 12, 2, 1, 7, 3, 3])[1]).toBeLessThan(100);
});

/** In each of two districts that are published: 3, 9 and 8, and 3, 20, 9 and 8, of which 20 can go. */
test.for([
  ['x1 x2 x3 x4', 'x1 x2 x3 x4 x6 x7'],
  ['x1 x4', 'x1 x2 x3 x4 x6 x7'],
] as const)('publishSpare of two blocks keeping %s leaves of each what it needs: %s', ([kept, expected]) => {
  const areas = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'];
  const tree = { _T: ['d1', 'd2'], d1: areas.slice(0, 3), d2: areas.slice(3) };
  const table = tableOf([listOf('area', { geo: tree })], [[['_T', 'd1', 'd2', ...areas]]]);
  const of = (keys: readonly string[]) => keys.map((key) => table.system.index.get(key) ?? -1);
  const task = taskOf(table, [3, 9, 8, 3, 20, 9, 8]);
  expect(spared(task, of(kept.split(' ')), of(areas))).toEqual(new Set(of(expected.split(' '))));
});

/** Two districts of two areas each: `x1` 3, `x2` 9, `x3` 8, `x4` 7. */
test.for([
  ['x1', 'd1 d2 x1 x2 x3 x4', 'd1 d2 x1 x3 x4'],
  ['x1 x2', 'x1 x2 x3 x4', 'x1 x2'],
  ['x1', 'x1 x2 x3 x4', 'x1 x2'],
] as const)('publishSpare of areas keeping %s of %s leaves withheld: %s', ([kept, widened, expected]) => {
  const table = SHAPES['a hierarchy'];
  if (table === undefined) throw new Error('no such shape');
  const of = (keys: string) => keys.split(' ').map((key) => table.system.index.get(key) ?? -1);
  expect(spared(taskOf(table, [3, 9, 8, 7]), of(kept), of(widened))).toEqual(new Set(of(expected)));
});

test('publishSpare publishes no category of a group that stays withheld', () => {
  const table = SENSITIVE_SHAPES['two groups in two categories'];
  if (table === undefined) throw new Error('no such shape');
  const of = (...keys: string[]) => keys.map((key) => table.system.index.get(key) ?? -1);
  const groups = of('a1|_T', 'a2|_T');
  const all = [...groups, ...of('a1|b1', 'a1|b2', 'a2|b1', 'a2|b2')];
  expect(spared(taskOf(table, [40, 15, 30, 20]), groups, all)).toEqual(new Set(all));
});

/** Every cell of these is withheld to begin with. */
const LEAVES = [3, 20, 9, 8, 11, 2, 30, 14];

test.for([
  ['uneven hierarchies', 'r2 x1 x2 x3'],
  ['overlapping bands in two tables', '0-13 0-59 60+ 65+'],
  ['calendar and fiscal years without halves', ''],
  ['two by three', '_T|b1 _T|b3 a1|b1 a1|b3 a2|b1 a2|b3'],
  ['three by three', 'a1|b1 a1|b2 a1|b3 a2|b1 a2|b2 a2|b3'],
  ['bands by a', '0-13|a1 0-13|a2 14-64|a1 14-64|a2 65+|a1 65+|a2'],
  ['a path of tables', ''],
  ['one group in three categories', 'a1 a3'],
  ['categories of two levels', 'x1 x2'],
  ['overlapping groups', '0-13|b1 0-13|b2 65+|b1 65+|b2'],
] as const)(
  'publishSpare of %s keeps the promise, and no cell could go of these withheld: %s',
  ([name, expected]) => {
    const table = SHAPES[name] ?? SENSITIVE_SHAPES[name];
    if (table === undefined) throw new Error('no such shape');
    const task = taskOf(table, LEAVES);
    const all = publishedCells(table);
    const forced = all.filter((cell) => {
      const count = task.world[cell] ?? 0;
      return (count > 0 && count < 5) || task.disclosing.has(cell);
    });
    const withheld = spared(task, forced, all);
    const keys = [...withheld].map((cell) => table.system.cells[cell]?.key ?? '').sort();
    expect(keys.join(' ')).toBe(expected);
    const facts = readerOf({ table, counts: [...task.world], input: task }, withheld);
    expect(attackSystem(table.system, facts, { k: 5, solver, ranges: false }).kept).toBe(true);
    const audit = openPatternAudit(task);
    onTestFinished(() => audit.close());
    const needed = new Set(forced);
    const smaller = [...withheld]
      .filter((cell) => !needed.has(cell))
      .map((cell) => audit.joined(new Set([...withheld].filter((other) => other !== cell)), needed));
    expect(smaller.filter(audit.isSafe)).toEqual([]);
  },
);
