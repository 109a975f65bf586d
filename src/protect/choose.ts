/** Which cells of one part to withhold (parts.ts): by lots where they are drawn, else by the steps that protect.ts lists. */
import { valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import { openPatternAudit, type PatternAudit } from './audit/pattern-audit.ts';
import { chooseBlindly } from './blind/choose-blindly.ts';
import type { Part } from './parts.ts';
import { removeRedundant } from './redundant.ts';
import { repairUntilSafe } from './repair-until-safe.ts';
import { openSecondaryFinder, type SecondaryFinder } from './secondary-finder.ts';
import { sweep } from './sweep.ts';
import type { ProtectTask } from './task.ts';

/** The cells of the whole task to withhold, and the cost below which no safe choice lies; or those that nothing protects. */
export type PartChoice =
  | { readonly withheld: readonly number[]; readonly bound: number }
  | { readonly unprotected: readonly number[] };

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

/** Without `improve` the first choice is taken: as safe, and maybe dearer. Throws `SolverError` if the solver has no answer. */
export function choosePart({ cells, task }: Part, solver: Solver, improve?: Improve): PartChoice {
  const choice =
    task.draw === undefined
      ? chooseCheaply({ ...task, solver }, improve)
      : { ...chooseBlindly(task, task.draw, solver), bound: NOTHING_KNOWN };
  const whole = (places: Iterable<number>) => [...places].map((place) => cells[place] as number);
  return 'unprotected' in choice
    ? { unprotected: whole(choice.unprotected) }
    : { withheld: whole(choice.withheld), bound: choice.bound };
}

/** A bound on the cost of what nothing is known of the least of: a choice by lots, or the first. */
const NOTHING_KNOWN = 0;

function chooseCheaply(
  task: ProtectTask,
  improve: Improve = ({ safe }) => ({ withheld: safe, bound: NOTHING_KNOWN }),
): { withheld: ReadonlySet<number>; bound: number } | { unprotected: ReadonlySet<number> } {
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
