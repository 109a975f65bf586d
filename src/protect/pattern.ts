/** What a choice of withheld cells still lacks. */
import { type Block, type Split, splitSystem } from '../model/blocks.ts';
import { orphanedCategories, withCategories } from './groups.ts';
import { type Hiding, openHiding } from './hiding.ts';
import { type MovePool, openPool } from './move-pool.ts';
import { type Move, type Mover, openMover } from './moves.ts';
import {
  givenCounts,
  isEmptyOfGroup,
  isRightlyMany,
  isSensitiveCell,
  type ProtectTask,
  targetsOf,
} from './plan.ts';
import {
  classify,
  findFloors,
  findMisses,
  type Inquiry,
  judgeAtOnce,
  openInquiry,
  type Shortfall,
} from './reach.ts';

/** Whether patterns keep the promise. */
interface Verdicts {
  isSafe(withheld: ReadonlySet<number>): boolean;
  /** Whether that can be told quickly; not all patterns that keep it pass. */
  isPlainlySafe(withheld: ReadonlySet<number>): boolean;
}

/** Remembers, from one pattern to the next, the worlds that it found and the blocks that lacked nothing. */
export interface PatternJudge extends Verdicts {
  /** For patterns that withhold some of these cells and no others: what is certain of all is found out once. */
  within(withheld: ReadonlySet<number>): Verdicts;
  /** What the blocks of hidden cells lack together. */
  lacking(withheld: ReadonlySet<number>): Shortfall[];
  /** The blocks of hidden cells that lack something, each as the cells that it joins. */
  brokenBlocks(withheld: ReadonlySet<number>): (readonly number[])[];
  /**
   * Those withheld cells that hang together with one of `kept`, or with a difference that must not be known, and their
   * categories: blocks without such a cell need not be hidden.
   */
  joined(withheld: ReadonlySet<number>, kept: ReadonlySet<number>): ReadonlySet<number>;
  /** The blocks of hidden cells that hold a withheld one. */
  blocks(withheld: ReadonlySet<number>): Iterable<Asked>;
  /** Keeps a move that was found elsewhere. */
  learn(move: Move): void;
  close(): void;
}

export function openJudge(task: ProtectTask): PatternJudge {
  const mover = openMover(task);
  const bench: Bench = { task, mover, pool: openPool(task), hiding: openHiding(mover), acquitted: new Set() };
  return {
    ...verdictsOf(bench, new Set()),
    within: (withheld) => {
      const parts = splitBy(task, withheld);
      const floors = [...hear(bench, withheld, parts, new Set())].flatMap(({ open }) => findFloors(open()));
      const pool = bench.pool.within((cell) => parts.known[cell] === undefined);
      return verdictsOf({ ...bench, pool }, new Set(floors));
    },
    lacking: (withheld) => {
      const parts = splitBy(task, withheld);
      const doubtful = [...hear(bench, withheld, parts, new Set())].filter(isDoubtful);
      return [...exposedCells(task, withheld, parts.known), ...doubtful.flatMap(lackedBy)];
    },
    brokenBlocks: (withheld) =>
      [...hear(bench, withheld, splitBy(task, withheld), new Set())]
        .filter(isBroken)
        .map(({ block }) => block.cells),
    joined: (withheld, kept) => {
      const { blocks } = splitBy(task, withheld);
      const isReason = (cell: number) => kept.has(cell) || needsHiding(task, kept, cell);
      const joined = blocks.filter((block) => block.cells.some(isReason));
      const cells = joined.flatMap((block) => block.cells).filter((cell) => withheld.has(cell));
      return withCategories(task, new Set([...kept, ...cells]));
    },
    blocks: (withheld) => hear(bench, withheld, splitBy(task, withheld), new Set()),
    learn: (move) => bench.pool.add(move),
    close: () => mover.close(),
  };
}

/** What outlasts a question. */
interface Bench {
  readonly task: ProtectTask;
  readonly mover: Mover;
  readonly pool: MovePool;
  readonly hiding: Hiding;
  /** Blocks that lack nothing, by their cells. */
  readonly acquitted: Set<string>;
}

/** A block in question. `open` begins afresh; `certain`: cells found to hold k or more in all of its worlds. */
export interface Asked {
  readonly block: Block;
  readonly isAcquitted: () => boolean;
  readonly acquit: () => void;
  readonly open: (certain?: readonly number[]) => Inquiry;
}

/** `certain` are cells that hold k or more in every world of the patterns to come. */
function verdictsOf(bench: Bench, certain: ReadonlySet<number>): Verdicts {
  const hasNo = (withheld: ReadonlySet<number>, isAtFault: (asked: Asked) => boolean) => {
    const parts = splitBy(bench.task, withheld);
    return (
      orphanedCategories(bench.task, withheld).length === 0 &&
      exposedCells(bench.task, withheld, parts.known).length === 0 &&
      ![...hear(bench, withheld, parts, certain)].some(isAtFault)
    );
  };
  return {
    isSafe: (withheld) => hasNo(withheld, isBroken),
    isPlainlySafe: (withheld) => hasNo(withheld, isDoubtful),
  };
}

/** The blocks that hide something, each ready to be asked about. */
function* hear(
  { task, mover, pool, hiding, acquitted }: Bench,
  withheld: ReadonlySet<number>,
  { known, blocks }: Split,
  certain: ReadonlySet<number>,
): Generator<Asked, void> {
  for (const block of blocks) {
    const { cells } = block;
    const name = cells.join();
    const promised = promisedCells(task, withheld, cells);
    if (promised.length === 0) continue;
    const open = (more: readonly number[] = []) => {
      mover.lower();
      hiding.hideUnknown(known);
      const floors = promised.filter((cell) => certain.has(cell) || more.includes(cell));
      return openInquiry(
        { task, mover, hiding, pool },
        promised,
        floors,
        (cell) => known[cell] === undefined,
      );
    };
    const isAcquitted = () => acquitted.has(name);
    yield { block, open, isAcquitted, acquit: () => acquitted.add(name) };
  }
}

function isDoubtful({ open, isAcquitted, acquit }: Asked): boolean {
  if (isAcquitted()) return false;
  if (judgeAtOnce(open()) !== 'safe') return true;
  acquit();
  return false;
}

function isBroken({ open, isAcquitted, acquit }: Asked): boolean {
  if (isAcquitted()) return false;
  const quick = judgeAtOnce(open());
  const isSafe = quick === 'safe' || (quick === 'unsure' && findMisses(open()).next().done === true);
  if (isSafe) acquit();
  return !isSafe;
}

function lackedBy({ open, acquit }: Asked): Shortfall[] {
  const inquiry = open();
  const found: Shortfall[] = [];
  for (const miss of findMisses(inquiry)) found.push(classify(inquiry, miss));
  if (found.length === 0) acquit();
  return found;
}

function splitBy(task: ProtectTask, withheld: ReadonlySet<number>): Split {
  return splitSystem(task.system, givenCounts(task, withheld));
}

/** Hidden cells that follow from one relation after another, and differences of published cells that are secrets. */
function exposedCells(
  task: ProtectTask,
  withheld: ReadonlySet<number>,
  known: readonly (number | undefined)[],
): Shortfall[] {
  return [...task.world.keys()]
    .filter((cell) => known[cell] !== undefined && needsHiding(task, withheld, cell))
    .flatMap((cell) =>
      targetsOf(task, cell).map((target): Shortfall => ({ cell, target, lacks: 'room', floors: [] })),
    );
}

/** A withheld cell may follow from others if it is k or more: then everybody knows so, rightly. */
export function needsHiding(task: ProtectTask, withheld: ReadonlySet<number>, cell: number): boolean {
  if (withheld.has(cell)) return !isRightlyMany(task, cell);
  const isSensitive = isSensitiveCell(task, cell) || isEmptyOfGroup(task, cell);
  return isSensitive && task.system.cells[cell]?.role === 'difference';
}

function promisedCells(
  { system }: ProtectTask,
  withheld: ReadonlySet<number>,
  cells: readonly number[],
): number[] {
  return cells.filter((cell) => withheld.has(cell) || system.cells[cell]?.role === 'difference');
}
