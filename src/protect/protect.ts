/**
 * Which cells to withhold, so that whatever is published tells nobody that a hidden cell holds some people
 * and fewer than k (DESIGN section 3).
 *
 *   1. withhold every sensitive cell (primary), and what earlier releases withheld
 *   2. ask every block of hidden cells what it lacks                          (pattern.ts, reach.ts)
 *   3. withhold the cells of the cheapest moves that would make it up         (widen.ts); back to 2
 *   4. publish again, dearest first, each complementary cell that is not needed
 *   5. look for a cheaper choice, and for a bound below which there is none   (improve.ts)
 *
 * Each round of 2 and 3 withholds at least one cell more, so it ends: with a pattern that keeps the promise,
 * or with cells that this way cannot protect; then 5 looks for one from nothing.
 */
import { improve, type Referee } from './improve.ts';
import { explanation, linearRoom, wholeRoom } from './make-up.ts';
import { openJudge, type PatternJudge } from './pattern.ts';
import {
  isSensitiveCell,
  type ProtectInput,
  type Protection,
  ProtectionError,
  type ProtectTask,
} from './plan.ts';
import type { Shortfall } from './reach.ts';
import { completeWorld } from './true-world.ts';
import { openWidener, type Widener } from './widen.ts';

/** Shares of the work limit by whose end the first choice is lean, and a cheaper one is found. */
const FIRST_SHARE = 0.1;
const SEARCH_SHARE = 0.7;

/** Throws `ProtectionError` if no pattern keeps the promise, `SolverError` if the solver has no answer. */
export function protect(input: ProtectInput): Protection {
  refuseExposed(input);
  const task: ProtectTask = { ...input, world: completeWorld(input) };
  const judge = openJudge(task);
  const widener = openWidener(task);
  try {
    return choose(task, judge, widener);
  } finally {
    widener.close();
    judge.close();
  }
}

function choose(task: ProtectTask, judge: PatternJudge, widener: Widener): Protection {
  const { solver, people, workLimit } = task;
  const primary = new Set([...task.publishable].filter((cell) => isSensitiveCell(task, cell)));
  const forced = new Set([...primary, ...task.withheld]);
  const start = solver.work();
  const within = (share: number) => () => solver.work() < start + share * workLimit;
  const first = widenUntilSafe(task, judge, widener, forced);
  const lean = first && giveBack(task, judge, forced, first, within(FIRST_SHARE));
  const referee = openReferee(task, judge, widener, forced);
  const found = improve(task, forced, lean, referee, within(SEARCH_SHARE));
  if (found.withheld === undefined)
    throw new ProtectionError(
      'No cells are left that could protect these.',
      keysOf(task, unprotected(judge, forced)),
    );
  const withheld = giveBack(task, judge, forced, found.withheld, within(1));
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
      return safe && giveBack(task, judge, chosen, safe, () => true);
    },
  };
}

function refuseExposed(input: ProtectInput): void {
  const exposed = [...input.published].filter((cell) => isSensitiveCell(input, cell));
  if (exposed.length > 0)
    throw new ProtectionError(
      'An earlier release publishes cells that stand for fewer than k people.',
      keysOf(input, exposed),
    );
}

/** Undefined where no cells are left that could make up what is lacking. */
function widenUntilSafe(
  task: ProtectTask,
  judge: PatternJudge,
  widener: Widener,
  chosen: ReadonlySet<number>,
): ReadonlySet<number> | undefined {
  const withheld = new Set(chosen);
  for (;;) {
    const shortfalls = judge.lacking(withheld);
    if (shortfalls.length === 0) return withheld;
    if (makeUpAll(task, widener, withheld, shortfalls) === 0) return undefined;
  }
}

/**
 * Withholds what the shortfalls call for and returns how many cells that took. Room comes first: it often
 * brings an explanation with it, and whole-number moves are asked for only where linear ones add nothing.
 */
function makeUpAll(
  task: ProtectTask,
  widener: Widener,
  withheld: Set<number>,
  shortfalls: readonly Shortfall[],
): number {
  const before = withheld.size;
  for (const way of [linearRoom, wholeRoom, explanation]) {
    for (const shortfall of shortfalls) {
      for (const cell of way(task, widener, withheld, shortfall)) withheld.add(cell);
    }
    if (withheld.size > before) break;
  }
  return withheld.size - before;
}

/**
 * Publishes complementary cells again, dearest first, wherever the promise is kept without them; and asks
 * again after each round, since cells given back may have been all that others were needed for.
 */
function giveBack(
  task: ProtectTask,
  judge: PatternJudge,
  kept: ReadonlySet<number>,
  widened: ReadonlySet<number>,
  mayGoOn: () => boolean,
): ReadonlySet<number> {
  const price = (cell: number) => task.costs[cell] ?? 1;
  const dearest = [...widened]
    .filter((cell) => !kept.has(cell))
    .sort((one, other) => price(other) - price(one) || one - other);
  let withheld = widened;
  for (let before = -1; before !== withheld.size; ) {
    before = withheld.size;
    for (const cell of dearest.filter((each) => withheld.has(each))) {
      if (!mayGoOn()) return withheld;
      const fewer = new Set([...withheld].filter((other) => other !== cell));
      if (judge.isSafe(fewer)) withheld = fewer;
    }
  }
  return withheld;
}

function keysOf({ system }: ProtectInput, cells: readonly number[]): string[] {
  return cells.map((cell) => system.cells[cell]?.key ?? '');
}
