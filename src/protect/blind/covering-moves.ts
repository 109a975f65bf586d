/**
 * Covering moves: ways in which counts may differ from any table without breaking a relation. Of all that go through a cell
 * the cheapest is taken,
 *
 *   least  sum of price_i |x_i|     with   sum of coefficient x x_i = 0 for each relation of equality,
 *                                          x_s = 1 for the cell s,   x_i = 0 for cells that every reader knows
 *
 * which is a circuit of the relations: a rectangle in a two-way table, a chain of them elsewhere. The program has no counts and
 * no bounds, so nothing that it finds tells of any. A relation "at most" is one of equality with what it leaves over (system/slack.ts).
 */
import type { Solver } from '../../solver/solver.ts';
import { isSettled } from '../must-hide.ts';
import type { TaskData } from '../task.ts';
import type { Draw } from './draw.ts';

export interface Coverer {
  /** The cells to withhold so that this one lies on a covering move, itself among them; undefined if it lies on none. */
  cover(cell: number, withheld: ReadonlySet<number>): readonly number[] | undefined;
  close(): void;
}

/** What a cell costs that is hidden anyway: so little that moves through hidden cells are taken, and short ones among these. */
const HIDDEN = 1e-3;

export function openCoverer(
  task: TaskData,
  { prices }: Pick<Draw, 'prices'>,
  solver: Pick<Solver, 'openChanges'>,
): Coverer {
  const { system, publishable } = task;
  const rows = system.rows
    .filter(({ lower, upper }) => lower === upper)
    .map(({ cells, coefficients }) => ({ columns: cells, coefficients, lower: 0, upper: 0 }));
  const program = solver.openChanges(system.cells.length, rows, 1);
  const allow = (cell: number, price: number) =>
    program.allow(cell, { price, rise: MOST, fall: MOST, drop: MOST });
  const hidden = new Set<number>();
  for (const cell of system.cells.keys())
    if (!isSettled(task, cell)) allow(cell, publishable.has(cell) ? (prices[cell] as number) : HIDDEN);
  const hide = (withheld: ReadonlySet<number>) => {
    for (const each of hidden)
      if (!withheld.has(each)) {
        hidden.delete(each);
        allow(each, prices[each] as number);
      }
    for (const each of withheld)
      if (publishable.has(each) && !hidden.has(each)) {
        hidden.add(each);
        allow(each, HIDDEN);
      }
  };
  return {
    cover: (cell, withheld) => {
      hide(withheld);
      const found = program.ask([{ column: cell, lower: 1, upper: 1 }]);
      return found && [...found.changes.keys()].filter((each) => publishable.has(each));
    },
    close: () => program.close(),
  };
}

/** More than any circuit of such relations asks of a cell. */
const MOST = 1e6;
