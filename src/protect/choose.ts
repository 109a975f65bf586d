/** Which cells of one part to withhold (parts.ts), by the steps that protect.ts lists. */
import { valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import { openJudge, type PatternJudge } from './audit/pattern.ts';
import { type BlindChoice, chooseBlindly } from './blind/choose-blindly.ts';
import { widenUntilSafe } from './make-safe.ts';
import { exchange } from './optimum/exchange.ts';
import { improve, type Referee } from './optimum/improve.ts';
import type { Part } from './parts.ts';
import { isSensitiveCell, type ProtectTask } from './plan.ts';
import { publishSpare } from './spare.ts';
import { sweep } from './sweep.ts';
import { openWidener, type Widener } from './widen.ts';

/** The cells of the whole task to withhold, and the cost below which no safe choice lies; or those that nothing protects. */
export type Choice =
  | { readonly withheld: readonly number[]; readonly bound: number }
  | { readonly unprotected: readonly number[] };

/** Throws `SolverError` if the solver has no answer. */
export function choosePart({ cells, task }: Part, solver: Solver): Choice {
  if (task.draw !== undefined) return wholeChoice(cells, chooseBlindly(task, task.draw, solver));
  const own: ProtectTask = { ...task, solver };
  const judge = openJudge(own);
  const widener = openWidener(own);
  try {
    const choice = choose(own, judge, widener);
    const whole = (places: Iterable<number>) => [...places].map((place) => cells[place] as number);
    return 'unprotected' in choice
      ? { unprotected: whole(choice.unprotected) }
      : { withheld: whole(choice.withheld), bound: choice.bound };
  } finally {
    widener.close();
    judge.close();
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
  judge: PatternJudge,
  widener: Widener,
): { withheld: Iterable<number>; bound: number } | { unprotected: Iterable<number> } {
  const { solver, workLimit } = task;
  const forced = forcedCells(task);
  const start = solver.work();
  const swept = sweep(task, widener, forced);
  for (const move of swept.moves) judge.learn(move);
  const first = widenUntilSafe(task, judge, widener, swept.withheld);
  const lean = first && publishSpare(task, judge, forced, first);
  const isWithin = (share: number) => () => solver.work() < start + share * workLimit;
  const referee = openReferee(task, judge, widener, forced, isWithin(0.5));
  const found = improve(task, forced, lean, referee, isWithin(1));
  if (found.withheld === undefined) return { unprotected: lackingCells(judge, forced) };
  const withheld = found.withheld === lean ? lean : publishSpare(task, judge, forced, found.withheld);
  return { withheld, bound: Math.min(found.bound, referee.costOf(withheld)) };
}

/** What must be withheld whatever is decided. */
function forcedCells(task: ProtectTask): ReadonlySet<number> {
  return new Set([...[...task.publishable].filter((cell) => isSensitiveCell(task, cell)), ...task.withheld]);
}

/** The cells that lack something when nothing is withheld but what must be. */
function lackingCells(judge: PatternJudge, forced: ReadonlySet<number>): ReadonlySet<number> {
  return new Set(judge.lacking(forced).map(({ cell }) => cell));
}

function openReferee(
  task: ProtectTask,
  judge: PatternJudge,
  widener: Widener,
  forced: ReadonlySet<number>,
  mayExchange: () => boolean,
): Referee {
  const costOf = (withheld: ReadonlySet<number>) =>
    [...withheld].reduce((sum, cell) => sum + (forced.has(cell) ? 0 : valueAt(task.costs, cell)), 0);
  return {
    costOf,
    exchange: (safe) => exchange({ task, judge, widener, forced, costOf }, safe, mayExchange),
    brokenBlocks: judge.brokenBlocks,
    isSafe: judge.isSafe,
    makeSafe: (chosen) => {
      const joined = judge.joined(chosen, forced);
      const safe = widenUntilSafe(task, judge, widener, joined);
      return safe && publishSpare(task, judge, joined, safe);
    },
  };
}
