/**
 * Zeros that everybody can read in `program.json`, of cells that no table has: that nobody could apply in a way before it opened,
 * that nothing is kept of people who apply in it, and what notes of status `z` say. They are known as if figures on the record
 * said so:
 *
 *   tables     quarters, and years by channel          online opened in October 2024
 *   known      online, up to September 2024: 0         so online in 2024 is at most the total of its last quarter
 *
 * What a table has a cell for, that cell says itself.
 */
import { valueAt } from '../indexes/look-up.ts';
import { CHANNEL, noRecordsNotes, type Opening, openings } from '../program/channel-zeros.ts';
import { codelistOf, TOTAL } from '../program/codelist.ts';
import {
  endsWithin,
  firstMonth,
  type MonthNumber,
  monthCode,
  monthsOf,
  releaseEnd,
} from '../program/period.ts';
import type { CellNote, Measure, Program } from '../program/program.ts';
import { type Box, product } from './boxes.ts';
import { relationBoxes } from './relations.ts';
import { measureCodelists, type ReleaseShape, tableBox } from './shape.ts';
import { type Span, spanOf } from './wider-periods.ts';

/**
 * Keys of cells, `measure|period|code|...`, that are 0: those of a release, which is of this program. `earlier`: releases before
 * it, of whose tables and relations readers know the periods too.
 */
export function publicZeros(
  program: Program,
  shape: ReleaseShape,
  earlier: readonly ReleaseShape[] = [],
): string[] {
  const end = releaseEnd(shape.release);
  if (program.period === undefined || end === undefined) return [];
  const place: Place = { plan: program.period, end };
  return program.measures.flatMap((measure) => {
    const spoken = [...earlier, shape].flatMap((release) => periodsSpoken(release, measure.id));
    const boxes = tableBoxes(shape, measure);
    const untold = zerosOf(program, measure, shape)
      .flatMap((zero) => cellsOf(zero, measure, spoken, place))
      .filter((cell) => !boxes.some((box) => tells(box, cell, measure, place)));
    return untold.map(({ period, codes }) => [measure.id, period, ...codes].join('|'));
  });
}

function tableBoxes({ declaration, codelists }: ReleaseShape, measure: Measure): Box[] {
  const lists = measureCodelists(measure, codelists);
  return declaration.tables
    .filter((table) => table.measure === measure.id)
    .map((table) => tableBox(table, measure, lists));
}

/** Periods in which tables or relations speak of a measure. */
function periodsSpoken(shape: ReleaseShape, id: string): readonly string[] {
  const { measures, relations } = shape.declaration;
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) return [];
  const lists = measureCodelists(measure, shape.codelists);
  const related = relations.flatMap((relation) => relationBoxes(relation, measure, lists));
  return [...tableBoxes(shape, measure), ...related].flatMap(([codes = []]) => codes);
}

interface Place {
  readonly plan: NonNullable<Program['period']>;
  readonly end: MonthNumber;
}

/** Of some codes by dimension: always, in these periods, or before a month. */
interface Zero {
  readonly at: Readonly<Record<string, readonly string[]>>;
  readonly periods: readonly string[] | { readonly before: string } | undefined;
}

function zerosOf({ channels, notes }: Program, measure: Measure, { codelists }: ReleaseShape): Zero[] {
  const isByChannel = measure.dimensions.includes(CHANNEL);
  const list = isByChannel ? codelistOf(codelists, CHANNEL) : undefined;
  const opened = list === undefined ? [] : openings(channels, list).map(openingZero);
  const kept = list === undefined ? [] : noRecordsNotes(channels, list);
  const isMine = ({ at, status, measure: of }: CellNote) =>
    status === 'z' &&
    (of ?? measure.id) === measure.id &&
    Object.keys(at).every((dimension) => dimension === 'period' || measure.dimensions.includes(dimension));
  return [...opened, ...[...kept, ...notes].filter(isMine).map(noteZero)];
}

function openingZero({ month, channel }: Opening): Zero {
  return { at: { [CHANNEL]: channel }, periods: { before: month } };
}

function noteZero({ at: { period, ...at } }: CellNote): Zero {
  return { at, periods: period };
}

interface ZeroCell {
  readonly period: string;
  readonly codes: readonly string[];
}

/** Of a flow, totals up to a month where that says it all; of a stock, the ends of the periods that are spoken of. */
function cellsOf(
  { at, periods }: Zero,
  measure: Measure,
  spoken: readonly string[],
  place: Place,
): ZeroCell[] {
  const codes = product(measure.dimensions.map((dimension) => at[dimension] ?? [TOTAL]));
  return periodsOf(periods, measure, spoken, place).flatMap((period) =>
    codes.map((each) => ({ period, codes: each })),
  );
}

function periodsOf(
  periods: Zero['periods'],
  { kind }: Measure,
  spoken: readonly string[],
  { plan, end }: Place,
): readonly string[] {
  const isListed = periods !== undefined && !('before' in periods);
  const last = periods !== undefined && 'before' in periods ? beforeMonth(periods.before) : end;
  if (kind === 'flow') {
    if (isListed) return periods.map((code) => (code === TOTAL ? `..${monthCode(end)}` : code));
    return last < firstMonth(plan) ? [] : [`..${monthCode(Math.min(last, end))}`];
  }
  const isOver = (code: string) => {
    const span = spanOf(code, plan);
    return span !== undefined && span[1] <= last;
  };
  return [...new Set(spoken)].filter(isListed ? endsWithin(periods, plan) : isOver);
}

function beforeMonth(month: string): MonthNumber {
  return monthsOf(month, 1)[0] - 1;
}

/** Whether a table has cells that say it: the cell, or periods that make it up. */
function tells(
  [periods = [], ...lists]: Box,
  { period, codes }: ZeroCell,
  { kind }: Measure,
  { plan }: Place,
): boolean {
  if (!codes.every((code, at) => valueAt(lists, at).includes(code))) return false;
  const whole = spanOf(period, plan);
  if (periods.includes(period) || whole === undefined) return true;
  if (kind === 'stock') return false;
  const spans = periods.map((code) => spanOf(code, plan)).filter((span) => span !== undefined);
  return covers(spans, whole);
}

function covers(spans: readonly Span[], [first, last]: Span): boolean {
  const within = spans.filter(([from, to]) => from >= first && to <= last);
  const months = new Set(
    within.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );
  return months.size === last - first + 1;
}
