/**
 * What a program that keeps a docket (`"docket"` in `program.json`) counts of its legal requests, and in which tables;
 * how the counts relate stands in `rules.ts`. Published counts are of all requests. Those with a page of their own are
 * listed by name, so that anybody can take them off; what is left is what must be protected (`listed.ts`).
 *
 *   received  by instrument, and by whether a judge signed; by requester    in quarters and years, to date
 *   closed    by requester; by outcome; by what left                        in quarters and years, to date
 *   open      by requester                                                  at the end of quarters and years
 *
 * What is closed and open is told by who asked and not by instrument too. A request keeps both for life, so two balances
 * would tell more together than each, and no relation of published counts says what:
 *
 *   2024-Q1 receives an A and a B, one of them from X and one from Y; 2024-Q2 closes an A from X; 2024-Q3 receives an A
 *   from X and closes a B from X: both balances hold, and there is no such docket
 *
 * An office with few requests (`"breakdown"`) could hide none of them so: a quarter with one request tells of which
 * kind it was, and a sum to date that grows by one tells it too. It breaks them down once a year:
 *
 *   received  in total                                                              in quarters and years, to date
 *             by instrument, and by whether a judge signed; by requester            in years
 *   closed    in total                                                              in quarters and years, to date
 *             by outcome; by what left                                              in years
 *   open      in total                                                              at the end of quarters and years
 *
 * An office that keeps totals alone (`"from": "totals"`) knows no request one by one. It counts the same but for what left,
 * by as much of instrument, requester and outcome as `"by"` names, and lists nothing; in half-years instead of quarters
 * where `"period"` says so.
 */
import { type Codelist, TOTAL } from './codelist.ts';
import type { Declaration } from './declaration.ts';
import type { Measure, Program, Table } from './program.ts';
import {
  CLOSED_OUTCOMES,
  INSTRUMENTS,
  LEFT,
  REQUESTERS,
  SIGNED_BY_JUDGE,
  TOLD_BY,
  TOTALS_INSTRUMENTS,
} from './request.ts';

export const RECEIVED = 'legal-requests-received';
export const CLOSED = 'legal-requests-closed';
export const OPEN = 'legal-requests-open';
export const REQUEST_MEASURES: readonly string[] = [RECEIVED, CLOSED, OPEN];

/** Whether a measure counts requests: they stand for no person themselves, and what is protected is whom they are about. */
export function countsRequests(measure: string): boolean {
  return REQUEST_MEASURES.includes(measure);
}

/** Totals of requests over everything but the period. They always stand: only parts of them can be small. */
export function isTotalOfRequests(measure: string, [, ...others]: readonly string[]): boolean {
  return countsRequests(measure) && others.every((code) => code === TOTAL);
}

/** Whether a release holds a docket, as its declaration tells. */
export function keepsDocket({ measures }: Pick<Program, 'measures'>): boolean {
  return measures.some(({ id }) => countsRequests(id));
}

/** Whether a release lists requests one by one, as its declaration tells: not where the office keeps totals alone. */
export function listsRequests(declaration: Pick<Declaration, 'measures' | 'requests'>): boolean {
  return keepsDocket(declaration) && declaration.requests !== 'totals';
}

/** Whether the office keeps totals of its requests alone. */
export function keepsTotals({ docket }: Pick<Program, 'docket'>): boolean {
  return docket?.from === 'totals';
}

/** By what the requests of a program are told apart. */
export function toldBy({ docket }: Pick<Program, 'docket'>): readonly RequestDimension[] {
  return docket?.from === 'totals' ? (docket.by ?? TOLD_BY) : ALL_DIMENSIONS;
}

/** The level of instruments at which they are told apart by who signed alone. */
export const SIGNATURE = 'signature';
export const SIGNATURES = ['signed_by_judge', 'not_signed_by_judge'] as const;

/** By what the requests of a measure are told apart: what is open only by what both of the others are. */
export function toldOf(measure: string, program: Pick<Program, 'docket'>): readonly RequestDimension[] {
  const told = toldBy(program);
  const closedBy: readonly RequestDimension[] = program.docket?.closedBy ?? told;
  return measure === RECEIVED ? told : told.filter((dimension) => closedBy.includes(dimension));
}

type Dimension = Program['dimensions'][number];

/** Dimensions of requests in the order of their columns. */
const DIMENSIONS = {
  instrument: ['Instrument', TOTALS_INSTRUMENTS],
  requester: ['Requester', REQUESTERS],
  outcome: ['Outcome', CLOSED_OUTCOMES],
  left: ['What left the building', LEFT],
} as const satisfies Readonly<Record<string, readonly [string, readonly string[]]>>;
export type RequestDimension = keyof typeof DIMENSIONS;

/** Whether a dimension is one of requests, whose codes are the same for every program. */
export function isOfRequests(dimension: string): dimension is RequestDimension {
  return Object.hasOwn(DIMENSIONS, dimension);
}

const ALL_DIMENSIONS = Object.keys(DIMENSIONS) as readonly RequestDimension[];

const MEASURES: readonly (readonly [
  id: Measure['id'],
  label: string,
  kind: Measure['kind'],
  RequestDimension[],
])[] = [
  [RECEIVED, 'Requests received', 'flow', ['instrument', 'requester']],
  [CLOSED, 'Requests closed', 'flow', ['instrument', 'requester', 'outcome', 'left']],
  [OPEN, 'Requests open', 'stock', ['instrument', 'requester']],
];

/** The program with what its docket counts; the same program where it keeps none. How counts relate: `rules.ts`. */
export function withDocket(program: Program): Program {
  const { docket, period } = program;
  if (docket === undefined || period === undefined) return program;
  const years = period.levels.includes('year') ? ['year'] : [];
  const { breakdown } = docket;
  const levels = [docketPeriod(program), ...years];
  const all =
    breakdown === undefined ? levels.flatMap(tablesAt) : sparseTables(docketPeriod(program), breakdown);
  const tables = all.filter(({ measure, levels: { period: _, ...by } }) =>
    ALL_DIMENSIONS.every(
      (dimension) => by[dimension] === undefined || toldOf(measure, program).includes(dimension),
    ),
  );
  return {
    ...program,
    dimensions: [...program.dimensions, ...ALL_DIMENSIONS.map((id) => dimensionOf(id, program))],
    measures: [...program.measures, ...MEASURES.map(measureOf)],
    tables: [...program.tables, ...tables, ...undividedTables(tables, levels)],
  };
}

/** The level of the shortest periods by which outcomes and what left are told. */
export function requestPeriod(program: Program): 'quarter' | 'half-year' | 'year' | 'fiscal-year' {
  return program.docket?.breakdown ?? docketPeriod(program);
}

/** The level of the shortest periods by which requests are counted. */
export function docketPeriod({ docket }: Pick<Program, 'docket'>): 'quarter' | 'half-year' {
  return docket?.period ?? 'quarter';
}

/** The same, as a release tells it. */
export function shortestPeriod({ tables }: Pick<Declaration, 'tables'>): 'quarter' | 'half-year' {
  const isHalf = tables.some(
    ({ measure, levels }) => countsRequests(measure) && levels.period === 'half-year',
  );
  return isHalf ? 'half-year' : 'quarter';
}

function dimensionOf(id: RequestDimension, program: Program): Dimension {
  const [label, all] = DIMENSIONS[id];
  const words = id === 'instrument' && !keepsTotals(program) ? INSTRUMENTS : all;
  const codes = words.map((code) => ({ code, label: labelOf(code) }));
  return { id, label, codes: id === 'instrument' ? withSignatures(codes) : codes, sensitive: false };
}

/** Whether a judge signed an instrument, as a code. */
export function signatureOf(instrument: string): (typeof SIGNATURES)[number] {
  return SIGNATURES[SIGNED_BY_JUDGE.some((signed) => signed === instrument) ? 0 : 1];
}

/** The dimensions of a measure of requests, in the order of its columns. */
export function requestDimensions(measure: string): readonly RequestDimension[] {
  const found = MEASURES.find(([id]) => id === measure);
  if (found === undefined) throw new Error(`internal error: "${measure}" counts no requests`);
  return found[3];
}

/** Instruments roll up to whether a judge signed them: the first thing that a reader asks. */
function withSignatures(codes: readonly Dimension['codes'][number][]): Dimension['codes'] {
  return [
    ...codes.map((one) => ({ ...one, parents: { [SIGNATURE]: signatureOf(one.code) } })),
    ...SIGNATURES.map((code) => ({ code, label: labelOf(code), level: SIGNATURE })),
  ];
}

/** `civil_subpoena`: `Civil subpoena`. */
function labelOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function measureOf([id, label, kind, dimensions]: (typeof MEASURES)[number]): Measure {
  return { id, label, unit: 'requests', kind, dimensions, people: true, absentRows: 'unknown' };
}

function tablesAt(level: string): Table[] {
  const tables = MEASURES.flatMap(([measure, , , dimensions]) =>
    dimensions
      .filter((dimension) => measure === RECEIVED || dimension !== 'instrument')
      .map((dimension) => tableBy(measure, level, dimension, dimension)),
  );
  return [tableBy(RECEIVED, level, 'instrument', SIGNATURE), ...tables];
}

/** A count that is told apart by nothing still has its totals. */
function undividedTables(tables: readonly Table[], levels: readonly string[]): Table[] {
  return MEASURES.filter(([id]) => !tables.some(({ measure }) => measure === id)).flatMap(([measure]) =>
    levels.map((level) => tableOf(measure, level)),
  );
}

/** What an office with few requests can show: totals by quarter and year, parts of what flowed by year alone. */
function sparseTables(
  shortest: 'quarter' | 'half-year',
  level: NonNullable<NonNullable<Program['docket']>['breakdown']>,
): Table[] {
  const totals = MEASURES.flatMap(([measure]) => [shortest, level].map((at) => tableOf(measure, at)));
  const parts: readonly (readonly [Measure['id'], RequestDimension, string])[] = [
    [RECEIVED, 'instrument', SIGNATURE],
    [RECEIVED, 'instrument', 'instrument'],
    [RECEIVED, 'requester', 'requester'],
    [CLOSED, 'outcome', 'outcome'],
    [CLOSED, 'left', 'left'],
  ];
  const divided = parts.map(([measure, dimension, at]) => ({
    ...tableBy(measure, level, dimension, at),
    toDate: false as const,
  }));
  return [...totals, ...divided];
}

/** Counts of a measure by period alone. */
function tableOf(measure: Measure['id'], level: string): Table {
  return {
    id: `${measure}-by-${level}`,
    measure,
    title: `${labelAt(measure)} by ${level.replace('-', ' ')}`,
    levels: { period: level },
    weight: 1,
  };
}

/** The same by one dimension as well; `at` is the level of its codes. */
function tableBy(measure: Measure['id'], level: string, dimension: RequestDimension, at: string): Table {
  const table = tableOf(measure, level);
  const what = at === SIGNATURE ? 'by whether a judge signed' : DIMENSIONS[dimension][0].toLowerCase();
  return {
    id: `${table.id}-${at}`,
    measure,
    title: `${table.title} and ${what}`,
    levels: { period: level, [dimension]: at },
    weight: 1,
  };
}

function labelAt(measure: Measure['id']): string {
  return MEASURES.find(([id]) => id === measure)?.[1] ?? measure;
}

/** The shortest periods of requests and the years of either kind that a balance can be drawn up for, oldest first. */
export function balancePeriods(periods: Codelist, declaration: Pick<Declaration, 'tables'>): string[] {
  const levels: readonly string[] = [shortestPeriod(declaration), 'year', 'fiscal-year'];
  return periods.codes.filter(({ level }) => levels.includes(level)).map(({ code }) => code);
}
