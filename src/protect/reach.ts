/**
 * Whether every hidden cell of a block can be anything, given what the withheld cells leave open.
 *
 * A cell of true count v needs, among the whole-number worlds that explain the hiding (some cell of the
 * block in 1..k-1), these; the true world itself serves wherever a block holds a sensitive cell:
 *
 *   sensitive          one with 0 and one with k or more
 *   v = 0              one with k or more; a difference may also be 0 in all worlds
 *   v >= k             one with 0, or none: then every reader knows that it is k or more, rightly
 */
import type { Block } from '../model/blocks.ts';
import type { Limit } from '../solver/linear-model.ts';
import type { Session } from '../solver/solver.ts';
import { type AnyOf, findWorld, findWorldWith, hasAny, type World } from '../solver/worlds.ts';
import { isSensitiveCell, type ProtectInput } from './plan.ts';
import type { WorldPool } from './world-pool.ts';

/** A cell that cannot reach 0, or k or more; or can, but only in worlds that do not explain the hiding. */
export interface Shortfall {
  readonly cell: number;
  readonly target: 'zero' | 'many';
  readonly lacks: 'room' | 'explanation';
  /** Cells of its block that every reader knows to be k or more, so that no world helps in which they are not. */
  readonly floors: readonly number[];
}

/** A block under question: its columns that the promise covers, and what has been found of it so far. */
interface Inquiry {
  readonly input: ProtectInput;
  readonly block: Block;
  readonly session: Session;
  readonly pool: WorldPool;
  readonly explains: AnyOf;
  readonly floors: Set<number>;
  worlds: World[];
}

/** What a block lacks, one by one, so that who only asks whether need not wait for all; none if it keeps the promise. */
export function* findShortfalls(
  input: ProtectInput,
  block: Block,
  promised: readonly number[],
  pool: WorldPool,
): Generator<Shortfall, void> {
  const session = input.solver.open({
    lower: block.cells.map((cell) => input.lower[cell] ?? 0),
    upper: block.cells.map((cell) => input.upper[cell] ?? Number.POSITIVE_INFINITY),
    constraints: block.rows,
  });
  const explains: AnyOf = { columns: promised, lower: 1, upper: input.k - 1 };
  const worlds = pool.inBlock(block, session.model).filter((world) => hasAny(world, explains));
  const inquiry: Inquiry = { input, block, session, pool, explains, floors: new Set(), worlds };
  try {
    yield* zeroShortfalls(inquiry);
    for (const column of promised) {
      if (inquiry.floors.has(column) || reaches(inquiry, column, 'many') || isNoSecret(inquiry, column))
        continue;
      yield shortfallOf(inquiry, column, 'many');
    }
  } finally {
    session.close();
  }
}

/** Raising a floor may take away worlds that served other cells, so all are asked again until none is raised. */
function* zeroShortfalls(inquiry: Inquiry): Generator<Shortfall, void> {
  const { explains, floors } = inquiry;
  for (let before = -1, lacking = false; before !== floors.size && !lacking; ) {
    before = floors.size;
    for (const column of explains.columns) {
      if (floors.has(column) || reaches(inquiry, column, 'zero')) continue;
      if (isRightlyMany(inquiry, column)) raiseFloor(inquiry, column);
      else {
        lacking = true;
        yield shortfallOf(inquiry, column, 'zero');
      }
    }
  }
}

/** Whether some world that explains the hiding meets the target; a new one is kept. */
function reaches(inquiry: Inquiry, column: number, target: Shortfall['target']): boolean {
  const { input, block, session, pool, explains, worlds } = inquiry;
  if (worlds.some((world) => meets(world[column], target, input.k))) return true;
  const world = findWorldWith(session, [limitFor(column, target, input.k)], towards(inquiry), explains);
  if (world === undefined) return false;
  worlds.push(world);
  pool.add(block, world);
  return true;
}

/** What every reader would conclude, that the cell holds k or more, is true. */
function isRightlyMany({ input, block }: Inquiry, column: number): boolean {
  const cell = block.cells[column] ?? -1;
  return (input.counts[cell] ?? 0) >= input.k && !isSensitiveCell(input, cell);
}

/** A difference of published cells that is 0 in every world: nobody withheld it, and it tells of nobody. */
function isNoSecret({ input, block, session }: Inquiry, column: number): boolean {
  const cell = block.cells[column] ?? -1;
  if (input.system.cells[cell]?.role !== 'difference') return false;
  return findWorld(session, [{ column, lower: 1, upper: Number.POSITIVE_INFINITY }], new Map()) === undefined;
}

function raiseFloor(inquiry: Inquiry, column: number): void {
  const { input, session } = inquiry;
  inquiry.floors.add(column);
  const { lower, upper } = session.model;
  session.setBounds({ column, lower: Math.max(input.k, lower[column] ?? 0), upper: upper[column] ?? 0 });
  inquiry.worlds = inquiry.worlds.filter((world) => (world[column] ?? 0) >= input.k);
}

function shortfallOf(
  { input, block, session, floors }: Inquiry,
  column: number,
  target: Shortfall['target'],
): Shortfall {
  const hasRoom = findWorld(session, [limitFor(column, target, input.k)], new Map()) !== undefined;
  return {
    cell: block.cells[column] ?? -1,
    target,
    lacks: hasRoom ? 'explanation' : 'room',
    floors: [...floors].map((floor) => block.cells[floor] ?? -1),
  };
}

function meets(count: number | undefined, target: Shortfall['target'], k: number): boolean {
  return target === 'zero' ? count === 0 : (count ?? 0) >= k;
}

function limitFor(column: number, target: Shortfall['target'], k: number): Limit {
  return target === 'zero'
    ? { column, lower: 0, upper: 0 }
    : { column, lower: k, upper: Number.POSITIVE_INFINITY };
}

/** Costs that make one world serve many cells: down for those without a world of 0, up for those without one of k. */
function towards({ explains, worlds, input }: Inquiry): Map<number, number> {
  const costs = new Map<number, number>();
  for (const column of explains.columns) {
    if (!worlds.some((world) => world[column] === 0)) costs.set(column, 1);
    else if (!worlds.some((world) => (world[column] ?? 0) >= input.k)) costs.set(column, -1);
  }
  return costs;
}
