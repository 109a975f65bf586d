// How one shortfall is made up, k = 5: a total of 40, and 3, 20, 9, 8; and of a sensitive dimension, k = 5.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../src/indexes/constraint.ts';
import type { Unprotected } from '../../src/protect/audit/block-check.ts';
import { explanation, linearRoom, wholeRoom } from '../../src/protect/find-secondary.ts';
import type { Found } from '../../src/protect/moves.ts';
import { openSecondaryFinder } from '../../src/protect/secondary-finder.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { SENSITIVE_SHAPES } from '../attack/shapes.ts';
import { lineTask, taskOf } from './plans.ts';

const task = lineTask([3, 20, 9, 8]);
const ANY = Number.POSITIVE_INFINITY;

function lack(lacks: Unprotected['lacks'], more: Partial<Unprotected> = {}): Unprotected {
  return { cell: 1, target: 'zero', provablyLarge: [], lacks, ...more };
}

/** Notes each question, and finds what `find` says. */
function noting(find: (demands: readonly Limit[]) => Partial<Found> | undefined) {
  const asked: (readonly Limit[])[] = [];
  const wholes: boolean[] = [];
  const findSecondary = (
    demands: readonly Limit[],
    _: ReadonlySet<number>,
    whole: boolean,
  ): Found | undefined => {
    asked.push(demands);
    wholes.push(whole);
    const found = find(demands);
    return found && { move: undefined, cells: [], cost: 1, ...found };
  };
  return { asked, wholes, finder: { findSecondary, avoid: () => {}, close: () => {} } };
}

describe('linearRoom and wholeRoom', () => {
  test('ask that the target be met, and that provably large cells hold k or more, of a shortfall of room', () => {
    const unprotected = lack('room', { target: 'many', provablyLarge: [3] });
    const { asked, wholes, finder } = noting(() => ({ cells: [4] }));
    expect(linearRoom(task, finder, new Set([1]), unprotected)?.cells).toEqual([4]);
    expect(wholeRoom(task, finder, new Set([1]), unprotected)?.cells).toEqual([4]);
    expect(wholes).toEqual([false, true]);
    const demands = [
      { column: 1, lower: 5, upper: ANY },
      { column: 3, lower: 5, upper: ANY },
    ];
    expect(asked).toEqual([demands, demands]);
  });

  test('ask nothing of a shortfall of explanation, nor does explanation of one of room', () => {
    const { asked, finder } = noting(() => ({ cells: [4] }));
    expect(linearRoom(task, finder, new Set([1]), lack('explanation'))).toBeUndefined();
    expect(wholeRoom(task, finder, new Set([1]), lack('explanation'))).toBeUndefined();
    expect(explanation(task, finder, new Set([1]), lack('room'))).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

/** The cells that are asked, one after another, to be 1 to 4 while cell 1 is 0. */
function explainedOf(
  of: ProtectTask,
  withheld: readonly number[],
  more: Partial<Unprotected> = {},
): number[] {
  const { asked, finder } = noting(() => undefined);
  expect(explanation(of, finder, new Set(withheld), lack('explanation', more))).toBeUndefined();
  return asked.map((demands) => demands.at(-1)?.column ?? -1);
}

describe('explanation', () => {
  test('asks that other cells of the row hold few, hidden ones first, then the cheapest', () => {
    expect(explainedOf(task, [1, 3])).toEqual([3, 4, 2, 0]);
    expect(explainedOf(lineTask([3, 20, 9, 8], { costs: [1, 1, 9, 9, 2] }), [1])).toEqual([0, 4, 2, 3]);
  });

  test('asks for whole numbers', () => {
    const { wholes, finder } = noting(() => undefined);
    explanation(task, finder, new Set([1, 3]), lack('explanation'));
    expect(wholes).toEqual([true, true, true, true]);
  });

  test('asks neither provably large cells nor cells that must stay published', () => {
    expect(explainedOf(task, [1, 3], { provablyLarge: [3] })).toEqual([4, 2, 0]);
    expect(explainedOf({ ...task, publishable: new Set([1, 4]) }, [1, 3])).toEqual([3, 4]);
  });

  test('asks 16 cells at most', () => {
    expect(explainedOf(lineTask([3, ...Array(30).fill(9)]), [1])).toHaveLength(16);
  });

  test('gives the cheapest way, and counts what withholding the cell itself costs', () => {
    const cost = new Map([
      [3, 30],
      [4, 20],
      [2, 9],
      [0, 1],
    ]);
    const find = (demands: readonly Limit[]) => ({
      cells: [2],
      cost: cost.get(demands.at(-1)?.column ?? -1) ?? 99,
    });
    const found = explanation(task, noting(find).finder, new Set([1, 3]), lack('explanation'));
    expect(found).toEqual({ move: undefined, cells: [2, 4], cost: 28 });
    const free = lineTask([3, 20, 9, 8], { costs: [40, 3, 20, 9, 1] });
    const cheap = explanation(free, noting(find).finder, new Set([1, 3]), lack('explanation'));
    expect(cheap).toMatchObject({ cells: [2, 4], cost: 21 });
  });

  test('gives the first of two ways that cost the same', () => {
    const cost = new Map([
      [4, 20],
      [2, 8],
    ]);
    const find = (demands: readonly Limit[]) => ({
      cells: [0],
      cost: cost.get(demands.at(-1)?.column ?? -1) ?? 99,
    });
    const found = explanation(task, noting(find).finder, new Set([1, 3]), lack('explanation'));
    expect(found).toMatchObject({ cells: [0, 4], cost: 28 });
  });

  test('adds no cell that is withheld, and takes no way that adds none', () => {
    const nothing = () => ({ cells: [], cost: 1 });
    const unprotected = lack('explanation');
    const found = explanation(task, noting(nothing).finder, new Set([1, 3]), unprotected);
    expect(found).toMatchObject({ cells: [4], cost: 9 });
    const all = new Set([0, 1, 2, 3, 4]);
    expect(explanation(task, noting(nothing).finder, all, unprotected)).toBeUndefined();
  });

  test('asks also around hidden cells that share a row with those around', () => {
    const table = SENSITIVE_SHAPES['two groups in two categories'];
    if (table === undefined) throw new Error('no such shape');
    const plain = taskOf(table, [3, 20, 9, 8]);
    const square = { ...plain, groups: new Map() };
    const of = (key: string) => table.system.index.get(key) ?? -1;
    const keys = (withheld: readonly string[]) =>
      explainedOf(square, withheld.map(of), { cell: of('a1|b1') })
        .map((cell) => table.system.cells[cell]?.key)
        .sort();
    expect(keys(['a1|b1'])).toEqual(['_T|b1', 'a1|_T', 'a1|b2', 'a2|b1']);
    expect(keys(['a1|b1', 'a2|b1'])).toEqual(['_T|b1', 'a1|_T', 'a1|b2', 'a2|_T', 'a2|b1', 'a2|b2']);
  });

  test('asks a category itself too, since it explains by being empty', () => {
    const table = SENSITIVE_SHAPES['one group in three categories'];
    if (table === undefined) throw new Error('no such shape');
    const of = (key: string) => table.system.index.get(key) ?? -1;
    const [own, group] = [of('a1'), of('_T')];
    const { asked, finder } = noting(() => undefined);
    const unprotected = lack('explanation', { cell: own });
    explanation(taskOf(table, [0, 20, 9]), finder, new Set([own]), unprotected);
    expect(asked).toContainEqual([
      { column: own, lower: 0, upper: 0 },
      { column: group, lower: 1, upper: ANY },
    ]);
    expect(explainedOf(task, [1])).not.toContain(1);
  });

  test('of a true task finds what lets the cell be nobody while another is few', () => {
    const finder = openSecondaryFinder(task);
    onTestFinished(() => finder.close());
    expect(explanation(task, finder, new Set([1, 3]), lack('explanation'))?.cells).toEqual([4]);
  });
});
