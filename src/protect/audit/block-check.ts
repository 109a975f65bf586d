/**
 * Whether every hidden cell of a block can be anything, given which cells are withheld.
 *
 * A cell of true count v needs, among the whole-number worlds that explain the hiding (some cell of the
 * block in 1..k-1, or empty while its group is not: targets.ts), these; the true world itself serves wherever a
 * block holds a cell that is withheld for its own sake:
 *
 *   small              one with 0 and one with k or more
 *   v = 0              one with k or more; a difference may also be 0 in all worlds
 *   v >= k             one with 0, or none: then every reader knows that it is k or more, rightly
 *   v unseen, by lots  one with 0 if any world has a 0 there, explained or not; of small ones and decoys as of a small one
 *
 * `rule.ts` has what stands for k where requests are counted, of which none may be certain. Worlds are kept as
 * moves away from the true one.
 */
import type { Limit } from '../../indexes/constraint.ts';
import { valueAt } from '../../indexes/look-up.ts';
import { countIn, findNearWorld, type NearWorld } from '../../solver/near-worlds.ts';
import { type AnyOf, findWith, hasAny } from '../../solver/worlds.ts';
import { isFew } from '../../system/rule.ts';
import type { Mover } from '../moves.ts';
import { mayBeProvablyLarge } from '../must-hide.ts';
import { explanationsIn, isSet, ruleFor, type Target, targetsOf } from '../targets.ts';
import type { ProtectTask } from '../task.ts';
import { type Ledger, openLedger } from './ledger.ts';
import type { MovePool } from './move-pool.ts';

/** A cell that cannot reach 0, or k or more. */
export interface Unreached {
  readonly cell: number;
  readonly target: Target;
  /** Cells of its block that every reader knows to be k or more, so that no world helps in which they are not. */
  readonly provablyLarge: readonly number[];
}

/** It can, but only in worlds that do not explain the hiding; or it cannot at all. */
export interface Unprotected extends Unreached {
  readonly lacks: 'room' | 'explanation';
}

/** A block under question: its cells that the promise covers, and what has been found of it so far. */
export interface BlockCheck {
  readonly task: ProtectTask;
  /** Hidden cells may move, and no others. */
  readonly mover: Mover;
  readonly pool: MovePool;
  readonly promised: readonly number[];
  /** By what these explain that they are hidden. */
  readonly explains: AnyOf;
  /** Cells that every reader knows to be k or more. */
  readonly provablyLarge: Set<number>;
  /** Of moves that explain the hiding, and leave every provably large cell at k or more. */
  readonly ledger: Ledger;
}

/** No cell is known to be k or more yet. */
export function openBlockCheck(
  { task, mover, pool }: Pick<BlockCheck, 'task' | 'mover' | 'pool'>,
  promised: readonly number[],
): BlockCheck {
  mover.allowPlunges();
  const ordered = smallFirst(task, promised);
  const check: BlockCheck = {
    task,
    mover,
    pool,
    promised: ordered,
    explains: explanationsIn(task, ordered),
    provablyLarge: new Set(),
    ledger: openLedger(task),
  };
  const isReason = (cell: number) =>
    !isSet(task, cell) && isFew(ruleFor(task, cell), valueAt(task.world, cell));
  const few = promised.filter(isReason).length;
  for (const known of pool.holding(mover.mayMove))
    if (few > known.cells.length || explains(check, known.move)) check.ledger.keep(known);
  return check;
}

/** What cells of fewer than k lack decides most questions. */
function smallFirst(task: ProtectTask, cells: readonly number[]): number[] {
  const isMany = new Set(cells.filter((cell) => mayBeProvablyLarge(task, cell)));
  return [...cells.filter((cell) => !isMany.has(cell)), ...isMany];
}

/** What a block lacks, one by one, so that who only asks whether need not wait for all; none if it keeps the promise. */
export function* findUnreached(check: BlockCheck): Generator<Unreached, void> {
  yield* unreachedZeros(check);
  for (const cell of check.promised) {
    if (check.provablyLarge.has(cell) || reaches(check, cell, 'many') || isNoSecret(check, cell)) continue;
    yield { cell, target: 'many', provablyLarge: [...check.provablyLarge] };
  }
  const [large] = check.provablyLarge;
  if (large !== undefined && !isExplained(check))
    yield { cell: large, target: 'many', provablyLarge: [...check.provablyLarge] };
}

/**
 * A cell that lacks something, undefined where none does; first one of which that is quickly seen. With fewer cells hidden
 * there are fewer worlds and more provably large cells, so it lacks it for as long as it must be hidden itself.
 */
export function unprotectedIn(check: BlockCheck): number | undefined {
  for (const cell of check.promised) if (isPlainlyUnprotected(check, cell)) return cell;
  for (const { cell } of findUnreached(check)) return cell;
  return undefined;
}

function isPlainlyUnprotected(check: BlockCheck, cell: number): boolean {
  const { task, mover, ledger } = check;
  if (mayBeProvablyLarge(task, cell)) return false;
  const isOut = (target: Target) =>
    !ledger.serves(cell, target) && mover.rulesOut([demandOf(task, cell, target)]);
  return targetsOf(task, cell).some(isOut) && !isNoSecret(check, cell);
}

/**
 * A cell that is found provably large may take away worlds that served others, so all are asked again until none is found. It
 * counts from the next round on, so the order of the cells changes nothing.
 */
function* unreachedZeros(check: BlockCheck): Generator<Unreached, void> {
  const { promised, provablyLarge } = check;
  for (let before = -1, isLacking = false; before !== provablyLarge.size && !isLacking; ) {
    before = provablyLarge.size;
    const large: number[] = [];
    for (const cell of promised) {
      if (provablyLarge.has(cell) || reaches(check, cell, 'zero')) continue;
      if (mayBeMarkedLarge(check, cell)) large.push(cell);
      else {
        isLacking = true;
        yield { cell, target: 'zero', provablyLarge: [...provablyLarge] };
      }
    }
    for (const cell of large) markLarge(check, cell);
  }
}

/** Whether the cell has room for its target and only an explanation is missing. */
export function classify({ task, mover }: BlockCheck, unreached: Unreached): Unprotected {
  const hasRoom = canMove(mover, [demandOf(task, unreached.cell, unreached.target)]);
  return { ...unreached, lacks: hasRoom ? 'explanation' : 'room' };
}

/** What reaching its target asks of a cell. */
export function demandOf(task: ProtectTask, cell: number, target: Target): Limit {
  return target === 'zero'
    ? { column: cell, lower: 0, upper: 0 }
    : { column: cell, lower: ruleFor(task, cell).many, upper: Number.POSITIVE_INFINITY };
}

/** Whether some world that explains the hiding meets the target. */
function reaches(check: BlockCheck, cell: number, target: Target): boolean {
  if (check.ledger.serves(cell, target)) return true;
  return finds(check, [demandOf(check.task, cell, target)]);
}

/** Whether some world is left that explains the hiding: where all cells are provably large, none has been asked for one. */
function isExplained(check: BlockCheck): boolean {
  const { promised, ledger } = check;
  return promised.length === 0 || !ledger.isEmpty() || finds(check, []);
}

/** Whether some world that explains the hiding meets the demands; it is kept. */
function finds(check: BlockCheck, demands: readonly Limit[]): boolean {
  const move = findExplained(check, demands);
  if (move === undefined) return false;
  check.ledger.keep(check.pool.add(move));
  return true;
}

/** The cheapest move first; where that does not explain the hiding, one in which some cell does. */
function findExplained(check: BlockCheck, wanted: readonly Limit[]): NearWorld | undefined {
  const find = (demands: readonly Limit[]) => findNearWorld(check.mover, demands);
  const free = find(wanted);
  if (free === undefined || explains(check, free)) return free;
  return findWith(find, wanted, check.explains);
}

function canMove(mover: Mover, demands: readonly Limit[]): boolean {
  return findNearWorld(mover, demands) !== undefined;
}

/**
 * A difference of published cells that is 0 in every world: nobody withheld it, and it tells of nobody, unless of a
 * group that may have people.
 */
function isNoSecret({ task, mover }: BlockCheck, cell: number): boolean {
  if (task.system.cells[cell]?.role !== 'difference') return false;
  const canHold = (one: number) =>
    canMove(mover, [{ column: one, lower: 1, upper: Number.POSITIVE_INFINITY }]);
  return ![cell, ...(task.groups.get(cell) ?? [])].some(canHold);
}

/**
 * Whether readers may conclude that a cell is k or more which is 0 in no world that explains the hiding, since that is so. Of a
 * choice by lots its count must not say: where it is 0 in a world that explains nothing, it could be that 0 beside decoys alone,
 * and so it is asked for a 0 whatever it holds. Where no world at all has a 0 there, every count that fits is k or more.
 */
function mayBeMarkedLarge({ task, mover }: BlockCheck, cell: number): boolean {
  const { mustBeOpen, conceded } = task;
  const isBlind = mustBeOpen !== undefined && conceded?.has(cell) !== true;
  return mayBeProvablyLarge(task, cell) && !(isBlind && canMove(mover, [demandOf(task, cell, 'zero')]));
}

function markLarge({ mover, provablyLarge, ledger }: BlockCheck, cell: number): void {
  mover.forbidPlunge([cell]);
  provablyLarge.add(cell);
  for (const known of ledger.plunging(cell)) ledger.drop(known);
}

export function explains({ task, explains }: BlockCheck, move: NearWorld): boolean {
  return hasAny((cell) => countIn(move, task.world, cell), explains);
}
