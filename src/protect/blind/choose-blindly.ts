/**
 * The choice by lots: which cells of one part to withhold, where a secret has drawn lots (draw.ts).
 *
 *   1. every cell that must be hidden and every decoy, in the order of the lots, takes a whole covering move
 *      (covering-moves.ts); one that an earlier move covers is passed over
 *   2. look whether each block keeps the promise, and whether each cell that step 1 covers can be anything   (repair.ts)
 *   3. what lacks room, or a reason, takes the cells whose published counts stand in its way, cheapest first; back to 2
 *
 * Step 1 sees neither counts nor which cells are decoys. Steps 2 and 3 see what would be published, and no hidden count: a cell is taken to
 * be known as k or more only where it is so in every world that fits (audit/block-check.ts), but for one for which nothing makes
 * room (repair.ts). Cells are only added: to give back what turns out not to be needed would tell for which counts it was not.
 * What everybody can work out from one relation after another is never added: on no move does it change.
 *
 * A decoy that cannot be hidden
 *
 *   stays withheld, and may be seen to be k or more     where no change of published counts makes room for it     (repair.ts)
 *   is dropped, and all is covered again without it     where that does not do, and it still lacks something      (withoutHindering)
 *
 * and where other cells alone lack something, the part is covered again without any decoy. All that the promise asks is asked
 * here as it is without lots: that a cell may be a decoy is a chance, often a small one, and proves nothing. Lots only lessen what a reader learns who makes the choice again.
 */

import type { Solver } from '../../solver/solver.ts';
import { secretCells, withCategories } from '../must-hide.ts';
import type { ProtectTask, TaskData } from '../task.ts';
import { type Coverer, openCoverer } from './covering-moves.ts';
import type { Draw } from './draw.ts';
import { type BlindChoice, repair } from './repair.ts';

/** Throws `SolverError` if the solver has no answer. */
export function chooseBlindly(task: TaskData, draw: Draw, solver: Solver): BlindChoice {
  /** Where it is to be cheap, lots say what it costs, and not how many people it hides. */
  const priced: ProtectTask = { ...task, costs: draw.prices, solver };
  const secrets = secretCells(priced);
  const coverer = openCoverer(task, draw, solver);
  try {
    let decoys = [...draw.decoys];
    for (;;) {
      const seeds = new Set([...secrets, ...decoys]);
      const covered = withSecrets(priced, secrets, coverAll(task, draw, seeds, coverer));
      const choice = repair({ task: priced, draw, secrets, seeds }, covered);
      if ('withheld' in choice || decoys.length === 0) return choice;
      decoys = withoutHindering(decoys, choice.unprotected);
    }
  } finally {
    coverer.close();
  }
}

/** Whatever lies on no covering move too: repair says whether anything protects it. */
function withSecrets(
  task: ProtectTask,
  secrets: ReadonlySet<number>,
  covered: ReadonlySet<number>,
): ReadonlySet<number> {
  const own = [...secrets].filter((cell) => task.publishable.has(cell));
  return withCategories(task, new Set([...covered, ...own]));
}

/** Without the decoys that nothing protects; without any where it is not them that lack something. */
function withoutHindering(decoys: readonly number[], unprotected: ReadonlySet<number>): number[] {
  const left = decoys.filter((cell) => !unprotected.has(cell));
  return left.length < decoys.length ? left : [];
}

/** Step 1 for these cells. What earlier releases withheld is public, and so comes first; nothing else does. */
export function coverAll(
  task: TaskData,
  { lots }: Pick<Draw, 'lots'>,
  seeds: ReadonlySet<number>,
  coverer: Pick<Coverer, 'cover'>,
): ReadonlySet<number> {
  let withheld = withCategories(task, task.inherited);
  for (const cell of inOrder(lots, seeds)) {
    if (withheld.has(cell)) continue;
    const move = coverer.cover(cell, withheld);
    if (move === undefined) continue;
    withheld = withCategories(task, new Set([...withheld, ...move]));
  }
  return withheld;
}

function inOrder(lots: readonly number[], cells: Iterable<number>): number[] {
  return [...cells].sort((one, other) => (lots[one] as number) - (lots[other] as number));
}
