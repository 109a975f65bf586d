/**
 * The choice that tells nothing: which cells of one part to withhold, where a secret has drawn lots (draw.ts).
 *
 *   1. every cell that must be hidden and every decoy, in the order of the lots, takes a whole covering move
 *      (covering-moves.ts); one that an earlier move covers is passed over
 *   2. look whether each block keeps the promise, and whether each cell of 1 can be anything      (repair.ts)
 *   3. what lacks room takes the cells whose published counts stand in its way, cheapest first; back to 2
 *
 * 1 sees neither counts nor which cells are decoys. 2 and 3 see what would be published, and no hidden count. Cells are only
 * ever added: to give back what turns out not to be needed would tell for which counts it was not. Prices are drawn from all
 * numbers above 0, so whatever covering moves make up a pattern, they can be the cheapest for every table that fits it.
 */
import type { Solver } from '../../solver/solver.ts';
import { withCategories } from '../groups.ts';
import { isEmptyOfGroup, isSensitiveCell, isUnnamed, type ProtectTask, type TaskData } from '../plan.ts';
import { type Coverer, openCoverer } from './covering-moves.ts';
import type { Draw } from './draw.ts';
import { repair } from './repair.ts';

/** Cells of the task, or those that nothing protects. */
export type BlindChoice =
  | { readonly withheld: ReadonlySet<number> }
  | { readonly unprotected: ReadonlySet<number> };

/** Throws `SolverError` if the solver has no answer. */
export function chooseBlindly(task: TaskData, draw: Draw, solver: Solver): BlindChoice {
  const forced = mustBeHidden({ ...task, solver });
  const drawn = [...draw.decoys].filter((cell) => task.publishable.has(cell) || isUnnamed(task, cell));
  const seeds = new Set([...forced, ...drawn]);
  const coverer = openCoverer(task, draw, solver);
  try {
    const covered = coverAll(task, draw, seeds, coverer);
    return repair({ task: { ...task, solver }, draw, forced, seeds }, covered);
  } finally {
    coverer.close();
  }
}

/** What must be hidden, and be able to be anything, whatever is drawn. */
function mustBeHidden(task: ProtectTask): ReadonlySet<number> {
  const { publishable, withheld, telling, world } = task;
  const isNamed = (cell: number) => publishable.has(cell) || withheld.has(cell);
  const isSecret = (cell: number) =>
    (isSensitiveCell(task, cell) && (isNamed(cell) || isUnnamed(task, cell))) ||
    (telling.has(cell) && isNamed(cell)) ||
    (isEmptyOfGroup(task, cell) && isUnnamed(task, cell));
  return new Set([...world.keys()].filter(isSecret));
}

/** Step 1 for these cells, until `isOver`. What earlier releases withheld is public, and so comes first. */
export function coverAll(
  task: TaskData,
  { lots }: Pick<Draw, 'lots'>,
  seeds: ReadonlySet<number>,
  coverer: Pick<Coverer, 'cover'>,
  isOver: (withheld: ReadonlySet<number>) => boolean = () => false,
): ReadonlySet<number> {
  let withheld = withCategories(task, task.withheld);
  for (const cell of inOrder(lots, seeds)) {
    if (withheld.has(cell)) continue;
    const own = task.publishable.has(cell) ? [cell] : [];
    const move = coverer.cover(cell, withheld) ?? [];
    withheld = withCategories(task, new Set([...withheld, ...own, ...move]));
    if (isOver(withheld)) break;
  }
  return withheld;
}

function inOrder(lots: readonly number[], cells: Iterable<number>): number[] {
  return [...cells].sort((one, other) => (lots[one] as number) - (lots[other] as number));
}
