/**
 * The system of one edition among others. All editions have the same cells and sums, those of all releases together, so that
 * whatever a correction changed stands in each under one name, with whatever tables and codes a release was published:
 *
 *   2024-Q1   60+, 65+            so 60 to 64 is their difference, which has no code
 *   2024-Q2   60+, 65+, 60 to 64  the same people, under a code; a correction of Q1 has added to both names
 *
 * What is told differs: an edition knows the tables of its releases and of all before it.
 */
import { valueAt } from '../../indexes/look-up.ts';
import { TOTAL } from '../../program/codelist.ts';
import { ruleOf } from '../earlier-boxes.ts';
import type { Role } from '../measure-system.ts';
import type { ReleaseShape } from '../shape.ts';
import { isSlack } from '../slack.ts';
import { buildSystem, type PartedSystem, type Row, type SystemCell, toDate } from '../system.ts';

/** Consecutive releases of which only the first may list changes. */
export interface Edition {
  readonly shapes: readonly ReleaseShape[];
  /** Published counts by the key that the system of all releases gives their cell; `z` counts as 0. */
  readonly figures: ReadonlyMap<string, number>;
}

/** An edition with its system. */
export interface BuiltEdition extends Edition {
  /** The edition by its first release. */
  readonly id: string;
  readonly system: PartedSystem;
  /** Whether its releases speak of a cell; of a total to date, those that end with it. */
  readonly speaksOf: (cell: SystemCell) => boolean;
}

/** Oldest first; `recorded` are keys of cells that figures on the record speak of. */
export function buildEditions(editions: readonly Edition[], recorded: readonly string[]): BuiltEdition[] {
  const systemUntil = (count: number) =>
    buildSystem(
      editions.slice(0, count).flatMap(({ shapes }) => shapes),
      recorded,
    );
  const whole = systemUntil(editions.length);
  return editions.map((edition, at) => {
    const own = new Set(edition.shapes.flatMap(({ declaration }) => declaration.relations.map(ruleOf)));
    const holds = (row: Row) => row.rule === undefined || own.has(row.rule) || mayHold(row, whole, edition);
    const known = { ...whole, rows: whole.rows.filter(holds) };
    const told = at === editions.length - 1 ? whole : systemUntil(at + 1);
    const system = editions.length === 1 ? whole : asTold(known, told);
    const ends = new Set(edition.shapes.map(({ release }) => toDate(release)));
    const speaksOf = ({ key, codes: [period] }: SystemCell) =>
      told.index.has(key) && (period !== TOTAL || ends.has(valueAt(key.split('|'), 1)));
    return { ...edition, id: valueAt(edition.shapes, 0).release, system, speaksOf };
  });
}

/** What is known, with the roles and parts that cells have in the system of some of the releases. */
function asTold(known: PartedSystem, told: PartedSystem): PartedSystem {
  const toldRole = (key: string): Role => {
    const at = told.index.get(key);
    return at === undefined ? 'unpublished' : valueAt(told.cells, at).role;
  };
  const roles = known.cells.map(({ key, measure }) => (isSlack(measure) ? 'unpublished' : toldRole(key)));
  for (const { cells } of known.rows) {
    const slack = cells.find((cell) => isSlack(valueAt(known.cells, cell).measure));
    // Whoever has both sides subtracts them, whenever the relation was declared.
    if (slack !== undefined && cells.every((cell) => cell === slack || roles[cell] === 'tabled'))
      roles[slack] = 'difference';
  }
  return {
    ...known,
    cells: known.cells.map((cell, at) => ({ ...cell, role: valueAt(roles, at) })),
    parts: told.parts.flatMap((cell) => known.index.get(valueAt(told.cells, cell).key) ?? []),
  };
}

/**
 * A relation that releases of another edition declare holds in this one too, but where its published counts say otherwise:
 * then that is what the correction put right, or why the relation was given up.
 */
function mayHold(
  { cells, coefficients, lower, upper }: Row,
  { cells: all }: PartedSystem,
  { figures }: Edition,
): boolean {
  const terms = cells.map((cell, at) => ({ ...valueAt(all, cell), times: valueAt(coefficients, at) }));
  const sides = terms.filter(({ measure }) => !isSlack(measure));
  const sum = sides.reduce((total, { key, times }) => total + times * (figures.get(key) ?? Number.NaN), 0);
  // Where a count is not published nobody can tell.
  return Number.isNaN(sum) || (sum <= upper && (sum >= lower || sides.length < terms.length));
}
