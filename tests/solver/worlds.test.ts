import { describe, expect, onTestFinished, test } from 'vitest';
import type { Limit } from '../../src/indexes/constraint.ts';
import { type LinearModel, type Outcome, SolverError } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Session } from '../../src/solver/session.ts';
import {
  type AnyOf,
  bothOf,
  countsIn,
  findWith,
  findWorld,
  findWorldWith,
  hasAny,
} from '../../src/solver/worlds.ts';

const NONE = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

function open(model: LinearModel): Session {
  const session = solver.open(model);
  onTestFinished(() => session.close());
  return session;
}

/** Three columns that add up to `total`, each taken twice in twos: x + y, y + z, x + z. */
function triangle(total: number): LinearModel {
  const pairs = [
    [0, 1],
    [1, 2],
    [0, 2],
  ];
  return {
    lower: [0, 0, 0],
    upper: [NONE, NONE, NONE],
    constraints: pairs.map((columns) => ({ columns, coefficients: [1, 1], lower: total, upper: total })),
  };
}

/** x + y = 10 */
const SUM: LinearModel = {
  lower: [0, 0],
  upper: [NONE, NONE],
  constraints: [{ columns: [0, 1], coefficients: [1, 1], lower: 10, upper: 10 }],
};

const costs = (...list: number[]) => new Map(list.map((each, column) => [column, each]));

/** A session that gives these answers, one after another, whatever it is asked. */
function answering(model: LinearModel, ...answers: Outcome[]): Session {
  let next = 0;
  const minimize = () => {
    next += 1;
    return answers[next - 1] ?? { status: 'infeasible' as const };
  };
  return {
    model,
    minimize,
    ask: minimize,
    wholeNear: () => undefined,
    setCost: () => undefined,
    setCosts: () => undefined,
    setBounds: () => undefined,
    basis: () => undefined,
    reducedCosts: () => new Float64Array(),
    close: () => undefined,
  };
}

const optimal = (...values: number[]): Outcome => ({
  status: 'optimal',
  values: Float64Array.from(values),
  objective: 0,
});

describe('findWorld', () => {
  test('gives the cheapest whole numbers within the limits', () => {
    expect(findWorld(open(SUM), [], costs(1))).toEqual([0, 10]);
    expect(findWorld(open(SUM), [{ column: 0, lower: 3, upper: 6 }], costs(-1))).toEqual([6, 4]);
  });

  test('gives undefined where there are none', () => {
    expect(findWorld(open(SUM), [{ column: 0, lower: 11, upper: 20 }], costs(1))).toBeUndefined();
  });

  test('gives undefined where only fractions fit', () => {
    expect(open(triangle(3)).minimize(costs(1), [], false)).toMatchObject({
      values: Float64Array.of(1.5, 1.5, 1.5),
    });
    expect(findWorld(open(triangle(3)), [], costs(1))).toBeUndefined();
    expect(findWorld(open(triangle(4)), [], costs(1))).toEqual([2, 2, 2]);
  });

  test('gives some world where the costs have no least', () => {
    const endless: LinearModel = {
      ...SUM,
      constraints: [{ columns: [0, 1], coefficients: [1, -1], lower: 2, upper: 2 }],
    };
    const world = findWorld(open(endless), [{ column: 1, lower: 3, upper: NONE }], costs(-1)) ?? [];
    expect((world[0] ?? 0) - (world[1] ?? 0)).toBe(2);
    expect(world[1]).toBeGreaterThanOrEqual(3);
  });

  test('rounds what the solver gives, and never to minus zero', () => {
    expect(findWorld(answering(SUM, optimal(-1e-9, 10.000_000_1)), [], costs())).toStrictEqual([0, 10]);
  });

  test('asks for whole numbers where the rounded answer does not add up', () => {
    expect(findWorld(answering(SUM, optimal(2.5, 7.5), optimal(2, 8)), [], costs())).toEqual([2, 8]);
  });

  test('asks for whole numbers near those that are not, and takes none that do not add up', () => {
    const near = (...values: number[]) => ({
      ...answering(SUM, optimal(2.5, 7.5), optimal(1, 9)),
      wholeNear: () => Float64Array.from(values),
    });
    expect(findWorld(near(3, 7), [], costs())).toEqual([3, 7]);
    expect(findWorld(near(3, 8), [], costs())).toEqual([1, 9]);
    expect(findWorld(near(3, 7), [{ column: 0, lower: 0, upper: 2 }], costs())).toEqual([1, 9]);
    expect(findWorld(near(3, 7), [], costs(1))).toEqual([1, 9]);
  });

  test('throws SolverError where whole numbers do not add up exactly', () => {
    expect(() => findWorld(answering(SUM, optimal(2.5, 7.5), optimal(2, 9)), [], costs())).toThrow(
      SolverError,
    );
    expect(() =>
      findWorld(answering(SUM, { status: 'unbounded' }, { status: 'unbounded' }), [], costs()),
    ).toThrow(SolverError);
  });

  test('throws SolverError where numbers are too large to add exactly', () => {
    const large: LinearModel = { lower: [2 ** 53 + 2], upper: [2 ** 53 + 2], constraints: [] };
    expect(() => findWorld(open(large), [], costs(1))).toThrow(SolverError);
  });
});

describe('findWorldWith', () => {
  const few = [0, 1].map((column) => [{ column, lower: 1, upper: 4 }]);
  const none = () => false;
  const find = (
    limits: readonly Limit[],
    anyOf: AnyOf,
    isOut: (limits: readonly Limit[]) => boolean = none,
  ) => findWorldWith(open(SUM), limits, anyOf, isOut);

  test('gives an answer that keeps the limits and one of the lists', () => {
    expect(find([{ column: 0, lower: 2, upper: 2 }], few)).toEqual([2, 8]);
    expect(find([{ column: 0, lower: 6, upper: 6 }], few)).toEqual([6, 4]);
    expect(hasAny(countsIn(find([], few) ?? []), few)).toBe(true);
  });

  test('gives undefined where no column can lie in the range', () => {
    expect(find([{ column: 0, lower: 0, upper: 0 }], few)).toBeUndefined();
    expect(find([{ column: 0, lower: 11, upper: 12 }], few)).toBeUndefined();
    expect(find([], [])).toBeUndefined();
  });

  test('narrows a column that has a limit already', () => {
    const some = { column: 0, lower: 4, upper: NONE };
    expect(find([some], [few[0] ?? []])).toEqual([4, 6]);
    expect(find([{ ...some, lower: 5 }], [few[0] ?? []])).toBeUndefined();
  });

  test('wants all limits of one list', () => {
    const both = [
      { column: 0, lower: 0, upper: 0 },
      { column: 1, lower: 1, upper: 4 },
    ];
    expect(find([], [both])).toBeUndefined();
    expect(find([], [both, [{ column: 1, lower: 7, upper: 7 }]])).toEqual([3, 7]);
  });

  test('asks nothing of a list of which it is seen that it is out, with the limits', () => {
    const seen: (readonly Limit[])[] = [];
    const out = (limits: readonly Limit[]) => seen.push(limits) === 1;
    const limit = { column: 0, lower: 2, upper: 7 };
    const found = find(
      [limit],
      [[{ column: 0, lower: 2, upper: 2 }], [{ column: 1, lower: 7, upper: 7 }]],
      out,
    );
    expect([
      [2, 8],
      [3, 7],
    ]).toContainEqual(found);
    if (seen.length > 0)
      expect([found, seen]).toEqual([
        [3, 7],
        [[{ column: 0, lower: 2, upper: 2 }], [limit, { column: 1, lower: 7, upper: 7 }]],
      ]);
  });

  test('looks for whole numbers beside an answer that keeps a list, within that list, before it asks anew', () => {
    const asked: (readonly Limit[])[] = [];
    const wholeNear: Session['wholeNear'] = (limits) => {
      asked.push(limits);
      return Float64Array.of(3, 7);
    };
    const session = { ...answering(SUM, optimal(2.5, 7.5)), wholeNear };
    const limit = { column: 1, lower: 7, upper: 9 };
    expect(findWorldWith(session, [limit], few.toReversed(), none)).toEqual([3, 7]);
    expect(asked).toEqual([[limit, few[0]?.[0]]]);
  });

  test('asks for whole numbers with a list alone', () => {
    const asked: boolean[] = [];
    const session = open(triangle(4));
    const minimize: Session['minimize'] = (costs, limits, whole) => {
      asked.push(whole && limits.length === 0);
      return session.minimize(costs, limits, whole);
    };
    const watched = { ...session, minimize };
    expect(findWorldWith(watched, [], [[{ column: 0, lower: 3, upper: 3 }]], none)).toBeUndefined();
    expect(asked).not.toContain(true);
  });
});

test('hasAny says whether all limits of one list hold, ends included', () => {
  const range = [0, 2].map((column) => [{ column, lower: 1, upper: 4 }]);
  expect(hasAny(countsIn([1, 9, 9]), range)).toBe(true);
  expect(hasAny(countsIn([9, 9, 4]), range)).toBe(true);
  expect(hasAny(countsIn([0, 3, 5]), range)).toBe(false);
  expect(hasAny(countsIn([1, 3, 5]), [range.flat()])).toBe(false);
  expect(hasAny(countsIn([1, 3, 4]), [range.flat()])).toBe(true);
});

test('bothOf two lists has the stricter ends of each column, and is none where they leave nothing', () => {
  const one = [
    { column: 3, lower: 0, upper: 9 },
    { column: 1, lower: 2, upper: 5 },
  ];
  expect(bothOf(one, [{ column: 1, lower: 4, upper: 7 }])).toEqual([
    one[0],
    { column: 1, lower: 4, upper: 5 },
  ]);
  expect(bothOf(one, [{ column: 2, lower: 1, upper: 1 }])).toEqual([
    ...one,
    { column: 2, lower: 1, upper: 1 },
  ]);
  expect(bothOf(one, [{ column: 1, lower: 5, upper: 6 }])).toEqual([
    one[0],
    { column: 1, lower: 5, upper: 5 },
  ]);
  expect(bothOf(one, [{ column: 1, lower: 6, upper: 6 }])).toBeUndefined();
});

test('findWith asks within each list in turn, but where it contradicts the limits', () => {
  const lists = [9, 2, 3, 4].map((count) => [{ column: 0, lower: count, upper: count }]);
  const asked: unknown[] = [];
  const find = (limits: readonly Limit[]) => {
    asked.push(limits.map(({ lower }) => lower));
    return limits[0]?.lower === 3 ? 'three' : undefined;
  };
  expect(findWith(find, [{ column: 0, lower: 0, upper: 5 }], lists)).toBe('three');
  expect(asked).toEqual([[2], [3]]);
});
