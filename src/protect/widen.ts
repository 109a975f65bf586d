/**
 * Which published cells to withhold besides, so that a hidden cell gains the room that it lacks: the support
 * of the cheapest move from the true counts (Kelly, Golden and Assad 1992, doi 10.1002/net.3230220407;
 * Fischetti and Salazar 2001, doi 10.1287/mnsc.47.7.1008.9805, section 4).
 *
 *   least  sum of cost x (up + down)         over published cells; hidden ones move for nothing
 *   with   every relation kept by count + up - down,   0 <= down <= count
 *          the cell at 0, or at k or more
 */
import type { Constraint, Limit } from '../solver/linear-model.ts';
import type { Session } from '../solver/solver.ts';
import type { ProtectInput, ProtectTask } from './plan.ts';

/** A change of one cell that a move must make: its new count lies within `lower` to `upper`. */
export interface Demand {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
}

/** Cells to withhold besides, with the cost of the move that they allow. */
export interface Widening {
  readonly cells: readonly number[];
  readonly cost: number;
}

export interface Widener {
  /** The cheapest move that meets all demands, or undefined if there is none. */
  widen(demands: readonly Demand[], withheld: ReadonlySet<number>, whole: boolean): Widening | undefined;
  close(): void;
}

/** Smaller moves than this are the solver's rounding. */
const TOLERANCE = 1e-6;

export function openWidener(task: ProtectTask): Widener {
  const { solver, system, world: base } = task;
  const size = system.cells.length;
  const down = (cell: number) => size + cell;
  const session = solver.open({
    lower: new Array<number>(2 * size).fill(0),
    upper: [...base.map((count, cell) => Math.max(0, (task.upper[cell] ?? 0) - count)), ...base],
    constraints: system.rows.map((row): Constraint => moveRow(row, base, down)),
  });
  for (const cell of system.cells.keys()) if (isFixed(task, cell)) freeze(session, cell, down);
  return {
    widen: (demands, withheld, whole) => {
      const movable = new Map<number, number>();
      for (const cell of task.publishable) {
        if (withheld.has(cell)) continue;
        movable.set(cell, task.costs[cell] ?? 1);
        movable.set(down(cell), task.costs[cell] ?? 1);
      }
      const limits = demands.flatMap((demand) => demandLimits(demand, base[demand.cell] ?? 0, down));
      const outcome = session.minimize(movable, limits, whole);
      if (outcome.status !== 'optimal') return undefined;
      const cells = [...task.publishable].filter(
        (cell) =>
          !withheld.has(cell) &&
          Math.max(outcome.values[cell] ?? 0, outcome.values[down(cell)] ?? 0) > TOLERANCE,
      );
      return { cells, cost: outcome.objective };
    },
    close: () => session.close(),
  };
}

/** A relation as a relation of moves. */
function moveRow(
  row: { cells: readonly number[]; coefficients: readonly number[]; lower: number; upper: number },
  base: readonly number[],
  down: (cell: number) => number,
): Constraint {
  const rest = row.cells.reduce(
    (sum, cell, term) => sum + (row.coefficients[term] ?? 0) * (base[cell] ?? 0),
    0,
  );
  return {
    columns: [...row.cells, ...row.cells.map(down)],
    coefficients: [...row.coefficients, ...row.coefficients.map((coefficient) => -coefficient)],
    lower: row.lower - rest,
    upper: row.upper - rest,
  };
}

/** Cells that cannot move: published before, or zero by nature. */
function isFixed({ counts, publishable, published, withheld, system }: ProtectInput, cell: number): boolean {
  if (published.has(cell)) return true;
  const isTable = system.cells[cell]?.role === 'published';
  return isTable && !publishable.has(cell) && !withheld.has(cell) && counts[cell] !== undefined;
}

function freeze(session: Session, cell: number, down: (cell: number) => number): void {
  session.setBounds({ column: cell, lower: 0, upper: 0 });
  session.setBounds({ column: down(cell), lower: 0, upper: 0 });
}

function demandLimits(
  { cell, lower, upper }: Demand,
  count: number,
  down: (cell: number) => number,
): Limit[] {
  const up = { column: cell, lower: Math.max(0, lower - count), upper: Math.max(0, upper - count) };
  const fall = { column: down(cell), lower: Math.max(0, count - upper), upper: Math.max(0, count - lower) };
  return [up, fall];
}
