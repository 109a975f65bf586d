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
 *
 * From one question to the next the prices stay and bounds change, so the last answer stays dual feasible and the
 * dual simplex method goes on from there; and a cheapest move is a short one, which few patterns take away.
 */

import { rowsByCell } from '../model/blocks.ts';
import type { Row } from '../model/system.ts';
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
/** Smaller moves than this are the solver's rounding. */
const TOLERANCE = 1e-6;

/** No cell may move until it has a price. */
export function openMover(task: ProtectTask): Mover {
  const { world, system, solver } = task;
  const limits = world.map((_, cell) => limitsOf(task, cell));
  const rowsOf = rowsByCell(system);
  const session = solver.open(
    {
      lower: new Array<number>(3 * world.length).fill(0),
      upper: new Array<number>(3 * world.length).fill(0),
      constraints: system.rows.map((row) => moveRow(row, world)),
    },
    'dual',
  );
  const raised = new Set<number>();
  const allow = (cell: number, parts: Parts) => {
    for (const [at, upper] of parts.entries()) session.setBounds({ column: 3 * cell + at, lower: 0, upper });
  };
  const ask = (demands: readonly Demand[], whole: boolean): Found | undefined => {
    const asked = demands.flatMap((demand) =>
      demandLimits(demand, world[demand.cell] ?? 0, limits[demand.cell] ?? STILL),
    );
    const outcome = session.ask(asked, whole);
    return outcome.status === 'optimal'
      ? { ...readMove(task, rowsOf, outcome.values), cost: outcome.objective }
      : undefined;
  };
  return {
    price: (cell, price) => {
      for (const [at, times] of [1, 1, DEEP].entries()) session.setCost(3 * cell + at, (price ?? 0) * times);
      allow(cell, price === undefined ? STILL : (limits[cell] ?? STILL));
    },
    raise: (cells) => {
      for (const cell of cells) {
        raised.add(cell);
        session.setBounds({ column: 3 * cell + 2, lower: 0, upper: 0 });
      }
    },
    lower: () => {
      for (const cell of raised)
        session.setBounds({ column: 3 * cell + 2, lower: 0, upper: limits[cell]?.[2] ?? 0 });
      raised.clear();
    },
    find: (demands) => ask(demands, false),
    findWhole: (demands) => {
      const found = ask(demands, true);
      if (found !== undefined && found.move === undefined)
        throw new SolverError('The solver gave a whole-number answer that does not add up exactly.');
      return found;
    },
    close: () => session.close(),
  };
}

/** How far a cell may rise, fall and plunge. */
type Parts = readonly [rise: number, fall: number, plunge: number];

const STILL: Parts = [0, 0, 0];

function limitsOf(task: ProtectTask, cell: number): Parts {
  const count = task.world[cell] ?? 0;
  const drop = count - (task.lower[cell] ?? 0);
  const fall = isRightlyMany(task, cell) ? Math.min(drop, count - ruleFor(task, cell).many) : drop;
  return [(task.upper[cell] ?? 0) - count, fall, drop - fall];
}

function moveRow({ cells, coefficients, lower, upper }: Row, world: readonly number[]): Constraint {
  const sum = cells.reduce((total, cell, term) => total + (coefficients[term] ?? 0) * (world[cell] ?? 0), 0);
  return {
    columns: cells.flatMap((cell) => [3 * cell, 3 * cell + 1, 3 * cell + 2]),
    coefficients: coefficients.flatMap((each) => [each, -each, -each]),
    lower: lower - sum,
    upper: upper - sum,
  };
}

function demandLimits({ cell, lower, upper }: Demand, count: number, [, fall]: Parts): Limit[] {
  const [least, most] = [Math.max(0, count - upper), Math.max(0, count - lower)];
  return [
    { column: 3 * cell, lower: Math.max(0, lower - count), upper: Math.max(0, upper - count) },
    { column: 3 * cell + 1, lower: Math.min(fall, least), upper: Math.min(fall, most) },
    { column: 3 * cell + 2, lower: Math.max(0, least - fall), upper: Math.max(0, most - fall) },
  ];
}

/** Rounds an answer and, if it was whole, checks by exact addition every relation that it touches. */
function readMove(
  { world, system }: ProtectTask,
  rowsOf: readonly (readonly number[])[],
  values: Float64Array,
): Pick<Found, 'move' | 'cells'> {
  const move = new Map<number, number>();
  const cells: number[] = [];
  for (const [cell, count] of world.entries()) {
    const at = 3 * cell;
    const change = (values[at] ?? 0) - (values[at + 1] ?? 0) - (values[at + 2] ?? 0);
    if (Math.abs(change) <= TOLERANCE) continue;
    cells.push(cell);
    move.set(cell, count + Math.round(change));
  }
  const holds = (row: number) => {
    const { cells: terms, coefficients, lower, upper } = system.rows[row] as Row;
    const sum = terms.reduce(
      (total, cell, term) => total + (coefficients[term] ?? 0) * (move.get(cell) ?? world[cell] ?? 0),
      0,
    );
    return sum >= lower && sum <= upper;
  };
  const isWhole = cells.every((cell) => rowsOf[cell]?.every(holds) === true);
  return { move: isWhole ? move : undefined, cells };
}
