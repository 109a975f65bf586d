/**
 * `legal-request-totals.csv`, for an office that knows no request one by one: how many came in and how many were closed.
 *
 *   period,instrument,requester,outcome,count
 *   2024-Q1,search_warrant,state,received,3           three came in
 *   2024-Q1,search_warrant,state,disclosed_in_part,1  one was closed, whenever it came in
 *   2024-Q1,_T,_T,closed,1                            the same, told apart by nothing
 *   2024-Q2,_T,federal_immigration,received,0-249     known only as a range (total-ranges.ts)
 *
 * Rows are read as those of any tally and then dealt out: one line of the file counts for one measure. Confidential.
 */
import { join } from 'node:path';
import { valueAt } from '../../indexes/look-up.ts';
import { type Codelist, TOTAL } from '../../program/codelist.ts';
import { CLOSED, RECEIVED, toldBy } from '../../program/docket-plan.ts';
import type { Measure, Program } from '../../program/program.ts';
import type { TallyGrid } from '../../program/tally.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../../reading/problem.ts';
import { measureCodelists, measureOf } from '../../system/shape.ts';
import type { Slot } from '../grid-store.ts';
import { type MeasureFile, type ReadMeasure, readMeasure, tallyColumns } from '../read-measure.ts';
import { rangeProblems } from './total-ranges.ts';

export const TOTALS_FILE = 'legal-request-totals.csv';

/** The measures that its rows count. */
export const TOTALS_MEASURES: readonly string[] = [RECEIVED, CLOSED];

/** Where it lies and how far it is read. */
export interface TotalsPlace extends Pick<MeasureFile, 'end' | 'late'> {
  readonly program: Program;
  readonly codelists: readonly Codelist[];
  readonly folder: string;
}

/** The columns of the file: the period, by what requests are told apart, what came of them, the count. */
export function totalsColumns(program: Program): string[] {
  return tallyColumns(totalsMeasure(program));
}

/** What was received and what was closed, or every problem of the file. */
export async function readTotals(place: TotalsPlace): Promise<Checked<ReadMeasure[]>> {
  const { program, folder, codelists, end, late } = place;
  const { period: plan } = program;
  if (plan === undefined) throw new Error('internal error: totals of a program without periods');
  const measure = totalsMeasure(program);
  const known = codelists.map((list) => (list.dimension === 'outcome' ? outcomeCodelist(list) : list));
  const lists = measureCodelists(measure, known);
  const read = await readMeasure({
    path: join(folder, TOTALS_FILE),
    measure,
    codelists: lists,
    plan,
    end,
    late,
    absent: 'always-zero',
    withRanges: true,
  });
  if (!read.ok) return read;
  const { slots, ranges, file } = read.value;
  const problems = [
    ...slots.flatMap((slot) => bothProblems(slot, file)),
    ...rangeProblems(ranges, [RECEIVED_ROWS, CLOSED_ROWS], file, program.k),
  ];
  if (problems.length > 0) return refuse(problems);
  return accept([
    dealOut(read.value, measure, program, RECEIVED),
    { ...dealOut(read.value, measure, program, CLOSED), notes: [], setAside: 0 },
  ]);
}

const RECEIVED_ROWS = 'received';
const CLOSED_ROWS = 'closed';

/** As a tally's measure: its rows are of requests that came in and of requests that were closed. */
function totalsMeasure(program: Program): Measure {
  const told = toldBy(program).filter((dimension) => dimension !== 'outcome');
  return {
    id: RECEIVED,
    label: 'Totals of requests',
    unit: 'requests',
    kind: 'flow',
    dimensions: [...told, 'outcome'],
    people: false,
    absentRows: 'zero',
  };
}

/** Received, or closed with one outcome or with any. */
function outcomeCodelist({ dimension, codes }: Codelist): Codelist {
  const parents = [
    { code: RECEIVED_ROWS, label: 'Received', level: RECEIVED_ROWS },
    { code: CLOSED_ROWS, label: 'Closed', level: CLOSED_ROWS },
  ];
  const under = (code: string, parent: string) => ({ code, parent, hierarchy: 'all' });
  return {
    dimension,
    codes: [...parents, ...codes],
    rollups: [
      ...parents.map(({ code }) => under(code, TOTAL)),
      ...codes.map(({ code }) => under(code, CLOSED_ROWS)),
    ],
  };
}

/** Requests that came in and requests that were closed are never one number. */
function bothProblems({ grid, lines }: Slot, file: string): Problem[] {
  if (grid.levels.at(-1) !== TOTAL) return [];
  return [...lines]
    .filter((line) => line > 0)
    .map((line) => ({ file, line, column: 'outcome', ...NO_OUTCOME }));
}

/** The rows of one measure, in columns of that measure. */
function dealOut(read: ReadMeasure, from: Measure, program: Program, id: string): ReadMeasure {
  const slots = read.slots
    .filter(({ grid }) => (grid.levels.at(-1) === RECEIVED_ROWS) === (id === RECEIVED))
    .map(({ grid, lines }): Slot => ({ grid: inColumnsOf(grid, from, program, id), lines }));
  const ranges = read.ranges
    .filter(({ codes }) => (codes.at(-1) === RECEIVED_ROWS) === (id === RECEIVED))
    .map((row) => ({ ...row, codes: codesOf(row.codes, from, program, id) }));
  return { ...read, measure: id, slots, grids: slots.map(({ grid }) => grid), ranges };
}

/** The codes of a row in the columns of the measure that it counts for. */
function codesOf(codes: readonly string[], from: Measure, program: Program, id: string): string[] {
  const outcome = codes.at(-1) ?? TOTAL;
  const isWhole = [RECEIVED_ROWS, CLOSED_ROWS].includes(outcome);
  return placesOf(from, program, id).map((place) => {
    if (place < 0 || (isWhole && place === codes.length - 1)) return TOTAL;
    return valueAt(codes, place);
  });
}

/** By column of the measure: the column of the file, -1 where there is none. */
function placesOf(from: Measure, program: Program, id: string): number[] {
  const measure = measureOf(program, id);
  const columns = ['period', ...from.dimensions];
  return ['period', ...measure.dimensions].map((dimension) => columns.indexOf(dimension));
}

/** A grid never holds two levels of outcomes, so that its counts stay in their order. Each request stands for one person. */
function inColumnsOf(grid: TallyGrid, from: Measure, program: Program, id: string): TallyGrid {
  const places = placesOf(from, program, id);
  const pick = <T>(values: readonly T[], total: T): T[] => places.map((place) => values[place] ?? total);
  const isWhole = grid.levels.at(-1) === CLOSED_ROWS;
  const whole = <T>(values: readonly T[], total: T): readonly T[] =>
    isWhole ? values.with(-1, total) : values;
  return {
    levels: pick(whole(grid.levels, TOTAL), TOTAL),
    codes: pick<readonly string[]>(whole<readonly string[]>(grid.codes, [TOTAL]), [TOTAL]),
    counts: grid.counts,
    people: grid.counts.slice(),
  };
}

const NO_OUTCOME: Fault = {
  code: 'both-counts',
  message: 'The row is of requests that came in and of requests that were closed at once.',
  fix: 'Write "received" for those that came in; "closed", or what came of them, for those that were closed.',
};
