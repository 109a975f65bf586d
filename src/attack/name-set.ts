/**
 * The name of a set of people: the shortest sum of published cells that comes to it,
 *
 *   least  sum of |times|    with    set  =  sum of times x published cell  +  sum of any multiples of relations
 *
 * and where none does, as where only limits tell of it, the sum of its own cells.
 */
import type { Constraint } from '../indexes/constraint.ts';
import { valueAt } from '../indexes/look-up.ts';
import type { Solver } from '../solver/solver.ts';
import type { Row, System } from '../system/system.ts';

/** `given` by cell is its count where it is published. */
export function nameSet(
  system: System,
  given: readonly (number | undefined)[],
  set: readonly number[],
  solver: Pick<Solver, 'open'>,
): string {
  const keyOf = (cell: number) => valueAt(system.cells, cell).key;
  const times = timesOf(system, given, set, solver);
  return times === undefined ? set.map(keyOf).join(' + ') : sumText(times, keyOf);
}

function timesOf(
  system: System,
  given: readonly (number | undefined)[],
  set: readonly number[],
  solver: Pick<Solver, 'open'>,
): ReadonlyMap<number, number> | undefined {
  const { cells, rows } = around(system, given, set);
  const published = cells.filter((cell) => given[cell] !== undefined);
  const plus = new Map(published.map((cell, at) => [cell, 2 * at]));
  const terms = termsByCell(rows, 2 * published.length);
  const members = new Set(set);
  const constraints = cells.map((cell): Constraint => {
    const [own, right] = [plus.get(cell), members.has(cell) ? 1 : 0];
    const mine = own === undefined ? [] : [[own, 1] as const, [own + 1, -1] as const];
    const all = [...mine, ...(terms.get(cell) ?? [])];
    return {
      columns: all.map(([column]) => column),
      coefficients: all.map(([, coefficient]) => coefficient),
      lower: right,
      upper: right,
    };
  });
  const width = 2 * (published.length + rows.length);
  const session = solver.open({
    lower: new Array<number>(width).fill(0),
    upper: new Array<number>(width).fill(Number.POSITIVE_INFINITY),
    constraints,
  });
  try {
    const costs = new Map(Array.from({ length: 2 * published.length }, (_, column) => [column, 1]));
    const outcome = session.minimize(costs, [], false);
    if (outcome.status !== 'optimal') return undefined;
    const net = (at: number) => valueAt(outcome.values, 2 * at) - valueAt(outcome.values, 2 * at + 1);
    return new Map(
      published.map((cell, at): [number, number] => [cell, rounded(net(at))]).filter(([, own]) => own !== 0),
    );
  } finally {
    session.close();
  }
}

/** The equal relations that hang together with the set but over published cells, and their cells. */
function around(
  { rows }: System,
  given: readonly (number | undefined)[],
  set: readonly number[],
): { cells: readonly number[]; rows: readonly Row[] } {
  const equal = rows.filter(({ lower, upper }) => lower === 0 && upper === 0);
  const rowsOf = Map.groupBy(
    equal.flatMap((row) => row.cells.map((cell) => ({ cell, row }))),
    ({ cell }) => cell,
  );
  const found = new Set<Row>();
  const cells = new Set(set);
  for (const cell of cells) {
    if (given[cell] !== undefined) continue;
    for (const { row } of rowsOf.get(cell) ?? []) {
      found.add(row);
      for (const other of row.cells) cells.add(other);
    }
  }
  return { cells: [...cells], rows: [...found] };
}

/** By cell the columns of the relations that it stands in, two each, for multiples above and below 0. */
function termsByCell(
  rows: readonly Row[],
  first: number,
): ReadonlyMap<number, readonly (readonly [column: number, coefficient: number])[]> {
  const found = new Map<number, (readonly [number, number])[]>();
  for (const [at, { cells, coefficients }] of rows.entries())
    for (const [term, cell] of cells.entries()) {
      const own = found.get(cell) ?? [];
      const coefficient = coefficients[term] as number;
      own.push([first + 2 * at, coefficient], [first + 2 * at + 1, -coefficient]);
      found.set(cell, own);
    }
  return found;
}

/** `a + 2 x b - c`: what is added first. */
function sumText(times: ReadonlyMap<number, number>, keyOf: (cell: number) => string): string {
  const sorted = [...times].sort(([, one], [, other]) => other - one);
  const text = sorted.map(([cell, own]) => {
    const size = Math.abs(own) === 1 ? '' : `${Math.abs(own)} x `;
    return `${own < 0 ? '-' : '+'} ${size}${keyOf(cell)}`;
  });
  return text.join(' ').replace(/^\+ /, '');
}

function rounded(times: number): number {
  return Math.round(times * 1e6) / 1e6;
}
