/** What a choice of withheld cells still lacks. */

import type { Move } from '../../solver/near-worlds.ts';
import { type Block, type Split, splitSystem } from '../../system/blocks.ts';
import { orphanedGroups, withCategories } from '../groups.ts';
import { type Mover, openMover } from '../moves.ts';
import {
  givenCounts,
  isEmptyOfGroup,
  isRightlyMany,
  isSensitiveCell,
  isUnnamed,
  type ProtectTask,
  targetsOf,
} from '../plan.ts';
import { type Hiding, openHiding } from './hiding.ts';
import { type MovePool, openPool } from './move-pool.ts';
import { classify, findMisses, type Inquiry, missedIn, openInquiry, type Shortfall } from './reach.ts';

/** Remembers, from one pattern to the next, the worlds that it found and the blocks that lacked nothing. */
export interface PatternJudge {
  isSafe(withheld: ReadonlySet<number>): boolean;
  /** A cell that lacks something for as long as it must be hidden, whatever else is published; undefined where none does. */
  missed(withheld: ReadonlySet<number>): number | undefined;
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
    isSafe: (withheld) => findMissed(bench, withheld) === undefined,
    missed: (withheld) => findMissed(bench, withheld),
    lacking: (withheld) => {
      const parts = splitBy(task, withheld);
      return [
        ...exposedCells(task, withheld, parts.known),
        ...[...hear(bench, withheld, parts)].flatMap(lackedBy),
      ];
    },
    brokenBlocks: (withheld) =>
      [...hear(bench, withheld, splitBy(task, withheld))]
        .filter((asked) => missedBy(asked) !== undefined)
        .map(({ block }) => block.cells),
    joined: (withheld, kept) => {
      const { blocks } = splitBy(task, withheld);
      const isReason = (cell: number) => kept.has(cell) || needsHiding(task, kept, cell);
      const joined = blocks.filter((block) => block.cells.some(isReason));
      const cells = joined.flatMap((block) => block.cells).filter((cell) => withheld.has(cell));
      return withCategories(task, new Set([...kept, ...cells]));
    },
    blocks: (withheld) => hear(bench, withheld, splitBy(task, withheld)),
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

/** A block in question. `open` begins afresh. */
export interface Asked {
  readonly block: Block;
  readonly isAcquitted: () => boolean;
  readonly acquit: () => void;
  readonly open: () => Inquiry;
}

function findMissed(bench: Bench, withheld: ReadonlySet<number>): number | undefined {
  const parts = splitBy(bench.task, withheld);
  const [orphaned] = orphanedGroups(bench.task, withheld);
  if (orphaned !== undefined) return orphaned;
  const [exposed] = exposedCells(bench.task, withheld, parts.known);
  if (exposed !== undefined) return exposed.cell;
  for (const asked of hear(bench, withheld, parts)) {
    const missed = missedBy(asked);
    if (missed !== undefined) return missed;
  }
  return undefined;
}

/** The blocks that hide something, each ready to be asked about. */
function* hear(
  { task, mover, pool, hiding, acquitted }: Bench,
  withheld: ReadonlySet<number>,
  { known, blocks }: Split,
): Generator<Asked, void> {
  for (const block of blocks) {
    const { cells } = block;
    const name = cells.join();
    const promised = promisedCells(task, withheld, cells);
    if (promised.length === 0) continue;
    const open = () => {
      hiding.hideUnknown(known);
      return openInquiry({ task, mover, hiding, pool }, promised);
    };
    const isAcquitted = () => acquitted.has(name);
    yield { block, open, isAcquitted, acquit: () => acquitted.add(name) };
  }
}

function missedBy({ open, isAcquitted, acquit }: Asked): number | undefined {
  if (isAcquitted()) return undefined;
  const missed = missedIn(open());
  if (missed === undefined) acquit();
  return missed;
}

function lackedBy({ open, isAcquitted, acquit }: Asked): Shortfall[] {
  if (isAcquitted()) return [];
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
  return isSensitive && isUnnamed(task, cell);
}

function promisedCells(task: ProtectTask, withheld: ReadonlySet<number>, cells: readonly number[]): number[] {
  return cells.filter((cell) => withheld.has(cell) || isUnnamed(task, cell));
}
