/**
 * One model of the whole system that is asked about one block at a time: the cells of the block are free, all
 * others stand at their true counts. From one pattern to the next few cells change, so the solver starts from
 * its last answer.
 */
import type { Session } from '../solver/solver.ts';
import type { ProtectTask } from './plan.ts';

export interface Focus {
  /** Frees these cells and no others, within their bounds on the record. */
  on(cells: readonly number[]): void;
  /** Raises the least that a free cell may be, until the focus changes. */
  raise(cell: number, least: number): void;
  /** Takes back all that was raised. */
  lower(): void;
  session(): Session;
  close(): void;
}

export function openFocus({ system, world, lower, upper, solver }: ProtectTask): Focus {
  const session = solver.open({ lower: world, upper: world, constraints: system.rows.map(asConstraint) });
  let free = new Set<number>();
  let raised: number[] = [];
  const release = (cell: number) => {
    session.setBounds({ column: cell, lower: lower[cell] ?? 0, upper: upper[cell] ?? 0 });
  };
  const fix = (cell: number) => {
    session.setBounds({ column: cell, lower: world[cell] ?? 0, upper: world[cell] ?? 0 });
  };
  const lowerAll = () => {
    for (const cell of raised) release(cell);
    raised = [];
  };
  return {
    on: (cells) => {
      const next = new Set(cells);
      lowerAll();
      for (const cell of free) if (!next.has(cell)) fix(cell);
      for (const cell of next) if (!free.has(cell)) release(cell);
      free = next;
    },
    raise: (cell, least) => {
      raised.push(cell);
      const bounds = session.model;
      session.setBounds({
        column: cell,
        lower: Math.max(least, bounds.lower[cell] ?? 0),
        upper: bounds.upper[cell] ?? 0,
      });
    },
    lower: lowerAll,
    session: () => session,
    close: () => session.close(),
  };
}

function asConstraint({
  cells,
  coefficients,
  lower,
  upper,
}: {
  cells: readonly number[];
  coefficients: readonly number[];
  lower: number;
  upper: number;
}) {
  return { columns: cells, coefficients, lower, upper };
}
