import { describe, expect, onTestFinished, test } from 'vitest';
import { type LinearModel, SolverError } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Session } from '../../src/solver/session.ts';

const NONE = Number.POSITIVE_INFINITY;
const solver = await loadSolver();

/** x + y = 10,   0 <= x <= 7,   0 <= y. */
const SUM: LinearModel = {
  lower: [0, 0],
  upper: [7, NONE],
  constraints: [{ columns: [0, 1], coefficients: [1, 1], lower: 10, upper: 10 }],
};
/** 2 x + 2 y = 3 */
const ODD: LinearModel = {
  lower: [0, 0],
  upper: [NONE, NONE],
  constraints: [{ columns: [0, 1], coefficients: [2, 2], lower: 3, upper: 3 }],
};
/** x = y, without end. */
const ENDLESS: LinearModel = {
  lower: [0, 0],
  upper: [NONE, NONE],
  constraints: [{ columns: [0, 1], coefficients: [1, -1], lower: 0, upper: 0 }],
};

function open(model: LinearModel): Session {
  const session = solver.open(model);
  onTestFinished(() => session.close());
  return session;
}

const cost = (...costs: number[]) => new Map(costs.map((each, column) => [column, each]));

describe('minimize', () => {
  test('gives the values and the objective of an optimum', () => {
    expect(open(SUM).minimize(cost(1, 2), [], false)).toEqual({
      status: 'optimal',
      values: Float64Array.of(7, 3),
      objective: 13,
    });
    expect(open(SUM).minimize(cost(2, 1), [], false)).toEqual({
      status: 'optimal',
      values: Float64Array.of(0, 10),
      objective: 10,
    });
  });

  test('counts columns left out of the costs as free, also after a question in which they were not', () => {
    const session = open(SUM);
    session.minimize(cost(5, 5), [], false);
    expect(session.minimize(new Map([[1, 1]]), [], false)).toMatchObject({ objective: 3 });
  });

  test('says that no values satisfy the model, or the limits', () => {
    const session = open(SUM);
    expect(session.minimize(cost(), [{ column: 1, lower: 0, upper: 2 }], false)).toEqual({
      status: 'infeasible',
    });
    expect(session.minimize(cost(), [{ column: 0, lower: 8, upper: 9 }], false)).toEqual({
      status: 'infeasible',
    });
    expect(session.minimize(cost(), [{ column: 0, lower: 3, upper: 2 }], true)).toEqual({
      status: 'infeasible',
    });
  });

  test('says that the objective has no least value', () => {
    expect(open(ENDLESS).minimize(cost(-1), [], false)).toEqual({ status: 'unbounded' });
    expect(open(ENDLESS).minimize(cost(-1), [], true)).toEqual({ status: 'unbounded' });
    expect(open(ENDLESS).minimize(cost(1), [], true)).toMatchObject({ status: 'optimal', objective: 0 });
  });

  test('asks for whole numbers where that is wanted, and only there', () => {
    const session = open(ODD);
    expect(session.minimize(cost(1), [], true)).toEqual({ status: 'infeasible' });
    expect(session.minimize(cost(1), [], false)).toEqual({
      status: 'optimal',
      values: Float64Array.of(0, 1.5),
      objective: 0,
    });
    expect(session.minimize(cost(1), [], true)).toEqual({ status: 'infeasible' });
  });

  test('of presolved steps answers as of primal ones, and sees at once what follows one by one', () => {
    const size = 40;
    const halves: LinearModel = {
      lower: new Array(2 * size).fill(0),
      upper: new Array(2 * size).fill(NONE),
      constraints: Array.from({ length: size }, (_, at) => ({
        columns: at === 0 ? [0, 1] : [2 * at - 1, 2 * at, 2 * at + 1],
        coefficients: at === 0 ? [1, 1] : [-1, 1, 1],
        lower: at === 0 ? 9 : 0,
        upper: at === 0 ? 9 : 0,
      })),
    };
    const asked = (steps: 'primal' | 'presolved') => {
      const session = solver.open(halves, steps);
      onTestFinished(() => session.close());
      const before = solver.work();
      const first = session.minimize(cost(), [], false).status;
      const work = solver.work() - before;
      const ends = [1, -1].map((each) => session.minimize(new Map([[78, each]]), [], false));
      const out = session.minimize(cost(), [{ column: 79, lower: 10, upper: NONE }], false).status;
      return { work, answers: [first, ...ends.map((end) => 'objective' in end && end.objective), out] };
    };
    const [primal, presolved] = [asked('primal'), asked('presolved')];
    expect(presolved.answers).toEqual(['optimal', 0, -9, 'infeasible']);
    expect(primal.answers).toEqual(presolved.answers);
    expect(presolved.work).toBeLessThan(primal.work / 2);
  });

  test('forgets limits after the question', () => {
    const session = open(SUM);
    const limit = { column: 0, lower: 2, upper: 4 };
    expect(session.minimize(cost(1), [limit], false)).toMatchObject({ objective: 2 });
    expect(session.minimize(cost(1), [], false)).toMatchObject({ objective: 0 });
    expect(session.minimize(cost(-1), [limit], true)).toMatchObject({ objective: -4 });
    expect(session.minimize(cost(-1), [], true)).toMatchObject({ objective: -7 });
  });

  test('keeps to the bounds of the model where limits are wider', () => {
    expect(open(SUM).minimize(cost(-1), [{ column: 0, lower: -5, upper: 9 }], false)).toMatchObject({
      objective: -7,
    });
  });

  test('keeps to several limits at once, also on one column', () => {
    const limits = [
      { column: 1, lower: 4, upper: 9 },
      { column: 0, lower: 0, upper: 5 },
    ];
    expect(open(SUM).minimize(cost(-1), limits, false)).toMatchObject({ objective: -5 });
    expect(open(SUM).minimize(cost(1), limits, false)).toMatchObject({ objective: 1 });
  });

  // No whole numbers differ by a half, and without end along x = y + 1/2 the solver cannot tell that from
  // an objective that falls for ever.
  test('throws SolverError where the solver stops without an answer', () => {
    const session = open({
      ...ENDLESS,
      constraints: [{ columns: [0, 1], coefficients: [2, -2], lower: 1, upper: 1 }],
    });
    expect(() => session.minimize(cost(-1), [], true)).toThrow(SolverError);
    expect(session.minimize(cost(1), [], true)).toEqual({ status: 'infeasible' });
  });

  // A path of questions after which a warm start alone ends without an answer (HiGHS 1.15.3).
  test('asks again from scratch where the last answer leads nowhere', () => {
    const session = open({
      lower: [0, 0, 0, 2],
      upper: [NONE, NONE, NONE, NONE],
      constraints: [
        { columns: [0, 1], coefficients: [1, -1], lower: -3, upper: -3 },
        { columns: [2, 3], coefficients: [1, -1], lower: 0, upper: 0 },
        { columns: [0], coefficients: [-1], lower: -NONE, upper: 0 },
        { columns: [2], coefficients: [1], lower: -NONE, upper: 3 },
        { columns: [3, 1], coefficients: [1, -1], lower: -NONE, upper: 0 },
      ],
    });
    const few = (column: number) => [{ column, lower: 1, upper: 2 }];
    expect(session.minimize(cost(-82, -29, 3, -38), few(0), false)).toMatchObject({ status: 'optimal' });
    expect(session.minimize(cost(-66, -66, 38, -57), few(0), false)).toMatchObject({ status: 'optimal' });
    expect(session.minimize(cost(59, 95, -51, 18), few(3), false)).toMatchObject({ status: 'optimal' });
    expect(session.minimize(cost(-64, 35, -29, -34), few(2), false)).toEqual({ status: 'unbounded' });
  });
});

describe('setBounds', () => {
  test('changes the bounds of all questions to come, and of the model that is shown', () => {
    const session = open(SUM);
    session.setBounds({ column: 0, lower: 3, upper: 5 });
    expect(session.model).toEqual({ ...SUM, lower: [3, 0], upper: [5, NONE] });
    expect(session.minimize(cost(1), [], false)).toMatchObject({ objective: 3 });
    expect(session.minimize(cost(1), [{ column: 0, lower: 4, upper: 9 }], false)).toMatchObject({
      objective: 4,
    });
    expect(session.minimize(cost(-1), [], true)).toMatchObject({ objective: -5 });
  });

  test('leaves the model that the session was opened with as it was', () => {
    open(SUM).setBounds({ column: 0, lower: 3, upper: 5 });
    expect(SUM).toMatchObject({ lower: [0, 0], upper: [7, NONE] });
  });

  test('to bounds that cross makes every question infeasible', () => {
    const session = open(SUM);
    session.setBounds({ column: 0, lower: 5, upper: 3 });
    expect(session.minimize(cost(1), [], false)).toEqual({ status: 'infeasible' });
  });
});

describe('loadSolver', () => {
  test('names the solver and its version', () => {
    expect(solver.name).toMatch(/^HiGHS \d+\.\d+\.\d+$/);
  });

  test('counts at least one unit of work a program, and none for a question that needs no solving', () => {
    const session = open(SUM);
    const start = solver.work();
    session.minimize(cost(1), [], false);
    session.minimize(cost(1), [], true);
    const end = solver.work();
    expect(end - start).toBeGreaterThanOrEqual(2);
    session.minimize(cost(1), [{ column: 0, lower: 8, upper: 9 }], false);
    expect(solver.work()).toBe(end);
  });
});
