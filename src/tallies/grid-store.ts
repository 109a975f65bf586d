/**
 * Rows become dense grids, one for each combination of levels that occurs, so that ten million distinct
 * rows cost some eight bytes each and a second row with the same key is seen at once.
 */
import { valueAt } from '../indexes/look-up.ts';
import type { TallyGrid } from '../program/tally.ts';
import type { Column, Place } from './column.ts';

/** Cells of all grids of a file together: 256 MB of counts and line numbers. */
export const MOST_CELLS = 2 ** 25;

/** Rows of one combination of levels. */
export interface Slot {
  readonly grid: TallyGrid;
  /** The line of the row in each cell; 0 where there is none. */
  readonly lines: Int32Array;
}

/** What became of a row: taken, a second one beside that of an earlier line, or one too many cells. */
type Placed =
  | { readonly kind: 'taken' }
  | { readonly kind: 'duplicate'; readonly line: number }
  | { readonly kind: 'too-large'; readonly cells: number };

export interface GridStore {
  readonly put: (places: readonly Place[], count: number, people: number, line: number) => Placed;
  /** Sorted by level, coarser levels of later columns last, whatever the order of the rows. */
  readonly slots: () => Slot[];
}

const TAKEN: Placed = { kind: 'taken' };

export function openGridStore(columns: readonly Column[], withPeople: boolean): GridStore {
  const slots = new Map<number, Slot>();
  let cells = 0;
  return {
    put: (places, count, people, line) => {
      const key = slotKey(columns, places);
      const slot = slots.get(key) ?? makeSlot(columns, places, withPeople, MOST_CELLS - cells);
      if (typeof slot === 'number') return { kind: 'too-large', cells: slot };
      if (!slots.has(key)) cells += slot.lines.length;
      slots.set(key, slot);
      return putInSlot(slot, places, count, people, line);
    },
    slots: () => [...slots].sort(([one], [other]) => one - other).map(([, slot]) => slot),
  };
}

function slotKey(columns: readonly Column[], places: readonly Place[]): number {
  let key = 0;
  for (const [index, { levels }] of columns.entries())
    key = key * levels.length + valueAt(places, index).level;
  return key;
}

/** An empty slot, or the number of cells it would need if those are more than `room`. */
function makeSlot(
  columns: readonly Column[],
  places: readonly Place[],
  withPeople: boolean,
  room: number,
): Slot | number {
  const level = (index: number) => valueAt(places, index).level;
  const codes = columns.map((column, index) => column.codes[level(index)] ?? []);
  const size = codes.reduce((product, list) => product * list.length, 1);
  if (size > room) return size;
  const levels = columns.map((column, index) => valueAt(column.levels, level(index)));
  const counts = new Int32Array(size).fill(-1);
  return {
    grid: { levels, codes, counts, people: withPeople ? new Int32Array(size).fill(-1) : null },
    lines: new Int32Array(size),
  };
}

function putInSlot(
  { grid, lines }: Slot,
  places: readonly Place[],
  count: number,
  people: number,
  line: number,
): Placed {
  let index = 0;
  for (let column = 0; column < places.length; column += 1) {
    index = index * valueAt(grid.codes, column).length + valueAt(places, column).position;
  }
  const earlier = valueAt(lines, index);
  if (earlier > 0) return { kind: 'duplicate', line: earlier };
  lines[index] = line;
  grid.counts[index] = count;
  if (grid.people !== null) grid.people[index] = people;
  return TAKEN;
}
