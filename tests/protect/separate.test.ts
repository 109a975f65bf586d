// Which constraints a choice breaks, k = 5: a total of 40, and 3, 20, 9, 8; cell 1 must be withheld.
import { expect, onTestFinished, test } from 'vitest';
import { product } from '../../src/model/boxes.ts';
import { listChoices } from '../../src/protect/choices.ts';
import { openJudge } from '../../src/protect/pattern.ts';
import type { ProtectTask } from '../../src/protect/plan.ts';
import { openSeparator } from '../../src/protect/separate.ts';
import type { Constraint } from '../../src/solver/linear-model.ts';
import { SHAPES } from '../attack/shapes.ts';
import { lineTask, taskOf } from './plans.ts';

function open(task: ProtectTask) {
  const choices = listChoices(task);
  const separator = openSeparator(choices);
  onTestFinished(() => separator.close());
  /** How much of each cell is withheld, and is a floor. */
  const valuesOf = (
    withheld: Readonly<Record<number, number>>,
    floors: Readonly<Record<number, number>> = {},
  ) => {
    const values = choices.costs.map(() => 0);
    for (const [cell, column] of choices.withhold) values[column] = withheld[cell] ?? 0;
    for (const [cell, column] of choices.floor) values[column] = floors[cell] ?? 0;
    return values;
  };
  return { choices, valuesOf, separate: separator.separate };
}

function sumOf({ columns, coefficients }: Constraint, values: readonly number[]): number {
  return columns.reduce((sum, column, term) => sum + (coefficients[term] ?? 0) * (values[column] ?? 0), 0);
}

const line = lineTask([3, 20, 9, 8]);

test('separate of nothing withheld asks for room below and above each small count', () => {
  const { separate, valuesOf } = open(line);
  const cuts = separate(valuesOf({}));
  expect(cuts.map(({ lower }) => lower)).toEqual([3, 2]);
  expect(separate(valuesOf({ 4: 1 }))).toEqual([]);
});

test('separate of a part of a cell asks for the rest', () => {
  const { separate, valuesOf } = open(line);
  expect(separate(valuesOf({ 4: 0.2 }))).toHaveLength(2);
  expect(separate(valuesOf({ 3: 0.5, 4: 0.5 }))).toEqual([]);
});

test('separate asks for room of a withheld cell of k or more, unless it is a floor', () => {
  /** The small count may rise by 2, which then is all the room below the other. */
  const tight = lineTask([3, 20, 9, 8], { upper: [40, 5, 20, 9, 13] });
  const { separate, valuesOf } = open(tight);
  expect(separate(valuesOf({ 3: 1 })).map(({ lower }) => lower)).toEqual([3, -2]);
  expect(separate(valuesOf({ 3: 1, 4: 1 }, { 3: 1, 4: 1 }))).toEqual([]);
  expect(separate(valuesOf({ 3: 1, 4: 1 })).length).toBeGreaterThan(0);
});

test.for([
  ['one line', [3, 20, 9, 8, 0]],
  ['uneven hierarchies', [3, 20, 9, 8]],
  ['two by two', [3, 20, 9, 8]],
] as const)('separate of %s gives what the choice breaks and no safe choice does', ([name, leaves]) => {
  const table = SHAPES[name];
  if (table === undefined) throw new Error('no such shape');
  const task = taskOf(table, leaves);
  const { choices, valuesOf, separate } = open(task);
  const judge = openJudge(task);
  onTestFinished(() => judge.close());
  const share = (by: number) => Object.fromEntries([...choices.withhold.keys()].map((cell) => [cell, by]));
  const points = [0, 0.1, 0.3, 1].flatMap((by) => [valuesOf(share(by)), valuesOf(share(by), share(by))]);
  const cuts = points.flatMap((values) => {
    const found = separate(values);
    for (const cut of found) expect(sumOf(cut, values)).toBeLessThan(cut.lower);
    return found;
  });
  expect(cuts.length).toBeGreaterThan(3);
  const forced = [...task.publishable].filter((cell) => !choices.withhold.has(cell));
  const ones = (cells: readonly number[]) => Object.fromEntries(cells.map((cell) => [cell, 1]));
  for (const free of product([...choices.withhold.keys()].map((cell) => [[], [cell]])).map((cells) =>
    cells.flat(),
  )) {
    if (!judge.isSafe(new Set([...forced, ...free]))) continue;
    const candidates = [...choices.floor.keys()].filter((cell) => free.includes(cell));
    const floors = product(candidates.map((cell) => [[], [cell]])).map((cells) => cells.flat());
    const isKept = (values: readonly number[]) => cuts.every((cut) => sumOf(cut, values) >= cut.lower - 1e-6);
    expect([free, floors.some((each) => isKept(valuesOf(ones(free), ones(each))))]).toEqual([free, true]);
  }
});
