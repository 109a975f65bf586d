/** What a choice of withheld cells still lacks. */

import type { NearWorld } from '../../solver/near-worlds.ts';
import { type Block, type Split, splitSystem } from '../../system/blocks.ts';
import { groupsDisclosed } from '../groups.ts';
import { type Mover, openMover } from '../moves.ts';
import { isPromised, isUnnamed, needsHiding, withCategories } from '../must-hide.ts';
import { targetsOf } from '../targets.ts';
import { givenCounts, type ProtectTask } from '../task.ts';
import {
  type BlockCheck,
  classify,
  findUnreached,
  openBlockCheck,
  type Unprotected,
  unprotectedIn,
} from './block-check.ts';
import { type MovePool, openPool } from './move-pool.ts';

/** Remembers, from one pattern to the next, the worlds that it found and the blocks that lacked nothing. */
export interface PatternAudit {
  isSafe(withheld: ReadonlySet<number>): boolean;
  /** A cell that lacks something for as long as it must be hidden, whatever else is published; undefined where none does. */
  unprotected(withheld: ReadonlySet<number>): number | undefined;
  /** What the blocks of hidden cells lack together. */
  lacking(withheld: ReadonlySet<number>): Unprotected[];
  /** The blocks of hidden cells that lack something, each as the cells that it joins. */
  brokenBlocks(withheld: ReadonlySet<number>): (readonly number[])[];
  /**
   * Those withheld cells that are linked with one of `kept`, or with a difference that must not be known, and their
   * categories: blocks without such a cell need not be hidden, but for those that are not known even then.
   */
  joined(withheld: ReadonlySet<number>, kept: ReadonlySet<number>): ReadonlySet<number>;
  /** The blocks of hidden cells that hold a withheld one. */
  blocks(withheld: ReadonlySet<number>): Iterable<BlockInQuestion>;
  /** Keeps a move that was found elsewhere. */
  learn(move: NearWorld): void;
  close(): void;
}

export function openPatternAudit(task: ProtectTask): PatternAudit {
  const mover = openMover(task);
  const state: AuditState = {
    task,
    mover,
    pool: openPool(task),
    safeBlocks: new Set(),
  };
  return {
    isSafe: (withheld) => findUnprotected(state, withheld) === undefined,
    unprotected: (withheld) => findUnprotected(state, withheld),
    lacking: (withheld) => {
      const parts = splitBy(task, withheld);
      return [
        ...followingSecrets(task, withheld, parts.known),
        ...[...blocksToCheck(state, withheld, parts)].flatMap(lackedBy),
      ];
    },
    brokenBlocks: (withheld) =>
      [...blocksToCheck(state, withheld, splitBy(task, withheld))]
        .filter((asked) => unprotectedBy(asked) !== undefined)
        .map(({ block }) => block.cells),
    joined: (withheld, kept) => {
      const { blocks } = splitBy(task, withheld);
      const isReason = (cell: number) => kept.has(cell) || needsHiding(task, kept, cell);
      const joined = blocks.filter(
        ({ cells }) => cells.some(isReason) || staysUnknown(task, withheld, cells),
      );
      const cells = joined.flatMap((block) => block.cells).filter((cell) => withheld.has(cell));
      return withCategories(task, new Set([...kept, ...cells]));
    },
    blocks: (withheld) => blocksToCheck(state, withheld, splitBy(task, withheld)),
    learn: (move) => state.pool.add(move),
    close: () => mover.close(),
  };
}

/** What outlasts a question. */
interface AuditState {
  readonly task: ProtectTask;
  readonly mover: Mover;
  readonly pool: MovePool;
  /** Blocks that lack nothing, by their cells. */
  readonly safeBlocks: Set<string>;
}

/** A block in question. `begin` checks it afresh. */
export interface BlockInQuestion {
  readonly block: Block;
  readonly isKnownSafe: () => boolean;
  readonly keepSafe: () => void;
  readonly begin: () => BlockCheck;
}

function findUnprotected(state: AuditState, withheld: ReadonlySet<number>): number | undefined {
  const parts = splitBy(state.task, withheld);
  const [disclosed] = groupsDisclosed(state.task, withheld);
  if (disclosed !== undefined) return disclosed;
  const [exposed] = followingSecrets(state.task, withheld, parts.known);
  if (exposed !== undefined) return exposed.cell;
  for (const asked of blocksToCheck(state, withheld, parts)) {
    const unprotected = unprotectedBy(asked);
    if (unprotected !== undefined) return unprotected;
  }
  return undefined;
}

/** The blocks that hide something, each ready to be asked about. */
function* blocksToCheck(
  { task, mover, pool, safeBlocks }: AuditState,
  withheld: ReadonlySet<number>,
  { known, blocks }: Split,
): Generator<BlockInQuestion, void> {
  for (const block of blocks) {
    const { cells } = block;
    const name = cells.join();
    const promised = cells.filter((cell) => isPromised(task, withheld, cell));
    if (promised.length === 0) continue;
    const begin = () => {
      moveUnknown(mover, known);
      return openBlockCheck({ task, mover, pool }, promised);
    };
    const isKnownSafe = () => safeBlocks.has(name);
    yield { block, begin, isKnownSafe, keepSafe: () => safeBlocks.add(name) };
  }
}

/** Lets all cells without a count move, at one price, and no others. */
function moveUnknown(mover: Mover, known: Split['known']): void {
  for (const [cell, count] of known.entries()) if (count !== undefined) mover.price(cell, undefined);
  for (const [cell, count] of known.entries()) if (count === undefined) mover.price(cell, 1);
}

function unprotectedBy({ begin, isKnownSafe, keepSafe }: BlockInQuestion): number | undefined {
  if (isKnownSafe()) return undefined;
  const unprotected = unprotectedIn(begin());
  if (unprotected === undefined) keepSafe();
  return unprotected;
}

function lackedBy({ begin, isKnownSafe, keepSafe }: BlockInQuestion): Unprotected[] {
  if (isKnownSafe()) return [];
  const check = begin();
  const found: Unprotected[] = [];
  for (const unreached of findUnreached(check)) found.push(classify(check, unreached));
  if (found.length === 0) keepSafe();
  return found;
}

/** Whether differences of a block are not known where all of it is published: counts beside them are not available. */
function staysUnknown(task: ProtectTask, withheld: ReadonlySet<number>, cells: readonly number[]): boolean {
  const isMissing = (cell: number) => !withheld.has(cell) && task.system.cells[cell]?.role === 'tabled';
  return cells.some((cell) => isUnnamed(task, cell)) && cells.some(isMissing);
}

function splitBy(task: ProtectTask, withheld: ReadonlySet<number>): Split {
  return splitSystem(task.system, givenCounts(task, withheld));
}

/** Hidden cells that follow from one relation after another, and differences of published cells that are secrets. */
function followingSecrets(
  task: ProtectTask,
  withheld: ReadonlySet<number>,
  known: readonly (number | undefined)[],
): Unprotected[] {
  return [...task.world.keys()]
    .filter((cell) => known[cell] !== undefined && needsHiding(task, withheld, cell))
    .flatMap((cell) =>
      targetsOf(task, cell).map(
        (target): Unprotected => ({ cell, target, lacks: 'room', provablyLarge: [] }),
      ),
    );
}
