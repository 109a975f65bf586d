/**
 * The cheapest change (change-program.ts) where little needs to change: the dual simplex method on piecewise linear costs
 * (local-step.ts). At the beginning nothing changes, and only constraints around a demand are violated. A constraint
 * joins the basis when it comes to be violated, so the basis, of which the inverse is kept (inverse.ts), holds only what
 * the change has come to touch, and work grows with the answer, not with the model.
 */

import type { Constraint, Limit } from '../../indexes/constraint.ts';
import { isCheapest } from './cheapest.ts';
import type { Leeway } from './kinks.ts';
import { type LocalState, limit, openState, reset } from './local-state.ts';
import { findViolation, type Step, step } from './local-step.ts';
import { scatter } from './scatter.ts';

/** By column its change. `undecided`: it would take too large a basis, or arithmetic was not exact enough. */
export type Answer =
  | { readonly status: 'optimal'; readonly changes: ReadonlyMap<number, number> }
  | { readonly status: 'infeasible' | 'undecided' };

export interface LocalProgram {
  /** For all questions to come. No column may change before. */
  allow(column: number, leeway: Leeway): void;
  /** The cheapest change within the limits. */
  ask(limits: readonly Limit[]): Answer;
  /** Whether a few steps show that no change is within the limits. */
  rulesOut(limits: readonly Limit[]): boolean;
}

const MOST_STEPS = 1000;
/** Most of what is infeasible shows itself within so many steps. */
const FEW_STEPS = 20;
/** Changes this small are rounding. */
const ROUNDING = 1e-6;
/** Prices are raised by up to this share, always the same for a column, so that few choices are equally good. */
const SPREAD = 1e-3;
/**
 * What is free has a price of up to twice this on the way to the answer: without any, one column is as good as another, and the
 * basis fills with what changes nothing. Only what is the cheapest without it too is an answer.
 */
const TOKEN = 1e-5;

/** `steep`: how much dearer it is to drop beyond the fall. `count` is told of the steps of every answer. */
export function openLocalProgram(
  width: number,
  constraints: readonly Constraint[],
  steep: number,
  count: (steps: number) => void,
): LocalProgram {
  const state = openState(width, constraints, steep);
  const free = new Set<number>();
  const begin = (limits: readonly Limit[], most: number): Step =>
    limits.every((each) => limit(state, each)) ? solve(state, most, count) : 'infeasible';
  return {
    allow: (column, { price, rise, climb = rise, fall, drop }) => {
      const share = scatter(column + 1) / 2 ** 32;
      state.kinks.price[column] = price === 0 ? TOKEN * (1 + share) : price * (1 + SPREAD * share);
      if (price === 0) free.add(column);
      else free.delete(column);
      state.kinks.fall[column] = fall;
      state.kinks.climb[column] = climb;
      state.least[column] = -drop;
      state.most[column] = rise;
    },
    ask: (limits) => {
      const status = begin(limits, MOST_STEPS);
      const answer: Answer = status === 'done' ? answerOf(state, width, free) : { status };
      reset(state);
      return answer;
    },
    rulesOut: (limits) => {
      const status = begin(limits, FEW_STEPS);
      reset(state);
      return status === 'infeasible';
    },
  };
}

function solve(state: LocalState, most: number, count: (steps: number) => void): Step {
  for (let steps = 1; steps <= most; steps++) {
    const violation = findViolation(state);
    const taken = violation === undefined ? 'done' : step(state, violation);
    if (violation !== undefined && taken === 'done') continue;
    count(steps);
    return taken;
  }
  count(most);
  return 'undecided';
}

function answerOf(state: LocalState, width: number, free: ReadonlySet<number>): Answer {
  const isAnswer = state.rows.list.every((row) => isKept(state, row)) && isCheapest(state, free);
  if (!isAnswer) return { status: 'undecided' };
  const changed = state.columns.list.filter(
    (column) => column < width && Math.abs(state.change[column] as number) > ROUNDING,
  );
  return {
    status: 'optimal',
    changes: new Map(changed.map((column) => [column, state.change[column] as number])),
  };
}

/** Whether the terms of a row sum to 0 when they are added up anew. */
function isKept({ matrix: { rows }, change }: LocalState, row: number): boolean {
  let sum = 0;
  for (let term = rows.start[row] as number; term < (rows.start[row + 1] as number); term++)
    sum += (rows.value[term] as number) * (change[rows.index[term] as number] as number);
  return Math.abs(sum) <= ROUNDING;
}
