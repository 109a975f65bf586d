/**
 * The balance sheet of requests, from published files alone: the cubes count all requests, the docket lists those that
 * have a page of their own, and the sheet shows both.
 *
 *   open at start + received - closed = open at end      for each period, in total, by requester
 *   closed = sum over outcomes = sum over what left
 *   open at the start of a period = open at the end of the one before
 *
 * A line is withheld, or known only as a range, exactly where its cell in the cube is, and left out where the cube has none. Lines of the requests
 * with a page alone (`instrument_with_page`) follow from the docket: they stand beside the line of all, and for years
 * and to date even where the cube has none. Where the office keeps totals alone there are none of these.
 */

import type { CertifiedZero } from '../formats/zeros-file.ts';
import { entryOf } from '../indexes/look-up.ts';
import { cellKey, type PublishedCell, WITHHELD_NOTE } from '../program/cell.ts';
import { TOTAL } from '../program/codelist.ts';
import {
  balancePeriods,
  CLOSED,
  listsRequests,
  OPEN,
  RECEIVED,
  requestDimensions,
  SIGNATURE,
  SIGNATURES,
  shortestPeriod,
} from '../program/docket-plan.ts';
import { isPartOfYear, monthsOf, releaseEnd } from '../program/period.ts';
import { CLOSED_OUTCOMES, LEFT, REQUESTERS, TOTALS_INSTRUMENTS } from '../program/request.ts';
import { type CountListed, countListed, type Listing } from '../system/listed.ts';
import type { ReleaseShape } from '../system/shape.ts';

/** A line's cell has these codes: a period or `_T` (to date), what it is taken by, a code or `_T`, the line. */
export const BALANCE_COLUMNS: readonly string[] = ['period', 'by', 'code', 'line'];
export const LINES = ['open_at_start', 'received', 'closed', 'open_at_end'] as const;
type Line = (typeof LINES)[number];

/** `by` of lines that are taken by nothing. */
export const ALL = 'all';
/** Ends the `by` of lines that count the requests with a page of their own alone: anybody can count these again. */
export const WITH_PAGE = '_with_page';

type Breakdown = 'signature' | 'instrument' | 'requester' | 'outcome' | 'left';

type Cubes = ReadonlyMap<string, readonly PublishedCell[]>;

/** What the lines are taken by: a dimension of the request, with its codes. */
const BREAKDOWNS: readonly (readonly [by: Breakdown, codes: readonly string[]])[] = [
  [SIGNATURE, SIGNATURES],
  ['instrument', TOTALS_INSTRUMENTS],
  ['requester', REQUESTERS],
  ['outcome', CLOSED_OUTCOMES],
  ['left', LEFT],
];

/** Whatever a line can be taken by. */
export const TAKEN_BY: readonly string[] = [ALL, ...BREAKDOWNS.map(([by]) => by)].flatMap((by) => [
  by,
  `${by}${WITH_PAGE}`,
]);

/** The line of the balance sheet that a certificate speaks of. */
export function zeroCodes({ period, instrument, requester }: CertifiedZero): string[] {
  if (instrument !== TOTAL) return [period, 'instrument', instrument, 'received'];
  return requester === TOTAL
    ? [period, ALL, TOTAL, 'received']
    : [period, 'requester', requester, 'received'];
}

/** A line's period with the quarter or half-year that ends with it, and the one that ends before it (none: undefined). */
interface Span {
  readonly period: string;
  readonly last: string;
  readonly before: string | undefined;
}

/** Every line of the sheet, periods first. */
export function makeBalance(shape: ReleaseShape, cubes: Cubes, requests: Listing): PublishedCell[] {
  const cells = new Map(
    [RECEIVED, CLOSED, OPEN].flatMap((measure) =>
      entryOf(cubes, measure).map((cell) => [`${measure}|${cellKey(cell.codes)}`, cell] as const),
    ),
  );
  const sheet = { cells, listed: countListed({ ...shape, requests }) };
  const instruments = shape.codelists.find(({ dimension }) => dimension === 'instrument')?.codes;
  const isKnown = ({ by, code }: Group) =>
    by !== 'instrument' || instruments?.some((one) => one.code === code) === true;
  const listed = listsRequests(shape.declaration) ? GROUPS.filter(isKnown) : [];
  return spansOf(shape).flatMap((span) => [
    ...GROUPS.flatMap((group) => linesOf(sheet, span, group)),
    ...listed.flatMap((group) => listedLinesOf(sheet, span, group)),
  ]);
}

/** By the codes of a line: the cell of a cube that it repeats. */
export function lineCells(
  shape: ReleaseShape,
): ReadonlyMap<string, { readonly measure: string; readonly codes: readonly string[] }> {
  const places = spansOf(shape).flatMap((span) => GROUPS.flatMap((group) => placesOf(span, group)));
  return new Map(places.map(({ codes, measure, cell }) => [cellKey(codes), { measure, codes: cell }]));
}

/** One code of one breakdown. */
interface Group {
  readonly by: Breakdown | typeof ALL;
  readonly code: string;
}

const GROUPS: readonly Group[] = [
  { by: ALL, code: TOTAL },
  ...BREAKDOWNS.flatMap(([by, codes]) => codes.map((code) => ({ by, code }))),
];

interface Sheet {
  readonly cells: ReadonlyMap<string, PublishedCell>;
  readonly listed: CountListed;
}

function spansOf({ release, codelists, declaration }: ReleaseShape): Span[] {
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  const end = releaseEnd(release);
  if (periods === undefined || end === undefined) throw new Error('internal error: a docket without periods');
  const shortest = shortestPeriod(declaration);
  const quarters = periods.codes.filter(({ level }) => level === shortest).map(({ code }) => code);
  const months = (code: string) => monthsOf(code, declaration.period?.fiscalYearStartMonth ?? 1);
  const spans = balancePeriods(periods, declaration).map((period): Span => {
    const [first, last] = months(period);
    const ending = (month: number) => quarters.find((quarter) => months(quarter)[1] === month);
    return { period, last: ending(last) ?? period, before: ending(first - 1) };
  });
  const last = quarters.at(-1);
  // A release that closes half of one knows no total to date.
  return last === undefined || months(last)[1] !== end
    ? spans
    : [...spans, { period: TOTAL, last, before: undefined }];
}

/** A line, and the cell of a cube that it repeats. */
interface LinePlace {
  /** Of the line. */
  readonly codes: string[];
  readonly measure: string;
  readonly cell: string[];
  /** Nothing was open before the first period, whatever the cell is. */
  readonly isFirstStart: boolean;
}

/** The lines of one code: four; one where it is taken by who signed (received) or by what comes last (closed). */
function placesOf(span: Span, { by, code }: Group): LinePlace[] {
  return LINES_OF[by].map((line) => {
    const [measure, period] = CELL_OF[line](span);
    return {
      codes: [span.period, by, code, line],
      measure,
      cell: cubeCodes(measure, period ?? span.last, by, code),
      isFirstStart: period === undefined,
    };
  });
}

/** A line, where the cubes have its cell. */
function linesOf({ cells }: Sheet, span: Span, group: Group): PublishedCell[] {
  return placesOf(span, group).flatMap(({ codes, measure, cell, isFirstStart }) => {
    const found = cells.get(`${measure}|${cellKey(cell)}`);
    if (found === undefined) return [];
    return [isFirstStart ? countLine(codes, 0) : lineOf(codes, found)];
  });
}

/** The balance of the requests that have a page. */
function listedLinesOf({ cells, listed }: Sheet, span: Span, group: Group): PublishedCell[] {
  return placesOf(span, group).flatMap(({ codes, measure, cell, isFirstStart }) => {
    if (isPartOfYear(span.period) && !cells.has(`${measure}|${cellKey(cell)}`)) return [];
    const [period = '', by = '', ...rest] = codes;
    return [countLine([period, `${by}${WITH_PAGE}`, ...rest], isFirstStart ? 0 : listed(measure, cell))];
  });
}

/** The measure of a line and the period of its cell: undefined where nothing was open, before the first period. */
const CELL_OF: Readonly<
  Record<Line, (span: Span) => readonly [measure: string, period: string | undefined]>
> = {
  open_at_start: ({ before }) => [OPEN, before],
  received: ({ period }) => [RECEIVED, period],
  closed: ({ period }) => [CLOSED, period],
  open_at_end: ({ last }) => [OPEN, last],
};

/** The lines by what they are taken by. */
const LINES_OF: Readonly<Record<Group['by'], readonly Line[]>> = {
  [ALL]: LINES,
  instrument: LINES,
  requester: LINES,
  signature: ['received'],
  outcome: ['closed'],
  left: ['closed'],
};

/** Hidden, or not available, as its cell is. */
function lineOf(codes: string[], { count, range, status, note }: PublishedCell): PublishedCell {
  if (count !== null) return countLine(codes, count);
  if (status === 'x') return { codes, count, ...(range && { range }), status, note };
  return { codes, count, status: 'c', note: WITHHELD_NOTE };
}

function countLine(codes: string[], count: number): PublishedCell {
  return { codes, count, status: '', note: '' };
}

/** The codes of a line's cell in its cube. */
function cubeCodes(measure: string, period: string, by: string, code: string): string[] {
  const divided = by === SIGNATURE ? 'instrument' : by;
  return [period, ...requestDimensions(measure).map((dimension) => (dimension === divided ? code : TOTAL))];
}
