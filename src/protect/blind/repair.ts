/**
 * Adds cells to a pattern until it keeps the promise, and until each cell that took a covering move can be anything, small
 * or decoy alike. What is added is what the cheapest change of published counts would change that makes room,
 *
 *   least  sum of price_j |x_j - v_j|  over published cells j     with   every relation kept, x_c = 0 or x_c >= k
 *
 * hidden cells moving for nothing. Where only a reason of the hiding is lacking, one more cell of the block changes to 1 to k-1:
 * that is done for one cell at a time, the first by its lot for which it adds any, since what one cell takes often serves all.
 *
 * No hidden count decides any of it. Which cells lack what is asked of all worlds that fit, and has the same answer in each of
 * these; which of them comes first, its lot says; what it takes, published counts, prices and the pattern so far. So who knows
 * the code and not the key can tell from what was added no more than from the counts that it hid, which section 5 of
 * docs/method.md names as not blind (tests/protect/blind/repair.property.test.ts).
 *
 * Where there is no such change it goes on with less asked of the cells that lack it: first of those that only protect others, then
 * of decoys. They stay hidden, and may be seen to be k or more, which their own count must then bear out: this alone is
 * not blind. What becomes of a decoy where that does not do either, choose-blindly.ts says.
 */

import type { Unprotected } from '../audit/block-check.ts';
import { openPatternAudit } from '../audit/pattern-audit.ts';
import { demandsOf, explanation } from '../find-secondary.ts';
import type { Found } from '../moves.ts';
import { withCategories } from '../must-hide.ts';
import { openBlindFinder, type SecondaryFinder } from '../secondary-finder.ts';
import type { ProtectTask } from '../task.ts';
import type { Draw } from './draw.ts';

/** Cells of the task, or those that nothing protects. */
export type BlindChoice =
  | { readonly withheld: ReadonlySet<number> }
  | { readonly unprotected: ReadonlySet<number> };

interface RepairInput {
  readonly task: ProtectTask;
  readonly draw: Draw;
  /** What must be able to be anything, whatever is drawn (`secretCells`). */
  readonly secrets: ReadonlySet<number>;
  /** These, and decoys, which are to be able to be anything too. */
  readonly seeds: ReadonlySet<number>;
}

export function repair(input: RepairInput, covered: ReadonlySet<number>): BlindChoice {
  const finder = openBlindFinder(input.task, input.draw.prices);
  let conceded: ReadonlySet<number> = new Set();
  let withheld: ReadonlySet<number> = covered;
  try {
    for (;;) {
      const mustBeOpen = new Set([...input.seeds].filter((cell) => !conceded.has(cell)));
      const found = repairFor({ ...input.task, mustBeOpen, conceded }, input.draw, finder, withheld);
      if ('safe' in found) return { withheld: found.safe };
      const more = toConcede(found.lacking, input, conceded);
      if (more.length === 0) return { unprotected: new Set(found.lacking) };
      conceded = new Set([...conceded, ...more]);
      withheld = found.withheld;
    }
  } finally {
    finder.close();
  }
}

/** Of the cells for which nothing makes room those that only protect others; where there are none, the decoys. */
function toConcede(
  lacking: readonly number[],
  { secrets, seeds }: RepairInput,
  conceded: ReadonlySet<number>,
): readonly number[] {
  const open = lacking.filter((cell) => !secrets.has(cell) && !conceded.has(cell));
  const others = open.filter((cell) => !seeds.has(cell));
  return others.length > 0 ? others : open;
}

/** A pattern that lacks nothing; or cells for which nothing can be done, and what is withheld by then. */
type Repaired =
  | { readonly safe: ReadonlySet<number> }
  | { readonly lacking: readonly number[]; readonly withheld: ReadonlySet<number> };

/** `task.mustBeOpen`: those of the seeds that are not given up. */
function repairFor(
  task: ProtectTask,
  draw: Draw,
  finder: SecondaryFinder,
  covered: ReadonlySet<number>,
): Repaired {
  const audit = openPatternAudit(task);
  try {
    let withheld = new Set(covered);
    for (;;) {
      const unprotectedCells = audit.lacking(withheld);
      if (unprotectedCells.length === 0) return { safe: withheld };
      const before = withheld.size;
      const lacking = addSecondary(task, draw, finder, withheld, unprotectedCells);
      if (withheld.size === before) return { lacking, withheld };
      withheld = withCategories(task, withheld);
    }
  } finally {
    audit.close();
  }
}

/**
 * Withholds what unprotected cells call for, in the order of the lots. Where that is nothing, it returns the cells for which
 * there is nothing to call for.
 */
function addSecondary(
  task: ProtectTask,
  { lots }: Draw,
  finder: SecondaryFinder,
  withheld: Set<number>,
  unprotectedCells: readonly Unprotected[],
): readonly number[] {
  const lotOf = ({ cell }: Unprotected) => lots[cell] as number;
  const ordered = [...unprotectedCells].sort((one, other) => lotOf(one) - lotOf(other));
  const before = withheld.size;
  const withhold = (found: Found | undefined) => {
    for (const cell of found?.cells ?? []) withheld.add(cell);
    return found !== undefined;
  };
  const lacking = ordered.filter(
    (one) => !withhold(finder.findSecondary(demandsOf(task, one), withheld, true)),
  );
  if (withheld.size === before && lacking.length === 0)
    ordered.some((one) => withhold(explanation(task, finder, withheld, one)));
  return (lacking.length > 0 ? lacking : ordered).map(({ cell }) => cell);
}
