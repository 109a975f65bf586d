/**
 * A tally of which nothing is declared yet, so that a program can be proposed for it: its dimensions with the codes that
 * occur, and its periods. The same door as later: what looks like records of people is refused, and no message repeats
 * anything of the file.
 */

import { valueAt } from '../indexes/look-up.ts';
import { foldName, placeOf } from '../input/columns.ts';
import { openTable } from '../input/open-table.ts';
import { type MonthNumber, type PeriodLevel, periodMonths } from '../program/period.ts';
import { accept, type Checked, type Fault, type Problem, refuse } from '../reading/problem.ts';
import { personalFault } from './header.ts';
import { readPeriodForm } from './periods/period-forms.ts';
import { markOfName, markOfValues } from './person-marks.ts';
import { LIKE_TOTAL, soundsLikeTotal } from './total-words.ts';

export interface ScannedTable {
  /** How problems name it. */
  readonly file: string;
  /** In the order of the file, each with its labels in the order in which they first stand there. */
  readonly dimensions: readonly { readonly title: string; readonly labels: readonly ScannedLabel[] }[];
  readonly withPeople: boolean;
  /** The finest. */
  readonly level: PeriodLevel;
  readonly first: MonthNumber;
  readonly last: MonthNumber;
  /** Months between these of which no row is. */
  readonly gaps: readonly MonthNumber[];
}

export interface ScannedLabel {
  readonly text: string;
  /** In how many rows it stands, and the line of the first. */
  readonly rows: number;
  readonly line: number;
}

const WANTED = ['period', 'count'];
/** Codes of one dimension; with more it lists something else. */
const MOST_CODES = 300;
/** Rows above which half as many codes as rows are no dimension. */
const FEW_ROWS = 40;

interface Scan {
  header: readonly string[];
  line: number;
  rows: number;
  /** Per column what stands in it. */
  values: Map<string, ScannedLabel>[];
  readonly faults: Problem[];
}

export async function scanTable(path: string): Promise<Checked<ScannedTable>> {
  const { file, read } = await openTable(path, WANTED);
  const scan: Scan = { header: [], line: 0, rows: 0, values: [], faults: [] };
  const stop = await read({
    open: (names, line) => {
      Object.assign(scan, { header: names, line, values: names.map(() => new Map<string, ScannedLabel>()) });
    },
    row: (fields, line) => {
      scan.rows += 1;
      for (const [at, values] of scan.values.entries())
        if (at < fields.length) countValue(values, valueAt(fields, at).trim(), line);
    },
    fault: (line, fault, column = '') => void scan.faults.push({ file, line, column, ...fault }),
  });
  const problems = [...scan.faults, ...(stop === undefined ? columnProblems(scan, file) : [stop])];
  if (problems.length > 0) return refuse(problems);
  return periodsIn(scan, file);
}

function countValue(values: Map<string, ScannedLabel>, text: string, line: number): void {
  const known = values.get(text);
  if (known !== undefined) values.set(text, { ...known, rows: known.rows + 1 });
  else if (values.size <= MOST_CODES) values.set(text, { text, rows: 1, line });
}

function columnProblems({ header, line, rows, values }: Scan, file: string): Problem[] {
  const problem = (column: string, fault: Fault): Problem => ({ file, line, column, ...fault });
  const totals = values.flatMap((column, at): Problem[] => {
    const total = [...column.values()].find(({ text }) => soundsLikeTotal(text));
    return total === undefined ? [] : [{ ...problem(placeOf([at]), LIKE_TOTAL), line: total.line }];
  });
  if (totals.length > 0) return totals;
  const missing = WANTED.filter((name) => header.every((title) => foldName(title) !== name));
  if (missing.length > 0) return missing.map((name) => problem(name, noColumn(name)));
  return header.flatMap((title, at): Problem[] => {
    if (isKnown(title) || (title.trim() === '' && values[at]?.size === 0)) return [];
    const column = placeOf([at]);
    const inside = [...valueAt(values, at).keys()].filter((value) => value !== '' && value !== '_T');
    const mark = markOfName(title, { whole: false });
    if (mark !== undefined)
      return [problem(column, personalFault(column, mark, 'is named as if it held').fault)];
    const shaped = markOfValues(inside);
    // Areas are often called like people (`Rogers Park`), and stand there again and again.
    const isArea = shaped === 'names' && 2 * inside.length <= rows;
    if (shaped !== undefined && !isArea)
      return [problem(column, personalFault(column, shaped, 'looks as if it held').fault)];
    const isList = inside.length > MOST_CODES || (rows > FEW_ROWS && 2 * inside.length > rows);
    return isList || title.trim() === '' || inside.length === 0 ? [problem(column, NO_DIMENSION)] : [];
  });
}

const isKnown = (title: string): boolean => [...WANTED, 'people'].includes(foldName(title));

function noColumn(name: string): Fault {
  return {
    code: 'missing-column',
    message: `The column "${name}" is missing.`,
    fix: 'A tally has the columns "period" and "count"; all others are what it is split by. Name the columns so.',
  };
}

const NO_DIMENSION: Fault = {
  code: 'no-dimension',
  message:
    'The column is nothing to split counts by: it has no name, no values, or nearly as many values as rows.',
  fix: 'Take it out at the source and count anew: a tally has one row per period and codes.',
};

function periodsIn({ header, values, line }: Scan, file: string): Checked<ScannedTable> {
  const at = (name: string) => header.findIndex((title) => foldName(title) === name);
  const spans = [...valueAt(values, at('period')).keys()].flatMap(spanOf);
  const [one] = spans;
  if (one === undefined) return refuse([{ file, line, column: 'period', ...NO_PERIODS }]);
  const first = Math.min(...spans.map(([begin]) => begin));
  const last = Math.max(...spans.map(([, end]) => end));
  const dimensions = header
    .map((title, place) => ({ title: title.trim(), labels: labelsIn(valueAt(values, place)) }))
    .filter(({ title }) => title !== '' && !isKnown(title));
  return accept({
    file,
    dimensions,
    withPeople: at('people') >= 0,
    level: levelOf(spans),
    first,
    last,
    gaps: gapsBetween(first, last, spans),
  });
}

function labelsIn(values: ReadonlyMap<string, ScannedLabel>): ScannedLabel[] {
  return [...values.values()].filter(({ text }) => text !== '' && text !== '_T');
}

type Span = readonly [first: MonthNumber, last: MonthNumber];

/** Nothing for what is no period; the door says so later. A first day stands for its month. */
function spanOf(text: string): Span[] {
  const own = periodMonths(text, 1);
  if (own !== undefined) return [own];
  const form = readPeriodForm(text, 1);
  if (form?.kind === 'first-day') return [[form.month, form.month]];
  const months = form?.kind === 'period' ? periodMonths(form.code, 1) : undefined;
  return months === undefined ? [] : [months];
}

const MONTHS: Readonly<Record<PeriodLevel, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  'fiscal-year': 12,
};

/** A first day may stand for a quarter: then its other months are no gap. */
function gapsBetween(first: MonthNumber, last: MonthNumber, spans: readonly Span[]): MonthNumber[] {
  const months = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const length = MONTHS[levelOf(spans)];
  return months.filter((month) =>
    spans.every(([begin, end]) => month < begin || month > Math.max(end, begin + length - 1)),
  );
}

/** That of the shortest period. First days of quarters alone are quarters. */
function levelOf(spans: readonly Span[]): PeriodLevel {
  const length = Math.min(...spans.map(([first, last]) => last - first + 1));
  const isQuarterly = spans.length > 1 && spans.every(([first]) => first % 3 === 0);
  if (length === 1) return isQuarterly ? 'quarter' : 'month';
  if (length === 6) return 'half-year';
  return length === 3 ? 'quarter' : 'year';
}

const NO_PERIODS: Fault = {
  code: 'unknown-period',
  message: 'The column has no period that Daylight knows.',
  fix: 'Write a month as 2025-04, a quarter as 2025-Q2, a year as 2025.',
};
