// Covering moves of a line, k = 5: cell 0 is the total, the parts come after it.

import { describe, expect, test } from 'vitest';
import { openCoverer } from '../../../src/protect/blind/covering-moves.ts';
import type { TaskData } from '../../../src/protect/task.ts';
import { lineTask, solver } from '../plans.ts';

const PRICES = [9, 4, 3, 2, 5];

function covers(task: TaskData, ...asked: readonly (readonly [number, readonly number[]])[]) {
  const coverer = openCoverer(task, { prices: PRICES }, solver);
  const found = asked.map(([cell, withheld]) => coverer.cover(cell, new Set(withheld))?.toSorted());
  coverer.close();
  return found;
}

describe('cover', () => {
  test('takes the cell and what is cheapest beside it', () => {
    expect(covers(lineTask([1, 50, 60, 70]), [1, []], [3, []])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  test('goes through a dear cell that is hidden anyway, and not once it is not', () => {
    expect(covers(lineTask([1, 50, 60, 70]), [1, []], [1, [0]], [1, []], [1, [0]], [1, [4]])).toEqual([
      [1, 3],
      [0, 1],
      [1, 3],
      [0, 1],
      [1, 4],
    ]);
  });

  test('sees no count: the same whatever the cells hold', () => {
    for (const leaves of [
      [0, 0, 0, 0],
      [1, 2, 3, 4],
      [900, 0, 1, 5],
    ])
      expect(covers(lineTask(leaves), [2, []])).toEqual([[2, 3]]);
  });

  test('leaves published what an earlier release published', () => {
    const published = new Set([0, 3]);
    const publishable = new Set([1, 2, 4]);
    expect(covers(lineTask([1, 50, 60, 70], { publishedBefore: published, publishable }), [1, []])).toEqual([
      [1, 2],
    ]);
  });

  test('is undefined of a cell that everybody knows, or whose others all are known', () => {
    const published = new Set([0, 2, 3, 4]);
    const task = lineTask([1, 50, 60, 70], { publishedBefore: published, publishable: new Set([1]) });
    expect(covers(task, [1, []], [2, []])).toEqual([undefined, undefined]);
  });

  test('takes for nothing what no table publishes, and does not name it', () => {
    const counts = [181, 1, 50, undefined, 70];
    const task = { ...lineTask([1, 50, 60, 70]), counts, publishable: new Set([0, 1, 2, 4]) };
    const unnamed = task.system.cells.map((cell, at) =>
      at === 3 ? { ...cell, role: 'unpublished' as const } : cell,
    );
    expect(covers({ ...task, system: { ...task.system, cells: unnamed } }, [1, []])).toEqual([[1]]);
  });

  test('is not bound by a relation that is no equality', () => {
    const task = lineTask([1, 50, 60, 70]);
    const rows = task.system.rows.map((row) => ({ ...row, lower: 0, upper: 5 }));
    expect(covers({ ...task, system: { ...task.system, rows } }, [1, []])).toEqual([[1]]);
  });
});
