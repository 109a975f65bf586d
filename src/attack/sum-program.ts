/**
 * The linear program that Farkas' lemma speaks of, over how often to add each relation (p at its lower end, q at its upper
 * one) and each bound of a cell (s, t):
 *
 *   most   sum of p x lower - q x upper  +  s x lower - t x upper
 *   with   sum over relations of coefficient x (p - q)  +  s - t  =  0        for each cell
 *          sum of p + q  <=  number of relations,   all of them >= 0
 *
 * Its best vertex is one extreme ray of all proofs that no world lies within the bounds, or 0 where a linear program can't
 * show it. It has twice the size of the block, so it is only made where the block's own program gave no ray that adds up.
 */

import type { Constraint, Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import type { Bounds } from '../verify/proof.ts';

export interface SumProgram {
  /** By relation how often to add it, undefined where there is no such sum. */
  find(bounds: Bounds): number[] | undefined;
  close(): void;
}

const TOLERANCE = 1e-6;

export function openSumProgram(
  solver: Pick<Solver, 'open'>,
  relations: readonly Constraint[],
  size: number,
): SumProgram {
  let session: Session | undefined;
  return {
    find: (bounds) => {
      session ??= solver.open(sumsModel(relations, size));
      const { costs, closed } = pricedBy(relations, bounds);
      const outcome = session.minimize(costs, closed, false);
      if (outcome.status !== 'optimal' || outcome.objective > -TOLERANCE) return undefined;
      const { values } = outcome;
      return relations.map((_, at) => (values[2 * at] as number) - (values[2 * at + 1] as number));
    },
    close: () => session?.close(),
  };
}

/** What each end gives, and the ends that are none. */
function pricedBy(
  relations: readonly Constraint[],
  bounds: Bounds,
): { costs: Map<number, number>; closed: Limit[] } {
  const costs = new Map<number, number>();
  const closed: Limit[] = [];
  for (const [at, { lower, upper }] of relations.entries()) {
    if (Number.isFinite(lower)) costs.set(2 * at, -lower);
    if (Number.isFinite(upper)) costs.set(2 * at + 1, upper);
  }
  for (const [cell, lower] of bounds.lower.entries()) {
    const column = 2 * (relations.length + cell);
    const upper = valueAt(bounds.upper, cell);
    costs.set(column, -lower);
    if (Number.isFinite(upper)) costs.set(column + 1, upper);
    else closed.push({ column: column + 1, lower: 0, upper: 0 });
  }
  return { costs, closed };
}

/** Columns: p and q of each relation, s and t of each cell. */
function sumsModel(relations: readonly Constraint[], size: number): LinearModel {
  const count = relations.length;
  const terms: [number, number][][] = Array.from({ length: size }, (_, cell) => [
    [2 * (count + cell), 1],
    [2 * (count + cell) + 1, -1],
  ]);
  for (const [at, { columns, coefficients }] of relations.entries()) {
    for (const [term, column] of columns.entries()) {
      const coefficient = valueAt(coefficients, term);
      terms[column]?.push([2 * at, coefficient], [2 * at + 1, -coefficient]);
    }
  }
  const usable = relations.flatMap(({ lower, upper }) => [lower, upper].map(Number.isFinite));
  const cells = new Array<number>(2 * size).fill(Number.POSITIVE_INFINITY);
  return {
    lower: new Array<number>(2 * (count + size)).fill(0),
    upper: [...usable.map((finite) => (finite ? Number.POSITIVE_INFINITY : 0)), ...cells],
    constraints: [
      ...terms.map((list) => ({
        columns: list.map(([column]) => column),
        coefficients: list.map(([, coefficient]) => coefficient),
        lower: 0,
        upper: 0,
      })),
      {
        columns: [...usable.keys()],
        coefficients: usable.map(() => 1),
        lower: Number.NEGATIVE_INFINITY,
        upper: count,
      },
    ],
  };
}
