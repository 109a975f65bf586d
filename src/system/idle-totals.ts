/**
 * Totals over time that nobody publishes and nothing else speaks of. They say nothing that their parts do not say, but
 * they join the years of a program into one block, so that one hidden count of 2019 asks about every month until today:
 *
 *   before     2023   2024   to date                  after     2023   2024
 *   ward 1        .      .         .   = 2023 + 2024  ward 1       .      .
 *   ward 2       40      .         .                  ward 2      40      .
 *   any          90     95       185                  any         90     95     and 185 = 90 + 95
 *
 * Why nothing is lost. T is the sum of its parts over time, T = x(1) + ... + x(n), and stands in rows of two kinds: such
 * sums, and rows of which every cell is such a sum, over the same times, and which hold at each time by themselves:
 *
 *   sum over j of a(j) T(j) = 0      while for each t      sum over j of a(j) x(j, t) = 0
 *
 * Adding the latter up gives the former. So whoever solves what is left (whole numbers, none negative) sets each T to the
 * sum of its parts, which is whole and not negative, and has solved all; and whoever solves all has solved what is left.
 * Bounds of the record are no rows, so what it names stays, and so does whatever stands in a row of another kind: a relation
 * of measures that holds for totals alone, a change between editions, a limit. Where two sums make up one total, they must
 * come to the same parts in the end. Whatever cannot be shown to be so stays.
 */

import { entryOf, valueAt } from '../indexes/look-up.ts';
import { TOTAL } from '../program/codelist.ts';
import { rowsByCell } from './blocks.ts';
import type { Row, System, SystemCell } from './system.ts';

type Cells = Pick<System, 'cells' | 'rows'>;

/** The cells that may go, as indexes. `isNamed`: whether something besides the rows speaks of a cell, by its key. */
export function idleTotals(system: Cells, isNamed: (key: string) => boolean): ReadonlySet<number> {
  const rowsOf = rowsByCell(system);
  const sums = sumsOverTime(system);
  const groups = new Set(system.cells.flatMap((cell) => cell.groups ?? []));
  const totals = [...sums.keys()].filter((cell) => {
    const each = system.cells[cell] as SystemCell;
    const { key, role } = each;
    const mayGo = isTotal(each) && role === 'unpublished' && !isNamed(key) && !groups.has(key);
    return mayGo && agree(sums, entryOf(sums, cell));
  });
  const holds = openRows(system);
  const implied = new Map<number, boolean>();
  const isImplied = (row: number) => {
    const known = implied.get(row) ?? isSumOfRows(system.rows[row] as Row, sums, holds);
    implied.set(row, known);
    return known;
  };
  const isSum = (row: number, total: number) => entryOf(sums, total).some((sum) => sum.row === row);
  return new Set(
    totals.filter((total) => valueAt(rowsOf, total).every((row) => isSum(row, total) || isImplied(row))),
  );
}

/** The system without these cells and the rows that they stand in; `places`: by index of a cell that is left, its new one. */
export function withoutCells(
  { cells, rows }: Cells,
  gone: ReadonlySet<number>,
): Cells & { readonly places: ReadonlyMap<number, number> } {
  const places = new Map<number, number>();
  for (const cell of cells.keys()) if (!gone.has(cell)) places.set(cell, places.size);
  return {
    places,
    cells: cells.filter((_, cell) => !gone.has(cell)),
    rows: rows
      .filter((row) => !row.cells.some((cell) => gone.has(cell)))
      .map((row) => ({ ...row, cells: row.cells.map((cell) => places.get(cell) as number) })),
  };
}

/** A cell as the sum of others that differ from it in their period alone, by that period. */
interface Sum {
  readonly row: number;
  readonly parts: ReadonlyMap<string, number>;
}

type Sums = ReadonlyMap<number, readonly Sum[]>;

function isTotal({ codes: [period] }: SystemCell): boolean {
  return period === TOTAL;
}

/** By cell. */
export function sumsOverTime({ cells, rows }: Cells): Sums {
  const found = new Map<number, Sum[]>();
  for (const [at, row] of rows.entries()) {
    const whole = row.cells.find((_, term) => row.coefficients[term] === -1);
    if (whole === undefined || row.lower !== 0 || row.upper !== 0) continue;
    const others = row.cells.filter((cell) => cell !== whole);
    const isSum = row.coefficients.filter((each) => each === 1).length === others.length;
    if (others.length === 0 || !isSum || !others.every((part) => isPartOf(cells, whole, part))) continue;
    const parts = new Map(others.map((part) => [cells[part]?.codes[0] as string, part]));
    if (parts.size !== others.length) continue;
    found.set(whole, [...(found.get(whole) ?? []), { row: at, parts }]);
  }
  return found;
}

/** Whether two cells differ in their period alone, and the part is no total itself. */
function isPartOf(cells: Cells['cells'], whole: number, part: number): boolean {
  const [a, b] = [cells[whole] as SystemCell, cells[part] as SystemCell];
  const isAlike = a.measure === b.measure && a.codes.length === b.codes.length;
  return isAlike && !isTotal(b) && a.codes.every((code, at) => at === 0 || code === b.codes[at]);
}

/** Whether all of them come to the same parts, of which no more is said. */
function agree(sums: Sums, all: readonly Sum[]): boolean {
  if (all.length < 2) return all.length === 1;
  const [first, ...others] = all.map((sum) =>
    lastParts(sums, sum)
      .sort((one, other) => one - other)
      .join(),
  );
  return others.every((other) => other === first);
}

function lastParts(sums: Sums, { parts }: Sum): number[] {
  return [...parts.values()].flatMap((part) => {
    const [next] = sums.get(part) ?? [];
    return next === undefined ? [part] : lastParts(sums, next);
  });
}

/** Whether a row of totals is what rows of their parts, one for each time, add up to. */
function isSumOfRows(row: Row, sums: Sums, holds: (row: Row) => boolean): boolean {
  const [first, ...others] = row.cells.map((cell) => sums.get(cell) ?? []);
  const addsUp = [row.lower, row.upper].every((end) => end === 0 || !Number.isFinite(end));
  return (
    addsUp &&
    (first ?? []).some(({ parts }) => {
      const times = [...parts.keys()];
      const alike = others.map((list) =>
        list.find((sum) => sum.parts.size === times.length && times.every((time) => sum.parts.has(time))),
      );
      if (alike.includes(undefined)) return false;
      const all = [parts, ...alike.flatMap((sum) => sum?.parts ?? [])];
      return times.every((time) => holds({ ...row, cells: all.map((each) => each.get(time) as number) }));
    })
  );
}

/** Whether a row, in whatever order of its terms, is one of the system's. */
function openRows({ rows }: Cells): (row: Row) => boolean {
  const known = new Set(rows.map(rowKey));
  return (row) => known.has(rowKey(row));
}

function rowKey({ cells, coefficients, lower, upper }: Row): string {
  const terms = cells.map((cell, term) => `${cell}x${coefficients[term]}`).sort();
  return `${lower}<${terms.join('+')}<${upper}`;
}
