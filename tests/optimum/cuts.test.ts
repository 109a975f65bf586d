// What every safe choice satisfies, k = 5: a total of 32, and 3, 20, 0, 9; cell 1 is small.
//   w0 w2 w3 w4   the cell is withheld          f0 f2 f4   it is provably large

import { describe, expect, test } from 'vitest';
import { type Goal, listChoices } from '../../src/optimum/choices.ts';
import {
  capacityCut,
  categoryCuts,
  companyCuts,
  largeCuts,
  notAlone,
  otherThan,
} from '../../src/optimum/cuts.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import { SENSITIVE_SHAPES, SHAPES } from '../attack/shapes.ts';
import { lineTask, taskOf } from '../protect/plans.ts';
import { inWords as read } from './words.ts';

const line = lineTask([3, 20, 0, 9]);
const choices = listChoices(line);

function capacity(task: ProtectTask, goal: Partial<Goal>, weights: readonly number[], slack = 0): string {
  const of = listChoices(task);
  const full = { cell: 1, direction: -1, room: 3, isConditional: false, ...goal } as const;
  return read(of, capacityCut(of, full, Float64Array.from(weights), slack));
}

describe('capacityCut', () => {
  test('counts no cell for more than the room', () => {
    expect(capacity(line, {}, [0, 1, -1, 0, 1])).toBe('3 w2 + 3 w4 >= 3');
  });

  test('counts falls and rises by their weights, to 0 and to the bounds on the record', () => {
    const bounded = { ...line, upper: [99, 99, 24, 99, 99], lower: [0, 0, 0, 0, 4] };
    expect(capacity(bounded, { room: 50 }, [0, 1, -2, 0, 1])).toBe('8 w2 + 5 w4 + -1 f4 >= 50');
    expect(capacity(bounded, { room: 50 }, [0.5, 1, 0, -0.5, 2])).toBe(
      '16 w0 + 49.5 w3 + 10 w4 + -2.5 f0 + -2 f4 >= 50',
    );
  });

  test('counts a provably large cell only as far as it is above k', () => {
    expect(capacity(line, { room: 6 }, [0, 1, 0, 0, 1])).toBe('6 w4 + -2 f4 >= 6');
  });

  test('leaves out what inequalities give, what hidden cells give, and weights that are rounding', () => {
    expect(capacity(line, {}, [0, 1, -1, 0, 0], 2)).toBe('3 w2 >= 1');
    expect(capacity(line, {}, [0, 1, -1, 1e-12, -1e-12])).toBe('3 w2 >= 3');
    const kept = { ...line, forced: new Set([1, 4]) };
    expect(capacity(kept, { room: 6 }, [0, 1, -1, 0, 1])).toBe('6 w2 + -2 f4 >= 0');
  });

  test('of a conditional goal asks nothing where the cell is published or provably large', () => {
    const goal = { cell: 4, room: 9, isConditional: true };
    expect(capacity(line, goal, [0, 0, -1, 0, 1])).toBe('9 w2 + -9 w4 + 9 f4 >= 0');
    const kept = { ...line, forced: new Set([1, 4]) };
    expect(capacity(kept, goal, [0, 0, -1, 0, 1])).toBe('9 w2 + 9 f4 >= 9');
  });

  test('of a goal without a condition asks the same whatever is chosen of the cell', () => {
    expect(capacity(line, { cell: 4, room: 9 }, [0, 0, -1, 0, 1])).toBe('9 w2 >= 9');
  });
});

test('largeCuts ask that a provably large cell be withheld, where that is a choice', () => {
  expect(largeCuts(choices).map((cut) => read(choices, cut))).toEqual([
    '1 w0 + -1 f0 >= 0',
    '1 w2 + -1 f2 >= 0',
    '1 w4 + -1 f4 >= 0',
  ]);
  const kept = listChoices({ ...line, forced: new Set([1, 4]) });
  expect(largeCuts(kept)).toHaveLength(2);
});

test('categoryCuts ask that the categories of a withheld group be withheld too', () => {
  const task = { ...line, groups: new Map([[2, [0, 4]]]) };
  expect(categoryCuts(listChoices(task)).map((cut) => read(choices, cut))).toEqual([
    '-1 w0 + 1 w2 >= 0',
    '1 w2 + -1 w4 >= 0',
  ]);
  expect(categoryCuts(listChoices({ ...task, groups: new Map([[1, [0]]]) }))).toEqual([]);
  expect(categoryCuts(listChoices({ ...task, groups: new Map([[2, [1]]]) }))).toEqual([]);
});

describe('companyCuts', () => {
  const cuts = (task: ProtectTask) =>
    companyCuts(listChoices(task)).map((cut) => read(listChoices(task), cut));

  test('ask for one more cell of an equation in which one is hidden that needs room', () => {
    expect(cuts(line)).toEqual(['1 w0 + 1 w2 + 1 w3 + 1 w4 >= 1']);
  });

  test('ask of each cell of an equation in which none is hidden that it be not alone, or with its group', () => {
    const task = lineTask([7, 20, 9]);
    expect(cuts(task)).toEqual([
      '-1 w0 + 1 w1 + 1 w2 + 1 w3 >= 0',
      '1 w0 + -1 w1 + 1 w2 + 1 w3 >= 0',
      '1 w0 + 1 w1 + -1 w2 + 1 w3 >= 0',
      '1 w0 + 1 w1 + 1 w2 + -1 w3 >= 0',
    ]);
    const fixed = {
      ...task,
      publishable: new Set([0, 1, 2]),
      groups: new Map([[2, [0]]]),
      publishedBefore: new Set([0]),
    };
    expect(cuts(fixed)).toEqual(['-1 w1 + 1 w2 >= 0', '1 w1 + -1 w2 >= 0']);
  });

  test('count the group of a cell as company, though it stands in no equation with it', () => {
    const table = SHAPES['a hierarchy'];
    if (table === undefined) throw new Error('no such shape');
    const task = taskOf(table, [7, 20, 9, 8]);
    const of = (key: string) => table.system.index.get(key) ?? -1;
    const grouped = { ...task, groups: new Map([[of('x1'), [of('_T')]]]) };
    const own = listChoices(task).withhold;
    const about = (each: ProtectTask) =>
      companyCuts(listChoices(each)).filter(
        ({ columns, coefficients }) => coefficients[columns.indexOf(own.get(of('x1')) ?? -1)] === -1,
      );
    expect(about(task).map(({ columns }) => columns.length)).toEqual([3]);
    expect(about(grouped).map(({ columns }) => columns.length)).toEqual([4]);
  });

  test('ask nothing of inequalities, of two hidden cells, and of one that needs no room', () => {
    const [row] = line.system.rows;
    const rows = row ? [{ ...row, lower: Number.NEGATIVE_INFINITY }] : [];
    expect(cuts({ ...line, system: { ...line.system, rows } })).toEqual([]);
    expect(cuts(lineTask([3, 20, 4, 9]))).toEqual([]);
    expect(cuts({ ...lineTask([7, 20, 9]), forced: new Set([1]) })).toEqual([]);
  });
});

test('otherThan asks for one cell more, or one less', () => {
  expect(read(choices, otherThan(choices, new Set([1, 2, 4])))).toBe('1 w0 + -1 w2 + 1 w3 + -1 w4 >= -1');
});

test('notAlone leaves out cells of which there is no choice', () => {
  expect(read(choices, notAlone(choices, [1, 2], new Set([1, 2])))).toBe('1 w0 + -1 w2 + 1 w3 + 1 w4 >= 0');
});

test('notAlone asks that of the cells around a block one more be withheld, or one less', () => {
  const table = SENSITIVE_SHAPES['two groups in two categories'];
  if (table === undefined) throw new Error('no such shape');
  const task = { ...taskOf(table, [30, 20, 9, 8]), groups: new Map() };
  const of = (key: string) => table.system.index.get(key) ?? -1;
  const all = listChoices(task);
  const cut = notAlone(all, [of('a1|b1')], new Set([of('a1|b1'), of('a2|_T')]));
  const cells = [...all.withhold].filter(([, column]) => cut.columns.includes(column)).map(([cell]) => cell);
  expect(cells.map((cell) => table.system.cells[cell]?.key).sort()).toEqual(
    ['_T|b1', 'a1|_T', 'a1|b1', 'a1|b2', 'a2|b1'].sort(),
  );
  expect([Math.min(...cut.coefficients), Math.max(...cut.coefficients), cut.lower]).toEqual([-1, 1, 0]);
});
