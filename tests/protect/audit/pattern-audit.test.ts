// What is said of each way to withhold cells of tiny tables, k = 3, against brute force; and of some by hand, k = 5.

import { describe, expect, onTestFinished, test } from 'vitest';
import { RECEIVED } from '../../../src/program/docket-plan.ts';
import { openPatternAudit } from '../../../src/protect/audit/pattern-audit.ts';
import { needsHiding } from '../../../src/protect/must-hide.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { product } from '../../../src/system/boxes.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../../attack/shapes.ts';
import { allCodes, flat, tableOf } from '../../attack/tables.ts';
import { watched } from '../../attack/watched-solver.ts';
import { forcedCells, lineTask, outcomeOf, taskOf } from '../plans.ts';

function open(task: ProtectTask) {
  const audit = openPatternAudit(task);
  onTestFinished(() => audit.close());
  return audit;
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
    const audit = open(plan.input);
    const judged = patternsOf(plan).map((withheld) => ({
      withheld: [...withheld].join(' '),
      isSafe: audit.isSafe(withheld),
      truth: outcomeOf(plan, withheld) === 'safe',
    }));
    expect(judged.filter(({ isSafe, truth }) => isSafe !== truth)).toEqual([]);
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
      .map(({ cell, target, lacks, provablyLarge }) =>
        `${cell} ${target} ${lacks} ${provablyLarge.join()}`.trim(),
      );

  test('of a cell that follows names both of its targets', () => {
    expect(lackingOf(line, [1])).toEqual(['1 zero room', '1 many room']);
  });

  test('says where a target is reached only by counts that explain nothing, and beside which provably large cells', () => {
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

/** Two years of a total and four parts: a block of hidden cells in each. */
const years = (() => {
  const [year, part] = [flat('year', 'y1', 'y2'), flat('a', 'a1', 'a2', 'a3', 'a4')];
  const table = tableOf([year, part], [[['y1', 'y2'], allCodes(part)]]);
  const of = (...keys: string[]) => keys.map((key) => table.system.index.get(key) ?? -1);
  const task = taskOf(table, [3, 20, 9, 8, 3, 20, 9, 8]);
  return { task, of, safe: ['a1', 'a3', 'a4'], broken: ['a1', 'a3'] };
})();
const inYears = (first: readonly string[], second: readonly string[]) =>
  years.of(...first.map((part) => `y1|${part}`), ...second.map((part) => `y2|${part}`));

describe('of two blocks', () => {
  const { task, of, safe, broken } = years;

  test('isSafe is true only if both keep the promise, and missed names a cell of one that does not', () => {
    const audit = open(task);
    for (const [one, other, lacking] of [
      [safe, safe, []],
      [safe, broken, ['y2|a1']],
      [broken, safe, ['y1|a1']],
    ] as const) {
      const withheld = new Set(inYears(one, other));
      expect(audit.isSafe(withheld)).toBe(lacking.length === 0);
      expect(audit.unprotected(withheld)).toBe(of(...lacking)[0]);
    }
  });

  test('brokenBlocks gives the one that lacks something', () => {
    expect(open(task).brokenBlocks(new Set(inYears(safe, broken)))).toEqual([of('y2|a1', 'y2|a3')]);
  });

  test('blocks gives those that hold a withheld cell, and not what no table publishes', () => {
    const unknown = of('y2|a3', 'y2|a4');
    const cells = task.system.cells.map((cell, at) =>
      unknown.includes(at) ? { ...cell, role: 'unpublished' as const } : cell,
    );
    const publishable = new Set([...task.publishable].filter((cell) => !unknown.includes(cell)));
    const audit = open({ ...task, system: { ...task.system, cells }, publishable });
    const blocksOf = (withheld: number[]) =>
      [...audit.blocks(new Set(withheld))].map(({ block }) => block.cells);
    expect(blocksOf(inYears(safe, []))).toEqual([of('y1|a1', 'y1|a3', 'y1|a4')]);
    expect(blocksOf(inYears(safe, ['a1']))).toEqual([
      of('y1|a1', 'y1|a3', 'y1|a4'),
      of('y2|a1', 'y2|a3', 'y2|a4'),
    ]);
  });
});

test('isSafe of a cell beside counts that no table publishes is false: these do not explain the hiding', () => {
  const task = lineTask([3, 20, 2, 9]);
  const cells = task.system.cells.map((cell, at) =>
    at > 2 ? { ...cell, role: 'unpublished' as const } : cell,
  );
  const open3 = { ...task, system: { ...task.system, cells }, publishable: new Set([0, 1, 2]) };
  expect(open(open3).isSafe(new Set([1]))).toBe(false);
  expect(open(task).isSafe(new Set([1, 3, 4]))).toBe(true);
});

describe('openJudge remembers', () => {
  const table = SHAPES['two by two'];
  if (table === undefined) throw new Error('no such shape');
  const square = taskOf(table, [3, 20, 9, 8]);
  const of = (keys: string) => new Set(keys.split(' ').map((key) => table.system.index.get(key) ?? -1));
  const lessPlain = of('a1|_T a1|b1 a1|b2 a2|_T a2|b1 a2|b2');
  const count = (task: ProtectTask) => {
    const { solver, asked } = watched(task.solver, false);
    const audit = open({ ...task, solver });
    const askedIn = (question: (one: typeof audit) => unknown) => {
      const before = asked();
      const answer = question(audit);
      return { answer, asked: asked() - before };
    };
    return askedIn;
  };

  test('that a block lacked nothing, and asks nothing of it again', () => {
    const ways = ['isSafe', 'lacking', 'brokenBlocks'] as const;
    for (const first of ways) {
      const askedIn = count(square);
      expect(askedIn((audit) => audit[first](lessPlain)).asked).toBeGreaterThan(0);
      expect(askedIn((audit) => audit.isSafe(lessPlain))).toEqual({ answer: true, asked: 0 });
      expect(askedIn((audit) => audit.unprotected(lessPlain))).toEqual({ answer: undefined, asked: 0 });
      expect(askedIn((audit) => audit.lacking(lessPlain))).toEqual({ answer: [], asked: 0 });
    }
  });

  test('no block that lacked something', () => {
    const audit = open(line);
    expect(audit.lacking(new Set([1, 3]))).not.toEqual([]);
    expect(audit.isSafe(new Set([1, 3]))).toBe(false);
    expect(audit.unprotected(new Set([1, 3]))).toBe(1);
  });

  test('moves that it learnt, which it need not look for', () => {
    const [few, many] = [
      new Map([
        [1, 0],
        [3, 4],
        [4, 16],
      ]),
      new Map([
        [1, 8],
        [3, 4],
      ]),
    ];
    const fresh = count(line)((audit) => audit.isSafe(new Set([1, 3, 4])));
    const taught = count(line)((audit) => {
      for (const move of [few, many]) audit.learn(move);
      return audit.isSafe(new Set([1, 3, 4]));
    });
    expect([fresh.answer, taught.answer]).toEqual([true, true]);
    expect(taught.asked).toBeLessThan(fresh.asked);
  });

  test('nothing once it is closed: its model is gone', () => {
    const { solver, open: stillOpen } = watched(line.solver, false);
    const audit = openPatternAudit({ ...line, solver });
    expect(stillOpen()).toBe(1);
    audit.close();
    expect(stillOpen()).toBe(0);
  });
});

describe('needsHiding', () => {
  // 3 and 20 and 0 people, and a total of 23; the last cell as it says.
  const withLast = (more: Partial<ProtectTask['system']['cells'][number]>) => {
    const task = lineTask([3, 20, 0]);
    const cells = task.system.cells.map((cell, at) => (at === 2 ? { ...cell, ...more } : cell));
    return { ...task, system: { ...task.system, cells } };
  };
  const needs = (task: ProtectTask, withheld: readonly number[]) =>
    [1, 2, 3].filter((cell) => needsHiding(task, new Set(withheld), cell));

  test('of withheld cells is true unless they are rightly known to be k or more', () => {
    expect(needs(withLast({}), [1, 2, 3])).toEqual([1, 3]);
    expect(needs(withLast({ measure: RECEIVED }), [1, 2, 3])).toEqual([1, 2, 3]);
    expect(needs({ ...withLast({}), people: [23, 3, 4, 0] }, [1, 2, 3])).toEqual([1, 2, 3]);
  });

  test('of others is true of differences that are few, or empty while their group is not', () => {
    const differences = (task: ProtectTask): ProtectTask => ({
      ...task,
      system: { ...task.system, cells: task.system.cells.map((cell) => ({ ...cell, role: 'difference' })) },
    });
    const task = lineTask([3, 20, 0]);
    expect(needs(task, [])).toEqual([]);
    expect(needs(differences(task), [])).toEqual([1]);
    expect(needs(differences({ ...task, disclosing: new Set([3]) }), [])).toEqual([1, 3]);
    expect(needs({ ...task, disclosing: new Set([3]) }, [])).toEqual([]);
  });
});

describe('isSafe', () => {
  test('of a group that is withheld while a category is not is false', () => {
    const table = SENSITIVE_SHAPES['one group in three categories'];
    if (table === undefined) throw new Error('no such shape');
    const task = taskOf(table, [3, 20, 9]);
    const of = (...keys: string[]) => new Set(keys.map((key) => table.system.index.get(key) ?? -1));
    expect(open(task).isSafe(of('_T', 'a1', 'a2'))).toBe(false);
    expect(open(task).unprotected(of('_T', 'a1', 'a2'))).toBe(table.system.index.get('_T'));
    expect(open(task).isSafe(of('_T', 'a1', 'a2', 'a3'))).toBe(true);
  });

  test('is the same when asked again, and after a move was learnt', () => {
    const audit = open(line);
    audit.learn(
      new Map([
        [1, 0],
        [3, 4],
        [4, 16],
      ]),
    );
    for (const _ of [1, 2]) {
      expect(audit.isSafe(new Set([1, 3, 4]))).toBe(true);
      expect(audit.isSafe(new Set([1, 3]))).toBe(false);
    }
  });
});
