/**
 * All cells of one measure that matter to an outsider, and how they add up: what the tables publish, the
 * differences of published codes, and the counts that nobody publishes but that tie tables together.
 */

import { cellKey } from '../program/cell.ts';
import type { Codelist } from '../program/codelist.ts';
import { type Definition, definitionsOf, type Extent, finest } from './atoms.ts';
import { type Box, product, systemBoxes } from './boxes.ts';
import { type Difference, differencesOf } from './differences.ts';

/**
 * What a cell is for the promise, whether its count is shown or withheld: `tabled`, a cell of a table; a `difference` of such
 * cells, which anybody could subtract and which is under the promise too; a `set` of people that protection found to be told,
 * which must be hidden too, but is not looked for as what explains a hiding; `unpublished`, in no table and not under the promise.
 */
export type Role = 'tabled' | 'difference' | 'unpublished' | 'set';

interface MeasureCell {
  readonly codes: readonly string[];
  readonly role: Role;
}

/** The count of `whole` is the sum of the counts of `parts`; both are cell keys. */
interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface MeasureSystem {
  /** Published cells first, in table order; keys as `cellKey` gives them. */
  readonly cells: ReadonlyMap<string, MeasureCell>;
  readonly sums: readonly Sum[];
  /** Keys of the finest cells of each box, but for differences: of these are sets of people that can be told (told-sets.ts in attack). */
  readonly parts: ReadonlySet<string>;
}

/** `tables` are published; `related` are cells, published or not, of which something else is known. */
export function measureSystem(
  tables: readonly Box[],
  related: readonly Box[],
  codelists: readonly Codelist[],
): MeasureSystem {
  const cells = new Map<string, MeasureCell>();
  for (const table of tables)
    for (const codes of product(table)) cells.set(cellKey(codes), { codes, role: 'tabled' });
  const sums = new Map<string, Sum>();
  const finestCells = new Set<string>();
  for (const box of systemBoxes([...tables, ...related], codelists)) {
    const { extents, differences } = withDifferences(box, tables);
    addCells(cells, extents, differences);
    for (const sum of sumsOf(extents, differences, codelists))
      sums.set(`${sum.whole}=${sum.parts.join('+')}`, sum);
    for (const codes of product(box.map(finest))) finestCells.add(cellKey(codes));
  }
  const parts = new Set([...finestCells].filter((key) => cells.get(key)?.role !== 'difference'));
  return { cells, sums: [...sums.values()], parts };
}

interface DifferenceIn extends Difference {
  readonly dimension: number;
}

function withDifferences(
  box: readonly Extent[],
  tables: readonly Box[],
): { extents: Extent[]; differences: DifferenceIn[] } {
  const differences = box.flatMap((extent, dimension) => {
    const published = [...extent.keys()].filter((code) =>
      tables.some((table) => table[dimension]?.includes(code)),
    );
    return differencesOf(extent, published).map((difference) => ({ ...difference, dimension }));
  });
  const extents = box.map((extent, dimension) => {
    const mine = differences.filter((difference) => difference.dimension === dimension);
    return new Map([...extent, ...mine.map(({ code, leaves }) => [code, leaves] as const)]);
  });
  return { extents, differences };
}

function addCells(
  cells: Map<string, MeasureCell>,
  extents: readonly Extent[],
  differences: readonly DifferenceIn[],
): void {
  for (const codes of product(extents.map((extent) => [...extent.keys()]))) {
    const key = cellKey(codes);
    const isDifference = saysDifference(codes, differences, cells);
    const known = cells.get(key);
    if (known === undefined || (known.role === 'unpublished' && isDifference)) {
      cells.set(key, { codes, role: isDifference ? 'difference' : 'unpublished' });
    }
  }
}

/**
 * Whether the cell is a difference in one or several dimensions of cells that are all published. Of two dimensions:
 *
 *   (60+ less 65+) x (W less w1)  =  60+ x W  -  65+ x W  -  60+ x w1  +  65+ x w1
 */
function saysDifference(
  codes: readonly string[],
  differences: readonly DifferenceIn[],
  cells: ReadonlyMap<string, MeasureCell>,
): boolean {
  if (!differences.some(({ dimension, code }) => codes[dimension] === code)) return false;
  const ways = codes.map((code, dimension) => [
    [code],
    ...differences
      .filter((one) => one.dimension === dimension && one.code === code)
      .map(({ whole, parts }) => [whole, ...parts]),
  ]);
  const isTabled = (corner: readonly string[]) => cells.get(cellKey(corner))?.role === 'tabled';
  return product(ways).some(
    (lists) => lists.some(({ length }) => length > 1) && product(lists).every(isTabled),
  );
}

function sumsOf(
  extents: readonly Extent[],
  differences: readonly DifferenceIn[],
  codelists: readonly Codelist[],
): Sum[] {
  const definitions = extents.map((extent, dimension) => {
    const subtracted = differences
      .filter((one) => one.dimension === dimension)
      .map(({ whole, parts, code }) => ({ code: whole, parts: [...parts, code] }));
    return [...definitionsOf(extent, codelists[dimension] as Codelist), ...subtracted];
  });
  return definitions.flatMap((list, dimension) =>
    list.flatMap((definition) => sumsAlong(definition, dimension, extents)),
  );
}

function sumsAlong({ code, parts }: Definition, dimension: number, extents: readonly Extent[]): Sum[] {
  const others = extents.map((extent, index) => (index === dimension ? [code] : [...extent.keys()]));
  return product(others).map((codes) => ({
    whole: cellKey(codes),
    parts: parts.map((part) => cellKey(codes.with(dimension, part))),
  }));
}
