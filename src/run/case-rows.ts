/** NAME.csv of a case: a column per dimension, in any order, and `count`. */
import Papa from 'papaparse';
import { accept, type Checked, type Problem, refuse } from '../model/problem.ts';

/** A micro-cell: one leaf per dimension. */
export interface MicroRow {
  readonly leaves: readonly string[];
  readonly count: number;
}

interface CaseColumn {
  readonly name: string;
  readonly leaves: ReadonlySet<string>;
}

/** `file` only names the place in problems. */
export function parseCaseRows(
  text: string,
  file: string,
  columns: readonly CaseColumn[],
): Checked<MicroRow[]> {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  const [header = [], ...rows] = parsed.data;
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return refuse([problem(file, 0, '', QUOTES)]);
  const wanted = [...columns.map(({ name }) => name), 'count'];
  if (header.toSorted().join('\n') !== wanted.toSorted().join('\n'))
    return refuse([problem(file, 1, '', headerFault(wanted))]);
  const order = wanted.map((name) => header.indexOf(name));
  return checkRows(rows, file, columns, order);
}

type Fault = readonly [code: string, message: string, fix: string];

const QUOTES: Fault = [
  'quotes',
  'A quotation mark is not closed.',
  'Close it, or double it inside a quoted field.',
];
const WIDTH: Fault = [
  'width',
  'The row does not have as many fields as the header.',
  'Give one field per column.',
];
const CODE: Fault = [
  'unknown-code',
  'The code is not a leaf of the dimension.',
  'Give counts at the lowest level, in the names that the case declares.',
];
const COUNT: Fault = [
  'count',
  'The count is not a whole number from 0 to 999999999.',
  'Give a whole number without separators.',
];
const TWICE: Fault = [
  'duplicate-key',
  'There is a row with these codes already.',
  'Keep one row per combination of codes.',
];

function headerFault(wanted: readonly string[]): Fault {
  return [
    'header',
    `The columns are not ${wanted.join(', ')}.`,
    'Give one column per dimension and the count.',
  ];
}

function checkRows(
  rows: readonly string[][],
  file: string,
  columns: readonly CaseColumn[],
  order: readonly number[],
): Checked<MicroRow[]> {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const accepted: MicroRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.length === 1 && row[0] === '') continue;
    const fields = order.map((column) => row[column] ?? '');
    const leaves = fields.slice(0, -1);
    const key = leaves.join('\0');
    const line = index + 2;
    if (row.length !== order.length) problems.push(problem(file, line, '', WIDTH));
    else problems.push(...codeProblems(leaves, columns, file, line));
    if (!/^\d{1,9}$/.test(fields.at(-1) ?? '')) problems.push(problem(file, line, 'count', COUNT));
    if (seen.has(key)) problems.push(problem(file, line, '', TWICE));
    seen.add(key);
    accepted.push({ leaves, count: Number(fields.at(-1)) });
  }
  return problems.length > 0 ? refuse(problems) : accept(accepted);
}

function codeProblems(
  leaves: readonly string[],
  columns: readonly CaseColumn[],
  file: string,
  line: number,
): Problem[] {
  return columns
    .filter((column, index) => !column.leaves.has(leaves[index] ?? ''))
    .map(({ name }) => problem(file, line, name, CODE));
}

function problem(file: string, line: number, column: string, [code, message, fix]: Fault): Problem {
  return { file, line, column, code, message, fix };
}
