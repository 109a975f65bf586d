// What falls apart once all is left out that every reader knows.

import { expect, test } from 'vitest';
import { splitTask } from '../../src/protect/parts.ts';
import type { ProtectInput, ProtectTask } from '../../src/protect/task.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { lineTask, taskOf } from './plans.ts';

/** Two districts, `d1` of `x1` and `x2`, `d2` of `x3` and `x4`; earlier releases published what `published` names. */
function districts(published: string, more: Partial<ProtectInput> = {}): ProtectTask {
  const table = SHAPES['a hierarchy'];
  if (table === undefined) throw new Error('no such shape');
  const of = (keys: string) => new Set(keys.split(' ').map((key) => table.system.index.get(key) ?? -1));
  const publishable = of(
    ['_T', 'd1', 'd2', 'x1', 'x2', 'x3', 'x4'].filter((key) => !published.includes(key)).join(' '),
  );
  return taskOf(table, [3, 9, 8, 7], { publishedBefore: of(published), publishable, ...more });
}

function keysOf(task: ProtectTask): string[] {
  return splitTask(task).map(({ task: { system } }) => system.cells.map(({ key }) => key).join(' '));
}

test('splitTask of a table of which nothing is known gives one part', () => {
  expect(splitTask(lineTask([3, 20, 9, 8])).map(({ cells }) => cells)).toEqual([[0, 1, 2, 3, 4]]);
});

test('splitTask of districts that are published gives a part for each, with the district', () => {
  expect(keysOf(districts('d1 d2'))).toEqual(['_T d1 d2', 'd1 x1 x2', 'd2 x3 x4']);
  expect(keysOf(districts('_T'))).toEqual(['_T d1 d2 x1 x2 x3 x4']);
});

test('splitTask leaves together what a withheld cell joins', () => {
  const task = districts('d2');
  expect(keysOf({ ...task, forced: new Set([task.system.index.get('d1') ?? -1]) })).toEqual([
    '_T d1 d2 x1 x2',
    'd2 x3 x4',
  ]);
});

test('splitTask of a task numbers cells, rows and sets anew', () => {
  const [, , last] = splitTask(
    districts('d1 d2', { lower: [0, 0, 0, 0, 0, 1, 2], costs: [9, 8, 7, 6, 5, 4, 3] }),
  );
  expect(last).toMatchObject({
    cells: [2, 5, 6],
    task: {
      counts: [15, 8, 7],
      people: [15, 8, 7],
      world: [15, 8, 7],
      costs: [7, 4, 3],
      lower: [0, 1, 2],
      publishedBefore: new Set([0]),
      publishable: new Set([1, 2]),
      inherited: new Set(),
      forced: new Set(),
      system: {
        index: new Map([
          ['d2', 0],
          ['x3', 1],
          ['x4', 2],
        ]),
        rows: [{ cells: [0, 1, 2], coefficients: [-1, 1, 1], lower: 0, upper: 0 }],
      },
    },
  });
});

test('splitTask gives a category its groups, known or not', () => {
  const table = SENSITIVE_SHAPES['two groups in two categories'];
  if (table === undefined) throw new Error('no such shape');
  const keys = ['a1|b1', 'a1|b2', 'a2|b1', 'a2|b2'];
  const at = (key: string) => table.system.index.get(key) ?? -1;
  const isOpen = (cell: number) => keys.some((key) => at(key) === cell);
  const published = new Set([...table.system.cells.keys()].filter((cell) => !isOpen(cell)));
  const task = taskOf(table, [40, 15, 30, 20], {
    publishedBefore: published,
    publishable: new Set(keys.map(at)),
  });
  for (const { cells, task: part } of splitTask(task))
    for (const [category, groups] of part.groups)
      expect(groups.map((group) => cells[group])).toEqual(task.groups.get(cells[category] ?? -1));
  expect(splitTask(task).flatMap(({ task: part }) => [...part.groups])).toHaveLength(keys.length);
});

test('splitTask gives each part its own of what lots have drawn, and none where none were', () => {
  const draw = {
    decoys: new Set([1, 3, 6]),
    lots: [0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1],
    prices: [1, 2, 3, 4, 5, 6, 7],
  };
  const drawn = splitTask({ ...districts('d1 d2'), draw }).map(({ task }) => task.draw);
  expect(drawn.at(-1)).toEqual({ decoys: new Set([2]), lots: [0.5, 0.2, 0.1], prices: [3, 6, 7] });
  expect(splitTask(districts('d1 d2')).map(({ task }) => 'draw' in task)).toEqual([false, false, false]);
});

test('splitTask leaves a category and its groups in one part, though no relation joins them', () => {
  const plain = districts('d1 d2');
  const at = (key: string) => plain.system.index.get(key) ?? -1;
  const task = { ...plain, groups: new Map([[at('x1'), [at('x3'), at('d2')]]]) };
  expect(keysOf(task)).toEqual(['_T d1 d2', 'd1 d2 x1 x2 x3 x4']);
  const around = { ...plain, groups: new Map([[at('x1'), [at('_T'), at('d2')]]]) };
  expect(keysOf(around)).toEqual(['_T d1 d2 x1 x2', 'd2 x3 x4']);
});
