/**
 * Publishes complementary cells again, dearest first, wherever the promise is kept without them; and asks again
 * after each round, since cells given back may have been all that others were needed for.
 */
import type { ProtectTask } from './plan.ts';

/** `kept` stay withheld. No cell is left of which `isSafe` says that it could go. */
export function giveBack(
  task: Pick<ProtectTask, 'costs'>,
  isSafe: (withheld: ReadonlySet<number>) => boolean,
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
    for (const cell of dearest.filter((each) => withheld.has(each))) {
      const fewer = new Set([...withheld].filter((other) => other !== cell));
      if (isSafe(fewer)) withheld = fewer;
    }
  }
  return withheld;
}

/** Of equally dear cells the first comes first. */
export function dearestFirst({ costs }: Pick<ProtectTask, 'costs'>, cells: readonly number[]): number[] {
  const price = (cell: number) => costs[cell] ?? 1;
  return [...cells].sort((one, other) => price(other) - price(one) || one - other);
}
