// One block before a reader who knows the promise, k = 5: what is found of each column, and worlds that bear it out.

import { describe, expect, onTestFinished, test } from 'vitest';
import { type Examination, examineBlock } from '../../src/attack/examine.ts';
import type { Constraint } from '../../src/indexes/constraint.ts';
import { type LinearModel, satisfies } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { countsIn, hasAny } from '../../src/solver/worlds.ts';
import { explanationsOf, ruleOf } from '../../src/system/rule.ts';
import type { Question } from '../../src/verify/question.ts';
import { whole } from './held.ts';
import { watched } from './watched-solver.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();
const people = ruleOf('cards-issued', 5);
const requests = ruleOf('legal-requests-received', 5);

const equal = (columns: number[], value: number): Constraint => ({
  columns,
  coefficients: columns.map(() => 1),
  lower: value,
  upper: value,
});

/** One column less another is at most `most`. */
const atMost = (one: number, other: number, most: number): Constraint => ({
  columns: [one, other],
  coefficients: [1, -1],
  lower: Number.NEGATIVE_INFINITY,
  upper: most,
});

/** Columns that can be 0 to `upper`. */
const modelOf = (upper: readonly number[], ...constraints: Constraint[]): LinearModel => ({
  lower: upper.map(() => 0),
  upper,
  constraints,
});

/** Examines a block, all of it withheld people unless `more` says so. Every world must fit the model, and explain. */
function examine(model: LinearModel, more: Partial<Question> = {}): Examination {
  const promised = [...model.lower.keys()];
  const question: Question = {
    promised,
    withheld: new Set(promised),
    rules: () => people,
    explains: promised.flatMap((column) => explanationsOf(column, people, [])),
    categories: [],
    ...more,
  };
  const engine = watched(solver, false);
  const session = engine.solver.open(model);
  onTestFinished(() => session.close());
  const found = examineBlock(engine.solver, session, question);
  expect(engine.open(), 'the session alone is open').toBe(1);
  for (const world of whole(found.worlds)) {
    expect(satisfies(model, [], world)).toBe(true);
    expect(hasAny(countsIn(world), question.explains)).toBe(true);
  }
  for (const [column, verdict] of found.verdicts) {
    const counts = whole(found.worlds).map((world) => world[column] ?? 0);
    const { many } = question.rules(column);
    if (verdict === 'k-or-more') expect(Math.min(...counts)).toBeGreaterThanOrEqual(many);
    if (verdict === 'open') expect(counts).toContain(0);
    if (verdict === 'open' && question.withheld.has(column))
      expect(Math.max(...counts)).toBeGreaterThanOrEqual(many);
  }
  return found;
}

const verdictsOf = ({ verdicts }: Examination) => Object.fromEntries(verdicts);

describe('examineBlock', () => {
  test('of three columns that make k + 1: each can be 0 and k', () => {
    const found = examine(modelOf([MANY, MANY, MANY], equal([0, 1, 2], 6)));
    expect(verdictsOf(found)).toEqual({ 0: 'open', 1: 'open', 2: 'open' });
    expect([found.provablyLarge, found.empties]).toEqual([[], []]);
  });

  test('of columns that make k: none can be k, since nobody would be left to hide', () => {
    const found = examine(modelOf([MANY, MANY, MANY], equal([0, 1, 2], 5)));
    expect(verdictsOf(found)).toEqual({ 0: 'never-k', 1: 'never-k', 2: 'never-k' });
  });

  test('of what no counts explain: no world, and nothing else', () => {
    const none = { 0: 'no-world', 1: 'no-world' };
    const found = examine(modelOf([4, 4], equal([0, 1], 9)));
    expect(verdictsOf(found)).toEqual(none);
    expect([found.worlds, found.provablyLarge, found.empties]).toEqual([[], [], []]);
    expect(verdictsOf(examine(modelOf([MANY, MANY], equal([0, 1], 20))))).toEqual(none);
  });

  // Column 1 makes 20 with 2 and 3, which are 9 at most: it holds 2 or more, so 5 or more. Column 0 is that less 4, at least.
  test('names columns that hold k or more in the order in which they follow', () => {
    const found = examine(modelOf([MANY, MANY, 9, 9], equal([1, 2, 3], 20), atMost(1, 0, 4)));
    expect(found.provablyLarge).toEqual([1, 0]);
    expect(verdictsOf(found)).toEqual({ 0: 'k-or-more', 1: 'k-or-more', 2: 'open', 3: 'open' });
  });

  // Column 0 makes 12 with 1 and 5, of which nothing is promised and which are 9 at most together: so it holds 3 or more, and so k.
  test('says why a column is never 0 where the relations of the whole block were asked for it, and of no other', () => {
    const promised = [0, 2, 3, 4];
    const others = [equal([0, 1, 5], 12), equal([2, 3, 4], 6)];
    const model = modelOf(new Array(7).fill(MANY), ...others, equal([1, 5, 6], 9));
    const found = examine(model, { promised, withheld: new Set(promised) });
    expect(found.provablyLarge).toEqual([0]);
    expect([...found.rays.keys()]).toEqual([0]);
    expect(found.rays.get(0)?.[1]).toBe(0);
    const plain = modelOf([MANY, 4, MANY, MANY, MANY, 4, MANY], ...others);
    const { provablyLarge, rays } = examine(plain, { promised, withheld: new Set(promised) });
    expect([provablyLarge, rays.size]).toEqual([[0], 0]);
  });

  // Column 0 is what the others make, of which the record says that it is 9 or more.
  test('keeps what the record says of a column that holds k or more, where that is stricter', () => {
    const sum = { columns: [1, 2, 3, 0], coefficients: [1, 1, 1, -1], lower: 0, upper: 0 };
    const found = examine({ ...modelOf([MANY, MANY, MANY, MANY], sum), lower: [9, 0, 0, 0] });
    expect(found.provablyLarge).toEqual([0]);
    expect(verdictsOf(found)).toEqual({ 0: 'k-or-more', 1: 'open', 2: 'open', 3: 'open' });
  });

  test('of counts of requests: one that holds some for certain breaks the promise, however many', () => {
    const rules = () => requests;
    const explains = [0, 1, 2].flatMap((column) => explanationsOf(column, requests, []));
    const sum = equal([0, 1, 2], 20);
    expect(verdictsOf(examine(modelOf([MANY, 9, 9], sum), { rules, explains }))).toEqual({
      ...{ 0: 'never-zero', 1: 'open', 2: 'open' },
    });
    expect(verdictsOf(examine(modelOf([MANY, 9, 1], sum), { rules, explains }))).toEqual({
      ...{ 0: 'never-zero', 1: 'open', 2: 'never-k' },
    });
  });

  test('of a column that can be 0 alone: no secret if it was not withheld', () => {
    const three = equal([0, 1, 2, 3], 20);
    const withheld = new Set([0, 1, 2]);
    const of = (most: number, more: Partial<Question> = {}) =>
      verdictsOf(examine(modelOf([MANY, MANY, MANY, most], three), more))[3];
    expect(of(0)).toBe('never-k');
    expect(of(0, { withheld })).toBe('open');
    expect(of(1, { withheld })).toBe('never-k');
    expect(of(5, { withheld })).toBe('open');
  });

  test('passes by columns that the promise does not cover', () => {
    const promised = [1, 2, 3];
    const explains = promised.flatMap((column) => explanationsOf(column, people, []));
    const found = examine(modelOf([2, MANY, MANY, MANY], equal([0, 1, 2, 3], 20)), { promised, explains });
    expect(verdictsOf(found)).toEqual({ 1: 'open', 2: 'open', 3: 'open' });
  });
});

describe('examineBlock of categories', () => {
  const none = { promised: [], withheld: new Set<number>(), explains: [[]] };
  const category = (column: number, ...groups: number[]) => ({
    column,
    peopled: groups.map((group) => ({ column: group, lower: 1, upper: MANY })),
  });
  /** Columns 0 and 1 make column 2, the group. */
  const sum = { columns: [0, 1, 2], coefficients: [1, 1, -1], lower: 0, upper: 0 };
  const emptiesOf = (upper: number[], ...categories: Question['categories']) =>
    examine(modelOf(upper, sum), { ...none, categories }).empties;

  test('names those that are 0 while their group has people, or may have', () => {
    expect(emptiesOf([0, 9, 9], category(0, 2), category(1, 2))).toEqual([0]);
    expect(emptiesOf([0, 9, 9], category(0), category(1))).toEqual([0]);
  });

  test('passes those that can hold somebody, and those of a group that can have nobody', () => {
    expect(emptiesOf([1, 9, 9], category(0, 2), category(1, 2))).toEqual([]);
    expect(emptiesOf([0, 9, 0], category(0, 2), category(1, 2))).toEqual([]);
  });

  test('joins the worlds that show somebody in a category', () => {
    const { worlds } = examine(modelOf([1, 9, 9], sum), { ...none, categories: [category(0, 2)] });
    expect(whole(worlds).map((world) => world[0])).toContain(1);
  });

  test('names a category that is 0 in all the worlds that were found already', () => {
    const four = modelOf([0, MANY, MANY, MANY], equal([0, 1, 2, 3], 20));
    const promised = [1, 2, 3];
    const explains = promised.flatMap((column) => explanationsOf(column, people, []));
    expect(examine(four, { promised, explains, categories: [category(0)] }).empties).toEqual([0]);
  });

  test('takes only worlds that explain the hiding', () => {
    // Column 3 must be few, and then nobody is in column 0.
    const apart = { columns: [0, 3], coefficients: [9, 1], lower: 0, upper: 9 };
    const explains = [[{ column: 3, lower: 1, upper: 4 }]];
    const found = examine(modelOf([1, 9, 9, 9], sum, apart), {
      ...none,
      explains,
      categories: [category(0, 2)],
    });
    expect(found.empties).toEqual([0]);
  });
});

/** The worlds of a table of which only the sums of rows and columns are known. */
function worldsOf(rows: readonly number[], columns: readonly number[]): string[] {
  const at = (row: number, column: number) => columns.length * row + column;
  const { worlds } = examine(
    modelOf(
      new Array(rows.length * columns.length).fill(MANY),
      ...rows.map((count, row) =>
        equal(
          [...columns.keys()].map((column) => at(row, column)),
          count,
        ),
      ),
      ...columns.map((count, column) =>
        equal(
          [...rows.keys()].map((row) => at(row, column)),
          count,
        ),
      ),
    ),
  );
  return whole(worlds).map((world) => world.join(' '));
}

// Published audits hold such worlds, and whoever makes an audit again must come to the same: other worlds here are
// another engine, or another solver, and `npm run attack` says so of every audit made before.
test('examineBlock of a table with its sums finds the worlds that it always found', () => {
  expect(worldsOf([20, 20, 20], [20, 20, 20])).toEqual([
    '1 19 0 0 1 19 19 0 1',
    '0 19 1 1 1 18 19 0 1',
    '1 0 19 0 20 0 19 0 1',
    '1 19 0 0 0 20 19 1 0',
    '1 19 0 19 1 0 0 0 20',
    '5 15 0 0 1 19 15 4 1',
    '9 11 0 0 1 19 11 8 1',
  ]);
  expect(worldsOf([30, 9, 14, 22], [25, 7, 6, 20, 17])).toEqual([
    '14 7 6 0 3 0 0 0 9 0 0 0 0 0 14 11 0 0 11 0',
    '0 7 6 14 3 9 0 0 0 0 0 0 0 0 14 16 0 0 6 0',
    '14 0 6 7 3 0 7 0 2 0 0 0 0 0 14 11 0 0 11 0',
    '14 7 0 6 3 0 0 6 3 0 0 0 0 0 14 11 0 0 11 0',
    '14 7 6 3 0 0 0 0 6 3 0 0 0 0 14 11 0 0 11 0',
    '14 7 1 0 8 0 0 0 0 9 0 0 5 9 0 11 0 0 11 0',
    '16 5 6 0 3 9 0 0 0 0 0 0 0 0 14 0 2 0 20 0',
    '14 0 2 11 3 0 0 0 9 0 0 0 0 0 14 11 7 4 0 0',
    '14 7 6 0 3 0 0 0 9 0 5 0 0 0 9 6 0 0 11 5',
    '14 2 6 0 8 0 0 0 9 0 0 5 0 0 9 11 0 0 11 0',
    '14 7 1 5 3 0 0 0 9 0 0 0 0 0 14 11 0 5 6 0',
  ]);
  expect(worldsOf([19, 18, 17, 7], [35, 20, 6])).toEqual([
    '0 19 0 18 0 0 16 1 0 1 0 6',
    '13 0 6 6 12 0 16 1 0 0 7 0',
    '12 7 0 0 12 6 16 1 0 7 0 0',
    '15 4 0 18 0 0 0 16 1 2 0 5',
    '0 19 0 18 0 0 17 0 0 0 1 6',
    '0 19 0 18 0 0 11 1 5 6 0 1',
  ]);
  expect(worldsOf([19, 24, 20], [40, 18, 5])).toEqual([
    '0 18 1 20 0 4 20 0 0',
    '15 0 4 5 18 1 20 0 0',
    '1 18 0 19 0 5 20 0 0',
    '0 18 1 24 0 0 16 0 4',
    '16 3 0 24 0 0 0 15 5',
    '0 14 5 20 4 0 20 0 0',
  ]);
});
