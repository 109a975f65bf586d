/**
 * Publishes complementary cells again, dearest first, wherever that is quickly seen to keep the promise. A block stays
 * open meanwhile: without one of its cells the worlds that do not need it are still there, and only what lost its
 * last one is asked again.
 */
import { type Block, splitSystem } from '../model/blocks.ts';
import type { Row } from '../model/system.ts';
import { dearestFirst } from './give-back.ts';
import { orphanedCategories } from './groups.ts';
import { needsHiding, type PatternJudge } from './pattern.ts';
import type { ProtectTask } from './plan.ts';
import { type Inquiry, isSafeAtOnce, withoutCells } from './reach.ts';

interface Trial {
  readonly task: ProtectTask;
  readonly judge: PatternJudge;
  readonly kept: ReadonlySet<number>;
  withheld: Set<number>;
  /** Cells not tried yet, dearest first. */
  readonly todo: Set<number>;
}

/** A block that lacks nothing. */
interface Opened {
  readonly block: Block;
  readonly rows: readonly Row[];
  /** By place in the block the counts of cells that have been published since. */
  readonly given: (number | undefined)[];
  inquiry: Inquiry;
}

/** `kept` stay withheld, and some is in each block. Each other cell is tried once, so some may be left that could go by now. */
export function publishSpare(
  task: ProtectTask,
  judge: PatternJudge,
  kept: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): ReadonlySet<number> {
  const withheld = new Set(judge.joined(widened, kept));
  const spare = [...withheld].filter((cell) => !kept.has(cell));
  const trial: Trial = { task, judge, kept, withheld, todo: new Set(dearestFirst(task, spare)) };
  for (let before = -1; before !== trial.todo.size; ) {
    before = trial.todo.size;
    for (const { block, open } of judge.blocks(trial.withheld)) if (!tryBlock(trial, block, open)) break;
  }
  return trial.withheld;
}

/** Tries the cells of a block that are left to try; false if blocks must be found anew. */
function tryBlock(trial: Trial, block: Block, open: () => Inquiry): boolean {
  const own = new Set(block.cells);
  const cells = [...trial.todo].filter((cell) => own.has(cell));
  if (cells.length === 0) return true;
  const opened: Opened = {
    block,
    rows: block.rows.map(({ columns, ...row }) => ({ cells: columns, ...row })),
    given: block.cells.map(() => undefined),
    inquiry: open(),
  };
  if (isSafeAtOnce(opened.inquiry) !== true) {
    for (const cell of cells) trial.todo.delete(cell);
    return true;
  }
  return cells.every((cell) => tryCell(trial, opened, cell));
}

function tryCell(trial: Trial, opened: Opened, cell: number): boolean {
  const { task, judge, withheld, todo } = trial;
  const place = opened.block.cells.indexOf(cell);
  todo.delete(cell);
  withheld.delete(cell);
  opened.given[place] = task.world[cell];
  const rest = remainder(trial, opened);
  if (rest?.isParted) {
    const joined = judge.joined(withheld, trial.kept);
    if (judge.isPlainlySafe(joined)) trial.withheld = new Set(joined);
    else withheld.add(cell);
    return false;
  }
  const less = rest && withoutCells(opened.inquiry, [cell, ...rest.follow]);
  if (less === undefined) {
    withheld.add(cell);
    opened.given[place] = undefined;
  } else opened.inquiry = less;
  return true;
}

/** The block without what has been published: undefined where other cells follow from it that must not. */
function remainder(
  { task, withheld }: Trial,
  { block: { cells }, rows, given }: Opened,
): { follow: readonly number[]; isParted: boolean } | undefined {
  const { known, blocks } = splitSystem({ cells, rows }, given);
  const follow = cells.filter((_, place) => known[place] !== undefined && given[place] === undefined);
  const isExposed =
    orphanedCategories(task, withheld).length > 0 || follow.some((cell) => needsHiding(task, withheld, cell));
  return isExposed ? undefined : { follow, isParted: blocks.length > 1 };
}
