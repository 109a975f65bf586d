/**
 * Publishes complementary cells again, dearest first, wherever that is quickly seen to keep the promise. A block stays
 * open meanwhile: without one of its cells the worlds that do not need it are still there, and only what lost its
 * last one is asked again.
 */
import { type Block, splitSystem } from '../model/blocks.ts';
import type { Row } from '../model/system.ts';
import { dearestFirst } from './give-back.ts';
import { orphanedGroups } from './groups.ts';
import { type Asked, needsHiding, type PatternJudge } from './pattern.ts';
import type { ProtectTask } from './plan.ts';
import { findFloors, type Inquiry, judgeAtOnce, withoutCells } from './reach.ts';

interface Trial {
  readonly task: ProtectTask;
  readonly judge: PatternJudge;
  readonly kept: ReadonlySet<number>;
  withheld: Set<number>;
  readonly needed: Set<number>;
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

export interface Spared {
  readonly withheld: ReadonlySet<number>;
  /** Cells that no safe choice among these goes without. */
  readonly needed: ReadonlySet<number>;
}

/** `kept` stay withheld, and some is in each block. Each other cell is tried once, so some may be left that could go by now. */
export function publishSpare(
  task: ProtectTask,
  judge: PatternJudge,
  kept: ReadonlySet<number>,
  widened: ReadonlySet<number>,
): Spared {
  const withheld = new Set(judge.joined(widened, kept));
  const spare = [...withheld].filter((cell) => !kept.has(cell));
  const todo = new Set(dearestFirst(task, spare));
  const trial: Trial = { task, judge, kept, withheld, needed: new Set(), todo };
  for (let before = -1; before !== todo.size; ) {
    before = todo.size;
    for (const asked of judge.blocks(trial.withheld)) if (!tryBlock(trial, asked)) break;
  }
  return trial;
}

/** Tries the cells of a block that are left to try; false if blocks must be found anew. */
function tryBlock(trial: Trial, { block, open }: Asked): boolean {
  const own = new Set(block.cells);
  const cells = [...trial.todo].filter((cell) => own.has(cell));
  if (cells.length === 0) return true;
  const opened: Opened = {
    block,
    rows: block.rows.map(({ columns, ...row }) => ({ cells: columns, ...row })),
    given: block.cells.map(() => undefined),
    inquiry: open(findFloors(open())),
  };
  if (judgeAtOnce(opened.inquiry) !== 'safe') {
    for (const cell of cells) trial.todo.delete(cell);
    return true;
  }
  return cells.every((cell) => tryCell(trial, opened, cell));
}

function tryCell(trial: Trial, opened: Opened, cell: number): boolean {
  const { task, judge, kept, withheld, todo } = trial;
  const place = opened.block.cells.indexOf(cell);
  todo.delete(cell);
  withheld.delete(cell);
  opened.given[place] = task.world[cell];
  const { exposed, follow, isParted } = remainder(trial, opened);
  if (exposed.length === 0 && isParted) {
    const joined = judge.joined(withheld, kept);
    if (judge.isPlainlySafe(joined)) trial.withheld = new Set(joined);
    else withheld.add(cell);
    return false;
  }
  const { less, missed } =
    exposed.length > 0
      ? { less: undefined, missed: exposed.find((other) => isForever(trial, other)) }
      : withoutCells(opened.inquiry, [cell, ...follow]);
  if (missed !== undefined && isForever(trial, missed)) trial.needed.add(cell);
  if (less === undefined) {
    withheld.add(cell);
    opened.given[place] = undefined;
  } else opened.inquiry = less;
  return true;
}

/**
 * Whether a cell must be hidden whatever is published again. With fewer cells hidden there are fewer worlds, and more cells
 * that every reader knows to be k or more: what such a cell lacks it lacks for good.
 */
function isForever({ task, kept }: Trial, cell: number): boolean {
  return kept.has(cell) || needsHiding(task, kept, cell);
}

/** The block without what has been published, and the cells that follow from it, `exposed` those that must not. */
function remainder(
  { task, withheld }: Trial,
  { block: { cells }, rows, given }: Opened,
): { exposed: readonly number[]; follow: readonly number[]; isParted: boolean } {
  const { known, blocks } = splitSystem({ cells, rows }, given);
  const follow = cells.filter((_, place) => known[place] !== undefined && given[place] === undefined);
  const exposed = [
    ...orphanedGroups(task, withheld),
    ...follow.filter((cell) => needsHiding(task, withheld, cell)),
  ];
  return { exposed, follow, isParted: blocks.length > 1 };
}
