/**
 * Moves away from the true counts, the cheapest that meet a demand. For cell i of true count v_i:
 *
 *   least  sum of price_i (rise_i + fall_i + DEEP plunge_i)
 *   with   every relation kept by   v_i + rise_i - fall_i - plunge_i
 *          0 <= rise_i <= u_i - v_i      0 <= fall_i <= v_i - k      0 <= plunge_i <= k - l_i
 *
 * u and l are the bounds on the record. A cell of k or more falls down to k, and only a plunge takes it below;
 * all other cells fall as far as they may. What such a cell never plunges below may be provably large (block-check.ts), so
 * plunging costs more.
 * A cheapest move is a short one, which few patterns take away.
 */
import type { Limit } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import { coarseOf } from '../solver/coarse.ts';
import type { LinearModel } from '../solver/linear-model.ts';
import type { Leeway } from '../solver/local/kinks.ts';
import { type Near, type NearWorld, openNearWorlds } from '../solver/near-worlds.ts';
import { alikeCells } from '../system/alike.ts';
import type { System } from '../system/system.ts';
import { mayBeProvablyLarge } from './must-hide.ts';
import { ruleFor } from './targets.ts';
import type { ProtectTask } from './task.ts';

/** `move` is missing where the linear program's answer is not whole; `cells` are all that it changes. */
export interface Found {
  readonly move: NearWorld | undefined;
  readonly cells: readonly number[];
  readonly cost: number;
}

export interface Mover {
  /** What changing a cell by one costs from now on, more than 0; undefined forbids it. */
  price(cell: number, price: number | undefined): void;
  /** Whether a cell has a price. */
  readonly mayMove: (cell: number) => boolean;
  /** Forbids that these cells fall below k, until `allowPlunges`. */
  forbidPlunge(cells: Iterable<number>): void;
  allowPlunges(): void;
  /** The cheapest move that meets all demands, which limit new counts; undefined if there is none. */
  find(demands: readonly Limit[]): Found | undefined;
  /** The cheapest in whole numbers. */
  findWhole(demands: readonly Limit[]): Found | undefined;
  /** Whether it is quickly seen that no move meets all demands. */
  rulesOut(demands: readonly Limit[]): boolean;
  close(): void;
}

/** How much dearer a plunge is than a fall. */
const DEEP = 3;

type Relations = Pick<LinearModel, 'constraints' | 'coarse'>;

/** Several movers go by the same system. */
const relations = new WeakMap<System, Relations>();

function relationsOf(system: System): Relations {
  const known = relations.get(system);
  if (known !== undefined) return known;
  const constraints = system.rows.map(({ cells, ...row }) => ({ columns: cells, ...row }));
  const coarse = coarseOf(system.cells.length, () => alikeCells(system), constraints);
  relations.set(system, { constraints, coarse });
  return { constraints, coarse };
}

/** No cell may move until it has a price. */
export function openMover(task: ProtectTask, steep = DEEP): Mover {
  const { constraints, coarse } = relationsOf(task.system);
  const near = openNearWorlds(task.solver, task.world, constraints, steep, coarse);
  const prices = new Map<number, number>();
  const provablyLarge = new Set<number>();
  const allow = (cell: number) =>
    near.allow(cell, leewayOf(task, cell, prices.get(cell), provablyLarge.has(cell)));
  return {
    mayMove: (cell) => prices.has(cell),
    price: (cell, price) => {
      if (prices.get(cell) === price) return;
      if (price === undefined) prices.delete(cell);
      else prices.set(cell, price);
      allow(cell);
    },
    forbidPlunge: (cells) => {
      for (const cell of cells) {
        provablyLarge.add(cell);
        allow(cell);
      }
    },
    allowPlunges: () => {
      const fallen = [...provablyLarge];
      provablyLarge.clear();
      for (const cell of fallen) allow(cell);
    },
    find: (demands) => foundOf(near.find(demands)),
    findWhole: (demands) => foundOf(near.findWhole(demands)),
    rulesOut: (demands) => near.rulesOut(demands),
    close: near.close,
  };
}

/** None without a price. */
function leewayOf(
  task: ProtectTask,
  cell: number,
  price: number | undefined,
  isProvablyLarge: boolean,
): Leeway {
  if (price === undefined) return { price: 0, rise: 0, fall: 0, drop: 0 };
  const count = valueAt(task.world, cell);
  const drop = count - valueAt(task.lower, cell);
  const fall = mayBeProvablyLarge(task, cell) ? Math.min(drop, count - ruleFor(task, cell).many) : drop;
  return { price, rise: valueAt(task.upper, cell) - count, fall, drop: isProvablyLarge ? fall : drop };
}

function foundOf(near: Near | undefined): Found | undefined {
  return near && { move: near.move, cells: [...near.counts.keys()], cost: near.cost };
}
