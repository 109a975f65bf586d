/**
 * Publishes complementary cells again, dearest first, wherever the promise is kept without them; and asks again
 * after each round, since cells given back may have been all that others were needed for.
 */
import type { ProtectTask } from './plan.ts';

/**
 * `kept` stay withheld. `without` is what is left to withhold without a cell, undefined where that is not safe; no cell is
 * left of which it says that it could go.
 */
export function giveBack(
  task: Pick<ProtectTask, 'costs'>,
  without: (withheld: ReadonlySet<number>, cell: number) => ReadonlySet<number> | undefined,
  kept: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): ReadonlySet<number> {
  const dearest = dearestFirst(
    task,
    [...widened].filter((cell) => !kept.has(cell)),
  );
  let withheld = widened;
  for (let before = -1; before !== withheld.size; ) {
    before = withheld.size;
    for (const cell of dearest) if (withheld.has(cell)) withheld = without(withheld, cell) ?? withheld;
  }
  return withheld;
}

/** Of equally dear cells the first comes first. */
export function dearestFirst({ costs }: Pick<ProtectTask, 'costs'>, cells: readonly number[]): number[] {
  const price = (cell: number) => costs[cell] ?? 1;
  return [...cells].sort((one, other) => price(other) - price(one) || one - other);
}
