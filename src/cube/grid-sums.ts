/**
 * What one grid of a tally says of a cell: the sum of its entries that make the cell up.
 *
 * A grid that gives areas by month says something of a district's year, and nothing of an age band. An entry
 * that the file leaves out is a zero only in the finest grids of a measure whose tally lists every count
 * (`absentRows: "zero"`); elsewhere it is unknown.
 */

import { valueAt } from '../indexes/look-up.ts';
import { type Codelist, leafSets } from '../program/codelist.ts';
import { countsRequests } from '../program/docket-plan.ts';
import type { CellNote, Measure } from '../program/program.ts';
import { gridIndex, type TallyGrid } from '../program/tally.ts';

/** How many people are behind a count, as far as the tally says: a row of its own says it exactly, rows that add up to it do not. */
export interface PeopleBehind {
  readonly least: number;
  readonly most: number;
}

/** A count as far as it is known. `people` is null where the tally does not say. */
export type Count =
  | { readonly kind: 'known'; readonly count: number; readonly people: PeopleBehind | null }
  | { readonly kind: 'impossible'; readonly note: string }
  | { readonly kind: 'unknown'; readonly note: string | undefined };

/** A grid, ready to be summed. */
export interface GridReader {
  /** The sum for a cell, or undefined if the grid does not speak of it. */
  sum(codes: readonly string[]): Count | undefined;
  /** Whether no other grid of the measure divides it further. */
  readonly isFinest: boolean;
}

export interface GridContext {
  readonly measure: Measure;
  readonly codelists: readonly Codelist[];
  readonly notes: readonly CellNote[];
}

export function gridReaders(grids: readonly TallyGrid[], context: GridContext): GridReader[] {
  const leaves = context.codelists.map(leafSets);
  return grids.map((grid) => {
    const isFinest = !grids.some((other) => other !== grid && isFiner(other, grid, leaves));
    const positions = positionFinder(grid, context, leaves);
    const noteAt = noteFinder(context);
    const absentIsZero = isFinest && context.measure.absentRows === 'zero';
    const acts = countsRequests(context.measure.id);
    return {
      isFinest,
      sum: (codes) => {
        const parts = entriesAt(grid, codes.map(positions), noteAt, absentIsZero);
        return parts && addCounts(parts, acts);
      },
    };
  });
}

type LeafSets = ReadonlyMap<string, ReadonlySet<string>>;

function isFiner(fine: TallyGrid, coarse: TallyGrid, leaves: readonly LeafSets[]): boolean {
  return coarse.codes.every((codes, dimension) =>
    codes.every(
      (code) => partition(code, valueAt(fine.codes, dimension), valueAt(leaves, dimension)) !== undefined,
    ),
  );
}

/** The codes among `codes` that make up `code`, each leaf once; undefined if they do not. */
function partition(code: string, codes: readonly string[], leaves: LeafSets): number[] | undefined {
  const same = codes.indexOf(code);
  if (same >= 0) return [same];
  const wanted = leaves.get(code) ?? new Set(code.split('+'));
  let covered = 0;
  const positions = [...codes.keys()].filter((position) => {
    const set = leaves.get(valueAt(codes, position));
    // Of codes that came later an earlier codelist knows nothing: they make up none of its own.
    if (set === undefined || set.size === 0 || ![...set].every((leaf) => wanted.has(leaf))) return false;
    covered += set.size;
    return true;
  });
  return covered === wanted.size && covered > 0 ? positions : undefined;
}

/** By code and dimension, with memory: positions in the grid. A stock's longer period is its last part. */
function positionFinder(grid: TallyGrid, { measure }: GridContext, leaves: readonly LeafSets[]) {
  const found = grid.codes.map(() => new Map<string, number[] | undefined>());
  return (code: string, dimension: number): number[] | undefined => {
    const memory = valueAt(found, dimension);
    if (!memory.has(code)) {
      const positions = partition(code, valueAt(grid.codes, dimension), valueAt(leaves, dimension));
      memory.set(code, dimension === 0 && measure.kind === 'stock' ? positions?.slice(-1) : positions);
    }
    return memory.get(code);
  };
}

/**
 * The first note of one of the statuses that speaks of a cell. What is not available (`x`) or impossible (`z`)
 * is so in every part as well; a break or a remark is about the cell that it names and no other.
 */
export type NoteFinder = (
  codes: readonly string[],
  statuses: readonly CellNote['status'][],
) => CellNote | undefined;

export function noteFinder({ measure, codelists, notes }: GridContext): NoteFinder {
  const mine = notes
    .filter((note) => note.measure === undefined || note.measure === measure.id)
    .map((note) => ({
      note,
      spans: Object.entries(note.at).map(([dimension, listed]) =>
        spanOf(codelists, dimension, listed, note.status),
      ),
    }));
  return (codes, statuses) =>
    mine.find(
      ({ note, spans }) =>
        statuses.includes(note.status) &&
        spans.every(({ dimension, codes: span }) => dimension >= 0 && span.has(valueAt(codes, dimension))),
    )?.note;
}

/** The listed codes of a dimension; for `x` and `z` also all that lie within one of them. */
function spanOf(
  codelists: readonly Codelist[],
  name: string,
  listed: readonly string[],
  status: CellNote['status'],
): { dimension: number; codes: ReadonlySet<string> } {
  const dimension = codelists.findIndex((codelist) => codelist.dimension === name);
  const codelist = codelists[dimension];
  // A measure that lacks the dimension has no cell of which the note speaks.
  if (codelist === undefined || status === '' || status === 'b') return { dimension, codes: new Set(listed) };
  const leaves = leafSets(codelist);
  const within = [...leaves].filter(([, inner]) =>
    listed.some((wider) => [...inner].every((leaf) => leaves.get(wider)?.has(leaf))),
  );
  return { dimension, codes: new Set([...listed, ...within.map(([code]) => code)]) };
}

function entriesAt(
  grid: TallyGrid,
  positions: readonly (readonly number[] | undefined)[],
  noteAt: NoteFinder,
  absentIsZero: boolean,
): Count[] | undefined {
  const lists = positions.filter((list) => list !== undefined);
  if (lists.length < positions.length) return undefined;
  const parts: Count[] = [];
  const chosen: number[] = [];
  const walk = (dimension: number) => {
    const next = lists[dimension];
    if (next === undefined) parts.push(entry(grid, chosen, noteAt, absentIsZero));
    for (const position of next ?? []) {
      chosen[dimension] = position;
      walk(dimension + 1);
    }
  };
  walk(0);
  return parts;
}

function entry(
  grid: TallyGrid,
  positions: readonly number[],
  noteAt: NoteFinder,
  absentIsZero: boolean,
): Count {
  const at = gridIndex(grid, positions);
  const count = valueAt(grid.counts, at);
  const people = grid.people === null ? null : exactly(valueAt(grid.people, at));
  if (count > 0) return { kind: 'known', count, people };
  const codes = positions.map((position, dimension) => valueAt(valueAt(grid.codes, dimension), position));
  const note = noteAt(codes, count === 0 ? ['z'] : ['z', 'x']);
  if (note?.status === 'z') return { kind: 'impossible', note: note.note };
  if (count === 0 || (absentIsZero && note === undefined))
    return { kind: 'known', count: 0, people: grid.people === null ? null : exactly(0) };
  return { kind: 'unknown', note: note?.note };
}

function exactly(people: number): PeopleBehind {
  return { least: people, most: people };
}

/**
 * The sum of counts, unknown if one of them is, impossible if all are. The same person may stand in several
 * parts, so a sum has at least as many people as its largest part, and at most as many as all parts together; the people
 * that acts are about are added up act by act (docs/method.md).
 */
export function addCounts(parts: readonly Count[], acts: boolean): Count {
  const unknown = parts.filter((part) => part.kind === 'unknown');
  if (unknown.length > 0)
    return unknown.find(({ note }) => note !== undefined) ?? { kind: 'unknown', note: undefined };
  const known = parts.filter((part) => part.kind === 'known');
  const [first] = parts;
  if (known.length === 0 && first !== undefined) return first;
  const people = known.flatMap((part) => part.people ?? []);
  return {
    kind: 'known',
    count: known.reduce((sum, { count }) => sum + count, 0),
    people: people.length < known.length ? null : joinPeople(people, acts),
  };
}

function joinPeople(people: readonly PeopleBehind[], acts: boolean): PeopleBehind {
  const most = people.reduce((sum, each) => sum + each.most, 0);
  return { least: acts ? most : Math.max(0, ...people.map(({ least }) => least)), most };
}

/** What several ways to the same count say together. Where they disagree, `least` is more than `most`. */
export function narrowPeople(ways: readonly (PeopleBehind | null)[]): PeopleBehind | null {
  const told = ways.filter((way) => way !== null);
  if (told.length === 0) return null;
  return {
    least: Math.max(...told.map(({ least }) => least)),
    most: Math.min(...told.map(({ most }) => most)),
  };
}
