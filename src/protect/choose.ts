/** Which cells of one part to withhold (parts.ts), by the steps that protect.ts lists. */
import { valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import { openPatternAudit, type PatternAudit } from './audit/pattern-audit.ts';
import { type BlindChoice, chooseBlindly } from './blind/choose-blindly.ts';
import { exchange } from './optimum/exchange.ts';
import { improve, type Referee } from './optimum/improve.ts';
import type { Part } from './parts.ts';
import { isSensitiveCell, type ProtectTask } from './plan.ts';
import { removeRedundant } from './redundant.ts';
import { repairUntilSafe } from './repair-until-safe.ts';
import { openSecondaryFinder, type SecondaryFinder } from './secondary-finder.ts';
import { sweep } from './sweep.ts';

/** The cells of the whole task to withhold, and the cost below which no safe choice lies; or those that nothing protects. */
export type Choice =
  | { readonly withheld: readonly number[]; readonly bound: number }
  | { readonly unprotected: readonly number[] };

/** Throws `SolverError` if the solver has no answer. */
export function choosePart({ cells, task }: Part, solver: Solver): Choice {
  if (task.draw !== undefined) return wholeChoice(cells, chooseBlindly(task, task.draw, solver));
  const own: ProtectTask = { ...task, solver };
  const audit = openPatternAudit(own);
  const finder = openSecondaryFinder(own);
  try {
    const choice = choose(own, audit, finder);
    const whole = (places: Iterable<number>) => [...places].map((place) => cells[place] as number);
    return 'unprotected' in choice
      ? { unprotected: whole(choice.unprotected) }
      : { withheld: whole(choice.withheld), bound: choice.bound };
  } finally {
    finder.close();
    audit.close();
  }
}

/** Nothing says what the least is that a choice can cost that does not go by it. */
function wholeChoice(cells: readonly number[], choice: BlindChoice): Choice {
  const whole = (places: Iterable<number>) => [...places].map((place) => cells[place] as number);
  return 'unprotected' in choice
    ? { unprotected: whole(choice.unprotected) }
    : { withheld: whole(choice.withheld), bound: 0 };
}

function choose(
  task: ProtectTask,
  audit: PatternAudit,
  finder: SecondaryFinder,
): { withheld: Iterable<number>; bound: number } | { unprotected: Iterable<number> } {
  const { solver, workLimit } = task;
  const forced = forcedCells(task);
  const start = solver.work();
  const swept = sweep(task, finder, forced);
  for (const move of swept.moves) audit.learn(move);
  const first = repairUntilSafe(task, audit, finder, swept.withheld);
  const lean = first && removeRedundant(task, audit, forced, first);
  const isWithin = (share: number) => () => solver.work() < start + share * workLimit;
  const referee = openReferee(task, audit, finder, forced, isWithin(0.5));
  const found = improve(task, forced, lean, referee, isWithin(1));
  if (found.withheld === undefined) return { unprotected: lackingCells(audit, forced) };
  const withheld = found.withheld === lean ? lean : removeRedundant(task, audit, forced, found.withheld);
  return { withheld, bound: Math.min(found.bound, referee.costOf(withheld)) };
}

/** What must be withheld whatever is decided. */
function forcedCells(task: ProtectTask): ReadonlySet<number> {
  return new Set([...[...task.publishable].filter((cell) => isSensitiveCell(task, cell)), ...task.withheld]);
}

/** The cells that lack something when nothing is withheld but what must be. */
function lackingCells(audit: PatternAudit, forced: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(audit.lacking(forced).map(({ cell }) => cell));
}

function openReferee(
  task: ProtectTask,
  audit: PatternAudit,
  finder: SecondaryFinder,
  forced: ReadonlySet<number>,
  mayExchange: () => boolean,
): Referee {
  const costOf = (withheld: ReadonlySet<number>) =>
    [...withheld].reduce((sum, cell) => sum + (forced.has(cell) ? 0 : valueAt(task.costs, cell)), 0);
  return {
    costOf,
    exchange: (safe) => exchange({ task, audit, finder, forced, costOf }, safe, mayExchange),
    brokenBlocks: audit.brokenBlocks,
    isSafe: audit.isSafe,
    makeSafe: (chosen) => {
      const joined = audit.joined(chosen, forced);
      const safe = repairUntilSafe(task, audit, finder, joined);
      return safe && removeRedundant(task, audit, joined, safe);
    },
  };
}
