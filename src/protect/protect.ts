/**
 * Which cells to withhold, so that whatever is published tells nobody that a hidden cell holds some people
 * and fewer than k (DESIGN section 3).
 *
 *   1. withhold every sensitive cell (primary), and what earlier releases withheld, and make room for each  (sweep.ts)
 *   2. ask every block of hidden cells what it lacks                          (pattern.ts, reach.ts)
 *   3. withhold the cells of the cheapest moves that would make it up         (make-up.ts, widen.ts); back to 2
 *   4. publish again, dearest first, each complementary cell that is not needed    (spare.ts, give-back.ts)
 *   5. look for a cheaper choice, and for a bound below which there is none   (improve.ts); back to 4
 *
 * Each round of 2 and 3 withholds at least one cell more, so it ends: with a pattern that keeps the promise,
 * or with cells that this way cannot protect; then 5 looks for one from nothing. The work limit is for 5 alone.
 */
import { giveBack } from './give-back.ts';
import { orphanedCategories, withGroups } from './groups.ts';
import { improve, type Referee } from './improve.ts';
import { widenUntilSafe } from './make-safe.ts';
import { openJudge, type PatternJudge } from './pattern.ts';
import {
  isSensitiveCell,
  keysOf,
  type ProtectInput,
  type Protection,
  ProtectionError,
  type ProtectTask,
} from './plan.ts';
import { publishSpare } from './spare.ts';
import { sweep } from './sweep.ts';
import { completeWorld } from './true-world.ts';
import { openWidener, type Widener } from './widen.ts';

/** Throws `ProtectionError` if no pattern keeps the promise, `SolverError` if the solver has no answer. */
export function protect(input: ProtectInput): Protection {
  refuseExposed(input);
  const task = withGroups(input, completeWorld(input));
  const primary = primaryCells(input, task);
  const forced = new Set([...primary, ...task.withheld]);
  refuseTooLarge(task, forced);
  refuseTelling(input, task, forced);
  const judge = openJudge(task);
  const widener = openWidener(task);
  try {
    return choose(task, { primary, forced }, judge, widener);
  } finally {
    widener.close();
    judge.close();
  }
}

/** What must be withheld although no earlier release did. */
function primaryCells({ withheld }: ProtectInput, task: ProtectTask): ReadonlySet<number> {
  const isOwn = (cell: number) =>
    isSensitiveCell(task, cell) || task.telling.has(cell) || (task.withheld.has(cell) && !withheld.has(cell));
  return new Set([...task.publishable].filter(isOwn));
}

function choose(
  task: ProtectTask,
  { primary, forced }: Readonly<Record<'primary' | 'forced', ReadonlySet<number>>>,
  judge: PatternJudge,
  widener: Widener,
): Protection {
  const { solver, people, workLimit } = task;
  const start = solver.work();
  const swept = sweep(task, widener, forced);
  for (const move of swept.moves) judge.learn(move);
  const first = widenUntilSafe(task, judge, widener, swept.withheld);
  const lean = first && publishSpare(task, judge, forced, first);
  const referee = openReferee(task, judge, widener, forced);
  const found = improve(task, forced, lean, referee, () => solver.work() < start + workLimit);
  if (found.withheld === undefined)
    throw new ProtectionError(
      'No cells are left that could protect these.',
      keysOf(task.system, unprotected(judge, forced)),
    );
  const withheld = giveBack(task, judge.within(found.withheld).isSafe, forced, found.withheld);
  const complementary = [...withheld].filter((cell) => !forced.has(cell));
  const cost = referee.costOf(withheld);
  return {
    withheld,
    primary: primary.size,
    complementary: complementary.length,
    cost,
    bound: Math.min(found.bound, cost),
    people: complementary.reduce((sum, cell) => sum + (people[cell] ?? 0), 0),
  };
}

/** The cells that lack something when nothing is withheld but what must be. */
function unprotected(judge: PatternJudge, forced: ReadonlySet<number>): number[] {
  return [...new Set(judge.lacking(forced).map(({ cell }) => cell))];
}

function openReferee(
  task: ProtectTask,
  judge: PatternJudge,
  widener: Widener,
  forced: ReadonlySet<number>,
): Referee {
  return {
    costOf: (withheld) =>
      [...withheld].reduce((sum, cell) => sum + (forced.has(cell) ? 0 : (task.costs[cell] ?? 1)), 0),
    brokenBlocks: judge.brokenBlocks,
    isSafe: judge.isSafe,
    makeSafe: (chosen) => {
      const safe = widenUntilSafe(task, judge, widener, chosen);
      return safe && publishSpare(task, judge, chosen, safe);
    },
  };
}

/** Cells that must be withheld times cells: with more, to find a first choice takes hours, and then days. */
const MOST_QUESTIONS = 1e9;

function refuseTooLarge({ system: { cells } }: ProtectTask, forced: ReadonlySet<number>): void {
  if (forced.size * cells.length <= MOST_QUESTIONS) return;
  const size = cells.length.toLocaleString('en-US');
  throw new ProtectionError(`The tables have ${size} cells, too many to protect in a day's work.`, []);
}

function refuseExposed(input: ProtectInput): void {
  const exposed = [...input.published].filter((cell) => isSensitiveCell(input, cell));
  if (exposed.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells that stand for fewer than k people.',
      keysOf(input.system, exposed),
    );
}

function refuseTelling({ published }: ProtectInput, task: ProtectTask, forced: ReadonlySet<number>): void {
  const telling = [...published].filter((cell) => task.telling.has(cell));
  if (telling.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells of a sensitive dimension that tell of everybody in a group.',
      keysOf(task.system, telling),
    );
  const orphaned = orphanedCategories(task, forced);
  if (orphaned.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells of a sensitive dimension whose group must be withheld.',
      keysOf(task.system, orphaned),
    );
}
