// How much is withheld until the promise is kept, k = 5: a total of 40, and 3, 20, 9, 8.

import { expect, onTestFinished, test } from 'vitest';
import type { Unprotected } from '../../../src/protect/audit/block-check.ts';
import { openPatternAudit, type PatternAudit } from '../../../src/protect/audit/pattern-audit.ts';
import { repairUntilSafe } from '../../../src/protect/cheapest/repair-until-safe.ts';
import { openSecondaryFinder, type SecondaryFinder } from '../../../src/protect/secondary-finder.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { SENSITIVE_SHAPES } from '../../attack/shapes.ts';
import { lineTask, taskOf } from '../plans.ts';

function widened(task: ProtectTask, chosen: readonly number[]) {
  const audit = openPatternAudit(task);
  const finder = openSecondaryFinder(task);
  onTestFinished(() => {
    audit.close();
    finder.close();
  });
  return repairUntilSafe(task, audit, finder, new Set(chosen));
}

test('repairUntilSafe of what is safe adds nothing', () => {
  expect(widened(lineTask([3, 20, 9, 8]), [1, 3, 4])).toEqual(new Set([1, 3, 4]));
  expect(widened(lineTask([3, 20, 9, 8]), [])).toEqual(new Set());
});

test('repairUntilSafe of one small count adds others until nothing is lacking', () => {
  const task = lineTask([3, 20, 9, 8]);
  const withheld = widened(task, [1]) ?? new Set<number>();
  expect(withheld).toContain(1);
  expect([0, 1, 2, 3, 4]).toEqual(expect.arrayContaining([...withheld]));
  const audit = openPatternAudit(task);
  onTestFinished(() => audit.close());
  expect([audit.isSafe(new Set([1])), audit.isSafe(withheld)]).toEqual([false, true]);
});

test('repairUntilSafe gives up where no cells are left', () => {
  const line = lineTask([3, 20], { publishable: new Set([1]), publishedBefore: new Set([0, 2]) });
  expect(widened(line, [1])).toBeUndefined();
});

test('repairUntilSafe withholds the categories of a group that it withholds', () => {
  const table = SENSITIVE_SHAPES['two groups in two categories'];
  if (table === undefined) throw new Error('no such shape');
  const task = taskOf(table, [40, 15, 30, 20]);
  const of = (...keys: string[]) => keys.map((key) => table.system.index.get(key) ?? -1);
  const withheld = widened(task, of('a1|_T', 'a2|_T'));
  for (const cell of of('a1|b1', 'a1|b2', 'a2|b1', 'a2|b2')) expect(withheld).toContain(cell);
});

/** A judge that finds these lacking, one list after another, and then nothing. */
function scripted(...lists: readonly (readonly Partial<Unprotected>[])[]) {
  const learnt: number[][] = [];
  const asked: number[] = [];
  const queue = [...lists];
  const audit: PatternAudit = {
    ...openPatternAudit(lineTask([3, 20, 9, 8])),
    lacking: () =>
      (queue.shift() ?? []).map(
        (each): Unprotected => ({ cell: 1, target: 'zero', provablyLarge: [], lacks: 'room', ...each }),
      ),
    learn: (move) => learnt.push([...move.keys()]),
  };
  onTestFinished(() => audit.close());
  const findSecondary: SecondaryFinder['findSecondary'] = (demands) => {
    asked.push(demands[0]?.column ?? -1);
    const other = asked.length === 1 ? 3 : 4;
    const move = new Map([
      [1, 0],
      [2, 0],
      [other, 12],
    ]);
    return { move, cells: [other], cost: 1 };
  };
  const withheld = repairUntilSafe(
    lineTask([3, 20, 9, 8]),
    audit,
    { findSecondary, avoid: () => {}, close: () => {} },
    new Set([1]),
  );
  return { withheld, learnt, asked };
}

test('repairUntilSafe asks nothing for what a move that it found makes up too, and keeps the moves', () => {
  const { withheld, learnt, asked } = scripted([{ cell: 1 }, { cell: 2 }]);
  expect(asked).toEqual([1]);
  expect(withheld).toEqual(new Set([1, 3]));
  expect(learnt).toEqual([[1, 2, 3]]);
});

test('repairUntilSafe asks again where that move takes a provably large cell below k', () => {
  expect(scripted([{ cell: 1 }, { cell: 2, provablyLarge: [4] }]).asked).toEqual([1]);
  expect(scripted([{ cell: 1 }, { cell: 1, provablyLarge: [2] }]).asked).toEqual([1, 1]);
});

test('repairUntilSafe asks again for the other target', () => {
  expect(scripted([{ cell: 1 }, { cell: 1, target: 'many' }]).asked).toEqual([1, 1]);
});
