/**
 * Whether every hidden cell of a block can be anything, given what the withheld cells leave open.
 *
 * A cell of true count v needs, among the whole-number worlds that explain the hiding (some cell of the
 * block in 1..k-1, or empty while its group is not: explanations.ts), these; the true world itself serves wherever a
 * block holds a cell that is withheld for its own sake:
 *
 *   sensitive          one with 0 and one with k or more
 *   v = 0              one with k or more; a difference may also be 0 in all worlds
 *   v >= k             one with 0, or none: then every reader knows that it is k or more, rightly
 *
 * `rule.ts` has what stands for k where requests are counted, of which none may be certain. Worlds are kept as
 * moves away from the true one.
 */
import { isFew } from '../model/rule.ts';
import { explainedDemands, explainsHiding } from './explanations.ts';
import type { MovePool } from './move-pool.ts';
import type { Demand, Move, Mover } from './moves.ts';
import { isMet, isRightlyMany, type ProtectTask, ruleFor, type Target } from './plan.ts';

/** A cell that cannot reach 0, or k or more. */
export interface Miss {
  readonly cell: number;
  readonly target: Target;
  /** Cells of its block that every reader knows to be k or more, so that no world helps in which they are not. */
  readonly floors: readonly number[];
}

/** It can, but only in worlds that do not explain the hiding; or it cannot at all. */
export interface Shortfall extends Miss {
  readonly lacks: 'room' | 'explanation';
}

/** A block under question: its cells that the promise covers, and what has been found of it so far. */
export interface Inquiry {
  readonly task: ProtectTask;
  readonly mover: Mover;
  readonly pool: MovePool;
  readonly promised: readonly number[];
  /** Floors that are certain from the start. */
  readonly certain: readonly number[];
  readonly floors: Set<number>;
  /** They explain the hiding, and leave every floor at k or more. */
  moves: Move[];
  /** Cells that some of these take to 0, and to k or more. */
  met: Readonly<Record<Target, Set<number>>>;
}

/**
 * `isHidden` says which cells of the system no reader knows; `mover` lets these move at one price, and no others.
 * `certain` are cells that are known to be k or more in every world.
 */
export function openInquiry(
  task: ProtectTask,
  mover: Mover,
  pool: MovePool,
  promised: readonly number[],
  certain: readonly number[],
  isHidden: (cell: number) => boolean,
): Inquiry {
  mover.lower();
  const inquiry: Inquiry = {
    task,
    mover,
    pool,
    promised: sensitiveFirst(task, promised),
    certain,
    floors: new Set(),
    moves: [],
    met: { zero: new Set(), many: new Set() },
  };
  const few = promised.filter((cell) => isFew(ruleFor(task, cell), task.world[cell] ?? 0)).length;
  keepMoves(
    inquiry,
    pool.holding(isHidden).filter((move) => few > move.size || explains(inquiry, move)),
  );
  raiseFloors(inquiry, certain);
  return inquiry;
}

/** What cells of fewer than k lack decides most questions. */
function sensitiveFirst(task: ProtectTask, cells: readonly number[]): number[] {
  const isMany = (cell: number) => Number(isRightlyMany(task, cell));
  return [...cells].sort((one, other) => isMany(one) - isMany(other) || one - other);
}

/** What a block lacks, one by one, so that who only asks whether need not wait for all; none if it keeps the promise. */
export function* findMisses(inquiry: Inquiry): Generator<Miss, void> {
  yield* zeroMisses(inquiry);
  for (const cell of inquiry.promised) {
    if (inquiry.floors.has(cell) || reaches(inquiry, cell, 'many') || isNoSecret(inquiry, cell)) continue;
    yield { cell, target: 'many', floors: [...inquiry.floors] };
  }
}

/** The cells of a block that every reader concludes to hold k or more, each where no world that is left has a 0. */
export function findFloors(inquiry: Inquiry): readonly number[] {
  for (const _ of zeroMisses(inquiry)) return [];
  return [...inquiry.floors];
}

/** Raising a floor may take away worlds that served other cells, so all are asked again until none is raised. */
function* zeroMisses(inquiry: Inquiry): Generator<Miss, void> {
  const { promised, floors, task } = inquiry;
  for (let before = -1, isLacking = false; before !== floors.size && !isLacking; ) {
    before = floors.size;
    for (const cell of promised) {
      if (floors.has(cell) || reaches(inquiry, cell, 'zero')) continue;
      if (isRightlyMany(task, cell)) raiseFloors(inquiry, [cell]);
      else {
        isLacking = true;
        yield { cell, target: 'zero', floors: [...floors] };
      }
    }
  }
}

/**
 * Whether the block lacks nothing, as far as that can be told quickly: undefined if it takes `findMisses`.
 *
 * Any floors will do if all other cells have their worlds: the reader, who begins without one and adds one only
 * where no world has a 0, ends with some of these. So every cell of k or more that no move at hand takes below k
 * is taken for a floor; one that some move does is asked for a world with 0 first. And what cannot be reached
 * without any floor cannot be reached at all.
 */
export function isSafeAtOnce(inquiry: Inquiry): boolean | undefined {
  for (let before = -1; before !== inquiry.floors.size; ) {
    before = inquiry.floors.size;
    const missed = missedTarget(inquiry);
    if (missed !== undefined) return isOutOfReach(inquiry, missed) ? false : undefined;
    settleFloors(inquiry);
  }
  return true;
}

function missedTarget(inquiry: Inquiry): { cell: number; target: Target } | undefined {
  const { task, promised, floors } = inquiry;
  for (const cell of promised) {
    if (floors.has(cell)) continue;
    const targets: readonly Target[] = isRightlyMany(task, cell) ? ['many'] : ['zero', 'many'];
    for (const target of targets) if (!reaches(inquiry, cell, target)) return { cell, target };
  }
  return undefined;
}

function settleFloors(inquiry: Inquiry): void {
  const { task, promised, floors } = inquiry;
  const unsettled = promised.filter(
    (cell) => isRightlyMany(task, cell) && !floors.has(cell) && !isServed(inquiry, cell, 'zero'),
  );
  const isPlunged = (cell: number) =>
    inquiry.moves.some((move) => (move.get(cell) ?? Number.POSITIVE_INFINITY) < ruleFor(task, cell).many);
  raiseFloors(
    inquiry,
    unsettled.filter((cell) => !isPlunged(cell)),
  );
  for (const cell of unsettled)
    if (!floors.has(cell) && !reaches(inquiry, cell, 'zero')) raiseFloors(inquiry, [cell]);
}

/** Whether no world reaches the target, whatever else is a floor. */
function isOutOfReach(inquiry: Inquiry, { cell, target }: { cell: number; target: Target }): boolean {
  const { task, mover, certain } = inquiry;
  mover.lower();
  mover.raise(certain);
  return findExplained(inquiry, demandOf(task, cell, target)) === undefined && !isNoSecret(inquiry, cell);
}

/** Whether the cell has room for its target and only an explanation is missing. */
export function classify({ task, mover }: Inquiry, miss: Miss): Shortfall {
  const hasRoom = canMove(mover, [demandOf(task, miss.cell, miss.target)]);
  return { ...miss, lacks: hasRoom ? 'explanation' : 'room' };
}

/** What reaching its target asks of a cell. */
export function demandOf(task: ProtectTask, cell: number, target: Target): Demand {
  return target === 'zero'
    ? { cell, lower: 0, upper: 0 }
    : { cell, lower: ruleFor(task, cell).many, upper: Number.POSITIVE_INFINITY };
}

/** Whether some world that explains the hiding meets the target; a new one is kept. */
function reaches(inquiry: Inquiry, cell: number, target: Target): boolean {
  if (isServed(inquiry, cell, target)) return true;
  const move = findExplained(inquiry, demandOf(inquiry.task, cell, target));
  if (move === undefined) return false;
  inquiry.pool.add(move);
  inquiry.moves.push(move);
  noteMet(inquiry, move);
  return true;
}

/** The cheapest move first; where that does not explain the hiding, one in which some cell does. */
function findExplained(inquiry: Inquiry, demand: Demand): Move | undefined {
  const { task, mover, promised } = inquiry;
  const free = findMove(mover, [demand]);
  if (free === undefined || explains(inquiry, free)) return free;
  for (const cell of promised)
    for (const demands of explainedDemands(task, cell, [demand])) {
      const move = findMove(mover, demands);
      if (move !== undefined) return move;
    }
  return undefined;
}

function findMove(mover: Mover, demands: readonly Demand[]): Move | undefined {
  const found = mover.find(demands);
  return found === undefined ? undefined : (found.move ?? mover.findWhole(demands)?.move);
}

function canMove(mover: Mover, demands: readonly Demand[]): boolean {
  return findMove(mover, demands) !== undefined;
}

/**
 * A difference of published cells that is 0 in every world: nobody withheld it, and it tells of nobody, unless of a
 * group that may have people.
 */
function isNoSecret({ task, mover }: Inquiry, cell: number): boolean {
  if (task.system.cells[cell]?.role !== 'difference') return false;
  const canHold = (one: number) => canMove(mover, [{ cell: one, lower: 1, upper: Number.POSITIVE_INFINITY }]);
  return ![cell, ...(task.groups.get(cell) ?? [])].some(canHold);
}

function raiseFloors(inquiry: Inquiry, cells: readonly number[]): void {
  const { task, mover, floors } = inquiry;
  const raised = new Set(cells);
  for (const cell of raised) floors.add(cell);
  mover.raise(raised);
  const isKept = (move: Move) => {
    for (const [cell, count] of move) if (raised.has(cell) && count < ruleFor(task, cell).many) return false;
    return true;
  };
  const kept = inquiry.moves.filter(isKept);
  if (kept.length < inquiry.moves.length) keepMoves(inquiry, kept);
}

function explains({ task, promised }: Inquiry, move: Move): boolean {
  return explainsHiding(task, promised, (cell) => move.get(cell) ?? task.world[cell] ?? 0);
}

function isServed({ task, moves, met }: Inquiry, cell: number, target: Target): boolean {
  if (met[target].has(cell)) return true;
  return isMet(task, cell, target, task.world[cell] ?? 0) && moves.some((move) => !move.has(cell));
}

function keepMoves(inquiry: Inquiry, moves: Move[]): void {
  inquiry.moves = moves;
  inquiry.met = { zero: new Set(), many: new Set() };
  for (const move of moves) noteMet(inquiry, move);
}

function noteMet({ task, met }: Inquiry, move: Move): void {
  for (const [cell, count] of move)
    for (const target of ['zero', 'many'] as const)
      if (isMet(task, cell, target, count)) met[target].add(cell);
}
