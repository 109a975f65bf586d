/**
 * The balance sheet of requests, from published files alone: cubes count the requests without a page of their
 * own, the docket lists the others, and the sheet adds the two.
 *
 *   open at start + received - closed = open at end      for each period, in total, by instrument, by requester
 *   closed = sum over outcomes = sum over what left
 *   open at the start of a period = open at the end of the one before
 *
 * A line is withheld exactly where its cell in the cube is.
 */
import { cellKey, type PublishedCell, WITHHELD_NOTE } from './cell.ts';
import { TOTAL } from './codelist.ts';
import { balancePeriods, CLOSED, OPEN, RECEIVED, SIGNATURE, SIGNATURES } from './docket-plan.ts';
import { monthCode, monthNumber, periodMonths, releaseEnd } from './period.ts';
import { CLOSED_OUTCOMES, INSTRUMENTS, LEFT, REQUESTERS, SIGNED_BY_JUDGE } from './request.ts';
import type { ReleaseShape } from './system.ts';

/** A line's cell has these codes: a period or `_T` (to date), what it is taken by, a code or `_T`, the line. */
export const BALANCE_COLUMNS: readonly string[] = ['period', 'by', 'code', 'line'];
export const LINES = ['open_at_start', 'received', 'closed', 'open_at_end'] as const;
type Line = (typeof LINES)[number];

/** `by` of lines that are taken by nothing. */
export const ALL = 'all';

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
const FULL: readonly string[] = ['instrument', 'requester'];

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
  const groups = [
    { by: ALL, code: TOTAL, requests },
    ...BREAKDOWNS.flatMap(([by, codes]) =>
      codes.map((code) => ({
        by,
        code,
        requests: requests.filter((request) => codeOf(request, by) === code),
      })),
    ),
  ];
  return spansOf(shape).flatMap((span) => groups.flatMap((group) => linesOf(span, group, cells)));
}

/** The listed requests of one code of one breakdown. */
interface Group {
  readonly by: string;
  readonly code: string;
  readonly requests: readonly CountedRequest[];
}

function codeOf(request: CountedRequest, by: Breakdown): string {
  if (by !== SIGNATURE) return request[by];
  return SIGNATURES[SIGNED_BY_JUDGE.some((signed) => signed === request.instrument) ? 0 : 1];
}

function spansOf({ release, codelists }: ReleaseShape): Span[] {
  const periods = codelists.find(({ dimension }) => dimension === 'period');
  const end = releaseEnd(release);
  if (periods === undefined || end === undefined) throw new Error('internal error: a docket without periods');
  const quarters = periods.codes.filter(({ level }) => level === 'quarter').map(({ code }) => code);
  const monthsOf = (code: string) => periodMonths(code, 1) ?? [end, end];
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

/** The four lines of one code; one alone where it is taken by who signed (received) or by what comes last (closed). */
function linesOf(
  { period, from, to, last, before }: Span,
  { by, code, requests }: Group,
  cells: ReadonlyMap<string, PublishedCell>,
): PublishedCell[] {
  const isIn = (day: string | null) => day !== null && day.slice(0, 7) >= from && day.slice(0, 7) <= to;
  const isOpenAt = (month: string) => (request: CountedRequest) =>
    request.received.slice(0, 7) <= month &&
    (request.closedOn === null || request.closedOn.slice(0, 7) > month);
  const line = (name: Line, measure: string, at: string, listed: number): PublishedCell => {
    const cell = cells.get(`${measure}|${cellKey(cubeCodes(measure, at, by, code))}`);
    const count = cell?.count ?? null;
    return count === null
      ? { codes: [period, by, code, name], count: null, status: 'c', note: WITHHELD_NOTE }
      : { codes: [period, by, code, name], count: count + listed, status: '', note: '' };
  };
  const received = line(
    'received',
    RECEIVED,
    period,
    requests.filter((request) => isIn(request.received)).length,
  );
  if (by === SIGNATURE) return [received];
  const closed = line('closed', CLOSED, period, requests.filter(({ closedOn }) => isIn(closedOn)).length);
  if (by !== ALL && !FULL.includes(by)) return [closed];
  const start: PublishedCell =
    before === undefined
      ? { codes: [period, by, code, 'open_at_start'], count: 0, status: '', note: '' }
      : line('open_at_start', OPEN, before, requests.filter(isOpenAt(monthBefore(from))).length);
  return [start, received, closed, line('open_at_end', OPEN, last, requests.filter(isOpenAt(to)).length)];
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
