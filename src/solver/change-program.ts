/**
 * The cheapest change that meets a demand:
 *
 *   least  sum of cost(x),  cost as in kinks.ts,   with  lower <= sum of coefficient x column <= upper
 *
 * for each constraint, all of which the change that is none keeps. Where little needs to change, the local program
 * (local-program.ts) finds it with work that grows with the answer; where that decides nothing, HiGHS does. Columns that can
 * only change together are one (ties.ts), and beyond the kink of one as dear as if all were beyond theirs: so the change is
 * the cheapest but for kinks of others.
 *
 * What the local program is worth: without it, the choice of cells for a city of 50 wards takes three times as much processor time
 * (docs/method.md, at the end).
 */

import type { Constraint, Limit } from '../indexes/constraint.ts';
import type { Coarse } from './coarse.ts';
import { openCoarseProgram } from './coarse-program.ts';
import type { LinearModel } from './linear-model.ts';
import { openDecidedProgram } from './local/decided-program.ts';
import type { Leeway } from './local/kinks.ts';
import type { Answer } from './local/local-program.ts';
import { openTiedProgram } from './local/tied-program.ts';
import type { Steps } from './native-model.ts';
import type { Session } from './session.ts';

/** By column that changes, by how much; and what that costs. */
export interface Change {
  readonly changes: ReadonlyMap<number, number>;
  readonly cost: number;
}

export interface ChangeProgram {
  /** For all questions to come. No column may change before. */
  allow(column: number, leeway: Leeway): void;
  /** The cheapest change within the limits, undefined if there is none. */
  ask(limits: readonly Limit[]): Change | undefined;
  /** One of whole numbers, about the cheapest; limits and constraints are whole numbers. */
  askWhole(limits: readonly Limit[]): Change | undefined;
  /** Likewise, undefined where our own method finds none. */
  tryWhole(limits: readonly Limit[]): Change | undefined;
  /** Whether it is quickly seen that no change is within the limits. */
  rulesOut(limits: readonly Limit[]): boolean;
  close(): void;
}

/** `steep`: how much dearer it is to drop beyond the fall. `count` is told of the steps of every local answer. */
export function openChangeProgram(
  width: number,
  constraints: readonly Constraint[],
  steep: number,
  open: (model: LinearModel, steps: Steps) => Session,
  count: (steps: number) => void,
  coarse?: Coarse,
): ChangeProgram {
  const leeways = new Map<number, Leeway>();
  const openTied = (size: number, rows: readonly Constraint[]) =>
    openTiedProgram(size, rows, (own) => openDecidedProgram(size, own, steep, open, count));
  const tied =
    coarse === undefined ? openTied(width, constraints) : openCoarseProgram(coarse, constraints, openTied);
  const read = (answer: Answer): Change | undefined =>
    answer.status === 'optimal'
      ? { changes: answer.changes, cost: costOf(answer.changes, leeways, steep) }
      : undefined;
  return {
    allow: (column, leeway) => {
      leeways.set(column, leeway);
      tied.allow(column, leeway);
    },
    ask: (limits) => read(tied.ask(limits)),
    askWhole: (limits) => read(tied.askWhole(limits)),
    tryWhole: (limits) => read(tied.tryWhole(limits)),
    rulesOut: tied.rulesOut,
    close: tied.close,
  };
}

function costOf(
  changes: ReadonlyMap<number, number>,
  leeways: ReadonlyMap<number, Leeway>,
  steep: number,
): number {
  let cost = 0;
  for (const [column, change] of changes) {
    const { price = 0, fall = 0 } = leeways.get(column) ?? {};
    cost += price * (Math.abs(change) + (steep - 1) * Math.max(0, -change - fall));
  }
  return cost;
}
