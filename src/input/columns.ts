/**
 * The first line of a CSV file: which column holds what. Columns may stand in any order, and their names may have
 * other capitals or blanks. A first line may be anything, a row too: no fault repeats a name that is not declared.
 */

import { valueAt } from '../indexes/look-up.ts';
import { KNOWN_DIMENSIONS } from '../program/known-dimensions.ts';
import type { Fault } from '../reading/problem.ts';

export interface Columns {
  /** Fields that a row has at least: up to the last column with a name. */
  readonly width: number;
  /** Position of each wanted column by its declared name; columns that are missing or repeated have none. */
  readonly positions: ReadonlyMap<string, number>;
  /** Positions of columns that nothing declares. */
  readonly strangers: readonly number[];
  /** Whether the line names columns at all. */
  readonly isHeader: boolean;
  readonly faults: readonly ColumnFault[];
}

export interface ColumnFault {
  /** A declared name, or the place of the column. */
  readonly column: string;
  readonly fault: Fault;
}

/** What a program calls its columns for readers, by their names: a header may say that instead. */
export type Headings = ReadonlyMap<string, string>;

const NO_HEADINGS: Headings = new Map();

/** Without capitals, and without what stands between words. */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

/** `wanted` are the declared names of all columns. */
export function findColumns(
  fields: readonly string[],
  wanted: readonly string[],
  headings = NO_HEADINGS,
): Columns {
  const names = matchNames(fields, wanted, headings);
  const width = fields.reduce((width, field, at) => (field.trim() === '' ? width : at + 1), 0);
  const strangers = [...fields.keys()].filter((at) => at < width && names[at] === undefined);
  const found = wanted.filter((name) => names.includes(name));
  const isHeader = found.length >= Math.min(2, wanted.length);
  const single = found.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  const faults = isHeader
    ? [...missing(found, wanted, strangers), ...repeated(found, single)]
    : [noHeader(fields, names, wanted)];
  return {
    width,
    positions: new Map(single.map((name) => [name, names.indexOf(name)])),
    strangers,
    isHeader,
    faults,
  };
}

/** Per field the declared name that it stands for: itself, or the only one that reads the same, or whose label does. */
function matchNames(
  fields: readonly string[],
  wanted: readonly string[],
  headings: Headings,
): (string | undefined)[] {
  return fields.map((field) => {
    if (wanted.includes(field)) return field;
    const isAlike = (name: string | undefined) => name !== undefined && foldName(name) === foldName(field);
    const alike = wanted.filter(isAlike);
    const labelled = wanted.filter((name) => [KNOWN_DIMENSIONS[name], headings.get(name)].some(isAlike));
    const [name, ...more] = alike.length > 0 ? alike : labelled;
    return more.length === 0 ? name : undefined;
  });
}

/** Where columns stand, counted from 1 as a spreadsheet's user does. */
export function placeOf(positions: readonly number[]): string {
  const numbers = positions.map((at) => at + 1);
  return numbers.length === 1 ? `column ${numbers[0]}` : `columns ${shortList(numbers)}`;
}

function shortList(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(', ');
  return numbers.length > 8 ? `${shown} and ${numbers.length - 8} more` : shown;
}

function noHeader(
  fields: readonly string[],
  names: readonly (string | undefined)[],
  wanted: readonly string[],
): ColumnFault {
  const isOnItsSide = fields.length > 1 && names[0] !== undefined;
  const name = isOnItsSide ? ' Names may stand in the first column instead.' : '';
  return {
    column: '',
    fault: {
      code: 'no-header',
      message: `The first line does not name the columns of the file.${name}`,
      fix: `Start the file with a line that names: ${wanted.join(', ')}${isOnItsSide ? '; turn a sheet that lies on its side' : ''}.`,
    },
  };
}

/** One column that is missing may stand there under another name. */
function missing(
  found: readonly string[],
  wanted: readonly string[],
  strangers: readonly number[],
): ColumnFault[] {
  const absent = wanted.filter((name) => !found.includes(name));
  const isOther = absent.length === 1 && strangers.length === 1;
  const hint = (name: string) =>
    isOther ? `Name ${placeOf(strangers)} "${name}" if it holds that, or add it` : 'Add it';
  return absent.map((column) => ({
    column,
    fault: {
      code: 'missing-column',
      message: `The column "${column}" is missing.`,
      fix: `${hint(column)}; the columns are: ${wanted.join(', ')}.`,
    },
  }));
}

/** Rows in which a header is looked for, where the first line is none. */
const HEADER_ROWS = 10;

/** Looks for a header below a first line that is none. */
export interface HeaderSearch {
  /** Takes in the rows in their order. */
  readonly see: (row: readonly string[], line: number) => void;
  /** That a title stands above the header; undefined where no row near the first line is one. */
  readonly fault: () => Fault | undefined;
}

/** `first` is the line that is no header. */
export function searchHeader(first: number, wanted: readonly string[], headings = NO_HEADINGS): HeaderSearch {
  let rows = 0;
  let foundAt: number | undefined;
  return {
    see: (row, line) => {
      rows += 1;
      if (rows <= HEADER_ROWS && findColumns(row, wanted, headings).isHeader) foundAt ??= line;
    },
    fault: () => (foundAt === undefined ? undefined : headerBelow(first, foundAt)),
  };
}

/** Every fault of the columns of a file that was read whole: `first` is its first line, `others` are the rows below. */
export function columnFaults(
  columns: Columns,
  first: number,
  others: readonly { readonly fields: readonly string[]; readonly line: number }[],
  wanted: readonly string[],
): readonly ColumnFault[] {
  const { isHeader, strangers, faults } = columns;
  if (isHeader) return [...faults, ...(strangers.length > 0 ? [undeclared(strangers, wanted)] : [])];
  const search = searchHeader(first, wanted);
  for (const { fields, line } of others) search.see(fields, line);
  const below = search.fault();
  return below === undefined ? faults : [{ column: '', fault: below }];
}

/** `line` is the first, `at` that of the header. */
function headerBelow(line: number, at: number): Fault {
  return {
    code: 'no-header',
    message: `Line ${line} is not a header; line ${at} looks like one.`,
    fix: `Take out ${at - line === 1 ? `line ${line}` : `lines ${line} to ${at - 1}`}: the file begins with its header.`,
  };
}

function repeated(found: readonly string[], single: readonly string[]): ColumnFault[] {
  return found
    .filter((name) => !single.includes(name))
    .map((column) => ({
      column,
      fault: {
        code: 'repeated-column',
        message: `The column "${column}" stands there twice.`,
        fix: 'Leave one of them.',
      },
    }));
}

/** One fault for all columns that nothing declares. */
export function undeclared(positions: readonly number[], wanted: readonly string[]): ColumnFault {
  const column = placeOf(positions);
  const are = positions.length === 1 ? `The column ${column.slice(7)} is` : `The ${column} are`;
  return {
    column,
    fault: {
      code: 'undeclared-column',
      message: `${are} not declared.`,
      fix: `Take out what is not one of: ${wanted.join(', ')}; or correct its name.`,
    },
  };
}

/** Why the fields of a row do not fit the columns; undefined where only blank fields are too many. */
export function widthFault(row: readonly string[], { width }: Columns): Fault | undefined {
  if (row.length < width) return rowWidth(`The row has ${counted(row.length)}, the header has ${width}.`);
  const surplus = row.findIndex((field, at) => at >= width && field.trim() !== '');
  if (surplus < 0) return undefined;
  return rowWidth(`The row has something in ${placeOf([surplus])}, where the header has no name.`);
}

function counted(fields: number): string {
  return `${fields} ${fields === 1 ? 'field' : 'fields'}`;
}

function rowWidth(message: string): Fault {
  return {
    code: 'row-width',
    message,
    fix: 'Look for a missing or extra separator in the row; put a text that holds one in quotes.',
  };
}

/** Whether a row is the header again, as where two files were joined. A row may be shorter than the header. */
export function isHeaderAgain(row: readonly string[], { positions }: Columns): boolean {
  return (
    [...positions].every(([name, at]) => at < row.length && foldName(valueAt(row, at)) === foldName(name)) &&
    positions.size > 1
  );
}

export const HEADER_AGAIN: Fault = {
  code: 'header-again',
  message: 'The line is the header again: two files were joined here.',
  fix: 'Take the line out, and look whether rows stand there twice.',
};
