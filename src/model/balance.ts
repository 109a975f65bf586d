/**
 * The balance sheet of requests, from published files alone: cubes count the requests without a page of their
 * own, the docket lists the others, and the sheet adds the two.
 *
 *   open at start + received - closed = open at end      for each period, in total, by instrument, by requester
 *   closed = sum over outcomes = sum over what left
 *   open at the start of a period = open at the end of the one before
 *
 * A line is withheld exactly where its cell in the cube is, and left out where the cube has none. Lines of the requests
 * with a page alone (`instrument_with_page`) follow from the docket; they stand for years and to date.
 */
import { cellKey, type PublishedCell, WITHHELD_NOTE } from './cell.ts';
import { TOTAL } from './codelist.ts';
import { balancePeriods, CLOSED, OPEN, RECEIVED, SIGNATURE, SIGNATURES } from './docket-plan.ts';
import { monthCode, monthNumber, periodMonths, releaseEnd } from './period.ts';
import { CLOSED_OUTCOMES, INSTRUMENTS, LEFT, REQUESTERS, SIGNED_BY_JUDGE } from './request.ts';
import type { ReleaseShape } from './shape.ts';

/** A line's cell has these codes: a period or `_T` (to date), what it is taken by, a code or `_T`, the line. */
export const BALANCE_COLUMNS: readonly string[] = ['period', 'by', 'code', 'line'];
export const LINES = ['open_at_start', 'received', 'closed', 'open_at_end'] as const;
type Line = (typeof LINES)[number];

/** `by` of lines that are taken by nothing. */
export const ALL = 'all';
/** Ends the `by` of lines that count the requests with a page of their own alone: anybody can count these again. */
export const WITH_PAGE = '_with_page';

/** A request that is listed by name, as the sheet counts it. Dates are `YYYY-MM-DD`. */
export interface CountedRequest {
  readonly received: string;
  /** Null while it is open. */
  readonly closedOn: string | null;
  readonly instrument: string;
  readonly requester: string;
  readonly outcome: string;
  readonly left: string;
}

type Breakdown = 'signature' | 'instrument' | 'requester' | 'outcome' | 'left';

type Cubes = ReadonlyMap<string, readonly PublishedCell[]>;

/** What the lines are taken by: a dimension of the request, with its codes. */
const BREAKDOWNS: readonly (readonly [by: Breakdown, codes: readonly string[]])[] = [
  [SIGNATURE, SIGNATURES],
  ['instrument', INSTRUMENTS],
  ['requester', REQUESTERS],
  ['outcome', CLOSED_OUTCOMES],
  ['left', LEFT],
];

/** Whatever a line can be taken by. */
export const TAKEN_BY: readonly string[] = [ALL, ...BREAKDOWNS.map(([by]) => by)].flatMap((by) => [
  by,
  `${by}${WITH_PAGE}`,
]);

/** The first and last month of a line's period, both included, and the quarter before it (none: undefined). */
interface Span {
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly last: string;
  readonly before: string | undefined;
}

/** Every line of the sheet, periods first. */
export function makeBalance(
  shape: ReleaseShape,
  cubes: Cubes,
  requests: readonly CountedRequest[],
): PublishedCell[] {
  const cells = new Map(
    [RECEIVED, CLOSED, OPEN].flatMap((measure) =>
      (cubes.get(measure) ?? []).map((cell) => [`${measure}|${cellKey(cell.codes)}`, cell] as const),
    ),
  );
  const groups = [false, true].flatMap((isListed): Group[] => [
    { by: ALL, code: TOTAL, requests, isListed },
    ...BREAKDOWNS.flatMap(([by, codes]) =>
      codes.map((code) => ({
        by,
        code,
        requests: requests.filter((request) => codeOf(request, by) === code),
        isListed,
      })),
    ),
  ]);
  return spansOf(shape).flatMap((span) =>
    groups
      .filter(({ isListed }) => !isListed || !isQuarter(span.period))
      .flatMap((group) => linesOf(span, group, cells)),
  );
}

const isQuarter = (period: string): boolean => /-Q\d$/.test(period);

/** The listed requests of one code of one breakdown, together with those of the cubes or alone. */
interface Group {
  readonly by: Breakdown | typeof ALL;
  readonly code: string;
  readonly requests: readonly CountedRequest[];
  readonly isListed: boolean;
}

function codeOf(request: CountedRequest, by: Breakdown): string {
  if (by !== SIGNATURE) return request[by];
  return SIGNATURES[SIGNED_BY_JUDGE.some((signed) => signed === request.instrument) ? 0 : 1];
}

function spansOf({ release, codelists, declaration }: ReleaseShape): Span[] {
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  const end = releaseEnd(release);
  if (periods === undefined || end === undefined) throw new Error('internal error: a docket without periods');
  const quarters = periods.codes.filter(({ level }) => level === 'quarter').map(({ code }) => code);
  const monthsOf = (code: string) =>
    periodMonths(code, declaration.period?.fiscalYearStartMonth ?? 1) ?? [end, end];
  const spans = balancePeriods(periods).map((period): Span => {
    const [first, last] = monthsOf(period);
    const ending = (month: number) => quarters.find((quarter) => monthsOf(quarter)[1] === month);
    return {
      period,
      from: monthCode(first),
      to: monthCode(last),
      last: ending(last) ?? period,
      before: ending(first - 1),
    };
  });
  const toDate = { from: '', to: monthCode(end), last: quarters.at(-1) ?? TOTAL, before: undefined };
  return [...spans, { period: TOTAL, ...toDate }];
}

/**
 * The lines of one code of which the cubes have the cell: four; one where it is taken by who signed (received) or by
 * what comes last (closed). A line of the requests with a page alone has no cell to wait for.
 */
function linesOf(
  { period, from, to, last, before }: Span,
  { by, code, requests, isListed }: Group,
  cells: ReadonlyMap<string, PublishedCell>,
): PublishedCell[] {
  const isIn = (day: string | null) => day !== null && day.slice(0, 7) >= from && day.slice(0, 7) <= to;
  const isOpenAt = (month: string) => (request: CountedRequest) =>
    request.received.slice(0, 7) <= month &&
    (request.closedOn === null || request.closedOn.slice(0, 7) > month);
  const cellAt = (measure: string, at: string) =>
    isListed ? NO_OTHERS : cells.get(`${measure}|${cellKey(cubeCodes(measure, at, by, code))}`);
  const line = (name: Line, cell: Counted | undefined, listed: readonly CountedRequest[]) =>
    cell === undefined
      ? []
      : [lineAt([period, isListed ? `${by}${WITH_PAGE}` : by, code, name], cell, listed)];
  const end = cellAt(OPEN, last);
  const start = before === undefined ? end && NO_OTHERS : cellAt(OPEN, before);
  const atStart = before === undefined ? [] : requests.filter(isOpenAt(monthBefore(from)));
  const lines: Readonly<Record<Line, PublishedCell[]>> = {
    open_at_start: line('open_at_start', start, atStart),
    received: line(
      'received',
      cellAt(RECEIVED, period),
      requests.filter(({ received }) => isIn(received)),
    ),
    closed: line(
      'closed',
      cellAt(CLOSED, period),
      requests.filter(({ closedOn }) => isIn(closedOn)),
    ),
    open_at_end: line('open_at_end', end, requests.filter(isOpenAt(to))),
  };
  return LINES_OF[by].flatMap((name) => lines[name]);
}

type Counted = Pick<PublishedCell, 'count'>;

/** What the cubes add to requests with a page where they are taken alone, and to those before the first period. */
const NO_OTHERS: Counted = { count: 0 };

/** The lines by what they are taken by. */
const LINES_OF: Readonly<Record<Group['by'], readonly Line[]>> = {
  [ALL]: LINES,
  instrument: LINES,
  requester: LINES,
  signature: ['received'],
  outcome: ['closed'],
  left: ['closed'],
};

function lineAt(codes: string[], { count }: Counted, listed: readonly CountedRequest[]): PublishedCell {
  return count === null
    ? { codes, count: null, status: 'c', note: WITHHELD_NOTE }
    : { codes, count: count + listed.length, status: '', note: '' };
}

function monthBefore(month: string): string {
  return monthCode((monthNumber(month) ?? 0) - 1);
}

/** The codes of a line's cell in its cube. */
function cubeCodes(measure: string, period: string, by: string, code: string): string[] {
  const dimensions =
    measure === CLOSED ? ['instrument', 'requester', 'outcome', 'left'] : ['instrument', 'requester'];
  const divided = by === SIGNATURE ? 'instrument' : by;
  return [period, ...dimensions.map((dimension) => (dimension === divided ? code : TOTAL))];
}
