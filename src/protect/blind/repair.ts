/**
 * Adds cells to a pattern until it keeps the promise, and until each cell that took a covering move can be anything, small
 * or decoy alike. What is added is what the cheapest change of published counts would change that makes room,
 *
 *   least  sum of price_j |x_j - v_j|  over published cells j     with   every relation kept, x_c = 0 or x_c >= k
 *
 * hidden cells moving for nothing: so it hangs on published counts, lots and the pattern, and on no hidden count. Where only a
 * reason of the hiding is lacking, one more cell of the block changes to 1 to k-1. A decoy for which there is no such change
 * stays hidden, and may be seen to be k or more.
 */

import { openJudge } from '../audit/pattern.ts';
import type { Shortfall } from '../audit/reach.ts';
import { withCategories } from '../groups.ts';
import { demandsOf, explanation } from '../make-up.ts';
import type { Found } from '../moves.ts';
import type { ProtectTask } from '../plan.ts';
import { openBlindWidener, type Widener } from '../widen.ts';
import type { BlindChoice } from './choose-blindly.ts';
import type { Draw } from './draw.ts';

interface Asked {
  readonly task: ProtectTask;
  readonly draw: Draw;
  /** What must be hidden whatever is drawn. */
  readonly forced: ReadonlySet<number>;
  /** These, and decoys: all must be able to be anything. */
  readonly seeds: ReadonlySet<number>;
}

export function repair(asked: Asked, covered: ReadonlySet<number>): BlindChoice {
  const widener = openBlindWidener(asked.task, asked.draw.prices);
  let open: ReadonlySet<number> = asked.seeds;
  let withheld: ReadonlySet<number> = covered;
  try {
    for (;;) {
      const found = repairFor({ ...asked.task, open }, asked, widener, withheld);
      if ('safe' in found) return { withheld: found.safe };
      const given = found.lacking.filter((cell) => open.has(cell) && !asked.forced.has(cell));
      if (given.length === 0) return { unprotected: new Set(found.lacking) };
      open = new Set([...open].filter((cell) => !given.includes(cell)));
      withheld = found.withheld;
    }
  } finally {
    widener.close();
  }
}

/** A pattern that lacks nothing; or cells for which nothing can be done, and what is withheld by then. */
type Repaired =
  | { readonly safe: ReadonlySet<number> }
  | { readonly lacking: readonly number[]; readonly withheld: ReadonlySet<number> };

/** `task.open`: cells that must be able to be anything. */
function repairFor(
  task: ProtectTask,
  asked: Asked,
  widener: Widener,
  covered: ReadonlySet<number>,
): Repaired {
  const judge = openJudge(task);
  try {
    let withheld = new Set(covered);
    for (;;) {
      const shortfalls = judge.lacking(withheld);
      if (shortfalls.length === 0) return { safe: withheld };
      const before = withheld.size;
      const lacking = makeUp(task, asked.draw, widener, withheld, shortfalls);
      if (withheld.size === before) return { lacking, withheld };
      withheld = withCategories(task, withheld);
    }
  } finally {
    judge.close();
  }
}

/** Withholds what the shortfalls call for, in the order of the lots; returns the cells for which there is nothing to call for. */
function makeUp(
  task: ProtectTask,
  { lots }: Draw,
  widener: Widener,
  withheld: Set<number>,
  shortfalls: readonly Shortfall[],
): readonly number[] {
  const lotOf = ({ cell }: Shortfall) => lots[cell] as number;
  const ordered = [...shortfalls].sort((one, other) => lotOf(one) - lotOf(other));
  const linear = withholdFor(ordered, withheld, (one) =>
    widener.widen(demandsOf(task, one), withheld, false),
  );
  if (linear.added > 0) return linear.lacking;
  const whole = withholdFor(ordered, withheld, (one) => widener.widen(demandsOf(task, one), withheld, true));
  if (whole.added > 0 || whole.lacking.length > 0) return whole.lacking;
  const explained = withholdFor(ordered, withheld, (one) => explanation(task, widener, withheld, one));
  return explained.added > 0 ? [] : ordered.map(({ cell }) => cell);
}

/** Withholds the cells of each way; returns how many these are, and the cells for which there is none. */
function withholdFor(
  shortfalls: readonly Shortfall[],
  withheld: Set<number>,
  way: (shortfall: Shortfall) => Pick<Found, 'cells'> | undefined,
): { readonly added: number; readonly lacking: readonly number[] } {
  const before = withheld.size;
  const lacking: number[] = [];
  for (const shortfall of shortfalls) {
    const found = way(shortfall);
    if (found === undefined) lacking.push(shortfall.cell);
    for (const cell of found?.cells ?? []) withheld.add(cell);
  }
  return { added: withheld.size - before, lacking };
}
