/**
 * Moves away from the true counts, the cheapest that meet a demand. For cell i of true count v_i:
 *
 *   least  sum of price_i (rise_i + fall_i + DEEP plunge_i)
 *   with   every relation kept by   v_i + rise_i - fall_i - plunge_i
 *          0 <= rise_i <= u_i - v_i      0 <= fall_i <= v_i - k      0 <= plunge_i <= k - l_i
 *
 * u and l are the bounds on the record. A cell of k or more falls down to k, and only a plunge takes it below;
 * all other cells fall as far as they may. What such a cell never plunges below may be a floor (reach.ts), so
 * plunging costs more.
 * A cheapest move is a short one, which few patterns take away.
 */
import { rowsByCell } from '../model/blocks.ts';
import type { Row } from '../model/system.ts';
import type { Change } from '../solver/change-program.ts';
import type { Leeway } from '../solver/kinks.ts';
import { type Constraint, type Limit, SolverError } from '../solver/linear-model.ts';
import { isRightlyMany, type ProtectTask, ruleFor } from './plan.ts';

/** By cell that it changes, its new count. */
export type Move = ReadonlyMap<number, number>;

/** What a move must do with one cell: its new count lies within `lower` to `upper`. */
export interface Demand {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
}

/** `move` is missing where the linear program's answer is not whole; `cells` are all that it changes. */
export interface Found {
  readonly move: Move | undefined;
  readonly cells: readonly number[];
  readonly cost: number;
}

export interface Mover {
  /** What changing a cell by one costs from now on, more than 0; undefined forbids it. */
  price(cell: number, price: number | undefined): void;
  /** Forbids that these cells fall below k, until `lower`. */
  raise(cells: Iterable<number>): void;
  lower(): void;
  /** The cheapest move that meets all demands, or undefined if there is none. */
  find(demands: readonly Demand[]): Found | undefined;
  /** The same in whole numbers. */
  findWhole(demands: readonly Demand[]): Found | undefined;
  close(): void;
}

/** How much dearer a plunge is than a fall. */
const DEEP = 3;

/** No cell may move until it has a price. */
export function openMover(task: ProtectTask): Mover {
  const { world, system, solver } = task;
  const rowsOf = rowsByCell(system);
  const program = solver.openChanges(
    world.length,
    system.rows.map((row) => moveRow(row, world)),
    DEEP,
  );
  const prices = new Map<number, number>();
  const raised = new Set<number>();
  const allow = (cell: number) =>
    program.allow(cell, leewayOf(task, cell, prices.get(cell), raised.has(cell)));
  const limits = (demands: readonly Demand[]) => demands.map((demand) => limitOf(demand, world));
  return {
    price: (cell, price) => {
      if (price === undefined) prices.delete(cell);
      else prices.set(cell, price);
      allow(cell);
    },
    raise: (cells) => {
      for (const cell of cells) {
        raised.add(cell);
        allow(cell);
      }
    },
    lower: () => {
      const fallen = [...raised];
      raised.clear();
      for (const cell of fallen) allow(cell);
    },
    find: (demands) => readMove(task, rowsOf, program.ask(limits(demands))),
    findWhole: (demands) => {
      const found = readMove(task, rowsOf, program.askWhole(limits(demands)));
      if (found !== undefined && found.move === undefined)
        throw new SolverError('The solver gave a whole-number answer that does not add up exactly.');
      return found;
    },
    close: () => program.close(),
  };
}

/** None without a price; a raised cell does not plunge. */
function leewayOf(task: ProtectTask, cell: number, price: number | undefined, isRaised: boolean): Leeway {
  if (price === undefined) return { price: 0, rise: 0, fall: 0, drop: 0 };
  const count = task.world[cell] ?? 0;
  const drop = count - (task.lower[cell] ?? 0);
  const fall = isRightlyMany(task, cell) ? Math.min(drop, count - ruleFor(task, cell).many) : drop;
  return { price, rise: (task.upper[cell] ?? 0) - count, fall, drop: isRaised ? fall : drop };
}

function moveRow({ cells, coefficients, lower, upper }: Row, world: readonly number[]): Constraint {
  const sum = cells.reduce((total, cell, term) => total + (coefficients[term] ?? 0) * (world[cell] ?? 0), 0);
  return { columns: cells, coefficients, lower: lower - sum, upper: upper - sum };
}

function limitOf({ cell, lower, upper }: Demand, world: readonly number[]): Limit {
  const count = world[cell] ?? 0;
  return { column: cell, lower: lower - count, upper: upper - count };
}

/** Rounds an answer and, if it was whole, checks by exact addition every relation that it touches. */
function readMove(
  { world, system }: ProtectTask,
  rowsOf: readonly (readonly number[])[],
  change: Change | undefined,
): Found | undefined {
  if (change === undefined) return undefined;
  const { changes, cost } = change;
  const cells = [...changes.keys()].sort((one, other) => one - other);
  const move = new Map(
    cells.map((cell) => [cell, (world[cell] ?? 0) + Math.round(changes.get(cell) ?? 0)] as const),
  );
  const holds = (row: number) => {
    const { cells: terms, coefficients, lower, upper } = system.rows[row] as Row;
    let sum = 0;
    for (const [term, cell] of terms.entries())
      sum += (coefficients[term] ?? 0) * (move.get(cell) ?? world[cell] ?? 0);
    return sum >= lower && sum <= upper;
  };
  const isWhole = cells.every((cell) => rowsOf[cell]?.every(holds) === true);
  return { move: isWhole ? move : undefined, cells, cost };
}
