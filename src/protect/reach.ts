/**
 * Whether every hidden cell of a block can be anything, given what the withheld cells leave open.
 *
 * A cell of true count v needs, among the whole-number worlds that explain the hiding (some cell of the
 * block in 1..k-1), these; the true world itself serves wherever a block holds a sensitive cell:
 *
 *   sensitive          one with 0 and one with k or more
 *   v = 0              one with k or more; a difference may also be 0 in all worlds
 *   v >= k             one with 0, or none: then every reader knows that it is k or more, rightly
 *
 * `rule.ts` has what stands for k where requests are counted, of which none may be certain.
 */
import type { Limit } from '../solver/linear-model.ts';
import { type AnyOf, findWorld, findWorldWith, hasAny, type World } from '../solver/worlds.ts';
import type { Focus } from './focus.ts';
import { isSensitiveCell, type ProtectTask, ruleFor } from './plan.ts';
import type { WorldPool } from './world-pool.ts';

/** A cell that cannot reach 0, or k or more. */
export interface Miss {
  readonly cell: number;
  readonly target: 'zero' | 'many';
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
  readonly focus: Focus;
  readonly pool: WorldPool;
  readonly promised: readonly number[];
  readonly explains: AnyOf;
  readonly floors: Set<number>;
  worlds: World[];
}

/** `isHidden` says which cells of the system no reader knows; `focus` leaves the block's alone free. */
export function openInquiry(
  task: ProtectTask,
  focus: Focus,
  pool: WorldPool,
  promised: readonly number[],
  isHidden: (cell: number) => boolean,
): Inquiry {
  const explains = promised.map((cell) => [{ column: cell, lower: 1, upper: ruleFor(task, cell).mostFew }]);
  const worlds = pool.holding(isHidden).filter((world) => hasAny(world, explains));
  return { task, focus, pool, promised, explains, floors: new Set(), worlds };
}

/** What a block lacks, one by one, so that who only asks whether need not wait for all; none if it keeps the promise. */
export function* findMisses(inquiry: Inquiry): Generator<Miss, void> {
  yield* zeroMisses(inquiry);
  for (const cell of inquiry.promised) {
    if (inquiry.floors.has(cell) || reaches(inquiry, cell, 'many') || isNoSecret(inquiry, cell)) continue;
    yield { cell, target: 'many', floors: [...inquiry.floors] };
  }
}

/**
 * Whether the block lacks nothing, as far as that can be told quickly: undefined if it takes `findMisses`.
 *
 * Every cell of k or more of which no world with 0 is at hand is taken for a floor. Any floors will do if all
 * other cells have their worlds: the reader, who begins without one and adds one only where no world has a 0,
 * ends with some of these. And what cannot be reached without any floor cannot be reached at all.
 */
export function isSafeAtOnce(inquiry: Inquiry): boolean | undefined {
  const { promised, floors } = inquiry;
  const hasZero = (cell: number) => inquiry.worlds.some((world) => world[cell] === 0);
  const assumed = promised.filter((cell) => isRightlyMany(inquiry, cell) && !hasZero(cell));
  for (const cell of assumed) raiseFloor(inquiry, cell);
  for (const cell of promised) {
    for (const target of ['zero', 'many'] as const) {
      if (floors.has(cell) || reaches(inquiry, cell, target)) continue;
      return isOutOfReach(inquiry, cell, target) ? false : undefined;
    }
  }
  return true;
}

/** Whether no world reaches the target, whatever is a floor and whatever explains the hiding. */
function isOutOfReach(inquiry: Inquiry, cell: number, target: Miss['target']): boolean {
  inquiry.focus.lower();
  const limit = limitFor(inquiry, cell, target);
  return findWorld(inquiry.focus.session(), [limit], new Map()) === undefined && !isNoSecret(inquiry, cell);
}

/** Whether the cell has room for its target and only an explanation is missing. */
export function classify(inquiry: Inquiry, miss: Miss): Shortfall {
  const world = findWorld(inquiry.focus.session(), [limitFor(inquiry, miss.cell, miss.target)], new Map());
  return { ...miss, lacks: world === undefined ? 'room' : 'explanation' };
}

/** Raising a floor may take away worlds that served other cells, so all are asked again until none is raised. */
function* zeroMisses(inquiry: Inquiry): Generator<Miss, void> {
  const { promised, floors } = inquiry;
  for (let before = -1, isLacking = false; before !== floors.size && !isLacking; ) {
    before = floors.size;
    for (const cell of promised) {
      if (floors.has(cell) || reaches(inquiry, cell, 'zero')) continue;
      if (isRightlyMany(inquiry, cell)) raiseFloor(inquiry, cell);
      else {
        isLacking = true;
        yield { cell, target: 'zero', floors: [...floors] };
      }
    }
  }
}

/** Whether some world that explains the hiding meets the target; a new one is kept. */
function reaches(inquiry: Inquiry, cell: number, target: Miss['target']): boolean {
  const { focus, pool, explains, worlds } = inquiry;
  if (worlds.some((world) => meets(inquiry, world, cell, target))) return true;
  const world = findWorldWith(focus.session(), [limitFor(inquiry, cell, target)], towards(inquiry), explains);
  if (world === undefined) return false;
  worlds.push(world);
  pool.add(world);
  return true;
}

/** What every reader would conclude, that the cell holds k or more, is true. */
function isRightlyMany({ task }: Inquiry, cell: number): boolean {
  const { many, isProvable } = ruleFor(task, cell);
  return isProvable && (task.world[cell] ?? 0) >= many && !isSensitiveCell(task, cell);
}

/** A difference of published cells that is 0 in every world: nobody withheld it, and it tells of nobody. */
function isNoSecret({ task, focus }: Inquiry, cell: number): boolean {
  if (task.system.cells[cell]?.role !== 'difference') return false;
  const somebody: Limit = { column: cell, lower: 1, upper: Number.POSITIVE_INFINITY };
  return findWorld(focus.session(), [somebody], new Map()) === undefined;
}

function raiseFloor(inquiry: Inquiry, cell: number): void {
  const { many } = ruleFor(inquiry.task, cell);
  inquiry.floors.add(cell);
  inquiry.focus.raise(cell, many);
  inquiry.worlds = inquiry.worlds.filter((world) => (world[cell] ?? 0) >= many);
}

function meets({ task }: Inquiry, world: World, cell: number, target: Miss['target']): boolean {
  const count = world[cell] ?? 0;
  return target === 'zero' ? count === 0 : count >= ruleFor(task, cell).many;
}

function limitFor({ task }: Inquiry, cell: number, target: Miss['target']): Limit {
  return target === 'zero'
    ? { column: cell, lower: 0, upper: 0 }
    : { column: cell, lower: ruleFor(task, cell).many, upper: Number.POSITIVE_INFINITY };
}

/** Costs that make one world serve many cells: down for those without a world of 0, up for those without one of k. */
function towards(inquiry: Inquiry): Map<number, number> {
  const costs = new Map<number, number>();
  for (const cell of inquiry.promised) {
    if (inquiry.floors.has(cell)) continue;
    if (!inquiry.worlds.some((world) => meets(inquiry, world, cell, 'zero'))) costs.set(cell, 1);
    else if (!inquiry.worlds.some((world) => meets(inquiry, world, cell, 'many'))) costs.set(cell, -1);
  }
  return costs;
}
