/**
 * What a program that keeps a docket (`"docket"` in `program.json`) counts of its legal requests, and how the
 * counts relate. Cells count the requests *without a page of their own*: those with one are listed by name, so
 * that anybody can take them off a total, and what is left is what must be protected (DESIGN section 6).
 *
 *   received  by instrument, and by whether a judge signed; by requester                       in quarters and years, to date
 *   closed    by instrument; by requester; by outcome; by what left
 *   open      by instrument; by requester                         at the end of quarters and years
 *
 *   open + closed = open before + received        each quarter, in total and for each instrument and requester
 */
import { type Codelist, TOTAL } from './codelist.ts';
import type { Measure, Program, Relation, Table } from './program.ts';
import { CLOSED_OUTCOMES, INSTRUMENTS, LEFT, REQUESTERS, SIGNED_BY_JUDGE } from './request.ts';

export const RECEIVED = 'legal-requests-received';
export const CLOSED = 'legal-requests-closed';
export const OPEN = 'legal-requests-open';
export const REQUEST_MEASURES: readonly string[] = [RECEIVED, CLOSED, OPEN];

/** A count of acts stands for no person itself: what is protected is whom the acts are about. */
export function countsActs(measure: string): boolean {
  return REQUEST_MEASURES.includes(measure);
}

/** Totals of requests over everything but the period. They always stand: only parts of them can be sensitive. */
export function isTotalOfActs(measure: string, [, ...others]: readonly string[]): boolean {
  return countsActs(measure) && others.every((code) => code === TOTAL);
}

/** Whether a release holds a docket, as its declaration tells. */
export function keepsDocket({ measures }: Pick<Program, 'measures'>): boolean {
  return measures.some(({ id }) => countsActs(id));
}

/** The level of instruments at which they are told apart by who signed alone. */
export const SIGNATURE = 'signature';
export const SIGNATURES = ['signed_by_judge', 'not_signed_by_judge'] as const;

type Dimension = Program['dimensions'][number];

/** Dimensions of requests in the order of their columns. */
const DIMENSIONS = {
  instrument: ['Instrument', INSTRUMENTS],
  requester: ['Requester', REQUESTERS],
  outcome: ['Outcome', CLOSED_OUTCOMES],
  left: ['What left the building', LEFT],
} as const satisfies Readonly<Record<string, readonly [string, readonly string[]]>>;
type RequestDimension = keyof typeof DIMENSIONS;

const ALL_DIMENSIONS = Object.keys(DIMENSIONS) as readonly RequestDimension[];

const BY: readonly RequestDimension[] = ['instrument', 'requester'];

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

/** The program with everything that its docket implies; the same program where it keeps none. */
export function withDocket(program: Program): Program {
  const { docket, period } = program;
  if (docket === undefined || period === undefined) return program;
  const years = period.levels.includes('year') ? ['year'] : [];
  return {
    ...program,
    dimensions: [...program.dimensions, ...ALL_DIMENSIONS.map(dimensionOf)],
    measures: [...program.measures, ...MEASURES.map(measureOf)],
    tables: [...program.tables, ...['quarter', ...years].flatMap(tablesAt)],
    relations: [...program.relations, ...[undefined, ...BY].map(relationBy)],
  };
}

function dimensionOf(id: RequestDimension): Dimension {
  const [label, words] = DIMENSIONS[id];
  const codes = words.map((code) => ({ code, label: labelOf(code) }));
  return { id, label, codes: id === 'instrument' ? withSignatures(codes) : codes, sensitive: false };
}

/** Instruments roll up to whether a judge signed them: the first thing that a reader asks. */
function withSignatures(codes: readonly Dimension['codes'][number][]): Dimension['codes'] {
  const signatureOf = (code: string) => SIGNATURES[SIGNED_BY_JUDGE.some((signed) => signed === code) ? 0 : 1];
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
  const signature: Table = {
    id: `${RECEIVED}-by-${level}-${SIGNATURE}`,
    measure: RECEIVED,
    title: `Requests received without a page of their own, by ${level} and by whether a judge signed`,
    levels: { period: level, instrument: SIGNATURE },
    weight: 1,
  };
  const tables = MEASURES.flatMap(([measure, label, , dimensions]) =>
    dimensions.map((dimension) => ({
      id: `${measure}-by-${level}-${dimension}`,
      measure,
      title: `${label} without a page of their own, by ${level} and ${DIMENSIONS[dimension][0].toLowerCase()}`,
      levels: { period: level, [dimension]: dimension },
      weight: 1,
    })),
  );
  return [signature, ...tables];
}

/** The balance of every quarter; nothing is open before the first. */
function relationBy(dimension: RequestDimension | undefined): Relation {
  return {
    id: dimension === undefined ? 'requests-balance' : `requests-balance-by-${dimension}`,
    why: 'A request that was open or came in is closed in the quarter or open at its end.',
    sense: 'equal',
    period: 'quarter',
    opening: 'zero',
    by: dimension === undefined ? {} : { [dimension]: dimension },
    left: [
      { measure: OPEN, codes: {} },
      { measure: CLOSED, codes: {} },
    ],
    right: [
      { measure: OPEN, codes: {}, lag: 1 },
      { measure: RECEIVED, codes: {} },
    ],
  };
}

/** The quarters and, where there are any, the years that the balance is drawn up for, oldest first. */
export function balancePeriods(periods: Codelist): string[] {
  return periods.codes.filter(({ level }) => level === 'quarter' || level === 'year').map(({ code }) => code);
}
