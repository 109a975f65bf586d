/**
 * Between what numbers the sum of some published and hidden cells lies, for a reader who has the release: what the audit
 * proved of each hidden cell, narrowed by every relation that ties them (system.ts).
 *
 *            under 14   14 to 64   65 and over   total        under 14 and 65 and over together: 3,200 - 2,869 = 331,
 *   online      c         2,869         c         3,200       though each alone may be anything from 0 to 331
 *
 * A relation says `lower <= sum of a x <= upper`. Any multiple of it may be taken off the sum that is asked for, and its limit
 * added: another way to write the same sum, with a bound of its own. Ways are tried from the narrowest on, so many of them at
 * most; each bound holds, whether or not it is the best that there is.
 */

import { entryOf, sparseAt, valueAt } from '../indexes/look-up.ts';
import { knownCount, type PublishedCell } from '../program/cell.ts';
import { type CountRange, rangeOfCell, sumOfRanges } from '../program/count-range.ts';
import { countsRequests } from '../program/docket-plan.ts';
import type { Relation } from '../program/program.ts';
import { type Block, splitSystem } from '../system/blocks.ts';
import type { ReleaseShape } from '../system/shape.ts';
import { buildSystem, type System, systemKey } from '../system/system.ts';

export interface PublishedCounts {
  readonly shape: ReleaseShape;
  /** Published and withheld cells by `measure|period|code|...`. */
  readonly cells: ReadonlyMap<string, PublishedCell>;
  /** What the audit proved of withheld ones, by the same keys. */
  readonly ranges: ReadonlyMap<string, CountRange>;
}

/** By cells' keys: undefined of none, where one of them is not known at all, or where what is published contradicts itself. */
export type SumRange = (addresses: readonly string[]) => CountRange | undefined;

export function sumRangeOf(published: PublishedCounts): SumRange {
  const { cells, ranges } = published;
  let unknown: Unknown | undefined;
  return (addresses) => {
    const known = addresses.map((address) => rangeOfCell(cells.get(address), ranges.get(address)));
    const [least, most] = [sumOfRanges('least', known), sumOfRanges('most', known)];
    if (addresses.length === 0 || Number.isNaN(least)) return undefined;
    const alone = { least, most: Number.isNaN(most) ? null : most };
    if (least === most || addresses.some((address) => cells.get(address)?.range !== undefined)) return alone;
    unknown ??= unknownOf(published);
    return narrowed(alone, addresses, published, unknown);
  };
}

/** What stays unknown of a release whatever relations add up, without its requests, whose counts are of two kinds (listed.ts). */
interface Unknown {
  readonly blocks: readonly BoundedBlock[];
  /** Of a withheld cell: its block and its place there; or its count, where that follows. */
  readonly at: (address: string) => { readonly block: number; readonly column: number } | number | undefined;
}

interface BoundedBlock extends Block {
  readonly rowsOf: readonly (readonly number[])[];
  readonly least: readonly number[];
  /** Infinite where nothing limits it. */
  readonly most: readonly number[];
}

function unknownOf({ shape, cells, ranges }: PublishedCounts): Unknown {
  const system = systemOf(withoutRequests(shape));
  const given = new Array<number | undefined>(system.cells.length).fill(undefined);
  const proved = new Map<number, CountRange>();
  const places = new Map<string, number>();
  for (const [address, cell] of cells) {
    const { codes, status } = cell;
    const [measure = ''] = address.split('|');
    const place = system.index.get(systemKey(shape.release, measure, codes));
    if (place === undefined) continue;
    places.set(address, place);
    given[place] = knownCount(cell);
    const range = status === 'c' ? ranges.get(address) : undefined;
    if (range !== undefined) proved.set(place, range);
  }
  const { known, blocks } = splitSystem(system, given);
  const inBlock = new Map(
    blocks.flatMap((block, at) => block.cells.map((cell, column) => [cell, { block: at, column }] as const)),
  );
  return {
    blocks: blocks.map((block) => boundBlock(block, proved)),
    at: (address) => {
      const place = places.get(address);
      return place === undefined ? undefined : (known[place] ?? entryOf(inBlock, place));
    },
  };
}

/** By all of a shape that readers do not read: the system is the same in every language, and slow to build. */
const built = new Map<string, System>();
const TEXTS: readonly string[] = ['label', 'title', 'unit', 'why'];

function systemOf(shape: ReleaseShape): System {
  const { measures, tables, relations, period } = shape.declaration;
  const key = JSON.stringify(
    [shape.release, measures, tables, relations, period, shape.codelists],
    (name, value: unknown) => (TEXTS.includes(name) ? undefined : value),
  );
  const known = built.get(key) ?? buildSystem([shape]);
  built.set(key, known);
  return known;
}

function withoutRequests(shape: ReleaseShape): ReleaseShape {
  const { declaration } = shape;
  const speaksOfRequests = ({ left, right }: Relation) =>
    [...left, ...right].some(({ measure }) => countsRequests(measure));
  return {
    ...shape,
    declaration: {
      ...declaration,
      measures: declaration.measures.filter(({ id }) => !countsRequests(id)),
      relations: declaration.relations.filter((relation) => !speaksOfRequests(relation)),
    },
  };
}

/** Of cells that no table publishes, and of whom the audit says nothing. */
const ANY: CountRange = { least: 0, most: null };

function boundBlock(block: Block, proved: ReadonlyMap<number, CountRange>): BoundedBlock {
  const ranges = block.cells.map((cell) => proved.get(cell) ?? ANY);
  const rowsOf: number[][] = block.cells.map(() => []);
  for (const [row, { columns }] of block.rows.entries())
    for (const column of columns) rowsOf[column]?.push(row);
  return {
    ...block,
    rowsOf,
    least: ranges.map(({ least }) => least),
    most: ranges.map(({ most }) => (most === null ? Number.POSITIVE_INFINITY : most)),
  };
}

function narrowed(
  alone: CountRange,
  addresses: readonly string[],
  { cells }: PublishedCounts,
  { blocks, at }: Unknown,
): CountRange | undefined {
  let known = 0;
  const sums = new Map<number, Map<number, number>>();
  for (const address of addresses) {
    const cell = cells.get(address);
    const place = cell?.status === 'c' ? at(address) : (cell?.count ?? 0);
    if (place === undefined) return alone;
    if (typeof place === 'number') known += place;
    else {
      const sum = sums.get(place.block) ?? new Map<number, number>();
      sums.set(place.block, sum.set(place.column, sparseAt(sum, place.column) + 1));
    }
  }
  const parts = [...sums].map(([block, sum]) => [valueAt(blocks, block), sum] as const);
  const most = parts.reduce((all, [block, sum]) => all + highest(block, sum), known);
  const least = parts.reduce((all, [block, sum]) => all - highest(block, negated(sum)), known);
  const range = {
    least: Math.max(alone.least, Math.ceil(least - SLACK)),
    most: Number.isFinite(most) ? Math.min(alone.most ?? most, Math.floor(most + SLACK)) : alone.most,
  };
  return range.least > (range.most ?? range.least) ? undefined : range;
}

/** Multiples of relations are fractions where coefficients are not 1. */
const SLACK = 1e-6;
/** So many ways to write a sum are taken further at most. */
const MOST_WAYS = 30;

/** One way to write a sum: `constant` + terms by column. */
interface Way {
  readonly constant: number;
  readonly terms: ReadonlyMap<number, number>;
  /** Terms that nothing limits, and the limits of all others with the constant: the fewer and the lower the better. */
  readonly endless: number;
  readonly limit: number;
}

/** No more than this can the sum be. */
function highest(block: BoundedBlock, sum: ReadonlyMap<number, number>): number {
  const start = wayOf(block, 0, sum);
  const seen = new Set([keyOf(start)]);
  const untried = [start];
  let best = start;
  for (let tried = 0; tried < MOST_WAYS && untried.length > 0 && best.terms.size > 0; tried += 1) {
    const way = untried.splice(untried.indexOf(untried.reduce(better)), 1)[0] ?? start;
    best = better(best, way);
    for (const next of waysFrom(block, way)) {
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      untried.push(next);
    }
  }
  best = untried.reduce(better, best);
  return best.endless > 0 ? Number.POSITIVE_INFINITY : best.limit;
}

function better(one: Way, other: Way): Way {
  const order = other.endless - one.endless || other.limit - one.limit;
  return order < 0 ? other : one;
}

function keyOf({ terms }: Way): string {
  return [...terms]
    .map(([column, coefficient]) => `${column}:${coefficient}`)
    .sort()
    .join(' ');
}

/** With one relation more, so that one of its cells leaves the sum. */
function waysFrom(block: BoundedBlock, { constant, terms }: Way): Way[] {
  return [...terms].flatMap(([column, coefficient]) =>
    valueAt(block.rowsOf, column).flatMap((row): Way[] => {
      const { columns, coefficients, lower, upper } = valueAt(block.rows, row);
      const times = -coefficient / valueAt(coefficients, columns.indexOf(column));
      const limit = times < 0 ? upper : lower;
      if (!Number.isFinite(limit)) return [];
      const next = new Map(terms);
      for (const [at, other] of columns.entries()) {
        const left = sparseAt(next, other) + times * valueAt(coefficients, at);
        if (Math.abs(left) < SLACK) next.delete(other);
        else next.set(other, left);
      }
      return [wayOf(block, constant - times * limit, next)];
    }),
  );
}

function wayOf({ least, most }: BoundedBlock, constant: number, terms: ReadonlyMap<number, number>): Way {
  let [limit, endless] = [constant, 0];
  for (const [column, coefficient] of terms) {
    const end = valueAt(coefficient > 0 ? most : least, column);
    if (Number.isFinite(end)) limit += coefficient * end;
    else endless += 1;
  }
  return { constant, terms, endless, limit };
}

function negated(sum: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...sum].map(([column, coefficient]) => [column, -coefficient]));
}
