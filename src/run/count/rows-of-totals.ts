/**
 * What rows of totals tell of a count: the number; or, where a row gives a range, between what numbers it lies. In a period
 * that has a row, a code that has none counts nobody, unless it lies in one of which a range is given.
 *
 *   2024-Q1   federal_immigration   0-249          state, press, ...      0
 *             press                 12             all of them            12 to 261
 */
import { openCounter } from '../../cube/count-cells.ts';
import { entryOf, valueAt } from '../../indexes/look-up.ts';
import { cellKey } from '../../program/cell.ts';
import { type Codelist, leafSets, TOTAL } from '../../program/codelist.ts';
import type { GivenRange } from '../../program/count-range.ts';
import { CLOSED, RECEIVED, type RequestDimension, requestDimensions } from '../../program/docket-plan.ts';
import type { Program } from '../../program/program.ts';
import type { CellRange, MeasureTallies, TallyGrid } from '../../program/tally.ts';
import type { Problem } from '../../reading/problem.ts';
import { measureCodelists, measureOf } from '../../system/shape.ts';

/** What is known of one measure, by period and by one code of one dimension or none. */
export interface TotalCounts {
  /** Undefined where the totals do not tell the number. */
  readonly count: (
    period: string,
    dimension: RequestDimension | undefined,
    code: string,
  ) => number | undefined;
  /** The number as both ends, or a range that is given of the cell itself; undefined where there is neither. */
  readonly range: (
    period: string,
    dimension: RequestDimension | undefined,
    code: string,
  ) => GivenRange | undefined;
}

export function openCounts(
  given: readonly MeasureTallies[],
  id: string,
  program: Program,
  codelists: readonly Codelist[],
  problems: Problem[],
): TotalCounts {
  const measure = measureOf(program, id);
  const lists = measureCodelists(measure, codelists);
  const periods = valueAt(lists, 0);
  const isCovered = (tally: string, period: string) =>
    given.some((one) => one.measure === tally && hasRows(one, period, periods));
  const isEmpty = (period: string) =>
    id === CLOSED && !isCovered(CLOSED, period) && isCovered(RECEIVED, period);
  const filled = given.map((tally) => {
    const isNobody = nobodyIn(tally, periods);
    const ranged = inRange(tally, measureCodelists(measureOf(program, tally.measure), codelists));
    const fill = (grid: TallyGrid) =>
      fillPeriods(grid, ranged, (period) => isNobody(period) || (tally.measure === id && isEmpty(period)));
    return { ...tally, grids: tally.grids.map(fill) };
  });
  const countOf = openCounter(filled, { measure, codelists: lists, notes: [] }, problems);
  const known = (period: string, dimension: RequestDimension | undefined, code: string) => {
    const count = countOf(codesOf(id, period, dimension, code));
    return count.kind === 'known' ? count.count : undefined;
  };
  const totalAt = (period: string) => known(period, undefined, TOTAL) ?? (isEmpty(period) ? 0 : undefined);
  const count: TotalCounts['count'] = (period, dimension, code) => {
    if (dimension === undefined) return totalAt(period);
    return known(period, dimension, code) ?? (totalAt(period) === 0 ? 0 : undefined);
  };
  const ranges = new Map(rangesOf(given, id).map((range) => [cellKey(range.codes), range]));
  return {
    count,
    range: (period, dimension, code) => {
      const number = count(period, dimension, code);
      return number === undefined
        ? ranges.get(cellKey(codesOf(id, period, dimension, code)))
        : { least: number, most: number };
    },
  };
}

/** The ranges that are given of cells of a measure. */
export function rangesOf(given: readonly MeasureTallies[], id: string): readonly CellRange[] {
  return given.flatMap(({ measure, ranges = [] }) => (measure === id ? ranges : []));
}

export function codesOf(
  measure: string,
  period: string,
  dimension: RequestDimension | undefined,
  code: string,
): string[] {
  return [period, ...requestDimensions(measure).map((each) => (each === dimension ? code : TOTAL))];
}

/** Whether a range is given of an entry itself, or of a cell in which it lies. */
type InRange = (codes: readonly string[]) => 'itself' | 'within' | undefined;

function inRange({ ranges = [] }: MeasureTallies, lists: readonly Codelist[]): InRange {
  const own = new Set(ranges.map(({ codes }) => cellKey(codes)));
  const leaves = lists.map(leafSets);
  const lies = (code: string, whole: string, dimension: number) => {
    if (code === whole || whole === TOTAL) return true;
    const [part, all] = [code, whole].map((one) => valueAt(leaves, dimension).get(one));
    return part !== undefined && all !== undefined && [...part].every((leaf) => all.has(leaf));
  };
  return (codes) => {
    if (own.has(cellKey(codes))) return 'itself';
    const isWithin = ranges.some((range) =>
      range.codes.every((whole, dimension) => lies(valueAt(codes, dimension), whole, dimension)),
    );
    return isWithin ? 'within' : undefined;
  };
}

/** Where a period has a row, what the grid has no row of is nobody; so is all of a period of which others say nobody. */
function fillPeriods(grid: TallyGrid, inRangeAt: InRange, isNobody: (period: string) => boolean): TallyGrid {
  const width = grid.counts.length / valueAt(grid.codes, 0).length;
  const counts = grid.counts.slice();
  const ranged = entriesOf(grid).map(inRangeAt);
  for (const [at, period] of valueAt(grid.codes, 0).entries()) {
    const places = Array.from({ length: width }, (_, place) => at * width + place);
    const hasRow = places.some((place) => valueAt(counts, place) >= 0 || ranged[place] === 'itself');
    for (const place of hasRow || isNobody(period) ? places : [])
      if (ranged[place] === undefined) counts[place] = Math.max(0, valueAt(counts, place));
  }
  return { ...grid, counts, people: counts };
}

/** The codes of every entry of a grid in its order. */
function entriesOf({ codes }: TallyGrid): string[][] {
  return codes.reduce<string[][]>(
    (found, list) => found.flatMap((entry) => list.map((code) => [...entry, code])),
    [[]],
  );
}

/** Whether a period lies in one whose total is given as 0: nobody then, in whatever way its requests are told apart. */
function nobodyIn({ grids }: MeasureTallies, periods: Codelist): (period: string) => boolean {
  const leaves = leafSets(periods);
  const empty = grids
    .filter(({ levels: [, ...others] }) => others.every((level) => level === TOTAL))
    .flatMap(({ codes: [list = []], counts }) => list.filter((_, at) => counts[at] === 0))
    .map((period) => entryOf(leaves, period));
  return (period) => {
    const mine = [...entryOf(leaves, period)];
    return empty.some((one) => mine.every((leaf) => one.has(leaf)));
  };
}

/** Whether a row is of a period that lies within this one, or of one that it lies in. */
function hasRows({ grids, ranges = [] }: MeasureTallies, period: string, periods: Codelist): boolean {
  const leaves = leafSets(periods);
  const mine = leaves.get(period) ?? new Set<string>();
  const touches = (code: string) => [...(leaves.get(code) ?? [])].some((leaf) => mine.has(leaf));
  const counted = grids.some(({ codes: [list = []], counts }) => {
    const width = counts.length / list.length;
    return list.some(
      (code, at) =>
        touches(code) && counts.subarray(at * width, (at + 1) * width).some((count) => count >= 0),
    );
  });
  return counted || ranges.some(({ codes }) => touches(valueAt(codes, 0)));
}
