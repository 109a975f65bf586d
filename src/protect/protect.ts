/**
 * Which cells to withhold, so that whatever is published tells nobody that a hidden cell holds some people
 * and fewer than k (DESIGN section 3).
 *
 *   1. withhold every sensitive cell (primary), and what earlier releases withheld
 *   2. ask every block of hidden cells what it lacks                          (reach.ts)
 *   3. withhold the cells of the cheapest moves that would make it up         (widen.ts); back to 2
 *   4. publish again, dearest first, each complementary cell that is not needed
 *
 * Each round of 2 and 3 withholds at least one cell more, so it ends: with a pattern that keeps the promise,
 * or with the cells that nothing can protect.
 */
import { type Block, splitSystem } from '../model/blocks.ts';
import { explanation, linearRoom, wholeRoom } from './make-up.ts';
import { givenCounts, isSensitiveCell, type ProtectInput, type Protection, ProtectionError } from './plan.ts';
import { findShortfalls, type Shortfall } from './reach.ts';
import { openWidener, type Widener } from './widen.ts';

/** Throws `ProtectionError` if no pattern keeps the promise, `SolverError` if the solver has no answer. */
export function protect(input: ProtectInput): Protection {
  const primary = new Set([...input.publishable].filter((cell) => isSensitiveCell(input, cell)));
  const forced = new Set([...primary, ...input.withheld]);
  refuseExposed(input);
  const widened = widenUntilSafe(input, forced);
  const withheld = giveBack(input, forced, widened);
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

function widenUntilSafe(input: ProtectInput, forced: ReadonlySet<number>): ReadonlySet<number> {
  const widener = openWidener(input);
  const safe = new Set<string>();
  const withheld = new Set(forced);
  try {
    for (
      let shortfalls = lacking(input, withheld, safe);
      shortfalls.length > 0;
      shortfalls = lacking(input, withheld, safe)
    ) {
      const added = makeUpAll(input, widener, withheld, shortfalls);
      if (added === 0)
        throw new ProtectionError(
          'No cells are left that could protect these.',
          keysOf(
            input,
            shortfalls.map(({ cell }) => cell),
          ),
        );
    }
  } finally {
    widener.close();
  }
  return withheld;
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

/** What all blocks lack together; blocks found to lack nothing are remembered in `safe`. */
function lacking(input: ProtectInput, withheld: ReadonlySet<number>, safe: Set<string>): Shortfall[] {
  const { known, blocks } = splitSystem(input.system, givenCounts(input, withheld));
  const exposed = [...input.system.cells.keys()].filter(
    (cell) => known[cell] !== undefined && needsHiding(input, withheld, cell),
  );
  const bare = exposed.flatMap((cell) =>
    targetsOf(input, cell).map((target): Shortfall => ({ cell, target, lacks: 'room', floors: [] })),
  );
  return [...bare, ...blocks.flatMap((block) => blockShortfalls(input, block, withheld, safe))];
}

/** A hidden cell that follows from one relation after another is exposed, unless it is k or more. */
function needsHiding(input: ProtectInput, withheld: ReadonlySet<number>, cell: number): boolean {
  if (withheld.has(cell)) return isSensitiveCell(input, cell) || input.counts[cell] === 0;
  return input.system.cells[cell]?.role === 'difference' && isSensitiveCell(input, cell);
}

function targetsOf(input: ProtectInput, cell: number): Shortfall['target'][] {
  return input.counts[cell] === 0 ? ['many'] : ['zero', 'many'];
}

function blockShortfalls(
  input: ProtectInput,
  block: Block,
  withheld: ReadonlySet<number>,
  safe: Set<string>,
): Shortfall[] {
  const promised = [...block.cells.keys()].filter((column) => {
    const cell = block.cells[column] ?? -1;
    return withheld.has(cell) || input.system.cells[cell]?.role === 'difference';
  });
  if (promised.length === 0 || safe.has(block.cells.join())) return [];
  const found = findShortfalls(input, block, promised);
  if (found.length === 0) safe.add(block.cells.join());
  return found;
}

/** Publishes complementary cells again, dearest first, wherever the promise is kept without them. */
function giveBack(
  input: ProtectInput,
  forced: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): ReadonlySet<number> {
  const safe = new Set<string>();
  const limit = input.solver.solved() + input.workLimit;
  let withheld = widened;
  const byCost = [...widened]
    .filter((cell) => !forced.has(cell))
    .sort((one, other) => (input.costs[other] ?? 1) - (input.costs[one] ?? 1) || one - other);
  for (const cell of byCost) {
    if (input.solver.solved() > limit) break;
    const fewer = new Set([...withheld].filter((other) => other !== cell));
    if (lacking(input, fewer, safe).length === 0) withheld = fewer;
  }
  return withheld;
}

function keysOf({ system }: ProtectInput, cells: readonly number[]): string[] {
  return cells.map((cell) => system.cells[cell]?.key ?? '');
}
