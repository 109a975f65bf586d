/**
 * Publishes complementary cells again, dearest first, wherever the promise is kept without them, until none is left that
 * could go. A block stays open meanwhile: without one of its cells the worlds that do not need it are still there, and only
 * what lost its last one is asked again.
 *
 * What some cell lacks without another it lacks for as long as it must be hidden itself (reach.ts), and the other is not
 * tried again before.
 */
import { valueAt } from '../indexes/look-up.ts';
import { type Asked, needsHiding, type PatternJudge } from './audit/pattern.ts';
import { type Inquiry, missedIn } from './audit/reach.ts';
import { openRemainder, type Remainder } from './audit/remainder.ts';
import { withoutCells } from './audit/without.ts';
import { orphanedGroups } from './groups.ts';
import type { ProtectTask } from './plan.ts';

interface Trial {
  readonly task: ProtectTask;
  readonly judge: PatternJudge;
  readonly kept: ReadonlySet<number>;
  withheld: Set<number>;
  /** By cell one that lacks something without it. */
  readonly needs: Map<number, number>;
}

/** A block that lacks nothing, as it is left. */
interface Opened {
  readonly cells: readonly number[];
  readonly remainder: Remainder;
  inquiry: Inquiry;
}

/** `kept` stay withheld, and some is in each block. What is left is safe if `widened` is. */
export function publishSpare(
  task: ProtectTask,
  judge: PatternJudge,
  kept: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): ReadonlySet<number> {
  const trial: Trial = {
    task,
    judge,
    kept,
    withheld: new Set(judge.joined(widened, kept)),
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
  const { task, judge, kept, withheld } = trial;
  const todo = new Set(
    dearestFirst(
      task,
      [...withheld].filter((cell) => !kept.has(cell) && !isNeeded(trial, cell)),
    ),
  );
  for (let before = -1; before !== todo.size; ) {
    before = todo.size;
    for (const asked of judge.blocks(trial.withheld)) if (!tryBlock(trial, asked, todo)) break;
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
function tryBlock(trial: Trial, { block, open }: Asked, todo: Set<number>): boolean {
  const own = new Set(block.cells);
  const cells = [...todo].filter((cell) => own.has(cell));
  if (cells.length === 0) return true;
  const inquiry = open();
  if (missedIn(inquiry) !== undefined) {
    for (const cell of cells) todo.delete(cell);
    return true;
  }
  const opened: Opened = { cells: block.cells, remainder: openRemainder(block), inquiry };
  return cells.every((cell) => {
    todo.delete(cell);
    return !trial.withheld.has(cell) || tryCell(trial, opened, cell);
  });
}

/** False if the block has come apart without the cell. Cells that then follow are published too, if they may be. */
function tryCell(trial: Trial, opened: Opened, cell: number): boolean {
  const { task, judge, kept, withheld, needs } = trial;
  const { cells, remainder } = opened;
  const places = remainder.publish(cells.indexOf(cell));
  const known = places.map((place) => cells[place] as number);
  const gone = known.filter((other) => withheld.has(other) && !kept.has(other));
  for (const each of gone) withheld.delete(each);
  const keep = (missed: number) => {
    needs.set(cell, missed);
    for (const each of gone) withheld.add(each);
    remainder.hide(places);
  };
  const [lost] = [
    ...orphanedGroups(task, withheld),
    ...known.filter((other) => needsHiding(task, withheld, other)),
  ];
  if (lost !== undefined) keep(lost);
  else if (remainder.isParted(places)) {
    const joined = judge.joined(withheld, kept);
    const missed = judge.missed(joined);
    if (missed === undefined) trial.withheld = new Set(joined);
    else keep(missed);
    return false;
  } else {
    const tried = withoutCells(opened.inquiry, known);
    if ('missed' in tried) keep(tried.missed);
    else opened.inquiry = tried.less;
  }
  return true;
}
