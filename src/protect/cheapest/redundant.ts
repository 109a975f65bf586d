/**
 * Publishes secondary cells again, dearest first, wherever the promise is kept without them, until none is left that
 * could go. The check of a block is kept meanwhile: without one of its cells the worlds that do not need it are still there, and
 * only what lost its last one is asked again.
 *
 * What some cell lacks without another it lacks for as long as it must be hidden itself (block-check.ts), and the other is not
 * tried again before.
 */
import { valueAt } from '../../indexes/look-up.ts';
import { type BlockCheck, unprotectedIn } from '../audit/block-check.ts';
import type { BlockInQuestion, PatternAudit } from '../audit/pattern-audit.ts';
import { groupsDisclosed } from '../groups.ts';
import { needsHiding } from '../must-hide.ts';
import type { ProtectTask } from '../task.ts';
import { openRemainder, type Remainder } from './remainder.ts';
import { removeCells } from './smaller-block.ts';

interface Trial {
  readonly task: ProtectTask;
  readonly audit: PatternAudit;
  readonly kept: ReadonlySet<number>;
  withheld: Set<number>;
  /** By cell one that lacks something without it. */
  readonly needs: Map<number, number>;
}

/** A block that lacks nothing, as it is left. */
interface Opened {
  readonly cells: readonly number[];
  readonly remainder: Remainder;
  check: BlockCheck;
}

/** `kept` stay withheld, and some is in each block. What is left is safe if `safe` is. */
export function removeRedundant(
  task: ProtectTask,
  audit: PatternAudit,
  kept: ReadonlySet<number>,
  safe: ReadonlySet<number>,
): ReadonlySet<number> {
  const trial: Trial = {
    task,
    audit,
    kept,
    withheld: new Set(audit.joined(safe, kept)),
    needs: new Map(),
  };
  for (let before = -1; before !== trial.withheld.size; ) {
    before = trial.withheld.size;
    tryAll(trial);
  }
  return trial.withheld;
}

/** Tries every cell once that may be able to go. */
function tryAll(trial: Trial): void {
  const { task, audit, kept, withheld } = trial;
  const todo = new Set(
    dearestFirst(
      task,
      [...withheld].filter((cell) => !kept.has(cell) && !isNeeded(trial, cell)),
    ),
  );
  for (let before = -1; before !== todo.size; ) {
    before = todo.size;
    for (const asked of audit.blocks(trial.withheld)) if (!tryBlock(trial, asked, todo)) break;
  }
}

/** Of equally dear cells the first comes first. */
export function dearestFirst({ costs }: Pick<ProtectTask, 'costs'>, cells: readonly number[]): number[] {
  const price = (cell: number) => valueAt(costs, cell);
  return [...cells].sort((one, other) => price(other) - price(one) || one - other);
}

function isNeeded({ task, withheld, needs }: Trial, cell: number): boolean {
  const other = needs.get(cell);
  return other !== undefined && (withheld.has(other) || needsHiding(task, withheld, other));
}

/** Tries the cells of a block that are left to try; false if blocks must be found anew. */
function tryBlock(trial: Trial, { block, begin }: BlockInQuestion, todo: Set<number>): boolean {
  const own = new Set(block.cells);
  const cells = [...todo].filter((cell) => own.has(cell));
  if (cells.length === 0) return true;
  const check = begin();
  if (unprotectedIn(check) !== undefined) {
    for (const cell of cells) todo.delete(cell);
    return true;
  }
  const opened: Opened = { cells: block.cells, remainder: openRemainder(block), check };
  return cells.every((cell) => {
    todo.delete(cell);
    return !trial.withheld.has(cell) || tryCell(trial, opened, cell);
  });
}

/** False if the block has come apart without the cell. Cells that then follow are published too, if they may be. */
function tryCell(trial: Trial, opened: Opened, cell: number): boolean {
  const { task, audit, kept, withheld, needs } = trial;
  const { cells, remainder } = opened;
  const places = remainder.publish(cells.indexOf(cell));
  const known = places.map((place) => cells[place] as number);
  const gone = known.filter((other) => withheld.has(other) && !kept.has(other));
  for (const each of gone) withheld.delete(each);
  const keep = (unprotected: number) => {
    needs.set(cell, unprotected);
    for (const each of gone) withheld.add(each);
    remainder.hide(places);
  };
  const [lost] = [
    ...groupsDisclosed(task, withheld),
    ...known.filter((other) => needsHiding(task, withheld, other)),
  ];
  if (lost !== undefined) keep(lost);
  else if (remainder.isParted(places)) {
    const joined = audit.joined(withheld, kept);
    const unprotected = audit.unprotected(joined);
    if (unprotected === undefined) trial.withheld = new Set(joined);
    else keep(unprotected);
    return false;
  } else {
    const tried = removeCells(opened.check, known);
    if ('unprotected' in tried) keep(tried.unprotected);
    else opened.check = tried.smaller;
  }
  return true;
}
