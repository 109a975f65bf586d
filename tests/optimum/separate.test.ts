// Which constraints a choice breaks, k = 5: a total of 40, and 3, 20, 9, 8; cell 1 must be withheld.

import { expect, onTestFinished, test } from 'vitest';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { listChoices } from '../../src/optimum/choices.ts';
import { openSeparator } from '../../src/optimum/separate.ts';
import { openPatternAudit } from '../../src/protect/audit/pattern-audit.ts';
import type { ProtectTask } from '../../src/protect/task.ts';
import type { Solver } from '../../src/solver/solver.ts';
import { product } from '../../src/system/boxes.ts';
import { SHAPES } from '../attack/shapes.ts';
import { measuresOf } from '../attack/tables.ts';
import { watched } from '../attack/watched-solver.ts';
import { lineTask, taskOf } from '../protect/plans.ts';
import { inWords } from './words.ts';

function open(task: ProtectTask) {
  const engine = watched(task.solver, false);
  const choices = listChoices({ ...task, solver: engine.solver });
  const separator = openSeparator(choices);
  onTestFinished(() => separator.close());
  /** How much of each cell is withheld, and is provably large. */
  const valuesOf = (
    withheld: Readonly<Record<number, number>>,
    provablyLarge: Readonly<Record<number, number>> = {},
  ) => {
    const values = choices.costs.map(() => 0);
    for (const [cell, column] of choices.withhold) values[column] = withheld[cell] ?? 0;
    for (const [cell, column] of choices.large) values[column] = provablyLarge[cell] ?? 0;
    return values;
  };
  const cutsOf = (...values: Parameters<typeof valuesOf>) =>
    separator.separate(valuesOf(...values)).map((cut) => inWords(choices, cut));
  const askedFor = (...values: Parameters<typeof valuesOf>) => {
    const before = engine.asked();
    separator.separate(valuesOf(...values));
    return engine.asked() - before;
  };
  return { choices, valuesOf, cutsOf, askedFor, separate: separator.separate };
}

function sumOf({ columns, coefficients }: Constraint, values: readonly number[]): number {
  return columns.reduce((sum, column, term) => sum + (coefficients[term] ?? 0) * (values[column] ?? 0), 0);
}

const line = lineTask([3, 20, 9, 8]);

/** What the goals of cell 1 ask of the others while nothing or too little is withheld. */
const ROOM = ['3 w0 + 3 w2 + 3 w3 + 3 w4 >= 3', '2 w0 + 2 w2 + 2 w3 + 2 w4 >= 2'];

test('separate of nothing withheld asks for room below and above each small count', () => {
  const { cutsOf } = open(line);
  expect(cutsOf({})).toEqual(ROOM);
  expect(cutsOf({ 4: 1 })).toEqual([]);
});

test('separate of a part of a cell asks for the rest', () => {
  const { cutsOf } = open(line);
  expect(cutsOf({ 4: 0.3 })).toEqual(ROOM);
  expect(cutsOf({ 3: 0.5, 4: 0.5 })).toEqual([]);
});

test('separate takes a value a little below 0 for nothing', () => {
  expect(open(line).cutsOf({ 4: -1e-6 })).toEqual(ROOM);
});

test('separate asks for room of a withheld cell of k or more, unless it is provably large', () => {
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
  const audit = openPatternAudit(task);
  onTestFinished(() => audit.close());
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
    if (!audit.isSafe(new Set([...forced, ...free]))) continue;
    const candidates = [...choices.large.keys()].filter((cell) => free.includes(cell));
    const provablyLarge = product(candidates.map((cell) => [[], [cell]])).map((cells) => cells.flat());
    const isKept = (values: readonly number[]) => cuts.every((cut) => sumOf(cut, values) >= cut.lower - 1e-6);
    expect([free, provablyLarge.some((each) => isKept(valuesOf(ones(free), ones(each))))]).toEqual([
      free,
      true,
    ]);
  }
});

test('separate counts what small counts beside a cell give, and not more than they hold', () => {
  // 3 and 1 may take turns: the 3 rises by 1 where the 1 falls, and the 1 by 3 where the 3 falls.
  expect(open(lineTask([3, 1, 20, 9])).cutsOf({})).toEqual([
    '2 w0 + 2 w3 + 2 w4 >= 1',
    '4 w0 + 4 w3 + 4 w4 >= 1',
  ]);
});

test('separate counts no fall below what is on the record, and none of a provably large cell below k', () => {
  const record = { lower: [0, 0, 0, 8, 0] };
  expect(open(lineTask([3, 20, 9, 8], record)).cutsOf({ 3: 1 }, { 3: 1 })).toEqual([
    '2 w0 + 2 w2 + 1 w3 + 2 w4 >= 2',
  ]);
  expect(open(lineTask([3, 6, 20, 9])).cutsOf({ 2: 1 }, { 2: 1 })).toEqual([
    '2 w0 + 2 w2 + 2 w3 + 2 w4 + -1 f2 >= 2',
  ]);
});

test('separate counts no move of a cell that stays published', () => {
  const fixed = lineTask([3, 20, 9, 8], {
    publishedBefore: new Set([0]),
    publishable: new Set([1, 2, 3, 4]),
  });
  expect(open(fixed).cutsOf({ 3: 0.3 })).toEqual(['3 w2 + 3 w3 + 3 w4 >= 3', '2 w2 + 2 w3 + 2 w4 >= 2']);
});

test('separate asks others for nothing where it is the record that keeps a cell from its goal', () => {
  const bounded = lineTask([3, 20, 9, 8], { lower: [0, 1, 0, 0, 0], upper: [99, 4, 99, 99, 99] });
  expect(open(bounded).cutsOf({ 4: 1 }, { 4: 1 })).toEqual([]);
});

test('separate asks for room of a zero as far as it is withheld, and always if it tells of its group', () => {
  // The zero rises by 5 where 2 falls to nobody, and another cell by 3; of 20, a part that is withheld is not enough.
  const task = lineTask([2, 0, 20], { upper: [22, 99, 99, 99] });
  expect(open(task).cutsOf({ 2: 1, 3: 0.4 })).toEqual(['3 w3 >= 3', '-5 w2 + 5 w3 >= -2']);
  expect(open({ ...task, disclosing: new Set([2]) }).cutsOf({})).toEqual([
    '2 w0 + 2 w2 + 2 w3 >= 2',
    '3 w3 >= 3',
    '5 w3 >= 3',
  ]);
});

test('separate takes back what it allows a cell for the sake of its own goal', () => {
  // The zero is withheld by a fifth, so it rises by 1 and not by its goal of 5 where the 3 is to fall to nobody.
  expect(open(lineTask([0, 3, 20, 9])).cutsOf({ 1: 0.2 })).toEqual([
    '3 w0 + 3 w1 + 3 w3 + 3 w4 >= 3',
    '2 w0 + 2 w3 + 2 w4 >= 2',
  ]);
});

test('separate asks for as much of what earlier releases withheld, which has no choice but to be provably large', () => {
  // Nine would have to go elsewhere, and the record lets the 3 rise to 5 alone.
  const tight = lineTask([3, 20, 9, 8], { upper: [40, 5, 20, 12, 8], inherited: new Set([3]) });
  expect(open(tight).cutsOf({})).toEqual(['9 w0 + 9 f3 >= 7']);
  expect(open(tight).cutsOf({}, { 3: 1 })).toEqual([]);
});

test('separate counts what inequalities leave open', () => {
  // Cards are at most applications, 3 of 4: one more card may have been given, and a second only to another applicant.
  const table = measuresOf({
    cells: { cards: ['card'], applications: ['card', 'refused'] },
    rows: [{ left: ['cards'], right: ['applications'], sense: 'at-most' }],
  });
  const task = taskOf(table, [3, 1], { people: [3, 9] });
  expect(open(task).cutsOf({})).toEqual(['2 w1 >= 1']);
  const rows = [{ cells: [1, 0], coefficients: [1, -1], lower: 0, upper: Number.POSITIVE_INFINITY }];
  expect(open({ ...task, system: { ...task.system, rows } }).cutsOf({})).toEqual(['2 w1 >= 1']);
});

test('separate gives nothing where a cell that is withheld makes up for the rest by itself', () => {
  // Twice the small count and another make 26: the small one falls by 3 where the other rises by 6.
  const table = measuresOf({
    cells: { few: ['few'], many: ['many'] },
    rows: [{ left: ['few', 'many'], right: [], sense: 'equal' }],
  });
  const rows = [{ cells: [0, 1], coefficients: [2, 1], lower: 26, upper: 26 }];
  const task = taskOf({ ...table, system: { ...table.system, rows } }, [3, 20]);
  expect(open(task).cutsOf({})).toEqual(['3 w1 >= 3', '2 w1 >= 2']);
  expect(open(task).cutsOf({ 1: 1 }, { 1: 1 })).toEqual([]);
});

/**
 * Columns of two sums: `x + a = A` and `x + b + c = B`, each of `counts` where a sum is what it makes. The cells are
 * 0 to 3, the sums 4 and 5; `turned` swaps the sums.
 */
function crossing(counts: readonly number[], more: Partial<ProtectTask>, turned = false) {
  const rows = [
    { left: ['x', 'a'], right: ['A'], sense: 'equal' as const },
    { left: ['x', 'b', 'c'], right: ['B'], sense: 'equal' as const },
  ];
  const table = measuresOf({
    cells: { x: ['x'], a: ['a'], b: ['b'], c: ['c'], A: ['x', 'a'], B: ['x', 'b', 'c'] },
    rows: turned ? rows.toReversed() : rows,
  });
  return open(taskOf(table, counts, more));
}
const ANY = Number.POSITIVE_INFINITY;

test.for([false, true])(
  'separate finds the sum that gives too little room beside one that gives enough',
  (turned) => {
    // Ten fall to nobody where a rises by 10, and b and c by as much: the record allows these 3 and 4.
    const upper = [ANY, ANY, 23, 24, ANY, ANY];
    const all = { 0: 1, 1: 1, 2: 1, 3: 1 };
    expect(crossing([10, 20, 20, 20], { upper }, turned).cutsOf(all)).toEqual([
      '-10 w0 + 3 w2 + 4 w3 + 10 w5 + 10 f0 >= 0',
    ]);
    const people = [4, 20, 20, 20, 30, 50];
    expect(crossing([10, 20, 20, 20], { upper, people }, turned).cutsOf(all)).toEqual([
      '3 w2 + 4 w3 + 10 w5 >= 10',
    ]);
  },
);

test.for([false, true])(
  'separate lets provably large cells fall to k and others to the record, each in its sum',
  (turned) => {
    // Three rise to 5 where a falls by 2, which it may as provably large, and b by 2, of which the record allows 1.
    const lower = [0, 0, 8, 0, 0, 0];
    const found = crossing([3, 20, 9, 0], { lower }, turned).cutsOf({ 1: 1, 2: 1 }, { 1: 1 });
    expect(found).toEqual(['1 w2 + 2 w5 >= 2']);
  },
);

test.for([false, true])(
  'separate lets small counts move for each other, before and after their own goals',
  (turned) => {
    // x and a hold 3 each and may take turns, as far as b goes along with x: down by 1 and up by 1.
    const record = { lower: [0, 0, 8, 0, 0, 0], upper: [ANY, ANY, 10, 0, ANY, ANY] };
    expect(crossing([3, 3, 9, 0], record, turned).cutsOf({ 2: 1 }, { 2: 1 })).toEqual([
      '1 w2 + 3 w5 >= 3',
      '1 w2 + 2 w5 >= 2',
      '1 w2 + 3 w4 + 3 w5 + -2 f4 >= 3',
      '1 w2 + 2 w4 + 2 w5 >= 2',
    ]);
  },
);

test('separate asks the solver nothing of what hidden cells reach whatever is chosen', () => {
  expect(open(lineTask([3, 2, 20, 9])).askedFor({})).toBe(0);
});

test('separate asks the solver of cells that are withheld and not provably large alone, not of traces of either', () => {
  const { askedFor } = open(line);
  expect(askedFor({})).toBe(2);
  expect(askedFor({ 4: 1 })).toBe(3);
  expect(askedFor({ 4: 1 }, { 4: 1 })).toBe(2);
  expect(askedFor({ 4: 5e-6 })).toBe(2);
  expect(open(lineTask([3, 20, 0, 9])).askedFor({ 3: 5e-6 })).toBe(2);
});

test('separate fails where the solver finds no farthest move, and close closes its model', () => {
  const { solver, open: stillOpen } = watched(line.solver, false);
  const choices = listChoices({ ...line, solver });
  const separator = openSeparator(choices);
  expect(stillOpen()).toBe(1);
  separator.close();
  expect(stillOpen()).toBe(0);
  const lost: Solver = {
    ...solver,
    open: (...model) => ({
      ...solver.open(...model),
      minimize: () => ({ status: 'infeasible' }),
      reducedCosts: () => new Float64Array(),
    }),
  };
  expect(() => openSeparator(listChoices({ ...line, solver: lost }))).toThrow(
    'internal error: the farthest move is infeasible',
  );
});
