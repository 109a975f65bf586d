/**
 * Finds constraints that a choice, or a mixture of choices, breaks: for every goal the farthest move that it
 * allows, and where that is not far enough, the weights that show it.
 *
 *   most  move of the cell        every relation kept,   -fall_i <= move_i <= rise_i
 */
import type { Constraint } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { ruleFor } from '../protect/targets.ts';
import type { ProtectTask } from '../protect/task.ts';
import { shiftedBy } from '../solver/near-worlds.ts';
import type { Session } from '../solver/session.ts';
import { type Choices, type Goal, listGoals } from './choices.ts';
import { capacityCut } from './cuts.ts';

export interface Separator {
  /** Constraints that all safe choices keep and these values, by column, break. */
  separate(values: readonly number[]): Constraint[];
  close(): void;
}

/** Shortfalls smaller than this share of the room are the solver's rounding. */
const TOLERANCE = 1e-5;

export function openSeparator(choices: Choices): Separator {
  const session = openMoves(choices.task);
  const goals = listGoals(choices);
  const most = Math.max(0, ...goals.flatMap(({ room, isConditional }) => (isConditional ? [] : [room])));
  const nothing = choices.costs.map(() => 0);
  allowMoves(choices, session, nothing, most);
  const isOpen = (goal: Goal) => farthest(session, goal).reach < goal.room - TOLERANCE;
  const small = goals.filter(
    (goal) => goal.room <= Math.max(most, choices.task.k) && (goal.isConditional || isOpen(goal)),
  );
  const large = goals.filter((goal) => goal.room > Math.max(most, choices.task.k));
  return {
    separate: (values) => {
      const isAsked = (goal: Goal) => neededOf(choices, goal, values) > TOLERANCE * goal.room;
      allowMoves(choices, session, values, Math.max(most, choices.task.k));
      const found = small.filter(isAsked).flatMap((goal) => brokenCut(choices, session, goal, values) ?? []);
      for (const goal of large.filter(isAsked)) {
        allowMoves(choices, session, values, goal.room);
        found.push(...[brokenCut(choices, session, goal, values)].flatMap((cut) => cut ?? []));
      }
      return found;
    },
    close: () => session.close(),
  };
}

/** Moves away from the true world, none of which is allowed yet. */
function openMoves({ solver, system, world }: ProtectTask): Session {
  return solver.open({
    lower: world.map(() => 0),
    upper: world.map(() => 0),
    constraints: system.rows.map(({ cells, ...row }) => shiftedBy({ columns: cells, ...row }, world)),
  });
}

/** The constraint that shows that these values do not reach the goal, if they do not. */
function brokenCut(
  choices: Choices,
  session: Session,
  goal: Goal,
  values: readonly number[],
): Constraint | undefined {
  const rounding = TOLERANCE * goal.room;
  const needed = neededOf(choices, goal, values);
  const { reach, weights, slack } = farthest(session, goal);
  if (reach >= needed - rounding) return undefined;
  const cut = capacityCut(choices, goal, weights, slack);
  return cut.lower - sumOf(cut, values) > rounding ? cut : undefined;
}

/** How far a goal must be reachable under these values. */
function neededOf(
  { withhold, large }: Choices,
  { cell, room, isConditional }: Goal,
  values: readonly number[],
): number {
  if (!isConditional) return room;
  const column = withhold.get(cell);
  const withheld = column === undefined ? 1 : valueAt(values, column);
  return room * (withheld - shareOf(large.get(cell), values));
}

/** What the values give a choice: nothing where there is none to make. */
function shareOf(column: number | undefined, values: readonly number[]): number {
  return column === undefined ? 0 : valueAt(values, column);
}

/** No cell need move farther than `most`: a term counts for no more than its goal's room. */
function allowMoves(
  { task, withhold, large, isHidden }: Choices,
  session: Session,
  values: readonly number[],
  most: number,
): void {
  for (const [cell, count] of task.world.entries()) {
    const share = isHidden(cell) ? 1 : shareOf(withhold.get(cell), values);
    const asLarge = shareOf(large.get(cell), values);
    const rise = Math.min(most, valueAt(task.upper, cell) - count);
    const fall = Math.min(most, count - valueAt(task.lower, cell));
    const above = Math.min(fall, Math.max(0, count - ruleFor(task, cell).many));
    session.setBounds({
      column: cell,
      lower: -clean(fall * share - (fall - above) * asLarge),
      upper: clean(rise * share),
    });
  }
}

function clean(value: number): number {
  return value < 1e-9 ? 0 : value;
}

interface Farthest {
  readonly reach: number;
  /** By cell what a unit of room for it would add to the reach: positive for falling, negative for rising. */
  readonly weights: Float64Array;
  /** What inequalities give. */
  readonly slack: number;
}

function farthest(session: Session, { cell, direction, room }: Goal): Farthest {
  const before = {
    column: cell,
    lower: valueAt(session.model.lower, cell),
    upper: valueAt(session.model.upper, cell),
  };
  session.setBounds({
    column: cell,
    lower: direction < 0 ? -room : before.lower,
    upper: direction > 0 ? room : before.upper,
  });
  const outcome = session.minimize(new Map([[cell, -direction]]), [], false);
  const weights = session.reducedCosts();
  session.setBounds(before);
  if (outcome.status !== 'optimal') throw new Error(`internal error: the farthest move is ${outcome.status}`);
  const reach = -outcome.objective;
  let explained = 0;
  for (const [other, weight] of weights.entries()) {
    if (other === cell) continue;
    explained +=
      weight < 0
        ? -weight * valueAt(session.model.upper, other)
        : weight * -valueAt(session.model.lower, other);
  }
  return { reach, weights, slack: Math.max(0, reach - explained) };
}

function sumOf({ columns, coefficients }: Constraint, values: readonly number[]): number {
  return columns.reduce(
    (sum, column, term) => sum + valueAt(coefficients, term) * valueAt(values, column),
    0,
  );
}
