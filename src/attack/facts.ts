/**
 * What a reader knows of each cell from everything ever published: its count, that it was withheld, or a
 * bound that somebody else put on the record.
 */
import type { PublishedCell } from '../model/cell.ts';
import { type ReleaseShape, type System, systemKey } from '../model/system.ts';

/** A release as a reader has it. */
export interface AttackedRelease extends ReleaseShape {
  /** Cells by measure. */
  readonly cubes: ReadonlyMap<string, readonly PublishedCell[]>;
}

/** What a figure on the record says of a cell: whole numbers, `upper` null where it sets no limit. */
export interface RecordBound {
  /** The cell as `measure|period|code|...`. */
  readonly cell: string;
  readonly lower: number;
  readonly upper: number | null;
}

/** The cells of which the record says something, each once, in one order whatever that of the record. */
export function cellsOf(record: readonly RecordBound[]): string[] {
  return [...new Set(record.map(({ cell }) => cell))].sort();
}

export interface Facts {
  /** By cell of the system. */
  readonly given: readonly (number | undefined)[];
  readonly withheld: ReadonlySet<number>;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Cells, by key, of which two releases publish different counts. */
  readonly contradictions: readonly string[];
}

/** All facts of all releases, in any order: a count that was ever published stays known. */
export function gatherFacts(
  system: System,
  releases: readonly AttackedRelease[],
  record: readonly RecordBound[],
): Facts {
  const given = new Array<number | undefined>(system.cells.length).fill(undefined);
  const hidden = new Set<number>();
  const contradictions: string[] = [];
  for (const { at, key, cell } of releases.flatMap((release) => publishedCells(system, release))) {
    const count = countOf(cell);
    if (cell.status === 'c') hidden.add(at);
    if (count !== undefined && given[at] !== undefined && given[at] !== count) contradictions.push(key);
    given[at] = count ?? given[at];
  }
  const withheld = new Set([...hidden].filter((at) => given[at] === undefined));
  return { given, withheld, ...recordLimits(system, record), contradictions };
}

/** Every cell of a release with its place in the system. */
function publishedCells(
  system: System,
  { release, cubes }: AttackedRelease,
): { at: number; key: string; cell: PublishedCell }[] {
  return [...cubes].flatMap(([measure, cells]) =>
    cells.map((cell) => {
      const key = systemKey(release, measure, cell.codes);
      const at = system.index.get(key);
      if (at === undefined) throw new Error(`internal error: cell ${key} is not in the system`);
      return { at, key, cell };
    }),
  );
}

/** A cell that cannot be otherwise is a zero; withheld and missing ones are unknown. */
function countOf({ count, status }: PublishedCell): number | undefined {
  return status === 'z' ? 0 : (count ?? undefined);
}

function recordLimits(system: System, record: readonly RecordBound[]): { lower: number[]; upper: number[] } {
  const lower = system.cells.map(() => 0);
  const upper = system.cells.map(() => Number.POSITIVE_INFINITY);
  for (const { cell, lower: least, upper: most } of record) {
    const at = system.index.get(cell);
    if (at === undefined) continue;
    lower[at] = Math.max(lower[at] ?? 0, least);
    upper[at] = Math.min(upper[at] ?? most ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY);
  }
  return { lower, upper };
}
