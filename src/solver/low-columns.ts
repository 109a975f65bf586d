/**
 * Which columns of a model are less than k in every solution (`low`), found by few questions:
 *
 *   some solution may show that all columns not known to be k or more in any can be 0 together; then low ones can, whichever they are
 *   one program asks of many columns at once, as many as single constraints let be k together (together.ts)
 */
import { valueAt } from '../indexes/look-up.ts';
import { plainBounds } from './plain-bounds.ts';
import type { Session } from './session.ts';
import { openTogether } from './together.ts';

/** By column, in fractions, which stand for whole numbers, between which they lie. */
export type Solution = ArrayLike<number>;

export interface LowColumns {
  /** Whether the low ones of these can all be 0 in one solution; false also where that is not quickly seen. */
  canBeNothing(columns: readonly number[]): boolean;
  lowOf(columns: readonly number[]): readonly number[];
  /** Those found so far. */
  readonly solutions: readonly Solution[];
}

/** What is this little is rounding. */
export const NEARLY = 1e-3;

/** What is known by now. `many`: k or more in some solution. */
interface Known {
  readonly low: Set<number>;
  readonly many: Set<number>;
  readonly solutions: Solution[];
}

interface Asked extends Known {
  readonly session: Session;
  readonly together: (columns: Iterable<number>) => number[];
  readonly k: number;
}

/** Undefined where the model of the session has no solution. */
export function openLowColumns(
  session: Session,
  columns: readonly number[],
  k: number,
): LowColumns | undefined {
  const any = session.minimize(new Map(), [], false);
  if (any.status !== 'optimal') return undefined;
  const most = plainBounds(session.model).upper;
  const asked: Asked = {
    session,
    together: openTogether(session.model, most, k),
    k,
    low: new Set(columns.filter((column) => valueAt(most, column) < k)),
    many: new Set(),
    solutions: [],
  };
  keep(asked, any.values, columns);
  return {
    canBeNothing: (list) => canBeNothing(asked, list),
    lowOf: (list) => {
      for (let left = unsettled(asked, list); left.length > 0; left = unsettled(asked, left))
        settle(asked, left);
      return list.filter((column) => asked.low.has(column));
    },
    solutions: asked.solutions,
  };
}

function keep({ many, solutions, k }: Asked, solution: Solution, columns: readonly number[]): void {
  solutions.push(solution);
  for (const column of columns) if (valueAt(solution, column) >= k) many.add(column);
}

function unsettled({ low, many }: Known, columns: readonly number[]): number[] {
  return columns.filter((column) => !low.has(column) && !many.has(column));
}

/** Settles the first of the columns, and most likely others. */
function settle(asked: Asked, columns: readonly number[]): void {
  const { session, together, k, low, many } = asked;
  const first = valueAt(columns, 0);
  const solution = solutionWith(session, first, together(columns), k);
  if (solution === undefined) low.add(first);
  else {
    keep(asked, solution, columns);
    many.add(first);
  }
}

/** A solution in which the column is k or more, and so are as many of the others as can be where none is more than k. */
function solutionWith(
  session: Session,
  column: number,
  others: readonly number[],
  k: number,
): Solution | undefined {
  const costs = new Map(others.map((one) => [one, -1]));
  const upToK = others.map((one) => ({ column: one, lower: one === column ? k : 0, upper: k }));
  const limits = [{ column, lower: k, upper: Number.POSITIVE_INFINITY }];
  const many = session.minimize(costs, upToK, false);
  const outcome = many.status === 'optimal' ? many : session.minimize(new Map(), limits, false);
  return outcome.status === 'optimal' ? outcome.values : undefined;
}

/** The least sum of all that may be low; columns that hold something of it may be k or more elsewhere, and are asked about. */
function canBeNothing(asked: Asked, columns: readonly number[]): boolean {
  const { session, low, many } = asked;
  for (;;) {
    const others = columns.filter((column) => !many.has(column));
    const least = session.minimize(new Map(others.map((column) => [column, 1])), [], false);
    if (least.status !== 'optimal') return false;
    const { values, objective } = least;
    if (objective < NEARLY) return true;
    keep(asked, values, others);
    const holding = others.filter((column) => !low.has(column) && valueAt(values, column) > NEARLY);
    if (holding.length === 0) return false;
    const left = unsettled(asked, holding);
    if (left.length > 0) settle(asked, left);
  }
}
