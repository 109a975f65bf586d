/**
 * The constraints of a model in which only some of its columns stand. There are few of them, so they are quickly asked; and
 * what they rule out is ruled out by all.
 */
import type { Constraint, Limit } from '../indexes/constraint.ts';
import type { LinearModel, Outcome } from './linear-model.ts';
import type { Solver } from './solver.ts';

export interface OwnRelations {
  /** Limits on other columns are left out. A `ray` is by constraint of the whole model. */
  ask(limits: readonly Limit[]): Outcome;
  /** Changes the bounds of a column for all questions to come. */
  setBounds(limit: Limit): void;
  close(): void;
}

/** Undefined where no constraint is of these columns alone. */
export function openOwnRelations(
  solver: Pick<Solver, 'open'>,
  { lower, upper, constraints }: LinearModel,
  columns: readonly number[],
): OwnRelations | undefined {
  if (columns.some((column) => column >= lower.length))
    throw new Error('internal error: a column that the model does not have');
  const place = new Map(columns.map((column, at) => [column, at]));
  const own = [...constraints.keys()].filter((at) =>
    constraints[at]?.columns.every((column) => place.has(column)),
  );
  if (own.length === 0) return undefined;
  const placed = (constraint: Constraint): Constraint => ({
    ...constraint,
    columns: constraint.columns.map((column) => place.get(column) as number),
  });
  const session = solver.open(
    {
      lower: columns.map((column) => lower[column] as number),
      upper: columns.map((column) => upper[column] as number),
      constraints: own.map((at) => placed(constraints[at] as Constraint)),
    },
    'bounds',
  );
  const placedLimit = ({ column, ...limit }: Limit): Limit[] => {
    const at = place.get(column);
    return at === undefined ? [] : [{ column: at, ...limit }];
  };
  return {
    ask: (limits) => {
      const outcome = session.minimize(new Map(), limits.flatMap(placedLimit), false);
      if (outcome.status !== 'infeasible' || outcome.ray === undefined) return outcome;
      const ray = new Float64Array(constraints.length);
      for (const [at, share] of outcome.ray.entries()) ray[own[at] as number] = share;
      return { ...outcome, ray };
    },
    setBounds: (limit) => {
      for (const placed of placedLimit(limit)) session.setBounds(placed);
    },
    close: () => session.close(),
  };
}
