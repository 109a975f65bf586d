// Which cells of a part are withheld, k = 5: a total of 40, and 3, 20, 9, 8, which are cells 10 to 14 of the whole task;
// 9 and 8, which cost 17, are the cheapest beside the 3.
import { expect, test } from 'vitest';
import { improveWithin } from '../../src/optimum/optimum.ts';
import { choosePart } from '../../src/protect/choose.ts';
import type { BinaryProgram } from '../../src/solver/binary-program.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { SHAPES } from '../attack/shapes.ts';
import { lineTask, solver, taskOf } from './plans.ts';
import { WORK_LIMIT } from './protect.ts';

const CELLS = [10, 11, 12, 13, 14];
const CHOICE = { withheld: [11, 13, 14], bound: 17 };
const line = lineTask([3, 20, 9, 8]);
const improve = improveWithin(WORK_LIMIT);

test('choosePart gives its cells as those of the whole task, and what they cost beside what must be withheld', () => {
  const { withheld, bound } = pick(choosePart({ cells: CELLS, task: line }, solver, improve));
  expect([withheld, bound]).toEqual([CHOICE.withheld, expect.closeTo(CHOICE.bound, 5)]);
});

test('choosePart without a search takes the first choice, of which nothing is needless and no bound is known', () => {
  expect(pick(choosePart({ cells: CELLS, task: line }, solver))).toEqual({ ...CHOICE, bound: 0 });
});

test('choosePart names the cells that lack something where nothing protects them', () => {
  const task = lineTask([3, 20], { publishable: new Set([1]), publishedBefore: new Set([0, 2]) });
  expect(choosePart({ cells: [10, 11, 12], task }, solver, improve)).toEqual({ unprotected: [11] });
});

/** The second program is that of the widening, which here has no answer. */
test('choosePart takes what the search finds where widening finds nothing', () => {
  let opened = 0;
  const stuck: Solver = {
    ...solver,
    openChanges: (...program) => {
      opened += 1;
      const changes = solver.openChanges(...program);
      const none = () => undefined;
      return opened === 2 ? { ...changes, ask: none, askWhole: none } : changes;
    },
  };
  const { withheld, bound } = pick(choosePart({ cells: CELLS, task: line }, stuck, improve));
  expect(withheld.toSorted()).toEqual(CHOICE.withheld);
  expect(bound).toBeCloseTo(CHOICE.bound, 5);
});

/** How often the search decides, at 10 units of work each; its answers are 9 and 8. */
function decisionsOf(workLimit: number, relaxed: number) {
  let [work, decisions] = [5, 0];
  const values = [0, 0, 1, 1, 0, 0, 0, 0];
  const program: BinaryProgram = {
    require: () => {},
    relax: () => ({ values, bound: relaxed }),
    decide: () => {
      work += 10;
      decisions += 1;
      return { values, bound: relaxed };
    },
    close: () => {},
  };
  const scripted: Solver = { ...solver, openBinary: () => program, work: () => work };
  const choice = choosePart({ cells: CELLS, task: line }, scripted, improveWithin(workLimit));
  expect(choice).toEqual({ withheld: CHOICE.withheld, bound: relaxed });
  return decisions;
}

test('choosePart looks for a cheaper choice until the work limit is reached', () => {
  expect([0, 1, 10, 11, 20, 21, 99].map((workLimit) => decisionsOf(workLimit, 3))).toEqual([
    0, 1, 1, 2, 2, 3, 3,
  ]);
});

test('choosePart looks for none where the bound is the cost of what it has', () => {
  expect([16, 17].map((bound) => decisionsOf(99, bound))).toEqual([3, 0]);
});

/** Two districts `d1` 4 + 4 = 8 and `d2` 5 + 5 = 10: the quick way withholds `x3` too. */
test('choosePart that stops at its work limit asks once more what can be published', () => {
  const table = SHAPES['a hierarchy'];
  if (table === undefined) throw new Error('no such shape');
  const task = taskOf(table, [4, 4, 5, 5]);
  const { withheld } = pick(choosePart({ cells: [...task.world.keys()], task }, solver, improveWithin(0)));
  const keys = withheld.map((cell) => table.system.cells[cell]?.key);
  expect(keys.toSorted()).toEqual(['d1', 'd2', 'x1', 'x2', 'x4']);
});

function pick(choice: ReturnType<typeof choosePart>) {
  if ('unprotected' in choice) throw new Error('Nothing protects it.');
  return choice;
}
