/**
 * A slow second way to count a cell from tallies, which knows nothing of `src/cube`: add up every row of one
 * grid that lies inside the cell.
 *
 *   cell (FY2025, online)     grid month x channel x age: 12 months x online x 3 ages
 */
import { type Codelist, leafSets, TOTAL } from '../../src/program/codelist.ts';
import type { Measure } from '../../src/program/program.ts';
import { gridIndex, type TallyGrid } from '../../src/program/tally.ts';

/** Undefined where the grid is too coarse, or lacks a row that does not mean zero. */
export function recount(
  grid: TallyGrid,
  codes: readonly string[],
  measure: Measure,
  codelists: readonly Codelist[],
): number | undefined {
  const inside = codes.map((code, dimension) =>
    insideOf(grid, dimension, code, codelists[dimension] as Codelist),
  );
  if (inside.some((positions) => positions === undefined)) return undefined;
  const [periods = [], ...others] = inside as number[][];
  const taken = [measure.kind === 'stock' ? periods.slice(-1) : periods, ...others];
  const absent = measure.absentRows === 'zero' ? 0 : Number.NaN;
  const counts = cross(taken).map((positions) => {
    const count = grid.counts[gridIndex(grid, positions)] ?? -1;
    return count < 0 ? absent : count;
  });
  const sum = counts.reduce((total, count) => total + count, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

type Leaves = ReturnType<typeof leafSets>;
const known = new WeakMap<Codelist, Leaves>();

function leavesOf(codelist: Codelist): Leaves {
  const leaves = known.get(codelist) ?? leafSets(codelist);
  known.set(codelist, leaves);
  return leaves;
}

/** Where in the grid the codes lie that make up `code`; undefined if they do not cover it. */
function insideOf(
  grid: TallyGrid,
  dimension: number,
  code: string,
  codelist: Codelist,
): number[] | undefined {
  const codes = grid.codes[dimension] ?? [];
  if (codes[0] === TOTAL) return code === TOTAL ? [0] : undefined;
  const leaves = leavesOf(codelist);
  const wanted = leaves.get(code) ?? new Set();
  const positions = [...codes.keys()].filter((at) =>
    [...(leaves.get(codes[at] ?? '') ?? [])].every((leaf) => wanted.has(leaf)),
  );
  const covered = positions.reduce((sum, at) => sum + (leaves.get(codes[at] ?? '')?.size ?? 0), 0);
  return covered === wanted.size ? positions : undefined;
}

function cross(lists: readonly (readonly number[])[]): number[][] {
  return lists.reduce<number[][]>(
    (rows, list) => rows.flatMap((row) => list.map((at) => [...row, at])),
    [[]],
  );
}
