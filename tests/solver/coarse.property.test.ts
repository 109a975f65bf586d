// What a coarse model finds and rules out is what the whole model does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constraint, Limit } from '../../src/indexes/constraint.ts';
import { coarseOf } from '../../src/solver/coarse.ts';
import { type LinearModel, type Outcome, satisfies } from '../../src/solver/linear-model.ts';
import { loadSolver } from '../../src/solver/load-solver.ts';
import type { Steps } from '../../src/solver/native-model.ts';
import { type NearWorlds, openNearWorlds } from '../../src/solver/near-worlds.ts';
import type { Session } from '../../src/solver/session.ts';
import { anyMonths, type Months } from './months.ts';

const solver = await loadSolver();
const NONE = Number.POSITIVE_INFINITY;

const anyAsked = fc.record({
  months: anyMonths,
  asked: fc.array(
    fc.record({ which: fc.nat(99), change: fc.integer({ min: -6, max: 6 }), sign: fc.constantFrom(1, -1) }),
    { minLength: 1, maxLength: 3 },
  ),
});

/** The same without and with a coarse model. */
function modelsOf({ constraints, alike, world }: Months): readonly [LinearModel, LinearModel] {
  const plain = { lower: world.map(() => 0), upper: world.map(() => NONE), constraints };
  return [plain, { ...plain, coarse: coarseOf(alike.length, () => alike, constraints, 1) }];
}

function withSessions(months: Months, steps: Steps, use: (one: Session, two: Session) => void): void {
  const [plain, both] = modelsOf(months);
  const [one, two] = [solver.open(plain, steps), solver.open(both, steps)];
  try {
    use(one, two);
  } finally {
    one.close();
    two.close();
  }
}

function columnAt({ alone }: Months, which: number): number {
  return alone[which % alone.length] as number;
}

function limitAt(months: Months, which: number, change: number): Limit {
  const column = columnAt(months, which);
  const at = (months.world[column] as number) + change;
  return change > 0 ? { column, lower: at, upper: NONE } : { column, lower: Math.min(0, at), upper: at };
}

function sumOf({ columns, coefficients }: Constraint, values: ArrayLike<number>): number {
  return columns.reduce(
    (sum, column, term) => sum + (coefficients[term] ?? 0) * (values[column] ?? Number.NaN),
    0,
  );
}

function expectSame({ constraints }: Months, one: Outcome, two: Outcome): void {
  expect(two.status).toBe(one.status);
  if (one.status !== 'optimal' || two.status !== 'optimal') return;
  expect(two.objective).toBeCloseTo(one.objective, 6);
  for (const each of constraints) expect(sumOf(each, two.values)).toBeCloseTo(each.lower, 5);
  expect(Math.min(...two.values)).toBeGreaterThanOrEqual(-1e-6);
}

describe('a session with a coarse model', () => {
  test('has the least that one without has, in an answer that keeps all constraints', () => {
    fc.assert(
      fc.property(anyAsked, ({ months, asked }) =>
        withSessions(months, 'presolved', (one, two) => {
          for (const { which, change, sign } of asked) {
            const costs = new Map([[columnAt(months, which + 1), sign]]);
            const limits = [limitAt(months, which, change)];
            expectSame(months, one.minimize(costs, limits, false), two.minimize(costs, limits, false));
          }
        }),
      ),
    );
  });

  test('takes in bounds that change, of columns that are added up too', () => {
    fc.assert(
      fc.property(anyAsked, ({ months, asked }) =>
        withSessions(months, 'bounds', (one, two) => {
          for (const { which, change } of asked) {
            const column = which % months.world.length;
            const count = months.world[column] as number;
            const limits = [limitAt(months, which, change)];
            const [first, second] = [one, two].map((session) => {
              session.setBounds({ column, lower: Math.min(count, 1), upper: count + 1 });
              session.minimize(new Map(), [], false);
              return session.minimize(new Map(), limits, false);
            });
            expectSame(months, first as Outcome, second as Outcome);
          }
        }),
      ),
    );
  });

  test('says by constraints of the whole model why there is no answer', () => {
    fc.assert(
      fc.property(anyMonths, fc.nat(99), (months, which) =>
        withSessions(months, 'bounds', (_, session) => {
          const column = columnAt(months, which);
          const outcome = session.minimize(new Map(), [{ column, lower: 1e4, upper: NONE }], false);
          const ray = (outcome.status === 'infeasible' && outcome.ray) || [];
          const share = (at: number) => ray[at] ?? Number.NaN;
          const added = months.world.map((_count, each) =>
            months.constraints.reduce((sum, row, at) => {
              const term = row.columns.indexOf(each);
              return sum + (term < 0 ? 0 : share(at) * (row.coefficients[term] ?? 0));
            }, 0),
          );
          const total = months.constraints.reduce((sum, { lower }, at) => sum + share(at) * lower, 0);
          const sign = Math.sign(added[column] ?? 0);
          expect(Math.min(...added.map((each) => sign * each))).toBeGreaterThanOrEqual(-1e-9);
          expect(sign * (added[column] ?? 0) * 1e4).toBeGreaterThan(sign * total);
        }),
      ),
    );
  });
});

function withNear(months: Months, use: (one: NearWorlds, two: NearWorlds) => void): void {
  const [plain, both] = modelsOf(months);
  const [one, two] = [undefined, both.coarse].map((coarse) => {
    const near = openNearWorlds(solver, months.world, plain.constraints, 1, coarse);
    for (const [column, count] of months.world.entries()) {
      const price = months.alone.includes(column) ? 1 : 0;
      near.allow(column, { price, rise: NONE, fall: count, drop: count });
    }
    return near;
  });
  try {
    use(one as NearWorlds, two as NearWorlds);
  } finally {
    one?.close();
    two?.close();
  }
}

describe('near worlds with a coarse model', () => {
  test('are found wherever they are without, keep all constraints, and are as near where columns stand alone', () => {
    fc.assert(
      fc.property(anyAsked, ({ months, asked }) =>
        withNear(months, (one, two) => {
          for (const { which, change } of asked) {
            const limits = [limitAt(months, which, change)];
            const [move, moveToo] = [one, two].map((near) => near.findWhole(limits)?.move);
            expect(moveToo === undefined).toBe(move === undefined);
            if (moveToo === undefined) continue;
            const moved = months.world.map((count, column) => moveToo.get(column) ?? count);
            expect(satisfies(modelsOf(months)[0], limits, moved)).toBe(true);
            const [cost, costToo] = [one, two].map((near) => near.find(limits)?.cost ?? Number.NaN);
            expect(costToo).toBeLessThanOrEqual((cost ?? Number.NaN) * 1.001 + 1e-6);
          }
        }),
      ),
    );
  });
});
