// The search for worlds of a block: three columns that make 20, of which one explains the hiding if it is 1 to 4.
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSearch, type Search } from '../../src/attack/search.ts';
import type { LinearModel } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import { holdWorld, type World } from '../../src/solver/worlds.ts';
import { whole } from './held.ts';
import { watched } from './watched-solver.ts';

const MANY = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

const model = (upper: readonly number[]): LinearModel => ({
  lower: upper.map(() => 0),
  upper,
  constraints: [{ columns: [0, 1, 2], coefficients: [1, 1, 1], lower: 20, upper: 20 }],
});
const FEW = [0, 1, 2].map((column) => [{ column, lower: 1, upper: 4 }]);

function open(upper: readonly number[], explains = FEW) {
  const { solver: own, asked, open: stillOpen } = watched(solver, false);
  const session = own.open(model(upper));
  const search = openSearch(own, session, { explains, promised: [0, 1, 2] });
  onTestFinished(() => {
    search.close();
    session.close();
    expect(stillOpen()).toBe(0);
  });
  return { search, session, asked };
}

/** Takes in a world that is written out. */
const add = (search: Search, world: World) => search.add(holdWorld(world, world));

const is = (column: number, lower: number, upper = lower) => [{ column, lower, upper }];

describe('reaches', () => {
  test('says whether some world that explains the hiding is within the limits, and keeps those that it found', () => {
    const { search } = open([MANY, MANY, MANY]);
    expect(search.reaches([...is(0, 0), ...is(1, 18)])).toBe(true);
    expect(whole(search.worlds())).toContainEqual([0, 18, 2]);
    expect(search.reaches([...is(0, 10), ...is(1, 10)])).toBe(false);
    expect(search.reaches(is(0, 21, MANY))).toBe(false);
    for (const world of whole(search.worlds()))
      expect(world.some((count) => count >= 1 && count <= 4)).toBe(true);
  });

  test('asks nothing where a world at hand is within the limits', () => {
    const { search, asked } = open([MANY, MANY, MANY]);
    add(search, [3, 8, 9]);
    expect(search.reaches(is(1, 8))).toBe(true);
    expect(asked()).toBe(0);
    expect(whole(search.worlds())).toEqual([[3, 8, 9]]);
  });

  test('of a block without a world is false, and asks once', () => {
    const { search, asked } = open([4, 4, 4]);
    expect(search.reaches([])).toBe(false);
    const before = asked();
    expect(search.reaches(is(0, 0))).toBe(false);
    expect(asked()).toBe(before);
  });

  test('asks HiGHS nothing that additions alone rule out', () => {
    const { search, asked } = open([MANY, 7, 6]);
    add(search, [11, 3, 6]);
    expect([0, 6, 21].map((count) => search.reaches(is(0, count)))).toEqual([false, false, false]);
    expect(asked()).toBe(0);
  });

  test('asks all relations nothing that those among the promised columns rule out', () => {
    const { constraints, ...bounds } = model([MANY, MANY, MANY, MANY]);
    const beside = { columns: [2, 3], coefficients: [1, 1], lower: 30, upper: 30 };
    const all = solver.open({ ...bounds, constraints: [...constraints, beside] });
    let asked = 0;
    const minimize: typeof all.minimize = (...question) => {
      asked += 1;
      return all.minimize(...question);
    };
    const session = { ...all, minimize };
    const search = openSearch(solver, session, { explains: FEW, promised: [0, 1, 2] });
    onTestFinished(() => all.close());
    onTestFinished(() => search.close());
    add(search, [3, 8, 9, 21]);
    expect([search.reaches(is(0, 21, 30)), search.reaches([...is(0, 10), ...is(1, 11)])]).toEqual([
      false,
      false,
    ]);
    expect(asked).toBe(0);
  });

  test('takes no word but that of HiGHS for it that there is none', () => {
    const blind: typeof solver.openChanges = (...program) => ({
      ...solver.openChanges(...program),
      ask: () => undefined,
    });
    const session = solver.open(model([MANY, MANY, MANY]));
    const search = openSearch({ ...solver, openChanges: blind }, session, { explains: FEW, promised: [] });
    onTestFinished(() => session.close());
    onTestFinished(() => search.close());
    expect([0, 18, 21].map((count) => search.reaches(is(0, count)))).toEqual([true, true, false]);
  });

  /** The sum is kept, but not the bounds, or not the limits. */
  test.for([
    [-2, 1, 21],
    [1, 9, 10],
  ] as const)('takes no world that our method gives out of bounds or limits, as %j', (lie) => {
    const lying: typeof solver.openChanges = (...program) => ({
      ...solver.openChanges(...program),
      ask: () => ({ changes: new Map(lie.map((count, at) => [at, count - ([3, 8, 9][at] ?? 0)])), cost: 1 }),
    });
    const session = solver.open(model([MANY, MANY, MANY]));
    const search = openSearch({ ...solver, openChanges: lying }, session, { explains: FEW, promised: [] });
    onTestFinished(() => session.close());
    onTestFinished(() => search.close());
    add(search, [3, 8, 9]);
    expect(search.reaches([{ column: 0, lower: -5, upper: 0 }])).toBe(true);
    expect(whole(search.worlds())[1]?.[0]).toBe(0);
    expect(whole(search.worlds())).not.toContainEqual(lie);
  });

  /** Two of them make 20 less 1 to 4, so 16 or more. */
  test('looks near the first world, which differs little', () => {
    const { search } = open([MANY, MANY, MANY]);
    add(search, [2, 9, 9]);
    expect(search.reaches(is(0, 0))).toBe(true);
    const [, other] = whole(search.worlds());
    expect(other?.[0]).toBe(0);
    expect(other?.filter((count, column) => count !== [2, 9, 9][column])).toHaveLength(3);
    expect(search.reaches(is(1, 10))).toBe(true);
    expect(whole(search.worlds())[2]).toEqual([2, 10, 8]);
  });
});

describe('raise', () => {
  test('drops the worlds in which a column is less, and finds none of them again', () => {
    const { search, session } = open([MANY, MANY, MANY]);
    expect([search.reaches(is(0, 0)), search.reaches(is(0, 9))]).toEqual([true, true]);
    search.raise(0, 5);
    expect(whole(search.worlds()).every(([first]) => (first ?? 0) >= 5)).toBe(true);
    expect([0, 4, 5].map((count) => search.reaches(is(0, count)))).toEqual([false, false, true]);
    expect([session.model.lower[0], session.model.lower[1]]).toEqual([5, 0]);
  });

  test('begins anew from another world where the one at hand is dropped', () => {
    const { search } = open([MANY, MANY, MANY]);
    add(search, [1, 9, 10]);
    expect(search.reaches(is(1, 0))).toBe(true);
    search.raise(0, 5);
    expect(search.reaches(is(1, 1))).toBe(true);
    search.raise(1, 5);
    search.raise(2, 1);
    expect(search.reaches([])).toBe(true);
    expect(
      whole(search.worlds()).every(
        ([one, other, third]) => (one ?? 0) >= 5 && (other ?? 0) >= 5 && (third ?? 0) >= 1,
      ),
    ).toBe(true);
  });

  test('leaves no world where none explains the hiding any more', () => {
    const { search } = open([MANY, MANY, MANY]);
    expect(search.reaches([])).toBe(true);
    for (const column of [0, 1, 2]) search.raise(column, 5);
    expect(search.reaches([])).toBe(false);
  });

  test('never widens what the model allows', () => {
    const { search, session } = open([MANY, MANY, MANY]);
    session.setBounds({ column: 0, lower: 9, upper: 12 });
    search.raise(0, 5);
    expect([session.model.lower[0], session.model.upper[0]]).toEqual([9, 12]);
    expect([search.reaches(is(0, 8)), search.reaches(is(0, 13)), search.reaches(is(0, 12))]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
