/**
 * Sets of columns whose sum is more than 0 and less than k in every solution of a linear model: what can be told of
 * them, though of each column by itself nothing can.
 *
 *   40 + 50 + a + b = 93        a and b may each be 0 to 3; together they are 3
 *
 * A column that can be k or more stands in no such set. Of the others (`low`), yes-or-no decisions choose a set that is
 * more than 0 and less than k in every solution found so far, and two linear programs look for a solution in which it is not:
 *
 *   least number of columns    with    0  <  sum of chosen x solution  <  k     for each solution at hand
 *
 * Where no solution is left the set is told; where no choice is left there is none.
 */
import { valueAt } from '../indexes/look-up.ts';
import type { BinaryProgram } from './binary-program.ts';
import type { LinearModel } from './linear-model.ts';
import { type LowColumns, NEARLY, openLowColumns, type Solution } from './low-columns.ts';
import type { Basis, Session } from './session.ts';
import type { Solver } from './solver.ts';

/** What was found, and how many columns there are of which not all sets were decided. */
export interface SmallSums {
  /** Columns, rising; no set holds another. */
  readonly told: readonly (readonly number[])[];
  readonly undecided: number;
}

/** Choices to be tried before the search is given up. */
const MOST_CHOICES = 400;

/** Sets to be named at once: what hides them may hide others. */
const MOST_SETS = 20;

/** Sets of `columns`, each of which stands there once, are asked for. From `basis` the first question goes on. */
export function findSmallSums(
  solver: Pick<Solver, 'open' | 'openBinary'>,
  model: LinearModel,
  columns: readonly number[],
  k: number,
  basis?: Basis,
): SmallSums {
  const session = solver.open(model, 'presolved', basis);
  try {
    const low = openLowColumns(session, columns, k);
    return low === undefined ? { told: [], undecided: 0 } : setsOf({ solver, session, low, k }, columns);
  } finally {
    session.close();
  }
}

interface Asked {
  readonly solver: Pick<Solver, 'openBinary'>;
  readonly session: Session;
  readonly low: LowColumns;
  readonly k: number;
}

/** Sets of those columns that are less than k in every solution. */
function setsOf(asked: Asked, all: readonly number[]): SmallSums {
  const { session, low } = asked;
  const none = { told: [], undecided: 0 };
  if (low.canBeNothing(all)) return none;
  const columns = low.lowOf(all);
  if (columns.length === 0 || (sumWithin(session, columns, 1)?.sum ?? 0) < NEARLY) return none;
  const master = asked.solver.openBinary(columns.map(() => 1));
  try {
    for (const solution of low.solutions) keepWithin(master, columns, solution, asked.k);
    return choose(asked, columns, master);
  } finally {
    master.close();
  }
}

function choose({ session, k }: Asked, columns: readonly number[], master: BinaryProgram): SmallSums {
  const told: (readonly number[])[] = [];
  for (let tries = 0; tries < MOST_CHOICES && told.length < MOST_SETS; tries += 1) {
    const decided = master.decide({ gap: 0, nodes: 10_000 });
    if (decided === undefined) return { told, undecided: 0 };
    if (decided.values === undefined) break;
    const places = [...columns.keys()].filter((at) => decided.values?.[at] === 1);
    const set = places.map((at) => columns[at] as number);
    const against = solutionAgainst(session, set, k);
    if (against !== undefined) keepWithin(master, columns, against, k);
    else {
      told.push(set);
      const coefficients = places.map(() => 1);
      master.require({ columns: places, coefficients, lower: 0, upper: places.length - 1 });
    }
  }
  return { told, undecided: columns.length };
}

/** A solution in which the set is nothing, or k or more. */
function solutionAgainst(session: Session, set: readonly number[], k: number): Solution | undefined {
  const least = sumWithin(session, set, 1);
  if (least !== undefined && least.sum < NEARLY) return least.solution;
  const most = sumWithin(session, set, -1);
  return most !== undefined && most.sum > k - NEARLY ? most.solution : undefined;
}

/** The least sum (`sign` 1) or the greatest (-1); undefined where there is no solution at all. */
function sumWithin(
  session: Session,
  set: readonly number[],
  sign: 1 | -1,
): { sum: number; solution: Solution } | undefined {
  const outcome = session.minimize(new Map(set.map((column) => [column, sign])), [], false);
  if (outcome.status !== 'optimal') return undefined;
  const solution = outcome.values;
  return { sum: set.reduce((sum, column) => sum + valueAt(solution, column), 0), solution };
}

/** The set to be chosen is more than nothing in this solution, and less than k. */
function keepWithin(master: BinaryProgram, columns: readonly number[], solution: Solution, k: number): void {
  const counts = columns.map((column) => valueAt(solution, column));
  const places = [...counts.keys()].filter((at) => valueAt(counts, at) > 0);
  master.require({
    columns: places,
    coefficients: places.map((at) => valueAt(counts, at)),
    lower: NEARLY,
    upper: k - NEARLY,
  });
}
