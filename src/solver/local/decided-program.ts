/**
 * The cheapest change by our own simplex method (local-program.ts) or, where that decides nothing, by HiGHS (split-program.ts).
 */

import type { Constraint, Limit } from '../../indexes/constraint.ts';
import type { LinearModel } from '../linear-model.ts';
import type { Steps } from '../native-model.ts';
import type { Session } from '../session.ts';
import { branch } from './branch.ts';
import { type Answer, type LocalProgram, openLocalProgram } from './local-program.ts';
import { openSplitProgram } from './split-program.ts';

export interface DecidedProgram extends LocalProgram {
  /** One of whole numbers, about the cheapest; limits and constraints are whole numbers. */
  askWhole(limits: readonly Limit[]): Answer;
  /** Likewise, by our own method alone; undecided where it finds none. */
  tryWhole(limits: readonly Limit[]): Answer;
  close(): void;
}

/** `steep` and `count`: see local-program.ts. */
export function openDecidedProgram(
  width: number,
  constraints: readonly Constraint[],
  steep: number,
  open: (model: LinearModel, steps: Steps) => Session,
  count: (steps: number) => void,
): DecidedProgram {
  const local = openLocalProgram(width, constraints, steep, count);
  const split = openSplitProgram(constraints, steep, open);
  const decide = (answer: Answer, limits: readonly Limit[], whole: boolean): Answer => {
    if (answer.status !== 'undecided') return answer;
    const changes = split.ask(limits, whole);
    return changes === undefined ? { status: 'infeasible' } : { status: 'optimal', changes };
  };
  return {
    allow: (column, leeway) => {
      local.allow(column, leeway);
      split.allow(column, leeway);
    },
    ask: (limits) => decide(local.ask(limits), limits, false),
    askWhole: (limits) => decide(branch(local.ask, limits), limits, true),
    tryWhole: (limits) => branch(local.ask, limits),
    rulesOut: local.rulesOut,
    close: () => split.close(),
  };
}
