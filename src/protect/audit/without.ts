/** What is left of an inquiry into a block (reach.ts) when some of its cells are known. */
import { valueAt } from '../../indexes/look-up.ts';
import { isFew } from '../../system/rule.ts';
import { ruleFor } from '../plan.ts';
import { explains, type Inquiry, missedIn } from './reach.ts';

/** The inquiry into the rest, which lacks nothing; or a cell that does (`missedIn`). */
export type Less = { readonly less: Inquiry } | { readonly missed: number };

/** Of a block that lacks nothing, and stays one block. Where something is then lacking, all is as it was. */
export function withoutCells(inquiry: Inquiry, cells: readonly number[]): Less {
  const { mover, hiding, ledger, floors } = inquiry;
  const before = [...floors];
  const undo = ledger.attempt();
  for (const cell of cells) hiding.show(cell);
  for (const cell of cells) for (const known of ledger.changing(cell)) ledger.drop(known);
  const less = { ...inquiry, promised: inquiry.promised.filter((other) => !cells.includes(other)) };
  if (cells.some((cell) => mayExplain(inquiry, cell)))
    for (const known of ledger.moves()) if (!explains(less, known.move)) ledger.drop(known);
  const missed = missedIn(less);
  if (missed === undefined) return { less };
  for (const cell of cells) hiding.hide(cell);
  mover.lower();
  mover.raise(before);
  floors.clear();
  for (const floor of before) floors.add(floor);
  undo();
  return { missed };
}

/** Whether worlds that leave the cell as it is may be explained by it. */
function mayExplain({ task }: Inquiry, cell: number): boolean {
  return task.groups.has(cell) || isFew(ruleFor(task, cell), valueAt(task.world, cell));
}
