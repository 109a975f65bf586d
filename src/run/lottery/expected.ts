/**
 * How many people are to be expected in a cell, from margins: its row times its column by the whole, over all dimensions,
 *
 *   E(march, online, young)  =  all of march  x  share of online in all  x  share of young in all
 *
 * A margin is a cell of one code, all other dimensions at their totals. What is in question itself, and a margin that is
 * withheld (`usable`), is taken for an even part of the smallest whole that it stands in.
 */
import { cellKey } from '../../program/cell.ts';
import { TOTAL } from '../../program/codelist.ts';
import type { Row, System, SystemCell } from '../../system/system.ts';

/** The count of a margin that readers can see; undefined of any other. */
type Usable = (cell: number) => number | undefined;

/** By cell of the system, at least 0; infinity where nothing says, and where no table has the cell: no lot is drawn for it. */
export function expectedCounts(system: System, usable: Usable): number[] {
  const evenly = openEvenly(system, usable);
  const find = openMargins(system);
  const countOf = (cell: number) => usable(cell) ?? evenly(cell);
  const shareOf = (cell: SystemCell, place: number): number => {
    const [margin, whole] = [find.margin(cell, [place]), find.margin(cell, [])];
    if (margin === undefined || whole === undefined) return 1 / find.codes(cell, place);
    const [own, all] = [countOf(margin), countOf(whole)];
    return Number.isFinite(all) && all > 0 ? Math.min(1, own / all) : 1 / find.codes(cell, place);
  };
  return system.cells.map((cell, at) => {
    if (cell.role === 'unpublished') return Number.POSITIVE_INFINITY;
    const [first, ...others] = namedPlaces(cell);
    const base = first === undefined ? undefined : find.margin(cell, [first]);
    if (base === undefined || others.length === 0) return evenly(at);
    return others.reduce((count, place) => count * shareOf(cell, place), countOf(base));
  });
}

/** A cell in which at most one dimension is not at its total. */
export function isMargin(cell: SystemCell): boolean {
  return namedPlaces(cell).length < 2;
}

function namedPlaces({ codes }: SystemCell): number[] {
  return [...codes.keys()].filter((place) => codes[place] !== TOTAL);
}

/** Margins by the codes that they keep of a cell, the newest of each; and how many codes a dimension has. */
function openMargins({ cells }: System) {
  const byCodes = new Map(cells.map(({ measure, codes }, at) => [`${measure}|${cellKey(codes)}`, at]));
  const lists = new Map<string, Set<string>>();
  for (const { measure, codes } of cells)
    for (const [place, code] of codes.entries()) {
      const name = `${measure}|${place}`;
      lists.set(name, (lists.get(name) ?? new Set()).add(code));
    }
  return {
    margin: ({ measure, codes }: SystemCell, kept: readonly number[]) =>
      byCodes.get(`${measure}|${cellKey(codes.map((code, place) => (kept.includes(place) ? code : TOTAL)))}`),
    codes: ({ measure }: SystemCell, place: number) =>
      Math.max(1, (lists.get(`${measure}|${place}`) as ReadonlySet<string>).size - 1),
  };
}

/** By cell an even part of the smallest whole that is known, or to be expected, of it. */
function openEvenly(system: System, usable: Usable): (cell: number) => number {
  const wholes = wholesOf(system);
  const found = new Map<number, number>();
  const evenly = (cell: number): number => {
    const known = found.get(cell);
    if (known !== undefined) return known;
    found.set(cell, Number.POSITIVE_INFINITY);
    const parts = (wholes.get(cell) ?? []).map(
      ({ whole, parts }) => (usable(whole) ?? evenly(whole)) / parts,
    );
    const least = Math.min(...parts);
    found.set(cell, least);
    return least;
  };
  return evenly;
}

interface Whole {
  readonly whole: number;
  readonly parts: number;
}

function wholesOf({ cells, rows }: System): ReadonlyMap<number, readonly Whole[]> {
  const found = new Map<number, Whole[]>();
  for (const row of rows) {
    const whole = wholeOf(row);
    if (whole === undefined) continue;
    const others = row.cells.filter((cell) => cell !== whole);
    const isOwn = (cell: number) => cells[cell]?.measure === cells[whole]?.measure;
    if (!others.every(isOwn)) continue;
    for (const part of others) {
      const list = found.get(part) ?? [];
      list.push({ whole, parts: others.length });
      found.set(part, list);
    }
  }
  return found;
}

/** The cell that is the sum of all others; undefined where the relation is no sum. */
function wholeOf({ cells, coefficients, lower, upper }: Row): number | undefined {
  const isSum = lower === 0 && upper === 0 && coefficients.filter((each) => each !== 1).length === 1;
  const at = coefficients.indexOf(-1);
  return isSum && at >= 0 ? cells[at] : undefined;
}
