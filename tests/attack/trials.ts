// Arbitrary counts and patterns of hidden cells for a tiny table, and what a reader knows of them.
import fc from 'fast-check';
import type { Facts } from '../../src/verify/facts.ts';
import { countsOf, publishedCells, type Table } from './tables.ts';

export interface Trial {
  readonly k: number;
  /** Count of every leaf. */
  readonly leaves: readonly number[];
  /** Of every published cell, whether it is hidden besides those that must be. */
  readonly hidden: readonly boolean[];
  /** Bounds on the record: how far below and above the true count they lie. */
  readonly record: readonly RecordTrial[];
}

export interface RecordTrial {
  /** A cell of the system, counted round. */
  readonly cell: number;
  readonly below: number;
  /** Null: nothing is said of the most that it can be. */
  readonly above: number | null;
}

const recordTrial: fc.Arbitrary<RecordTrial> = fc.record({
  cell: fc.nat(1000),
  below: fc.nat(3),
  above: fc.option(fc.nat(3), { freq: 2 }),
});

/** Often nothing is on the record. */
export const recordTrials = fc.oneof(fc.constant([]), fc.array(recordTrial, { minLength: 1, maxLength: 3 }));

/** Counts of leaves that add up to at most `most`. */
export function leafCounts({ leafCount }: Table, most: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.oneof(fc.nat(3), fc.nat(6)), { minLength: leafCount, maxLength: leafCount })
    .map((leaves) => cutSum(leaves, most));
}

function cutSum(leaves: readonly number[], most: number): number[] {
  let left = most;
  return leaves.map((leaf) => {
    const kept = Math.min(leaf, left);
    left -= kept;
    return kept;
  });
}

/** Tables of at most `most` people; each published cell hidden with one of several chances. */
export function trials(table: Table, most: number): fc.Arbitrary<Trial> {
  const size = publishedCells(table).length;
  const draws = fc.array(fc.nat(99), { minLength: size, maxLength: size });
  return fc.record({
    k: fc.integer({ min: 2, max: 4 }),
    leaves: leafCounts(table, most),
    hidden: fc
      .tuple(fc.constantFrom(0, 15, 40, 70), draws)
      .map(([percent, list]) => list.map((draw) => draw < percent)),
    record: recordTrials,
  });
}

/** Cells of few people are always hidden; bounds on the record are true. */
export function factsOf(table: Table, { leaves, hidden, k, record }: Trial): Facts {
  const counts = countsOf(table, leaves);
  const published = publishedCells(table);
  const isFew = (cell: number) => (counts[cell] ?? 0) >= 1 && (counts[cell] ?? 0) < k;
  const withheld = new Set(published.filter((cell, at) => hidden[at] === true || isFew(cell)));
  return { ...readerFacts(table, counts, withheld), ...limitsOf(counts, record) };
}

/** What the record says of each cell. */
export function limitsOf(
  counts: readonly number[],
  record: readonly RecordTrial[],
): Pick<Facts, 'lower' | 'upper'> {
  const lower = counts.map(() => 0);
  const upper = counts.map(() => Number.POSITIVE_INFINITY);
  for (const { cell, below, above } of record) {
    const at = cell % counts.length;
    const count = counts[at] ?? 0;
    lower[at] = Math.max(lower[at] ?? 0, count - below);
    upper[at] = Math.min(upper[at] ?? 0, above === null ? Number.POSITIVE_INFINITY : count + above);
  }
  return { lower, upper };
}

/** What a reader knows when all but the withheld cells of the tables are published, and nothing is on the record. */
function readerFacts(table: Table, counts: readonly number[], withheld: ReadonlySet<number>): Facts {
  const shown = new Set(publishedCells(table).filter((cell) => !withheld.has(cell)));
  return {
    given: counts.map((count, cell) => (shown.has(cell) ? count : undefined)),
    withheld,
    lower: counts.map(() => 0),
    upper: counts.map(() => Number.POSITIVE_INFINITY),
    contradictions: [],
  };
}
