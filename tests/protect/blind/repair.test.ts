// What is added to a pattern of a line until it keeps the promise, k = 5: cell 0 is the total, the parts come after it.

import { describe, expect, test } from 'vitest';
import { repair } from '../../../src/protect/blind/repair.ts';
import type { ProtectTask } from '../../../src/protect/task.ts';
import { SHAPES } from '../../attack/shapes.ts';
import { allCodes, listOf, type Table, tableOf } from '../../attack/tables.ts';
import { lineTask, solver, taskOf } from '../plans.ts';

const PRICES = [9, 4, 3, 2, 5];
const LOTS = [0.5, 0.4, 0.3, 0.2, 0.1];

function repaired(
  task: ProtectTask,
  covered: readonly number[],
  {
    seeds,
    secrets = seeds,
    prices = PRICES,
  }: {
    readonly seeds: readonly number[];
    readonly secrets?: readonly number[];
    readonly prices?: readonly number[];
  },
) {
  const lots = prices.map((_, cell) => LOTS[cell] ?? cell);
  const draw = { decoys: new Set<number>(), lots, prices };
  const own = { ...task, costs: prices, solver };
  const asked = { task: own, draw, secrets: new Set(secrets), seeds: new Set(seeds) };
  const choice = repair(asked, new Set(covered));
  return 'withheld' in choice
    ? { withheld: rising(choice.withheld) }
    : { unprotected: rising(choice.unprotected) };
}

const rising = (cells: Iterable<number>) => [...cells].sort((one, other) => one - other);

describe('repair', () => {
  test('leaves alone what keeps the promise', () => {
    expect(repaired(lineTask([3, 50, 60, 70]), [1, 2, 3], { seeds: [1] })).toEqual({ withheld: [1, 2, 3] });
  });

  /** Of a1 and a3 alone, 63 people, none can be few where a1 is 0: nothing would explain that they are hidden. */
  test('adds what explains the hiding, for one cell, which often serves all', () => {
    expect(repaired(lineTask([3, 50, 60, 70]), [1, 3], { seeds: [1] })).toEqual({ withheld: [1, 2, 3] });
  });

  test('adds more where one is not enough to be k', () => {
    expect(repaired(lineTask([3, 1, 0, 70]), [1, 2], { seeds: [1, 2] })).toEqual({ withheld: [1, 2, 4] });
  });

  test('leaves a decoy withheld for which there is no room, and says that a cell with a secret lacks it', () => {
    const published = new Set([0, 2, 3, 4]);
    const task = lineTask([3, 50, 60, 70], { publishedBefore: published, publishable: new Set([1]) });
    expect(repaired(task, [1], { seeds: [1] })).toEqual({ unprotected: [1] });
    const large = lineTask([30, 50, 60, 70], { publishedBefore: published, publishable: new Set([1]) });
    expect(repaired(large, [1], { seeds: [1], secrets: [] })).toEqual({ withheld: [1] });
  });

  test('asks of a decoy what it asks of a small cell, and of others less', () => {
    const task = lineTask([30, 50, 60, 70]);
    expect(repaired(task, [1], { seeds: [] })).toEqual({ withheld: [1] });
    expect(repaired(task, [1], { seeds: [1], secrets: [] })).toEqual({ withheld: [1, 2, 3] });
  });

  /** Of x1 and x2 alone, 90 people, none can be few where x1 is 0, and nothing of their block can be withheld besides. */
  test('goes on where nothing explains the hiding of one cell, and names that cell alone', () => {
    const asked = inDistricts({ x1: 30, x2: 60, x3: 3, x4: 60, x5: 50 }, ['d1']);
    const found = asked.repaired(['x1', 'x2', 'x3', 'x4'], ['x1', 'x3'], ['x3']);
    expect(found).toEqual({ unprotected: asked.cells('x1') });
  });

  /** x1 follows from d1 and x2, which came out before; x3 is 28 or more, as long as d2 is published. */
  test('keeps open the other decoys where nothing makes room for one', () => {
    const counts = { x1: 30, x2: 60, x3: 30, x4: 60, x5: 50 };
    const asked = inDistricts(counts, ['x2', 'd1'], { x4: 61, x5: 51 });
    const expected = asked.cells('_T', 'd2', 'x1', 'x3', 'x4', 'x5');
    expect(asked.repaired(['x1', 'x3', 'x4', 'x5'], ['x1', 'x3'], [])).toEqual({ withheld: expected });
  });

  /** Of the total and a1 alone the total would be 35 and a half where a1 is 0:   2 total = a1 + a2 + a3 */
  test('makes room for whole numbers', () => {
    const line = lineTask([9, 31, 40]);
    const [row] = line.system.rows;
    const rows = row ? [{ ...row, coefficients: [-2, 1, 1, 1] }] : [];
    const counts = [40, 9, 31, 40];
    const task = { ...line, system: { ...line.system, rows }, counts, world: counts, people: counts };
    expect(repaired(task, [0, 1], { seeds: [1], secrets: [] })).toEqual({ withheld: [0, 1, 3] });
  });

  /**
   *            b1  b2  any        k = 3. All but the first cell and the total of b1 are hidden at first. Once that total is
   *     a1     10   0   10        hidden too, each hidden cell can be anything: nothing more is asked for as a reason.
   *     a2      0   1    1
   *     any    10   1   11
   */
  test('looks for reasons only where it has made room', () => {
    const task = taskOf(SHAPES['two by two'] as Table, [10, 0, 0, 1], { k: 3 });
    const prices = [14, 1, 7, 7, 16, 10, 8, 9, 2];
    const found = repaired(task, [0, 2, 3, 5, 6, 7, 8], { seeds: [2, 6, 8], prices });
    expect(found).toEqual({ withheld: [0, 1, 2, 3, 5, 6, 7, 8] });
  });

  /**
   * Columns of 20 and 30 people are published, k = 5. In the second table a2 is nobody, which no count of 1 to 4 explains; in
   * the first it is 25, and the same people in other places would make it nobody too. Lots hide the same cells of both.
   *
   *            b1  b2  any                b1  b2  any
   *     a1     20   5   25         a1     20  30   50
   *     a2      0  25   25         a2      0   0    0
   *     any    20  30   50         any    20  30   50
   */
  test('hides the same cells of decoys alone, whichever cells beside them are nobody', () => {
    const hidden = [3, 4, 5, 6, 7, 8];
    const prices = Array.from({ length: 9 }, (_, cell) => 1 + cell / 10);
    const choices = [
      [20, 5, 0, 25],
      [20, 30, 0, 0],
      [0, 30, 20, 0],
      [0, 0, 20, 30],
    ].map((leaves) =>
      repaired(taskOf(SHAPES['two by two'] as Table, leaves), hidden, { seeds: [4], secrets: [], prices }),
    );
    expect(choices).toEqual(choices.map(() => ({ withheld: [0, 1, 3, 4, 5, 6, 7, 8] })));
  });
});

/** Two districts, the second of three parts; these codes were published before. */
function inDistricts(
  parts: Readonly<Record<string, number>>,
  before: readonly string[],
  most: Readonly<Record<string, number>> = {},
) {
  const list = listOf('area', { geo: { _T: ['d1', 'd2'], d1: ['x1', 'x2'], d2: ['x3', 'x4', 'x5'] } });
  const table = tableOf([list], [[allCodes(list)]]);
  const cells = (...codes: readonly string[]) =>
    rising(codes.map((code) => table.system.cells.findIndex(({ codes: [own] }) => own === code)));
  const published = new Set(cells(...before));
  const upper = table.system.cells.map(({ codes: [own] }) => most[own as string] ?? Number.POSITIVE_INFINITY);
  const task = taskOf(table, Object.values(parts), { publishedBefore: published, upper });
  const publishable = new Set([...task.publishable].filter((cell) => !published.has(cell)));
  const size = task.world.length;
  const prices = Array.from({ length: size }, (_, cell) => 1 + cell / 100);
  return {
    cells,
    repaired: (covered: readonly string[], seeds: readonly string[], secrets: readonly string[]) =>
      repaired({ ...task, publishable }, cells(...covered), {
        seeds: cells(...seeds),
        secrets: cells(...secrets),
        prices,
      }),
  };
}
