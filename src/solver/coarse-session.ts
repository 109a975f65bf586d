/**
 * A session (session.ts) that asks a coarse model first (coarse.ts). What that rules out is ruled out, by the same constraints. Its
 * answer is taken apart piece by piece, and is then the least of the whole model too, since nothing costs less than there. All of
 * the model is loaded only for what a coarse one cannot tell: of columns that are alike with others, in whole numbers, or where a
 * piece cannot be taken apart.
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { addedUp, type Coarse, isSum, type Piece } from './coarse.ts';
import type { LinearModel, Outcome } from './linear-model.ts';
import type { Steps } from './native-model.ts';
import type { Basis, Session } from './session.ts';

type Open = (model: LinearModel, steps: Steps, basis?: Basis) => Session;
type Bounds = Readonly<Record<'lower' | 'upper', number[]>>;

/** What is this close to a whole number is one. */
const ROUNDING = 1e-6;

export function openCoarseSession(
  initial: LinearModel,
  coarse: Coarse,
  { steps, basis }: { readonly steps: Steps; readonly basis?: Basis | undefined },
  open: Open,
): Session {
  const { places } = coarse;
  const bounds = { lower: [...initial.lower], upper: [...initial.upper] };
  const top = open({ ...addedBounds(coarse, bounds), constraints: coarse.constraints }, steps, basis);
  const takers = openTakers(coarse, bounds, open);
  let whole: Session | undefined;
  const atOnce = (): Session => {
    whole ??= open({ ...bounds, constraints: initial.constraints }, steps);
    return whole;
  };
  const placeAt = (column: number) => places[column] as number;
  const isAlone = (column: number) => !isSum(coarse, placeAt(column));
  const minimize = (costs: ReadonlyMap<number, number>, limits: readonly Limit[]): Outcome | undefined => {
    if (!limits.every(({ column }) => isAlone(column)) || ![...costs.keys()].every(isAlone)) return undefined;
    const outcome = top.minimize(
      new Map([...costs].map(([column, cost]) => [placeAt(column), cost])),
      limits.map((limit) => ({ ...limit, column: placeAt(limit.column) })),
      false,
    );
    if (outcome.status === 'infeasible')
      return { ...outcome, ray: outcome.ray && spread(coarse, initial, outcome.ray) };
    const values = outcome.status === 'optimal' ? takers.takeApart(outcome.values) : undefined;
    return values && outcome.status === 'optimal' ? { ...outcome, values } : undefined;
  };
  return {
    model: { ...initial, ...bounds },
    minimize: (costs, limits, isWhole) =>
      (isWhole ? undefined : minimize(costs, limits)) ?? atOnce().minimize(costs, limits, isWhole),
    ask: (limits, isWhole) => atOnce().ask(limits, isWhole),
    wholeNear: (limits, values, costs) => atOnce().wholeNear(limits, values, costs),
    setCosts: (costs) => atOnce().setCosts(costs),
    setCost: (column, cost) => atOnce().setCost(column, cost),
    setBounds: (limit) => {
      const { column, lower, upper } = limit;
      [bounds.lower[column], bounds.upper[column]] = [lower, upper];
      whole?.setBounds(limit);
      top.setBounds(addedLimit(coarse, bounds, placeAt(column)));
      if (!isAlone(column)) takers.close();
    },
    reducedCosts: () => atOnce().reducedCosts(),
    basis: () => top.basis(),
    close: () => {
      for (const each of [takers, top, whole]) each?.close();
    },
  };
}

function addedBounds(coarse: Coarse, { lower, upper }: Bounds): Bounds {
  return { lower: addedUp(coarse, lower), upper: addedUp(coarse, upper) };
}

function addedLimit({ members }: Coarse, { lower, upper }: Bounds, place: number): Limit {
  const sum = (ends: readonly number[]) =>
    valueAt(members, place).reduce((total, column) => total + valueAt(ends, column), 0);
  return { column: place, lower: sum(lower), upper: sum(upper) };
}

/** How often to add each constraint of the model, by how often to add each of the coarse one. */
function spread({ sources }: Coarse, { constraints }: LinearModel, ray: Float64Array): Float64Array {
  const shares = new Float64Array(constraints.length);
  for (const [at, own] of sources.entries()) for (const source of own) shares[source] = valueAt(ray, at);
  return shares;
}

interface Takers {
  /** By column of the model what adds up to these values by place; undefined where nothing does. */
  takeApart(added: Float64Array): Float64Array | undefined;
  /** After bounds have changed too. */
  close(): void;
}

/** A piece that was taken apart, and what it was when that was done last. */
interface Taker {
  readonly session: Session;
  fixed: Float64Array | undefined;
  values: Float64Array | undefined;
}

function openTakers({ places, pieces }: Coarse, bounds: Bounds, open: Open): Takers {
  const takers = new Map<Piece, Taker>();
  const takerOf = (piece: Piece): Taker => {
    const session = () => open(pieceModel(piece, bounds), 'bounds');
    const taker = takers.get(piece) ?? { session: session(), fixed: undefined, values: undefined };
    takers.set(piece, taker);
    return taker;
  };
  const valuesOf = (piece: Piece, added: Float64Array): Float64Array | undefined => {
    const taker = takerOf(piece);
    const fixed = Float64Array.from(piece.fixed, (place) => rounded(valueAt(added, place)));
    if (taker.fixed === undefined || fixed.some((value, at) => value !== taker.fixed?.[at]))
      taker.values = fixedTo(taker.session, piece, fixed);
    taker.fixed = fixed;
    return taker.values;
  };
  return {
    takeApart: (added) => {
      const found = Float64Array.from(places, (place) => valueAt(added, place));
      for (const piece of pieces) {
        const values = valuesOf(piece, added);
        if (values === undefined) return undefined;
        for (const [at, column] of piece.columns.entries()) found[column] = valueAt(values, at);
      }
      return found;
    },
    close: () => {
      for (const { session } of takers.values()) session.close();
      takers.clear();
    },
  };
}

function pieceModel({ columns, fixed, constraints }: Piece, { lower, upper }: Bounds): LinearModel {
  return {
    lower: [...columns.map((column) => valueAt(lower, column)), ...fixed.map(() => 0)],
    upper: [...columns.map((column) => valueAt(upper, column)), ...fixed.map(() => Number.POSITIVE_INFINITY)],
    constraints,
  };
}

function fixedTo(session: Session, { columns }: Piece, fixed: Float64Array): Float64Array | undefined {
  const limits = Array.from(fixed, (value, at) => ({
    column: columns.length + at,
    lower: value,
    upper: value,
  }));
  const outcome = session.minimize(new Map(), limits, false);
  return outcome.status === 'optimal' ? outcome.values : undefined;
}

function rounded(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) <= ROUNDING ? whole : value;
}
