/**
 * Finds proofs that no world lies within bounds. Where a linear program has no solution, the simplex method ends with a ray of
 * its dual: how often to add each relation so that the sum asks for more than the bounds can give (J. Farkas 1902). Relations
 * among the cells under the promise alone are asked first, of which there are few (solver/own-relations.ts), then all. What
 * is not whole in the ray is made so (whole-shares.ts). Where a linear program can't show it, a cell that is not whole divides the
 * question in two (Land and Doig 1960, doi 10.2307/1910129), up to a limit.
 */

import { formatSum, type Proof, type RelationSum } from '../formats/certificate.ts';
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { Outcome } from '../solver/linear-model.ts';
import { type OwnRelations, openOwnRelations } from '../solver/own-relations.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import {
  type Bounds,
  contradicts,
  type Ground,
  leavesNoCount,
  narrowed,
  narrowedBy,
  possibleExplanations,
} from '../verify/proof.ts';
import { wholeShares } from './whole-shares.ts';

export interface Prover {
  /** Why no world lies within the bounds; undefined where nothing is found that adds up. */
  prove(bounds: Bounds): Proof | undefined;
  /** Why no world within the bounds explains the hiding. `ray`: what was found of it before, by relation how often to add it. */
  proveUnexplained(bounds: Bounds, ray?: Float64Array): Proof | undefined;
  close(): void;
}

/** Questions divided in two at most, per proof. */
const DIVISIONS = 64;
const TOLERANCE = 1e-6;
const NO_COUNT: Proof = { few: [] };

/** `ground.relations` are the rows of the block. */
export function openProver(ground: Omit<Ground, 'explained'>, size: number, solver: Solver): Prover {
  const model = {
    lower: new Array<number>(size).fill(0),
    upper: new Array<number>(size).fill(Number.POSITIVE_INFINITY),
    constraints: ground.relations,
  };
  const promised = new Set(ground.explains.flatMap((limits) => limits.map(({ column }) => column)));
  const own = openOwnRelations(solver, model, [...promised]);
  const all = solver.open(model, 'bounds');
  const prover = { ground, own, all };
  return {
    prove: (bounds) =>
      leavesNoCount(bounds) ? NO_COUNT : proveWithin(prover, bounds, { divisions: DIVISIONS }),
    proveUnexplained: (bounds, ray) => proveUnexplained(prover, bounds, ray),
    close: () => {
      for (const each of [own, all]) each?.close();
    },
  };
}

interface Asked {
  readonly ground: Omit<Ground, 'explained'>;
  readonly own: OwnRelations | undefined;
  readonly all: Session;
}

function proveUnexplained(prover: Asked, bounds: Bounds, ray?: Float64Array): Proof | undefined {
  const { ground } = prover;
  const plain = refute(prover, bounds, ray);
  if ('sum' in plain) return { add: formatSum(plain.sum) };
  const budget = { divisions: DIVISIONS };
  const few: { cell: number; proof: Proof }[] = [];
  for (const limits of possibleExplanations(ground, bounds)) {
    const proof = proveWithin(prover, narrowedBy(bounds, limits), budget);
    if (proof === undefined) return undefined;
    few.push({ cell: valueAt(limits, 0).column, proof });
  }
  return { few };
}

function proveWithin(prover: Asked, bounds: Bounds, budget: { divisions: number }): Proof | undefined {
  const found = refute(prover, bounds);
  if ('sum' in found) return { add: formatSum(found.sum) };
  const split = found.values && fractional(found.values);
  if (split === undefined || budget.divisions === 0) return undefined;
  budget.divisions -= 1;
  const { cell, upTo } = split;
  const below = proveWithin(prover, narrowed(bounds, cell, 0, upTo), budget);
  if (below === undefined) return undefined;
  const above = proveWithin(prover, narrowed(bounds, cell, upTo + 1, Number.POSITIVE_INFINITY), budget);
  return above === undefined ? undefined : { cell, upTo, below, above };
}

/** A cell that is not whole, and the whole number below it. */
function fractional(values: Float64Array): { cell: number; upTo: number } | undefined {
  const cell = values.findIndex((value) => Math.abs(value - Math.round(value)) > TOLERANCE);
  return cell < 0 ? undefined : { cell, upTo: Math.floor(values[cell] as number) };
}

/** The relations that leave no world within the bounds, or what the linear program has within them. */
function refute(
  { ground: { relations }, own, all }: Asked,
  bounds: Bounds,
  known?: Float64Array,
): { readonly sum: RelationSum } | { readonly values: Float64Array | undefined } {
  const limits = limitsOf(bounds);
  const adding = (ray: Float64Array | undefined) =>
    ray && wholeSums(ray).find((sum) => contradicts(relations, bounds, sum));
  const rayOf = (outcome: Outcome | undefined) =>
    outcome?.status === 'infeasible' ? outcome.ray : undefined;
  const few = adding(rayOf(own?.ask(limits))) ?? adding(known);
  if (few !== undefined) return { sum: few };
  const outcome = all.minimize(new Map(), limits, false);
  if (outcome.status === 'optimal') return { values: outcome.values };
  const sum = adding(rayOf(outcome));
  return sum === undefined ? { values: undefined } : { sum };
}

/** All that says more than that counts are not negative. */
function limitsOf({ lower, upper }: Bounds): Limit[] {
  return lower.flatMap((least, column) => {
    const most = valueAt(upper, column);
    return least > 0 || Number.isFinite(most) ? [{ column, lower: least, upper: most }] : [];
  });
}

/** The sum that a ray gives, in whole numbers, and its opposite: a ray has no sign. */
function wholeSums(times: Float64Array): RelationSum[] {
  const used = [...times.entries()].filter(([, share]) => Math.abs(share) > TOLERANCE);
  const whole = wholeShares(used.map(([, share]) => share));
  if (whole === undefined) return [];
  return [1, -1].map((sign) => new Map(used.map(([at], place) => [at, sign * valueAt(whole, place)])));
}
