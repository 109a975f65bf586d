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
import { valueAt } from '../../indexes/look-up.ts';
import { findMove, type Move } from '../../solver/near-worlds.ts';
import { isFew } from '../../system/rule.ts';
import type { Demand, Mover } from '../moves.ts';
import { isRightlyMany, type ProtectTask, ruleFor, type Target, targetsOf } from '../plan.ts';
import { explainedDemands, explainsHiding, isSet } from './explanations.ts';
import type { Hiding } from './hiding.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { MovePool } from './move-pool.ts';

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
  readonly hiding: Hiding;
  readonly pool: MovePool;
  readonly promised: readonly number[];
  /** Cells that every reader knows to be k or more. */
  readonly floors: Set<number>;
  /** Of moves that explain the hiding, and leave every floor at k or more. */
  readonly ledger: Ledger;
}

/** No cell is known to be k or more yet. */
export function openInquiry(
  { task, mover, hiding, pool }: Pick<Inquiry, 'task' | 'mover' | 'hiding' | 'pool'>,
  promised: readonly number[],
): Inquiry {
  mover.lower();
  const inquiry: Inquiry = {
    task,
    mover,
    hiding,
    pool,
    promised: sensitiveFirst(task, promised),
    floors: new Set(),
    ledger: openLedger(task),
  };
  const isReason = (cell: number) =>
    !isSet(task, cell) && isFew(ruleFor(task, cell), valueAt(task.world, cell));
  const few = promised.filter(isReason).length;
  for (const known of pool.holding(hiding.hides))
    if (few > known.cells.length || explains(inquiry, known.move)) inquiry.ledger.keep(known);
  return inquiry;
}

/** What cells of fewer than k lack decides most questions. */
function sensitiveFirst(task: ProtectTask, cells: readonly number[]): number[] {
  const isMany = new Set(cells.filter((cell) => isRightlyMany(task, cell)));
  return [...cells.filter((cell) => !isMany.has(cell)), ...isMany];
}

/** What a block lacks, one by one, so that who only asks whether need not wait for all; none if it keeps the promise. */
export function* findMisses(inquiry: Inquiry): Generator<Miss, void> {
  yield* zeroMisses(inquiry);
  for (const cell of inquiry.promised) {
    if (inquiry.floors.has(cell) || reaches(inquiry, cell, 'many') || isNoSecret(inquiry, cell)) continue;
    yield { cell, target: 'many', floors: [...inquiry.floors] };
  }
  const [floor] = inquiry.floors;
  if (floor !== undefined && !isExplained(inquiry))
    yield { cell: floor, target: 'many', floors: [...inquiry.floors] };
}

/**
 * A cell that lacks something, undefined where none does; first one of which that is quickly seen. With fewer cells hidden
 * there are fewer worlds and more floors, so it lacks it for as long as it must be hidden itself.
 */
export function missedIn(inquiry: Inquiry): number | undefined {
  for (const cell of inquiry.promised) if (isPlainlyMissed(inquiry, cell)) return cell;
  for (const { cell } of findMisses(inquiry)) return cell;
  return undefined;
}

function isPlainlyMissed(inquiry: Inquiry, cell: number): boolean {
  const { task, mover, ledger } = inquiry;
  if (isRightlyMany(task, cell)) return false;
  const isOut = (target: Target) =>
    !ledger.serves(cell, target) && mover.rulesOut([demandOf(task, cell, target)]);
  return targetsOf(task, cell).some(isOut) && !isNoSecret(inquiry, cell);
}

/** Raising a floor may take away worlds that served other cells, so all are asked again until none is raised. */
function* zeroMisses(inquiry: Inquiry): Generator<Miss, void> {
  const { promised, floors, task } = inquiry;
  for (let before = -1, isLacking = false; before !== floors.size && !isLacking; ) {
    before = floors.size;
    for (const cell of promised) {
      if (floors.has(cell) || reaches(inquiry, cell, 'zero')) continue;
      if (isRightlyMany(task, cell)) raiseFloor(inquiry, cell);
      else {
        isLacking = true;
        yield { cell, target: 'zero', floors: [...floors] };
      }
    }
  }
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

/** Whether some world that explains the hiding meets the target. */
function reaches(inquiry: Inquiry, cell: number, target: Target): boolean {
  if (inquiry.ledger.serves(cell, target)) return true;
  return finds(inquiry, [demandOf(inquiry.task, cell, target)]);
}

/** Whether some world is left that explains the hiding: where all cells are floors, none has been asked for one. */
function isExplained(inquiry: Inquiry): boolean {
  const { promised, ledger } = inquiry;
  return promised.length === 0 || !ledger.isEmpty() || finds(inquiry, []);
}

/** Whether some world that explains the hiding meets the demands; it is kept. */
function finds(inquiry: Inquiry, demands: readonly Demand[]): boolean {
  const move = findExplained(inquiry, demands);
  if (move === undefined) return false;
  inquiry.ledger.keep(inquiry.pool.add(move));
  return true;
}

/** The cheapest move first; where that does not explain the hiding, one in which some cell does. */
function findExplained(inquiry: Inquiry, wanted: readonly Demand[]): Move | undefined {
  const { task, mover, promised } = inquiry;
  const free = findMove(mover, wanted);
  if (free === undefined || explains(inquiry, free)) return free;
  for (const cell of promised)
    for (const demands of explainedDemands(task, cell, wanted)) {
      const move = findMove(mover, demands);
      if (move !== undefined) return move;
    }
  return undefined;
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

function raiseFloor({ mover, floors, ledger }: Inquiry, cell: number): void {
  mover.raise([cell]);
  floors.add(cell);
  for (const known of ledger.plunging(cell)) ledger.drop(known);
}

export function explains({ task, promised }: Inquiry, move: Move): boolean {
  return explainsHiding(task, promised, (cell) => move.get(cell) ?? valueAt(task.world, cell));
}
