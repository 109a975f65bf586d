/**
 * Which rows of a tally differ from what the last release published, for whoever edited one and looks for it. Lines alone, never
 * a count. A row whose own cell is published is compared by itself; of others only what they add up to is known:
 *
 *   line  row                          published         now
 *    445  2024-10 event approved          (hidden)         +1      in both cells that changed, and in none that did not
 *    446  2024-10 event refused           (hidden)
 *         2024-10 event                   559             560      changed
 *    454  2024-11 event approved          (hidden)
 *         2024-Q4 event approved         1378            1379      changed
 *         2024-11 event                   447             447
 */
import { type GridReader, gridReaders } from '../../cube/grid-sums.ts';
import { sparseAt, valueAt } from '../../indexes/look-up.ts';
import type { PublishedCell } from '../../program/cell.ts';
import { cellNotes } from '../../program/channel-zeros.ts';
import { type Codelist, TOTAL } from '../../program/codelist.ts';
import { countsRequests } from '../../program/docket-plan.ts';
import type { Program } from '../../program/program.ts';
import type { Problem } from '../../reading/problem.ts';
import type { SealedRelease } from '../../release/release.ts';
import { measureCodelists } from '../../system/shape.ts';
import type { Slot } from '../../tallies/grid-store.ts';
import type { ReadMeasure } from '../../tallies/read-measure.ts';
import { placesBehind } from '../../tallies/rows-behind.ts';
import { listLines, listSome, type ReadShape } from './rows-of-cells.ts';

interface Compared extends ReadShape {
  readonly program: Program;
  readonly earlier: readonly SealedRelease[];
}

/** A problem per tally that has such rows, or rows of which one must be such; none for what no release has closed. */
export function changedRows({ program, shape, read, earlier }: Compared): Problem[] {
  const newest = earlier.at(-1);
  if (newest === undefined) return [];
  return read.flatMap((tally) => {
    const measure = shape.declaration.measures.find(({ id }) => id === tally.measure);
    const cube = newest.cubes.get(tally.measure);
    if (measure === undefined || cube === undefined || countsRequests(measure.id)) return [];
    const lists = measureCodelists(measure, shape.codelists);
    const readers = gridReaders(tally.grids, {
      measure,
      codelists: lists,
      notes: cellNotes(program, shape.codelists),
    });
    const sides = tally.slots.map((slot, at) => {
      const placesIn = ({ codes }: PublishedCell) => placesBehind(slot, codes, lists, measure.kind);
      const hasRow = (cell: PublishedCell) => placesIn(cell).some((place) => valueAt(slot.lines, place) > 0);
      const isLost = (cell: PublishedCell) => hasRow(cell) && !readers.some((one) => isKnown(one, cell));
      return { slot, ...compareSide(valueAt(readers, at), cube, lists, isLost), placesIn };
    });
    const certain = sides.map(({ slot, changed, placesIn }) =>
      changed.filter((cell) => isOwn(slot, cell)).flatMap(placesIn),
    );
    const known = sides.flatMap(({ slot }, at) => valueAt(certain, at).map((place) => rowAt(slot, place)));
    return [
      ...problemOf(tally, newest.release, known, 'certain'),
      ...sides.flatMap((side, at) => {
        const { rows, how } = guess(side, new Set(valueAt(certain, at)));
        return problemOf(
          tally,
          newest.release,
          rows.map((place) => rowAt(side.slot, place)),
          how,
        );
      }),
    ];
  });
}

/** What the rows of one grid say of published cells. */
interface Side {
  readonly slot: Slot;
  readonly changed: readonly PublishedCell[];
  readonly kept: readonly PublishedCell[];
  /** The entries of the grid that make up a cell. */
  readonly placesIn: (cell: PublishedCell) => readonly number[];
}

/** Totals to date and years cut short run to another month in every release. A cell that no grid counts any more lost a row. */
function compareSide(
  reader: GridReader,
  cube: readonly PublishedCell[],
  [periods]: readonly Codelist[],
  isLost: (cell: PublishedCell) => boolean,
): Pick<Side, 'changed' | 'kept'> {
  const known = new Set(periods?.codes.map(({ code }) => code).filter((code) => !code.includes('..')));
  const isClosed = ({ codes: [period = TOTAL] }: PublishedCell) => known.has(period);
  const said = cube.filter(isClosed).flatMap((cell) => {
    const sum = cell.count === null ? undefined : reader.sum(cell.codes);
    if (sum === undefined || (sum.kind === 'unknown' && !isLost(cell))) return [];
    return [
      { cell, isKept: sum.kind !== 'unknown' && cell.count === (sum.kind === 'known' ? sum.count : 0) },
    ];
  });
  const those = (isKept: boolean) => said.filter((one) => one.isKept === isKept).map(({ cell }) => cell);
  return { changed: those(false), kept: those(true) };
}

function isKnown(reader: GridReader, { codes }: PublishedCell): boolean {
  const sum = reader.sum(codes);
  return sum !== undefined && sum.kind !== 'unknown';
}

function isOwn({ grid }: Slot, { codes }: PublishedCell): boolean {
  return grid.codes.every((list, dimension) => list.includes(valueAt(codes, dimension)));
}

/** Of the cells in which no entry is known to have changed: the entries in all of them and in none that is as it was; if there is none, few that explain them. */
function guess(
  { slot, changed, kept, placesIn }: Side,
  certain: ReadonlySet<number>,
): { rows: readonly number[]; how: Known } {
  const sets = changed.map(placesIn).filter((places) => !places.some((place) => certain.has(place)));
  const [first = [], ...others] = sets.map((places) => new Set(places));
  const common = [...first].filter((place) => others.every((places) => places.has(place)));
  const single = without(common, kept.map(placesIn));
  if (single.length > 0) return { rows: single, how: 'single' };
  const own = kept.filter((cell) => isOwn(slot, cell));
  return { rows: fewest(sets, new Set(without(sets.flat(), own.map(placesIn)))), how: 'several' };
}

function without(places: readonly number[], sets: readonly (readonly number[])[]): number[] {
  const left = new Set(places);
  for (const set of left.size === 0 ? [] : sets) for (const place of set) left.delete(place);
  return [...left];
}

/** Few entries of which one at least is in each of the sets: again and again those that are in most of what is left. */
function fewest(sets: readonly (readonly number[])[], open: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let left = sets; left.length > 0; ) {
    const times = new Map<number, number>();
    for (const place of left.flat().filter((one) => open.has(one)))
      times.set(place, sparseAt(times, place) + 1);
    const most = Math.max(0, ...times.values());
    const best = new Set([...times].filter(([, count]) => count === most).map(([place]) => place));
    if (best.size === 0) return found;
    found.push(...best);
    left = left.filter((places) => !places.some((place) => best.has(place)));
  }
  return found;
}

/** Its line, and its codes, by which one is named that the file does not have. */
interface Row {
  readonly line: number;
  readonly codes: string;
}

function rowAt({ grid, lines }: Slot, place: number): Row {
  let rest = place;
  const codes = grid.codes.toReversed().map((list) => {
    const code = valueAt(list, rest % list.length);
    rest = Math.floor(rest / list.length);
    return code;
  });
  return { line: valueAt(lines, place), codes: `"${codes.reverse().join(', ')}"` };
}

type Known = 'certain' | 'single' | 'several';

const SAYS: Readonly<Record<Known, (on: string, release: string) => string>> = {
  certain: (on, release) => `This differs from what release ${release} published: ${on}.`,
  single: (on, release) =>
    `Sums that release ${release} published would change. If one row alone was changed since, it is ${on}.`,
  several: (on, release) =>
    `Sums that release ${release} published would change. Several rows were changed since; look first at ${on}.`,
};

function problemOf({ file }: ReadMeasure, release: string, rows: readonly Row[], how: Known): Problem[] {
  if (rows.length === 0) return [];
  const there = rows.map(({ line }) => line).filter((line) => line > 0);
  const lines = [...new Set(there)].sort((one, other) => one - other);
  const missing = [...new Set(rows.filter(({ line }) => line === 0).map(({ codes }) => codes))];
  const word = how === 'single' ? 'or' : 'and';
  const parts = [
    ...(lines.length === 0 ? [] : [`the ${listLines(lines, word)}`]),
    ...(missing.length === 0 ? [] : [`a row that is not there: ${listSome(missing, word)}`]),
  ];
  return [
    {
      file,
      line: lines.length > 0 ? valueAt(lines, 0) : 0,
      column: '',
      code: 'changed-row',
      message: SAYS[how](parts.join(`, ${word} `), release),
      fix: 'Bring back what it said; a correction goes into the folder "corrections" (docs/operator.md, "When a closed period was wrong").',
    },
  ];
}
