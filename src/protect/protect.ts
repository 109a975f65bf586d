/**
 * Which cells to withhold, so that whatever is published tells nobody that a hidden cell holds some people
 * and fewer than k (DESIGN section 3).
 *
 *   1. withhold every sensitive cell (primary), and what earlier releases withheld
 *   2. ask every block of hidden cells what it lacks                          (pattern.ts, reach.ts)
 *   3. withhold the cells of the cheapest moves that would make it up         (widen.ts); back to 2
 *   4. publish again, dearest first, each complementary cell that is not needed
 *
 * Each round of 2 and 3 withholds at least one cell more, so it ends: with a pattern that keeps the promise,
 * or with the cells that nothing can protect.
 */
import { explanation, linearRoom, wholeRoom } from './make-up.ts';
import { openJudge, type PatternJudge } from './pattern.ts';
import { isSensitiveCell, type ProtectInput, type Protection, ProtectionError } from './plan.ts';
import type { Shortfall } from './reach.ts';
import { openWidener, type Widener } from './widen.ts';

/** Throws `ProtectionError` if no pattern keeps the promise, `SolverError` if the solver has no answer. */
export function protect(input: ProtectInput): Protection {
  const primary = new Set([...input.publishable].filter((cell) => isSensitiveCell(input, cell)));
  const forced = new Set([...primary, ...input.withheld]);
  refuseExposed(input);
  const judge = openJudge(input);
  const withheld = giveBack(input, judge, forced, widenUntilSafe(input, judge, forced));
  const complementary = [...withheld].filter((cell) => !forced.has(cell));
  return {
    withheld,
    primary: primary.size,
    complementary: complementary.length,
    cost: complementary.reduce((sum, cell) => sum + (input.costs[cell] ?? 1), 0),
    people: complementary.reduce((sum, cell) => sum + (input.people[cell] ?? 0), 0),
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

function widenUntilSafe(
  input: ProtectInput,
  judge: PatternJudge,
  forced: ReadonlySet<number>,
): ReadonlySet<number> {
  const widener = openWidener(input);
  const withheld = new Set(forced);
  try {
    for (;;) {
      const shortfalls = [...judge.lacking(withheld)];
      if (shortfalls.length === 0) return withheld;
      if (makeUpAll(input, widener, withheld, shortfalls) > 0) continue;
      const cells = shortfalls.map(({ cell }) => cell);
      throw new ProtectionError('No cells are left that could protect these.', keysOf(input, cells));
    }
  } finally {
    widener.close();
  }
}

/**
 * Withholds what the shortfalls call for and returns how many cells that took. Room comes first: it often
 * brings an explanation with it, and whole-number moves are asked for only where linear ones add nothing.
 */
function makeUpAll(
  input: ProtectInput,
  widener: Widener,
  withheld: Set<number>,
  shortfalls: readonly Shortfall[],
): number {
  const before = withheld.size;
  for (const way of [linearRoom, wholeRoom, explanation]) {
    for (const shortfall of shortfalls) {
      for (const cell of way(input, widener, withheld, shortfall)) withheld.add(cell);
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
  input: ProtectInput,
  judge: PatternJudge,
  forced: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): ReadonlySet<number> {
  const limit = input.solver.solved() + input.workLimit;
  const price = (cell: number) => input.costs[cell] ?? 1;
  const dearest = [...widened]
    .filter((cell) => !forced.has(cell))
    .sort((one, other) => price(other) - price(one) || one - other);
  let withheld = widened;
  for (let before = -1; before !== withheld.size; ) {
    before = withheld.size;
    for (const cell of dearest.filter((each) => withheld.has(each))) {
      if (input.solver.solved() > limit) return withheld;
      const fewer = new Set([...withheld].filter((other) => other !== cell));
      if (judge.lacking(fewer).next().done === true) withheld = fewer;
    }
  }
  return withheld;
}

function keysOf({ system }: ProtectInput, cells: readonly number[]): string[] {
  return cells.map((cell) => system.cells[cell]?.key ?? '');
}
