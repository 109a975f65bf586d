/**
 * Whether every hidden cell of a block can be anything, given what the withheld cells leave open.
 *
 * A cell of true count v needs, among the whole-number worlds that explain the hiding (some cell of the
 * block in 1..k-1), these; the true world itself serves wherever a block holds a sensitive cell:
 *
 *   sensitive          one with 0 and one with k or more
 *   v = 0              one with k or more
 *   v >= k             one with 0, or none: then every reader knows that it is k or more, rightly
 */
import type { Block } from '../model/blocks.ts';
import type { Limit } from '../solver/linear-model.ts';
import type { Session } from '../solver/solver.ts';
import { type AnyOf, findWorld, findWorldWith, type World } from '../solver/worlds.ts';
import { isSensitiveCell, type ProtectInput } from './plan.ts';

/** A cell that cannot reach 0, or k or more; or can, but only in worlds that do not explain the hiding. */
export interface Shortfall {
  readonly cell: number;
  readonly target: 'zero' | 'many';
  readonly lacks: 'room' | 'explanation';
  /** Cells of its block that every reader knows to be k or more, so that no world helps in which they are not. */
  readonly floors: readonly number[];
}

/** What a block lacks; nothing if it keeps the promise. */
export function findShortfalls(input: ProtectInput, block: Block, promised: readonly number[]): Shortfall[] {
  const session = input.solver.open({
    lower: block.cells.map((cell) => input.lower[cell] ?? 0),
    upper: block.cells.map((cell) => input.upper[cell] ?? Number.POSITIVE_INFINITY),
    constraints: block.rows,
  });
  try {
    return askBlock(session, input, block, promised);
  } finally {
    session.close();
  }
}

function askBlock(
  session: Session,
  input: ProtectInput,
  block: Block,
  columns: readonly number[],
): Shortfall[] {
  const { k } = input;
  const explains: AnyOf = { columns, lower: 1, upper: k - 1 };
  const truth = block.cells.map((cell) => input.counts[cell] ?? Number.NaN);
  const isSensitive = (column: number) => isSensitiveCell(input, block.cells[column] ?? -1);
  let worlds: World[] =
    truth.every(Number.isFinite) && columns.some((column) => inRange(truth[column], explains)) ? [truth] : [];
  const floors = new Set<number>();
  const shortfalls: Shortfall[] = [];
  const ask = (column: number, target: Shortfall['target']) => {
    if (worlds.some((world) => meets(world[column], target, k))) return;
    const limit = limitFor(column, target, k);
    const world = findWorldWith(session, [limit], towards(columns, worlds, k), explains);
    if (world !== undefined) worlds.push(world);
    else if (target === 'zero' && (truth[column] ?? 0) >= k && !isSensitive(column)) raiseFloor(column);
    else
      shortfalls.push({
        cell: block.cells[column] ?? -1,
        target,
        lacks: findWorld(session, [limit], new Map()) === undefined ? 'room' : 'explanation',
        floors: [...floors].map((floor) => block.cells[floor] ?? -1),
      });
  };
  const raiseFloor = (column: number) => {
    floors.add(column);
    session.setBounds({ column, lower: k, upper: session.model.upper[column] ?? 0 });
    worlds = worlds.filter((world) => (world[column] ?? 0) >= k);
  };
  for (let before = -1; before !== floors.size && shortfalls.length === 0; ) {
    before = floors.size;
    for (const column of columns) if (!floors.has(column)) ask(column, 'zero');
  }
  for (const column of columns) if (!floors.has(column)) ask(column, 'many');
  return shortfalls;
}

function inRange(count: number | undefined, { lower, upper }: AnyOf): boolean {
  return count !== undefined && count >= lower && count <= upper;
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
function towards(columns: readonly number[], worlds: readonly World[], k: number): Map<number, number> {
  const costs = new Map<number, number>();
  for (const column of columns) {
    if (!worlds.some((world) => world[column] === 0)) costs.set(column, 1);
    else if (!worlds.some((world) => (world[column] ?? 0) >= k)) costs.set(column, -1);
  }
  return costs;
}
