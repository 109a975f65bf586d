/**
 * What published ranges and counts of requests add up to. A sum has a range exactly where each of its parts has a count or a
 * range: what is hidden is in none, so that a sum tells nothing that its parts do not.
 *
 *               2024-Q1     2024-Q2     2024
 *   federal       0-249     250-499     250-748
 *   press            30     hidden      .
 *   all          30-279     .           .
 */

import { valueAt } from '../indexes/look-up.ts';
import { cellKey, type PublishedCell, RANGE_NOTE } from '../program/cell.ts';
import { type Codelist, childrenOf, hierarchiesOf } from '../program/codelist.ts';
import { addRanges, type GivenRange } from '../program/count-range.ts';
import { countsRequests } from '../program/docket-plan.ts';
import { measureCodelists, measureOf, type ReleaseShape } from '../system/shape.ts';

type Cubes = ReadonlyMap<string, readonly PublishedCell[]>;

/** The cubes with a range of every sum that has one. What stands at a date is the sum of nothing. */
export function withRangeSums({ declaration, codelists }: ReleaseShape, cubes: Cubes): Cubes {
  if (declaration.requests !== 'totals') return cubes;
  return new Map(
    [...cubes].map(([id, cells]) => {
      const measure = measureOf(declaration, id);
      const isSummed =
        countsRequests(id) && measure.kind === 'flow' && cells.some(({ range }) => range !== undefined);
      return [id, isSummed ? sumCells(cells, measureCodelists(measure, codelists)) : cells];
    }),
  );
}

function sumCells(cells: readonly PublishedCell[], lists: readonly Codelist[]): PublishedCell[] {
  const known = new Map(cells.map((cell) => [cellKey(cell.codes), cell]));
  const found = new Map<string, GivenRange | undefined>();
  const rangeOf = (codes: readonly string[]): GivenRange | undefined => {
    const key = cellKey(codes);
    const cell = known.get(key);
    if (cell === undefined) return undefined;
    if (cell.count !== null) return { least: cell.count, most: cell.count };
    if (cell.status !== 'x' || cell.range !== undefined) return cell.range;
    if (!found.has(key)) found.set(key, sumOf(codes));
    return found.get(key);
  };
  const sumOf = (codes: readonly string[]): GivenRange | undefined =>
    lists
      .flatMap((list, dimension) =>
        hierarchiesOf(list).map((hierarchy) =>
          childrenOf(list, valueAt(codes, dimension), hierarchy).map((part) => codes.with(dimension, part)),
        ),
      )
      .filter(({ length }) => length > 0)
      .map((parts) => addRanges(parts.map(rangeOf)))
      .find((sum) => sum !== undefined);
  return cells.map((cell) => {
    const range = cell.status === 'x' ? rangeOf(cell.codes) : undefined;
    return range === undefined ? cell : { ...cell, range, note: RANGE_NOTE };
  });
}
