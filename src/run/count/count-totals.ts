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
import { entryOf } from '../../indexes/look-up.ts';
import {
  type Codelist,
  childrenOf,
  codelistOf,
  codesAtLevel,
  codesOfLevel,
  hierarchiesOf,
  TOTAL,
} from '../../program/codelist.ts';
import { addRanges, type GivenRange } from '../../program/count-range.ts';
import {
  CLOSED,
  docketPeriod,
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
import { TOTALS_FILE } from '../../tallies/docket/request-totals.ts';
import { codesOf, openCounts, rangesOf, type TotalCounts } from './rows-of-totals.ts';

type CountAt = TotalCounts['count'];
type RangeAt = TotalCounts['range'];

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
  problems.push(...rangesNowhere(given, program, codelists), ...untold(context), ...tooManyClosed(context));
  if (problems.length > 0) return refuse(problems);
  const levels = [...new Set([docketPeriod(program), requestPeriod(program)])];
  const flows = [RECEIVED, CLOSED].map((measure) => ({
    measure,
    grids: levels.flatMap((level) =>
      dimensionsOf(program, measure).map((dimension) =>
        makeGrid(context, measure, level, dimension, entryOf(counts, measure).count),
      ),
    ),
    ranges: rangesOf(given, measure),
  }));
  const open = openCount(context);
  const grids = dimensionsOf(program, OPEN).map((dimension) =>
    makeGrid(context, OPEN, docketPeriod(program), dimension, open),
  );
  return accept([...flows, { measure: OPEN, grids }]);
}

interface Context {
  readonly program: Program;
  readonly codelists: readonly Codelist[];
  readonly counts: ReadonlyMap<string, TotalCounts>;
}

/** By what a table publishes the measure; undefined is the total. */
function dimensionsOf({ tables }: Program, measure: string): (RequestDimension | undefined)[] {
  const isTold = (dimension: RequestDimension) =>
    tables.some((table) => table.measure === measure && table.levels[dimension] !== undefined);
  return [undefined, ...requestDimensions(measure).filter(isTold)];
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
  const periods = codesOfLevel(codelists, 'period', level);
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
function openCount({ program, codelists, counts }: Context): CountAt {
  const quarters = codesOfLevel(codelists, 'period', docketPeriod(program));
  return (period, dimension, code) => {
    const so = quarters.slice(0, quarters.indexOf(period) + 1);
    const sum = (measure: string) =>
      so.reduce((total, quarter) => {
        const count = entryOf(counts, measure).count(quarter, dimension, code);
        return count === undefined ? Number.NaN : total + count;
      }, 0);
    const open = sum(RECEIVED) - sum(CLOSED);
    return Number.isNaN(open) ? undefined : open;
  };
}

/**
 * Between what numbers a count lies: as it is told itself, or as the sum of its parts, by a dimension or by shorter periods, of
 * which each is told.
 */
function boundsOf(context: Context, measure: string): RangeAt {
  const { program, codelists, counts } = context;
  const periods = codelistOf(codelists, 'period');
  const own = entryOf(counts, measure).range;
  const at: RangeAt = (period, dimension, code) => {
    const ways = [
      ...(dimension === undefined ? dimensionsOf(program, measure).slice(1) : []).map((each) =>
        codesIn(codelists, each).map((part) => at(period, each, part)),
      ),
      ...hierarchiesOf(periods).map((hierarchy) =>
        childrenOf(periods, period, hierarchy).map((part) => at(part, dimension, code)),
      ),
    ];
    const sums = ways.filter(({ length }) => length > 0).map(addRanges);
    return own(period, dimension, code) ?? sums.find((sum): sum is GivenRange => sum !== undefined);
  };
  return at;
}

/** Ranges of cells that no table publishes. */
function rangesNowhere(
  given: readonly MeasureTallies[],
  program: Program,
  codelists: readonly Codelist[],
): Problem[] {
  const levels = new Map(
    codelists.find(({ dimension }) => dimension === 'period')?.codes.map(({ code, level }) => [code, level]),
  );
  return [RECEIVED, CLOSED].flatMap((measure) =>
    rangesOf(given, measure)
      .filter(({ codes: [period = '', ...codes] }) => {
        const dimensions = requestDimensions(measure).filter((_, at) => codes[at] !== TOTAL);
        return !program.tables.some(
          (table) =>
            table.measure === measure &&
            table.levels.period === levels.get(period) &&
            dimensions.every((dimension) => table.levels[dimension] !== undefined),
        );
      })
      .map(({ codes }) => ({
        file: TOTALS_FILE,
        line: 0,
        column: 'count',
        cells: [{ measure, codes }],
        code: 'range-nowhere',
        message: 'The range is of requests that no table publishes by that period and that column.',
        fix: `Give ranges for the periods that are published (${[...new Set(program.tables.filter((table) => table.measure === measure).map(({ levels: { period } }) => period))].join(', ')}), by the columns by which they are: ${dimensionsOf(program, measure).slice(1).join(', ')}.`,
      })),
  );
}

/** Quarters without a total, and periods that are not told apart by what they are to be. */
function untold(context: Context): Problem[] {
  const { program, codelists } = context;
  const whole = (period: string) => !period.includes('..');
  return [RECEIVED, CLOSED].flatMap((measure) => {
    const bounds = boundsOf(context, measure);
    return dimensionsOf(program, measure).flatMap((dimension) =>
      codesOfLevel(
        codelists,
        'period',
        dimension === undefined ? docketPeriod(program) : requestPeriod(program),
      )
        .filter(whole)
        .filter((period) =>
          codesIn(codelists, dimension).some((code) => bounds(period, dimension, code) === undefined),
        )
        .map((period) => untoldProblem(measure, period, dimension, docketPeriod(program))),
    );
  });
}

function untoldProblem(
  measure: string,
  period: string,
  dimension: RequestDimension | undefined,
  level: string,
): Problem {
  const what = measure === RECEIVED ? 'were received' : 'were closed';
  const place = { file: TOTALS_FILE, line: 0, column: period };
  return dimension === undefined
    ? {
        ...place,
        code: 'totals-missing',
        message: `No row tells how many requests ${what} in ${period}.`,
        fix: `Give one for each ${level} of the release; where there was none, "${measure === RECEIVED ? 'received' : 'closed'}" with the count 0.`,
      }
    : {
        ...place,
        code: 'totals-undivided',
        message: `The requests that ${what} in ${period} are not told apart by ${dimension}.`,
        fix: `Give their rows with codes in the column "${dimension}", or leave it out of ${measure === RECEIVED ? '"by"' : '"by", or of "closedBy" alone,'} in program.json.`,
      };
}

/**
 * No more requests are closed than had come in by then: in all, and of each instrument and requester that is told. Where ranges
 * are given: no more at least than came in at most.
 */
function tooManyClosed(context: Context): Problem[] {
  const { program, codelists } = context;
  const by = (['instrument', 'requester'] as const).filter((each) => toldBy(program).includes(each));
  const open = mostOpen(context);
  return codesOfLevel(codelists, 'period', docketPeriod(program)).flatMap((quarter) =>
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

/** How many can be open at the end of a quarter at most. */
function mostOpen(context: Context): CountAt {
  const quarters = codesOfLevel(context.codelists, 'period', docketPeriod(context.program));
  const [received, closed] = [RECEIVED, CLOSED].map((measure) => boundsOf(context, measure)) as [
    RangeAt,
    RangeAt,
  ];
  return (period, dimension, code) => {
    const so = quarters.slice(0, quarters.indexOf(period) + 1);
    const sum = (at: RangeAt) => addRanges(so.map((quarter) => at(quarter, dimension, code)));
    const [came, went] = [sum(received), sum(closed)];
    return came === undefined || went === undefined ? undefined : came.most - went.least;
  };
}

/** What is not told quarter by quarter cannot be looked at: `untold` says where it must be. */
function isBelowZero(count: number | undefined): boolean {
  return count !== undefined && count < 0;
}
