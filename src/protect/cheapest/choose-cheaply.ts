/**
 * The choice where tallies are public: the cheapest that keeps the promise, as near as it is found.
 *
 *   1. withhold every small cell (primary), and what earlier releases withheld, and make room for each     (sweep.ts)
 *   2. ask every block of hidden cells what it lacks                             (audit/pattern-audit.ts, block-check.ts)
 *   3. withhold the cells of the cheapest moves that would make it up     (repair-until-safe.ts, find-secondary.ts); back to 2
 *   4. publish again, dearest first, each secondary cell that is redundant                              (redundant.ts)
 *
 * Each round of 2 and 3 withholds at least one cell more, so it ends: with a pattern that keeps the promise,
 * or with cells that this way cannot protect. Who wants a cheaper choice, or one where this way finds none, hands over a
 * search for it (src/optimum).
 */
import { valueAt } from '../../indexes/look-up.ts';
import { openPatternAudit, type PatternAudit } from '../audit/pattern-audit.ts';
import { openSecondaryFinder, type SecondaryFinder } from '../secondary-finder.ts';
import type { ProtectTask } from '../task.ts';
import { removeRedundant } from './redundant.ts';
import { repairUntilSafe } from './repair-until-safe.ts';
import { sweep } from './sweep.ts';

/** A first choice with the tools that made it: what a search for a cheaper one begins from. */
export interface FirstChoice {
  readonly task: ProtectTask;
  readonly audit: PatternAudit;
  readonly finder: SecondaryFinder;
  /** Safe, and nothing in it is redundant; undefined where none was found. */
  readonly safe: ReadonlySet<number> | undefined;
  /** What a choice costs, forced cells left out. */
  readonly costOf: (withheld: ReadonlySet<number>) => number;
  /** The solver's work before it. */
  readonly begun: number;
}

/** A safe choice, or undefined as long as none is known, and the cost below which none lies. */
export interface Improved {
  readonly withheld: ReadonlySet<number> | undefined;
  readonly bound: number;
}

/** Looks for a cheaper choice; for one at all where there is none yet. */
export type Improve = (first: FirstChoice) => Improved;

/** Cells of the task with the cost below which no safe choice lies, or those that nothing protects. */
type CheapChoice =
  | { readonly withheld: ReadonlySet<number>; readonly bound: number }
  | { readonly unprotected: ReadonlySet<number> };

/** Without `improve` the first choice is taken: as safe, and maybe dearer. Throws `SolverError` if the solver has no answer. */
export function chooseCheaply(
  task: ProtectTask,
  improve: Improve = ({ safe }) => ({ withheld: safe, bound: 0 }),
): CheapChoice {
  const audit = openPatternAudit(task);
  const finder = openSecondaryFinder(task);
  try {
    const first = chooseFirst(task, audit, finder);
    const { safe, costOf } = first;
    const found = improve(first);
    if (found.withheld === undefined) return { unprotected: lackingCells(audit, task.forced) };
    const withheld =
      found.withheld === safe ? safe : removeRedundant(task, audit, task.forced, found.withheld);
    return { withheld, bound: Math.min(found.bound, costOf(withheld)) };
  } finally {
    finder.close();
    audit.close();
  }
}

function chooseFirst(task: ProtectTask, audit: PatternAudit, finder: SecondaryFinder): FirstChoice {
  const begun = task.solver.work();
  const swept = sweep(task, finder);
  for (const move of swept.moves) audit.learn(move);
  const repaired = repairUntilSafe(task, audit, finder, swept.withheld);
  const safe = repaired && removeRedundant(task, audit, task.forced, repaired);
  const costOf = (withheld: ReadonlySet<number>) =>
    [...withheld].reduce((sum, cell) => sum + (task.forced.has(cell) ? 0 : valueAt(task.costs, cell)), 0);
  return { task, audit, finder, safe, costOf, begun };
}

/** The cells that lack something when nothing is withheld but what must be. */
function lackingCells(audit: PatternAudit, forced: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(audit.lacking(forced).map(({ cell }) => cell));
}
