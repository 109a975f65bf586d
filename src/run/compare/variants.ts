/** Other ways to publish the same counts: a table at a coarser level, or not at all. */
import { type Codelist, leafSets } from '../../program/codelist.ts';
import type { Table } from '../../program/program.ts';
import type { ReleaseShape } from '../../system/shape.ts';

export interface Variant {
  readonly table: string;
  /** `quarter instead of month`; empty where the table is left out. */
  readonly change: string;
  readonly shape: ReleaseShape;
}

/** Each table at each coarser level of one of its dimensions, nearest first. */
export function coarserVariants(shape: ReleaseShape): Variant[] {
  return shape.declaration.tables.flatMap((table) =>
    Object.entries(table.levels).flatMap(([dimension, from]) => {
      const codelist = shape.codelists.find((list) => list.dimension === dimension);
      const levels = codelist === undefined ? [] : coarserLevels(codelist, from);
      return levels.map((to) => ({
        table: table.id,
        change: `${to} instead of ${from}`,
        shape: withTable(shape, table, { ...table, levels: { ...table.levels, [dimension]: to } }),
      }));
    }),
  );
}

/** The release without each of its tables in turn. */
export function leftOutVariants(shape: ReleaseShape): Variant[] {
  return shape.declaration.tables.map((table) => ({
    table: table.id,
    change: '',
    shape: withTable(shape, table, undefined),
  }));
}

function withTable(shape: ReleaseShape, table: Table, other: Table | undefined): ReleaseShape {
  const tables = shape.declaration.tables.flatMap((one) => (one === table ? (other ?? []) : one));
  return { ...shape, declaration: { ...shape.declaration, tables } };
}

/** Levels of which every code holds codes of `from` whole, and fewer of them. */
function coarserLevels(codelist: Codelist, from: string): string[] {
  const leaves = leafSets(codelist);
  const codesOf = (level: string) =>
    codelist.codes
      .filter((code) => code.level === level)
      .map(({ code }) => leaves.get(code) ?? new Set<string>());
  const fine = codesOf(from);
  const levels = [...new Set(codelist.codes.map(({ level }) => level))];
  const isCoarser = (level: string) => {
    const coarse = codesOf(level);
    return (
      coarse.length < fine.length &&
      coarse.every((wide) => fine.every((narrow) => isWithinOrApart(narrow, wide)))
    );
  };
  return levels
    .filter((level) => level !== from && isCoarser(level))
    .sort((one, other) => codesOf(other).length - codesOf(one).length);
}

function isWithinOrApart(narrow: ReadonlySet<string>, wide: ReadonlySet<string>): boolean {
  const inside = [...narrow].filter((leaf) => wide.has(leaf)).length;
  return inside === 0 || inside === narrow.size;
}
