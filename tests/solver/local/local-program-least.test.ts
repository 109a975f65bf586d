// Our own simplex method against HiGHS: the cheapest change of a table of 7 x 7 with its totals.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Constraint, Limit } from '../../../src/indexes/constraint.ts';
import { loadSolver } from '../../../src/solver/load-solver.ts';
import type { Leeway } from '../../../src/solver/local/kinks.ts';
import { openSplitProgram } from '../../../src/solver/local/split-program.ts';
import { atLeast, atMost, open, STEEP, STILL, sum } from './programs.ts';

const solver = await loadSolver();

describe('ask of a table of 7 x 7 with its totals', () => {
  const SIDE = 8;
  const at = (row: number, column: number) => row * SIDE + column;
  const lines = [...Array(SIDE).keys()];
  /** One row need not be exact; in another, cells count twice. */
  const constraints = lines.flatMap((line): Constraint[] => {
    const across = sum(
      lines.map((other) => at(line, other)),
      line === 3 ? 2 : 0,
    );
    const twice = { ...across, coefficients: across.coefficients.map((each) => (each === 1 ? 2 : -1)) };
    return [line === 5 ? twice : across, sum(lines.map((other) => at(other, line)))];
  });
  const mixed = (seed: number, most: number) => (Math.imul(seed + 1, 0x9e3779b1) >>> 8) % (most + 1);
  const leeways = [...Array(SIDE * SIDE).keys()].map((column): Leeway => {
    const fall = mixed(3 * column, 6);
    return {
      price: 1 + mixed(3 * column + 1, 8),
      rise: mixed(3 * column + 2, 9) + 1,
      fall,
      drop: fall + (column % 4),
    };
  });
  const program = open(constraints, leeways);
  const questions = [...Array(60).keys()].map((seed) =>
    [0, 1, 2].slice(0, 1 + (seed % 3)).map((each): Limit => {
      const column = mixed(10 * seed + each, SIDE * SIDE - 1);
      const by = mixed(10 * seed + 5 + each, 3) + 1;
      return mixed(10 * seed + 7 + each, 1) === 1 ? atLeast(column, by) : atMost(column, -by);
    }),
  );

  /** HiGHS's least cost, undefined where it finds no change. */
  function openPeer() {
    const peer = openSplitProgram(constraints, STEEP, solver.open);
    onTestFinished(() => peer.close());
    for (const [column, leeway] of leeways.entries()) peer.allow(column, leeway);
    return (limits: readonly Limit[]) => {
      const changes = peer.ask(limits, false);
      return changes && costOf(changes);
    };
  }

  function costOf(changes: ReadonlyMap<number, number>): number {
    return [...changes].reduce((total, [column, by]) => {
      const { price, fall } = leeways[column] ?? STILL;
      return total + price * (Math.abs(by) + (STEEP - 1) * Math.max(0, -by - fall));
    }, 0);
  }

  /** By how much a change breaks what it must keep, at most. */
  function offOf(changes: ReadonlyMap<number, number>, limits: readonly Limit[]): number {
    const by = (column: number) => changes.get(column) ?? 0;
    const own = leeways.map(({ rise, drop }, column) => ({ column, lower: -drop, upper: rise }));
    return Math.max(
      ...[...own, ...limits].map(({ column, lower, upper }) =>
        Math.max(lower - by(column), by(column) - upper),
      ),
      ...constraints.map(({ columns, coefficients, lower, upper }) => {
        const total = columns.reduce(
          (part, column, term) => part + (coefficients[term] ?? 0) * by(column),
          0,
        );
        return Math.max(lower - total, total - upper);
      }),
    );
  }

  test('costs the least, and breaks nothing; or there is no change', () => {
    const leastCost = openPeer();
    let changed = 0;
    for (const limits of questions) {
      const answer = program.ask(limits);
      const least = leastCost(limits);
      expect(answer.status).toBe(least === undefined ? 'infeasible' : 'optimal');
      if (answer.status !== 'optimal') continue;
      changed += 1;
      expect(offOf(answer.changes, limits)).toBeLessThanOrEqual(1e-6);
      expect(costOf(answer.changes)).toBeLessThanOrEqual((least ?? 0) * 1.001 + 1e-6);
    }
    expect(changed).toBeGreaterThan(30);
    expect(changed).toBeLessThan(60);
  });
});
