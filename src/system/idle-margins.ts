/**
 * Margins of joint counts that nobody publishes and nothing else speaks of. Where tables are tied together by joint counts
 * (boxes.ts), the system has every margin of these, some of which are nothing but sums on the way:
 *
 *   before    month x ward    =  sum over channels of month x ward x channel        after    quarter x ward  =  sum over months and channels
 *             month x ward    =  sum over ages of month x ward x age                         sum over channels  =  sum over ages
 *             quarter x ward  =  sum over months of month x ward
 *
 * Why nothing is lost. Such a cell stands in nothing but sums along one dimension, and by one of them it is the sum of its own
 * parts: these take its place in every other. Whoever solves what is left (whole numbers, none negative) sets the cell to the
 * sum of its parts, which is whole and not negative, and has solved all; and whoever solves all has solved what is left. Of the
 * rows in which something took a place, one is left out only if others that stay say the same: each cell is written as a sum by
 * one row that stays, and its parts in turn, and all terms cancel.
 */

import { sparseAt, valueAt } from '../indexes/look-up.ts';
import { rowsByCell } from './blocks.ts';
import type { Row, System, SystemCell } from './system.ts';

type Cells = Pick<System, 'cells' | 'rows'>;

/** By cell how often it stands in a sum. */
type Terms = ReadonlyMap<number, number>;

/** By cell that may go, the cells that stay of which it is the sum. */
type Below = ReadonlyMap<number, Terms>;

/** `gone`: cells that stand in none of `rows`. */
interface WithoutMargins {
  readonly gone: ReadonlySet<number>;
  readonly rows: readonly Row[];
}

/** `isNamed`: whether something besides the rows speaks of a cell, by its place. `parts`: see `PartedSystem`. */
export function leaveOutMargins(
  system: Cells,
  parts: readonly number[],
  isNamed: (cell: number) => boolean,
): WithoutMargins {
  const wholes = system.rows.map((row) => wholeOf(system, row));
  const spoken = new Set<number>();
  let below = writtenBelow(system, wholes, isNamed);
  // A told set in which a part stands is told as well with the parts that this one is the sum of: they are as many, or fewer.
  for (let found = undivided(parts, below); found.length > 0; found = undivided(parts, below)) {
    for (const cell of found) spoken.add(cell);
    below = writtenBelow(system, wholes, (cell) => spoken.has(cell) || isNamed(cell));
  }
  const rows = system.rows.map((row, at) => writtenRow(row, wholes[at], below));
  return { gone: new Set(below.keys()), rows: withoutImplied(rows) };
}

/** Parts that may go although they are no sums of parts that stay. */
function undivided(parts: readonly number[], below: Below): number[] {
  const all = new Set(parts);
  return parts.filter(
    (cell) => below.has(cell) && ![...termsOf(below, cell).keys()].every((part) => all.has(part)),
  );
}

/** The cell that a row says to be the sum of others which differ from it in one and the same dimension. */
function wholeOf({ cells }: Cells, { cells: members, coefficients, lower, upper }: Row): number | undefined {
  const at = coefficients.indexOf(-1);
  if (lower !== 0 || upper !== 0 || at < 0 || members.length < 2) return undefined;
  if (!coefficients.every((each, term) => term === at || each === 1)) return undefined;
  const whole = cells[members[at] as number] as SystemCell;
  const others = members.filter((_, term) => term !== at).map((member) => cells[member] as SystemCell);
  const isAlike = ({ measure, codes }: SystemCell) =>
    measure === whole.measure && codes.length === whole.codes.length;
  if (!others.every(isAlike)) return undefined;
  const differing = whole.codes.filter((code, place) => others.some(({ codes }) => codes[place] !== code));
  return differing.length === 1 ? members[at] : undefined;
}

function writtenBelow(
  system: Cells,
  wholes: readonly (number | undefined)[],
  isNamed: (cell: number) => boolean,
): Below {
  const rowsOf = rowsByCell(system);
  const groups = new Set(system.cells.flatMap((cell) => cell.groups ?? []));
  const mayGo = (cell: number) => {
    const { key, role } = system.cells[cell] as SystemCell;
    const isFree = role === 'unpublished' && !groups.has(key) && !isNamed(cell);
    return isFree && valueAt(rowsOf, cell).every((row) => wholes[row] !== undefined);
  };
  const below = new Map<number, Terms>();
  const decided = new Set<number>();
  const open = new Set<number>();
  const decide = (cell: number): void => {
    if (decided.has(cell) || open.has(cell) || !mayGo(cell)) return;
    open.add(cell);
    const ways = valueAt(rowsOf, cell)
      .filter((row) => wholes[row] === cell)
      .map((row) => partsOf(system.rows[row] as Row, cell));
    for (const part of ways.flat()) decide(part);
    open.delete(cell);
    decided.add(cell);
    // A part that is still open has this cell for a part of its own in turn.
    const sums = ways
      .filter((parts) => !parts.some((part) => open.has(part)))
      .map((parts) => addUp(parts.map((part) => [1, termsOf(below, part)])));
    const [shortest] = sums.sort((one, other) => one.size - other.size);
    if (shortest !== undefined) below.set(cell, shortest);
  };
  for (const cell of system.cells.keys()) decide(cell);
  return below;
}

function partsOf({ cells }: Row, whole: number): number[] {
  return cells.filter((cell) => cell !== whole);
}

/** A cell of which nothing is written stands for itself. */
function termsOf(written: Below, cell: number): Terms {
  return written.get(cell) ?? new Map([[cell, 1]]);
}

function addUp(sums: readonly (readonly [times: number, terms: Terms])[]): Terms {
  const all = new Map<number, number>();
  for (const [times, terms] of sums)
    for (const [cell, often] of terms) all.set(cell, sparseAt(all, cell) + times * often);
  return new Map([...all].filter(([, often]) => often !== 0));
}

function addedUp({ cells, coefficients }: Row, write: (cell: number) => Terms): Terms {
  return addUp(cells.map((cell, term) => [valueAt(coefficients, term), write(cell)]));
}

/** A row in cells that stay. */
interface Written {
  readonly row: Row;
  readonly isChanged: boolean;
  /** The cell that stays and is the sum of the others. */
  readonly whole: number | undefined;
}

function writtenRow(row: Row, whole: number | undefined, below: Below): Written {
  if (!row.cells.some((cell) => below.has(cell))) return { row, isChanged: false, whole };
  const terms = addedUp(row, (cell) => termsOf(below, cell));
  const [cells, coefficients] = [[...terms.keys()], [...terms.values()]];
  const isWhole = whole !== undefined && !below.has(whole) && terms.get(whole) === -1;
  return { row: { ...row, cells, coefficients }, isChanged: true, whole: isWhole ? whole : undefined };
}

/** Without the rows, of those that are changed, which others that stay come to. */
function withoutImplied(all: readonly Written[]): Row[] {
  const writing = writingRows(all);
  const last = new Map<number, Terms>();
  const open = new Set<number>();
  const write = (cell: number): Terms => {
    const known = last.get(cell);
    const by = writing.get(cell);
    // One that is met again while it is being written stands for itself.
    if (known !== undefined || by === undefined || open.has(cell)) return known ?? new Map([[cell, 1]]);
    open.add(cell);
    const terms = addUp(partsOf(by.row, cell).map((part) => [1, write(part)]));
    open.delete(cell);
    last.set(cell, terms);
    return terms;
  };
  const isWriting = (one: Written) => one.whole !== undefined && writing.get(one.whole) === one;
  const isImplied = (one: Written) => !isWriting(one) && addedUp(one.row, write).size === 0;
  return all.filter((one) => !one.isChanged || !isImplied(one)).map(({ row }) => row);
}

/** By cell the row to write it by: one that was not changed, else the shortest. */
function writingRows(all: readonly Written[]): ReadonlyMap<number, Written> {
  const found = new Map<number, Written>();
  const lengthOf = ({ isChanged, row }: Written) => (isChanged ? row.cells.length : 0);
  for (const one of all) {
    if (one.whole === undefined) continue;
    const before = found.get(one.whole);
    if (before === undefined || lengthOf(one) < lengthOf(before)) found.set(one.whole, one);
  }
  return found;
}
