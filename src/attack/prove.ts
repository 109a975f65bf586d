/**
 * Finds proofs that no world lies within bounds: the linear program that Farkas' lemma speaks of, over how
 * often to add each relation (p at its lower end, q at its upper one) and each bound of a cell (s, t):
 *
 *   most   sum of p x lower - q x upper  +  s x lower - t x upper
 *   with   sum over relations of coefficient x (p - q)  +  s - t  =  0        for each cell
 *          sum of p + q  <=  number of relations,   all of them >= 0
 *
 * Its best vertex is one extreme ray of all proofs, or 0 where a linear program can't show it. Then a cell
 * that is not whole divides the question in two (Land and Doig 1960, doi 10.2307/1910129), up to a limit.
 */
import type { BlockRow } from '../model/blocks.ts';
import { formatSum, type Proof, type RelationSum } from '../model/certificate.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Session } from '../solver/session.ts';
import type { Solver } from '../solver/solver.ts';
import {
  type Bounds,
  contradicts,
  type Ground,
  leavesNoCount,
  narrowed,
  narrowedBy,
  openExplanations,
} from './proof.ts';

export interface Prover {
  /** Why no world lies within the bounds; where nothing better is found, the solver's word. */
  prove(bounds: Bounds): Proof;
  /** Why no world within the bounds explains the hiding. */
  proveUnexplained(bounds: Bounds): Proof;
  close(): void;
}

/** Questions divided in two at most, per proof. */
const DIVISIONS = 64;
/** How often the relation that is added least is added, as tried in turn until all others come out whole. */
const SCALES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 24, 60];
const TOLERANCE = 1e-6;
const WORD: Proof = { word: 'solver' };
const NO_COUNT: Proof = { few: [] };

/** `ground.relations` are the rows of the block. */
export function openProver(ground: Omit<Ground, 'explained'>, size: number, solver: Solver): Prover {
  const sums = solver.open(sumsModel(ground.relations, size));
  const worlds = solver.open({
    lower: new Array<number>(size).fill(0),
    upper: new Array<number>(size).fill(Number.POSITIVE_INFINITY),
    constraints: ground.relations,
  });
  const prover = { ground, sums, worlds };
  return {
    prove: (bounds) =>
      leavesNoCount(bounds) ? NO_COUNT : (proveWithin(prover, bounds, { divisions: DIVISIONS }) ?? WORD),
    proveUnexplained: (bounds) => proveUnexplained(prover, bounds) ?? WORD,
    close: () => {
      sums.close();
      worlds.close();
    },
  };
}

interface Sessions {
  readonly ground: Omit<Ground, 'explained'>;
  /** How often to add what. */
  readonly sums: Session;
  readonly worlds: Session;
}

function proveUnexplained(prover: Sessions, bounds: Bounds): Proof | undefined {
  const { ground } = prover;
  const plain = addUp(prover, bounds);
  if (plain !== undefined) return plain;
  const budget = { divisions: DIVISIONS };
  const few: { cell: number; proof: Proof }[] = [];
  for (const limits of openExplanations(ground, bounds)) {
    const proof = proveWithin(prover, narrowedBy(bounds, limits), budget);
    if (proof === undefined) return undefined;
    few.push({ cell: limits[0]?.column ?? -1, proof });
  }
  return { few };
}

function proveWithin(prover: Sessions, bounds: Bounds, budget: { divisions: number }): Proof | undefined {
  const plain = addUp(prover, bounds);
  if (plain !== undefined || budget.divisions === 0) return plain;
  budget.divisions -= 1;
  const split = fractional(prover, bounds);
  if (split === undefined) return undefined;
  const { cell, upTo } = split;
  const below = proveWithin(prover, narrowed(bounds, cell, 0, upTo), budget);
  if (below === undefined) return undefined;
  const above = proveWithin(prover, narrowed(bounds, cell, upTo + 1, Number.POSITIVE_INFINITY), budget);
  return above === undefined ? undefined : { cell, upTo, below, above };
}

/** A cell that is not whole in some solution of the linear program, and the whole number below it. */
function fractional({ worlds }: Sessions, bounds: Bounds): { cell: number; upTo: number } | undefined {
  const limits = bounds.lower.map((lower, column) => ({
    column,
    lower,
    upper: bounds.upper[column] ?? Number.POSITIVE_INFINITY,
  }));
  const outcome = worlds.minimize(new Map(), limits, false);
  if (outcome.status !== 'optimal') return undefined;
  const cell = outcome.values.findIndex((value) => Math.abs(value - Math.round(value)) > TOLERANCE);
  return cell < 0 ? undefined : { cell, upTo: Math.floor(outcome.values[cell] ?? 0) };
}

/** Columns: p and q of each relation, s and t of each cell. */
function sumsModel(relations: readonly BlockRow[], size: number): LinearModel {
  const count = relations.length;
  const terms: [number, number][][] = Array.from({ length: size }, (_, cell) => [
    [2 * (count + cell), 1],
    [2 * (count + cell) + 1, -1],
  ]);
  for (const [at, { columns, coefficients }] of relations.entries()) {
    for (const [term, column] of columns.entries()) {
      const coefficient = coefficients[term] ?? 0;
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

/** The sum of relations that leaves no world within the bounds, if there is one in whole numbers. */
function addUp({ ground, sums }: Sessions, bounds: Bounds): Proof | undefined {
  const { relations } = ground;
  const costs = new Map<number, number>();
  for (const [at, { lower, upper }] of relations.entries()) {
    if (Number.isFinite(lower)) costs.set(2 * at, -lower);
    if (Number.isFinite(upper)) costs.set(2 * at + 1, upper);
  }
  const closed: { column: number; lower: number; upper: number }[] = [];
  for (const [cell, lower] of bounds.lower.entries()) {
    const column = 2 * (relations.length + cell);
    const upper = bounds.upper[cell] ?? Number.POSITIVE_INFINITY;
    costs.set(column, -lower);
    if (Number.isFinite(upper)) costs.set(column + 1, upper);
    else closed.push({ column: column + 1, lower: 0, upper: 0 });
  }
  const outcome = sums.minimize(costs, closed, false);
  if (outcome.status !== 'optimal' || outcome.objective > -TOLERANCE) return undefined;
  const times = relations.map((_, at) => (outcome.values[2 * at] ?? 0) - (outcome.values[2 * at + 1] ?? 0));
  const sum = wholeSums(times).find((one) => contradicts(relations, bounds, one));
  return sum === undefined ? undefined : { add: formatSum(sum) };
}

/** The same sum in whole numbers, with the smallest share at each of the scales. */
function wholeSums(times: readonly number[]): RelationSum[] {
  const used = [...times.entries()].filter(([, share]) => Math.abs(share) > TOLERANCE);
  const least = Math.min(...used.map(([, share]) => Math.abs(share)));
  return SCALES.map(
    (scale) => new Map(used.map(([at, share]) => [at, Math.round((share / least) * scale)] as const)),
  );
}
