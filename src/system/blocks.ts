/**
 * The part of a program's system that is left once known counts are filled in, as independent blocks:
 * cells that no relation joins cannot tell anything of each other.
 */

import type { Constraint } from '../indexes/constraint.ts';
import { joinSets } from '../indexes/join.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { Row, System } from './system.ts';

export interface Block {
  /** Indexes into the system's cells, rising. */
  readonly cells: readonly number[];
  /** Their columns are places in `cells`. */
  readonly rows: readonly Constraint[];
}

/** As much of a system as relations say. */
type Rows = Readonly<Record<'cells', readonly unknown[]>> & Pick<System, 'rows'>;

export interface Split {
  /** By cell of the system: its count where it is published or follows from one relation after another. */
  readonly known: readonly (number | undefined)[];
  readonly blocks: readonly Block[];
  /** Rows, as indexes into the system's, that the known counts break. */
  readonly broken: readonly number[];
}

export function splitSystem(system: Rows, given: readonly (number | undefined)[]): Split {
  const known = [...given];
  const rowsOf = rowsByCell(system);
  const queue = system.rows.map((_, row) => row);
  for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
    if (!hasOneLeft(valueAt(system.rows, row), known)) continue;
    const { cells, coefficients, lower, upper } = reduceRow(system, row, known);
    const [cell] = cells;
    if (cell === undefined || lower !== upper) continue;
    known[cell] = lower / valueAt(coefficients, 0);
    queue.push(...valueAt(rowsOf, cell));
  }
  const reduced = system.rows.map((_, row) => reduceRow(system, row, known));
  const broken = [...reduced.keys()].filter((row) => isBroken(reduced[row] as Row));
  return { known, blocks: joinCells(system.cells.length, known, reduced), broken };
}

/** By cell the rows that it stands in, as indexes into the system's. */
export function rowsByCell({ cells, rows }: Rows): readonly number[][] {
  const found: number[][] = cells.map(() => []);
  for (const [row, { cells: members }] of rows.entries()) for (const cell of members) found[cell]?.push(row);
  return found;
}

/** Whether all of its counts but one are known: asked of most rows many times, so nothing is made on the way. */
function hasOneLeft({ cells }: Row, known: readonly (number | undefined)[]): boolean {
  let left = 0;
  for (const cell of cells) if (known[cell] === undefined && ++left > 1) return false;
  return left === 1;
}

function reduceRow(system: Rows, row: number, known: readonly (number | undefined)[]): Row {
  const { cells, coefficients, lower, upper } = valueAt(system.rows, row);
  let sum = 0;
  const unknown: number[] = [];
  for (let term = 0; term < cells.length; term++) {
    const count = known[valueAt(cells, term)];
    if (count === undefined) unknown.push(term);
    else sum += valueAt(coefficients, term) * count;
  }
  return {
    cells: unknown.map((term) => valueAt(cells, term)),
    coefficients: unknown.map((term) => valueAt(coefficients, term)),
    lower: lower - sum,
    upper: upper - sum,
  };
}

/** Nothing is left to choose, and it does not add up. */
function isBroken({ cells, lower, upper }: Row): boolean {
  return cells.length === 0 && (lower > 0 || upper < 0);
}

function joinCells(size: number, known: readonly (number | undefined)[], rows: readonly Row[]): Block[] {
  const find = joinSets(
    size,
    rows.map(({ cells }) => cells),
  );
  const unknown = Array.from({ length: size }, (_, cell) => cell).filter((cell) => known[cell] === undefined);
  const members = Map.groupBy(unknown, find);
  const rowsOf = Map.groupBy(
    rows.filter(({ cells }) => cells.length > 0),
    ({ cells }) => find(valueAt(cells, 0)),
  );
  return [...members].map(([at, cells]) => ({
    cells,
    rows: (rowsOf.get(at) ?? []).map((row) => localRow(row, cells)),
  }));
}

function localRow({ cells, coefficients, lower, upper }: Row, members: readonly number[]): Constraint {
  return { columns: cells.map((cell) => position(members, cell)), coefficients, lower, upper };
}

/** Where `cell` stands in a rising list. */
function position(members: readonly number[], cell: number): number {
  let [from, to] = [0, members.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (valueAt(members, middle) < cell) from = middle + 1;
    else to = middle;
  }
  return from;
}
