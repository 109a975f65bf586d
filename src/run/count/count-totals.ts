/**
 * From totals of requests to the counts that a docket comes to: for each quarter what came in, what was closed and what is open
 * at its end, by each dimension alone.
 *
 *               received  closed  open
 *   2024-Q1            7       4     3
 *   2024-Q2            2       6     .    more are closed than were there: refused, at the rows
 *
 * In a period that has a row, a code that has none counts nobody. Nobody knows about how many people a request asks, so that
 * each stands for one person, the fewest that it can be (docs/program.md, "Docket").
 */
import { openCounter } from '../../cube/count-cells.ts';
import { entryOf } from '../../indexes/look-up.ts';
import { type Codelist, codesAtLevel, leafSets, TOTAL } from '../../program/codelist.ts';
import {
  CLOSED,
  OPEN,
  RECEIVED,
  type RequestDimension,
  requestDimensions,
  requestPeriod,
  toldBy,
} from '../../program/docket-plan.ts';
import type { Program } from '../../program/program.ts';
import { gridIndex, type MeasureTallies, type TallyGrid } from '../../program/tally.ts';
import { accept, type Checked, type Problem, refuse } from '../../reading/problem.ts';
import { measureCodelists } from '../../system/shape.ts';
import { TOTALS_FILE } from '../../tallies/docket/request-totals.ts';

/** Counts of one measure by period and by one code of one dimension; undefined where the totals do not tell. */
type CountAt = (period: string, dimension: RequestDimension | undefined, code: string) => number | undefined;

/** The three measures of requests, or every problem. `given`: what came in and what was closed, with corrections if there are any. */
export function countTotals(
  given: readonly MeasureTallies[],
  program: Program,
  codelists: readonly Codelist[],
): Checked<MeasureTallies[]> {
  const problems: Problem[] = [];
  const counts = new Map(
    [RECEIVED, CLOSED].map((id) => [id, openCounts(given, id, program, codelists, problems)] as const),
  );
  const context = { program, codelists, counts };
  problems.push(...untold(context), ...tooManyClosed(context));
  if (problems.length > 0) return refuse(problems);
  const levels = [...new Set(['quarter', requestPeriod(program)])];
  const flows = [RECEIVED, CLOSED].map((measure) => ({
    measure,
    grids: levels.flatMap((level) =>
      dimensionsOf(program, measure).map((dimension) =>
        makeGrid(context, measure, level, dimension, entryOf(counts, measure)),
      ),
    ),
  }));
  const open = openCount(context);
  const grids = dimensionsOf(program, OPEN).map((dimension) =>
    makeGrid(context, OPEN, 'quarter', dimension, open),
  );
  return accept([...flows, { measure: OPEN, grids }]);
}

interface Context {
  readonly program: Program;
  readonly codelists: readonly Codelist[];
  readonly counts: ReadonlyMap<string, CountAt>;
}

/** By what a table publishes the measure; undefined is the total. */
function dimensionsOf({ tables }: Program, measure: string): (RequestDimension | undefined)[] {
  const isTold = (dimension: RequestDimension) =>
    tables.some((table) => table.measure === measure && table.levels[dimension] !== undefined);
  return [undefined, ...requestDimensions(measure).filter(isTold)];
}

function openCounts(
  given: readonly MeasureTallies[],
  id: string,
  program: Program,
  codelists: readonly Codelist[],
  problems: Problem[],
): CountAt {
  const measure = program.measures.find((one) => one.id === id);
  if (measure === undefined) throw new Error(`internal error: no measure "${id}"`);
  const lists = measureCodelists(measure, codelists);
  const [periods] = lists;
  if (periods === undefined) throw new Error('internal error: requests without periods');
  const isCovered = (tally: string, period: string) =>
    given.some((one) => one.measure === tally && hasRows(one, period, periods));
  const isEmpty = (period: string) =>
    id === CLOSED && !isCovered(CLOSED, period) && isCovered(RECEIVED, period);
  const filled = given.map((tally) => {
    const isNobody = nobodyIn(tally, periods);
    const fill = (grid: TallyGrid) =>
      fillPeriods(grid, (period) => isNobody(period) || (tally.measure === id && isEmpty(period)));
    return { ...tally, grids: tally.grids.map(fill) };
  });
  const countOf = openCounter(filled, { measure, codelists: lists, notes: [] }, problems);
  const known = (period: string, dimension: RequestDimension | undefined, code: string) => {
    const count = countOf(codesOf(id, period, dimension, code));
    return count.kind === 'known' ? count.count : undefined;
  };
  const totalAt = (period: string) => known(period, undefined, TOTAL) ?? (isEmpty(period) ? 0 : undefined);
  return (period, dimension, code) => {
    if (dimension === undefined) return totalAt(period);
    return known(period, dimension, code) ?? (totalAt(period) === 0 ? 0 : undefined);
  };
}

function codesOf(
  measure: string,
  period: string,
  dimension: RequestDimension | undefined,
  code: string,
): string[] {
  return [period, ...requestDimensions(measure).map((each) => (each === dimension ? code : TOTAL))];
}

/** Where a period has a row, what the grid has no row of is nobody; so is all of a period of which others say nobody. */
function fillPeriods(grid: TallyGrid, isNobody: (period: string) => boolean): TallyGrid {
  const [periods = []] = grid.codes;
  const width = grid.counts.length / periods.length;
  const counts = grid.counts.slice();
  for (const [at, period] of periods.entries()) {
    const slice = counts.subarray(at * width, (at + 1) * width);
    if (slice.some((count) => count >= 0) || isNobody(period))
      for (const [place, count] of slice.entries()) slice[place] = Math.max(0, count);
  }
  return { ...grid, counts, people: counts };
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
function hasRows({ grids }: MeasureTallies, period: string, periods: Codelist): boolean {
  const leaves = leafSets(periods);
  const mine = leaves.get(period) ?? new Set<string>();
  return grids.some(({ codes: [list = []], counts }) => {
    const width = counts.length / list.length;
    return list.some(
      (code, at) =>
        [...(leaves.get(code) ?? [])].some((leaf) => mine.has(leaf)) &&
        counts.subarray(at * width, (at + 1) * width).some((count) => count >= 0),
    );
  });
}

function periodsAt(codelists: readonly Codelist[], level: string): string[] {
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  return periods === undefined ? [] : codesAtLevel(periods, level);
}

function codesIn(codelists: readonly Codelist[], dimension: RequestDimension | undefined): string[] {
  if (dimension === undefined) return [TOTAL];
  return codelists
    .filter((list) => list.dimension === dimension)
    .flatMap((list) => codesAtLevel(list, dimension));
}

function makeGrid(
  { codelists }: Context,
  measure: string,
  level: string,
  dimension: RequestDimension | undefined,
  countAt: CountAt,
): TallyGrid {
  const dimensions = requestDimensions(measure);
  const periods = periodsAt(codelists, level);
  const codes = codesIn(codelists, dimension);
  const others = dimensions.map((each) => (each === dimension ? codes : [TOTAL]));
  const grid = {
    levels: [level, ...dimensions.map((each) => (each === dimension ? each : TOTAL))],
    codes: [periods, ...others],
    counts: new Int32Array(periods.length * codes.length).fill(-1),
  };
  for (const [at, period] of periods.entries())
    for (const [place, code] of codes.entries()) {
      const where = gridIndex({ ...grid, people: null }, [
        at,
        ...others.map((list) => (list === codes ? place : 0)),
      ]);
      grid.counts[where] = countAt(period, dimension, code) ?? -1;
    }
  return { ...grid, people: grid.counts.slice() };
}

/** What is open at the end of a quarter: all that came in so far, without what was closed. */
function openCount({ codelists, counts }: Context): CountAt {
  const quarters = periodsAt(codelists, 'quarter');
  return (period, dimension, code) => {
    const so = quarters.slice(0, quarters.indexOf(period) + 1);
    const sum = (measure: string) =>
      so.reduce((total, quarter) => {
        const count = entryOf(counts, measure)(quarter, dimension, code);
        return count === undefined ? Number.NaN : total + count;
      }, 0);
    const open = sum(RECEIVED) - sum(CLOSED);
    return Number.isNaN(open) ? undefined : open;
  };
}

/** Quarters without a total, and periods that are not told apart by what they are to be. */
function untold({ program, codelists, counts }: Context): Problem[] {
  const whole = (period: string) => !period.includes('..');
  return [RECEIVED, CLOSED].flatMap((measure) =>
    dimensionsOf(program, measure).flatMap((dimension) =>
      periodsAt(codelists, dimension === undefined ? 'quarter' : requestPeriod(program))
        .filter(whole)
        .filter((period) =>
          codesIn(codelists, dimension).some(
            (code) => entryOf(counts, measure)(period, dimension, code) === undefined,
          ),
        )
        .map((period) => untoldProblem(measure, period, dimension)),
    ),
  );
}

function untoldProblem(measure: string, period: string, dimension: RequestDimension | undefined): Problem {
  const what = measure === RECEIVED ? 'were received' : 'were closed';
  const place = { file: TOTALS_FILE, line: 0, column: period };
  return dimension === undefined
    ? {
        ...place,
        code: 'totals-missing',
        message: `No row tells how many requests ${what} in ${period}.`,
        fix: `Give one for each quarter of the release; where there was none, "${measure === RECEIVED ? 'received' : 'closed'}" with the count 0.`,
      }
    : {
        ...place,
        code: 'totals-undivided',
        message: `The requests that ${what} in ${period} are not told apart by ${dimension}.`,
        fix: `Give their rows with codes in the column "${dimension}", or leave it out of ${measure === RECEIVED ? '"by"' : '"by", or of "closedBy" alone,'} in program.json.`,
      };
}

/** No more requests are closed than had come in by then: in all, and of each instrument and requester that is told. */
function tooManyClosed({ program, codelists, counts }: Context): Problem[] {
  const by = (['instrument', 'requester'] as const).filter((each) => toldBy(program).includes(each));
  const open = openCount({ program, codelists, counts });
  return periodsAt(codelists, 'quarter').flatMap((quarter) =>
    [undefined, ...by].flatMap((dimension) =>
      codesIn(codelists, dimension)
        .filter((code) => isBelowZero(open(quarter, dimension, code)))
        .map((code) => ({
          file: TOTALS_FILE,
          line: 0,
          column: 'count',
          cells: [{ measure: CLOSED, codes: codesOf(CLOSED, quarter, dimension, code) }],
          code: 'more-closed-than-received',
          message: `By the end of ${quarter} more requests${dimension === undefined ? '' : ` of ${dimension} ${code}`} are closed, or disclosed, than had come in since the first day counted.`,
          fix: 'Correct one count or the other. Leave out closures of requests that came in before the first month of "period".',
        })),
    ),
  );
}

/** What is not told quarter by quarter cannot be looked at: `untold` says where it must be. */
function isBelowZero(count: number | undefined): boolean {
  return count !== undefined && count < 0;
}
