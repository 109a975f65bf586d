/** What is left of the check of a block (block-check.ts) when some of its cells are known. */
import { valueAt } from '../../indexes/look-up.ts';
import { isFew } from '../../system/rule.ts';
import { type BlockCheck, explains, unprotectedIn } from '../audit/block-check.ts';
import { ruleFor } from '../targets.ts';

/** The check of the rest, which lacks nothing; or a cell that does (`unprotectedIn`). */
export type SmallerBlock = { readonly smaller: BlockCheck } | { readonly unprotected: number };

/** Of a block that lacks nothing, and stays one block. Where something is then lacking, all is as it was. */
export function removeCells(check: BlockCheck, cells: readonly number[]): SmallerBlock {
  const { mover, ledger, provablyLarge } = check;
  const before = [...provablyLarge];
  const undo = ledger.attempt();
  for (const cell of cells) mover.price(cell, undefined);
  for (const cell of cells) for (const known of ledger.changing(cell)) ledger.drop(known);
  const isLeft = (other: number) => !cells.includes(other);
  const smaller = {
    ...check,
    promised: check.promised.filter(isLeft),
    explains: check.explains.filter((limits) => isLeft(valueAt(limits, 0).column)),
  };
  if (cells.some((cell) => mayExplain(check, cell)))
    for (const known of ledger.moves()) if (!explains(smaller, known.move)) ledger.drop(known);
  const unprotected = unprotectedIn(smaller);
  if (unprotected === undefined) return { smaller };
  for (const cell of cells) mover.price(cell, 1);
  mover.allowPlunges();
  mover.forbidPlunge(before);
  provablyLarge.clear();
  for (const large of before) provablyLarge.add(large);
  undo();
  return { unprotected };
}

/** Whether worlds that leave the cell as it is may be explained by it. */
function mayExplain({ task }: BlockCheck, cell: number): boolean {
  return task.groups.has(cell) || isFew(ruleFor(task, cell), valueAt(task.world, cell));
}
